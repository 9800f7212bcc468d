#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// Updates what the memory knows about the desired state: noticed, moved on, absent, other images. Does not check which
/// git revision contains the images: the sources of the desired state show them or not.
void updateDesiredState(RolloutMemory &memory, const Expectation &expectation, const Observation &observation,
                        const std::vector<WorkloadView> &workloads);

/// The cause if another version has certainly replaced the expected one: superseded-by, or rolled-back if it is the
/// version of the baseline. A source must have shown the expected image before and must show the other one for
/// kMoveSettles.
[[nodiscard]] std::optional<Cause> supersededBy(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads,
                                                Instant now);

/// The cause if no desired manifest has contained the repository for the image grace.
[[nodiscard]] std::optional<Cause> imageNotInApplication(const RolloutMemory &memory, const Expectation &expectation,
                                                         const std::vector<WorkloadView> &workloads);

/// Sources disagree for up to a second around a commit; only a longer difference counts as a move.
inline constexpr Duration kMoveSettles{2'000};
/// How long manifests and revision must be unchanged together before the manifests are attributed to the revision:
/// sources disagree for up to a second around a commit, and each may be two seconds late.
inline constexpr Duration kRevisionSettles{3'000};

} // namespace lynceus
