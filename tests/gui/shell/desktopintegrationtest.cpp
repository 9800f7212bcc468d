#include "app/gui/shell/announcer.h"
#include "tests/gui/shell/desktopscene.h"
#include "tests/gui/teamservermaker.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;

namespace {

/// Counts how often the program showed a window.
class Appearances final : public QObject
{
public:
    Appearances(QWidget &window, int &count)
        : m_count(count)
    {
        window.installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Show && !event->spontaneous() ? 1 : 0;
        return false;
    }

private:
    int &m_count;
};

} // namespace

TEST_F(DesktopIntegrationTest, NotificationOpensItsWatchAndCopiesItsCause)
{
    window.hide();
    fail(u"new1"_s);
    ASSERT_TRUE(desktop.shown.contains(u"watch:new1"_s));
    Q_EMIT desktop.activated(u"watch:new1"_s, u"copy-cause"_s, {});
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(u"shop-web 1.5.0 ("_s));
    window.showPage(MainWindow::Page::Instances);
    Q_EMIT desktop.activated(u"watch:new1"_s, u"open"_s, {});
    EXPECT_TRUE(window.isVisible());
    EXPECT_EQ(window.page(), MainWindow::Page::Releases);
    EXPECT_TRUE(waitUntil([this] {
        const auto *current = window.releases().currentWatch();
        return current && current->id == u"new1"_s;
    }));
}

TEST_F(DesktopIntegrationTest, ActivatingTheWindowMarksWatchesAsSeen)
{
    window.hide();
    fail(u"new1"_s);
    EXPECT_EQ(integration.notifications().unseen(), 1);
    EXPECT_EQ(window.windowTitle(), u"(1) Lynceus"_s);
    window.show();
    window.activateWindow();
    EXPECT_TRUE(waitUntil([this] { return integration.notifications().unseen() == 0; }));
    EXPECT_THAT(desktop.shown, IsEmpty());
    EXPECT_EQ(window.windowTitle(), u"Lynceus"_s);
}

TEST_F(DesktopIntegrationTest, VisibleChangesAreNotifiedButNotCounted)
{
    window.activateWindow();
    ASSERT_TRUE(waitUntil([] { return QApplication::activeWindow() != nullptr; }));
    drainEvents();
    fail(u"new1"_s);
    EXPECT_TRUE(desktop.shown.contains(u"watch:new1"_s));
    EXPECT_EQ(integration.notifications().unseen(), 0);
    EXPECT_EQ(window.windowTitle(), u"Lynceus"_s);
    window.hide();
    fail(u"new2"_s);
    EXPECT_EQ(integration.notifications().unseen(), 1);
}

// As on Wayland, where a program without the focus cannot copy.
TEST_F(DesktopIntegrationTest, WindowComesForwardIfCopyingNeedsTheFocus)
{
    MainWindow other({scene.engine(), scene.clock(), memory, settings, u"me"_s, {}});
    DesktopIntegration integration(other,
                                   {scene.engine(), scene.clock(), preferences, desktop, panel, sleep,
                                    Autostart(folder.filePath(u"autostart"_s), u"/usr/bin/lynceus"_s), true});
    window.hide();
    ASSERT_TRUE(waitUntil([] { return !QApplication::activeWindow(); }));
    QGuiApplication::clipboard()->setText(u"before"_s);
    Q_EMIT integration.notifications().copyRequested(u"shop-web 1.5.0: the cause"_s, {});
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"before"_s) << "the clipboard would be lost";
    EXPECT_TRUE(other.isVisible());
    EXPECT_TRUE(waitUntil([] { return QGuiApplication::clipboard()->text() == u"shop-web 1.5.0: the cause"_s; }));
    // Some compositors ignore copies that do not follow a key press or click.
    QGuiApplication::clipboard()->setText(u"before"_s);
    const auto *notices = other.findChild<Notices *>();
    EXPECT_TRUE(notices->shown().contains(u"press a key or click in this window"_s)) << qPrintable(notices->shown());
    QTest::keyClick(&other, Qt::Key_Shift);
    EXPECT_TRUE(waitUntil([] { return QGuiApplication::clipboard()->text() == u"shop-web 1.5.0: the cause"_s; }));
    EXPECT_EQ(notices->shown(), QString());
    QGuiApplication::clipboard()->setText(u"something else"_s);
    QTest::keyClick(&other, Qt::Key_Shift);
    drainEvents();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"something else"_s) << "once";
    other.hide();
}

TEST_F(DesktopIntegrationTest, LeavingTheWindowAfterCopyingKeepsTheClipboard)
{
    WindowMemory place{folder.filePath(u"other.json"_s)};
    MainWindow other({scene.engine(), scene.clock(), place, settings, u"me"_s, {}});
    DesktopIntegration integration(other,
                                   {scene.engine(), scene.clock(), preferences, desktop, panel, sleep,
                                    Autostart(folder.filePath(u"autostart"_s), u"/usr/bin/lynceus"_s), true});
    window.hide();
    ASSERT_TRUE(waitUntil([] { return !QApplication::activeWindow(); }));
    Q_EMIT integration.notifications().copyRequested(u"shop-web 1.5.0: the cause"_s, {});
    ASSERT_TRUE(waitUntil([] { return QGuiApplication::clipboard()->text() == u"shop-web 1.5.0: the cause"_s; }));
    other.hide();
    ASSERT_TRUE(waitUntil([] { return !QApplication::activeWindow(); }));
    drainEvents();
    QGuiApplication::clipboard()->setText(u"something else"_s);
    QKeyEvent key(QEvent::KeyPress, Qt::Key_Shift, Qt::NoModifier);
    QCoreApplication::sendEvent(&other, &key);
    drainEvents();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"something else"_s);
    EXPECT_EQ(other.findChild<Notices *>()->shown(), QString());
}

// As on Wayland: without a token from the notification service, a window behind others cannot raise itself.
TEST_F(DesktopIntegrationTest, WindowIsShownAgainIfItCannotBeActivated)
{
    WindowMemory place{folder.filePath(u"other.json"_s)};
    MainWindow other({scene.engine(), scene.clock(), place, settings, u"me"_s, {}});
    DesktopIntegration integration(other,
                                   {.engine = scene.engine(),
                                    .clock = scene.clock(),
                                    .preferences = preferences,
                                    .notifications = desktop,
                                    .panel = panel,
                                    .sleep = sleep,
                                    .autostart = Autostart(folder.filePath(u"autostart"_s), u"/usr/bin/lynceus"_s),
                                    .raisingNeedsToken = true});
    int appeared = 0;
    Appearances counter(other, appeared);
    other.show();
    EXPECT_EQ(appeared, 1);
    Q_EMIT integration.notifications().openRequested({}, {}, u"token"_s);
    EXPECT_EQ(appeared, 1) << "the activation token raises the window";
    other.setAttribute(Qt::WA_ShowWithoutActivating);
    window.hide();
    other.clearFocus();
    QWidget front;
    front.show();
    front.hide(); // no window of the program is active now
    ASSERT_TRUE(waitUntil([] { return !QApplication::activeWindow(); }));
    Q_EMIT integration.notifications().openRequested({}, {}, {});
    EXPECT_TRUE(other.isVisible());
    EXPECT_EQ(appeared, 2);
}

TEST_F(DesktopIntegrationTest, MinimisedWindowIsMaximisedAgain)
{
    window.setWindowState(Qt::WindowMaximized | Qt::WindowMinimized);
    drainEvents();
    ASSERT_TRUE(window.isMinimized());
    Q_EMIT integration.notifications().openRequested({}, {}, {});
    drainEvents();
    EXPECT_FALSE(window.isMinimized());
    EXPECT_TRUE(window.isMaximized());
}

TEST_F(DesktopIntegrationTest, ClosingHidesInTheTrayOnlyIfThereIsOne)
{
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.askedOnQuit = true; }));
    window.close();
    EXPECT_FALSE(window.isVisible());
    EXPECT_TRUE(preferences.now().trayExplained);
    panel.offered = false;
    integration.tray().check();
    EXPECT_TRUE(window.isVisible()) << "without a tray, the window must be visible";
    window.close();
    EXPECT_FALSE(window.isVisible());
}

TEST_F(DesktopIntegrationTest, NewWatchUsesTheTimesOfTheSettings)
{
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.deadline = Preferences::Deadline::Hour;
        now.observing = Preferences::Observing::HalfHour;
    }));
    window.newWatch(u"ghcr.io/acme/shop-web:1.5.0"_s);
    auto *dialog = window.findChild<NewWatchDialog *>();
    ASSERT_TRUE(dialog);
    QStringList chosen;
    const auto buttons = dialog->findChildren<QAbstractButton *>();
    for (const auto *button : buttons) {
        if (button->isCheckable() && button->isChecked())
            chosen.append(button->text());
    }
    EXPECT_TRUE(chosen.contains(u"1 h"_s)) << chosen.join(u", "_s).toStdString();
    EXPECT_TRUE(chosen.contains(u"30 min"_s)) << chosen.join(u", "_s).toStdString();
}

TEST_F(DesktopIntegrationTest, LinkFillsInANewWatchWithoutStartingIt)
{
    integration.take({{u"--ignored"_s, u"lynceus://watch?image=ghcr.io/acme/shop-web:1.5.0&timeout=1h"_s}, {}});
    auto *dialog = window.findChild<NewWatchDialog *>();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->findChild<QLineEdit *>()->text(), u"ghcr.io/acme/shop-web:1.5.0"_s);
    drainEvents();
    EXPECT_THAT(scene.engine().requested(), IsEmpty());
}

TEST_F(DesktopIntegrationTest, WrongLinkIsReportedAndOpensNothing)
{
    integration.take({{u"lynceus://watch?app=a&instance=evil"_s}, {}});
    EXPECT_FALSE(window.findChild<NewWatchDialog *>());
    EXPECT_TRUE(notice().contains(u"'evil' is not configured"_s)) << notice().toStdString();
}
#ifdef LYNCEUS_DBUS

TEST(DesktopIntegrationOnABus, ReleasesCauseExactlyTheExpectedNotifications)
{
    PrivateBus bus;
    FakeNotificationService service(bus.connection());
    service.appear();
    WindowScene scene;
    const QTemporaryDir folder;
    WindowMemory memory(folder.filePath(u"window.json"_s));
    PreferencesFile preferences(folder.filePath(u"preferences.json"_s));
    DesktopSettings settings;
    SleepWatch sleep;
    FakePanelIcon panel;
    FreedesktopNotifications desktop(bus.connection());
    MainWindow window(WindowParameters{scene.engine(), scene.clock(), memory, settings, u"me"_s});
    DesktopIntegration integration(window,
                                   {scene.engine(), scene.clock(), preferences, desktop, panel, sleep,
                                    Autostart(folder.filePath(u"autostart"_s), u"/usr/bin/lynceus"_s)});
    scene.engine().start();
    const auto shows = [&](std::size_t count) {
        scene.clock().advance(1s);
        integration.notifications().checkClock();
        return waitUntil([&] { return service.shown.size() >= count; });
    };
    const auto bad = makeWatch(u"bad"_s, u"shop-api"_s, u"ghcr.io/acme/shop-api:2.1.0"_s);
    const auto good = makeWatch(u"good"_s);
    scene.engine().putWatch(bad);
    scene.engine().putWatch(good);
    scene.engine().putWatch(failing(bad));
    ASSERT_TRUE(shows(1));
    scene.engine().putWatch(ended(failing(bad), Outcome::Failed));
    ASSERT_TRUE(shows(2));
    scene.engine().putWatch(ended(good, Outcome::Deployed));
    ASSERT_TRUE(shows(3));
    drainEvents();
    ASSERT_EQ(service.shown.size(), 3U);
    const auto &[warning, failure, success] = std::tie(service.shown[0], service.shown[1], service.shown[2]);
    EXPECT_EQ(warning.title, u"shop-api 2.1.0 is failing on staging"_s);
    EXPECT_EQ(warning.actions,
              QStringList({u"default"_s, u"Open"_s, u"open"_s, u"Open"_s, u"extend"_s, u"Extend 10 min"_s, u"snooze"_s,
                           u"Snooze"_s, u"copy-cause"_s, u"Copy cause"_s}));
    EXPECT_EQ(warning.hints.value(u"urgency"_s).value<uchar>(), 1);
    EXPECT_EQ(failure.title, u"shop-api 2.1.0 failed on staging"_s);
    EXPECT_EQ(failure.replaces, warning.id);
    EXPECT_EQ(failure.hints.value(u"urgency"_s).value<uchar>(), 2);
    EXPECT_EQ(success.title, u"shop-web 1.5.0 is deployed on staging"_s);
    EXPECT_EQ(success.replaces, 0U);
    EXPECT_EQ(success.actions, QStringList({u"default"_s, u"Open"_s, u"open"_s, u"Open"_s}));
    EXPECT_FALSE(window.isVisible());
    service.press(failure.id, u"default"_s);
    EXPECT_TRUE(waitUntil([&window] { return window.isVisible(); }));
}

#endif

TEST_F(DesktopIntegrationTest, TasksThatConcernTheUserAreAnnouncedToScreenReaders)
{
    const auto announced = [this] {
        const auto *announcer = window.findChild<Announcer *>();
        return announcer ? announcer->accessibleName() : QString();
    };
    window.activateWindow();
    ASSERT_TRUE(waitUntil([this] { return window.isActiveWindow(); }));
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.notifications.authors = {u"ada"_s}; }));
    auto &engine = scene.engine();
    engine.putTeamServer(makeTeamServer());
    engine.putServerTasks(u"t1"_s, {makeTask(u"old"_s, u"invoices"_s, TaskState::Failed)}, true);
    EXPECT_FALSE(announced().contains(u"invoices"_s)) << "earlier results are not announced";
    auto foreignTask = makeTask(u"2"_s, u"stranger"_s, TaskState::Failed);
    foreignTask.author = u"bob"_s;
    engine.putServerTasks(u"t1"_s, {makeTask(u"1"_s, u"payments"_s)});
    engine.putServerTasks(u"t1"_s,
                          {makeTask(u"1"_s, u"payments"_s, TaskState::Failed, u"the pods crash"_s), foreignTask});
    EXPECT_TRUE(announced().contains(u"payments on build: Failed"_s, Qt::CaseInsensitive)) << announced().toStdString();
    EXPECT_TRUE(announced().contains(u"the pods crash"_s, Qt::CaseInsensitive)) << announced().toStdString();
}

} // namespace lynceus::test
