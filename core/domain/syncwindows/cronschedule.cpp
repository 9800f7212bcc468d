#include "core/domain/syncwindows/cronschedule.h"

#include <QStringList>

#include <bit>

namespace lynceus {

using namespace std::chrono;

namespace {

constexpr auto kMonthNames = "jan feb mar apr may jun jul aug sep oct nov dec"; // from 1
constexpr auto kDayNames = "sun mon tue wed thu fri sat";                       // from 0
constexpr int kSundayAgain = 7;                                                 // Sunday may be written as 7

bool has(std::uint64_t bits, unsigned value)
{
    return (bits >> value) & 1U;
}

std::optional<int> parseValue(QStringView text, int least, int most, const char *names)
{
    const auto words = QLatin1String(names).isEmpty() ? QStringList() : QString::fromLatin1(names).split(u' ');
    if (const auto at = words.indexOf(text.toString().toLower()); at >= 0)
        return static_cast<int>(at) + least;
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    const bool plain = !text.isEmpty() && text.front().isDigit(); // toInt() accepts signs and spaces
    return isNumber && plain && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

/// The lowest matching value that is at least @p from.
std::optional<int> lowestFrom(std::uint64_t bits, int from)
{
    const auto rest = bits >> from << from;
    return rest == 0 ? std::nullopt : std::optional(std::countr_zero(rest));
}

} // namespace

std::optional<CronSchedule::Field> CronSchedule::parseField(QStringView text, int least, int most, const char *names)
{
    Field field;
    for (const auto part : text.split(u',')) {
        const auto halves = part.split(u'/');
        const auto range = halves.front();
        const bool any = range == u"*" || range == u"?";
        const auto ends = range.split(u'-');
        if (halves.size() > 2 || ends.size() > 2)
            return std::nullopt;
        const auto begin = any ? std::optional(least) : parseValue(ends.front(), least, most, names);
        const auto step = halves.size() == 2 ? parseValue(halves.back(), 1, 99, "") : std::optional(1);
        // "5/15" means from 5 on.
        const bool open = any || (halves.size() == 2 && ends.size() == 1);
        const auto end = open ? std::optional(most) : parseValue(ends.back(), least, most, names);
        if (!begin || !end || !step || *begin > *end)
            return std::nullopt;
        for (int value = *begin; value <= *end; value += *step)
            field.bits |= std::uint64_t(1) << value;
        field.any = field.any || (any && *step == 1);
    }
    return field;
}

std::optional<CronSchedule> CronSchedule::parse(QStringView text)
{
    const auto fields = text.toString().simplified().split(u' ');
    if (fields.size() != 5)
        return std::nullopt;
    const auto minute = parseField(fields[0], 0, 59, "");
    const auto hour = parseField(fields[1], 0, 23, "");
    const auto dayOfMonth = parseField(fields[2], 1, 31, "");
    const auto month = parseField(fields[3], 1, 12, kMonthNames);
    auto dayOfWeek = parseField(fields[4], 0, kSundayAgain, kDayNames);
    if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek)
        return std::nullopt;
    if (has(dayOfWeek->bits, kSundayAgain))
        dayOfWeek->bits |= 1U;
    CronSchedule schedule;
    schedule.m_minute = *minute;
    schedule.m_hour = *hour;
    schedule.m_dayOfMonth = *dayOfMonth;
    schedule.m_month = *month;
    schedule.m_dayOfWeek = *dayOfWeek;
    return schedule;
}

bool CronSchedule::matchesDay(sys_days day) const
{
    const year_month_day date(day);
    if (!has(m_month.bits, unsigned(date.month())))
        return false;
    const bool ofMonth = has(m_dayOfMonth.bits, unsigned(date.day()));
    const bool ofWeek = has(m_dayOfWeek.bits, weekday(day).c_encoding());
    return m_dayOfMonth.any || m_dayOfWeek.any ? ofMonth && ofWeek : ofMonth || ofWeek;
}

std::optional<Instant> CronSchedule::nextAfter(Instant instant, Instant last) const
{
    const auto from = floor<minutes>(instant) + minutes(1);
    const auto firstDay = floor<days>(from);
    for (auto day = firstDay; day <= last; day += days(1)) {
        if (!matchesDay(day))
            continue;
        const auto begin = day == firstDay ? static_cast<int>((from - day).count()) : 0; // minute of the day
        for (auto hour = lowestFrom(m_hour.bits, begin / 60); hour; hour = lowestFrom(m_hour.bits, *hour + 1)) {
            const auto minute = lowestFrom(m_minute.bits, *hour == begin / 60 ? begin % 60 : 0);
            if (!minute)
                continue;
            const Instant found = day + hours(*hour) + minutes(*minute);
            return found <= last ? std::optional(found) : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace lynceus
