#pragma once

#include <QLocale>
#include <QTime>

namespace lynceus {

enum class TimeOfDay {
    Minutes,
    Seconds,
};

/// The pattern for QLocale::toString() that @p locale's short times have: "HH:mm", "h:mm Ap". CLDR's short times have
/// no seconds; they follow the minutes.
[[nodiscard]] QString timeOfDayPattern(const QLocale &locale, TimeOfDay precision);

/// The time as the clock of the desktop shows it, 12 or 24 hours: the system's pattern, whose words and digits come
/// from the language that the program speaks. For what people read; machines get RFC 3339.
[[nodiscard]] QString timeOfDayText(QTime time, TimeOfDay precision);

} // namespace lynceus
