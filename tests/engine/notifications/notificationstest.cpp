#include "core/engine/notifications/notifications.h"

#include "core/io/desktop/freedesktopnotifications.h"
#include "core/io/process/systemuser.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/fakenotificationservice.h"
#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"

#include <QElapsedTimer>
#include <QScopeGuard>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace lynceus {

namespace {

/// Keeps the notifications that are shown.
class ListedDesktop final : public DesktopNotifications
{
public:
    void show(const QString &slot, const DesktopNotification &notification) override
    {
        shown.insert(slot, notification);
    }
    void withdraw(const QString &slot) override { shown.remove(slot); }

    QMap<QString, DesktopNotification> shown;
};

ServerTask serverTask(const QString &id, const QString &app, const QString &author, TaskState state)
{
    ServerTask task;
    task.id = id;
    task.app = app;
    task.author = author;
    task.images = {{u"ghcr.io/acme/"_s + app, u"1.5.0"_s}};
    task.state = state;
    task.stateName = nameOf(state);
    if (state == TaskState::Failed)
        task.reason = u"the pods crash"_s;
    task.created = test::kRegisteredAt;
    task.updated = test::kRegisteredAt + std::chrono::minutes(1);
    return task;
}

class NotificationsJoinTest : public testing::Test
{
protected:
    void SetUp() override
    {
        InstanceState staging;
        staging.instance.id = u"staging"_s;
        staging.instance.name = u"Staging cluster"_s;
        staging.connection = Connection::Live;
        engine.putInstance(staging);
    }
    /// Waits until events are combined.
    void settle()
    {
        clock.advance(1s);
        notifications.checkClock();
    }

    void setAuthors(const QStringList &authors)
    {
        NotificationSettings settings;
        settings.authors = authors;
        notifications.setSettings(settings);
    }

    test::FakeClock clock;
    test::FakeEngine engine{clock};
    ListedDesktop desktop;
    Notifications notifications{engine, desktop, clock};
};

} // namespace

TEST_F(NotificationsJoinTest, FailingAndFailedReleaseShareOneNotification)
{
    engine.start();
    const auto watch = test::makeWatch(u"w1"_s);
    engine.putWatch(watch);
    settle();
    engine.putWatch(test::failing(watch));
    settle();
    ASSERT_TRUE(desktop.shown.contains(u"watch:w1"_s));
    const auto warning = desktop.shown.value(u"watch:w1"_s);
    EXPECT_EQ(warning.title, u"shop-web 1.5.0 is failing on Staging cluster"_s);
    EXPECT_EQ(warning.urgency, DesktopNotification::Urgency::Normal);
    QStringList buttons;
    for (const auto &button : warning.buttons)
        buttons.append(button.label);
    EXPECT_EQ(buttons, QStringList({u"Open"_s, u"Extend 10 min"_s, u"Snooze"_s, u"Copy cause"_s}));
    engine.putWatch(test::ended(test::failing(watch), Outcome::Failed));
    settle();
    EXPECT_EQ(desktop.shown.size(), 1);
    EXPECT_EQ(desktop.shown.value(u"watch:w1"_s).urgency, DesktopNotification::Urgency::Critical);
    EXPECT_EQ(notifications.unseen(), 1);
    EXPECT_TRUE(notifications.failureUnseen());
}

TEST_F(NotificationsJoinTest, FirstLoadIsSilent)
{
    engine.putWatch(test::failing(test::makeWatch(u"w1"_s)));
    engine.putWatch(test::ended(test::makeWatch(u"w2"_s), Outcome::Failed));
    engine.start();
    settle();
    EXPECT_THAT(desktop.shown, IsEmpty());
    EXPECT_EQ(notifications.unseen(), 0);
}

TEST_F(NotificationsJoinTest, NotifiesOwnAndFollowedFailedTeamServerTasks)
{
    TeamServerState build;
    build.server.place.id = u"t1"_s;
    build.server.place.name = u"build"_s;
    engine.putTeamServer(build);
    engine.putServerTasks(u"t1"_s, {serverTask(u"old"_s, u"shop-web"_s, u"ada"_s, TaskState::Failed)});
    FollowRule rule;
    rule.name = u"payments"_s;
    rule.filter = u"name:payments"_s;
    engine.putRules({rule});
    setAuthors({u"ada"_s});
    engine.start();
    settle();
    EXPECT_THAT(desktop.shown, IsEmpty()) << "earlier failures are not notified";
    engine.putServerTasks(u"t1"_s,
                          {serverTask(u"1"_s, u"shop-web"_s, u"Ada"_s, TaskState::InProgress),
                           serverTask(u"2"_s, u"payments"_s, u"bob"_s, TaskState::InProgress),
                           serverTask(u"3"_s, u"stranger"_s, u"bob"_s, TaskState::InProgress)});
    settle();
    engine.putServerTasks(u"t1"_s,
                          {serverTask(u"1"_s, u"shop-web"_s, u"Ada"_s, TaskState::Failed),
                           serverTask(u"2"_s, u"payments"_s, u"bob"_s, TaskState::Failed),
                           serverTask(u"3"_s, u"stranger"_s, u"bob"_s, TaskState::Failed)});
    settle();
    QStringList titles;
    for (const auto &shown : std::as_const(desktop.shown))
        titles.append(shown.title);
    titles.sort();
    EXPECT_EQ(titles, QStringList({u"payments 1.5.0 failed on build"_s, u"shop-web 1.5.0 failed on build"_s}));
    const auto first = desktop.shown.first();
    EXPECT_TRUE(first.body.contains(u"The pods crash"_s)) << qPrintable(first.body);
    engine.dropTeamServer(u"t1"_s);
    EXPECT_THAT(desktop.shown, IsEmpty()) << "notifications of a removed server are withdrawn";
}

TEST_F(NotificationsJoinTest, SettingsDefineTheUsersAuthorNames)
{
    const auto restore = qScopeGuard([wasSet = qEnvironmentVariableIsSet("USER"), before = qgetenv("USER")] {
        wasSet ? qputenv("USER", before) : qunsetenv("USER");
    });
    qputenv("USER", "account");
    ASSERT_EQ(systemUser(), u"account"_s);
    engine.start();
    setAuthors({u"ada"_s, u"Ada Lovelace"_s});
    const auto end = [this](const QString &id, const QString &author) {
        engine.putServerTasks(u"t1"_s, {serverTask(id, u"app-"_s + id, author, TaskState::InProgress)});
        engine.putServerTasks(u"t1"_s, {serverTask(id, u"app-"_s + id, author, TaskState::Failed)});
        settle();
    };
    end(u"1"_s, u"ada lovelace"_s);
    end(u"2"_s, systemUser());
    EXPECT_THAT(desktop.shown, SizeIs(1)) << "the settings replace the name of the account";
    setAuthors({});
    end(u"3"_s, systemUser());
    EXPECT_THAT(desktop.shown, SizeIs(2));
}

TEST_F(NotificationsJoinTest, TaskWithAWatchIsNotifiedOnce)
{
    setAuthors({u"ada"_s});
    engine.start();
    const auto watch = test::makeWatch(u"w1"_s);
    engine.putWatch(watch);
    engine.putServerTasks(u"t1"_s, {serverTask(u"1"_s, u"shop-web"_s, u"ada"_s, TaskState::InProgress)});
    settle();
    engine.putServerTasks(u"t1"_s, {serverTask(u"1"_s, u"shop-web"_s, u"ada"_s, TaskState::Failed)});
    engine.putWatch(test::ended(test::failing(watch), Outcome::Failed));
    settle();
    EXPECT_THAT(desktop.shown.keys(), ElementsAre(u"watch:w1"_s));
}

TEST_F(NotificationsJoinTest, ButtonsPerformTheirActions)
{
    engine.start();
    const auto watch = test::failing(test::makeWatch(u"w1"_s));
    engine.putWatch(watch);
    settle();
    QStringList reported;
    QObject::connect(
        &notifications, &Notifications::openRequested, &notifications,
        [&reported](const QString &id, const QString &, const QString &token) { reported << id << token; });
    QObject::connect(&notifications, &Notifications::copyRequested, &notifications,
                     [&reported](const QString &text) { reported << text; });
    Q_EMIT desktop.activated(u"watch:w1"_s, u"open"_s, u"token"_s);
    Q_EMIT desktop.activated(u"watch:w1"_s, u"copy-cause"_s, {});
    Q_EMIT desktop.activated(u"watch:w1"_s, u"extend"_s, {});
    Q_EMIT desktop.activated(u"watch:w1"_s, u"nonsense"_s, {});
    ASSERT_THAT(reported, SizeIs(3));
    EXPECT_EQ(reported[0], u"w1"_s);
    EXPECT_EQ(reported[1], u"token"_s);
    EXPECT_TRUE(reported[2].startsWith(u"shop-web 1.5.0 (Staging cluster): "_s)) << reported[2].toStdString();
    EXPECT_THAT(engine.calls(), ElementsAre(u"extendWatch w1 600000"_s));
    Q_EMIT desktop.activated(u"watch:w1"_s, u"snooze"_s, {});
    EXPECT_TRUE(engine.calls().contains(u"snoozeWatch w1 3600000"_s));
    EXPECT_THAT(desktop.shown, IsEmpty()) << "snoozed: hidden until the next change";
}

TEST_F(NotificationsJoinTest, PausingAnInstanceNotifiesNothing)
{
    engine.start();
    InstanceState state;
    state.instance.id = u"staging"_s;
    state.instance.name = u"Staging cluster"_s;
    state.connection = Connection::Unreachable;
    engine.putInstance(state);
    clock.advance(61s);
    notifications.checkClock();
    settle();
    ASSERT_EQ(desktop.shown.value(u"unreachable"_s).title, u"Staging cluster is unreachable"_s);
    state.connection = Connection::Paused;
    engine.putInstance(state);
    settle();
    EXPECT_THAT(desktop.shown, IsEmpty());
}

TEST_F(NotificationsJoinTest, ActivatingTheWindowClearsTheCount)
{
    engine.start();
    QList<int> counts;
    QObject::connect(&notifications, &Notifications::unseenChanged, &notifications,
                     [&counts](int count) { counts.append(count); });
    engine.putWatch(test::ended(test::makeWatch(u"w1"_s), Outcome::Deployed));
    settle();
    notifications.seeAll();
    EXPECT_THAT(counts, ElementsAre(1, 0));
    EXPECT_THAT(desktop.shown, IsEmpty());
}

TEST_F(NotificationsJoinTest, SampleIgnoresTheSettings)
{
    NotificationSettings silent;
    silent.kinds.fill(false);
    silent.mutedUntil = clock.now() + 1h;
    notifications.setSettings(silent);
    notifications.sendSample();
    EXPECT_THAT(desktop.shown, SizeIs(1));
    EXPECT_EQ(notifications.unseen(), 0);
}

TEST_F(NotificationsJoinTest, SoundsFollowTheSettingsAndFailuresPersist)
{
    engine.start();
    NotificationSettings settings;
    settings.sounds.fill(false);
    settings.sounds[std::size_t(NoticeKind::Deployed)] = true;
    notifications.setSettings(settings);
    engine.putWatch(test::ended(test::makeWatch(u"w1"_s), Outcome::Deployed));
    engine.putWatch(test::ended(test::makeWatch(u"w2"_s), Outcome::Failed));
    settle();
    EXPECT_EQ(desktop.shown.value(u"watch:w1"_s).sound, u"dialog-information"_s);
    EXPECT_EQ(desktop.shown.value(u"watch:w2"_s).sound, QString());
    EXPECT_FALSE(desktop.shown.value(u"watch:w1"_s).lasting);
    EXPECT_TRUE(desktop.shown.value(u"watch:w2"_s).lasting);
    notifications.setSettings({});
    engine.putWatch(test::ended(test::makeWatch(u"w3"_s), Outcome::TimedOut));
    settle();
    EXPECT_EQ(desktop.shown.value(u"watch:w3"_s).sound, u"dialog-error"_s) << "failures by default";
}

#ifdef LYNCEUS_DBUS

TEST(NotificationsOnABus, VerdictIsNotifiedWithinASecond)
{
    test::PrivateBus bus;
    test::FakeNotificationService service(bus.connection());
    service.appear();
    const SystemClock clock;
    test::FakeEngine engine(clock);
    FreedesktopNotifications desktop(bus.connection());
    Notifications notifications(engine, desktop, clock);
    engine.start();
    QElapsedTimer since;
    since.start();
    engine.putWatch(test::ended(test::failing(test::makeWatch(u"w1"_s)), Outcome::Failed));
    ASSERT_TRUE(test::waitUntil([&service] { return !service.shown.empty(); }));
    RecordProperty("milliseconds", static_cast<int>(since.elapsed()));
    EXPECT_GE(since.elapsed(), 400) << "a moment in which others may join";
    EXPECT_EQ(service.shown.front().title, u"shop-web 1.5.0 failed on staging"_s);
    service.press(service.shown.front().id, u"default"_s);
    bool opened = false;
    QObject::connect(&notifications, &Notifications::openRequested, &notifications,
                     [&opened](const QString &watch) { opened = watch == u"w1"_s; });
    EXPECT_TRUE(test::waitUntil([&opened] { return opened; }));
}

#endif

} // namespace lynceus
