#include "core/io/desktop/logindsleep.h"

#ifdef LYNCEUS_DBUS

#include "core/io/log/categories.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kService = "org.freedesktop.login1"_L1;
constexpr auto kPath = "/org/freedesktop/login1"_L1;
constexpr auto kInterface = "org.freedesktop.login1.Manager"_L1;

} // namespace

LogindSleep::LogindSleep(const QDBusConnection &bus, Wish wish, QObject *parent)
    : SleepWatch(parent)
    , m_bus(bus)
    , m_wish(wish)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(kService, kPath, kInterface, u"PrepareForSleep"_s, this, SLOT(takeSignal(bool)));
    askForLock();
}

void LogindSleep::askForLock()
{
    if (m_wish != Wish::FinishFirst)
        return;
    auto call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Inhibit"_s);
    call.setAutoStartService(false);
    call << u"sleep"_s << u"Lynceus"_s << u"saving the state of watches"_s << u"delay"_s;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> lock = *answer;
        if (lock.isError())
            qCInfo(logDesktop).noquote() << "sleep is not delayed:" << lock.error().message();
        else if (!m_asleep) // otherwise it came too late for this sleep, and would only delay the next
            m_lock = lock.value();
    });
}

void LogindSleep::takeSignal(bool start)
{
    // Suspend-then-hibernate sends "start" twice; a wake-up without a sleep is ignored.
    if (start == m_asleep)
        return;
    m_asleep = start;
    if (start) {
        Q_EMIT goingToSleep();
        m_lock = {}; // closing it allows the computer to sleep
    } else {
        askForLock(); // each lock is for one sleep
        Q_EMIT wokeUp();
    }
}

} // namespace lynceus

#endif
