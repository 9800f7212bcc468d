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

/// org.freedesktop.Notifications (specification 1.2 with activation tokens), every call asynchronous.
///
/// One call a slot at a time, so that the id to replace is always known. Signals count only if they come from the
/// service and name an id that it gave us, and a button that we offered.
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
        quint64 order = 0;                           // of the slots, as they were shown first
        bool calling = false;                        // a Notify is under way
        std::optional<DesktopNotification> wanted;   // not yet given to the service
        std::optional<DesktopNotification> underWay; // given, not answered
        DesktopNotification shown;
        QString token;
    };

    /// A signal about a notification whose id is still on its way.
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
    bool m_hidesDefault = false;  ///< what a click does has no button of its own there
    int m_asking = 0;             ///< questions under way
    bool m_askedAnother = false;  ///< the service that the questions under way were sent to has gone
    bool m_cameMeanwhile = false; ///< a service came after the questions under way were sent
    std::vector<EarlySignal> m_early;
    QHash<QString, Slot> m_slots;
    quint64 m_newest = 0; ///< Slot::order
};

} // namespace lynceus

#endif
