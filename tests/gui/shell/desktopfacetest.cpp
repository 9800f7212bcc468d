#include "app/gui/shell/desktopface.h"

#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/preferences/preferencesdialog.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/widgets/banner.h"
#include "core/engine/text/boardtext.h"
#include "core/io/desktop/desktopsettings.h"
#include "core/io/desktop/freedesktopnotifications.h"
#include "core/io/desktop/sleepwatch.h"
#include "core/io/settings/windowmemory.h"
#include "tests/support/fakenotificationservice.h"
#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;

namespace {

class PaperDesktop final : public DesktopNotifications
{
public:
    void show(const QString &slot, const DesktopNotification &notification) override
    {
        shown.insert(slot, notification);
    }
    void withdraw(const QString &slot) override { shown.remove(slot); }
    QMap<QString, DesktopNotification> shown;
};

class PaperPanel final : public PanelIcon
{
public:
    [[nodiscard]] bool isOffered() const override { return offered; }
    void setShown(bool) override { }
    void setState(const QIcon &, const QString &) override { }
    void setMenu(QMenu *) override { }
    void say(const QString &, const QString &, bool) override { }
    bool offered = true;
};

class DesktopFaceTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        window.show();
        scene.engine().start();
        drainEvents();
    }
    void settle()
    {
        scene.clock().advance(1s);
        face.notifications().lookAtClock();
    }
    void fail(const QString &id)
    {
        auto watch = makeWatch(id);
        scene.engine().putWatch(watch);
        scene.engine().putWatch(ended(failing(watch), Outcome::Failed));
        settle();
    }
    QTreeView &board() { return *window.releases().findChild<QTreeView *>(); }
    QTreeView *list(const QString &name)
    {
        if (name == u"applications"_s)
            return &window.applications().view();
        return window.findChild<QTreeView *>(name);
    }
    QString said()
    {
        const auto *notices = window.findChild<Notices *>();
        return notices->shown();
    }

    WindowScene scene;
    QTemporaryDir folder;
    WindowMemory memory{folder.filePath(u"window.json"_s)};
    PreferencesFile preferences{folder.filePath(u"preferences.json"_s)};
    DesktopSettings settings;
    SleepWatch sleep;
    PaperDesktop desktop;
    PaperPanel panel;
    MainWindow window{WindowParameters{scene.engine(), scene.clock(), memory, settings, u"me"_s}};
    DesktopFace face{window,
                     {scene.engine(), scene.clock(), preferences, desktop, panel, sleep,
                      Autostart(folder.filePath(u"autostart"_s), u"/usr/bin/lynceus"_s)}};
};

} // namespace

TEST_F(DesktopFaceTest, ANotificationOpensItsWatchAndItsCauseIsCopied)
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

TEST_F(DesktopFaceTest, LookingAtTheWindowIsSeeing)
{
    window.hide();
    fail(u"new1"_s);
    EXPECT_EQ(face.notifications().unseen(), 1);
    EXPECT_EQ(window.windowTitle(), u"(1) Lynceus"_s);
    window.show();
    window.activateWindow();
    EXPECT_TRUE(waitUntil([this] { return face.notifications().unseen() == 0; }));
    EXPECT_THAT(desktop.shown, IsEmpty());
    EXPECT_EQ(window.windowTitle(), u"Lynceus"_s);
}

TEST_F(DesktopFaceTest, ClosingHidesInTheTrayOnlyWhileThereIsOne)
{
    window.close();
    EXPECT_FALSE(window.isVisible());
    EXPECT_TRUE(preferences.now().toldOfTray);
    panel.offered = false;
    face.tray().look();
    EXPECT_TRUE(window.isVisible()) << "the tray went: nothing else brings it back";
    window.close();
    EXPECT_FALSE(window.isVisible());
}

TEST_F(DesktopFaceTest, ALinkFillsInANewWatchAndDoesNothingByItself)
{
    face.take({{u"--ignored"_s, u"lynceus://watch?image=ghcr.io/acme/shop-web:1.5.0&timeout=1h"_s}, {}});
    auto *dialog = window.findChild<NewWatchDialog *>();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->findChild<QLineEdit *>()->text(), u"ghcr.io/acme/shop-web:1.5.0"_s);
    drainEvents();
    EXPECT_THAT(scene.engine().requested(), IsEmpty());
}

TEST_F(DesktopFaceTest, AWrongLinkIsSaidAndOpensNothing)
{
    face.take({{u"lynceus://watch?app=a&instance=evil"_s}, {}});
    EXPECT_FALSE(window.findChild<NewWatchDialog *>());
    EXPECT_TRUE(said().contains(u"'evil' is not known here"_s)) << said().toStdString();
}

TEST_F(DesktopFaceTest, PreferencesHaveAKeyWhichCanBeChanged)
{
    window.activateWindow();
    ASSERT_TRUE(waitUntil([this] { return window.isActiveWindow(); }));
    QTest::keySequence(&window, QKeySequence(Qt::CTRL | Qt::Key_Comma));
    EXPECT_TRUE(window.findChild<PreferencesDialog *>());
    ASSERT_TRUE(
        preferences.change([](Preferences &now) { now.shortcuts.insert(u"window.preferences"_s, u"Ctrl+Alt+P"_s); }));
    const auto actions = window.actions();
    EXPECT_TRUE(std::any_of(actions.begin(), actions.end(),
                            [](const QAction *action) { return action->shortcut() == QKeySequence(u"Ctrl+Alt+P"_s); }));
}

TEST_F(DesktopFaceTest, AllStandardKeysWorkTogether)
{
    EXPECT_GT(face.shortcuts().entries().size(), 30U);
    QSet<QString> ids;
    for (const auto &entry : face.shortcuts().entries()) {
        EXPECT_EQ(entry.trouble, QString()) << entry.id.toStdString();
        EXPECT_FALSE(entry.text.isEmpty());
        EXPECT_TRUE(entry.id.contains(u'.')) << entry.text.toStdString();
        ids.insert(entry.id);
    }
    for (const auto *command : {"board.new", "board.extend", "board.remove", "board.repeat", "board.open",
                                "board.copyReport", "applications.watch", "history.export", "detail.nextTab"})
        EXPECT_TRUE(ids.contains(QLatin1StringView(command))) << command;
}

TEST_F(DesktopFaceTest, KeysOfTheBoardCanBeChanged)
{
    window.activateWindow();
    ASSERT_TRUE(waitUntil([this] { return window.isActiveWindow(); }));
    ASSERT_TRUE(waitUntil([this] { return board().model()->rowCount() > 0; }));
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.shortcuts = {{u"board.extend"_s, u"Ctrl+Y"_s}, {u"board.remove"_s, u"Ctrl+D"_s}};
    }));
    window.showWatch(u"w8m2a"_s);
    board().setFocus();
    QTest::keySequence(&board(), QKeySequence(u"Ctrl+E"_s));
    EXPECT_TRUE(scene.engine().calls().filter(u"extendWatch"_s).isEmpty());
    QTest::keySequence(&board(), QKeySequence(u"Ctrl+Y"_s));
    EXPECT_TRUE(scene.engine().calls().contains(u"extendWatch w8m2a 600000"_s));
    window.showWatch(u"w2c5d"_s); // is over: the same key dismisses
    QTest::keySequence(&board(), QKeySequence(u"Ctrl+D"_s));
    EXPECT_TRUE(scene.engine().calls().contains(u"dismissWatch w2c5d"_s));
}

TEST_F(DesktopFaceTest, DensityChangesTheRowsOfAllListsAtOnce)
{
    ASSERT_TRUE(waitUntil([this] { return board().model()->rowCount() > 0; }));
    window.showWatch(u"w7k3f"_s); // opens the tree of resources, too
    ASSERT_TRUE(waitUntil([this] { return list(u"resources"_s)->model()->rowCount() > 0; }));
    const auto heights = [this] {
        const auto group = board().model()->index(0, 0);
        QMap<QString, int> all{{u"group"_s, board().visualRect(group).height()},
                               {u"board"_s, board().visualRect(board().model()->index(0, 0, group)).height()}};
        for (const auto *name : {"resources", "applications", "events"}) {
            auto *view = list(QString::fromLatin1(name));
            const auto first = view->model()->index(0, 0);
            all.insert(view->accessibleName(),
                       first.isValid() ? view->visualRect(first).height() : view->sizeHintForRow(0));
        }
        return all;
    };
    window.showPage(MainWindow::Page::Applications);
    ASSERT_TRUE(waitUntil([this] { return list(u"applications"_s)->model()->rowCount() > 0; }));
    window.showPage(MainWindow::Page::Releases);
    const auto comfortable = heights();
    EXPECT_EQ(comfortable.value(u"board"_s), 44);
    EXPECT_EQ(comfortable.value(u"Applications"_s), 34);
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.density = Preferences::Density::Compact; }));
    drainEvents();
    const auto compact = heights();
    EXPECT_EQ(compact.value(u"board"_s), 33);
    for (auto each = comfortable.begin(); each != comfortable.end(); ++each) {
        if (each.value() > 0)
            EXPECT_LT(compact.value(each.key()), each.value()) << each.key().toStdString();
    }
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.density = Preferences::Density::Comfortable; }));
    drainEvents();
    EXPECT_EQ(heights(), comfortable);
}

TEST_F(DesktopFaceTest, TheZoneChangesAllTimesAtOnce)
{
    const auto at = scene.clock().now();
    const auto ended = [&](const QByteArray &zone) { return momentText(at - 40min + 72s, at, QTimeZone(zone)); };
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.timeZone = "Asia/Kolkata"; }));
    ASSERT_TRUE(waitUntil([this] { return board().model()->rowCount() > 0; }));
    window.showWatch(u"w7k3f"_s);
    const auto facts = [this] { return window.findChild<QLabel *>(u"facts"_s)->text(); };
    ASSERT_TRUE(waitUntil([&] { return !facts().isEmpty(); }));
    const auto registered = [&](const QByteArray &zone) {
        return u"registered "_s + momentText(at - 4min, at, QTimeZone(zone));
    };
    EXPECT_TRUE(facts().contains(registered("Asia/Kolkata"))) << facts().toStdString();
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.timeZone = "UTC"; }));
    EXPECT_TRUE(facts().contains(registered("UTC"))) << facts().toStdString();
    QStringList spoken;
    const auto groups = board().model();
    for (int group = 0; group < groups->rowCount(); ++group) {
        const auto parent = groups->index(group, 0);
        for (int row = 0; row < groups->rowCount(parent); ++row)
            spoken.append(groups->index(row, 0, parent).data(Qt::AccessibleTextRole).toString());
    }
    EXPECT_TRUE(spoken.join(u'\n').contains(ended("UTC"))) << spoken.join(u'\n').toStdString();
    EXPECT_FALSE(spoken.join(u'\n').contains(ended("Asia/Kolkata")));
}

TEST_F(DesktopFaceTest, KeysAreToldAsTheyAre)
{
    const auto buttons = window.findChildren<QPushButton *>();
    const auto says = [&buttons](const QString &text) {
        return std::ranges::any_of(buttons, [&text](const QPushButton *button) {
            return button->text().endsWith(text) || button->toolTip().contains(text);
        });
    };
    EXPECT_TRUE(says(u"Ctrl K"_s));
    EXPECT_TRUE(says(u"(Ctrl+N)"_s));
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.shortcuts = {{u"window.findAnything"_s, u"Ctrl+P"_s}, {u"window.newWatch"_s, QString()}};
    }));
    EXPECT_TRUE(says(u"Ctrl P"_s));
    EXPECT_FALSE(says(u"Ctrl K"_s));
    EXPECT_FALSE(says(u"(Ctrl+N)"_s));
}

TEST_F(DesktopFaceTest, PreferencesReachThePolicyAtOnce)
{
    window.hide();
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.notifications.kinds.fill(false); }));
    fail(u"new1"_s);
    EXPECT_THAT(desktop.shown, IsEmpty());
}

#ifdef LYNCEUS_DBUS

TEST(DesktopFaceOnABus, AFailingAndASucceedingReleaseGiveExactlyTheExpectedNotifications)
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
    PaperPanel panel;
    FreedesktopNotifications desktop(bus.connection());
    MainWindow window(WindowParameters{scene.engine(), scene.clock(), memory, settings, u"me"_s});
    DesktopFace face(window,
                     {scene.engine(), scene.clock(), preferences, desktop, panel, sleep,
                      Autostart(folder.filePath(u"autostart"_s), u"/usr/bin/lynceus"_s)});
    scene.engine().start();
    const auto shows = [&](std::size_t count) {
        scene.clock().advance(1s);
        face.notifications().lookAtClock();
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

} // namespace lynceus::test
