#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"
#include "core/io/settings/preferences.h"

#include <vector>

namespace lynceus {

/// Settings that can be moved to another computer: preferences and instances, without secrets, which are in the
/// keychain.
struct ExchangedSettings
{
    Preferences preferences;
    std::vector<Instance> instances;
    QStringList faults; ///< parts that were not imported
};

[[nodiscard]] QByteArray settingsToJson(const Preferences &preferences, const std::vector<Instance> &instances);
/// Errors: BadInput if it is not JSON, not ours, or of a newer version.
[[nodiscard]] Result<ExchangedSettings> settingsFromJson(const QByteArray &text);

/// Written atomically, readable by its owner only. Errors: BadInput with file and reason.
[[nodiscard]] Result<void> exportSettings(const QString &fileName, const Preferences &preferences,
                                          const std::vector<Instance> &instances);
[[nodiscard]] Result<ExchangedSettings> importSettings(const QString &fileName);

} // namespace lynceus
