#pragma once

#include "app/gui/widgets/painting/statecolours.h"
#include "core/domain/model/status.h"
#include "core/domain/watch/timelineentry.h"

namespace lynceus {

/// A stretch of time in which something stayed as it was.
struct TimelineBar
{
    Instant from{};
    Instant until{};
    StateRole role = StateRole::Neutral;
    QString text;        ///< "Degraded: CrashLoopBackOff"
    bool isOpen = false; ///< still so at the end of what was observed

    friend bool operator==(const TimelineBar &, const TimelineBar &) = default;
};

/// One line of the drawing: what it is about, and its bars from left to right.
struct TimelineLane
{
    QString name;
    ResourceKey resource; ///< empty kind: sync, blockers, causes or access of the whole
    QStringList images;
    std::vector<TimelineBar> bars;
    std::optional<Instant> gone;

    friend bool operator==(const TimelineLane &, const TimelineLane &) = default;
};

/// A moment that concerns all lanes: a stage was reached, the watch ended.
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
    std::vector<TimelineLane> lanes; ///< of the whole first, then resources as they first changed
    std::vector<TimelineMark> marks;

    friend bool operator==(const TimelineLanes &, const TimelineLanes &) = default;
};

/// @p entries oldest first; @p begin when the watch was registered, @p end now, or when it was over (server's clock).
[[nodiscard]] TimelineLanes lanesOf(const std::vector<TimelineEntry> &entries, Instant begin, Instant end);

/// A lane for screen readers and the line below the drawing: "Pod web-1: Progressing for 19 s, then Degraded:
/// CrashLoopBackOff for 3 min, gone".
[[nodiscard]] QString wordsOf(const TimelineLane &lane);

} // namespace lynceus
