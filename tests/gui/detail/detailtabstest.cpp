#include "app/gui/detail/resources/resourcemodel.h"
#include "app/gui/detail/resources/resourcestab.h"
#include "app/gui/detail/resources/resourceview.h"
#include "app/gui/widgets/text/agetext.h"
#include "tests/gui/detail/tabsscene.h"

#include <QHeaderView>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

TEST_F(DetailTabsTest, FollowsTheLogOfTheSelectedPod)
{
    openLogs();
    EXPECT_EQ(followed()->query().pod, DetailScene::crashingPod().name);
    EXPECT_EQ(followed()->query().container, u"app"_s);
    EXPECT_FALSE(followed()->query().previous);
    EXPECT_EQ(log()->verticalScrollBar()->value(), log()->verticalScrollBar()->maximum());
    followed()->write({{u"the newest line"_s, {}, {}, false}});
    EXPECT_TRUE(waitUntil([this] { return log()->toPlainText().endsWith(u"the newest line"_s); }));
    EXPECT_EQ(log()->verticalScrollBar()->value(), log()->verticalScrollBar()->maximum());
}

TEST_F(DetailTabsTest, AgesAndTitlesOfTheTreeAreNotElided)
{
    const auto *tree = m_pane.findChild<ResourceView *>();
    ASSERT_NE(tree, nullptr);
    constexpr int kMargins = 12;
    const auto room = [tree](int column) { return tree->header()->sectionSize(column) - kMargins; };
    for (const std::chrono::seconds age : {119s, 119 * 60s, 47 * 3'600s, 999 * 86'400s})
        EXPECT_GE(room(ResourceModel::Age), tree->fontMetrics().horizontalAdvance(ageText(age)))
            << qPrintable(ageText(age));
    for (int column = 0; column < ResourceModel::ColumnCount; ++column) {
        const auto title = tree->model()->headerData(column, Qt::Horizontal).toString();
        EXPECT_GE(room(column), tree->header()->fontMetrics().horizontalAdvance(title)) << qPrintable(title);
    }
}

TEST_F(DetailTabsTest, LogStaysAfterThePodIsDeleted)
{
    openLogs();
    const auto words = log()->toPlainText();
    auto *pods = named<QComboBox>(u"Pod"_s);
    m_scene.engine().putTree(m_scene.key(), treeFrom(R"(
        Deployment shop-api         Rev:5 Progressing
          ReplicaSet shop-api-5c9d8f7b6  Rev:4 Healthy
            Pod shop-api-5c9d8f7b6-ngqwp  ghcr.io/acme/shop-api:2.0.0 Healthy 1/1
            Pod shop-api-5c9d8f7b6-x2x4z  ghcr.io/acme/shop-api:2.0.0 Healthy 1/1
    )"));
    drainEvents();
    EXPECT_EQ(log()->toPlainText(), words);
    EXPECT_TRUE(pods->currentText().startsWith(DetailScene::crashingPod().name)) << pods->currentText().toStdString();
    EXPECT_TRUE(pods->currentText().endsWith(u"gone"_s)) << pods->currentText().toStdString();
    select(u"shop-api-5c9d8f7b6-x2x4z"_s);
    select(u"shop-api-5c9d8f7b6-ngqwp"_s);
    EXPECT_TRUE(pods->currentText().startsWith(u"shop-api-5c9d8f7b6-ngqwp"_s)) << "the user selected another container";
    EXPECT_EQ(pods->findText(u"gone"_s, Qt::MatchContains), -1);
}

TEST(ResourcesTab, ReportsOnceWhichResourceReplacesADeletedOne)
{
    const FakeClock clock;
    ResourcesTab tab(clock);
    const auto application = std::make_shared<const Application>();
    const auto showTree = [&](const QByteArray &picture) {
        tab.showTree(application, std::make_shared<const ResourceTree>(treeFrom(picture)));
    };
    showTree(R"(
        Deployment web         Progressing
          ReplicaSet web-1     Rev:1 Progressing
            Pod web-1-a        web:1 Degraded 0/1
            Pod web-1-b        web:1 Healthy 1/1
            Pod web-1-c        web:1 Healthy 1/1
    )");
    tab.select(keyOf(u"Pod"_s, u"web-1-a"_s));
    ASSERT_TRUE(tab.selected());
    QStringList reported;
    QObject::connect(&tab, &ResourcesTab::selectionChanged, &tab,
                     [&] { reported += tab.selected() ? tab.selected()->key.name : u"none"_s; });
    showTree(R"(
        Service web            Healthy
        Service web-internal   Healthy
        Deployment web         Progressing
          ReplicaSet web-1     Rev:1 Progressing
            Pod web-1-b        web:1 Healthy 1/1
            Pod web-1-c        web:1 Healthy 1/1
    )");
    ASSERT_TRUE(tab.selected());
    const auto row = tab.findChild<QTreeView *>()->currentIndex().siblingAtColumn(0).data().toString();
    EXPECT_TRUE(row.startsWith(tab.selected()->key.name + u' ')) << row.toStdString();
    EXPECT_EQ(reported, QStringList{tab.selected()->key.name});
    EXPECT_FALSE(tab.selected()->uid.isEmpty());
}

TEST_F(DetailTabsTest, OffersOtherContainersAndThePreviousRun)
{
    openLogs();
    auto *containers = named<QComboBox>(u"Container"_s);
    ASSERT_EQ(containers->count(), 3);
    containers->setFocus();
    QTest::keyClick(containers, Qt::Key_End);
    EXPECT_EQ(followed()->query().container, u"init-db"_s);
    auto *previous = named<QCheckBox>(u"previousContainer"_s);
    previous->setFocus();
    QTest::keyClick(previous, Qt::Key_Space);
    EXPECT_TRUE(followed()->query().previous);
    EXPECT_EQ(m_pane.findChildren<FakeLogView *>().size(), 1) << "the stream before is closed";
}

TEST_F(DetailTabsTest, ScrolledUpLogStaysAndShowsNewLineCount)
{
    openLogs();
    log()->setFocus();
    QTest::keyClick(log(), Qt::Key_Home, Qt::ControlModifier);
    ASSERT_TRUE(log()->isPaused());
    const auto before = log()->blockCount();
    followed()->write({{u"one"_s, {}, {}, false}, {u"two"_s, {}, {}, false}});
    auto *follow = named<QAbstractButton>(u"follow"_s);
    EXPECT_TRUE(waitUntil([follow] { return follow->text() == u"2 new lines"_s; }));
    EXPECT_EQ(log()->blockCount(), before);
    EXPECT_EQ(log()->verticalScrollBar()->value(), 0);
    follow->setFocus();
    QTest::keyClick(follow, Qt::Key_Space);
    EXPECT_TRUE(log()->toPlainText().endsWith(u"two"_s));
    EXPECT_FALSE(log()->isPaused());
    EXPECT_FALSE(follow->isVisible());
}

TEST_F(DetailTabsTest, KeysSearchTheLog)
{
    openLogs();
    log()->setFocus();
    ASSERT_TRUE(m_pane.find());
    auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_NE(search, nullptr);
    QTest::keyClicks(search, u"error"_s);
    auto *found = named<QLabel>(u"found"_s);
    EXPECT_EQ(found->text(), u"4 of 4"_s);
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_EQ(found->text(), u"1 of 4"_s);
    EXPECT_EQ(log()->textCursor().block().text(), u"line 50: ERROR cannot reach the database"_s);
    QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(found->text(), u"4 of 4"_s);
    log()->follow();
    followed()->write({{u"another Error"_s, {}, {}, false}});
    EXPECT_TRUE(waitUntil([found] { return found->text().endsWith(u"of 5"_s); }));
    QTest::keyClicks(search, u" nowhere"_s);
    EXPECT_EQ(found->text(), u"no match"_s);
}

TEST_F(DetailTabsTest, ExplainsForbiddenLogs)
{
    m_scene.answers().logError = Error{.kind = Error::Kind::Forbidden, .message = u"permission denied"_s};
    m_scene.answers().logs.clear();
    m_pane.openTab(DetailPane::Tab::Logs);
    EXPECT_TRUE(waitUntil([this] {
        return state().find("Your account does not have access to logs in project shop") != std::string::npos;
    }));
}

TEST_F(DetailTabsTest, FollowsARestartedContainer)
{
    openLogs();
    followed()->end();
    EXPECT_EQ(state(), "The container ended.");
    auto tree = *m_scene.answers().tree;
    tree.nodes[std::size_t(tree.indexOf(DetailScene::crashingPod()))].restarts = 5;
    m_scene.engine().putTree(m_scene.key(), tree);
    m_scene.engine().views().front()->reportTree();
    EXPECT_NE(state(), "The container ended.");
    EXPECT_TRUE(waitUntil([this] { return log()->blockCount() > 100; }));
}

TEST_F(DetailTabsTest, KeepsABoundedNumberOfLines)
{
    openLogs();
    std::vector<LogLine> lines;
    for (int i = 0; i < 2 * LogText::kKeptLines; ++i)
        lines.push_back({u"flood %1"_s.arg(i), {}, {}, false});
    followed()->write(lines);
    EXPECT_TRUE(waitUntil([this] { return log()->toPlainText().endsWith(u"flood 19999"_s); }));
    EXPECT_EQ(log()->blockCount(), LogText::kKeptLines);
}

TEST_F(DetailTabsTest, FollowsNoLogWhileHidden)
{
    openLogs();
    m_pane.openTab(DetailPane::Tab::Events);
    EXPECT_EQ(followed(), nullptr);
}

TEST_F(DetailTabsTest, ApplicationWithoutPodsHasNoLogs)
{
    m_scene.engine().putTree(m_scene.key(), treeFrom("Service web Healthy"));
    m_scene.engine().views().front()->reportTree();
    EXPECT_FALSE(m_pane.isTabShown(DetailPane::Tab::Logs));
}

TEST_F(DetailTabsTest, JobWithoutPodsShowsNoLogOfOtherPods)
{
    m_scene.engine().putTree(m_scene.key(), treeFrom(R"(
        Job shop-api-migrate        Degraded
        Deployment shop-api         Rev:5 Progressing
          ReplicaSet shop-api-866476d94c  Rev:5 Progressing
            Pod shop-api-866476d94c-9nvt2 ghcr.io/acme/shop-api:2.1.0 Degraded 0/1 x4 CrashLoopBackOff
    )"));
    drainEvents();
    openLogs();
    m_pane.openTab(DetailPane::Tab::Resources);
    select(u"shop-api-migrate Job"_s);
    m_pane.openTab(DetailPane::Tab::Logs);
    EXPECT_TRUE(waitUntil([this] { return state() == "Job shop-api-migrate has no pods."; })) << state();
    EXPECT_EQ(log()->toPlainText().toStdString(), "");
    EXPECT_EQ(followed(), nullptr);
    EXPECT_EQ(named<QComboBox>(u"Pod"_s)->count(), 0);
    select(u"shop-api-866476d94c-9nvt2"_s);
    EXPECT_TRUE(waitUntil([this] { return followed() != nullptr; }))
        << "timeout: the log of the selected pod is not followed";
}

TEST_F(DetailTabsTest, EnterOpensTheMostUsefulTab)
{
    auto *view = m_pane.findChild<QTreeView *>(u"resources"_s);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    EXPECT_TRUE(log()->isVisible());
    m_pane.openTab(DetailPane::Tab::Resources);
    select(u"shop-api Service"_s);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    EXPECT_TRUE(named<QLabel>(u"manifestHeading"_s)->isVisible());
    // On the offscreen platform, no window is active and keys trigger no shortcuts, so the test triggers the action
    // itself.
    const QKeySequence next(Qt::CTRL | Qt::Key_PageDown);
    const auto actions = m_pane.actions();
    const auto turn = std::ranges::find(actions, next, &QAction::shortcut);
    ASSERT_NE(turn, actions.end());
    (*turn)->trigger();
    EXPECT_FALSE(named<QLabel>(u"manifestHeading"_s)->isVisible());
}

TEST_F(DetailTabsTest, ReadsAndUpdatesTheTimeline)
{
    m_pane.openTab(DetailPane::Tab::Timeline);
    auto *view = m_pane.findChild<QWidget *>(u"timeline"_s);
    auto *words = named<QLabel>(u"timelineText"_s);
    ASSERT_TRUE(waitUntil([words] { return words->text().startsWith(u"Up and Down"_s); }));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Up);
    EXPECT_EQ(words->text(), u"Pod shop-api-5c9d8f7b6-aaaaa: gone"_s);
    auto more = m_scene.timeline();
    more.push_back(
        {m_scene.clock().now(), TimelineEntry::Kind::Resource, keyOf(u"Pod"_s, u"newest"_s), u"Healthy"_s, {}});
    m_scene.engine().putHistory(m_scene.watch(), more);
    auto watch = m_scene.watch();
    watch.verdict.stage = Stage::Running;
    m_scene.engine().putWatch(watch);
    EXPECT_TRUE(waitUntil([&] {
        QTest::keyClick(view, Qt::Key_Down);
        return words->text().startsWith(u"Pod newest: Healthy"_s);
    }));
}

} // namespace lynceus::test
