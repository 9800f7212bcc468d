#include "app/gui/releases/boardmodel.h"

#include "tests/support/fakeclock.h"
#include "tests/support/watchmaker.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <algorithm>
#include <memory>
#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

struct MirrorNode
{
    QString text;
    std::vector<std::shared_ptr<MirrorNode>> children; // pointers stay valid while siblings move

    friend bool operator==(const MirrorNode &left, const MirrorNode &right)
    {
        return left.text == right.text
            && std::ranges::equal(left.children, right.children,
                                  [](const auto &one, const auto &other) { return *one == *other; });
    }
};

QString textOf(const QModelIndex &index)
{
    return index.data().toString() + u" | "_s + index.data(BoardModel::SentenceRole).value<RowSentence>().joined()
        + u" | "_s + index.data(BoardModel::InstanceRole).value<InstanceLabel>().name;
}

MirrorNode mirrorOf(const QAbstractItemModel &model, const QModelIndex &index = {})
{
    MirrorNode mirror;
    if (index.isValid())
        mirror.text = textOf(index);
    for (int row = 0; row < model.rowCount(index); ++row)
        mirror.children.push_back(std::make_shared<MirrorNode>(mirrorOf(model, model.index(row, 0, index))));
    return mirror;
}

/// Applies the model's signals to a copy, as a view does.
class Recorder
{
public:
    explicit Recorder(const BoardModel &model)
        : m_model(model)
    {
        QObject::connect(&model, &QAbstractItemModel::rowsInserted, &m_context,
                         [this](const QModelIndex &parent, int first, int last) {
                             auto &children = at(parent).children;
                             for (int row = first; row <= last; ++row)
                                 children.insert(
                                     children.begin() + row,
                                     std::make_shared<MirrorNode>(mirrorOf(m_model, m_model.index(row, 0, parent))));
                         });
        QObject::connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, &m_context,
                         [this](const QModelIndex &parent, int first, int last) {
                             auto &children = at(parent).children;
                             children.erase(children.begin() + first, children.begin() + last + 1);
                         });
        QObject::connect(&model, &QAbstractItemModel::rowsAboutToBeMoved, &m_context,
                         [this](const QModelIndex &from, int first, int last, const QModelIndex &to, int row) {
                             ASSERT_EQ(first, last);
                             auto &source = at(from).children;
                             auto &target = at(to).children;
                             const auto moved = source[std::size_t(first)];
                             source.erase(source.begin() + first);
                             // Qt's target row is the one before the removal.
                             target.insert(target.begin() + (&source == &target && row > first ? row - 1 : row), moved);
                         });
        QObject::connect(&model, &QAbstractItemModel::dataChanged, &m_context,
                         [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                             ++spans;
                             EXPECT_FALSE(roles.isEmpty()) << "exact roles";
                             for (int row = first.row(); row <= last.row(); ++row)
                                 at(first.siblingAtRow(row)).text = textOf(first.siblingAtRow(row));
                         });
        QObject::connect(&model, &QAbstractItemModel::modelReset, &m_context, [] { FAIL() << "a reset"; });
    }

    MirrorNode mirror;
    int spans = 0;

private:
    MirrorNode &at(const QModelIndex &index)
    {
        return index.isValid() ? *at(index.parent()).children[std::size_t(index.row())] : mirror;
    }

    const BoardModel &m_model;
    QObject m_context;
};

class BoardModelTest : public ::testing::Test
{
protected:
    WatchRecord anyWatch(int number)
    {
        auto watch = makeWatch(u"w%1"_s.arg(number), u"app-%1"_s.arg(number % 7));
        watch.registeredAt += Duration(m_random() % 1'000);
        if (number % 3 != 0)
            watch.request.release = u"release-%1"_s.arg(m_random() % 3);
        switch (m_random() % 6) {
        case 0:
            return failing(watch);
        case 1:
            return held(watch);
        case 2:
            return rolling(watch, int(m_random() % 4), 3);
        case 3:
            return watch;
        default:
            return ended(watch, Outcome(1 + m_random() % 8));
        }
    }

    std::mt19937 m_random{7};
    FakeClock m_clock{kRegisteredAt};
    BoardModel m_model{m_clock, QTimeZone("UTC")};
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

InstanceState named(const QString &id, const QString &name)
{
    InstanceState state;
    state.instance.id = id;
    state.instance.name = name;
    state.instance.colour = u"#7a5cd6"_s;
    return state;
}

TEST_F(BoardModelTest, SignalsMatchAllChangesWithoutReset)
{
    Recorder recorder(m_model);
    for (int round = 0; round < 400; ++round) {
        for (int change = 0; change < 1 + int(m_random() % 4); ++change) {
            const int number = int(m_random() % 14);
            if (m_random() % 4 == 0)
                m_model.removeWatch(u"w%1"_s.arg(number));
            else
                m_model.putWatch(anyWatch(number));
        }
        if (round % 50 == 0)
            m_model.putInstance(named(u"staging"_s, u"name %1"_s.arg(round)));
        if (round % 15 == 0)
            m_model.setArrangement({BoardGrouping(m_random() % 4), BoardSorting(m_random() % 3)});
        if (const auto group = m_model.index(0, 0); round % 7 == 0 && group.isValid())
            m_model.setFolded(group, !m_model.isFolded(group));
        if (round % 90 == 0)
            m_clock.advance(std::chrono::hours(13));
        m_model.flush();
        ASSERT_EQ(recorder.mirror, mirrorOf(m_model)) << "round " << round;
    }
}

TEST_F(BoardModelTest, CountsRowsThatNeedAttention)
{
    const auto attentionRows = [this] {
        for (int group = 0; group < m_model.rowCount(); ++group) {
            const auto index = m_model.index(group, 0);
            if (index.data().toString() == u"Needs attention"_s)
                return m_model.rowCount(index);
        }
        return 0;
    };
    int most = 0;
    for (int round = 0; round < 200; ++round) {
        m_model.putWatch(anyWatch(int(m_random() % 40)));
        m_model.flush();
        ASSERT_EQ(m_model.needingAttention(), attentionRows()) << "round " << round;
        most = std::max(most, attentionRows());
    }
    EXPECT_GT(most, 2);
}

TEST_F(BoardModelTest, CollapsedReleaseShowsItsOutcome)
{
    auto web = makeWatch(u"w1"_s, u"shop-web"_s);
    auto api = makeWatch(u"w2"_s, u"shop-api"_s);
    web.request.release = api.request.release = u"Friday"_s;
    const auto release = [&](const WatchRecord &one, const WatchRecord &other) {
        m_model.putWatch(one);
        m_model.putWatch(other);
        m_model.flush();
        return m_model.indexOf(u"w1"_s).parent();
    };
    const auto sentence = [](const QModelIndex &index) {
        return index.data(BoardModel::SentenceRole).value<RowSentence>().joined();
    };
    const auto role = [](const QModelIndex &index) { return index.data(BoardModel::StateRoleRole).value<StateRole>(); };
    const auto done = ended(web, Outcome::Deployed);
    auto row = release(done, ended(api, Outcome::Deployed));
    EXPECT_EQ(role(row), StateRole::Good);
    EXPECT_EQ(sentence(row), u"2 of 2 deployed"_s);
    EXPECT_TRUE(row.data(BoardModel::OverRole).toBool());
    row = release(done, ended(failing(api), Outcome::Failed));
    EXPECT_EQ(role(row), StateRole::Bad);
    EXPECT_TRUE(sentence(row).contains(u"1 of 2 deployed"_s)) << sentence(row).toStdString();
    EXPECT_TRUE(sentence(row).contains(u"shop-api"_s))
        << "the failed application is named: " << sentence(row).toStdString();
    row = release(done, ended(api, Outcome::TimedOut));
    EXPECT_NE(role(row), StateRole::Good);
    EXPECT_TRUE(sentence(row).contains(u"shop-api"_s)) << sentence(row).toStdString();
}

TEST_F(BoardModelTest, PersistentIndexesFollowAWatchAcrossGroups)
{
    m_model.putWatch(makeWatch(u"w1"_s));
    m_model.putWatch(makeWatch(u"w2"_s, u"orders"_s));
    m_model.flush();
    const QPersistentModelIndex row(m_model.indexOf(u"w1"_s));
    EXPECT_EQ(row.parent().data().toString(), u"In progress"_s);
    m_model.putWatch(failing(makeWatch(u"w1"_s)));
    m_model.flush();
    ASSERT_TRUE(row.isValid());
    EXPECT_EQ(row.parent().data().toString(), u"Needs attention"_s);
    EXPECT_EQ(m_model.needingAttention(), 1);
    m_model.putWatch(ended(makeWatch(u"w1"_s), Outcome::Deployed));
    m_model.flush();
    EXPECT_EQ(row.parent().data().toString(), u"Done today"_s);
    EXPECT_EQ(m_model.needingAttention(), 0);
    m_clock.advance(std::chrono::hours(24));
    m_model.timeWentBy();
    EXPECT_EQ(row.parent().data().toString(), u"Earlier"_s);
}

TEST_F(BoardModelTest, RolloutBecomesLateAsTimePasses)
{
    m_model.putWatch(rolling(makeWatch(u"w1"_s), 1, 3)); // first seen 5 s after kRegisteredAt
    m_model.putEta(u"w1"_s, {std::chrono::seconds(35), std::chrono::seconds(60), 5});
    m_model.flush();
    const auto row = m_model.indexOf(u"w1"_s);
    m_clock.jump(kRegisteredAt + std::chrono::seconds(30) - m_clock.now());
    m_model.flush();
    EXPECT_EQ(row.data(BoardModel::TimeRole).toString(), u"usually 35 s"_s);
    EXPECT_FALSE(row.data(BoardModel::ExplainsRole).toBool());
    m_clock.advance(std::chrono::seconds(34)); // one second before it is late
    m_model.timeWentBy();
    EXPECT_FALSE(row.data(BoardModel::ExplainsRole).toBool());
    m_clock.advance(std::chrono::seconds(1));
    m_model.timeWentBy();
    EXPECT_TRUE(row.data(BoardModel::ExplainsRole).toBool()) << "the explanation has its own line now";
    EXPECT_TRUE(row.data(BoardModel::SentenceRole).value<RowSentence>().rest.contains(u"late, usually 35 s"_s));
    EXPECT_TRUE(row.data(BoardModel::TimeRole).toString().endsWith(u" left"_s));
}

TEST_F(BoardModelTest, NoteHasItsOwnLineAndIsSearchable)
{
    auto watch = makeWatch(u"w1"_s);
    watch.takenBy = u"ada"_s;
    watch.request.note = u"waits for the DBA"_s;
    m_model.putWatch(watch);
    m_model.putWatch(makeWatch(u"w2"_s, u"orders"_s));
    m_model.flush();
    const auto row = m_model.indexOf(u"w1"_s);
    EXPECT_EQ(row.data(BoardModel::RemarkRole).toString(), u"ada is on it: waits for the DBA"_s);
    EXPECT_TRUE(row.data(BoardModel::ExplainsRole).toBool());
    EXPECT_TRUE(row.data(Qt::AccessibleTextRole).toString().contains(u"ada is on it"_s));
    m_model.setFilter(u"ada"_s);
    EXPECT_EQ(m_model.shown(), 1);
    m_model.setFilter({});
    watch.takenBy.clear();
    watch.request.note.clear();
    m_model.putWatch(watch);
    m_model.flush();
    EXPECT_FALSE(row.data(BoardModel::ExplainsRole).toBool());
}

TEST_F(BoardModelTest, ChangeSignalsOnlyItsRowAndRoles)
{
    m_model.putWatch(rolling(makeWatch(u"w1"_s), 1, 3));
    m_model.putWatch(rolling(makeWatch(u"w2"_s, u"orders"_s), 1, 3));
    m_model.flush();
    QList<QList<int>> roles;
    QObject::connect(&m_model, &QAbstractItemModel::dataChanged, &m_model,
                     [&](const QModelIndex &first, const QModelIndex &last, const QList<int> &touched) {
                         EXPECT_EQ(first, last);
                         EXPECT_EQ(first, m_model.indexOf(u"w1"_s));
                         roles.append(touched);
                     });
    m_model.putWatch(rolling(makeWatch(u"w1"_s), 2, 3));
    m_model.flush();
    ASSERT_EQ(roles.size(), 1);
    EXPECT_TRUE(roles.front().contains(BoardModel::PodsRole));
    EXPECT_TRUE(roles.front().contains(BoardModel::SentenceRole));
    EXPECT_FALSE(roles.front().contains(BoardModel::MarksRole));
    m_model.putWatch(rolling(makeWatch(u"w1"_s), 2, 3));
    m_model.flush();
    EXPECT_EQ(roles.size(), 1) << "nothing changed";
}

TEST_F(BoardModelTest, RenamingAnInstanceSignalsOneSpan)
{
    for (int number = 0; number < 5; ++number)
        m_model.putWatch(makeWatch(u"w%1"_s.arg(number), u"app-%1"_s.arg(number)));
    m_model.flush();
    Recorder recorder(m_model);
    recorder.mirror = mirrorOf(m_model);
    m_model.putInstance(named(u"staging"_s, u"Staging"_s));
    m_model.flush();
    EXPECT_EQ(recorder.spans, 1);
    EXPECT_EQ(recorder.mirror, mirrorOf(m_model));
}

TEST_F(BoardModelTest, ReleaseShowsOneBarAndRowsReadAsSentences)
{
    auto cart = ended(makeWatch(u"w1"_s, u"shop-cart"_s), Outcome::Deployed);
    auto api = failing(makeWatch(u"w2"_s, u"shop-api"_s));
    cart.request.release = api.request.release = u"Friday"_s;
    m_model.putInstance(named(u"staging"_s, u"Staging"_s));
    m_model.putWatch(cart);
    m_model.putWatch(api);
    m_model.flush();
    const auto release = m_model.indexOf(u"w1"_s).parent();
    EXPECT_EQ(release.data().toString(), u"Friday"_s);
    EXPECT_EQ(release.data(BoardModel::MarksRole).value<StageMarks>()[1], StageMark::Failing);
    EXPECT_EQ(m_model.watchesAt(release), (QStringList{u"w1"_s, u"w2"_s}));
    EXPECT_EQ(m_model.watchAt(release)->id, u"w2"_s);
    const auto spoken = m_model.indexOf(u"w2"_s).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(
        spoken.startsWith(u"shop-api on Staging, 1.4.0 → 1.5.0: Failing. Noticed, Applied: failing. Hook Job "_s))
        << qPrintable(spoken);
    EXPECT_FALSE(m_model.flags(release.parent()).testFlag(Qt::ItemIsEnabled)) << "arrow keys pass over groups";
}

} // namespace

// A typed letter must not move the rows one by one: the view reads all rows again after each move.
TEST(BoardModel, FiltersFiveHundredWatchesWithoutMovingRows)
{
    constexpr int kWatches = 500;
    const FakeClock clock(kRegisteredAt);
    BoardModel model(clock, QTimeZone("UTC"));
    for (int i = 0; i < kWatches; ++i)
        model.putWatch(
            rolling(makeWatch(u"w%1"_s.arg(i), (i % 5 == 0 ? u"mailer-%1"_s : u"orders-%1"_s).arg(i)), 1, 3));
    model.flush();
    const QAbstractItemModelTester tester(&model);
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setFilter(u"mailer"_s);
    EXPECT_EQ(model.rowCount(model.index(0, 0)), kWatches / 5);
    model.setFilter({});
    EXPECT_EQ(model.rowCount(model.index(0, 0)), kWatches);
    model.setFilter(u"7"_s);
    EXPECT_EQ(moved.count(), 0);
    for (const auto &change : std::as_const(changed))
        EXPECT_FALSE(change.value(0).toModelIndex().parent().isValid()) << "only groups update their counts";
}

TEST(BoardModel, FindsAWatchByTextChangedWhileFiltered)
{
    const FakeClock clock(kRegisteredAt);
    BoardModel model(clock, QTimeZone("UTC"));
    auto watch = makeWatch(u"w1"_s, u"shop"_s);
    model.putWatch(watch);
    model.flush();
    model.setFilter(u"grace"_s);
    EXPECT_EQ(model.rowCount(), 0);
    watch.takenBy = u"grace"_s;
    model.putWatch(watch);
    model.flush();
    EXPECT_EQ(model.rowCount(), 1);
    InstanceState state;
    state.instance.id = watch.request.application.instance;
    state.instance.name = u"lab"_s;
    model.putInstance(state);
    model.flush();
    model.setFilter(u"lab"_s);
    EXPECT_EQ(model.rowCount(), 1);
}

} // namespace lynceus
