#pragma once

#include <QLocale>
#include <QTime>

namespace lynceus {

enum class TimeOfDay {
    Minutes,
    Seconds,
};

/// Pattern for QLocale::toString() based on the short time format of @p locale: "HH:mm", "h:mm Ap". CLDR's short format
/// has no seconds; they are added after the minutes.
[[nodiscard]] QString timeOfDayPattern(const QLocale &locale, TimeOfDay precision);

/// The time as the desktop's clock shows it, 12 or 24 hours: the pattern of the system, with words and digits of the
/// program's language. For display; use RFC 3339 for programs.
[[nodiscard]] QString timeOfDayText(QTime time, TimeOfDay precision);

} // namespace lynceus
