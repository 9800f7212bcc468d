#pragma once

#include "core/domain/model/ids.h"
#include "core/domain/model/status.h"
#include "core/domain/time/time.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// One object of the resource tree. Links are positions in ResourceTree::nodes, -1 for none.
struct ResourceNode
{
    ResourceKey key;
    QString version;
    QString uid; ///< empty: not created yet (health Missing)
    QString resourceVersion;
    Health health;
    std::optional<Instant> createdAt;
    QStringList images;          ///< pods only: spec.initContainers and spec.containers, unordered
    std::optional<int> revision; ///< info "Revision" = "Rev:N": ReplicaSet, Deployment, Rollout
    QString statusReason;        ///< info "Status Reason": CrashLoopBackOff, ImagePullBackOff, Init:…, Terminating
    std::optional<int> readyContainers; ///< info "Containers" = "1/2"
    std::optional<int> containers;
    int restarts = 0; ///< info "Restart Count"
    QString node;     ///< info "Node"
    bool orphaned = false;

    int parent = -1;
    int firstChild = -1;
    int nextSibling = -1;

    friend bool operator==(const ResourceNode &, const ResourceNode &) = default;
};

/// A tree in one vector. Children are linked to parents in the same answer by uid. A node whose parent is not in the
/// answer is a root (a project that hides ReplicaSets separates pods).
struct ResourceTree
{
    std::vector<ResourceNode> nodes;

    friend bool operator==(const ResourceTree &, const ResourceTree &) = default;

    /// Position of the first node with that key, -1 if there is none.
    [[nodiscard]] int indexOf(const ResourceKey &key) const;

    /// Positions of all descendants of kind Pod.
    [[nodiscard]] std::vector<int> podsUnder(int index) const;
};

/// A node with the uid of its parent, before it is linked.
struct UnlinkedNode
{
    ResourceNode node;
    QString parentUid;     ///< empty for roots
    ResourceKey parentKey; ///< used if no node has the uid
};

/// Links the nodes. Cycles, which servers should not send, are removed, so that walking a tree always ends.
[[nodiscard]] ResourceTree linkTree(std::vector<UnlinkedNode> nodes);

} // namespace lynceus
