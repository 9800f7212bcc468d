#include "core/domain/model/resourcetree.h"

#include <random>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

UnlinkedNode node(const QString &kind, const QString &name, const QString &uid, const QString &parentUid = {})
{
    UnlinkedNode unlinked;
    unlinked.node.key = {kind == "Pod"_L1 ? QString() : u"apps"_s, kind, u"shop"_s, name};
    unlinked.node.uid = uid;
    unlinked.parentUid = parentUid;
    return unlinked;
}

std::vector<int> childrenOf(const ResourceTree &tree, int index)
{
    std::vector<int> children;
    for (int child = tree.nodes[static_cast<std::size_t>(index)].firstChild; child >= 0;
         child = tree.nodes[static_cast<std::size_t>(child)].nextSibling)
        children.push_back(child);
    return children;
}

TEST(ResourceTree, LinksByUidInAnswerOrder)
{
    const auto tree = linkTree({node(u"Pod"_s, u"a"_s, u"3"_s, u"2"_s), node(u"ReplicaSet"_s, u"rs"_s, u"2"_s, u"1"_s),
                                node(u"Pod"_s, u"b"_s, u"4"_s, u"2"_s), node(u"Deployment"_s, u"web"_s, u"1"_s),
                                node(u"Pod"_s, u"c"_s, u"5"_s, u"9"_s)});
    EXPECT_EQ(tree.nodes[0].parent, 1);
    EXPECT_EQ(tree.nodes[1].parent, 3);
    EXPECT_EQ(tree.nodes[4].parent, -1) << "the parent is missing in the answer";
    EXPECT_EQ(childrenOf(tree, 1), (std::vector{0, 2}));
    EXPECT_EQ(tree.podsUnder(3), (std::vector{0, 2}));
    EXPECT_EQ(tree.podsUnder(0), std::vector<int>());
    EXPECT_EQ(tree.podsUnder(-1), std::vector<int>());
    EXPECT_EQ(tree.podsUnder(5), std::vector<int>());
}

TEST(ResourceTree, ParentsWithoutUidAreFoundByTheirKey)
{
    auto pod = node(u"Pod"_s, u"a"_s, u"3"_s, u"unknown"_s);
    pod.parentKey = {u"apps"_s, u"ReplicaSet"_s, u"shop"_s, u"rs"_s};
    auto unrelated = node(u"Pod"_s, u"b"_s, u"4"_s);
    unrelated.parentKey = {u"apps"_s, u"ReplicaSet"_s, u"shop"_s, u"other"_s};
    const auto tree = linkTree({pod, unrelated, node(u"ReplicaSet"_s, u"rs"_s, {})});
    EXPECT_EQ(tree.nodes[0].parent, 2);
    EXPECT_EQ(tree.nodes[1].parent, -1);
}

TEST(ResourceTree, FindsNodesByKey)
{
    const auto tree = linkTree({node(u"Pod"_s, u"a"_s, u"1"_s), node(u"Pod"_s, u"a"_s, u"2"_s)});
    EXPECT_EQ(tree.indexOf(tree.nodes[0].key), 0) << "the first of several";
    EXPECT_EQ(tree.indexOf({u"apps"_s, u"Pod"_s, u"shop"_s, u"a"_s}), -1);
}

TEST(ResourceTree, OnlyCorePodsArePods)
{
    auto other = node(u"Pod"_s, u"b"_s, u"3"_s, u"1"_s);
    other.node.key.group = u"acme.example"_s;
    const auto tree = linkTree({node(u"Job"_s, u"job"_s, u"1"_s), other, node(u"Pod"_s, u"a"_s, u"2"_s, u"3"_s)});
    EXPECT_EQ(tree.podsUnder(0), std::vector{2});
}

TEST(ResourceTree, CyclesAreRemoved)
{
    const auto self = linkTree({node(u"Pod"_s, u"a"_s, u"1"_s, u"1"_s)});
    EXPECT_EQ(self.nodes[0].parent, -1);
    const auto tree = linkTree({node(u"A"_s, u"a"_s, u"1"_s, u"3"_s), node(u"B"_s, u"b"_s, u"2"_s, u"1"_s),
                                node(u"C"_s, u"c"_s, u"3"_s, u"2"_s), node(u"Pod"_s, u"tail"_s, u"4"_s, u"2"_s)});
    int roots = 0;
    for (const auto &each : tree.nodes)
        roots += each.parent < 0 ? 1 : 0;
    EXPECT_EQ(roots, 1);
}

TEST(ResourceTree, RandomForestsCanBeTraversedFromEveryNode)
{
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        const int size = std::uniform_int_distribution<int>(1, 40)(random);
        std::vector<UnlinkedNode> nodes;
        for (int i = 0; i < size; ++i) {
            const int parent = std::uniform_int_distribution<int>(-1, size)(random); // `size` is no node's UID
            nodes.push_back(node(parent % 2 ? u"Pod"_s : u"X"_s, QString::number(i), QString::number(i),
                                 parent < 0 ? QString() : QString::number(parent)));
        }
        const auto tree = linkTree(nodes);
        int reached = 0;
        for (int i = 0; i < size; ++i) {
            int steps = 0;
            for (int up = i; up >= 0; up = tree.nodes[static_cast<std::size_t>(up)].parent)
                ASSERT_LE(++steps, size) << "cycle in round " << round;
            for (const int child : childrenOf(tree, i)) {
                EXPECT_EQ(tree.nodes[static_cast<std::size_t>(child)].parent, i);
                ++reached;
            }
            std::vector<int> pods;
            for (int pod = 0; pod < size; ++pod) {
                bool below = false;
                for (int up = tree.nodes[static_cast<std::size_t>(pod)].parent; up >= 0;
                     up = tree.nodes[static_cast<std::size_t>(up)].parent)
                    below = below || up == i;
                if (below && tree.nodes[static_cast<std::size_t>(pod)].key.kind == "Pod"_L1)
                    pods.push_back(pod);
            }
            auto found = tree.podsUnder(i);
            std::ranges::sort(found);
            EXPECT_EQ(found, pods);
        }
        const auto linked =
            std::ranges::count_if(tree.nodes, [](const ResourceNode &each) { return each.parent >= 0; });
        EXPECT_EQ(reached, linked);
    }
}

} // namespace
