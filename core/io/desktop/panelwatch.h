#pragma once

#ifdef LYNCEUS_DBUS

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>

namespace lynceus {

/// Whether a panel accepts StatusNotifierItems now, without blocking.
///
/// Qt 6.4 checks this once, blocking, when the first tray icon is created, and keeps a negative result: a program that
/// starts before the panel would never get an icon. To be removed with a Qt version that checks again.
class PanelWatch final : public QObject
{
    Q_OBJECT
public:
    explicit PanelWatch(const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] bool isThere() const { return m_isThere; }
    /// There is certainly no host for such items; not only a missing answer.
    [[nodiscard]] bool isAbsent() const { return m_isAbsent; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void ask();

private:
    void set(bool isThere);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    quint64 m_asked = 0; ///< only the answer to the last request counts
    bool m_isThere = false;
    bool m_isAbsent = false;
};

} // namespace lynceus

#endif
