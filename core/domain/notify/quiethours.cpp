#include "core/domain/notify/quiethours.h"

#include <QDateTime>

namespace lynceus {

std::optional<Instant> QuietHours::quietUntil(Instant now, const QTimeZone &zone) const
{
    if (!enabled)
        return {};
    const auto local = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone);
    const auto time = local.time();
    const bool passesMidnight = until <= from;
    const bool quiet = passesMidnight ? time >= from || time < until : time >= from && time < until;
    if (!quiet)
        return {};
    // By calendar instead of adding hours: nights in which the clocks change are shorter or longer.
    const auto day = passesMidnight && time >= from ? local.date().addDays(1) : local.date();
    const Instant end(Duration(QDateTime(day, until, zone).toMSecsSinceEpoch()));
    // When summer time ends, an hour is repeated. Before Qt 6.7, which of the two QDateTime selects is not defined.
    return end > now ? end : now + Duration(time.msecsTo(until));
}

} // namespace lynceus
