#include "app/gui/detail/resources/resourcemodel.h"

#include "app/gui/detail/resources/resourcetext.h"
#include "tests/gui/accessibility/walk.h"
#include "tests/support/treepicture.h"

#include <QAbstractItemModelTester>

#include <functional>
#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

QString pictureOf(const ResourceModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto index = model.index(row, 0, parent);
        QStringList cells;
        for (int column = 0; column < ResourceModel::ColumnCount; ++column)
            cells << index.siblingAtColumn(column).data().toString();
        text += QString(depth * 2, u' ') + cells.join(u'|') + u'\n' + pictureOf(model, index, depth + 1);
    }
    return text;
}

/// A copy of the model, built only from its signals as in a view.
class ModelMirror final
{
public:
    explicit ModelMirror(const ResourceModel &model)
        : m_model(model)
    {
        QObject::connect(&model, &QAbstractItemModel::rowsInserted, &model,
                         [this](const QModelIndex &parent, int first, int last) {
                             auto &node = nodeOf(parent);
                             for (int row = first; row <= last; ++row)
                                 node.children.insert(node.children.begin() + row, read(m_model.index(row, 0, parent)));
                         });
        QObject::connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, &model,
                         [this](const QModelIndex &parent, int first, int last) {
                             auto &node = nodeOf(parent);
                             node.children.erase(node.children.begin() + first, node.children.begin() + last + 1);
                         });
        QObject::connect(&model, &QAbstractItemModel::dataChanged, &model,
                         [this](const QModelIndex &from, const QModelIndex &to) {
                             for (int row = from.row(); row <= to.row(); ++row) {
                                 const auto index = m_model.index(row, 0, from.parent());
                                 nodeOf(index).text = textOf(index);
                             }
                         });
        QObject::connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, &model,
                         [this](const QList<QPersistentModelIndex> &parents) {
                             m_moving.clear();
                             for (const auto &parent : parents) {
                                 for (int row = 0; row < m_model.rowCount(parent); ++row)
                                     m_moving.append({m_model.index(row, 0, parent), row});
                             }
                         });
        QObject::connect(&model, &QAbstractItemModel::layoutChanged, &model,
                         [this](const QList<QPersistentModelIndex> &parents) {
                             for (const auto &parent : parents) {
                                 auto &node = nodeOf(parent);
                                 auto moved = node.children;
                                 for (const auto &[index, before] : m_moving)
                                     moved[std::size_t(index.row())] = node.children[std::size_t(before)];
                                 node.children = std::move(moved);
                             }
                         });
        QObject::connect(&model, &QAbstractItemModel::modelReset, &model,
                         [] { ADD_FAILURE() << "the model was reset"; });
    }

    [[nodiscard]] QString picture() const { return picture(m_root, -1); }

private:
    struct Node
    {
        QString text;
        std::vector<Node> children;
    };

    static QString textOf(const QModelIndex &index)
    {
        QStringList cells;
        for (int column = 0; column < ResourceModel::ColumnCount; ++column)
            cells << index.siblingAtColumn(column).data().toString();
        return cells.join(u'|');
    }

    Node read(const QModelIndex &index) const
    {
        Node node{textOf(index), {}};
        for (int row = 0; row < m_model.rowCount(index); ++row)
            node.children.push_back(read(m_model.index(row, 0, index)));
        return node;
    }

    Node &nodeOf(const QModelIndex &index)
    {
        return index.isValid() ? nodeOf(index.parent()).children[std::size_t(index.row())] : m_root;
    }

    static QString picture(const Node &node, int depth)
    {
        auto text = depth < 0 ? QString() : QString(depth * 2, u' ') + node.text + u'\n';
        for (const auto &child : node.children)
            text += picture(child, depth + 1);
        return text;
    }

    const ResourceModel &m_model;
    Node m_root;
    QList<std::pair<QPersistentModelIndex, int>> m_moving;
};

std::vector<OutlineNode> outlineFrom(const QByteArray &picture)
{
    return outlineOf({}, treeFrom(picture));
}

/// Names repeat: twice below the same parent, below other parents, and with other states.
std::vector<OutlineNode> randomOutline(std::mt19937 &random, int depth = 0)
{
    static constexpr HealthStatus kStates[] = {HealthStatus::Healthy, HealthStatus::Degraded,
                                               HealthStatus::Progressing};
    std::vector<OutlineNode> nodes;
    for (auto left = random() % (depth == 0 ? 8U : 5U); left > 0; --left) {
        OutlineNode node;
        node.key = {{}, random() % 2 ? u"Pod"_s : u"ReplicaSet"_s, u"web"_s, u"n%1"_s.arg(random() % 6)};
        node.health.status = kStates[random() % 3];
        node.restarts = int(random() % 3);
        node.severity = int(random() % 3);
        if (random() % 10 == 0)
            node.grouped = int(random() % 3) + 100;
        if (depth < 3)
            node.children = randomOutline(random, depth + 1);
        nodes.push_back(std::move(node));
    }
    return nodes;
}

QString expectedPicture(const std::vector<OutlineNode> &nodes, int depth = 0)
{
    QString text;
    for (const auto &node : nodes) {
        QStringList cells;
        for (int column = 0; column < ResourceModel::ColumnCount; ++column)
            cells << cellText(node, ResourceModel::Column(column), Instant{});
        text += QString(depth * 2, u' ') + cells.join(u'|') + u'\n' + expectedPicture(node.children, depth + 1);
    }
    return text;
}

} // namespace

TEST(ResourceModel, ShowsTheOutlineAsText)
{
    ResourceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
    model.setNow(Instant(100s));
    model.showOutline(outlineFrom(R"(
        Deployment shop-api        Progressing "1 of 2 updated" @0
          ReplicaSet shop-api-1    Rev:4  Progressing @40
            Pod shop-api-1-a       ghcr.io/acme/shop-api:2.1.0  Degraded 0/1 x3 CrashLoopBackOff @66
    )"));
    EXPECT_EQ(pictureOf(model), uR"(shop-api Deployment|Progressing · 1 of 2 updated|||0/1||100 s
  shop-api-1 ReplicaSet · revision 4|Progressing|||0/1||60 s
    shop-api-1-a Pod|Degraded · CrashLoopBackOff||shop-api:2.1.0|0/1|3|34 s
)"_s);
    const auto pod = model.indexOf(keyOf(u"Pod"_s, u"shop-api-1-a"_s));
    EXPECT_EQ(
        test::readAloud(pod),
        u"Pod shop-api-1-a, Degraded, CrashLoopBackOff, shop-api:2.1.0, 0 of 1 containers ready, 3 restarts, age 34 s"_s);
}

TEST(ResourceModel, HandlesAnyChangeWithoutAReset)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        ResourceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
        ModelMirror mirror(model);
        for (int step = 0; step < 8; ++step) {
            const auto outline = randomOutline(random);
            SCOPED_TRACE(testing::Message() << "seed " << seed << " step " << step);
            model.showOutline(outline);
            ASSERT_EQ(pictureOf(model), expectedPicture(outline));
            ASSERT_EQ(mirror.picture(), expectedPicture(outline));
            ASSERT_EQ(model.size(), expectedPicture(outline).count(u'\n'));
        }
    }
}

TEST(ResourceModel, KeepsRowsOfTheSameResource)
{
    ResourceModel model;
    model.showOutline(outlineFrom(
        "Deployment a Healthy\n  ReplicaSet a-1 Healthy\n    Pod a-1-x a:1 Healthy 1/1\nDeployment b Healthy\n"));
    const QPersistentModelIndex pod = model.indexOf(keyOf(u"Pod"_s, u"a-1-x"_s));
    const QPersistentModelIndex other = model.indexOf(keyOf(u"Deployment"_s, u"b"_s));
    // b is degraded and moves to the top. The pod keeps its place in its ReplicaSet, and gets a sibling before it.
    model.showOutline(outlineFrom("Deployment a Healthy\n  ReplicaSet a-1 Healthy\n    Pod a-1-a a:1 Healthy 1/1\n"
                                  "    Pod a-1-x a:1 Healthy 1/1\nDeployment b Degraded\n"));
    EXPECT_EQ(other.row(), 0);
    EXPECT_EQ(pod.row(), 1);
    EXPECT_EQ(pod.data().toString(), u"a-1-x Pod"_s);
    model.showOutline(outlineFrom("Deployment b Degraded\n"));
    EXPECT_FALSE(pod.isValid());
    EXPECT_EQ(other.row(), 0);
}

TEST(ResourceModel, EmitsNothingWithoutChanges)
{
    const auto picture = "Deployment a Healthy\n  ReplicaSet a-1 Healthy\n    Pod a-1-x a:1 Healthy 1/1\n";
    ResourceModel model;
    model.showOutline(outlineFrom(picture));
    int signalCount = 0;
    QObject::connect(&model, &QAbstractItemModel::dataChanged, &model, [&signalCount] { ++signalCount; });
    QObject::connect(&model, &QAbstractItemModel::layoutChanged, &model, [&signalCount] { ++signalCount; });
    model.showOutline(outlineFrom(picture));
    EXPECT_EQ(signalCount, 0);
    model.showOutline(
        outlineFrom("Deployment a Healthy\n  ReplicaSet a-1 Healthy\n    Pod a-1-x a:1 Healthy 1/1 x1\n"));
    EXPECT_EQ(signalCount, 1);
}

} // namespace lynceus
