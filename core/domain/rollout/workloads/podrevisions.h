#pragma once

#include "core/domain/model/resourcetree.h"

namespace lynceus {

struct RevisedPod
{
    int index = -1;     ///< in the tree
    bool newest = true; ///< not known to belong to an older revision
};

/// The pods below a node (the node itself if it is a pod), each with whether it belongs to the newest revision of its
/// owner.
///
/// Newest: the ReplicaSet with the highest `Rev:N` of those of one parent, not lower than the parent's own number. A
/// rollback reuses an old ReplicaSet with a new number, so age does not count. ReplicaSets without a number and pods of
/// other owners (StatefulSet, DaemonSet, custom kinds) count as newest; their images decide.
[[nodiscard]] std::vector<RevisedPod> podsWithRevisions(const ResourceTree &tree, int index);

} // namespace lynceus
