#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"
#include "core/io/settings/preferences.h"

#include <vector>

namespace lynceus {

/// What goes from one computer to another: preferences and instances, never a secret (they are in the keychain).
struct ExchangedSettings
{
    Preferences preferences;
    std::vector<Instance> instances;
    QStringList faults; ///< what was left out, on reading
};

[[nodiscard]] QByteArray settingsToJson(const Preferences &preferences, const std::vector<Instance> &instances);
/// Errors: BadInput if it is no JSON, not ours, or of a newer version.
[[nodiscard]] Result<ExchangedSettings> settingsFromJson(const QByteArray &text);

/// Written atomically, readable by its owner only. Errors: BadInput with the file and the reason.
[[nodiscard]] Result<void> exportSettings(const QString &fileName, const Preferences &preferences,
                                          const std::vector<Instance> &instances);
[[nodiscard]] Result<ExchangedSettings> importSettings(const QString &fileName);

} // namespace lynceus
