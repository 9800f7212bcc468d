#pragma once

#include "app/cli/options/options.h"

#include <QJsonObject>

namespace lynceus {

class Clock;

/// Call before any check runs. BadInput if the file exists already.
[[nodiscard]] Result<void> checkBundle(const BundleOptions &options);

/// Writes @p doctor, versions, settings and the newest lines of the log; gzipped if the name ends in .gz, readable only
/// by the user. BadInput: the file and why it cannot be written. @param asked may contain an instance that is not
/// stored. @param secrets that were sent to the instances.
[[nodiscard]] Result<void> writeBundle(const BundleOptions &options, const QJsonObject &doctor,
                                       const std::vector<Instance> &asked, std::vector<Secret> secrets,
                                       const Clock &clock);

} // namespace lynceus
