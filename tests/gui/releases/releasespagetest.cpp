#include "app/gui/releases/releasespage.h"

#include "app/gui/releases/boardview.h"
#include "app/gui/releases/emptyboard.h"
#include "app/gui/widgets/dialogs/notedialog.h"
#include "core/domain/watch/watchrequests.h"
#include "tests/gui/picture.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"

#include <QAccessible>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

InstanceState instanceState(const QString &id, const QString &name, const QString &colour)
{
    InstanceState state;
    state.instance.id = id;
    state.instance.name = name;
    state.instance.colour = colour;
    state.instance.baseUrl = QUrl(u"https://argocd.%1.example/base"_s.arg(id));
    state.connection = Connection::Live;
    return state;
}

class ReleasesPageTest : public ::testing::Test
{
protected:
    void open()
    {
        m_engine.start();
        m_page.resize(1'160, 560);
        m_page.show();
        m_page.activateWindow();
        m_page.setFocus();
        drainEvents();
    }

    void withInstance() { m_engine.putInstance(instanceState(u"staging"_s, u"staging"_s, u"#7a5cd6"_s)); }

    BoardView &view() { return *m_page.findChild<BoardView *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_page.window()->focusWidget(), key, modifiers);
        drainEvents();
    }
    QString current() const { return m_page.currentWatch() ? m_page.currentWatch()->id : QString(); }

    FakeClock m_clock{kRegisteredAt + std::chrono::minutes(4)};
    FakeEngine m_engine{m_clock};
    ReleasesPage m_page{m_engine, m_clock, QTimeZone("UTC")};
};

TEST_F(ReleasesPageTest, EmptyPageShowsTheFirstStep)
{
    QSignalSpy add(&m_page, &ReleasesPage::addInstanceAsked);
    QSignalSpy watch(&m_page, &ReleasesPage::newWatchAsked);
    open();
    press(Qt::Key_Space);
    EXPECT_EQ(add.count(), 1) << "without an instance, the button adds one";
    withInstance();
    drainEvents();
    auto *field = m_page.findChild<EmptyBoard *>()->findChild<QLineEdit *>();
    ASSERT_TRUE(field->isVisible());
    EXPECT_TRUE(field->hasFocus()) << "the first step has changed";
    QTest::keyClicks(field, u"shop-web"_s);
    press(Qt::Key_Return);
    ASSERT_EQ(watch.count(), 1);
    EXPECT_EQ(watch.takeFirst().value(0), u"shop-web"_s);
    QGuiApplication::clipboard()->setText(u" ghcr.io/acme/shop-web:1.5.0\n"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    ASSERT_EQ(watch.count(), 1);
    EXPECT_EQ(watch.takeFirst().value(0), u"ghcr.io/acme/shop-web:1.5.0"_s);
}

TEST_F(ReleasesPageTest, FirstStartOffersTheMostUsefulStep)
{
    std::vector<ImportableContext> contexts(4);
    contexts[2].isThere = true;
    contexts[3].problem = u"it tunnels through the cluster"_s;
    m_engine.putImportable(contexts);
    QSignalSpy import(&m_page, &ReleasesPage::importAsked);
    QSignalSpy add(&m_page, &ReleasesPage::addInstanceAsked);
    QSignalSpy demo(&m_page, &ReleasesPage::demoAsked);
    open();
    QStringList buttons;
    const auto all = m_page.findChild<EmptyBoard *>()->findChildren<QPushButton *>();
    for (auto *button : all) {
        if (button->isVisible())
            buttons.append(button->text());
    }
    EXPECT_EQ(buttons,
              (QStringList{u"Import 2 contexts from the argocd CLI"_s, u"Add an instance"_s, u"See the demo"_s}));
    press(Qt::Key_Space);
    EXPECT_EQ(import.count(), 1) << "the first step has the focus";
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    EXPECT_EQ(add.count(), 1);
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    EXPECT_EQ(demo.count(), 1);
    withInstance();
    drainEvents();
    for (auto *button : all)
        EXPECT_EQ(button->isVisible(), button->text() == "New watch"_L1) << button->text().toStdString();
    EXPECT_TRUE(m_page.findChild<EmptyBoard *>()->findChild<QLineEdit *>()->hasFocus());
}

TEST_F(ReleasesPageTest, PastingOpensAFilledNewWatch)
{
    withInstance();
    m_engine.putWatch(makeWatch(u"w1"_s));
    open();
    QSignalSpy watch(&m_page, &ReleasesPage::newWatchAsked);
    QGuiApplication::clipboard()->setText(u"ghcr.io/acme/shop-web:1.6.0"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    ASSERT_EQ(watch.count(), 1);
    EXPECT_EQ(watch.takeFirst().value(0), u"ghcr.io/acme/shop-web:1.6.0"_s);
}

TEST_F(ReleasesPageTest, AssigneeAndNoteAreStored)
{
    withInstance();
    m_page.setUserName(u"ada"_s);
    m_engine.putWatch(failing(makeWatch(u"w1"_s)));
    open();
    press(Qt::Key_I, Qt::ControlModifier);
    EXPECT_EQ(m_engine.watches().value(u"w1"_s).takenBy, u"ada"_s);
    drainEvents();
    press(Qt::Key_I, Qt::ControlModifier);
    EXPECT_EQ(m_engine.watches().value(u"w1"_s).takenBy, QString()) << "the same shortcut removes the assignee";
    press(Qt::Key_F2);
    auto *dialog = m_page.findChild<NoteDialog *>();
    ASSERT_TRUE(dialog);
    auto *text = dialog->findChild<QPlainTextEdit *>();
    text->setPlainText(QString(kLongestNote + 1, u'x'));
    auto *save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
    EXPECT_FALSE(save->isEnabled());
    EXPECT_TRUE(dialog->findChild<QLabel *>(u"problem"_s)->text().contains(u"use at most 2000"_s));
    text->setPlainText(u" waits for the DBA "_s);
    save->click();
    EXPECT_EQ(m_engine.watches().value(u"w1"_s).request.note, u"waits for the DBA"_s);
}

TEST_F(ReleasesPageTest, CopiesALinkToAWatch)
{
    withInstance();
    m_engine.putWatch(makeWatch(u"w1"_s));
    auto revision = makeWatch(u"w2"_s, u"orders"_s);
    revision.request.images.clear();
    m_engine.putWatch(revision);
    open();
    QSignalSpy said(&m_page, &ReleasesPage::said);
    m_page.selectWatch(u"w1"_s);
    press(Qt::Key_L, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              u"lynceus://watch?app=shop-web&namespace=argocd&instance=https://argocd.staging.example/base"
              "&image=ghcr.io/acme/shop-web:1.5.0&timeout=15m"_s);
    ASSERT_EQ(said.count(), 1);
    m_page.selectWatch(u"w2"_s);
    press(Qt::Key_L, Qt::ControlModifier);
    EXPECT_EQ(said.count(), 1) << "a link cannot contain a revision";
}

TEST_F(ReleasesPageTest, FirstRowIsTheMostUrgentAndArrowsSkipGroups)
{
    withInstance();
    m_engine.putWatch(rolling(makeWatch(u"w1"_s), 2, 3));
    m_engine.putWatch(failing(makeWatch(u"w2"_s, u"shop-api"_s)));
    m_engine.putWatch(ended(makeWatch(u"w3"_s, u"shop-cart"_s), Outcome::Deployed));
    QSignalSpy attention(&m_page, &ReleasesPage::attentionChanged);
    open();
    ASSERT_EQ(attention.count(), 1);
    EXPECT_EQ(attention.front().value(0), 1);
    EXPECT_EQ(current(), u"w2"_s);
    press(Qt::Key_Down);
    EXPECT_EQ(current(), u"w1"_s);
    press(Qt::Key_Down);
    EXPECT_EQ(current(), u"w3"_s);
    m_engine.putWatch(failing(makeWatch(u"w3"_s, u"shop-cart"_s)));
    drainEvents();
    EXPECT_EQ(current(), u"w3"_s) << "the selection follows the watch into another group";
}

TEST_F(ReleasesPageTest, FilterNeedsAllWordsAndDoesNotChangeTheCount)
{
    withInstance();
    m_engine.putWatch(failing(makeWatch(u"w1"_s, u"shop-api"_s, u"ghcr.io/acme/shop-api:2.1.0"_s)));
    m_engine.putWatch(rolling(makeWatch(u"w2"_s), 2, 3));
    m_engine.putWatch(rolling(makeWatch(u"w3"_s, u"orders"_s), 2, 3));
    QSignalSpy attention(&m_page, &ReleasesPage::attentionChanged);
    open();
    EXPECT_EQ(current(), u"w1"_s);
    m_page.find();
    drainEvents();
    auto *filter = qobject_cast<QLineEdit *>(m_page.window()->focusWidget());
    ASSERT_TRUE(filter);
    QTest::keyClicks(filter, u"STAGING shop-web"_s);
    drainEvents();
    EXPECT_EQ(current(), u"w2"_s) << "the remaining row";
    EXPECT_TRUE(m_page.findChild<QLabel *>(u"matches"_s)->text().startsWith(u"1 of 3"_s));
    ASSERT_EQ(attention.count(), 1);
    EXPECT_EQ(attention.front().value(0), 1) << "hidden watches still need attention";
    m_page.selectWatch(u"w3"_s);
    drainEvents();
    EXPECT_EQ(current(), u"w3"_s) << "a notification shows its watch despite the filter";
    EXPECT_EQ(filter->text(), QString());
    filter->setText(u"2.1.0"_s);
    drainEvents();
    EXPECT_EQ(current(), u"w1"_s);
    filter->setText(u"nothing-like-it"_s);
    drainEvents();
    EXPECT_EQ(current(), QString());
    EXPECT_EQ(m_page.findChild<QLabel *>(u"matches"_s)->text(), u"No watch matches"_s);
    filter->setFocus();
    press(Qt::Key_Escape);
    EXPECT_FALSE(filter->isVisible());
    EXPECT_TRUE(view().hasFocus());
    EXPECT_FALSE(current().isEmpty());
}

TEST_F(ReleasesPageTest, EnterOpensAndCtrlShortcutsKeepTheSelection)
{
    withInstance();
    m_engine.putWatch(makeWatch(u"w1"_s));
    m_engine.putWatch(makeWatch(u"w2"_s, u"orders"_s));
    open();
    const QSignalSpy opened(&m_page, &ReleasesPage::opened);
    press(Qt::Key_Return);
    EXPECT_EQ(opened.count(), 1);
    const auto chosen = current();
    ASSERT_FALSE(chosen.isEmpty());
    press(Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(current(), chosen) << "only the focus moved";
}

TEST_F(ReleasesPageTest, EachActionHasAShortcut)
{
    withInstance();
    m_engine.putWatch(failing(makeWatch(u"w1"_s)));
    open();
    QSignalSpy said(&m_page, &ReleasesPage::said);
    QSignalSpy page(&m_page, &ReleasesPage::pageAsked);
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_M, Qt::ControlModifier);
    EXPECT_TRUE(m_engine.calls().contains(u"extendWatch w1 600000"_s)) << qPrintable(m_engine.calls().join(u','));
    EXPECT_TRUE(m_engine.calls().contains(u"snoozeWatch w1 3600000"_s)) << qPrintable(m_engine.calls().join(u','));
    EXPECT_EQ(said.count(), 2);
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(u"## shop-web 1.4.0 → 1.5.0: failing"_s));
    press(Qt::Key_O, Qt::ControlModifier);
    ASSERT_EQ(page.count(), 1);
    EXPECT_EQ(page.front().value(0).toUrl(),
              QUrl(u"https://argocd.staging.example/base/applications/argocd/shop-web"_s));
}

TEST_F(ReleasesPageTest, CancellingAsksForConfirmation)
{
    withInstance();
    m_engine.putWatch(makeWatch(u"w1"_s));
    open();
    press(Qt::Key_Delete);
    EXPECT_FALSE(m_engine.calls().contains(u"cancelWatch w1"_s));
    press(Qt::Key_Escape);
    EXPECT_FALSE(m_engine.calls().contains(u"cancelWatch w1"_s));
    EXPECT_TRUE(view().hasFocus()) << "the focus returns to the caller";
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    EXPECT_TRUE(m_engine.calls().contains(u"cancelWatch w1"_s)) << qPrintable(m_engine.calls().join(u','));
    EXPECT_TRUE(view().hasFocus());
}

TEST_F(ReleasesPageTest, EndedWatchesAreDismissedOrWatchedAgain)
{
    withInstance();
    m_engine.putWatch(ended(failing(makeWatch(u"old"_s)), Outcome::Failed));
    open();
    press(Qt::Key_R, Qt::ControlModifier);
    ASSERT_EQ(m_engine.requested().size(), 1U);
    EXPECT_EQ(m_engine.requested().front(), makeWatch(u"old"_s).request);
    ASSERT_TRUE(waitUntil([this] { return current() != u"old"_s; })) << "timeout: the new watch is not selected";
    m_page.selectWatch(u"old"_s);
    EXPECT_EQ(current(), u"old"_s);
    press(Qt::Key_Delete);
    EXPECT_TRUE(m_engine.calls().contains(u"dismissWatch old"_s)) << qPrintable(m_engine.calls().join(u','));
    EXPECT_FALSE(m_engine.calls().contains(u"cancelWatch old"_s));
}

TEST_F(ReleasesPageTest, CollapsedReleasesStayCollapsed)
{
    withInstance();
    auto one = makeWatch(u"w1"_s, u"shop-api"_s);
    auto other = makeWatch(u"w2"_s, u"shop-web"_s);
    one.request.release = other.request.release = u"Friday"_s;
    m_engine.putWatch(one);
    m_engine.putWatch(other);
    open();
    EXPECT_EQ(view().selectedWatches(), (QStringList{u"w1"_s, u"w2"_s}));
    press(Qt::Key_Down);
    EXPECT_EQ(view().selectedWatches().size(), 2) << "collapsed: no child rows";
    press(Qt::Key_Right);
    EXPECT_EQ(m_page.unfolded(), QStringList{u"Friday"_s});
    press(Qt::Key_Down);
    EXPECT_EQ(current(), u"w1"_s);
    auto worse = failing(one);
    m_engine.putWatch(worse);
    drainEvents();
    EXPECT_EQ(m_page.unfolded(), QStringList{u"Friday"_s}) << "also after the release moved to another group";
    EXPECT_EQ(current(), u"w1"_s);
    press(Qt::Key_Left);
    press(Qt::Key_Space);
    EXPECT_EQ(m_page.unfolded(), QStringList{});
}

TEST_F(ReleasesPageTest, ScreenReadersGetASentencePerRow)
{
    withInstance();
    m_engine.putWatch(failing(makeWatch(u"w1"_s, u"shop-api"_s)));
    open();
    auto *list = QAccessible::queryAccessibleInterface(&view());
    ASSERT_TRUE(list);
    EXPECT_EQ(list->text(QAccessible::Name), u"Releases"_s);
    QStringList names;
    for (int child = 0; child < list->childCount(); ++child)
        names.append(list->child(child)->text(QAccessible::Name));
    EXPECT_TRUE(names.contains(u"Needs attention: Failing 1"_s)) << qPrintable(names.join(u'\n'));
    EXPECT_TRUE(names.join(u'\n').contains(u"shop-api on staging, 1.4.0 → 1.5.0: Failing."_s))
        << qPrintable(names.join(u'\n'));
    for (const auto *action : m_page.boardActions()) {
        EXPECT_FALSE(action->shortcut().isEmpty()) << qPrintable(action->text());
        EXPECT_FALSE(action->icon().isNull()) << qPrintable(action->text());
    }
}

/// Asking earlier would read the application only for this; a follow rule with hundreds of watches would read hundreds.
TEST_F(ReleasesPageTest, UsualTimeIsRequestedOnceAfterTheVersionIsNoticed)
{
    withInstance();
    open();
    const auto begun = makeWatch(u"w1"_s);
    ASSERT_EQ(begun.verdict.stage, Stage::None);
    m_engine.putWatch(begun);
    drainEvents();
    EXPECT_TRUE(m_engine.requestedEtas().isEmpty());
    m_engine.putWatch(rolling(begun, 1, 3));
    m_engine.putWatch(rolling(begun, 2, 3));
    drainEvents();
    EXPECT_EQ(m_engine.requestedEtas(), QList{begun.request.application});
}

TEST_F(ReleasesPageTest, MatchesTheDesign)
{
    withInstance();
    m_engine.putInstance(instanceState(u"prod"_s, u"production"_s, u"#d9822b"_s));
    open();
    expectPictures(m_page, u"board-empty"_s, Mirrored::No); // the empty page is centred
    const auto onProd = [](WatchRecord watch) {
        watch.request.application.instance = u"prod"_s;
        return watch;
    };
    auto api = failing(makeWatch(u"w1"_s, u"shop-api"_s, u"ghcr.io/acme/shop-api:2.1.0"_s));
    api.oldImages = {u"ghcr.io/acme/shop-api:2.0.0"_s};
    m_engine.putWatch(api);
    m_engine.putWatch(rolling(makeWatch(u"w2"_s), 2, 3));
    m_engine.putEta(makeWatch(u"w3"_s, u"shop-mail"_s).request.application,
                    {std::chrono::minutes(5), std::chrono::minutes(9), 4});
    m_engine.putWatch(rolling(makeWatch(u"w3"_s, u"shop-mail"_s), 1, 3));
    m_engine.putWatch(onProd(held(makeWatch(u"w4"_s, u"orders"_s))));
    auto cart = makeWatch(u"w5"_s, u"shop-cart"_s);
    cart.expectation.bake = std::chrono::minutes(5);
    m_engine.putWatch(ended(cart, Outcome::Deployed));
    m_engine.putWatch(onProd(ended(rolling(makeWatch(u"w6"_s, u"shop-search"_s), 1, 3), Outcome::Superseded)));
    auto one = ended(makeWatch(u"w7"_s, u"billing"_s), Outcome::Deployed);
    auto other =
        rolling(onProd(makeWatch(u"w8"_s, u"billing-worker-with-a-name-that-is-far-too-long-for-its-column"_s)), 7, 12);
    one.request.release = other.request.release = u"billing 1.5.0"_s;
    m_engine.putWatch(one);
    m_engine.putWatch(other);
    m_page.setUnfolded({u"billing 1.5.0"_s});
    drainEvents();
    m_page.selectWatch(u"w1"_s);
    expectPictures(m_page, u"board"_s);
    m_page.resize(620, 400);
    expectPictures(m_page, u"board-narrow"_s);
    m_page.resize(1'160, 560);
    press(Qt::Key_Delete);
    expectPictures(m_page, u"board-cancel"_s);
}

} // namespace

} // namespace lynceus
