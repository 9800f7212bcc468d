#include "core/domain/model/diff.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

FieldMask bit(ApplicationField field)
{
    return static_cast<FieldMask>(field);
}

FieldMask bit(NodeField field)
{
    return static_cast<FieldMask>(field);
}

TEST(ApplicationDiff, EveryFieldHasItsBit)
{
    using Change = void (*)(Application &);
    const std::pair<ApplicationField, Change> table[] = {
        {ApplicationField::Project, [](Application &a) { a.project = u"p"_s; }},
        {ApplicationField::Labels, [](Application &a) { a.labels[u"a"_s] = u"b"_s; }},
        {ApplicationField::Sync, [](Application &a) { a.sync = SyncStatus::Synced; }},
        {ApplicationField::Health, [](Application &a) { a.health.status = HealthStatus::Healthy; }},
        {ApplicationField::Health, [](Application &a) { a.health.message = u"m"_s; }},
        {ApplicationField::Revisions, [](Application &a) { a.revisions = {u"r"_s}; }},
        {ApplicationField::Images, [](Application &a) { a.summaryImages = {u"i"_s}; }},
        {ApplicationField::Operation, [](Application &a) { a.operationState = OperationState{}; }},
        {ApplicationField::Operation, [](Application &a) { a.pendingOperation = PendingOperation{}; }},
        {ApplicationField::Conditions,
         [](Application &a) {
             a.conditions.push_back({u"SyncError"_s, {}, {}});
         }},
        {ApplicationField::Resources, [](Application &a) { a.resources.emplace_back(); }},
        {ApplicationField::History, [](Application &a) { a.history.emplace_back(); }},
        {ApplicationField::Sources, [](Application &a) { a.sources.emplace_back(); }},
        {ApplicationField::Times, [](Application &a) { a.createdAt = Instant(1s); }},
        {ApplicationField::Times, [](Application &a) { a.reconciledAt = Instant(1s); }},
        {ApplicationField::Times, [](Application &a) { a.deletionTimestamp = Instant(1s); }},
        {ApplicationField::Flags, [](Application &a) { a.autoSync = true; }},
        {ApplicationField::Flags, [](Application &a) { a.skipReconcile = true; }},
        {ApplicationField::Flags, [](Application &a) { a.refreshAnnotation = u"normal"_s; }},
        {ApplicationField::Identity, [](Application &a) { a.uid = u"u"_s; }},
        {ApplicationField::Identity, [](Application &a) { a.name = u"n"_s; }},
        {ApplicationField::Other, [](Application &a) { a.resourceVersion = u"2"_s; }},
        {ApplicationField::Other, [](Application &a) { a.externalUrls = {u"u"_s}; }},
        {ApplicationField::Other, [](Application &a) { a.destinationNamespace = u"d"_s; }},
    };
    for (const auto &[field, change] : table) {
        Application after;
        change(after);
        EXPECT_EQ(changedFields({}, after), bit(field));
        EXPECT_EQ(changedFields(after, {}), bit(field));
        EXPECT_EQ(changedFields(after, after), 0U);
    }
}

Application application(const QString &name, const QString &nameSpace = u"argocd"_s, const QString &version = {})
{
    Application made;
    made.name = name;
    made.nameSpace = nameSpace;
    made.resourceVersion = version;
    return made;
}

TEST(ApplicationDiff, OrderIsNamespaceThenName)
{
    EXPECT_TRUE(listedBefore(application(u"b"_s, u"x"_s), application(u"a"_s, u"y"_s)));
    EXPECT_TRUE(listedBefore(application(u"a"_s, u"x"_s), application(u"b"_s, u"x"_s)));
    EXPECT_FALSE(listedBefore(application(u"a"_s, u"x"_s, u"1"_s), application(u"a"_s, u"x"_s, u"2"_s)));
}

TEST(ApplicationDiff, OnlyALowerVersionOfTheSameObjectIsOlder)
{
    const auto known = application(u"a"_s, u"x"_s, u"10"_s);
    EXPECT_TRUE(isOlder(application(u"a"_s, u"x"_s, u"9"_s), known));
    EXPECT_FALSE(isOlder(known, known));
    EXPECT_FALSE(isOlder(application(u"a"_s, u"x"_s, u"11"_s), known));
    EXPECT_FALSE(isOlder(application(u"a"_s, u"x"_s, u"opaque"_s), known));
    auto other = application(u"a"_s, u"x"_s, u"9"_s);
    other.uid = u"made again"_s;
    EXPECT_FALSE(isOlder(other, known));
}

TEST(ApplicationDiff, AdjacentRowsAreOneSpan)
{
    const std::vector before{application(u"b"_s), application(u"e"_s)};
    const std::vector after{application(u"a"_s), application(u"b"_s, u"argocd"_s, u"2"_s), application(u"c"_s),
                            application(u"d"_s)};
    const auto diff = diffApplications(before, after);
    EXPECT_EQ(diff.removed, std::vector{1});
    ASSERT_EQ(diff.inserted.size(), 2U);
    EXPECT_EQ(diff.inserted[1].position, 2);
    EXPECT_EQ(diff.inserted[1].count, 2);
    ASSERT_EQ(diff.changed.size(), 1U);
    EXPECT_EQ(diff.changed[0].position, 1);
    EXPECT_EQ(diff.changed[0].mask, bit(ApplicationField::Other));
}

TEST(ApplicationDiff, AppliedToTheOldListYieldsTheNewList)
{
    std::mt19937 random(31);
    const auto upTo = [&random](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const auto randomList = [&] {
        std::vector<Application> list;
        for (int i = upTo(30); i > 0; --i)
            list.push_back(application(QString::number(upTo(40)), upTo(1) ? u"x"_s : u"y"_s, QString::number(upTo(1))));
        std::ranges::stable_sort(list, listedBefore);
        const auto isSame = [](const auto &left, const auto &right) {
            return !listedBefore(left, right) && !listedBefore(right, left);
        };
        list.erase(std::unique(list.begin(), list.end(), isSame), list.end());
        return list;
    };
    for (int round = 0; round < 2'000; ++round) {
        const auto before = randomList();
        const auto after = randomList();
        const auto diff = diffApplications(before, after);
        auto applied = before;
        for (const int position : diff.removed)
            applied.erase(applied.begin() + position);
        for (const auto &span : diff.inserted)
            applied.insert(applied.begin() + span.position, after.begin() + span.position,
                           after.begin() + span.position + span.count);
        ASSERT_EQ(applied.size(), after.size());
        for (const auto &change : diff.changed) {
            const auto at = static_cast<std::size_t>(change.position);
            EXPECT_EQ(changedFields(applied[at], after[at]), change.mask);
            EXPECT_NE(change.mask, 0U);
            applied[at] = after[at];
        }
        ASSERT_TRUE(applied == after) << "round " << round;
        EXPECT_TRUE(diffApplications(after, after).changed.empty());
    }
}

UnlinkedNode node(const QString &name, const QString &uid, const QString &parentUid = {})
{
    UnlinkedNode made;
    made.node.key = {{}, u"Pod"_s, u"shop"_s, name};
    made.node.uid = uid;
    made.parentUid = parentUid;
    return made;
}

TEST(TreeDiff, EveryFieldHasItsBit)
{
    using Change = void (*)(ResourceNode &);
    const std::pair<NodeField, Change> table[] = {
        {NodeField::Health, [](ResourceNode &n) { n.health.status = HealthStatus::Healthy; }},
        {NodeField::Images, [](ResourceNode &n) { n.images = {u"i"_s}; }},
        {NodeField::Reason, [](ResourceNode &n) { n.statusReason = u"r"_s; }},
        {NodeField::Containers, [](ResourceNode &n) { n.readyContainers = 1; }},
        {NodeField::Containers, [](ResourceNode &n) { n.containers = 1; }},
        {NodeField::Restarts, [](ResourceNode &n) { n.restarts = 1; }},
        {NodeField::Revision, [](ResourceNode &n) { n.revision = 1; }},
        {NodeField::Identity, [](ResourceNode &n) { n.uid = u"2"_s; }},
        {NodeField::Other, [](ResourceNode &n) { n.version = u"v2"_s; }},
        {NodeField::Other, [](ResourceNode &n) { n.resourceVersion = u"2"_s; }},
        {NodeField::Other, [](ResourceNode &n) { n.createdAt = Instant(1s); }},
        {NodeField::Other, [](ResourceNode &n) { n.node = u"n"_s; }},
        {NodeField::Other, [](ResourceNode &n) { n.orphaned = true; }},
    };
    const auto before = linkTree({node(u"a"_s, u"1"_s)});
    for (const auto &[field, change] : table) {
        auto after = before;
        change(after.nodes.front());
        const auto diff = diffTrees(before, after);
        ASSERT_EQ(diff.changed.size(), 1U);
        EXPECT_EQ(diff.changed.front().mask, bit(field));
        EXPECT_TRUE(diff.added.empty() && diff.removed.empty());
    }
}

TEST(TreeDiff, ParentChangesCountAndOrderDoesNot)
{
    const auto before = linkTree({node(u"a"_s, u"1"_s), node(u"b"_s, u"2"_s), node(u"c"_s, u"3"_s, u"1"_s)});
    const auto moved = linkTree({node(u"c"_s, u"3"_s, u"2"_s), node(u"b"_s, u"2"_s), node(u"a"_s, u"1"_s)});
    const auto diff = diffTrees(before, moved);
    ASSERT_EQ(diff.changed.size(), 1U);
    EXPECT_EQ(diff.changed[0].before, 2);
    EXPECT_EQ(diff.changed[0].after, 0);
    EXPECT_EQ(diff.changed[0].mask, bit(NodeField::Parent));
}

TEST(TreeDiff, AppliedToTheOldTreeYieldsTheNewTree)
{
    std::mt19937 random(37);
    const auto upTo = [&random](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const auto randomTree = [&] {
        std::vector<UnlinkedNode> nodes;
        const int size = upTo(25);
        for (int i = 0; i < size; ++i) {
            // Few names, so that keys occur more than once.
            nodes.push_back(
                node(QString::number(upTo(20)), QString::number(i), upTo(2) ? QString::number(upTo(size)) : QString()));
            nodes.back().node.restarts = upTo(1);
        }
        return linkTree(std::move(nodes));
    };
    // Content of a node, without its position.
    const auto content = [](const ResourceTree &tree, int index) {
        auto copy = tree.nodes[static_cast<std::size_t>(index)];
        const auto parent = copy.parent < 0 ? ResourceKey{} : tree.nodes[static_cast<std::size_t>(copy.parent)].key;
        copy.parent = copy.firstChild = copy.nextSibling = -1;
        return std::pair(copy, parent);
    };
    for (int round = 0; round < 2'000; ++round) {
        const auto before = randomTree();
        const auto after = randomTree();
        const auto diff = diffTrees(before, after);
        ASSERT_TRUE(std::ranges::is_sorted(diff.removed) && std::ranges::is_sorted(diff.added));
        ASSERT_EQ(before.nodes.size() - diff.removed.size(), after.nodes.size() - diff.added.size());
        // Match the nodes that stayed by key, in order.
        std::vector<int> left;
        for (int i = 0; i < static_cast<int>(before.nodes.size()); ++i) {
            if (!std::ranges::binary_search(diff.removed, i))
                left.push_back(i);
        }
        auto changed = diff.changed.begin();
        for (int i = 0; i < static_cast<int>(after.nodes.size()); ++i) {
            if (std::ranges::binary_search(diff.added, i))
                continue;
            const auto &key = after.nodes[static_cast<std::size_t>(i)].key;
            const auto match = std::ranges::find_if(
                left, [&](int index) { return before.nodes[static_cast<std::size_t>(index)].key == key; });
            ASSERT_NE(match, left.end());
            const bool isChange = changed != diff.changed.end() && changed->after == i;
            EXPECT_EQ(content(before, *match) == content(after, i), !isChange) << "round " << round;
            if (isChange) {
                EXPECT_EQ(changed->before, *match);
                EXPECT_NE(changed->mask, 0U);
                ++changed;
            }
            left.erase(match);
        }
        EXPECT_EQ(changed, diff.changed.end());
        EXPECT_TRUE(left.empty());
    }
}

} // namespace
