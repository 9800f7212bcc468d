#pragma once

#include "core/domain/model/application.h"
#include "core/domain/model/resourcetree.h"

#include <optional>
#include <vector>

namespace lynceus {

/// One resource as displayed, with its descendants, problems first.
struct OutlineNode
{
    ResourceKey key;
    int position = -1; ///< in ResourceTree::nodes; -1: not in the tree (not created yet, or a group)
    QString uid;       ///< empty: not created yet
    Health health;
    std::optional<SyncStatus> sync; ///< managed resources only
    bool requiresPruning = false;
    bool hook = false;
    bool orphaned = false;
    QString reason; ///< "CrashLoopBackOff", otherwise the message of the health
    QStringList images;
    std::optional<int> revision;
    int readyPods = 0; ///< pods below it
    int pods = 0;
    std::optional<int> readyContainers;
    std::optional<int> containers;
    int restarts = 0;
    std::optional<Instant> createdAt;
    int severity = 0;        ///< worst of it and all descendants; larger is worse
    int hiddenRevisions = 0; ///< number of omitted ReplicaSets of older revisions without pods
    int grouped = 0;         ///< > 0: a group of this many healthy resources of one kind with one parent
    std::vector<OutlineNode> children;
};

/// Roots, problems first, then by kind and name. Managed resources that are missing in the cluster are roots too.
/// Limited to kOutlineDepth; Kubernetes' own trees have five levels.
inline constexpr int kOutlineDepth = 32;
[[nodiscard]] std::vector<OutlineNode> outlineOf(const Application &application, const ResourceTree &tree);

/// Up to this many healthy resources of one kind are shown individually below one parent (or as roots); more become a
/// group: 40 rows fill a large screen.
inline constexpr int kGroupAbove = 100;

/// Groups healthy children if there are more than @p above. A group has the kind in its key, comes last and keeps the
/// counts.
void groupTheMany(std::vector<OutlineNode> &outline, int above = kGroupAbove);

/// Keeps resources that contain all words of @p filter in kind, name, namespace, health, reason, sync status or images
/// (case-insensitive), with their ancestors. Resets the counts of omitted revisions.
void keepMatching(std::vector<OutlineNode> &outline, const QString &filter);

[[nodiscard]] bool isPod(const ResourceKey &key);

} // namespace lynceus
