#include "app/gui/releases/boardmodel.h"
#include "app/gui/releases/boardview.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/widgets/pages/inlinebar.h"
#include "tests/gui/teamservermaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

/// The board with the instance "staging" and the team server "build".
class TeamServerTasks : public ::testing::Test
{
protected:
    TeamServerTasks()
    {
        InstanceState staging;
        staging.instance.id = u"staging"_s;
        staging.instance.name = u"staging"_s;
        staging.instance.baseUrl = QUrl(u"https://argocd.staging.example"_s);
        staging.connection = Connection::Live;
        m_engine.putInstance(staging);
        m_engine.putTeamServer(makeTeamServer());
    }
    void open()
    {
        m_engine.start();
        m_page.resize(1'160, 560);
        m_page.show();
        m_page.activateWindow();
        m_page.setFocus();
        drainEvents();
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList rows;
        const auto &model = *m_page.findChild<BoardView *>()->model();
        for (int group = 0; group < model.rowCount(); ++group) {
            const auto parent = model.index(group, 0);
            for (int row = 0; row < model.rowCount(parent); ++row) {
                const auto index = model.index(row, 0, parent);
                rows += index.data().toString() + u" | "_s
                    + index.data(BoardModel::InstanceRole).value<InstanceLabel>().name + u" | "_s
                    + index.data(BoardModel::SentenceRole).value<RowSentence>().joined();
            }
        }
        return rows;
    }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        const auto actions = m_page.boardActions();
        const auto found = std::ranges::find(actions, name, &QAction::objectName);
        return found == actions.end() ? nullptr : *found;
    }
    [[nodiscard]] QString barText() const
    {
        QStringList texts;
        for (const auto *label : m_page.findChild<InlineBar *>()->findChildren<QLabel *>())
            texts += label->text();
        return texts.join(u' ');
    }

    FakeClock m_clock{kRegisteredAt + std::chrono::minutes(4)};
    FakeEngine m_engine{m_clock};
    ReleasesPage m_page{m_engine, m_clock, QTimeZone("UTC")};
};

} // namespace

TEST_F(TeamServerTasks, AreListedWithServerOutcomeAndReason)
{
    m_engine.putWatch(rolling(makeWatch(u"w1"_s, u"orders"_s, u"ghcr.io/acme/orders:2.0.0"_s), 2, 3));
    m_engine.putServerTasks(u"t1"_s,
                            {makeTask(u"a-1"_s, u"payments"_s),
                             makeTask(u"a-2"_s, u"shop-web"_s, TaskState::Failed, u"the pods <b>crash</b>"_s)});
    open();
    EXPECT_EQ(rows(),
              QStringList({u"shop-web | build | Failed · the pods <b>crash</b>"_s, u"payments | build | In progress"_s,
                           u"orders | staging | 2 of 3 pods run the new version"_s}));
    ASSERT_TRUE(m_page.currentWatch());
    EXPECT_EQ(m_page.currentWatch()->request.who, u"ada"_s);
    const auto *model = m_page.findChild<BoardView *>()->model();
    QStringList remarks;
    for (const auto &found : model->match(model->index(0, 0), Qt::DisplayRole, u".*"_s, -1,
                                          Qt::MatchRegularExpression | Qt::MatchRecursive))
        remarks += found.data(BoardModel::RemarkRole).toString();
    EXPECT_EQ(remarks.count(u"by ada"_s), 2) << qPrintable(remarks.join(u'|'));
    m_engine.putServerTasks(u"t1"_s, {makeTask(u"a-1"_s, u"payments"_s, TaskState::Deployed)});
    drainEvents();
    EXPECT_TRUE(rows().contains(u"payments | build | Deployed"_s)) << "live";
    m_engine.dropTeamServer(u"t1"_s);
    drainEvents();
    EXPECT_EQ(rows().size(), 1) << "the tasks are removed with the server";
}

TEST_F(TeamServerTasks, TasksWithAWatchHaveNoOwnRow)
{
    m_engine.putServerTasks(u"t1"_s, {makeTask(u"a-1"_s, u"shop-web"_s)});
    open();
    EXPECT_EQ(rows().size(), 1);
    m_engine.putWatch(makeWatch(u"w1"_s));
    drainEvents();
    ASSERT_EQ(rows().size(), 1);
    EXPECT_TRUE(rows().front().contains(u"| staging |"_s)) << "the watch takes precedence";
    m_engine.dismissWatch(u"w1"_s);
    drainEvents();
    ASSERT_EQ(rows().size(), 1);
    EXPECT_TRUE(rows().front().contains(u"| build |"_s));
}

TEST_F(TeamServerTasks, CanBeChangedOnlyOnTheirServer)
{
    m_engine.putServerTasks(
        u"t1"_s,
        {makeTask(u"a-1"_s, u"payments"_s), makeTask(u"a-2"_s, u"shop-web"_s, TaskState::Failed, u"the pods crash"_s)});
    open();
    ASSERT_TRUE(m_page.currentWatch());
    EXPECT_EQ(m_page.currentWatch()->request.application.name, u"shop-web"_s);
    for (const auto &name :
         {u"board.extend"_s, u"board.snooze"_s, u"board.repeat"_s, u"board.copyLink"_s, u"board.share"_s})
        EXPECT_FALSE(action(name)->isEnabled()) << qPrintable(name);
    QSignalSpy page(&m_page, &ReleasesPage::pageAsked);
    QTest::keyClick(m_page.window()->focusWidget(), Qt::Key_O, Qt::ControlModifier);
    ASSERT_EQ(page.count(), 1);
    EXPECT_EQ(page.front().value(0).toUrl(), QUrl(u"https://build.acme.example/lynceus/task/a-2"_s));
    QTest::keyClick(m_page.window()->focusWidget(), Qt::Key_Delete);
    drainEvents();
    EXPECT_EQ(rows().size(), 1) << "dismissed here";
    EXPECT_EQ(m_page.dismissedTasks(), QStringList(u"task/t1/a-2"_s));
    m_engine.putServerTasks(u"t1"_s, {makeTask(u"a-2"_s, u"shop-web"_s, TaskState::Failed, u"the pods crash"_s)});
    drainEvents();
    EXPECT_EQ(rows().size(), 1) << "the state persists";
    EXPECT_TRUE(m_engine.calls().filter(u"dismissWatch"_s).isEmpty());
}

TEST_F(TeamServerTasks, WatchIsSharedWithOneKey)
{
    m_engine.putWatch(makeWatch(u"w1"_s));
    open();
    EXPECT_TRUE(action(u"board.share"_s)->isEnabled());
    QTest::keyClick(m_page.window()->focusWidget(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([&] { return m_page.findChild<InlineBar *>()->isVisible(); }));
    EXPECT_TRUE(m_engine.calls().contains(u"shareWatch w1 t1"_s));
    EXPECT_TRUE(
        barText().contains(u"shop-web is shared on build: https://build.acme.example/lynceus/task/shared-task"_s))
        << qPrintable(barText());
    QSignalSpy page(&m_page, &ReleasesPage::pageAsked);
    QTest::keyClick(m_page.window()->focusWidget(), Qt::Key_Return);
    ASSERT_EQ(page.count(), 1) << "Enter opens the page";

    m_engine.failNext({Error::Kind::SignInNeeded, {}, u"the team server rejected the request: no token"_s, false, 0});
    action(u"board.share"_s)->trigger();
    ASSERT_TRUE(waitUntil([&] { return barText().contains(u"was not shared"_s); }));
    EXPECT_TRUE(barText().contains(u"no token"_s));
}

TEST_F(TeamServerTasks, WithSeveralServersOneIsSelected)
{
    auto other = makeTeamServer(TeamServerKind::ArgoWatcher);
    other.server.place.id = u"t2"_s;
    other.server.place.name = u"a & b"_s;
    m_engine.putTeamServer(other);
    m_engine.putWatch(makeWatch(u"w1"_s));
    open();
    action(u"board.share"_s)->trigger();
    auto *menu = m_page.findChild<QMenu *>();
    ASSERT_NE(menu, nullptr);
    ASSERT_EQ(menu->actions().size(), 2);
    EXPECT_EQ(menu->actions().at(1)->text(), u"Share on a && b"_s);
    menu->actions().at(1)->trigger();
    EXPECT_TRUE(waitUntil([&] { return m_engine.calls().contains(u"shareWatch w1 t2"_s); }));
    menu->close();
}

TEST_F(TeamServerTasks, WithoutATeamServerNothingIsShared)
{
    m_engine.dropTeamServer(u"t1"_s);
    m_engine.putWatch(makeWatch(u"w1"_s));
    open();
    EXPECT_FALSE(action(u"board.share"_s)->isEnabled());
}

} // namespace lynceus
