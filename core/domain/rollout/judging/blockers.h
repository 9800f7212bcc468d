#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// A refresh that is not taken up within this time means that nothing reconciles.
inline constexpr Duration kRefreshPatience{15'000};
/// Without reading any source for this long, the data is stale (three missed keepalives).
inline constexpr Duration kStaleAfter{45'000};

/// A difference that lasts this long is not due to delayed sources.
inline constexpr Duration kBlockerSettles{5'000};

/// Why nothing progresses, if a known reason exists.
[[nodiscard]] std::optional<Blocker> blockerOf(RolloutMemory &memory, const Expectation &expectation,
                                               const Observation &observation,
                                               const std::vector<WorkloadView> &workloads,
                                               const std::vector<int> &targets, Stage stage);

} // namespace lynceus
