#pragma once

#include "core/domain/model/resourcetree.h"

namespace lynceus {

/// A pod that was told to go. Since 3.0 one whose containers have ended keeps their word as its status reason, and
/// one on a lost node says "Unknown": then only its health tells.
[[nodiscard]] bool isBeingDeleted(const ResourceNode &pod);

/// A pod that Kubernetes keeps as an object although nothing runs in it any more (kubelet and scheduler reasons).
[[nodiscard]] bool isFinishedReason(const QString &reason);

/// Whether a pod that must always be running is over (evicted, or its node was shut down: phase Failed or Succeeded).
/// Argo CD does not tell the phase, and calls the pod by what its containers ended with, as it does with one that
/// crashes and will be started again.
enum class PodEnd { NotOver, PerhapsOver, Over };
[[nodiscard]] PodEnd endOfPod(const ResourceNode &pod);

} // namespace lynceus
