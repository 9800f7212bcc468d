#include "core/domain/model/diff.h"

#include <QHash>

#include <algorithm>
#include <deque>

namespace lynceus {

namespace {

/// Collects the bits of different fields.
class Mask final
{
public:
    template<typename Field>
    void add(Field field, bool same)
    {
        if (!same)
            m_bits |= static_cast<FieldMask>(field);
    }

    [[nodiscard]] FieldMask bits() const { return m_bits; }

private:
    FieldMask m_bits = 0;
};

int compareIdentity(const Application &left, const Application &right)
{
    const int byNamespace = left.nameSpace.compare(right.nameSpace);
    return byNamespace != 0 ? byNamespace : left.name.compare(right.name);
}

bool sameIdentity(const Application &left, const Application &right)
{
    return compareIdentity(left, right) == 0;
}

void noteInsertion(std::vector<ListDiff::Inserted> &inserted, int position)
{
    if (!inserted.empty() && inserted.back().position + inserted.back().count == position)
        ++inserted.back().count;
    else
        inserted.push_back({position, 1});
}

FieldMask changedFields(const ResourceTree &beforeTree, const ResourceNode &before, const ResourceTree &afterTree,
                        const ResourceNode &after)
{
    const auto parentKey = [](const ResourceTree &tree, const ResourceNode &node) {
        return node.parent < 0 ? ResourceKey{} : tree.nodes[static_cast<std::size_t>(node.parent)].key;
    };
    Mask mask;
    mask.add(NodeField::Health, before.health == after.health);
    mask.add(NodeField::Images, before.images == after.images);
    mask.add(NodeField::Reason, before.statusReason == after.statusReason);
    mask.add(NodeField::Containers,
             before.readyContainers == after.readyContainers && before.containers == after.containers);
    mask.add(NodeField::Restarts, before.restarts == after.restarts);
    mask.add(NodeField::Revision, before.revision == after.revision);
    mask.add(NodeField::Identity, before.uid == after.uid);
    mask.add(NodeField::Parent, parentKey(beforeTree, before) == parentKey(afterTree, after));
    mask.add(NodeField::Other,
             before.version == after.version && before.resourceVersion == after.resourceVersion
                 && before.createdAt == after.createdAt && before.node == after.node
                 && before.orphaned == after.orphaned);
    return mask.bits();
}

} // namespace

FieldMask changedFields(const Application &before, const Application &after)
{
    Mask mask;
    mask.add(ApplicationField::Project, before.project == after.project);
    mask.add(ApplicationField::Labels, before.labels == after.labels);
    mask.add(ApplicationField::Sync, before.sync == after.sync);
    mask.add(ApplicationField::Health, before.health == after.health);
    mask.add(ApplicationField::Revisions, before.revisions == after.revisions);
    mask.add(ApplicationField::Images, before.summaryImages == after.summaryImages);
    mask.add(ApplicationField::Operation,
             before.pendingOperation == after.pendingOperation && before.operationState == after.operationState);
    mask.add(ApplicationField::Conditions, before.conditions == after.conditions);
    mask.add(ApplicationField::Resources, before.resources == after.resources);
    mask.add(ApplicationField::History, before.history == after.history);
    mask.add(ApplicationField::Sources,
             before.sources == after.sources && before.comparedSources == after.comparedSources);
    mask.add(ApplicationField::Times,
             before.createdAt == after.createdAt && before.reconciledAt == after.reconciledAt
                 && before.deletionTimestamp == after.deletionTimestamp);
    mask.add(ApplicationField::Flags,
             before.autoSync == after.autoSync && before.skipReconcile == after.skipReconcile
                 && before.refreshAnnotation == after.refreshAnnotation);
    mask.add(ApplicationField::Identity, before.uid == after.uid && sameIdentity(before, after));
    mask.add(ApplicationField::Other,
             before.resourceVersion == after.resourceVersion && before.externalUrls == after.externalUrls
                 && before.destinationNamespace == after.destinationNamespace
                 && before.destinationCluster == after.destinationCluster);
    return mask.bits();
}

bool listedBefore(const Application &left, const Application &right)
{
    return compareIdentity(left, right) < 0;
}

bool isOlder(const Application &candidate, const Application &known)
{
    bool candidateIsNumber = false;
    bool knownIsNumber = false;
    const auto candidateVersion = candidate.resourceVersion.toULongLong(&candidateIsNumber);
    const auto knownVersion = known.resourceVersion.toULongLong(&knownIsNumber);
    return candidate.uid == known.uid && candidateIsNumber && knownIsNumber && candidateVersion < knownVersion;
}

ListDiff diffApplications(const std::vector<Application> &before, const std::vector<Application> &after)
{
    ListDiff diff;
    std::size_t old = 0;
    std::size_t fresh = 0;
    while (old < before.size() || fresh < after.size()) {
        const int order = old == before.size() ? 1
            : fresh == after.size()            ? -1
                                               : compareIdentity(before[old], after[fresh]);
        if (order < 0) {
            diff.removed.push_back(static_cast<int>(old++));
        } else if (order > 0) {
            noteInsertion(diff.inserted, static_cast<int>(fresh++));
        } else {
            if (const auto mask = changedFields(before[old], after[fresh]); mask != 0)
                diff.changed.push_back({static_cast<int>(fresh), mask});
            ++old;
            ++fresh;
        }
    }
    std::ranges::reverse(diff.removed);
    return diff;
}

TreeDiff diffTrees(const ResourceTree &before, const ResourceTree &after)
{
    QHash<ResourceKey, std::deque<int>> unmatched; // positions in before, in order
    unmatched.reserve(static_cast<qsizetype>(before.nodes.size()));
    int position = 0;
    for (const auto &node : before.nodes)
        unmatched[node.key].push_back(position++);

    TreeDiff diff;
    position = 0;
    for (const auto &node : after.nodes) {
        const auto match = unmatched.find(node.key);
        if (match == unmatched.end() || match->empty()) {
            diff.added.push_back(position++);
            continue;
        }
        const int old = match->front();
        match->pop_front();
        if (const auto mask = changedFields(before, before.nodes[static_cast<std::size_t>(old)], after, node);
            mask != 0)
            diff.changed.push_back({old, position, mask});
        ++position;
    }
    for (const auto &rest : std::as_const(unmatched))
        diff.removed.insert(diff.removed.end(), rest.begin(), rest.end());
    std::ranges::sort(diff.removed);
    return diff;
}

} // namespace lynceus
