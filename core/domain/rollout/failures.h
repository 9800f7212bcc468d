#pragma once

#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// A workload that is Degraded for this long is so for good: right after a sync it still shows the old version's state.
inline constexpr Duration kDegradedSettles{10'000};
/// Pods that run and are not ready are normal for a while.
inline constexpr Duration kReadinessPatience{10'000};
/// A failed operation from before the watch: a refresh may bring the next one.
inline constexpr Duration kOldFailureSettles{10'000};
/// Evidence that was not looked at for longer than this may have healed in between.
inline constexpr Duration kEvidenceGap{35'000};
/// The tree stream says what changes: what it does not say is still so, for this long after the last reading.
inline constexpr Duration kEvidenceFresh{20'000};

struct Failure
{
    std::optional<Cause> cause;     ///< the first thing to look at; shown as an early warning
    bool isFinal = false;           ///< it is beyond doubt
    std::optional<Instant> finalAt; ///< when it will be, if nothing changes
};

/// Judges all failing evidence of this observation and keeps its timers.
[[nodiscard]] Failure judgeFailure(RolloutMemory &memory, const Expectation &expectation,
                                   const Observation &observation, const std::vector<WorkloadView> &workloads,
                                   const std::vector<int> &targets, Stage stage);

/// Until when the newest tree's word counts: until now if it is fresh, for its stream would have told of a change.
[[nodiscard]] Instant treeCountsUntil(const RolloutMemory &memory, const Observation &observation);

/// Of several causes the deepest, then the first in the order of Cause::Kind.
[[nodiscard]] std::optional<Cause> chosenCause(const std::vector<Cause> &causes);

} // namespace lynceus
