#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// A workload must be Degraded for this long to count: right after a sync it still has the old version's state.
inline constexpr Duration kDegradedSettles{10'000};
/// Pods may run without being ready for this long.
inline constexpr Duration kReadinessPatience{10'000};
/// How long a failed operation from before the watch is ignored: a refresh may start the next one.
inline constexpr Duration kOldFailureSettles{10'000};
/// Evidence that was not observed for longer than this may have healed in between.
inline constexpr Duration kEvidenceGap{35'000};
/// The tree stream reports changes, so unreported state counts as unchanged for this long after the last read.
inline constexpr Duration kEvidenceFresh{20'000};

struct Failure
{
    std::optional<Cause> cause;     ///< the first thing to look at; shown as an early warning
    bool isFinal = false;           ///< certain
    std::optional<Instant> finalAt; ///< when it becomes certain if nothing changes
};

/// Judges all failing evidence of this observation and updates its timers.
[[nodiscard]] Failure judgeFailure(RolloutMemory &memory, const Expectation &expectation,
                                   const Observation &observation, const std::vector<WorkloadView> &workloads,
                                   const std::vector<int> &targets, Stage stage);

/// Until when the newest tree is valid: until now if it is fresh, because its stream would have reported a change.
[[nodiscard]] Instant treeCountsUntil(const RolloutMemory &memory, const Observation &observation);

/// The deepest cause; of several, the first in the order of Cause::Kind.
[[nodiscard]] std::optional<Cause> chosenCause(const std::vector<Cause> &causes);

} // namespace lynceus
