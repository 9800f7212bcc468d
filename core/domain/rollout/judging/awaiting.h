#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// Without progress for this long, the object that is waited for is named, even if the wait is ordinary.
inline constexpr Duration kStillIsNamed{5'000};
/// Without progress for this long, look for a stalled controller and a closed sync window.
inline constexpr Duration kStillIsOdd{15'000};

/// RolloutMemory::stillMark while there are no targets because the manifests cannot be rendered.
inline constexpr char kUnrenderedMark[] = "?";

/// Updates since when stage, pod counts and states of the new pods are unchanged.
void keepStill(RolloutMemory &memory, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets,
               Stage stage, Instant now);

/// An old pod that blocks a StatefulSet: Kubernetes replaces its pods in order and waits for each to be ready, even for
/// a broken pod of the previous version.
[[nodiscard]] std::optional<Blocker> oldPodInTheWay(const WorkloadView &workload);

/// What an ordinary rollout waits for: a pod that is starting or not created yet, an old pod, or the next step of Argo
/// CD. Empty if everything runs or nothing is expected yet.
[[nodiscard]] std::optional<Blocker> awaitedOf(const RolloutMemory &memory, const Expectation &expectation,
                                               const std::vector<WorkloadView> &workloads,
                                               const std::vector<int> &targets, Stage stage);

} // namespace lynceus
