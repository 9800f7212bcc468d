#ifdef LYNCEUS_DBUS

#include "core/io/desktop/logindsleep.h"

#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"

#include <QDBusContext>
#include <QDBusMessage>

#include <array>
#include <fcntl.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kLogin = "org.freedesktop.login1"_L1;
constexpr auto kPath = "/org/freedesktop/login1"_L1;

} // namespace

/// Fakes the part of logind that handles sleep. A lock is held while a copy of its file descriptor is open.
class FakeLogind final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    explicit FakeLogind(const QDBusConnection &bus)
        : m_bus(bus)
    {
        EXPECT_TRUE(m_bus.registerObject(kPath, this, QDBusConnection::ExportScriptableSlots));
        EXPECT_TRUE(m_bus.registerService(kLogin));
    }
    ~FakeLogind() override { closeLock(); }

    void prepareForSleep(bool start)
    {
        auto signal = QDBusMessage::createSignal(kPath, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s);
        signal << start;
        ASSERT_TRUE(m_bus.send(signal));
    }

    [[nodiscard]] bool isHeldUp() const
    {
        char none = 0;
        return m_lock >= 0 && ::read(m_lock, &none, 1) != 0; // read() returns 0 if the other end is closed
    }

    bool refuses = false;
    QStringList asked; ///< what, who and mode of each requested lock

public Q_SLOTS:
    Q_SCRIPTABLE QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why,
                                                 const QString &mode)
    {
        asked += u"%1 %2 %3"_s.arg(what, who, mode);
        EXPECT_FALSE(why.isEmpty());
        std::array<int, 2> ends{-1, -1};
        if (refuses || ::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
            sendErrorReply(QDBusError::AccessDenied, u"no"_s);
            return {};
        }
        closeLock();
        m_lock = ends[0];
        QDBusUnixFileDescriptor given(ends[1]); // duplicates the descriptor
        ::close(ends[1]);
        return given;
    }

private:
    void closeLock()
    {
        if (m_lock >= 0)
            ::close(m_lock);
        m_lock = -1;
    }

    QDBusConnection m_bus;
    int m_lock = -1;
};

TEST(LogindSleep, ReportsEachSleepAndWakeOnce)
{
    test::PrivateBus bus;
    ASSERT_TRUE(bus.isRunning());
    FakeLogind login(bus.connection());
    LogindSleep sleep(bus.connection());
    QStringList reported;
    QObject::connect(&sleep, &SleepWatch::goingToSleep, &sleep, [&] { reported += u"sleeps"_s; });
    QObject::connect(&sleep, &SleepWatch::wokeUp, &sleep, [&] { reported += u"woke up"_s; });
    for (const bool start : {false, true, true, false, true, false}) // suspend-then-hibernate sends it twice
        login.prepareForSleep(start);
    ASSERT_TRUE(test::waitUntil([&] { return reported.size() >= 4; }));
    EXPECT_EQ(reported, (QStringList{u"sleeps"_s, u"woke up"_s, u"sleeps"_s, u"woke up"_s}));
    EXPECT_TRUE(login.asked.isEmpty()) << "no inhibitor without pending work";
}

TEST(LogindSleep, DelaysSleepUntilWorkIsFinished)
{
    test::PrivateBus bus;
    ASSERT_TRUE(bus.isRunning());
    FakeLogind login(bus.connection());
    LogindSleep sleep(bus.connection(), SleepWatch::Wish::FinishFirst);
    int finished = 0;
    QObject::connect(&sleep, &SleepWatch::goingToSleep, &sleep, [&] {
        EXPECT_TRUE(login.isHeldUp());
        ++finished;
    });
    for (int time = 1; time <= 2; ++time) {
        ASSERT_TRUE(test::waitUntil([&] { return login.isHeldUp(); }));
        login.prepareForSleep(true);
        ASSERT_TRUE(test::waitUntil([&] { return !login.isHeldUp(); }));
        EXPECT_EQ(finished, time);
        login.prepareForSleep(false);
    }
    ASSERT_TRUE(test::waitUntil([&] { return login.isHeldUp(); }));
    EXPECT_EQ(login.asked, QStringList(3, u"sleep Lynceus delay"_s));
}

TEST(LogindSleep, ReportsSleepWithoutAnInhibitor)
{
    test::PrivateBus bus;
    ASSERT_TRUE(bus.isRunning());
    FakeLogind login(bus.connection());
    login.refuses = true;
    LogindSleep sleep(bus.connection(), SleepWatch::Wish::FinishFirst);
    bool reported = false;
    QObject::connect(&sleep, &SleepWatch::goingToSleep, &sleep, [&] { reported = true; });
    ASSERT_TRUE(test::waitUntil([&] { return !login.asked.isEmpty(); }));
    login.prepareForSleep(true);
    EXPECT_TRUE(test::waitUntil([&] { return reported; }));
}

TEST(LogindSleep, IsSilentWithoutABus)
{
    LogindSleep sleep(QDBusConnection(u"none"_s), SleepWatch::Wish::FinishFirst);
    bool reported = false;
    QObject::connect(&sleep, &SleepWatch::goingToSleep, &sleep, [&] { reported = true; });
    test::drainEvents();
    EXPECT_FALSE(reported);
}

} // namespace lynceus

#include "logindsleeptest.moc"

#endif
