#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// For pods that are not visible: how long after the image was first seen applied every source must be read before the
/// workload's Healthy counts. Until then it may belong to the old version, because sync and health come from different
/// controllers. Also for every workload of a revision, whose images may be those of the previous revision.
inline constexpr Duration kUnseenPodsDwell{5'000};

/// Like kUnseenPodsDwell, for objects that only name the images: an operator creates their workloads later. Also how
/// long the pods of a workload for which showsOnlyPods() is true must stay the same.
inline constexpr Duration kMentionDwell{15'000};
/// Instead of kMentionDwell, while there are fewer of these pods than before: an operator may be replacing them.
inline constexpr Duration kFewerPodsDwell{60'000};
/// How long live manifests may lag behind an operation; afterwards they show the state of the cluster.
inline constexpr Duration kLiveSettles{5'000};

/// Whether the workload's health counts as healthy for the release. The last Job of a CronJob may be from the previous
/// version and make it Degraded; custom kinds without a health check have no health.
[[nodiscard]] bool isHealthy(const WorkloadView &workload, const Expectation &expectation);

/// Degraded, for the version that is being released.
[[nodiscard]] bool isDegraded(const WorkloadView &workload);

/// Whether the workload meets all conditions of stage Running that concern only itself.
[[nodiscard]] bool isRunning(const WorkloadView &workload, const Expectation &expectation);

/// Only its pods show whether it runs: it has no health, and nothing says how many pods it wants (an operator's kind).
/// False if workloads that the operator created, which have a health, own all pods.
[[nodiscard]] bool showsOnlyPods(const WorkloadView &workload);
/// When the pods of such a workload will have stayed the same for long enough; empty for other workloads.
[[nodiscard]] std::optional<Instant> podsSettleAt(const WorkloadView &workload, const RolloutMemory &memory);

/// Healthy with fewer pods than its manifest asks for, all of them new: it was scaled down after the manifest was read.
[[nodiscard]] bool seemsScaledDown(const WorkloadView &workload, const Expectation &expectation);

/// Position of a workload that is no longer in git and runs another version of an expected repository; -1 if none.
[[nodiscard]] int leftover(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads);

/// A Rollout without its own template that is not healthy or not in the tree yet, while a target Deployment is scaled
/// to zero: it uses the template of that Deployment (workloadRef) and owns the pods, of which none may be visible now.
/// Empty if there is none.
[[nodiscard]] std::optional<ResourceKey> referringRollout(const RolloutMemory &memory, const Expectation &expectation,
                                                          const std::vector<WorkloadView> &workloads,
                                                          const std::vector<int> &targets);

/// Last stage that the expected images reached, None to Running; ignores the bake time.
[[nodiscard]] Stage reachedStage(const RolloutMemory &memory, const Expectation &expectation,
                                 const std::vector<WorkloadView> &workloads, const std::vector<int> &targets);

} // namespace lynceus
