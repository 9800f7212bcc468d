#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// What a running sync waits for, parsed from Argo CD's message (gitops-engine, sync_context.go).
struct SyncWait
{
    enum class For {
        Health,   ///< a resource of this wave to become healthy
        Hook,     ///< a hook to end
        Deletion, ///< a resource to be deleted
        Window,   ///< a sync window that started during the sync
    };
    For what = For::Health;
    ResourceKey resource; ///< the first one named, without namespace; empty kind: none
};

/// Empty if @p message is about something else.
[[nodiscard]] std::optional<SyncWait> syncWaitOf(const QString &message);

/// Whether group, kind and name are equal; messages contain no namespace.
[[nodiscard]] bool isNamed(const ResourceKey &named, const ResourceKey &key);

/// A resource of an earlier sync wave (or earlier in the same wave) that a sync waits for, so that the targets are not
/// applied yet.
struct EarlierWave
{
    ResourceKey resource;
    int workload = -1; ///< position among the workloads; -1 if it has no pods
};

/// Empty unless an operation is pending and some target is OutOfSync behind it. Also works between retries, when the
/// message only announces the next attempt.
[[nodiscard]] std::optional<EarlierWave> earlierWave(const RolloutMemory &memory,
                                                     const std::vector<WorkloadView> &workloads,
                                                     const std::vector<int> &targets);

} // namespace lynceus
