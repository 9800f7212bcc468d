#pragma once

#ifdef LYNCEUS_DBUS

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>

namespace lynceus {

/// Whether a panel takes StatusNotifierItems now, without ever waiting for it.
///
/// Qt 6.4 asks once, blocking, when the first tray icon is made, and remembers a no for ever: a program that starts
/// before the panel does would never be seen in it. Removed with a Qt that asks again.
class PanelWatch final : public QObject
{
    Q_OBJECT
public:
    explicit PanelWatch(const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] bool isThere() const { return m_isThere; }
    /// Nobody keeps such items at all; not merely that nobody answers.
    [[nodiscard]] bool isAbsent() const { return m_isAbsent; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void ask();

private:
    void set(bool isThere);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    quint64 m_asked = 0; ///< only the answer to the last question counts
    bool m_isThere = false;
    bool m_isAbsent = false;
};

} // namespace lynceus

#endif
