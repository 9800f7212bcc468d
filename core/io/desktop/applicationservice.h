#pragma once

#ifdef LYNCEUS_DBUS

#include "core/io/ipc/windowcall.h"

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

#include <functional>

namespace lynceus {

/// The window on the session bus, as in the desktop entry specification (org.freedesktop.Application,
/// "DBusActivatable"): the bus starts the program if it does not run, with the variables of its session.
class ApplicationService final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
public:
    /// Registers the program's name on @p bus. Does nothing without a bus.
    explicit ApplicationService(const QDBusConnection &bus, QObject *parent = nullptr);
    ~ApplicationService() override;

public Q_SLOTS:
    void Activate(const QVariantMap &platformData);                           // NOLINT(readability-identifier-naming)
    void Open(const QStringList &addresses, const QVariantMap &platformData); // NOLINT(readability-identifier-naming)
    void ActivateAction(const QString &action, const QVariantList &parameter, // NOLINT(readability-identifier-naming)
                        const QVariantMap &platformData);

Q_SIGNALS:
    /// Links and actions only, as arguments of a start; their number and length are limited.
    void called(const lynceus::WindowCall &call);

private:
    QDBusConnection m_bus;
};

/// Result of a request to show the window.
struct Activation
{
    enum class State {
        Done,
        NotOffered, ///< no bus, or no activation file for the window
        Failed,     ///< it was started and exited, or did not answer
    };
    State state = State::NotOffered;
    QString message; ///< for Failed: message of the bus, without full stop
};

/// Asks the running window, or one that the bus starts, to come to the front. Does not block; calls @p answer later,
/// once, unless @p context was destroyed.
void activateWindow(const QDBusConnection &bus, const QString &token, QObject *context,
                    std::function<void(const Activation &)> answer);

} // namespace lynceus

#endif
