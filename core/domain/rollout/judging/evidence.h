#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// Maximum number of pods in the evidence: broken ones first, then by name.
inline constexpr std::size_t kMostPodsInEvidence = 200;

/// The facts behind a verdict.
[[nodiscard]] Evidence evidenceOf(const RolloutMemory &memory, const Observation &observation,
                                  const std::vector<WorkloadView> &workloads, const std::vector<int> &targets);

/// Sum over all target workloads.
[[nodiscard]] PodCounts countsOf(const std::vector<WorkloadView> &workloads, const std::vector<int> &targets);

/// The notes that qualify the verdict.
[[nodiscard]] std::vector<Note> notesOf(const RolloutMemory &memory, const Expectation &expectation,
                                        const std::vector<WorkloadView> &workloads, const std::vector<int> &targets,
                                        Stage stage);

} // namespace lynceus
