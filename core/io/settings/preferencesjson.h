#pragma once

#include "core/domain/base/result.h"
#include "core/io/settings/preferences.h"

#include <QJsonObject>

namespace lynceus {

/// The version that we write. Increase it for a field that older programs must not drop.
inline constexpr int kPreferencesVersion = 1;

struct PreferencesText
{
    Preferences preferences;
    QStringList faults; ///< "keepDays: 0 is not between 1 and 3650"; these have their defaults
};

/// Missing fields have their defaults, unknown fields are ignored. Errors: BadInput if it is not ours, or of a newer
/// version ("version 3, written by a newer Lynceus").
[[nodiscard]] Result<PreferencesText> preferencesFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject preferencesToJson(const Preferences &preferences);

} // namespace lynceus
