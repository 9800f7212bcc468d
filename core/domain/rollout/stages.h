#pragma once

#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// Pods that nobody shows us: how long after the image was first seen applied every source must be read before a
/// workload's Healthy counts. Until then it may be the old version's (the controllers for sync and health are two).
/// The same for every workload of a revision: its images may be those of the revision before.
inline constexpr Duration kUnseenPodsDwell{5'000};

/// The same for an object that only names the images: what an operator makes of it, it makes later.
inline constexpr Duration kMentionDwell{15'000};
/// How long live manifests may lag behind an operation; after that they say what the cluster has.
inline constexpr Duration kLiveSettles{5'000};

/// A workload's health, as far as it speaks for the release. CronJobs are Degraded by their last Job, which the version
/// before made; custom kinds without a health check have none.
[[nodiscard]] bool isHealthy(const WorkloadView &workload, const Expectation &expectation);

/// Degraded, and meant for the version that is being released.
[[nodiscard]] bool isDegraded(const WorkloadView &workload);

/// This workload runs what it should: everything of stage `running` that concerns it alone.
[[nodiscard]] bool isRunning(const WorkloadView &workload, const Expectation &expectation);

/// Healthy with fewer pods than its manifest asks for, all of them new: scaled down, and the manifest is of before.
[[nodiscard]] bool seemsScaledDown(const WorkloadView &workload, const Expectation &expectation);

/// Position of a workload that git has no more and that serves another version of an expected repository; -1: none.
[[nodiscard]] int leftover(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads);

/// A Rollout without a template of its own that is not well, or not in the tree yet, while a target Deployment is
/// scaled to zero: it takes that Deployment's template (workloadRef) and has the pods, of which there may be none to be
/// seen at the moment. Nothing: there is none.
[[nodiscard]] std::optional<ResourceKey> referringRollout(const RolloutMemory &memory, const Expectation &expectation,
                                                          const std::vector<WorkloadView> &workloads,
                                                          const std::vector<int> &targets);

/// How far the expected images got, bake time not counted: None to Running.
[[nodiscard]] Stage reachedStage(const RolloutMemory &memory, const Expectation &expectation,
                                 const std::vector<WorkloadView> &workloads, const std::vector<int> &targets);

} // namespace lynceus
