#pragma once

#include "core/domain/model/changeset.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace lynceus {

/// Applications for another process of the same version, uncompressed: some microseconds each. Pure.
[[nodiscard]] QByteArray applicationBytes(std::span<const ApplicationEntry> applications);
/// Nothing if they were damaged or written by a version with other fields.
[[nodiscard]] std::optional<std::vector<Application>> applicationsFrom(const QByteArray &bytes);

/// The applications of one instance as one compressed text for ApplicationCache. Pure: for a list of thousands it is
/// done in another thread, which the shared values allow.
[[nodiscard]] QByteArray packApplications(const std::vector<ApplicationEntry> &applications);

/// @p instance becomes part of each key. Nothing if it was damaged or written by a version with other fields: then
/// there is no cache.
[[nodiscard]] std::optional<std::vector<ApplicationEntry>> unpackApplications(const QString &instance,
                                                                              const QByteArray &packed);

} // namespace lynceus
