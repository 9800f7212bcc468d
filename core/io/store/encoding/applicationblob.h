#pragma once

#include "core/domain/model/changeset.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace lynceus {

/// Uncompressed applications for another process of the same version; takes some microseconds each. Pure.
[[nodiscard]] QByteArray applicationBytes(std::span<const ApplicationEntry> applications);
/// Empty if they are damaged or of a version with other fields.
[[nodiscard]] std::optional<std::vector<Application>> applicationsFrom(const QByteArray &bytes);

/// The applications of one instance as a compressed blob for ApplicationCache. Pure, and can run in another thread
/// because it only reads shared values.
[[nodiscard]] QByteArray packApplications(const std::vector<ApplicationEntry> &applications);

/// @p instance becomes part of each key. Empty if the blob is damaged or of a version with other fields.
[[nodiscard]] std::optional<std::vector<ApplicationEntry>> unpackApplications(const QString &instance,
                                                                              const QByteArray &packed);

} // namespace lynceus
