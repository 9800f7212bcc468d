#pragma once

#include "core/domain/model/resourcetree.h"

namespace lynceus {

/// Whether the pod is being deleted. Since 3.0, a pod whose containers have ended keeps their reason as status reason,
/// and a pod on a lost node reports "Unknown"; only its health then shows the deletion.
[[nodiscard]] bool isBeingDeleted(const ResourceNode &pod);

/// Whether Kubernetes only keeps the object of the pod and nothing runs in it (reasons of kubelet and scheduler).
[[nodiscard]] bool isFinishedReason(const QString &reason);

/// Whether a pod that should always run has ended (evicted, or its node was shut down: phase Failed or Succeeded). Argo
/// CD does not report the phase; the status reason is that of the ended containers, as for a pod that crashed and will
/// be restarted.
enum class PodEnd { NotOver, PerhapsOver, Over };
[[nodiscard]] PodEnd endOfPod(const ResourceNode &pod);

/// Whether the pod's containers have ended and it is Degraded. Below a Job, whose pods Argo CD never reports as
/// Degraded while they can be restarted, this is phase Failed.
[[nodiscard]] bool hasFailed(const ResourceNode &pod);

} // namespace lynceus
