#include "app/gui/detail/evidencetab.h"
#include "app/gui/widgets/dialogs/reportview.h"
#include "core/domain/teamserver/cutevidence.h"
#include "core/domain/teamserver/taskwatch.h"
#include "tests/gui/detail/panescene.h"
#include "tests/gui/teamservermaker.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

TEST_F(DetailPaneTest, ShowsTheServersReportOfATask)
{
    m_scene.engine().putTeamServer(makeTeamServer());
    auto task = makeTask(u"a-1"_s, u"elsewhere"_s, TaskState::Failed, u"the pods crash"_s);
    m_scene.engine().putServerTasks(u"t1"_s, {task});
    m_pane.showWatch(watchOf(task, u"t1"_s));
    ASSERT_TRUE(waitUntil([this] { return !m_pane.isTabShown(DetailPane::Tab::Resources); }));
    EXPECT_THAT(texts(), HasSubstr("the pods crash"));
    EXPECT_THAT(texts(), HasSubstr("Data from build. None of your instances has this application."));
    EXPECT_TRUE(m_pane.isTabShown(DetailPane::Tab::Evidence));
    for (const auto tab : {DetailPane::Tab::Resources, DetailPane::Tab::Timeline, DetailPane::Tab::Manifest})
        EXPECT_FALSE(m_pane.isTabShown(tab));
    EXPECT_TRUE(m_scene.engine().calls().contains(u"readTaskVerdict t1 a-1"_s));
    QSignalSpy page(&m_pane, &DetailPane::addressRequested);
    for (auto *button : m_pane.findChildren<QPushButton *>()) {
        if (button->accessibleName() == "Open on the team server"_L1)
            button->click();
    }
    ASSERT_EQ(page.count(), 1);
    EXPECT_EQ(page.front().value(0).toUrl(), QUrl(u"https://build.acme.example/lynceus/task/a-1"_s));

    task.verdict.emplace();
    task.verdict->facts.emplace();
    task.verdict->facts->outcome = Outcome::Failed;
    task.verdict->facts->cause.emplace();
    task.verdict->facts->cause->kind = Cause::Kind::CrashLoop;
    task.verdict->facts->cause->resource = {{}, u"Pod"_s, u"shop"_s, u"elsewhere-7c9"_s};
    m_scene.engine().putServerTasks(u"t1"_s, {task});
    EXPECT_THAT(texts(), HasSubstr("Pod elsewhere-7c9")) << "the verdict came";
    const auto evidence = [this] {
        return m_pane.findChild<EvidenceTab *>()->findChild<ReportView *>()->toPlainText().toStdString();
    };
    EXPECT_THAT(evidence(), testing::Not(HasSubstr("This evidence is incomplete")));
    task.verdict->notes.append(QLatin1StringView(kEvidenceCut));
    m_scene.engine().putServerTasks(u"t1"_s, {task});
    EXPECT_THAT(evidence(), HasSubstr("This evidence is incomplete"));
}

TEST_F(DetailPaneTest, ShowsAllTabsOfATaskWithALocalApplication)
{
    m_scene.engine().putTeamServer(makeTeamServer());
    const auto task = makeTask(u"a-1"_s, u"shop-api"_s);
    m_scene.engine().putTaskApplication(u"shop-api"_s, m_scene.key());
    m_scene.engine().putServerTasks(u"t1"_s, {task});
    m_pane.showWatch(watchOf(task, u"t1"_s));
    ASSERT_TRUE(
        waitUntil([this] { return m_scene.engine().calls().contains(u"openView %1"_s.arg(m_scene.key().name)); }));
    EXPECT_TRUE(m_pane.isTabShown(DetailPane::Tab::Resources));
    EXPECT_THAT(texts(), testing::Not(HasSubstr("None of your instances")));
    EXPECT_FALSE(m_pane.isTabShown(DetailPane::Tab::Timeline)) << "a server has no timeline";
}

TEST_F(DetailPaneTest, ShowsNothingOfATaskBeforeItsApplicationIsFound)
{
    m_scene.engine().putTeamServer(makeTeamServer());
    const auto task = makeTask(u"a-1"_s, u"elsewhere"_s);
    m_scene.engine().putServerTasks(u"t1"_s, {task});
    m_scene.engine().holdAnswers(true);
    m_pane.showWatch(watchOf(task, u"t1"_s));
    drainEvents();
    const auto *tabs = m_pane.findChild<QTabWidget *>();
    EXPECT_THAT(texts(), testing::Not(HasSubstr("None of your instances")));
    EXPECT_EQ(tabs->tabText(tabs->currentIndex()), u"Resources"_s);
    m_scene.engine().holdAnswers(false);
    ASSERT_TRUE(waitUntil([this] { return !m_pane.isTabShown(DetailPane::Tab::Resources); }));
    EXPECT_THAT(texts(), HasSubstr("Data from build. None of your instances has this application."));
    EXPECT_EQ(tabs->tabText(tabs->currentIndex()), u"Evidence"_s);
}

TEST_F(DetailPaneTest, FollowsTheInstanceThatHasATasksApplication)
{
    m_scene.engine().putTeamServer(makeTeamServer());
    const auto task = makeTask(u"a-1"_s, u"shop-api"_s);
    m_scene.engine().putTaskApplication(u"shop-api"_s, m_scene.key());
    m_scene.engine().putServerTasks(u"t1"_s, {task});
    m_pane.showWatch(watchOf(task, u"t1"_s));
    ASSERT_TRUE(
        waitUntil([this] { return m_scene.engine().calls().contains(u"openView %1"_s.arg(m_scene.key().name)); }));
    std::ignore = m_scene.engine().removeInstance(m_scene.key().instance, &m_pane);
    ASSERT_TRUE(waitUntil([this] { return !m_pane.isTabShown(DetailPane::Tab::Resources); }));
    EXPECT_THAT(texts(), HasSubstr("Data from build. None of your instances has this application."));
}

} // namespace lynceus::test
