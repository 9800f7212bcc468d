#include "core/io/desktop/logindsleep.h"

#ifdef LYNCEUS_DBUS

using namespace Qt::StringLiterals;

namespace lynceus {

LogindSleep::LogindSleep(const QDBusConnection &bus, QObject *parent)
    : SleepWatch(parent)
    , m_bus(bus)
{
    if (m_bus.isConnected()) {
        m_bus.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                      u"PrepareForSleep"_s, this, SLOT(takeSignal(bool)));
    }
}

void LogindSleep::takeSignal(bool start)
{
    // Suspend-then-hibernate says "start" twice; a wake-up without a sleep is of no interest to anybody.
    if (start == m_asleep)
        return;
    m_asleep = start;
    if (start)
        Q_EMIT goingToSleep();
    else
        Q_EMIT wokeUp();
}

} // namespace lynceus

#endif
