#pragma once

#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// A reference that something between git and the pod wrote in place of an expected one.
struct RewrittenImage
{
    QString image; ///< as the pod or template carries it
    QString proxy; ///< prefix for `--registry-proxy` that makes the two the same; empty: none does
};

/// The first of @p images that looks like one of @p expected under another name: the same tag below another registry or
/// prefix (a mirror, a pull-through cache), or a digest in place of the tag. Whether a digest is the version that the
/// tag means, nobody can tell by the name.
[[nodiscard]] std::optional<RewrittenImage> rewrittenImage(const std::vector<ImageReference> &expected,
                                                           const QStringList &images);

/// The same for the newest pods of a workload whose own template carries the expected images.
[[nodiscard]] std::optional<RewrittenImage> rewrittenPods(const RolloutMemory &memory, const WorkloadView &workload);

} // namespace lynceus
