#pragma once

#include "core/domain/base/time.h"

#include <QStringView>

#include <cstdint>
#include <optional>

namespace lynceus {

/// Five cron fields (minute, hour, day of month, month, day of week) in UTC, as Argo CD's library reads them
/// (robfig/cron v3, ParseStandard without descriptors): names, ranges, steps, lists, "?" for "*", and a day that
/// matches either of two day fields if both are restricted.
class CronSchedule final
{
public:
    /// Nothing if the text is no such schedule.
    [[nodiscard]] static std::optional<CronSchedule> parse(QStringView text);

    /// The first moment strictly after @p instant and not after @p last.
    [[nodiscard]] std::optional<Instant> nextAfter(Instant instant, Instant last) const;

private:
    struct Field
    {
        std::uint64_t bits = 0; ///< bit n: value n matches
        bool any = false;       ///< "*" or "?": does not restrict
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
