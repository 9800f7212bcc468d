#pragma once

#ifdef LYNCEUS_DBUS

#include "core/io/desktop/sleepwatch.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>

namespace lynceus {

/// org.freedesktop.login1.Manager.PrepareForSleep, and for Wish::FinishFirst its delay lock, which is held until the
/// moment before each sleep. Without the lock (no logind, no right to it) the sleep is told all the same: what is not
/// written down then is known again after the next look.
class LogindSleep final : public SleepWatch
{
    Q_OBJECT
public:
    /// @param bus the system's.
    explicit LogindSleep(const QDBusConnection &bus, Wish wish = Wish::Hear, QObject *parent = nullptr);

private Q_SLOTS:
    void takeSignal(bool start);

private:
    void askForLock();

    QDBusConnection m_bus;
    Wish m_wish;
    QDBusUnixFileDescriptor m_lock; ///< closed when it goes
    bool m_asleep = false;
};

} // namespace lynceus

#endif
