#pragma once

#include "core/domain/model/application.h"
#include "core/domain/model/resourcetree.h"

#include <optional>
#include <vector>

namespace lynceus {

/// One resource as `tree` shows it, with what is below it, problems first.
struct OutlineNode
{
    ResourceKey key;
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
    std::vector<OutlineNode> children;
};

/// Roots, problems first, then by kind and name. Managed resources that the cluster does not have are roots too.
/// Nothing deeper than kOutlineDepth is shown: Kubernetes' own trees have five levels.
inline constexpr int kOutlineDepth = 32;
[[nodiscard]] std::vector<OutlineNode> outlineOf(const Application &application, const ResourceTree &tree);

} // namespace lynceus
