#pragma once

#ifdef LYNCEUS_DBUS

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <vector>

namespace lynceus::test {

/// Implements org.freedesktop.Notifications on a private bus, with faults on request.
class FakeNotificationService final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown
    {
        uint id = 0;
        uint replaces = 0;
        QString icon;
        QString title;
        QString body;
        QStringList actions; ///< id, label, id, label, …
        QVariantMap hints;
    };
    enum class Behaviour { Answers, Hangs, Refuses, SendsGarbage };

    explicit FakeNotificationService(const QDBusConnection &bus);

    void appear();
    void vanish();
    /// Closes its connection while calls are pending.
    void die();

    void press(uint id, const QString &action);
    void close(uint id);
    /// Answers the pending calls in order.
    void answerHanging();

    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")};
    QString ownName = QStringLiteral("Plasma"); ///< name in its server information
    Behaviour behaviour = Behaviour::Answers;
    std::vector<Shown> shown;    ///< all Notify calls
    std::vector<uint> closedIds; ///< closed by CloseNotification
    int asked = 0;               ///< number of GetCapabilities calls

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities();
    Q_SCRIPTABLE QString GetServerInformation(QString &vendor, QString &version, QString &specification);
    Q_SCRIPTABLE uint Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
                             const QString &body, const QStringList &actions, const QVariantMap &hints, int expires);
    Q_SCRIPTABLE void CloseNotification(uint id);

Q_SIGNALS:
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString &token);
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    uint m_lastId = 100;
    std::vector<std::pair<QDBusMessage, QVariant>> m_hanging;
};

} // namespace lynceus::test

#endif
