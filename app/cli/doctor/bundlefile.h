#pragma once

#include "app/cli/options/options.h"

#include <QJsonObject>

namespace lynceus {

class Clock;

/// Before anything is asked: BadInput if there is such a file already.
[[nodiscard]] Result<void> checkBundle(const BundleOptions &options);

/// Writes @p doctor, versions, settings and the log's newest lines; gzipped if the name ends in .gz, readable by nobody
/// else. BadInput: the file and why it cannot be written.
/// @param asked an instance may be none of the stored ones. @param secrets what was sent to them.
[[nodiscard]] Result<void> writeBundle(const BundleOptions &options, const QJsonObject &doctor,
                                       const std::vector<Instance> &asked, std::vector<Secret> secrets,
                                       const Clock &clock);

} // namespace lynceus
