#pragma once

#include "core/domain/rollout/verdict/observation.h"
#include "core/domain/rollout/verdict/verdict.h"
#include "core/domain/watch/timelineentry.h"

namespace lynceus {

/// The parts of an observation that the timeline reports.
struct TimelineState
{
    Instant at{}; ///< server's clock
    Access access = Access::Connecting;
    std::shared_ptr<const Application> application;
    std::shared_ptr<const ResourceTree> tree;
    Stage stage = Stage::None;
    Outcome outcome = Outcome::Waiting;
    QString blocker; ///< stable name; empty for none
    std::optional<Cause> cause;
};

[[nodiscard]] TimelineState timelineStateOf(const Observation &observation, const Verdict &verdict);

/// Maximum number of entries of a watch; a hundred take 2 kB in the store. Beyond it, only decisive entries are added.
inline constexpr std::size_t kMostTimelineEntries = 160;

/// Appends the differences between @p before and @p after. The first tree is the starting point and adds nothing.
void appendDifferences(std::vector<TimelineEntry> &timeline, const TimelineState &before, const TimelineState &after);

} // namespace lynceus
