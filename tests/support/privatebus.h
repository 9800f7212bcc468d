#pragma once

#ifdef LYNCEUS_DBUS

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

namespace lynceus::test {

/// A private message bus that cannot start any services. The destructor ends its daemon.
class PrivateBus final
{
public:
    PrivateBus();
    ~PrivateBus();
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

    [[nodiscard]] bool isRunning() const { return !m_address.isEmpty(); }
    [[nodiscard]] QString address() const { return m_address; }
    /// A new connection for each call, because fake services and tested objects need separate ones.
    [[nodiscard]] QDBusConnection connection();
    /// Kills the daemon.
    void kill();

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QStringList m_connections;
};

} // namespace lynceus::test

#endif
