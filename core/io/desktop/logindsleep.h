#pragma once

#ifdef LYNCEUS_DBUS

#include "core/io/desktop/sleepwatch.h"

#include <QDBusConnection>

namespace lynceus {

/// org.freedesktop.login1.Manager.PrepareForSleep. Nothing is inhibited: the store is crash-safe anyway.
class LogindSleep final : public SleepWatch
{
    Q_OBJECT
public:
    /// @param bus the system's.
    explicit LogindSleep(const QDBusConnection &bus, QObject *parent = nullptr);

private Q_SLOTS:
    void takeSignal(bool start);

private:
    QDBusConnection m_bus;
    bool m_asleep = false;
};

} // namespace lynceus

#endif
