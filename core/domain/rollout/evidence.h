#pragma once

#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// Most pods that evidence lists: broken ones first, then by name.
inline constexpr std::size_t kMostPodsInEvidence = 200;

/// The facts that a verdict rests on.
[[nodiscard]] Evidence evidenceOf(const RolloutMemory &memory, const Observation &observation,
                                  const std::vector<WorkloadView> &workloads, const std::vector<int> &targets);

/// Pods of all target workloads together.
[[nodiscard]] PodCounts countsOf(const std::vector<WorkloadView> &workloads, const std::vector<int> &targets);

/// Everything that qualifies the verdict.
[[nodiscard]] std::vector<Note> notesOf(const RolloutMemory &memory, const Expectation &expectation,
                                        const std::vector<WorkloadView> &workloads, const std::vector<int> &targets,
                                        Stage stage);

} // namespace lynceus
