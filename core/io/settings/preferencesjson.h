#pragma once

#include "core/domain/base/result.h"
#include "core/io/settings/preferences.h"

#include <QJsonObject>

namespace lynceus {

/// The version that we write. A field that an older program must not lose makes a new one.
inline constexpr int kPreferencesVersion = 1;

struct PreferencesText
{
    Preferences preferences;
    QStringList faults; ///< "keepDays: 0 is not between 1 and 3650": these have their defaults
};

/// Absent fields have their defaults, unknown ones are skipped.
/// Errors: BadInput if it is not ours, or of a newer version ("version 3, written by a newer Lynceus").
[[nodiscard]] Result<PreferencesText> preferencesFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject preferencesToJson(const Preferences &preferences);

} // namespace lynceus
