#include "core/domain/outline/resourceoutline.h"

#include "core/domain/text/nearest.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using ManagedByKey = QHash<ResourceKey, const ManagedResourceStatus *>;

/// Order of importance for the user.
int severityOf(const OutlineNode &node)
{
    switch (node.health.status) {
    case HealthStatus::Degraded:
        return 6;
    case HealthStatus::Missing:
        return 5;
    case HealthStatus::Unknown:
        return 4;
    case HealthStatus::Progressing:
        return 3;
    case HealthStatus::Suspended:
        return 2;
    case HealthStatus::Healthy:
    case HealthStatus::None:
        break;
    }
    return node.sync == SyncStatus::OutOfSync ? 1 : 0;
}

bool comesBefore(const OutlineNode &left, const OutlineNode &right)
{
    if (left.severity != right.severity)
        return left.severity > right.severity;
    if (left.key.kind != right.key.kind)
        return left.key.kind < right.key.kind;
    if (left.revision != right.revision)
        return left.revision > right.revision;
    const int order = compareNaturally(left.key.name, right.key.name);
    return order != 0 ? order < 0 : left.key.nameSpace < right.key.nameSpace;
}

void addManaged(OutlineNode &node, const ManagedResourceStatus &managed)
{
    if (!managed.hook)
        node.sync = managed.sync;
    node.hook = managed.hook;
    node.requiresPruning = managed.requiresPruning;
    if (node.health.status == HealthStatus::None)
        node.health = managed.health;
}

/// An old ReplicaSet without pods.
bool isHistory(const OutlineNode &node, std::optional<int> newestRevision)
{
    return node.key.kind == "ReplicaSet"_L1 && node.pods == 0 && node.revision && node.revision < newestRevision
        && node.health.status != HealthStatus::Degraded;
}

void hideHistory(OutlineNode &node)
{
    std::optional<int> newest;
    for (const auto &child : node.children)
        newest = std::max(newest, child.revision);
    node.hiddenRevisions =
        int(std::erase_if(node.children, [&](const OutlineNode &child) { return isHistory(child, newest); }));
}

class OutlineBuilder final
{
public:
    OutlineBuilder(const ResourceTree &tree, ManagedByKey managed)
        : m_tree(tree)
        , m_managed(std::move(managed))
    { }

    [[nodiscard]] OutlineNode build(int index, int depth) const
    {
        const auto &resource = m_tree.nodes[std::size_t(index)];
        auto node = plain(resource);
        node.position = index;
        if (const auto *managed = m_managed.value(resource.key); managed && resource.parent < 0)
            addManaged(node, *managed);
        node.severity = severityOf(node);
        node.pods = isPod(resource.key) ? 1 : 0;
        node.readyPods = isPod(resource.key) && isReady(resource) ? 1 : 0;
        for (int child = depth < kOutlineDepth ? resource.firstChild : -1; child >= 0;
             child = m_tree.nodes[std::size_t(child)].nextSibling)
            addChild(node, build(child, depth + 1));
        hideHistory(node);
        std::ranges::sort(node.children, comesBefore);
        return node;
    }

private:
    static bool isReady(const ResourceNode &pod)
    {
        return pod.health.status == HealthStatus::Healthy && pod.readyContainers == pod.containers;
    }

    static OutlineNode plain(const ResourceNode &resource)
    {
        OutlineNode node;
        node.key = resource.key;
        node.uid = resource.uid;
        node.health = resource.health;
        node.orphaned = resource.orphaned;
        node.reason = resource.statusReason.isEmpty() ? resource.health.message : resource.statusReason;
        node.images = resource.images;
        node.revision = resource.revision;
        node.readyContainers = resource.readyContainers;
        node.containers = resource.containers;
        node.restarts = resource.restarts;
        node.createdAt = resource.createdAt;
        return node;
    }

    static void addChild(OutlineNode &node, OutlineNode child)
    {
        node.severity = std::max(node.severity, child.severity);
        node.pods += child.pods;
        node.readyPods += child.readyPods;
        node.children.push_back(std::move(child));
    }

    const ResourceTree &m_tree;
    ManagedByKey m_managed;
};

OutlineNode absent(const ManagedResourceStatus &managed)
{
    OutlineNode node;
    node.key = managed.key;
    addManaged(node, managed);
    if (node.health.status == HealthStatus::None && !managed.hook && managed.sync != SyncStatus::Synced)
        node.health.status = HealthStatus::Missing;
    node.severity = severityOf(node);
    return node;
}

} // namespace

std::vector<OutlineNode> outlineOf(const Application &application, const ResourceTree &tree)
{
    ManagedByKey managed;
    for (const auto &resource : application.resources)
        managed.insert(resource.key, &resource);
    const OutlineBuilder builder(tree, managed);
    std::vector<OutlineNode> roots;
    for (int i = 0; i < int(tree.nodes.size()); ++i) {
        const auto &node = tree.nodes[std::size_t(i)];
        if (node.parent < 0)
            roots.push_back(builder.build(i, 0));
    }
    QSet<ResourceKey> present;
    for (const auto &node : tree.nodes)
        present.insert(node.key);
    for (const auto &resource : application.resources) {
        if (!present.contains(resource.key))
            roots.push_back(absent(resource));
    }
    std::ranges::sort(roots, comesBefore);
    return roots;
}

bool isPod(const ResourceKey &key)
{
    return key.kind == "Pod"_L1 && key.group.isEmpty();
}

} // namespace lynceus
