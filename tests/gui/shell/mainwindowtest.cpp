#include "app/gui/shell/mainwindow.h"

#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/instances/addinstancedialog.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/palette/shortcutsheet.h"
#include "app/gui/versions/versionspage.h"
#include "app/gui/versions/versionsview.h"
#include "app/gui/widgets/pages/banner.h"
#include "core/io/desktop/desktopsettings.h"
#include "core/io/settings/windowmemory.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"
#include "tests/support/windowscene.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QTreeWidget>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

class MainWindowTest : public testing::Test
{
protected:
    MainWindowTest() { open(); }

    void open()
    {
        window.reset();
        memory = std::make_unique<WindowMemory>(folder.filePath(u"window.json"_s));
        window =
            std::make_unique<MainWindow>(WindowParameters{scene.engine(), scene.clock(), *memory, desktop, u"ada"_s});
        window->show();
        window->activateWindow();
        scene.engine().start();
        EXPECT_TRUE(test::waitUntil([this] { return window->isActiveWindow(); }));
    }
    void key(const QKeySequence &keys) const { QTest::keySequence(window.get(), keys); }

    test::WindowScene scene;
    QTemporaryDir folder;
    DesktopSettings desktop;
    std::unique_ptr<WindowMemory> memory;
    std::unique_ptr<MainWindow> window;
};

} // namespace

TEST_F(MainWindowTest, EveryScreenHasAKey)
{
    key(Qt::CTRL | Qt::Key_2);
    EXPECT_EQ(window->page(), MainWindow::Page::Applications);
    key(Qt::CTRL | Qt::Key_1);
    EXPECT_EQ(window->page(), MainWindow::Page::Releases);
    key(QKeySequence::Find);
    EXPECT_EQ(window->page(), MainWindow::Page::Releases);
    ASSERT_TRUE(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), u"Filter the board"_s);
    key(Qt::CTRL | Qt::Key_2);
    key(Qt::Key_Slash);
    EXPECT_EQ(window->page(), MainWindow::Page::Applications);
    EXPECT_TRUE(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    key(Qt::CTRL | Qt::Key_3);
    EXPECT_EQ(window->page(), MainWindow::Page::Deployments);
    key(QKeySequence::Find);
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), u"Filter deployments"_s);
    key(Qt::CTRL | Qt::Key_4);
    EXPECT_EQ(window->page(), MainWindow::Page::Versions);
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), u"Versions"_s);
    key(QKeySequence::Find);
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), u"Filter services"_s);
    key(Qt::CTRL | Qt::Key_5);
    EXPECT_EQ(window->page(), MainWindow::Page::Instances);
    key(QKeySequence::Find);
    ASSERT_TRUE(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), u"Filter instances"_s);
}

TEST_F(MainWindowTest, BoardGroupingByShortcutPersists)
{
    key(Qt::CTRL | Qt::Key_2);
    key(Qt::CTRL | Qt::Key_G);
    EXPECT_EQ(window->page(), MainWindow::Page::Releases);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    ASSERT_NE(menu->activeAction(), nullptr);
    EXPECT_EQ(menu->activeAction()->text(), u"Attention"_s) << "the current grouping";
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    EXPECT_EQ(window->releases().arrangement(), u"environment urgency"_s);
    window->close();
    open();
    EXPECT_EQ(window->releases().arrangement(), u"environment urgency"_s);
}

TEST(MainWindowInAnEmptyHome, FirstFocusIsAddInstance)
{
    const test::FakeClock clock;
    test::FakeEngine engine(clock);
    const QTemporaryDir folder;
    WindowMemory memory(folder.filePath(u"window.json"_s));
    DesktopSettings desktop;
    MainWindow window(WindowParameters{engine, clock, memory, desktop, u"ada"_s});
    window.show();
    window.activateWindow();
    engine.start();
    ASSERT_TRUE(test::waitUntil([&] { return window.isActiveWindow(); }));
    auto *first = qobject_cast<QAbstractButton *>(window.focusWidget());
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->text(), u"Add an instance"_s);
    QTest::keyClick(first, Qt::Key_Return);
    EXPECT_EQ(window.page(), MainWindow::Page::Instances);
    EXPECT_NE(window.findChild<AddInstanceDialog *>(), nullptr);
}

TEST(MainWindowInAnEmptyHome, FirstConnectedInstanceShowsItsApplicationsAndTheNextStep)
{
    const test::FakeClock clock;
    test::FakeEngine engine(clock);
    const QTemporaryDir folder;
    WindowMemory memory(folder.filePath(u"window.json"_s));
    DesktopSettings desktop;
    MainWindow window(WindowParameters{engine, clock, memory, desktop, u"ada"_s});
    window.show();
    window.activateWindow();
    engine.start();
    ASSERT_TRUE(test::waitUntil([&] { return window.isActiveWindow(); }));
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    window.findChild<AddInstanceDialog *>()->close();
    InstanceState state;
    state.instance.id = state.instance.name = u"staging"_s;
    state.connection = Connection::Connecting;
    engine.putInstance(state);
    test::drainEvents();
    EXPECT_EQ(window.page(), MainWindow::Page::Instances) << "nothing to show yet";
    Application application;
    application.name = u"shop-web"_s;
    state.connection = Connection::Live;
    state.applications = 1;
    engine.putInstance(state);
    engine.putApplications(u"staging"_s, {application});
    test::drainEvents();
    EXPECT_EQ(window.page(), MainWindow::Page::Applications);
    EXPECT_EQ(window.applications().filterText(), u"instance:staging"_s);
    auto *notices = window.findChild<Notices *>();
    EXPECT_TRUE(notices->shown().startsWith(u"staging is connected."_s)) << notices->shown().toStdString();
    window.newWatch();
    EXPECT_EQ(notices->shown(), QString()) << "the step was taken";
    state.applications = 2;
    engine.putInstance(state);
    test::drainEvents();
    EXPECT_EQ(notices->shown(), QString()) << "once";
}

TEST(MainWindowInADemo, TitleAndSidebarShowTheDemo)
{
    test::WindowScene scene;
    const QTemporaryDir folder;
    WindowMemory memory(folder.filePath(u"window.json"_s));
    DesktopSettings desktop;
    MainWindow window(WindowParameters{.engine = scene.engine(),
                                       .clock = scene.clock(),
                                       .memory = memory,
                                       .desktop = desktop,
                                       .userName = u"ada"_s,
                                       .preferencesFile = {},
                                       .isDemo = true});
    window.show();
    EXPECT_EQ(window.windowTitle(), u"Lynceus demo (simulated data)"_s);
    window.showUnseen(2);
    EXPECT_EQ(window.windowTitle(), u"(2) Lynceus demo (simulated data)"_s);
    const auto labels = window.findChild<Sidebar *>()->findChildren<QLabel *>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(u"Simulated instances, "_s);
    }));
}

TEST(Sidebar, FitsTheDemoNameInEachLanguage)
{
    /// Translates the name into one as long as the Arabic one.
    class LongNames final : public QTranslator
    {
    public:
        LongNames() { QCoreApplication::installTranslator(this); }
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
        {
            return qstrcmp(source, "Lynceus demo") == 0 ? u"Vorführung von Lynceus, simuliert"_s : QString();
        }
    };
    const test::FakeClock clock;
    Sidebar sidebar(clock);
    const auto usual = sidebar.width();
    const LongNames names;
    sidebar.markDemo();
    sidebar.show();
    EXPECT_GT(sidebar.width(), usual);
    EXPECT_GE(sidebar.menuButton()->width(), sidebar.menuButton()->sizeHint().width());
}

TEST_F(MainWindowTest, KeysMoveFromTheBoardThroughTheDetail)
{
    key(Qt::CTRL | Qt::Key_1);
    auto *tabs = window->findChild<QTabWidget *>();
    ASSERT_TRUE(tabs->isVisible());
    const int first = tabs->currentIndex();
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    EXPECT_NE(tabs->currentIndex(), first) << "without leaving the list";
    EXPECT_TRUE(tabs->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_TRUE(tabs->isAncestorOf(QApplication::focusWidget())) << "Enter focuses the pane";
}

TEST_F(MainWindowTest, PaletteFindsApplicationsWatchesInstancesAndCommands)
{
    const auto find = [this](const QString &typed) {
        key(Qt::CTRL | Qt::Key_K);
        QTest::keyClicks(window->finder().line(), typed);
        QTest::keyClick(window->finder().line(), Qt::Key_Return);
    };
    find(u"shoplegacy"_s);
    EXPECT_EQ(window->page(), MainWindow::Page::Applications);
    ASSERT_TRUE(window->applications().current());
    EXPECT_EQ(window->applications().current()->name, u"shop-legacy"_s);
    find(u"watch orders"_s);
    EXPECT_EQ(window->page(), MainWindow::Page::Releases);
    ASSERT_TRUE(window->releases().currentWatch());
    EXPECT_EQ(window->releases().currentWatch()->id, u"w9p4c"_s);
    find(u"edge instance"_s);
    EXPECT_EQ(window->page(), MainWindow::Page::Instances);
    find(u"try all"_s);
    EXPECT_TRUE(scene.engine().calls().contains(u"retry edge"_s));
    EXPECT_FALSE(window->finder().isVisible());
}

TEST_F(MainWindowTest, EnterPressesTheFocusedButton)
{
    key(Qt::CTRL | Qt::Key_5);
    auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    ASSERT_NE(button, nullptr) << "the shortcut of the screen focuses the list";
    QSignalSpy clicked(button, &QAbstractButton::clicked);
    QTest::keyClick(button, Qt::Key_Return);
    EXPECT_EQ(clicked.size(), 1);
    if (auto *dialog = QApplication::activeWindow(); dialog != window.get())
        dialog->close();
}

TEST_F(MainWindowTest, EscapeClosesThePaletteAndRestoresTheFocus)
{
    window->showApplication({u"staging"_s, u"argocd"_s, u"shop-web"_s});
    auto *before = QApplication::focusWidget();
    key(Qt::CTRL | Qt::Key_K);
    EXPECT_EQ(QApplication::focusWidget(), window->finder().line());
    QTest::keyClick(window->finder().line(), Qt::Key_Down);
    QTest::keyClick(window->finder().line(), Qt::Key_Escape);
    EXPECT_FALSE(window->finder().isVisible());
    EXPECT_EQ(QApplication::focusWidget(), before);
}

TEST_F(MainWindowTest, LayoutSurvivesARestart)
{
    window->showApplication({u"staging"_s, u"argocd"_s, u"shop-web"_s});
    window->applications().setFilterText(u"shop"_s);
    window->resize(1100, 700);
    window->close();
    open();
    EXPECT_EQ(window->page(), MainWindow::Page::Applications);
    EXPECT_EQ(window->applications().filterText(), u"shop"_s);
    EXPECT_EQ(window->size(), QSize(1100, 700));
}

TEST_F(MainWindowTest, ImageLinksToItsApplicationsAndBack)
{
    window->showApplication({u"production"_s, u"argocd"_s, u"shop-web"_s});
    ASSERT_TRUE(test::waitUntil([this] { return window->applications().view().hasFocus(); }));
    QTest::keyClick(&window->applications().view(), Qt::Key_V);
    EXPECT_EQ(window->page(), MainWindow::Page::Versions);
    const auto &versions = window->versions();
    ASSERT_EQ(versions.model().rowCount(), 1);
    EXPECT_EQ(versions.model().repository(0), u"ghcr.io/acme/shop-web"_s);
    ASSERT_TRUE(versions.view().hasFocus());
    int column = 0;
    while (versions.model().title(column) != u"production"_s)
        ++column;
    versions.view().setCurrentIndex(versions.model().index(0, column));
    QTest::keyClick(&versions.view(), Qt::Key_Return);
    EXPECT_EQ(window->page(), MainWindow::Page::Applications);
    ASSERT_TRUE(window->applications().current());
    EXPECT_EQ(window->applications().current()->instance, u"production"_s);
    EXPECT_EQ(window->applications().current()->name, u"shop-web"_s);
}

TEST_F(MainWindowTest, OtherPaneOfAScreenWithoutDetailsIsItsList)
{
    key(Qt::CTRL | Qt::Key_4);
    ASSERT_TRUE(window->versions().view().hasFocus());
    key(QKeySequence::Find);
    EXPECT_FALSE(window->versions().view().hasFocus());
    key(Qt::Key_F6);
    EXPECT_TRUE(window->versions().view().hasFocus());
}

TEST_F(MainWindowTest, NewWatchShortcutWorksOnEveryScreen)
{
    window->showApplication({u"staging"_s, u"argocd"_s, u"shop-cart"_s});
    ASSERT_TRUE(test::waitUntil([this] { return window->applications().view().hasFocus(); }));
    QTest::keyClick(&window->applications().view(), Qt::Key_W);
    auto *dialog = window->findChild<NewWatchDialog *>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->findChild<QLineEdit *>()->text(), u"ghcr.io/acme/shop-cart:"_s); // without a version
    dialog->reject();
    test::drainEvents();
    window->activateWindow();
    ASSERT_TRUE(test::waitUntil([this] { return window->isActiveWindow(); }));
    window->showPage(MainWindow::Page::Instances);
    key(QKeySequence::New);
    dialog = window->findChild<NewWatchDialog *>();
    ASSERT_NE(dialog, nullptr);
    dialog->reject();
    test::drainEvents();
}

TEST_F(MainWindowTest, ShortcutsAreListed)
{
    key(Qt::Key_F1);
    auto *sheet = window->findChild<ShortcutSheet *>();
    ASSERT_NE(sheet, nullptr);
    auto *list = sheet->findChild<QTreeWidget *>();
    EXPECT_FALSE(list->findItems(u"Find"_s, Qt::MatchExactly | Qt::MatchRecursive).isEmpty());
    QTest::keyClicks(sheet->findChild<QLineEdit *>(), u"palette that is not there"_s);
    EXPECT_TRUE(list->topLevelItem(0)->isHidden());
    sheet->close();
    test::drainEvents();
}

TEST_F(MainWindowTest, NoticesAreShownOneAfterAnother)
{
    scene.engine().reportNotice(u"The settings file was set aside."_s);
    scene.engine().reportNotice(u"The disk is full."_s);
    auto *notices = window->findChild<Notices *>();
    EXPECT_EQ(notices->shown(), u"The settings file was set aside."_s);
    for (auto *button : notices->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == u"Dismiss"_s)
            button->click();
    }
    EXPECT_EQ(notices->shown(), u"The disk is full."_s);
}

TEST_F(MainWindowTest, StatusLineShowsStaleInstances)
{
    EXPECT_EQ(window->findChild<StatusLine *>()->text(), u"60 applications on 3 instances · edge stale"_s);
}

namespace {

QString nameOf(QWidget *widget)
{
    auto *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

} // namespace

TEST_F(MainWindowTest, FocusableWidgetsHaveNames)
{
    for (const auto page : {MainWindow::Page::Releases, MainWindow::Page::Applications, MainWindow::Page::Deployments,
                            MainWindow::Page::Versions, MainWindow::Page::Instances}) {
        window->showPage(page);
        if (page == MainWindow::Page::Releases)
            window->showWatch(u"w7k3f"_s);
        test::drainEvents();
        for (auto *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            EXPECT_FALSE(nameOf(widget).isEmpty())
                << widget->metaObject()->className() << " in " << widget->parentWidget()->metaObject()->className()
                << " on page " << int(page);
        }
    }
}

TEST_F(MainWindowTest, TablesExposeTheirHeaders)
{
    window->showPage(MainWindow::Page::Applications);
    auto *table = QAccessible::queryAccessibleInterface(&window->applications().view());
    ASSERT_NE(table, nullptr);
    ASSERT_NE(table->tableInterface(), nullptr);
    EXPECT_EQ(table->tableInterface()->columnDescription(3), u"Health"_s);
    EXPECT_EQ(table->tableInterface()->columnCount(), 8);
}

} // namespace lynceus
