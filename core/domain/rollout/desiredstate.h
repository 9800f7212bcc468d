#pragma once

#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// Which revision of git holds the images is not asked: sources of the desired state show them or do not.
///
/// Updates what the memory knows about it: noticed, moved on, absent, other images on the way.
void updateDesiredState(RolloutMemory &memory, const Expectation &expectation, const Observation &observation,
                        const std::vector<WorkloadView> &workloads);

/// Another version took the place, beyond doubt: superseded-by, or rolled-back if it is the baseline's.
/// A source must have shown the expected image before and must show the other for kMoveSettles.
[[nodiscard]] std::optional<Cause> supersededBy(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads,
                                                Instant now);

/// No desired manifest has had the repository for the image grace.
[[nodiscard]] std::optional<Cause> imageNotInApplication(const RolloutMemory &memory, const Expectation &expectation,
                                                         const std::vector<WorkloadView> &workloads);

/// Sources disagree for up to a second around a commit; only what lasts longer is a move.
inline constexpr Duration kMoveSettles{2'000};
/// For how long manifests and revision must stand side by side until the one is taken for the other's: the sources
/// disagree for up to a second around a commit, and each may be two seconds late.
inline constexpr Duration kRevisionSettles{3'000};

} // namespace lynceus
