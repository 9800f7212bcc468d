#pragma once

#ifdef LYNCEUS_DBUS

#include "core/io/desktop/desktopnotifications.h"

#include <QDBusConnection>
#include <QDBusPendingCall>
#include <QDBusServiceWatcher>
#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// org.freedesktop.Notifications (specification 1.2 with activation tokens); all calls are asynchronous.
///
/// One call per slot at a time, so that the id to replace is always known. Signals count only if they come from the
/// service, with an id that it gave us and a button that we offered.
class FreedesktopNotifications final : public DesktopNotifications
{
    Q_OBJECT
public:
    explicit FreedesktopNotifications(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const QString &slot, const DesktopNotification &notification) override;
    void withdraw(const QString &slot) override;

private Q_SLOTS:
    void takeAction(uint id, const QString &button);
    void takeToken(uint id, const QString &token);
    void takeClosed(uint id, uint reason);

private:
    struct Slot
    {
        uint id = 0;                                 // 0: not shown
        quint64 order = 0;                           // sequence number of the slot's first notification
        bool calling = false;                        // a Notify call is in progress
        std::optional<DesktopNotification> wanted;   // not sent yet
        std::optional<DesktopNotification> underWay; // sent, without answer
        DesktopNotification shown;
        QString token;
    };

    /// A signal for a notification whose id has not arrived yet.
    struct EarlySignal
    {
        enum class Kind { Token, Action, Closed };
        Kind kind = Kind::Action;
        uint id = 0;
        QString text;
        uint reason = 0;
    };

    void askService();
    void takeService();
    void keepEarly(const EarlySignal &signal);
    void takeEarly(uint id);
    void send(const QString &name);
    void takeAnswer(const QString &name, const QDBusPendingCall &call);
    void refused(const QString &name);
    void close(uint id);
    void serviceChanged(const QString &name, const QString &before, const QString &now);
    void serviceCame();
    void serviceWent();
    [[nodiscard]] QVariantList arguments(const Slot &slot, const DesktopNotification &notification) const;
    [[nodiscard]] QString slotOf(uint id) const;
    [[nodiscard]] QStringList slotsInOrder() const;

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    std::optional<QStringList> m_capabilities;
    bool m_hidesDefault = false;  ///< the default action has no button of its own there
    int m_asking = 0;             ///< requests in progress
    bool m_askedAnother = false;  ///< the service that the requests were sent to has gone
    bool m_cameMeanwhile = false; ///< a service appeared after the requests were sent
    std::vector<EarlySignal> m_early;
    QHash<QString, Slot> m_slots;
    quint64 m_newest = 0; ///< last Slot::order
};

} // namespace lynceus

#endif
