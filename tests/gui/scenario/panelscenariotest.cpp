#include "tests/gui/scenario/player.h"

#ifdef LYNCEUS_DBUS

#include "tests/support/fakenotificationservice.h"
#include "tests/support/fakepanel.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

std::string labelsOf(FakePanel &panel)
{
    QStringList labels;
    for (const auto &entry : panel.menu())
        labels.append(entry.label);
    return labels.join(u'\n').toStdString();
}

bool offers(FakePanel &panel, const QString &part)
{
    const auto entries = panel.menu();
    return std::ranges::any_of(entries, [&part](const auto &entry) { return entry.label.contains(part); });
}

} // namespace

TEST(TrayInAPanel, AppearsWithThePanelAndKeepsTheWindowRunning)
{
    PrivateBus bus;
    const VirtualDisplay display;
    FakeNotificationService notifications(bus.connection());
    notifications.appear();
    FakePanel panel(bus.connection());
    PlayedWindow window(bus, display);
    EXPECT_TRUE(panel.items().isEmpty());
    panel.appear(); // a panel that starts later must find the program too
    ASSERT_TRUE(waitUntil([&panel] { return panel.items().size() == 1; })) << window.output().toStdString();

    EXPECT_EQ(panel.status(), u"Active"_s);
    EXPECT_FALSE(panel.pictures().empty());
    EXPECT_TRUE(waitUntil([&panel] { return panel.toolTip() == u"Lynceus: 1 failing, 1 blocked, 1 in progress"_s; }))
        << panel.toolTip().toStdString();
    ASSERT_TRUE(waitUntil([&panel] { return offers(panel, u"shop-web"_s); })) << labelsOf(panel);
    for (const auto &entry : {u"shop-web"_s, u"New watch"_s, u"Pause all instances"_s, u"Show Lynceus"_s, u"Quit"_s})
        EXPECT_TRUE(offers(panel, entry)) << labelsOf(panel);
    ASSERT_TRUE(panel.click(u"Mute for an hour"_s)) << labelsOf(panel);
    EXPECT_TRUE(waitUntil([&panel] { return offers(panel, u"Unmute"_s); })) << labelsOf(panel);
    ASSERT_TRUE(waitUntil([&] {
        const auto entries = panel.menu();
        const auto unmute =
            std::ranges::find_if(entries, [](const auto &each) { return each.label.startsWith(u"Unmute"_s); });
        return unmute != entries.end() && panel.click(unmute->label);
    }));
    EXPECT_TRUE(waitUntil([&panel] { return offers(panel, u"Mute for an hour"_s); }));
    window.fail();
    EXPECT_TRUE(waitUntil([&panel] {
        return panel.toolTip().contains(u"1 blocked"_s) && !panel.toolTip().contains(u"1 in progress"_s);
    })) << panel.toolTip().toStdString();

    window.close();
    EXPECT_FALSE(window.isVisible());
    const auto notificationCount = [&notifications] {
        return std::ranges::count(notifications.shown, u"Lynceus keeps running in the tray"_s,
                                  &FakeNotificationService::Shown::title);
    };
    ASSERT_TRUE(waitUntil([&notificationCount] { return notificationCount() == 1; }));
    // Repeats the press, because the window may receive it before it knows the notification's ID.
    EXPECT_TRUE(waitUntil([&] {
        notifications.press(notifications.shown.back().id, u"default"_s);
        return window.isVisible();
    }));
    window.close();
    EXPECT_FALSE(window.isVisible());
    panel.activate();
    EXPECT_TRUE(waitUntil([&window] { return window.isVisible(); }));
    window.close();
    EXPECT_FALSE(window.isVisible());
    drainEvents();
    EXPECT_EQ(notificationCount(), 1) << "once";

    panel.vanish();
    EXPECT_TRUE(waitUntil([&window] { return window.isVisible(); }))
        << "timeout: the window did not reappear without a tray";
    panel.appear();
    ASSERT_TRUE(waitUntil([&panel] { return panel.items().size() == 1; }));
    EXPECT_TRUE(waitUntil([&panel] { return offers(panel, u"Quit"_s); }));
    EXPECT_TRUE(panel.click(u"Quit"_s));
    EXPECT_TRUE(window.hasPassed()) << window.output().toStdString();
}

TEST(TrayInAPanel, ClicksOnOtherProgramsNotificationsDoNotRaiseTheWindow)
{
    PrivateBus bus;
    const VirtualDisplay display;
    FakeNotificationService notifications(bus.connection());
    notifications.behaviour = FakeNotificationService::Behaviour::Refuses; // so that the tray icon shows the message
    notifications.appear();
    FakePanel panel(bus.connection());
    panel.appear();
    PlayedWindow window(bus, display);
    ASSERT_TRUE(waitUntil([&panel] { return panel.items().size() == 1; })) << window.output().toStdString();
    window.close();
    ASSERT_TRUE(waitUntil([&notifications] { return !notifications.shown.empty(); }));
    constexpr uint kForeign = 4711;
    notifications.press(kForeign, u"default"_s);
    window.fail();
    EXPECT_TRUE(waitUntil([&panel] { return !panel.toolTip().contains(u"1 in progress"_s); }))
        << "timeout: the program no longer updates the tray";
    EXPECT_FALSE(window.isVisible());
}

TEST(TrayInAPanel, ClosingQuitsWithoutAPanel)
{
    PrivateBus bus;
    const VirtualDisplay display;
    PlayedWindow window(bus, display);
    window.close();
    EXPECT_TRUE(window.hasPassed()) << window.output().toStdString();
}

} // namespace lynceus::test

#endif
