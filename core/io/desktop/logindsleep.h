#pragma once

#ifdef LYNCEUS_DBUS

#include "core/io/desktop/sleepwatch.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>

namespace lynceus {

/// org.freedesktop.login1.Manager.PrepareForSleep and, for Wish::FinishFirst, its delay lock, which is released just
/// before each sleep. Without the lock (no logind, no permission), sleep is still reported; unsaved data is read again
/// after waking up.
class LogindSleep final : public SleepWatch
{
    Q_OBJECT
public:
    /// @param bus the system bus.
    explicit LogindSleep(const QDBusConnection &bus, Wish wish = Wish::Report, QObject *parent = nullptr);

private Q_SLOTS:
    void takeSignal(bool start);

private:
    void askForLock();

    QDBusConnection m_bus;
    Wish m_wish;
    QDBusUnixFileDescriptor m_lock; ///< closed on destruction
    bool m_asleep = false;
};

} // namespace lynceus

#endif
