#pragma once

#include "core/domain/model/resourcetree.h"

namespace lynceus {

struct RevisedPod
{
    int index = -1;     ///< in the tree
    bool newest = true; ///< not known to be of an older revision
};

/// The pods below a node (itself, if it is a pod), each with whether it is of its owner's newest revision.
///
/// Newest = the ReplicaSet with the highest `Rev:N` among those of one parent, and not lower than the parent's own
/// number: an old ReplicaSet is reused on a rollback and gets a new number, so age says nothing. ReplicaSets without a
/// number and pods owned by anything else (StatefulSet, DaemonSet, custom kinds) count as newest: their images decide.
[[nodiscard]] std::vector<RevisedPod> podsWithRevisions(const ResourceTree &tree, int index);

} // namespace lynceus
