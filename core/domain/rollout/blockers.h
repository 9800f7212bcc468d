#pragma once

#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// A refresh that is not taken up within this time: nobody reconciles.
inline constexpr Duration kRefreshPatience{15'000};
/// No source was read for this long: what is shown is old (three keepalives missed).
inline constexpr Duration kStaleAfter{45'000};

/// A difference that lasts this long is none of sources that are late.
inline constexpr Duration kBlockerSettles{5'000};

/// Why nothing moves, if something is known to be in the way.
[[nodiscard]] std::optional<Blocker> blockerOf(RolloutMemory &memory, const Expectation &expectation,
                                               const Observation &observation,
                                               const std::vector<WorkloadView> &workloads,
                                               const std::vector<int> &targets, Stage stage);

} // namespace lynceus
