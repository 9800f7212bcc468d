#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// A reference that replaced an expected one between git and the pod.
struct RewrittenImage
{
    QString image; ///< as in pod or template
    QString proxy; ///< prefix for `--registry-proxy` that makes both match; empty if none does
};

/// The first of @p images that may be one of @p expected under another name: the same tag at another registry or prefix
/// (a mirror, a pull-through cache), or a digest instead of the tag. The name alone does not show whether the digest is
/// the version of the tag.
[[nodiscard]] std::optional<RewrittenImage> rewrittenImage(const std::vector<ImageReference> &expected,
                                                           const QStringList &images);

/// Like rewrittenImage(), for the newest pods of a workload whose own template has the expected images.
[[nodiscard]] std::optional<RewrittenImage> rewrittenPods(const RolloutMemory &memory, const WorkloadView &workload);

} // namespace lynceus
