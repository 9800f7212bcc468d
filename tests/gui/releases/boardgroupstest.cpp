#include "app/gui/environments/environments.h"
#include "app/gui/releases/arrangebutton.h"
#include "app/gui/releases/boardmodel.h"
#include "app/gui/releases/boardview.h"
#include "app/gui/releases/releasespage.h"
#include "tests/gui/teamservermaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <optional>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

Environment environment(const QString &name, Environment::By by, const QString &rule)
{
    Environment made{.name = name, .colour = u"#3b7dd8"_s, .by = by, .label = {}, .values = {}};
    setRuleText(made, rule);
    return made;
}

WatchRecord watchOn(const QString &id, const QString &instance, const QString &application)
{
    auto watch = makeWatch(id, application);
    watch.request.application.instance = instance;
    return watch;
}

/// The board with an engine whose applications the test defines.
class BoardGroupsTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        for (const auto &id : {u"dev"_s, u"prod"_s}) {
            InstanceState state;
            state.instance.id = state.instance.name = id;
            m_engine.putInstance(state);
        }
        m_environments.setAll({environment(u"canary"_s, Environment::By::Label, u"tier=canary"_s),
                               environment(u"production"_s, Environment::By::Instance, u"prod"_s)});
        m_page.follow(m_environments);
        m_engine.putWatch(watchOn(u"w1"_s, u"prod"_s, u"shop-api"_s));
        m_engine.putWatch(watchOn(u"w2"_s, u"dev"_s, u"orders"_s));
        m_engine.putWatch(ended(watchOn(u"w3"_s, u"prod"_s, u"shop-web"_s), Outcome::Deployed));
        m_engine.putWatch(failing(watchOn(u"w4"_s, u"prod"_s, u"shop-cart"_s)));
        m_engine.start();
        m_page.resize(1'160, 560);
        m_page.show();
        m_page.activateWindow();
        m_page.setFocus();
        drainEvents();
    }

    void arrange(const QString &arrangement, const QStringList &folded = {})
    {
        m_page.setArrangement(arrangement, folded);
        drainEvents();
    }
    BoardView &view() { return *m_page.findChild<BoardView *>(); }
    /// One line per group, for example "needs attention: w4".
    QStringList groups()
    {
        const auto &model = *view().model();
        QStringList groups;
        for (int group = 0; group < model.rowCount(); ++group) {
            const auto parent = model.index(group, 0);
            QStringList rows;
            for (int row = 0; row < model.rowCount(parent); ++row)
                rows.append(model.index(row, 0, parent).data().toString());
            groups.append(parent.data().toString() + u": "_s + rows.join(u' '));
        }
        return groups;
    }
    QString current() { return view().currentIndex().data().toString(); }
    void press(Qt::Key key)
    {
        QTest::keyClick(m_page.window()->focusWidget(), key);
        drainEvents();
    }

    const Application *find(const ApplicationKey &key) const
    {
        return key == ApplicationKey{u"dev"_s, key.nameSpace, u"orders"_s} && m_orders ? &*m_orders : nullptr;
    }

    std::optional<Application> m_orders;
    FakeClock m_clock{kRegisteredAt + std::chrono::minutes(4)};
    FakeEngine m_engine{m_clock};
    Environments m_environments{m_engine, [this](const ApplicationKey &key) { return find(key); }};
    ReleasesPage m_page{m_engine, m_clock, QTimeZone("UTC")};
};

} // namespace

TEST_F(BoardGroupsTest, EveryGroupingStartsWithNeedsAttention)
{
    EXPECT_EQ(
        groups(),
        (QStringList{u"Needs attention: shop-cart"_s, u"In progress: shop-api orders"_s, u"Done today: shop-web"_s}));
    arrange(u"environment urgency"_s);
    EXPECT_EQ(groups(),
              (QStringList{u"Needs attention: shop-cart"_s, u"production: shop-api shop-web"_s,
                           u"Without an environment: orders"_s}));
    arrange(u"instance name"_s);
    EXPECT_EQ(groups(), (QStringList{u"Needs attention: shop-cart"_s, u"dev: orders"_s, u"prod: shop-api shop-web"_s}));
    arrange(u"release urgency"_s);
    EXPECT_EQ(groups(),
              (QStringList{u"Needs attention: shop-cart"_s, u"Without a release: shop-api orders shop-web"_s}));
    arrange(u"nonsense"_s);
    EXPECT_EQ(groups().size(), 3) << "as without a setting";
}

TEST_F(BoardGroupsTest, EnvironmentsFollowTheSettingsOrderAndTheirApplications)
{
    arrange(u"environment urgency"_s);
    m_orders.emplace();
    m_orders->labels = {{u"tier"_s, u"canary"_s}};
    m_engine.putApplications(u"dev"_s, {*m_orders});
    drainEvents();
    EXPECT_EQ(groups(),
              (QStringList{u"Needs attention: shop-cart"_s, u"canary: orders"_s, u"production: shop-api shop-web"_s}));
    const auto &model = static_cast<const BoardModel &>(*view().model());
    const auto row = model.indexOf(u"w2"_s);
    EXPECT_EQ(row.data(BoardModel::EnvironmentRole).value<InstanceLabel>().name, u"canary"_s);
    EXPECT_TRUE(row.data(Qt::AccessibleTextRole).toString().startsWith(u"orders on dev, canary, "_s))
        << row.data(Qt::AccessibleTextRole).toString().toStdString();
    m_environments.setAll({});
    drainEvents();
    EXPECT_EQ(groups(),
              (QStringList{u"Needs attention: shop-cart"_s, u"Without an environment: shop-api orders shop-web"_s}));
}

TEST_F(BoardGroupsTest, TaskBelongsToTheEnvironmentOfItsArgoCd)
{
    arrange(u"environment urgency"_s);
    m_engine.putTeamServer(makeTeamServer());
    auto task = makeTask(u"a-1"_s, u"payments"_s);
    m_engine.putServerTasks(u"t1"_s, {task});
    drainEvents();
    EXPECT_TRUE(groups().contains(u"Without an environment: payments orders"_s)) << groups().join(u'\n').toStdString();
    task.instance = u"prod"_s;
    m_engine.putServerTasks(u"t1"_s, {task});
    drainEvents();
    EXPECT_EQ(groups(),
              (QStringList{u"Needs attention: shop-cart"_s, u"production: payments shop-api shop-web"_s,
                           u"Without an environment: orders"_s}))
        << groups().join(u'\n').toStdString();
}

TEST_F(BoardGroupsTest, MenuSelectsTheGroupingAndTheButtonShowsIt)
{
    auto &button = *m_page.arrangeButton();
    QSignalSpy arranged(&button, &ArrangeButton::arranged);
    const auto actions = button.menu()->actions();
    const auto trigger = [&actions](const QString &text) {
        for (auto *action : actions) {
            if (action->text() == text)
                action->trigger();
        }
    };
    trigger(u"Instance"_s);
    trigger(u"Name"_s);
    trigger(u"Name"_s);
    EXPECT_EQ(arranged.count(), 2) << "selecting the current grouping changes nothing";
    EXPECT_EQ(button.text(), u"Group: Instance"_s);
    EXPECT_EQ(button.accessibleName(), u"Grouped by Instance, sorted by Name"_s);
    EXPECT_EQ(m_page.arrangement(), u"instance name"_s);
    EXPECT_EQ(groups().size(), 3);
}

TEST_F(BoardGroupsTest, CollapsedGroupShowsItsStateAndExpandsAgain)
{
    EXPECT_EQ(current(), u"shop-cart"_s);
    press(Qt::Key_Down);
    EXPECT_EQ(current(), u"shop-api"_s);
    press(Qt::Key_Left);
    EXPECT_EQ(current(), u"In progress"_s) << "the group replaces the hidden current row";
    const auto group = view().currentIndex();
    EXPECT_FALSE(view().isExpanded(group));
    EXPECT_EQ(group.data(BoardModel::PodsRole).toString(), u"2"_s);
    EXPECT_EQ(group.data(Qt::AccessibleTextRole).toString(), u"In progress: In progress 2"_s);
    EXPECT_EQ(m_page.currentWatch(), nullptr);
    press(Qt::Key_Down);
    EXPECT_EQ(current(), u"shop-web"_s);
    press(Qt::Key_Up);
    EXPECT_EQ(current(), u"In progress"_s) << "the arrow keys stop at a collapsed group";
    EXPECT_EQ(m_page.foldedGroups().size(), 1);
    m_engine.putWatch(rolling(watchOn(u"w1"_s, u"prod"_s, u"shop-api"_s), 1, 3));
    drainEvents();
    EXPECT_FALSE(view().isExpanded(view().currentIndex())) << "updates do not expand the group";
    press(Qt::Key_Right);
    EXPECT_EQ(current(), u"shop-api"_s);
    EXPECT_TRUE(m_page.foldedGroups().isEmpty());
    for (const auto key : {Qt::Key_Space, Qt::Key_Return}) {
        press(Qt::Key_Left);
        EXPECT_EQ(current(), u"In progress"_s);
        press(key);
        EXPECT_EQ(current(), u"shop-api"_s);
    }
}

TEST_F(BoardGroupsTest, CurrentRowIsTheGroupAfterAWatchDisappearsInACollapsedGroup)
{
    const auto &model = static_cast<const BoardModel &>(*view().model());
    m_page.selectWatch(u"w1"_s);
    view().collapse(model.index(2, 0)); // the group of finished watches
    drainEvents();
    ASSERT_EQ(current(), u"shop-api"_s);
    m_engine.putWatch(ended(watchOn(u"w1"_s, u"prod"_s, u"shop-api"_s), Outcome::Deployed));
    drainEvents();
    EXPECT_EQ(view().currentIndex(), model.index(2, 0)) << current().toStdString();
    ASSERT_NE(m_page.currentWatch(), nullptr) << "the details stay";
    EXPECT_EQ(m_page.currentWatch()->id, u"w1"_s);
    press(Qt::Key_Up);
    EXPECT_EQ(current(), u"orders"_s);
}

TEST_F(BoardGroupsTest, CollapsingByMouseIsRememberedAndShowingAWatchExpandsItsGroup)
{
    const auto &model = static_cast<const BoardModel &>(*view().model());
    const auto click = [&](int group) {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().visualRect(model.index(group, 0)).center());
    };
    click(1);
    const auto folded = m_page.foldedGroups();
    ASSERT_EQ(folded.size(), 1);
    EXPECT_EQ(current(), u"shop-cart"_s) << "a row selected in another group stays selected";
    arrange(u"attention urgency"_s);
    EXPECT_TRUE(view().isExpanded(model.index(1, 0)));
    arrange(u"attention urgency"_s, folded);
    EXPECT_FALSE(view().isExpanded(model.index(1, 0)));
    m_page.selectWatch(u"w1"_s);
    drainEvents();
    EXPECT_TRUE(view().isExpanded(model.index(1, 0)));
    EXPECT_EQ(current(), u"shop-api"_s);
    click(1);
    click(1);
    EXPECT_TRUE(m_page.foldedGroups().isEmpty());
}

} // namespace lynceus
