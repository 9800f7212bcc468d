#include "core/domain/rollout/workloads/podrevisions.h"

#include <QHash>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const ResourceNode &at(const ResourceTree &tree, int index)
{
    return tree.nodes[static_cast<std::size_t>(index)];
}

int newestRevisionUnder(const ResourceTree &tree, int parent)
{
    // The parent's own number counts too: a Deployment with Rev:5 has a ReplicaSet Rev:5, possibly not in this tree
    // yet.
    int newest = at(tree, parent).revision.value_or(0);
    for (int child = at(tree, parent).firstChild; child >= 0; child = at(tree, child).nextSibling) {
        if (at(tree, child).key.kind == "ReplicaSet"_L1)
            newest = std::max(newest, at(tree, child).revision.value_or(0));
    }
    return newest;
}

} // namespace

std::vector<RevisedPod> podsWithRevisions(const ResourceTree &tree, int index)
{
    if (at(tree, index).key.kind == "Pod"_L1)
        return {RevisedPod{index, true}};
    std::vector<RevisedPod> pods;
    QHash<int, int> newestUnder;
    for (const int pod : tree.podsUnder(index)) {
        bool newest = true;
        const int owner = at(tree, pod).parent;
        if (owner >= 0 && at(tree, owner).key.kind == "ReplicaSet"_L1 && at(tree, owner).revision) {
            const int parent = at(tree, owner).parent;
            if (parent >= 0) {
                auto known = newestUnder.find(parent);
                if (known == newestUnder.end())
                    known = newestUnder.insert(parent, newestRevisionUnder(tree, parent));
                newest = *at(tree, owner).revision == *known;
            }
        }
        pods.push_back({pod, newest});
    }
    return pods;
}

} // namespace lynceus
