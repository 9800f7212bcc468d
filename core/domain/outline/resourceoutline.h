#pragma once

#include "core/domain/model/application.h"
#include "core/domain/model/resourcetree.h"

#include <optional>
#include <vector>

namespace lynceus {

/// One resource as people look at it, with what is below it, problems first.
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
    QString reason; ///< "CrashLoopBackOff", else the health's own words
    QStringList images;
    std::optional<int> revision;
    int readyPods = 0; ///< of pods, below it
    int pods = 0;
    std::optional<int> readyContainers;
    std::optional<int> containers;
    int restarts = 0;
    std::optional<Instant> createdAt;
    int severity = 0;        ///< the worst of it and all below; larger is worse
    int hiddenRevisions = 0; ///< ReplicaSets of older revisions without pods, which are left out
    int grouped = 0;         ///< > 0: no resource, but so many of one kind below one parent, all of them well
    std::vector<OutlineNode> children;
};

/// Roots, problems first, then by kind and name. Managed resources that the cluster does not have are roots too.
/// Nothing deeper than kOutlineDepth is shown: Kubernetes' own trees have five levels.
inline constexpr int kOutlineDepth = 32;
[[nodiscard]] std::vector<OutlineNode> outlineOf(const Application &application, const ResourceTree &tree);

/// So many of one kind, all of them well, are shown one by one below one parent (or as roots); more become a group:
/// 40 rows fill a large screen, and nobody reads a hundred times that all is well.
inline constexpr int kGroupAbove = 100;

/// Puts children that are well and many into groups, which have the kind in their key, stand last and keep the counts.
void groupTheMany(std::vector<OutlineNode> &outline, int above = kGroupAbove);

/// Keeps what has all words of @p filter in its kind, name, namespace, health, reason, sync status or images (without
/// regard to case), with all above it. Old revisions that were left out are not counted any more.
void keepMatching(std::vector<OutlineNode> &outline, const QString &filter);

[[nodiscard]] bool isPod(const ResourceKey &key);

} // namespace lynceus
