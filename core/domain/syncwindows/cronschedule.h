#pragma once

#include "core/domain/time/time.h"

#include <QStringView>

#include <cstdint>
#include <optional>

namespace lynceus {

/// Five cron fields (minute, hour, day of month, month, day of week) in UTC, parsed like Argo CD's library (robfig/cron
/// v3, ParseStandard without descriptors): names, ranges, steps, lists, "?" for "*". If both day fields are restricted,
/// a day that matches either matches.
class CronSchedule final
{
public:
    /// Empty if the text is not a valid schedule.
    [[nodiscard]] static std::optional<CronSchedule> parse(QStringView text);

    /// The first match after @p instant and not after @p last.
    [[nodiscard]] std::optional<Instant> nextAfter(Instant instant, Instant last) const;

private:
    struct Field
    {
        std::uint64_t bits = 0; ///< bit n: value n matches
        bool any = false;       ///< "*" or "?": no restriction
    };

    [[nodiscard]] static std::optional<Field> parseField(QStringView text, int least, int most, const char *names);
    [[nodiscard]] bool matchesDay(std::chrono::sys_days day) const;

    Field m_minute;
    Field m_hour;
    Field m_dayOfMonth;
    Field m_month;
    Field m_dayOfWeek;
};

} // namespace lynceus
