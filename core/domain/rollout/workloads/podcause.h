#pragma once

#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// Why the pod is broken, from its health and status reason: the kubelet's waiting and termination reasons
/// (pkg/kubelet/images, kuberuntime) as shown by Argo CD. Empty if it is not Degraded.
[[nodiscard]] std::optional<Cause> causeOfBrokenPod(const PodView &pod);

/// Like causeOfBrokenPod(), also for pods whose containers never start: a pod with a failing init container stays
/// Progressing in Argo CD.
[[nodiscard]] std::optional<Cause> causeOfFailingPod(const PodView &pod);

/// Cause of a Degraded workload, from its own message.
[[nodiscard]] Cause causeOfDegraded(const WorkloadView &workload);

/// Why the pod does not start, from events of the pod or its owner: unschedulable, volume. Empty if no event tells, or
/// if a later event shows progress.
[[nodiscard]] std::optional<Cause> causeFromEvents(const ResourceKey &resource,
                                                   const std::vector<ResourceEvent> &events, Instant since);

/// The container named in the kubelet's message: "restarting failed container=app pod=…", or in an event "restarting
/// failed container app in pod …". Empty if none.
[[nodiscard]] QString containerIn(const QString &message);

/// Kind of a refused object's message: quota or admission-denied; otherwise @p otherwise.
[[nodiscard]] Cause::Kind kindOfRefusal(const QString &message, Cause::Kind otherwise);

} // namespace lynceus
