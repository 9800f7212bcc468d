#pragma once

#ifdef LYNCEUS_DBUS

#include "core/io/ipc/windowcall.h"

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

#include <functional>

namespace lynceus {

/// The window on the session bus, as the desktop entry specification describes it (org.freedesktop.Application,
/// "DBusActivatable"): the bus starts the program where it does not run, with the variables of the session that it
/// belongs to.
class ApplicationService final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
public:
    /// Takes the program's name on @p bus. Without a bus nobody calls.
    explicit ApplicationService(const QDBusConnection &bus, QObject *parent = nullptr);
    ~ApplicationService() override;

public Q_SLOTS:
    void Activate(const QVariantMap &platformData);                           // NOLINT(readability-identifier-naming)
    void Open(const QStringList &addresses, const QVariantMap &platformData); // NOLINT(readability-identifier-naming)
    void ActivateAction(const QString &action, const QVariantList &parameter, // NOLINT(readability-identifier-naming)
                        const QVariantMap &platformData);

Q_SIGNALS:
    /// Links and actions only, as arguments of a start; their number and length are bounded.
    void called(const lynceus::WindowCall &call);

private:
    QDBusConnection m_bus;
};

/// How a window was asked for.
struct Activation
{
    enum class State {
        Done,
        NotOffered, ///< no bus, or none that knows how to start the window
        Failed,     ///< it was started and ended, or did not answer
    };
    State state = State::NotOffered;
    QString message; ///< Failed: what the bus says, without full stop
};

/// Asks the window that runs, or that the bus starts, to come forward. Never blocks; the answer comes later, once,
/// unless @p context died.
void activateWindow(const QDBusConnection &bus, const QString &token, QObject *context,
                    std::function<void(const Activation &)> answer);

} // namespace lynceus

#endif
