#include "tests/gui/detail/panescene.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

TEST_F(DetailPaneTest, ExplainsUnreadableEvents)
{
    m_scene.answers().applicationEvents =
        tl::unexpected(Error{.kind = Error::Kind::Forbidden, .message = u"not allowed"_s});
    m_pane.showApplication(m_scene.key());
    m_pane.openTab(DetailPane::Tab::Events);
    EXPECT_TRUE(
        waitUntil([this] { return texts().find("Events could not be loaded: not allowed") != std::string::npos; }));
}

TEST_F(DetailPaneTest, FollowsItsWatchAndShowsConnectionProblems)
{
    m_pane.showWatch(m_scene.watch());
    auto watch = m_scene.watch();
    watch.verdict.cause.reset();
    watch.verdict.blocker = Blocker{Blocker::Kind::AutoSyncOff, {}, {}, {}};
    m_scene.engine().putWatch(watch);
    EXPECT_THAT(texts(), HasSubstr("sync it manually, or enable auto-sync"));
    m_scene.answers().trouble = Error{.kind = Error::Kind::Unreachable, .message = u"the connection was refused"_s};
    m_scene.engine().views().front()->reportTrouble();
    EXPECT_THAT(texts(), HasSubstr("The data shown may be out of date: the connection was refused"));
    m_scene.answers().trouble.reset();
    m_scene.engine().views().front()->reportTrouble();
    EXPECT_THAT(texts(), testing::Not(HasSubstr("The data shown may be out of date")));

    QSignalSpy asked(&m_pane, &DetailPane::instanceAsked);
    m_scene.answers().trouble = Error{.kind = Error::Kind::SignInNeeded, .message = u"your sign-in has expired"_s};
    m_scene.engine().views().front()->reportTrouble();
    const auto buttons = m_pane.findChildren<QPushButton *>();
    const auto remedy = std::ranges::find_if(
        buttons, [](const QPushButton *each) { return each->isVisible() && each->text().startsWith(u"Go to"_s); });
    ASSERT_NE(remedy, buttons.end()) << "the loaded tree stays, and the remedy is offered";
    (*remedy)->setFocus();
    QTest::keyClick(*remedy, Qt::Key_Space);
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(DetailPaneTest, FinishedWatchKeepsItsTreeWhenTheSignInExpires)
{
    auto watch = m_scene.watch();
    watch.verdict.outcome = Outcome::Failed;
    watch.endedAt = m_scene.clock().now() - 2min;
    m_scene.engine().putWatch(watch);
    m_pane.showWatch(watch);
    const int rows = tree()->model()->rowCount();
    ASSERT_GT(rows, 1);
    m_scene.answers().trouble = Error{.kind = Error::Kind::SignInNeeded, .message = u"your sign-in has expired"_s};
    m_scene.engine().views().front()->reportTrouble();
    m_scene.engine().putWatch(watch);
    EXPECT_TRUE(tree()->isVisible());
    EXPECT_EQ(tree()->model()->rowCount(), rows);
    EXPECT_THAT(texts(), HasSubstr("The data shown may be out of date: your sign-in has expired"));
}

TEST_F(DetailPaneTest, ExplainsAMissingTree)
{
    m_scene.answers().tree.reset();
    m_pane.showApplication(m_scene.key());
    QSignalSpy asked(&m_pane, &DetailPane::instanceAsked);
    EXPECT_THAT(texts(), HasSubstr("Loading resources…"));
    const std::vector<std::tuple<Error::Kind, const char *, const char *>> table = {
        {Error::Kind::Forbidden, "Ask your administrator for the permission “applications, get”", "Try again"},
        {Error::Kind::NotFound, "no longer exists", "Try again"},
        {Error::Kind::Unreachable, "does not respond: it went wrong", "Try again"},
        {Error::Kind::SignInNeeded, "You are not signed in to", "Go to"},
        {Error::Kind::Certificate, "is not trusted", "Go to"},
        {Error::Kind::Cancelled, "is paused", "Go to"},
    };
    for (const auto &[kind, words, remedy] : table) {
        m_scene.answers().trouble = Error{.kind = kind, .message = u"it went wrong"_s};
        m_scene.engine().views().back()->reportTrouble();
        EXPECT_THAT(texts(), HasSubstr(words));
        EXPECT_THAT(texts(), testing::Not(HasSubstr("Loading")));
        EXPECT_THAT(texts(), testing::Not(HasSubstr("may be out of date"))) << "nothing is shown that could be";
        const auto buttons = m_pane.findChildren<QPushButton *>();
        const auto button = std::ranges::find_if(buttons, [&remedy = remedy](const QPushButton *each) {
            return each->isVisible() && each->text().startsWith(QLatin1StringView(remedy));
        });
        ASSERT_NE(button, buttons.end()) << words;
        (*button)->click();
    }
    EXPECT_EQ(asked.size(), 3);
    m_scene.answers().trouble.reset();
    m_scene.engine().views().back()->reportTrouble();
    EXPECT_THAT(texts(), HasSubstr("Loading resources…"));
}

TEST_F(DetailPaneTest, ShowsOnlyStoredDataOfARemovedInstance)
{
    auto watch = m_scene.watch();
    watch.expectation.application.instance = u"gone"_s;
    m_pane.showWatch(watch);
    EXPECT_FALSE(m_pane.isTabShown(DetailPane::Tab::Resources));
    EXPECT_FALSE(m_pane.isTabShown(DetailPane::Tab::Events));
    EXPECT_FALSE(m_pane.isTabShown(DetailPane::Tab::Logs));
    EXPECT_FALSE(m_pane.isTabShown(DetailPane::Tab::Manifest));
    EXPECT_TRUE(m_pane.isTabShown(DetailPane::Tab::Timeline));
    EXPECT_TRUE(m_pane.isTabShown(DetailPane::Tab::Evidence));
    EXPECT_THAT(texts(), HasSubstr("Only stored data is shown"));
}

TEST_F(DetailPaneTest, ApplicationWithoutAWatchHasNoEvidence)
{
    m_pane.showApplication(m_scene.key());
    EXPECT_TRUE(m_pane.isTabShown(DetailPane::Tab::Resources));
    EXPECT_FALSE(m_pane.isTabShown(DetailPane::Tab::Evidence));
    EXPECT_THAT(texts(), HasSubstr("project shop · Degraded · Synced"));
}

TEST_F(DetailPaneTest, ShowsTheEvidenceFirstForOldWatches)
{
    auto watch = m_scene.watch();
    watch.verdict.outcome = Outcome::Failed;
    watch.endedAt = m_scene.clock().now() - 2h;
    m_pane.showWatch(watch);
    EXPECT_EQ(m_pane.findChild<QTabWidget *>()->tabText(m_pane.findChild<QTabWidget *>()->currentIndex()),
              u"Evidence"_s);
    watch.id = u"other"_s;
    watch.endedAt = m_scene.clock().now() - 2min;
    m_pane.showWatch(watch);
    EXPECT_TRUE(tree()->isVisible());
}

TEST_F(DetailPaneTest, RemembersViewSettings)
{
    const QTemporaryDir folder;
    WindowMemory memory(folder.filePath(u"window.json"_s));
    m_pane.showWatch(m_scene.watch());
    tree()->header()->resizeSection(1, 321);
    m_pane.findChild<QAbstractButton *>(u"sideBySide"_s)->setChecked(true);
    m_pane.remember(memory);
    ASSERT_TRUE(memory.save());
    DetailPane later(m_scene.engine(), m_scene.clock());
    later.recall(WindowMemory(folder.filePath(u"window.json"_s)));
    EXPECT_EQ(later.findChild<QTreeView *>(u"resources"_s)->header()->sectionSize(1), 321);
    EXPECT_TRUE(later.findChild<QAbstractButton *>(u"sideBySide"_s)->isChecked());
}

TEST_F(DetailPaneTest, FocusesTheVisibleTab)
{
    m_pane.showWatch(m_scene.watch());
    m_pane.setFocus();
    EXPECT_EQ(QApplication::focusWidget(), tree());
    m_pane.openTab(DetailPane::Tab::Logs);
    m_pane.setFocus();
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), u"Log"_s);
}

TEST_F(DetailPaneTest, StartsWithTheResourcesEvenIfHiddenBefore)
{
    m_pane.showWatch(m_scene.watch());
    m_pane.openTab(DetailPane::Tab::Events);
    m_pane.hide();
    m_pane.showApplication(m_scene.key());
    m_pane.show();
    EXPECT_TRUE(tree()->isVisible());
    EXPECT_GT(tree()->model()->rowCount(), 0);
}

} // namespace lynceus::test
