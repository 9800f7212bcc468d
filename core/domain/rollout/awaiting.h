#pragma once

#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// Nothing has moved for this long: then what is awaited is named, also if it is ordinary.
inline constexpr Duration kStillIsNamed{5'000};
/// Nothing has moved for this long: a stalled controller and a closed sync window are looked for.
inline constexpr Duration kStillIsOdd{15'000};

/// RolloutMemory::stillMark while there are no targets because the manifests cannot be rendered.
inline constexpr char kUnrenderedMark[] = "?";

/// Keeps since when stage, pod counts and the states of the new pods are what they are.
void keepStill(RolloutMemory &memory, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets,
               Stage stage, Instant now);

/// Old pods that keep a StatefulSet from going on: Kubernetes replaces its pods in order and waits for each to be
/// ready, also for a broken one of the version before.
[[nodiscard]] std::optional<Blocker> oldPodInTheWay(const WorkloadView &workload);

/// The object that an ordinary rollout waits for: a pod that starts, one that is not created yet, an old one that is
/// still there, or Argo CD's next step. Nothing once all runs, or before there is anything to wait for.
[[nodiscard]] std::optional<Blocker> awaitedOf(const RolloutMemory &memory, const Expectation &expectation,
                                               const std::vector<WorkloadView> &workloads,
                                               const std::vector<int> &targets, Stage stage);

} // namespace lynceus
