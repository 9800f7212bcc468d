#include "app/gui/lists/keyedtreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Nodes that contain a text.
class Texts final : public KeyedTreeModel<QString>
{
public:
    using KeyedTreeModel::indexOfKey;
    using KeyedTreeModel::show;
    using KeyedTreeModel::Wanted;

    [[nodiscard]] int columnCount(const QModelIndex &) const override { return 1; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return index.isValid() && role == Qt::DisplayRole ? payload(index) : QVariant();
    }

private:
    void complete(QString &inserted) const override { inserted = u"new "_s + inserted; }
    void renew(QString &shown, const QString &wanted) const override
    {
        if (shown != u"new "_s + wanted)
            shown = wanted;
    }
};

using Wanted = Texts::Wanted;

Wanted node(const QString &key, std::vector<Wanted> children = {})
{
    return {key, key, std::move(children)};
}

/// Writes a tree as "a(b c) d".
QString outline(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList parts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto index = model.index(row, 0, parent);
        const auto below = outline(model, index);
        parts += index.data().toString().remove(u"new "_s) + (below.isEmpty() ? QString() : u'(' + below + u')');
    }
    return parts.join(u' ');
}

class KeyedTreeModelTest : public testing::Test
{
protected:
    Texts m_texts;
    QAbstractItemModelTester m_tester{&m_texts, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

TEST_F(KeyedTreeModelTest, ShowsTheGivenTree)
{
    m_texts.show({node(u"a"_s, {node(u"b"_s), node(u"c"_s)}), node(u"d"_s)});
    EXPECT_EQ(outline(m_texts), u"a(b c) d"_s);
    EXPECT_EQ(m_texts.indexOfKey(u"c"_s).data().toString(), u"new c"_s) << "the value is complete before the signal";
    EXPECT_EQ(m_texts.indexOfKey(u"c"_s).parent(), m_texts.indexOfKey(u"a"_s));
    EXPECT_FALSE(m_texts.indexOfKey(u"x"_s).isValid());
    m_texts.show({});
    EXPECT_EQ(m_texts.rowCount(), 0);
}

TEST_F(KeyedTreeModelTest, MovedNodeKeepsItsIdentity)
{
    m_texts.show({node(u"a"_s, {node(u"b"_s, {node(u"c"_s)})}), node(u"d"_s)});
    const QPersistentModelIndex moved = m_texts.indexOfKey(u"b"_s);
    const QPersistentModelIndex below = m_texts.indexOfKey(u"c"_s);
    QSignalSpy resets(&m_texts, &QAbstractItemModel::modelReset);
    QSignalSpy moves(&m_texts, &QAbstractItemModel::rowsMoved);
    QSignalSpy removals(&m_texts, &QAbstractItemModel::rowsRemoved);
    m_texts.show({node(u"d"_s, {node(u"b"_s, {node(u"c"_s)})})});
    EXPECT_EQ(outline(m_texts), u"d(b(c))"_s);
    EXPECT_TRUE(moved.isValid() && below.isValid()) << "selection and scroll position depend on these indexes";
    EXPECT_EQ(moved.parent(), m_texts.indexOfKey(u"d"_s));
    EXPECT_EQ(moves.size(), 2) << "d moves to the front, b below d";
    EXPECT_EQ(removals.size(), 1) << "a is removed when it has no children";
    EXPECT_EQ(resets.size(), 0);
}

TEST_F(KeyedTreeModelTest, AdjacentRemovalsAreOneSignal)
{
    m_texts.show({node(u"a"_s), node(u"b"_s), node(u"c"_s), node(u"d"_s)});
    QSignalSpy removals(&m_texts, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moves(&m_texts, &QAbstractItemModel::rowsMoved);
    m_texts.show({node(u"a"_s), node(u"d"_s)});
    EXPECT_EQ(outline(m_texts), u"a d"_s);
    EXPECT_EQ(removals.size(), 1);
    EXPECT_EQ(moves.size(), 0);
}

// QAbstractItemModelTester checks each step.
TEST_F(KeyedTreeModelTest, AnyTreeCanBecomeAnyOther)
{
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same trees each time
    for (int step = 0; step < 200; ++step) {
        std::vector<Wanted> wanted;
        QStringList keys{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s};
        std::shuffle(keys.begin(), keys.end(), random);
        for (const auto &key : keys.first(qsizetype(random() % 8))) {
            if (wanted.empty() || random() % 2 == 0)
                wanted.push_back(node(key));
            else if (wanted.back().children.empty() || random() % 2 == 0)
                wanted.back().children.push_back(node(key));
            else
                wanted.back().children.back().children.push_back(node(key));
        }
        m_texts.show(wanted);
        Texts fresh;
        fresh.show(wanted);
        ASSERT_EQ(outline(m_texts), outline(fresh)) << "step " << step;
    }
}

} // namespace lynceus
