#include "core/domain/model/resourcetree.h"

#include <algorithm>
#include <iterator>

namespace lynceus {

namespace {

// Walks up from each node once; removes the link that closes a cycle.
void cutCycles(std::vector<ResourceNode> &nodes)
{
    enum class Mark : char { New, OnThisWay, Done };
    std::vector<Mark> marks(nodes.size(), Mark::New);
    for (std::size_t start = 0; start < nodes.size(); ++start) {
        for (auto at = start; marks[at] == Mark::New;) {
            marks[at] = Mark::OnThisWay;
            const int parent = nodes[at].parent;
            if (parent < 0)
                break;
            const auto next = static_cast<std::size_t>(parent);
            if (marks[next] == Mark::OnThisWay) {
                nodes[at].parent = -1;
                break;
            }
            at = next;
        }
        for (auto at = start; marks[at] == Mark::OnThisWay;) {
            marks[at] = Mark::Done;
            if (nodes[at].parent < 0)
                break;
            at = static_cast<std::size_t>(nodes[at].parent);
        }
    }
}

// Backwards, so that children keep the order of the answer.
void linkChildren(std::vector<ResourceNode> &nodes)
{
    for (auto index = static_cast<int>(nodes.size()) - 1; index >= 0; --index) {
        auto &node = nodes[static_cast<std::size_t>(index)];
        if (node.parent < 0)
            continue;
        auto &parent = nodes[static_cast<std::size_t>(node.parent)];
        node.nextSibling = parent.firstChild;
        parent.firstChild = index;
    }
}

} // namespace

int ResourceTree::indexOf(const ResourceKey &key) const
{
    const auto found = std::ranges::find(nodes, key, &ResourceNode::key);
    return found == nodes.end() ? -1 : static_cast<int>(std::distance(nodes.begin(), found));
}

std::vector<int> ResourceTree::podsUnder(int index) const
{
    std::vector<int> pods;
    if (index < 0 || static_cast<std::size_t>(index) >= nodes.size())
        return pods;
    const auto node = [this](int at) -> const ResourceNode & { return nodes[static_cast<std::size_t>(at)]; };
    int at = node(index).firstChild;
    while (at >= 0) {
        if (node(at).key.group.isEmpty() && node(at).key.kind == QLatin1String("Pod"))
            pods.push_back(at);
        if (node(at).firstChild >= 0) {
            at = node(at).firstChild;
            continue;
        }
        while (at != index && node(at).nextSibling < 0)
            at = node(at).parent;
        at = at == index ? -1 : node(at).nextSibling;
    }
    return pods;
}

ResourceTree linkTree(std::vector<UnlinkedNode> unlinked)
{
    QHash<QString, int> byUid;
    QHash<ResourceKey, int> byKey;
    byUid.reserve(static_cast<qsizetype>(unlinked.size()));
    byKey.reserve(static_cast<qsizetype>(unlinked.size()));
    int position = 0;
    for (const auto &[node, parentUid, parentKey] : unlinked) {
        // The first of several with the same name counts, as in a search from the front.
        if (!node.uid.isEmpty() && !byUid.contains(node.uid))
            byUid.insert(node.uid, position);
        if (!byKey.contains(node.key))
            byKey.insert(node.key, position);
        ++position;
    }

    ResourceTree tree;
    tree.nodes.reserve(unlinked.size());
    for (auto &[node, parentUid, parentKey] : unlinked) {
        const int byItsUid = parentUid.isEmpty() ? -1 : byUid.value(parentUid, -1);
        const int parent = byItsUid >= 0 || parentKey.kind.isEmpty() ? byItsUid : byKey.value(parentKey, -1);
        tree.nodes.push_back(std::move(node));
        tree.nodes.back().parent = parent;
        tree.nodes.back().firstChild = -1;
        tree.nodes.back().nextSibling = -1;
    }
    cutCycles(tree.nodes);
    linkChildren(tree.nodes);
    return tree;
}

} // namespace lynceus
