#include "core/domain/time/time.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono;

struct Unit
{
    const char *name;      ///< unit as typed
    const char *shortName; ///< unit for display
    Duration length;
};

// Longest first. A day has 24 hours: durations are limits, not calendar times.
constexpr std::array kUnits{Unit{"d", "d", days(1)}, Unit{"h", "h", hours(1)}, Unit{"m", "min", minutes(1)},
                            Unit{"s", "s", seconds(1)}, Unit{"ms", "ms", milliseconds(1)}};

constexpr Duration kLongest = days(36'500); // longer than any useful limit, and far from overflow
constexpr qsizetype kMostDigits = 15;       // longer numbers exceed kLongest in every unit

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

tl::unexpected<Error> badDuration(QStringView text, const QString &reason)
{
    return badInput(u"\"%1\" is not a duration: %2; use for example 90s, 15m, 1h30m or 2d"_s.arg(
                        text.toString().simplified(), reason),
                    text.toString());
}

/// Length of the prefix for which @p test holds.
template<typename Test>
qsizetype runLength(QStringView text, Test test)
{
    return std::distance(text.begin(), std::find_if_not(text.begin(), text.end(), test));
}

} // namespace

Result<Duration> parseDuration(QStringView text)
{
    if (text.isEmpty())
        return badDuration(text, u"it is empty"_s);
    Duration total{0};
    auto lastUnit = kUnits.begin(); // one after the last used unit
    for (auto rest = text; !rest.isEmpty();) {
        const auto digits = runLength(rest, [](QChar c) { return isDigit(c) || c == u'.'; });
        const auto number = rest.first(digits);
        rest = rest.sliced(digits);
        const auto letters = runLength(rest, [](QChar c) { return !isDigit(c) && c != u'.'; });
        const auto name = rest.first(letters);
        rest = rest.sliced(letters);

        bool isNumber = false;
        const double value = number.toString().toDouble(&isNumber);
        if (!isNumber || digits > kMostDigits)
            return badDuration(text,
                               digits == 0 ? u"a number is missing before \"%1\""_s.arg(name)
                                           : u"\"%1\" is not a number"_s.arg(number));
        if (name.isEmpty())
            return badDuration(text, u"the unit of %1 is missing"_s.arg(number));
        const auto unit = std::ranges::find_if(kUnits, [name](const Unit &u) { return name == QLatin1String(u.name); });
        if (unit == kUnits.end())
            return badDuration(text, u"\"%1\" is not a unit (d, h, m, s or ms)"_s.arg(name));
        if (unit < lastUnit)
            return badDuration(text, u"units must be in descending order, each at most once"_s);
        const double length = std::round(value * static_cast<double>(unit->length.count()));
        if (length > static_cast<double>((kLongest - total).count()))
            return badDuration(text, u"it is longer than a hundred years"_s);
        total += Duration(static_cast<Duration::rep>(length));
        lastUnit = unit + 1;
    }
    return total;
}

QString formatDuration(Duration duration)
{
    if (duration < Duration::zero())
        return u"-"_s + formatDuration(-duration);
    const auto first = std::ranges::find_if(kUnits, [duration](const Unit &unit) { return unit.length <= duration; });
    if (first == kUnits.end())
        return u"0 s"_s;
    auto text = u"%1 %2"_s.arg(duration / first->length).arg(QLatin1String(first->shortName));
    // Milliseconds beside seconds are not useful.
    const auto second = first + 1;
    if (first->length <= seconds(1))
        return text;
    if (const auto rest = (duration % first->length) / second->length; rest > 0)
        text += u" %1 %2"_s.arg(rest).arg(QLatin1String(second->shortName));
    return text;
}

} // namespace lynceus
