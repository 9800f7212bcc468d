#pragma once

#include "core/domain/rollout/observation.h"
#include "core/domain/rollout/verdict.h"
#include "core/domain/watch/timelineentry.h"

namespace lynceus {

/// What of an observation a timeline tells about.
struct TimelineState
{
    Instant at{}; ///< server's clock
    Access access = Access::Connecting;
    std::shared_ptr<const Application> application;
    std::shared_ptr<const ResourceTree> tree;
    Stage stage = Stage::None;
    Outcome outcome = Outcome::Waiting;
    QString blocker; ///< stable name, empty for none
    std::optional<Cause> cause;
};

[[nodiscard]] TimelineState lookOf(const Observation &observation, const Verdict &verdict);

/// Most entries of one watch: a hundred take 2 kB in the store. Beyond it only what decides is still added.
inline constexpr std::size_t kMostTimelineEntries = 160;

/// Appends what is different in @p after. The first tree is where the story begins and adds nothing.
void appendDifferences(std::vector<TimelineEntry> &timeline, const TimelineState &before, const TimelineState &after);

} // namespace lynceus
