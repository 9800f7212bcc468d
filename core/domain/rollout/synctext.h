#pragma once

#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// What a sync that runs says it waits for, in Argo CD's own words (gitops-engine, sync_context.go).
struct SyncWait
{
    enum class For {
        Health,   ///< a resource of this wave is not healthy yet
        Hook,     ///< a hook has not ended
        Deletion, ///< something that goes is not gone yet
        Window,   ///< a sync window began while it ran
    };
    For what = For::Health;
    ResourceKey resource; ///< the first one, without a namespace; empty kind: none is named
};

/// Nothing if @p message is about something else.
[[nodiscard]] std::optional<SyncWait> syncWaitOf(const QString &message);

/// Group, kind and name are the same, each as a whole: messages name no namespace.
[[nodiscard]] bool isNamed(const ResourceKey &named, const ResourceKey &key);

/// A resource of an earlier sync wave (or of the same, before it) that a sync waits for, so that the targets'
/// manifests are not applied yet.
struct EarlierWave
{
    ResourceKey resource;
    int workload = -1; ///< its position among the workloads; -1: it has no pods
};

/// Nothing unless an operation is pending and some target is OutOfSync behind it. Holds between retries, too, when the
/// message only says that there will be another one.
[[nodiscard]] std::optional<EarlierWave> earlierWave(const RolloutMemory &memory,
                                                     const std::vector<WorkloadView> &workloads,
                                                     const std::vector<int> &targets);

} // namespace lynceus
