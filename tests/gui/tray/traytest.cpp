#include "app/gui/tray/tray.h"

#include "app/gui/tray/trayicon.h"
#include "app/gui/widgets/painting/tones.h"
#include "core/io/desktop/desktopnotifications.h"
#include "tests/gui/teamservermaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;

namespace lynceus::test {

namespace {

constexpr std::array kRoles{StateRole::Good, StateRole::Working, StateRole::Bad, StateRole::Held, StateRole::Neutral};

InstanceState instanceOf(const QString &id)
{
    InstanceState state;
    state.instance.id = id;
    state.instance.name = id;
    state.connection = Connection::Live;
    return state;
}

/// A fake panel icon.
class FakeTrayIcon final : public PanelIcon
{
public:
    [[nodiscard]] bool isOffered() const override { return offered; }
    void setShown(bool isShown) override { shown = isShown; }
    void setState(const QIcon &newIcon, const QString &newTip) override
    {
        icon = newIcon;
        toolTip = newTip;
        ++drawn;
    }
    void setMenu(QMenu *newMenu) override { menu = newMenu; }
    void say(const QString &title, const QString &, bool failure) override
    {
        messages.append(failure ? u"! "_s + title : title);
    }

    bool offered = true;
    bool shown = false;
    QIcon icon;
    QString toolTip;
    int drawn = 0; ///< how often the panel received an icon
    QMenu *menu = nullptr;
    QStringList messages;
};

class TrayTest : public testing::Test
{
protected:
    void SetUp() override
    {
        engine.putInstance(instanceOf(u"staging"_s));
        engine.putInstance(instanceOf(u"prod"_s));
        engine.start();
        // Passes changed settings to the notification policy, as the window does.
        QObject::connect(&preferences, &PreferencesFile::changed, &notifications,
                         [this](const Preferences &now) { notifications.setSettings(now.notifications); });
    }
    QStringList menu()
    {
        Q_EMIT tray.menu()->aboutToShow();
        QStringList lines;
        for (const auto *action : tray.menu()->actions())
            lines.append(action->isSeparator() ? u"--"_s : action->text());
        return lines;
    }
    QAction *action(const QString &text)
    {
        Q_EMIT tray.menu()->aboutToShow();
        for (auto *action : tray.menu()->actions()) {
            if (action->text().startsWith(text))
                return action;
        }
        return nullptr;
    }
    void press(const QString &text)
    {
        auto *found = action(text);
        ASSERT_TRUE(found) << text.toStdString();
        found->trigger();
    }

    FakeTrayIcon panel;
    QTemporaryDir folder;
    FakeClock clock{kRegisteredAt};
    FakeEngine engine{clock};
    DesktopNotifications desktop;
    PreferencesFile preferences{folder.filePath(u"preferences.json"_s)};
    Notifications notifications{engine, desktop, clock};
    Tray tray{engine, notifications, preferences, clock, panel};
};

} // namespace

TEST_F(TrayTest, ShowsTheMostUrgentStateElseProgress)
{
    EXPECT_EQ(tray.state(), (TrayState{StateRole::Neutral, 0, u"Lynceus: no watches"_s}));
    engine.putWatch(makeWatch(u"w1"_s));
    EXPECT_EQ(tray.state(), (TrayState{StateRole::Working, 1, u"Lynceus: 1 in progress"_s}));
    engine.putWatch(held(makeWatch(u"w2"_s)));
    EXPECT_EQ(tray.state(), (TrayState{StateRole::Held, 2, u"Lynceus: 1 blocked, 1 in progress"_s}));
    engine.putWatch(failing(makeWatch(u"w3"_s)));
    EXPECT_EQ(tray.state(), (TrayState{StateRole::Bad, 3, u"Lynceus: 1 failing, 1 blocked, 1 in progress"_s}));
    for (const auto &id : {u"w2"_s, u"w3"_s})
        engine.putWatch(ended(makeWatch(id), Outcome::Cancelled));
    engine.putWatch(ended(makeWatch(u"w1"_s), Outcome::Deployed));
    clock.advance(1s);
    notifications.checkClock();
    EXPECT_EQ(tray.state(), (TrayState{StateRole::Good, 1, u"Lynceus: 1 unseen"_s}));
    engine.putWatch(ended(makeWatch(u"w4"_s), Outcome::Failed));
    clock.advance(1s);
    notifications.checkClock();
    EXPECT_EQ(tray.state(), (TrayState{StateRole::Bad, 2, u"Lynceus: 2 unseen, with a failure"_s}));
    notifications.seeAll();
    EXPECT_EQ(tray.state().role, StateRole::Neutral);
}

TEST_F(TrayTest, WatchOnAnUnreadableInstanceIsBlocked)
{
    engine.putWatch(makeWatch(u"w1"_s));
    auto gone = instanceOf(u"staging"_s);
    gone.connection = Connection::SignInNeeded;
    engine.putInstance(gone);
    EXPECT_EQ(tray.state().role, StateRole::Held);
    engine.putInstance(instanceOf(u"staging"_s));
    EXPECT_EQ(tray.state().role, StateRole::Working);
}

TEST_F(TrayTest, MenuOpensRunningWatchesAndShowsTheirRemainingTime)
{
    engine.putWatch(makeWatch(u"w1"_s));
    engine.putWatch(failing(makeWatch(u"w2"_s, u"shop-api"_s, u"ghcr.io/acme/shop-api:2.1.0"_s)));
    clock.advance(1min);
    const auto lines = menu();
    ASSERT_GE(lines.size(), 9);
    EXPECT_TRUE(lines[0].startsWith(u"shop-api"_s))
        << "watches that need attention come first: " << lines[0].toStdString();
    EXPECT_TRUE(lines[0].contains(u"failed"_s)) << "and why: " << lines[0].toStdString();
    EXPECT_EQ(lines[1], u"--"_s);
    EXPECT_TRUE(lines[2].startsWith(u"shop-web"_s)) << lines[2].toStdString();
    EXPECT_TRUE(lines[2].contains(u"14:00"_s)) << lines[2].toStdString();
    EXPECT_EQ(lines.mid(3),
              QStringList({u"--"_s, u"New watch…"_s, u"Pause all instances"_s, u"Mute for an hour"_s, u"--"_s,
                           u"Show Lynceus"_s, u"Quit"_s}));
    QStringList reported;
    QObject::connect(&tray, &Tray::showRequested, &tray,
                     [&reported](const QString &watch) { reported << u"show "_s + watch; });
    QObject::connect(&tray, &Tray::newWatchRequested, &tray, [&reported] { reported << u"new"_s; });
    QObject::connect(&tray, &Tray::quitRequested, &tray, [&reported] { reported << u"quit"_s; });
    for (const auto &line : {u"shop-web"_s, u"New watch"_s, u"Show"_s, u"Quit"_s})
        press(line);
    EXPECT_THAT(reported, ElementsAre(u"show w1"_s, u"new"_s, u"show "_s, u"quit"_s));
}

TEST_F(TrayTest, MenuShowsWatchesThatNeedAttentionAndTheLastFiveResults)
{
    for (int i = 0; i < 7; ++i)
        engine.putWatch(ended(makeWatch(u"d%1"_s.arg(i), u"app-%1"_s.arg(i)), Outcome::Deployed, i * 1min));
    engine.putWatch(ended(makeWatch(u"bad"_s, u"orders"_s), Outcome::TimedOut));
    const auto lines = menu();
    EXPECT_TRUE(lines[0].startsWith(u"orders"_s)) << lines[0].toStdString();
    EXPECT_TRUE(lines[0].contains(u"Timed out"_s)) << lines[0].toStdString();
    EXPECT_EQ(lines[1], u"--"_s);
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(lines[2 + i].startsWith(u"app-%1"_s.arg(6 - i))) << lines[2 + i].toStdString();
        EXPECT_TRUE(lines[2 + i].contains(u"Deployed"_s)) << lines[2 + i].toStdString();
    }
    EXPECT_EQ(lines[7], u"--"_s);
    QStringList reported;
    QObject::connect(&tray, &Tray::showRequested, &tray, [&reported](const QString &watch) { reported << watch; });
    press(u"orders"_s);
    press(u"app-6"_s);
    EXPECT_THAT(reported, ElementsAre(u"bad"_s, u"d6"_s));
}

TEST_F(TrayTest, DismissedFailureIsClearedInThePanel)
{
    engine.putWatch(ended(makeWatch(u"w1"_s), Outcome::Failed));
    clock.advance(1s);
    notifications.checkClock();
    ASSERT_EQ(tray.state().role, StateRole::Bad);
    ASSERT_TRUE(waitUntil([this] { return panel.toolTip == tray.state().sentence; }));
    const auto bad = panel.icon.pixmap(22).toImage();
    engine.dismissWatch(u"w1"_s);
    EXPECT_EQ(tray.state(), (TrayState{StateRole::Neutral, 0, u"Lynceus: no watches"_s}));
    EXPECT_TRUE(waitUntil([this] { return panel.toolTip == u"Lynceus: no watches"_s; }));
    EXPECT_NE(panel.icon.pixmap(22).toImage(), bad);
}

TEST_F(TrayTest, SimultaneousChangesAreDrawnOnce)
{
    const int before = panel.drawn;
    for (int each = 0; each < 200; ++each)
        engine.putWatch(makeWatch(u"w%1"_s.arg(each)));
    EXPECT_TRUE(waitUntil([this] { return panel.toolTip == u"Lynceus: 200 in progress"_s; }));
    EXPECT_LE(panel.drawn - before, 3);
}

TEST_F(TrayTest, ShowsRelevantTeamServerTasksLikeWatches)
{
    engine.putTeamServer(makeTeamServer());
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.notifications.authors = {u"ada"_s}; }));
    auto foreignTask = makeTask(u"3"_s, u"stranger"_s);
    foreignTask.author = u"bob"_s;
    engine.putServerTasks(u"t1"_s, {makeTask(u"1"_s, u"payments"_s), makeTask(u"2"_s, u"orders"_s), foreignTask});
    EXPECT_EQ(tray.state(), (TrayState{StateRole::Working, 2, u"Lynceus: 2 in progress"_s}));
    engine.putServerTasks(u"t1"_s, {makeTask(u"2"_s, u"orders"_s, TaskState::Failed, u"the pods crash"_s)});
    const auto lines = menu();
    EXPECT_TRUE(lines[0].startsWith(u"orders"_s)) << lines[0].toStdString();
    EXPECT_TRUE(lines[2].startsWith(u"payments"_s)) << lines[2].toStdString();
    EXPECT_FALSE(lines.join(u' ').contains(u"stranger"_s));
    QStringList reported;
    QObject::connect(&tray, &Tray::showRequested, &tray, [&reported](const QString &watch) { reported << watch; });
    press(u"orders"_s);
    EXPECT_THAT(reported, ElementsAre(taskWatchId({u"t1"_s, u"2"_s})));
    notifications.tasks().setDismissed({taskWatchId({u"t1"_s, u"2"_s})});
    EXPECT_TRUE(menu()[0].startsWith(u"payments"_s));
}

TEST_F(TrayTest, TaskOnAnUnreadableServerIsBlocked)
{
    engine.putTeamServer(makeTeamServer());
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.notifications.authors = {u"ada"_s}; }));
    engine.putServerTasks(u"t1"_s, {makeTask(u"1"_s, u"payments"_s)});
    auto server = makeTeamServer();
    server.connection = Connection::Unreachable;
    engine.putTeamServer(server);
    EXPECT_EQ(tray.state(), (TrayState{StateRole::Held, 1, u"Lynceus: 1 blocked"_s}));
}

TEST_F(TrayTest, MenuUpdatesWhileClosed)
{
    engine.putWatch(makeWatch(u"w1"_s));
    EXPECT_TRUE(waitUntil([this] { return tray.menu()->actions().front()->text().startsWith(u"shop-web"_s); }));
}

TEST_F(TrayTest, ReusesEntriesAtTheSamePositions)
{
    engine.putWatch(makeWatch(u"w1"_s));
    ASSERT_TRUE(waitUntil([this] { return menu().front().startsWith(u"shop-web"_s); }));
    const auto before = tray.menu()->actions();
    const auto text = before.front()->text();
    clock.advance(1min);
    engine.putWatch(failing(makeWatch(u"w1"_s)));
    ASSERT_TRUE(waitUntil([&] { return tray.menu()->actions().front()->text() != text; }));
    EXPECT_EQ(tray.menu()->actions(), before) << "a panel may activate entries it read before";
    engine.putWatch(makeWatch(u"w2"_s));
    EXPECT_TRUE(waitUntil([&] { return tray.menu()->actions().size() == before.size() + 2; })) << "with a separator";
}

TEST_F(TrayTest, ManyWatchesAreCounted)
{
    for (int i = 0; i < 14; ++i)
        engine.putWatch(makeWatch(u"w%1"_s.arg(i)));
    EXPECT_EQ(menu().at(8), u"6 more…"_s);
}

TEST_F(TrayTest, PausesAndResumesAllInstances)
{
    press(u"Pause all"_s);
    EXPECT_TRUE(engine.instances().value(u"staging"_s).instance.paused);
    EXPECT_TRUE(engine.instances().value(u"prod"_s).instance.paused);
    ASSERT_TRUE(waitUntil([this] { return action(u"Resume all"_s) != nullptr; }));
    press(u"Resume all"_s);
    EXPECT_FALSE(engine.instances().value(u"staging"_s).instance.paused);
}

TEST_F(TrayTest, MutesForAnHourAndUnmutes)
{
    press(u"Mute for an hour"_s);
    EXPECT_EQ(preferences.now().notifications.mutedUntil, clock.now() + 1h);
    EXPECT_TRUE(tray.state().sentence.endsWith(u"muted"_s));
    press(u"Unmute (muted until "_s);
    EXPECT_EQ(preferences.now().notifications.mutedUntil, std::nullopt);
    press(u"Mute for an hour"_s);
    clock.advance(61min);
    EXPECT_TRUE(action(u"Mute for an hour"_s)) << "the hour is over";
}

TEST_F(TrayTest, FollowsTheDesktopsTrayAndHidesWindowsOnlyWithIt)
{
    int vanished = 0;
    QObject::connect(&tray, &Tray::vanished, &tray, [&vanished] { ++vanished; });
    EXPECT_TRUE(tray.isThere());
    EXPECT_TRUE(panel.shown);
    EXPECT_FALSE(panel.icon.isNull());
    EXPECT_EQ(panel.menu, tray.menu());
    EXPECT_TRUE(tray.takesWindow());
    EXPECT_TRUE(tray.takesWindow());
    EXPECT_THAT(panel.messages, ElementsAre(u"Lynceus keeps running in the tray"_s)) << "once";
    panel.offered = false;
    EXPECT_FALSE(tray.takesWindow()) << "a window must not hide without a tray";
    EXPECT_FALSE(panel.shown);
    EXPECT_EQ(vanished, 1);
    panel.offered = true;
    tray.check();
    EXPECT_TRUE(panel.shown);
    panel.offered = false;
    EXPECT_TRUE(waitUntil([&vanished] { return vanished == 2; }))
        << "timeout: the removal of the tray was not detected";
}

TEST_F(TrayTest, ShowsMessagesWithoutANotificationService)
{
    engine.putWatch(ended(makeWatch(u"w1"_s), Outcome::Failed));
    clock.advance(1s);
    notifications.checkClock(); // this desktop has no notification service
    EXPECT_THAT(panel.messages, ElementsAre(u"! shop-web 1.5.0 failed on staging"_s));
    EXPECT_TRUE(waitUntil([this] { return panel.toolTip == tray.state().sentence; }));
    QStringList shown;
    QObject::connect(&tray, &Tray::showRequested, &tray, [&shown](const QString &watch) { shown.append(watch); });
    Q_EMIT panel.clicked();
    EXPECT_THAT(shown, ElementsAre(QString()));
}

TEST(TrayIcon, ColoursStandOutOnLightAndDarkPanels)
{
    for (const auto role : kRoles) {
        for (const auto &panel : {QColor(0xff, 0xff, 0xff), QColor(0xef, 0xf0, 0xf1), QColor(0x2a, 0x2e, 0x32),
                                  QColor(0x1b, 0x1e, 0x20), QColor(0, 0, 0)})
            EXPECT_GE(contrastBetween(trayColour(role), panel), 3.0) << panel.name().toStdString();
        EXPECT_GE(contrastBetween(trayColour(role), Qt::white), 3.0);
    }
}

TEST(TrayIcon, StatesDifferWithoutColour)
{
    std::vector<QImage> silhouettes;
    for (const auto role : kRoles) {
        const auto image = trayPixmap({role, 0, {}}, 22).toImage().convertToFormat(QImage::Format_Grayscale8);
        for (const auto &other : silhouettes) {
            int differing = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    differing += std::abs(qGray(image.pixel(x, y)) - qGray(other.pixel(x, y))) > 60 ? 1 : 0;
            }
            EXPECT_GE(differing, 22) << "of 484 pixels";
        }
        silhouettes.push_back(image);
    }
}

TEST(TrayIcon, IsAMonochromeLynxWithoutWatches)
{
    for (const int side : {16, 22, 48}) {
        const auto image =
            trayPixmap({StateRole::Neutral, 0, {}}, side).toImage().convertToFormat(QImage::Format_ARGB32);
        int painted = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                const auto pixel = image.pixel(x, y);
                if (qAlpha(pixel) < 255)
                    continue;
                ++painted;
                EXPECT_EQ(QColor(pixel), trayColour(StateRole::Neutral)) << side << ": " << x << ", " << y;
            }
        }
        EXPECT_GT(painted, side * side / 8) << "there is a shape";
        EXPECT_LT(painted, side * side * 7 / 8) << "the area around the icon is empty";
    }
}

TEST(TrayIcon, CountIsReadable)
{
    const auto differs = [](int side, int one, int other) {
        return trayPixmap({StateRole::Working, one, {}}, side).toImage()
            != trayPixmap({StateRole::Working, other, {}}, side).toImage();
    };
    EXPECT_FALSE(differs(16, 1, 2));
    EXPECT_TRUE(differs(22, 1, 2));
    EXPECT_TRUE(differs(22, 0, 1));
    EXPECT_FALSE(differs(22, 10, 11)) << "9+";
    EXPECT_EQ(trayIcon({StateRole::Working, 1, {}}).availableSizes().size(), 6);
}

} // namespace lynceus::test
