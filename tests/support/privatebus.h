#pragma once

#ifdef LYNCEUS_DBUS

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

namespace lynceus::test {

/// A message bus of its own, without any service that could be started by it. Its daemon ends with it.
class PrivateBus final
{
public:
    PrivateBus();
    ~PrivateBus();
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

    [[nodiscard]] bool isRunning() const { return !m_address.isEmpty(); }
    [[nodiscard]] QString address() const { return m_address; }
    /// A new connection each time: what plays a service has one, what is tested another.
    [[nodiscard]] QDBusConnection connection();
    /// The daemon dies.
    void kill();

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QStringList m_connections;
};

} // namespace lynceus::test

#endif
