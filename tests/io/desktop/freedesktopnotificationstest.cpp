#include "core/io/desktop/freedesktopnotifications.h"

#ifdef LYNCEUS_DBUS

#include "core/io/desktop/desktopidentity.h"
#include "tests/support/fakenotificationservice.h"
#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"

#include <QElapsedTimer>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace lynceus {

namespace {

using Service = test::FakeNotificationService;
using Behaviour = Service::Behaviour;

DesktopNotification failed(const QString &body = u"Pod shop-web-1 cannot pull <image> & waits"_s)
{
    return {u"shop-web 1.5.0 failed on staging"_s,
            body,
            DesktopNotification::Urgency::Critical,
            {{u"open"_s, u"Open"_s}, {u"copy"_s, u"Copy cause"_s}}};
}

class NotificationsTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(bus.isRunning());
        service = std::make_unique<Service>(bus.connection());
        notifications = std::make_unique<FreedesktopNotifications>(bus.connection());
        QObject::connect(notifications.get(), &DesktopNotifications::activated, notifications.get(),
                         [this](const QString &slot, const QString &button, const QString &token) {
                             reported.append(slot + u' ' + button + u' ' + token);
                         });
        QObject::connect(notifications.get(), &DesktopNotifications::closed, notifications.get(),
                         [this](const QString &slot) { reported.append(u"closed "_s + slot); });
        QObject::connect(notifications.get(), &DesktopNotifications::notShown, notifications.get(),
                         [this](const QString &slot) { reported.append(u"not shown "_s + slot); });
    }

    [[nodiscard]] bool shows(std::size_t count)
    {
        return test::waitUntil([this, count] { return service->shown.size() >= count; });
    }
    [[nodiscard]] bool reports(const QString &line)
    {
        return test::waitUntil([this, &line] { return reported.contains(line); });
    }
    /// Waits until all earlier messages have arrived in both directions: signals and calls keep their order.
    void settle()
    {
        notifications->show(u"settling"_s, failed());
        const auto before = service->shown.size();
        ASSERT_TRUE(shows(before + 1));
        service->press(service->shown.back().id, u"open"_s);
        ASSERT_TRUE(test::waitUntil([this] {
            return std::any_of(reported.begin(), reported.end(),
                               [](const auto &line) { return line.startsWith("settling"_L1); });
        }));
        reported.removeIf([](const QString &line) { return line.startsWith("settling"_L1); });
    }

    test::PrivateBus bus;
    std::unique_ptr<Service> service;
    std::unique_ptr<FreedesktopNotifications> notifications;
    QStringList reported;
};

} // namespace

TEST_F(NotificationsTest, AreShownWithButtonsUrgencyAndEscapedBody)
{
    service->appear();
    notifications->show(u"watch:a"_s, failed());
    ASSERT_TRUE(shows(1));
    const auto &shown = service->shown.front();
    EXPECT_EQ(shown.title, u"shop-web 1.5.0 failed on staging"_s);
    EXPECT_EQ(shown.body, u"Pod shop-web-1 cannot pull &lt;image&gt; &amp; waits"_s);
    EXPECT_EQ(shown.actions, QStringList({u"default"_s, u"Open"_s, u"open"_s, u"Open"_s, u"copy"_s, u"Copy cause"_s}));
    EXPECT_EQ(shown.hints.value(u"urgency"_s).value<uchar>(), 2);
    EXPECT_EQ(shown.hints.value(u"desktop-entry"_s).toString(), kDesktopId);
    EXPECT_EQ(shown.icon, kDesktopId);
    EXPECT_EQ(shown.replaces, 0U);
}

TEST_F(NotificationsTest, WorksWithoutMarkupAndActions)
{
    service->capabilities = {u"body"_s};
    service->appear();
    notifications->show(u"watch:a"_s, failed());
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(service->shown.front().body, failed().body);
    EXPECT_THAT(service->shown.front().actions, IsEmpty());
}

TEST_F(NotificationsTest, CapabilitiesAreRequestedOnce)
{
    service->appear();
    for (int i = 0; i < 5; ++i)
        notifications->show(u"watch:%1"_s.arg(i), failed());
    ASSERT_TRUE(shows(5));
    settle();
    EXPECT_EQ(service->asked, 1);
}

TEST_F(NotificationsTest, SameSlotIsReplacedInPlaceAtAnySpeed)
{
    service->appear();
    for (int i = 0; i < 10; ++i)
        notifications->show(u"watch:a"_s, failed(QString::number(i)));
    ASSERT_TRUE(test::waitUntil([this] { return !service->shown.empty() && service->shown.back().body == u"9"_s; }));
    const auto id = service->shown.front().id;
    for (std::size_t i = 1; i < service->shown.size(); ++i)
        EXPECT_EQ(service->shown[i].replaces, id);
    notifications->show(u"watch:b"_s, failed());
    ASSERT_TRUE(test::waitUntil([&] { return service->shown.back().id != id; }));
    EXPECT_EQ(service->shown.back().replaces, 0U);
}

TEST_F(NotificationsTest, ActionsReturnTheirActivationTokens)
{
    service->appear();
    notifications->show(u"watch:a"_s, failed());
    ASSERT_TRUE(shows(1));
    settle();
    const auto id = service->shown.front().id;
    const auto token = u"token-%1"_s.arg(id);
    service->press(id, u"copy"_s);
    EXPECT_TRUE(reports(u"watch:a copy "_s + token));
    service->press(id, u"default"_s);
    EXPECT_TRUE(reports(u"watch:a open "_s + token));
}

TEST_F(NotificationsTest, AcceptsOnlyOwnIdsAndOfferedActionsFromTheService)
{
    service->appear();
    notifications->show(u"watch:a"_s, failed());
    ASSERT_TRUE(shows(1));
    settle();
    const auto id = service->shown.front().id;
    service->press(id + 1'000, u"open"_s); // the ID of another program's notification
    service->press(0, u"open"_s);
    service->press(id, u"reboot"_s);
    service->close(id + 1'000);
    Service stranger(bus.connection()); // does not own the service name
    stranger.press(id, u"open"_s);
    stranger.close(id);
    settle();
    EXPECT_THAT(reported, IsEmpty());
}

TEST_F(NotificationsTest, ClosingIsReportedOnceAndTheNextNotificationIsNew)
{
    service->appear();
    notifications->show(u"watch:a"_s, failed());
    ASSERT_TRUE(shows(1));
    settle();
    service->close(service->shown.front().id);
    ASSERT_TRUE(reports(u"closed watch:a"_s));
    notifications->show(u"watch:a"_s, failed());
    ASSERT_TRUE(shows(3));
    EXPECT_EQ(service->shown.back().replaces, 0U);
}

TEST_F(NotificationsTest, WithdrawnNotificationIsClosedEvenBeforeItsIdIsKnown)
{
    service->appear();
    notifications->show(u"watch:a"_s, failed());
    ASSERT_TRUE(shows(1));
    settle();
    notifications->withdraw(u"watch:a"_s);
    ASSERT_TRUE(test::waitUntil([this] { return service->closedIds.size() == 1; }));
    EXPECT_EQ(service->closedIds.front(), service->shown.front().id);
    service->behaviour = Behaviour::Hangs;
    notifications->show(u"watch:b"_s, failed());
    ASSERT_TRUE(shows(3));
    notifications->withdraw(u"watch:b"_s);
    service->answerHanging();
    ASSERT_TRUE(test::waitUntil([this] { return service->closedIds.size() == 2; }));
    EXPECT_EQ(service->closedIds.back(), service->shown.back().id);
    EXPECT_THAT(reported, IsEmpty()) << "Lynceus closed the notification itself";
}

TEST_F(NotificationsTest, ServiceThatStartsDuringACallIsCalledItself)
{
    service->capabilities = {u"body"_s};
    service->behaviour = Behaviour::Hangs;
    service->appear();
    notifications->show(u"watch:a"_s, failed());
    ASSERT_TRUE(test::waitUntil([this] { return service->asked == 1; }));
    service->vanish();
    service->capabilities = {u"body"_s, u"actions"_s};
    service->behaviour = Behaviour::Answers;
    service->appear();
    service->answerHanging(); // late answer to the call that went to the previous service
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(service->asked, 2);
    EXPECT_FALSE(service->shown.front().actions.isEmpty()) << "the new service supports actions";
}

TEST_F(NotificationsTest, NothingIsLostWithoutAService)
{
    notifications->show(u"watch:a"_s, failed(u"old"_s));
    ASSERT_TRUE(reports(u"not shown watch:a"_s));
    notifications->show(u"watch:a"_s, failed(u"new"_s));
    notifications->show(u"watch:b"_s, failed());
    notifications->withdraw(u"watch:b"_s);
    service->appear();
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(service->shown.front().body, u"new"_s) << "once, with the newest state";
    settle();
    EXPECT_THAT(service->shown, SizeIs(2));
}

TEST_F(NotificationsTest, HangingServiceBlocksNothingAndGetsTheNewestState)
{
    service->behaviour = Behaviour::Hangs;
    service->appear();
    QElapsedTimer calls;
    calls.start();
    for (int i = 0; i < 100; ++i)
        notifications->show(u"watch:a"_s, failed(QString::number(i)));
    EXPECT_LT(calls.elapsed(), 1'000) << "calls do not block";
    ASSERT_TRUE(test::waitUntil([this] { return service->asked == 1; }));
    service->behaviour = Behaviour::Answers;
    service->answerHanging();
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(service->shown.front().body, u"99"_s);
    EXPECT_THAT(reported, IsEmpty());
}

TEST_F(NotificationsTest, ServiceThatHangsTemporarilyGetsTheNewestStateInPlace)
{
    service->appear();
    notifications->show(u"watch:a"_s, failed(u"first"_s));
    ASSERT_TRUE(shows(1));
    settle();
    service->behaviour = Behaviour::Hangs;
    notifications->show(u"watch:a"_s, failed(u"second"_s));
    ASSERT_TRUE(shows(3));
    notifications->show(u"watch:a"_s, failed(u"third"_s));
    notifications->show(u"watch:a"_s, failed(u"fourth"_s));
    service->behaviour = Behaviour::Answers;
    service->answerHanging();
    ASSERT_TRUE(shows(4));
    EXPECT_EQ(service->shown.back().body, u"fourth"_s);
    EXPECT_EQ(service->shown.back().replaces, service->shown.front().id);
}

TEST_F(NotificationsTest, NextServiceIsUsedAfterACrashDuringACall)
{
    const auto dying = std::make_unique<Service>(bus.connection());
    dying->appear();
    notifications->show(u"watch:shown"_s, failed());
    ASSERT_TRUE(test::waitUntil([&] { return dying->shown.size() == 1; }));
    dying->behaviour = Behaviour::Hangs;
    notifications->show(u"watch:a"_s, failed());
    ASSERT_TRUE(test::waitUntil([&] { return dying->shown.size() == 2; }));
    dying->die();
    ASSERT_TRUE(reports(u"closed watch:shown"_s));
    ASSERT_TRUE(reports(u"not shown watch:a"_s));
    service->appear();
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(service->shown.front().replaces, 0U);
    EXPECT_EQ(service->asked, 1) << "another service may have other capabilities";
}

TEST_F(NotificationsTest, RestartedServiceShowsUnseenNotificationsAgain)
{
    auto lasting = failed();
    lasting.lasting = true;
    service->appear();
    notifications->show(u"watch:a"_s, lasting);
    auto seen = failed(u"seen"_s);
    seen.lasting = true;
    notifications->show(u"watch:seen"_s, seen);
    notifications->show(u"watch:deployed"_s, failed(u"fine"_s));
    ASSERT_TRUE(shows(3));
    settle();
    const auto shown = std::ranges::find(service->shown, seen.body, &Service::Shown::body);
    ASSERT_NE(shown, service->shown.end());
    service->close(shown->id);
    ASSERT_TRUE(reports(u"closed watch:seen"_s));
    service->vanish();
    ASSERT_TRUE(reports(u"closed watch:deployed"_s));
    EXPECT_FALSE(reported.contains(u"closed watch:a"_s));
    const auto before = service->shown.size();
    service->appear();
    ASSERT_TRUE(shows(before + 1));
    EXPECT_EQ(service->shown.back().title, lasting.title);
    EXPECT_NE(service->shown.back().body, seen.body);
    EXPECT_EQ(service->shown.back().replaces, 0U);
    settle();
    EXPECT_THAT(service->shown, SizeIs(before + 2)) << "once, and no other notification";
}

TEST_F(NotificationsTest, RestartedServiceShowsNotificationsInOrder)
{
    constexpr int kCount = 12;
    QStringList bodies;
    service->appear();
    for (int i = 0; i < kCount; ++i) {
        auto lasting = failed(u"failure %1"_s.arg(i));
        lasting.lasting = true;
        bodies.append(lasting.body);
        notifications->show(u"watch:%1"_s.arg(i), lasting);
    }
    ASSERT_TRUE(shows(kCount));
    const auto bodiesFrom = [this](std::size_t first) {
        QStringList shown;
        for (auto i = first; i < service->shown.size(); ++i)
            shown.append(service->shown[i].body);
        return shown;
    };
    EXPECT_EQ(bodiesFrom(0), bodies);
    bodies.replace(3, u"failure 3, attempt 2"_s);
    auto changed = failed(bodies.at(3));
    changed.lasting = true;
    notifications->show(u"watch:3"_s, changed);
    ASSERT_TRUE(shows(kCount + 1));
    settle();
    const auto before = service->shown.size();
    service->vanish();
    ASSERT_TRUE(reports(u"closed settling"_s));
    service->appear();
    ASSERT_TRUE(shows(before + kCount));
    EXPECT_EQ(bodiesFrom(before), bodies) << "a notification replaced in place keeps its position";
}

TEST_F(NotificationsTest, OpenActionIsOfferedOnce)
{
    service->ownName = u"lxqt-notificationd"_s;
    service->appear();
    notifications->show(u"watch:a"_s, failed());
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(service->shown.front().actions, QStringList({u"default"_s, u"Open"_s, u"copy"_s, u"Copy cause"_s}));
    settle();
    service->press(service->shown.front().id, u"default"_s);
    EXPECT_TRUE(reports(u"watch:a open token-%1"_s.arg(service->shown.front().id)));
}

TEST_F(NotificationsTest, PlaysSoundsOnlyIfConfigured)
{
    service->appear();
    auto loud = failed();
    loud.sound = u"dialog-error"_s;
    notifications->show(u"watch:a"_s, loud);
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(service->shown.back().hints.value(u"sound-name"_s).toString(), u"dialog-error"_s);
    EXPECT_FALSE(service->shown.back().hints.contains(u"suppress-sound"_s));
    notifications->show(u"watch:b"_s, failed());
    ASSERT_TRUE(shows(2));
    EXPECT_TRUE(service->shown.back().hints.value(u"suppress-sound"_s).toBool());
}

TEST_F(NotificationsTest, InvalidAnswersAndRefusalsAreRetriedWithTheNextNotification)
{
    for (const auto behaviour : {Behaviour::SendsGarbage, Behaviour::Refuses}) {
        reported.clear();
        service->behaviour = behaviour;
        service->appear();
        notifications->show(u"watch:a"_s, failed());
        ASSERT_TRUE(reports(u"not shown watch:a"_s));
        service->behaviour = Behaviour::Answers;
        const auto before = service->shown.size();
        notifications->show(u"watch:a"_s, failed());
        ASSERT_TRUE(shows(before + 1));
        service->behaviour = behaviour; // the capabilities are known now
        notifications->show(u"watch:b"_s, failed());
        ASSERT_TRUE(reports(u"not shown watch:b"_s));
        notifications->withdraw(u"watch:a"_s);
        notifications->withdraw(u"watch:b"_s);
        service->vanish();
        test::drainEvents();
    }
}

TEST_F(NotificationsTest, ReportsNotShownWithoutABus)
{
    FreedesktopNotifications alone(QDBusConnection(u"never connected"_s));
    QStringList slots_;
    QObject::connect(&alone, &DesktopNotifications::notShown, &alone,
                     [&slots_](const QString &slot) { slots_.append(slot); });
    alone.show(u"watch:a"_s, failed());
    alone.withdraw(u"watch:a"_s);
    EXPECT_EQ(slots_, QStringList{u"watch:a"_s});
}

} // namespace lynceus

#endif
