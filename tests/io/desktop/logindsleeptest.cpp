#ifdef LYNCEUS_DBUS

#include "core/io/desktop/logindsleep.h"

#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"

#include <QDBusMessage>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kLogin = "org.freedesktop.login1"_L1;

/// logind, as far as sleep goes.
void prepareForSleep(const QDBusConnection &bus, bool start)
{
    auto signal = QDBusMessage::createSignal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                                             u"PrepareForSleep"_s);
    signal << start;
    ASSERT_TRUE(bus.send(signal));
}

} // namespace

TEST(LogindSleep, TellsOfEachSleepAndEachWakingUpOnce)
{
    test::PrivateBus bus;
    ASSERT_TRUE(bus.isRunning());
    auto login = bus.connection();
    ASSERT_TRUE(login.registerService(kLogin));
    LogindSleep sleep(bus.connection());
    QStringList told;
    QObject::connect(&sleep, &SleepWatch::goingToSleep, &sleep, [&] { told += u"sleeps"_s; });
    QObject::connect(&sleep, &SleepWatch::wokeUp, &sleep, [&] { told += u"woke up"_s; });
    for (const bool start : {false, true, true, false, true, false}) // suspend-then-hibernate says it twice
        prepareForSleep(login, start);
    ASSERT_TRUE(test::waitUntil([&] { return told.size() >= 4; }));
    EXPECT_EQ(told, (QStringList{u"sleeps"_s, u"woke up"_s, u"sleeps"_s, u"woke up"_s}));
}

TEST(LogindSleep, IsSilentWithoutABus)
{
    LogindSleep sleep(QDBusConnection(u"none"_s));
    bool told = false;
    QObject::connect(&sleep, &SleepWatch::goingToSleep, &sleep, [&] { told = true; });
    test::drainEvents();
    EXPECT_FALSE(told);
}

} // namespace lynceus

#endif
