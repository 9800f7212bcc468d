#pragma once

#include "core/domain/rollout/workload.h"

namespace lynceus {

/// Why this pod is broken, from its health and status reason: the kubelet's waiting and termination reasons
/// (pkg/kubelet/images, kuberuntime) as Argo CD shows them. Nothing if it is not Degraded.
[[nodiscard]] std::optional<Cause> causeOfBrokenPod(const PodView &pod);

/// As causeOfBrokenPod(), and of a pod that does not get as far as its containers: Argo CD's health looks at nothing
/// else, so that one whose init container fails is Progressing for good.
[[nodiscard]] std::optional<Cause> causeOfFailingPod(const PodView &pod);

/// Of a workload that is Degraded, by its own words.
[[nodiscard]] Cause causeOfDegraded(const WorkloadView &workload);

/// Why this pod does not start, from events about it or its owner: unschedulable, volume. Nothing if no event says so,
/// or if a later one says that it got further.
[[nodiscard]] std::optional<Cause> causeFromEvents(const ResourceKey &resource,
                                                   const std::vector<ResourceEvent> &events, Instant since);

/// The container that the kubelet's words name: "restarting failed container=app pod=…", or in an event "restarting
/// failed container app in pod …". Empty: none.
[[nodiscard]] QString containerIn(const QString &message);

/// What the server's words of a refused object mean: quota, admission-denied; else @p otherwise.
[[nodiscard]] Cause::Kind kindOfRefusal(const QString &message, Cause::Kind otherwise);

} // namespace lynceus
