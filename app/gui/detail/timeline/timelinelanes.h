#pragma once

#include "app/gui/widgets/painting/statecolours.h"
#include "core/domain/model/status.h"
#include "core/domain/watch/timelineentry.h"

namespace lynceus {

/// A period in which a state did not change.
struct TimelineBar
{
    Instant from{};
    Instant until{};
    StateRole role = StateRole::Neutral;
    QString text;        ///< "Degraded: CrashLoopBackOff"
    bool isOpen = false; ///< the state still applies at the end of the observation

    friend bool operator==(const TimelineBar &, const TimelineBar &) = default;
};

/// One line of the timeline: its subject and its bars from left to right.
struct TimelineLane
{
    QString name;
    ResourceKey resource; ///< empty kind: the application's sync, blockers, causes or access
    QStringList images;
    std::vector<TimelineBar> bars;
    std::optional<Instant> gone;

    friend bool operator==(const TimelineLane &, const TimelineLane &) = default;
};

/// A point in time that concerns all lanes: a stage was reached, or the watch ended.
struct TimelineMark
{
    Instant at{};
    QString text;
    bool isEnd = false;

    friend bool operator==(const TimelineMark &, const TimelineMark &) = default;
};

struct TimelineLanes
{
    Instant begin{};
    Instant end{};
    std::vector<TimelineLane> lanes; ///< of the application first, then resources by their first change
    std::vector<TimelineMark> marks;

    friend bool operator==(const TimelineLanes &, const TimelineLanes &) = default;
};

/// @p entries oldest first; @p begin: registration of the watch, @p end: now, or its end (server's clock).
[[nodiscard]] TimelineLanes lanesOf(const std::vector<TimelineEntry> &entries, Instant begin, Instant end);

/// The text of a lane for screen readers and for the line below the drawing: "Pod web-1: Progressing for 19 s, then
/// Degraded: CrashLoopBackOff for 3 min, gone".
[[nodiscard]] QString textOf(const TimelineLane &lane);

} // namespace lynceus
