#include "core/domain/outline/resourceoutline.h"

#include "tests/support/treepicture.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString pictureOf(const std::vector<OutlineNode> &nodes, int depth = 0)
{
    QString text;
    for (const auto &node : nodes) {
        text += QString(depth * 2, u' ');
        text +=
            node.grouped > 0 ? u"%1 x %2"_s.arg(node.grouped).arg(node.key.kind) : node.key.kind + u' ' + node.key.name;
        text += u'\n' + pictureOf(node.children, depth + 1);
    }
    return text;
}

ResourceTree manyPods(int healthy)
{
    QByteArray picture = "Deployment web Progressing\n  ReplicaSet web-1 Rev:1 Progressing\n";
    for (int i = 0; i < healthy; ++i)
        picture += "    Pod web-1-" + QByteArray::number(i) + " web:1 Healthy 1/1\n";
    picture += "    Pod web-1-sick web:1 Degraded 0/1 CrashLoopBackOff\n";
    return treeFrom(picture);
}

} // namespace

TEST(ResourceOutline, ListsProblemsFirstWithTheirTreePosition)
{
    const auto tree = treeFrom(R"(
        Service web      Healthy
        Deployment web   Progressing
          ReplicaSet web-2 Rev:2 Progressing
            Pod web-2-a  web:2  Healthy   1/1
            Pod web-2-b  web:2  Degraded  0/1 CrashLoopBackOff
        Job migrate      Healthy
    )");
    const auto outline = outlineOf({}, tree);
    EXPECT_EQ(pictureOf(outline),
              u"Deployment web\n  ReplicaSet web-2\n    Pod web-2-b\n    Pod web-2-a\n"
              "Job migrate\nService web\n"_s);
    const auto &degraded = outline[0].children[0].children[0];
    EXPECT_EQ(tree.nodes[std::size_t(degraded.position)].key, degraded.key);
    EXPECT_EQ(degraded.uid, tree.nodes[std::size_t(degraded.position)].uid);
}

TEST(ResourceOutline, GroupsHealthyResourcesAndKeepsOthersSeparate)
{
    auto outline = outlineOf({}, manyPods(kGroupAbove + 1));
    groupTheMany(outline);
    const auto &pods = outline[0].children[0].children;
    ASSERT_EQ(pods.size(), 2U);
    EXPECT_EQ(pods[0].key.name, u"web-1-sick"_s);
    EXPECT_EQ(pods[1].grouped, kGroupAbove + 1);
    EXPECT_EQ(pods[1].children.size(), std::size_t(kGroupAbove + 1));
    EXPECT_EQ(pods[1].pods, kGroupAbove + 1);
    EXPECT_EQ(pods[1].readyPods, kGroupAbove + 1);
    EXPECT_EQ(pods[1].key.kind, u"Pod"_s);
    EXPECT_EQ(pods[1].position, -1);
}

TEST(ResourceOutline, FewResourcesAreNotGrouped)
{
    auto outline = outlineOf({}, manyPods(kGroupAbove));
    const auto before = pictureOf(outline);
    groupTheMany(outline);
    EXPECT_EQ(pictureOf(outline), before);
}

TEST(ResourceOutline, FilterKeepsAncestorsOfMatches)
{
    const auto tree = treeFrom(R"(
        Deployment web   Progressing
          ReplicaSet web-2 Rev:2 Progressing
            Pod web-2-a  web:2  Healthy   1/1
            Pod web-2-b  web:2  Degraded  0/1 CrashLoopBackOff
        Service web      Healthy
    )");
    const std::pair<QString, QString> table[] = {
        {u"CRASH"_s, u"Deployment web\n  ReplicaSet web-2\n    Pod web-2-b\n"_s},
        {u"pod web-2-a"_s, u"Deployment web\n  ReplicaSet web-2\n    Pod web-2-a\n"_s},
        {u"service"_s, u"Service web\n"_s},
        {u"web:2 healthy"_s, u"Deployment web\n  ReplicaSet web-2\n    Pod web-2-a\n"_s},
        {u"nothing"_s, u""_s},
    };
    for (const auto &[filter, expected] : table) {
        auto outline = outlineOf({}, tree);
        keepMatching(outline, filter);
        EXPECT_EQ(pictureOf(outline), expected) << filter.toStdString();
    }
    auto outline = outlineOf({}, tree);
    const auto before = pictureOf(outline);
    keepMatching(outline, u"  "_s);
    EXPECT_EQ(pictureOf(outline), before);
}

} // namespace lynceus
