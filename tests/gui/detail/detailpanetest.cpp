#include "app/gui/detail/detailpane.h"

#include "core/io/settings/windowmemory.h"
#include "tests/gui/detail/detailscene.h"
#include "tests/support/treepicture.h"
#include "tests/support/waiting.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

namespace lynceus::test {

namespace {

class DetailPaneTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_scene.engine().start();
        m_pane.resize(1100, 600);
        m_pane.show();
        m_pane.activateWindow(); // keys go to the active window only
        ASSERT_TRUE(waitUntil([this] { return m_pane.isActiveWindow(); }));
    }

    QTreeView *tree() { return m_pane.findChild<QTreeView *>(u"resources"_s); }

    std::string texts()
    {
        QStringList all;
        for (auto *label : m_pane.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&m_pane))
                all << label->text();
        }
        return all.join(u'\n').toStdString();
    }

    QString currentRow() { return tree()->currentIndex().siblingAtColumn(0).data().toString(); }

    DetailScene m_scene;
    DetailPane m_pane{m_scene.engine(), m_scene.clock()};
};

} // namespace

TEST_F(DetailPaneTest, SaysWhoWhatAndWhyInItsHeader)
{
    m_pane.showWatch(m_scene.watch());
    EXPECT_TRUE(waitUntil([this] { return texts().find("Ada Lovelace") != std::string::npos; }));
    EXPECT_THAT(texts(), HasSubstr("shop-api"));
    EXPECT_THAT(texts(), HasSubstr("ghcr.io/acme/shop-api:2.1.0"));
    EXPECT_THAT(texts(), HasSubstr("project shop · registered"));
    EXPECT_THAT(texts(), HasSubstr("by the pipeline"));
    EXPECT_THAT(texts(), HasSubstr("release sprint 42"));
    EXPECT_THAT(texts(), HasSubstr("3f1c22a  Ada Lovelace, "));
    EXPECT_THAT(texts(), HasSubstr(": Take the lock before the migration"));
    EXPECT_THAT(texts(), testing::Not(HasSubstr("Long story")));
    EXPECT_THAT(texts(), HasSubstr("shop-api-866476d94c-9nvt2"));
    EXPECT_THAT(texts(), HasSubstr("column \"lock\" already exists"));
}

TEST_F(DetailPaneTest, LooksAtTheCauseFirst)
{
    m_pane.showWatch(m_scene.watch());
    EXPECT_EQ(currentRow(), u"shop-api-866476d94c-9nvt2 Pod"_s);
    EXPECT_TRUE(tree()->isExpanded(tree()->currentIndex().parent()));
}

TEST_F(DetailPaneTest, ReadsOnlyWhileItIsVisible)
{
    m_pane.hide();
    m_pane.showWatch(m_scene.watch());
    EXPECT_TRUE(m_scene.engine().views().isEmpty());
    m_pane.show();
    EXPECT_EQ(m_scene.engine().views().size(), 1);
    m_pane.hide();
    EXPECT_TRUE(m_scene.engine().views().isEmpty());
    EXPECT_GT(tree()->model()->rowCount(), 0) << "what was read stays";
    m_pane.show();
    m_pane.showApplication({u"i1"_s, u"argocd"_s, u"shop-api"_s});
    EXPECT_EQ(m_scene.engine().views().size(), 1);
    m_pane.clear();
    EXPECT_TRUE(m_scene.engine().views().isEmpty());
}

TEST_F(DetailPaneTest, ExtendsCopiesAndOpensByItsButtons)
{
    m_pane.showWatch(m_scene.watch());
    QUrl asked;
    QObject::connect(&m_pane, &DetailPane::addressRequested, &m_pane, [&asked](const QUrl &url) { asked = url; });
    const auto press = [this](const QString &words) {
        for (auto *button : m_pane.findChildren<QAbstractButton *>()) {
            if (button->text().remove(u'&') == words && button->isVisible()) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
                return true;
            }
        }
        return false;
    };
    EXPECT_TRUE(press(u"Extend"_s));
    EXPECT_THAT(m_scene.engine().calls().join(u'\n').toStdString(), HasSubstr("extendWatch w7k3f 600000"));
    EXPECT_TRUE(press(u"Argo CD"_s));
    EXPECT_EQ(asked, QUrl(u"https://argocd.example/base/applications/argocd/shop-api"_s));
    EXPECT_TRUE(press(u"Copy report"_s));
    EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr("shop-api:2.1.0"));
    EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr("https://argocd.example/base/applications"));
}

TEST_F(DetailPaneTest, KeepsSelectionFoldingAndScrollingWhileTheTreeChanges)
{
    QByteArray picture = "Deployment web Progressing\n  ReplicaSet web-1 Rev:1 Progressing\n";
    for (int i = 0; i < 80; ++i)
        picture += "    Pod web-1-" + QByteArray::number(i) + " web:1 Progressing 0/1\n";
    m_scene.engine().putTree(m_scene.key(), treeFrom(picture));
    m_pane.showApplication(m_scene.key());
    auto *view = tree();
    view->setFocus();
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(view, Qt::Key_Down);
    const auto selected = currentRow();
    const auto top = view->indexAt(QPoint(0, 0)).data().toString();
    ASSERT_GT(view->verticalScrollBar()->value(), 0);
    // Ten pods become sick: they come first, so that everything else moves down.
    for (int i = 70; i < 80; ++i) {
        const auto name = "Pod web-1-" + QByteArray::number(i);
        picture.replace(name + " web:1 Progressing", name + " web:1 Degraded");
    }
    m_scene.engine().putTree(m_scene.key(), treeFrom(picture));
    m_scene.engine().views().front()->tellTree();
    EXPECT_EQ(currentRow(), selected);
    EXPECT_EQ(view->indexAt(QPoint(0, 0)).data().toString(), top);
}

TEST_F(DetailPaneTest, WhatBeginsToFailIsSelectedUnlessSomebodyChose)
{
    const auto failing = m_scene.watch();
    auto well = failing;
    well.verdict.cause.reset();
    m_scene.engine().putWatch(well);
    m_pane.showWatch(well);
    const auto cause = failing.verdict.cause->resource.name;
    ASSERT_FALSE(currentRow().startsWith(cause)) << currentRow().toStdString();
    m_scene.engine().putWatch(failing);
    EXPECT_TRUE(currentRow().startsWith(cause)) << "it begins to fail while somebody looks";
    QTest::keyClick(tree(), Qt::Key_Down);
    const auto chosen = currentRow();
    ASSERT_FALSE(chosen.startsWith(cause));
    m_scene.engine().putWatch(well);
    m_scene.engine().putWatch(failing);
    EXPECT_EQ(currentRow(), chosen) << "a person's choice stays";
    m_pane.clear();
    m_pane.showWatch(failing);
    ASSERT_TRUE(currentRow().startsWith(cause));
    m_pane.showApplication(m_scene.key());
    m_pane.showWatch(failing);
    EXPECT_TRUE(currentRow().startsWith(cause)) << "each time that it is opened: " << currentRow().toStdString();
}

TEST_F(DetailPaneTest, FoldedByHandStaysFolded)
{
    m_pane.showWatch(m_scene.watch());
    auto *view = tree();
    const auto deployment = [view] { return view->model()->index(0, 0); };
    ASSERT_EQ(deployment().data().toString(), u"shop-api Deployment · revision 5"_s);
    ASSERT_TRUE(view->isExpanded(deployment()));
    view->setCurrentIndex(deployment());
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Left);
    ASSERT_FALSE(view->isExpanded(deployment()));
    m_scene.engine().views().front()->tellTree();
    EXPECT_FALSE(view->isExpanded(deployment()));
    QTest::keyClick(view, Qt::Key_Right);
    m_scene.engine().views().front()->tellTree();
    EXPECT_TRUE(view->isExpanded(deployment()));
}

TEST_F(DetailPaneTest, FiltersByKeysAndSaysWhatItFoundNothingFor)
{
    m_pane.showWatch(m_scene.watch());
    tree()->setFocus();
    ASSERT_TRUE(m_pane.find());
    auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_NE(filter, nullptr);
    QTest::keyClicks(filter, u"configmap"_s);
    EXPECT_EQ(tree()->model()->rowCount(), 1);
    QTest::keyClicks(filter, u" nothing"_s);
    EXPECT_THAT(texts(), HasSubstr("No resource matches “configmap nothing”"));
    filter->clear();
    EXPECT_EQ(tree()->model()->rowCount(), 4);
}

TEST_F(DetailPaneTest, CountsAndShowsEventsNewestFirst)
{
    m_pane.showWatch(m_scene.watch());
    m_pane.openTab(DetailPane::Tab::Events);
    auto *events = m_pane.findChild<QTreeView *>(u"events"_s);
    ASSERT_TRUE(waitUntil([events] { return events->model()->rowCount() == 4; }));
    EXPECT_EQ(m_pane.findChild<QTabWidget *>()->tabText(2), u"Events 4"_s);
    QStringList reasons;
    for (int row = 0; row < 4; ++row)
        reasons << events->model()->index(row, 3).data().toString();
    EXPECT_EQ(reasons, (QStringList{u"BackOff"_s, u"Pulled"_s, u"ResourceUpdated"_s, u"OperationStarted"_s}));
    EXPECT_EQ(events->model()->index(0, 4).data().toString(), u"×7"_s);
    events->setFocus();
    events->setCurrentIndex(events->model()->index(0, 0));
    EXPECT_THAT(texts(), HasSubstr("Back-off restarting failed container app in pod"));
}

TEST_F(DetailPaneTest, SaysWhyEventsCannotBeRead)
{
    m_scene.answers().applicationEvents =
        tl::unexpected(Error{.kind = Error::Kind::Forbidden, .message = u"not allowed"_s});
    m_pane.showApplication(m_scene.key());
    m_pane.openTab(DetailPane::Tab::Events);
    EXPECT_TRUE(
        waitUntil([this] { return texts().find("Events could not be read: not allowed") != std::string::npos; }));
}

TEST_F(DetailPaneTest, FollowsItsWatchAndShowsTrouble)
{
    m_pane.showWatch(m_scene.watch());
    auto watch = m_scene.watch();
    watch.verdict.cause.reset();
    watch.verdict.blocker = Blocker{Blocker::Kind::AutoSyncOff, {}, {}, {}};
    m_scene.engine().putWatch(watch);
    EXPECT_THAT(texts(), HasSubstr("sync it by hand, or switch auto-sync on"));
    m_scene.answers().trouble = Error{.kind = Error::Kind::Unreachable, .message = u"the connection was refused"_s};
    m_scene.engine().views().front()->tellTrouble();
    EXPECT_THAT(texts(), HasSubstr("What is shown may be old: the connection was refused"));
    m_scene.answers().trouble.reset();
    m_scene.engine().views().front()->tellTrouble();
    EXPECT_THAT(texts(), testing::Not(HasSubstr("What is shown may be old")));

    QSignalSpy asked(&m_pane, &DetailPane::instanceAsked);
    m_scene.answers().trouble = Error{.kind = Error::Kind::SignInNeeded, .message = u"the sign-in ended"_s};
    m_scene.engine().views().front()->tellTrouble();
    const auto buttons = m_pane.findChildren<QPushButton *>();
    const auto remedy = std::ranges::find_if(
        buttons, [](const QPushButton *each) { return each->isVisible() && each->text().startsWith(u"Go to"_s); });
    ASSERT_NE(remedy, buttons.end()) << "what was read stays, and the way out is beside it";
    (*remedy)->setFocus();
    QTest::keyClick(*remedy, Qt::Key_Space);
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(DetailPaneTest, WithoutATreeItSaysWhyAndWhatToDo)
{
    m_scene.answers().tree.reset();
    m_pane.showApplication(m_scene.key());
    QSignalSpy asked(&m_pane, &DetailPane::instanceAsked);
    EXPECT_THAT(texts(), HasSubstr("The resources are being read."));
    const std::vector<std::tuple<Error::Kind, const char *, const char *>> table = {
        {Error::Kind::Forbidden, "Ask for the right “applications, get”", "Try again"},
        {Error::Kind::NotFound, "has no application", "Try again"},
        {Error::Kind::Unreachable, "does not answer: it went wrong", "Try again"},
        {Error::Kind::SignInNeeded, "You are not signed in to", "Go to"},
        {Error::Kind::Certificate, "is not trusted", "Go to"},
        {Error::Kind::Cancelled, "is paused", "Go to"},
    };
    for (const auto &[kind, words, remedy] : table) {
        m_scene.answers().trouble = Error{.kind = kind, .message = u"it went wrong"_s};
        m_scene.engine().views().back()->tellTrouble();
        EXPECT_THAT(texts(), HasSubstr(words));
        EXPECT_THAT(texts(), testing::Not(HasSubstr("being read")));
        EXPECT_THAT(texts(), testing::Not(HasSubstr("may be old"))) << "nothing is shown that could be";
        const auto buttons = m_pane.findChildren<QPushButton *>();
        const auto button = std::ranges::find_if(buttons, [&remedy = remedy](const QPushButton *each) {
            return each->isVisible() && each->text().startsWith(QLatin1StringView(remedy));
        });
        ASSERT_NE(button, buttons.end()) << words;
        (*button)->click();
    }
    EXPECT_EQ(asked.size(), 3);
    m_scene.answers().trouble.reset();
    m_scene.engine().views().back()->tellTrouble();
    EXPECT_THAT(texts(), HasSubstr("The resources are being read."));
}

TEST_F(DetailPaneTest, ShowsOnlyWhatWasRecordedOfARemovedInstance)
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
    EXPECT_THAT(texts(), HasSubstr("only what was recorded is shown"));
}

TEST_F(DetailPaneTest, AnApplicationWithoutAWatchHasNoEvidence)
{
    m_pane.showApplication(m_scene.key());
    EXPECT_TRUE(m_pane.isTabShown(DetailPane::Tab::Resources));
    EXPECT_FALSE(m_pane.isTabShown(DetailPane::Tab::Evidence));
    EXPECT_THAT(texts(), HasSubstr("project shop · Degraded · Synced"));
}

TEST_F(DetailPaneTest, ShowsTheEvidenceFirstOfWhatEndedLongAgo)
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

TEST_F(DetailPaneTest, RemembersHowThingsAreShown)
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

TEST_F(DetailPaneTest, GivesTheFocusToTheTabThatIsShown)
{
    m_pane.showWatch(m_scene.watch());
    m_pane.setFocus();
    EXPECT_EQ(QApplication::focusWidget(), tree());
    m_pane.openTab(DetailPane::Tab::Logs);
    m_pane.setFocus();
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), u"Log"_s);
}

TEST_F(DetailPaneTest, BeginsWithTheResourcesAlsoIfItWasHidden)
{
    m_pane.showWatch(m_scene.watch());
    m_pane.openTab(DetailPane::Tab::Events);
    m_pane.hide();
    m_pane.showApplication(m_scene.key());
    m_pane.show();
    EXPECT_TRUE(tree()->isVisible());
    EXPECT_GT(tree()->model()->rowCount(), 0);
}

TEST_F(DetailPaneTest, CopiesEvidence)
{
    m_pane.showWatch(m_scene.watch());
    m_pane.openTab(DetailPane::Tab::Evidence);
    auto *copy = m_pane.findChild<QAbstractButton *>(u"copyEvidence"_s);
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    const auto text = QApplication::clipboard()->text().toStdString();
    EXPECT_THAT(text, HasSubstr("CrashLoopBackOff"));
    EXPECT_THAT(text, HasSubstr("ghcr.io/acme/shop-api:2.1.0"));
    EXPECT_THAT(text, HasSubstr("0 of 3 ready, 1 updated, 2 old"));
}

TEST_F(DetailPaneTest, WhatCanHaveTheFocusHasAName)
{
    m_pane.showWatch(m_scene.watch());
    for (auto *widget : m_pane.findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->window() != &m_pane)
            continue;
        const auto *accessible = QAccessible::queryAccessibleInterface(widget);
        EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty())
            << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
    }
}

} // namespace lynceus::test
