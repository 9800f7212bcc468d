#include "tests/support/fakenotificationservice.h"

#ifdef LYNCEUS_DBUS

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr uint kDismissed = 2;
constexpr uint kClosedByCall = 3;

} // namespace

FakeNotificationService::FakeNotificationService(const QDBusConnection &bus)
    : m_bus(bus)
{
    m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this, QDBusConnection::ExportScriptableContents);
}

void FakeNotificationService::appear()
{
    EXPECT_TRUE(m_bus.registerService(u"org.freedesktop.Notifications"_s));
}

void FakeNotificationService::vanish()
{
    EXPECT_TRUE(m_bus.unregisterService(u"org.freedesktop.Notifications"_s));
}

void FakeNotificationService::die()
{
    const auto name = m_bus.name();
    m_bus = QDBusConnection(u"none"_s); // closes when the last copy is destroyed
    QDBusConnection::disconnectFromBus(name);
}

void FakeNotificationService::press(uint id, const QString &action)
{
    Q_EMIT ActivationToken(id, u"token-%1"_s.arg(id));
    Q_EMIT ActionInvoked(id, action);
}

void FakeNotificationService::close(uint id)
{
    Q_EMIT NotificationClosed(id, kDismissed);
}

void FakeNotificationService::answerHanging()
{
    for (const auto &[call, answer] : std::exchange(m_hanging, {}))
        m_bus.send(call.createReply(answer));
}

QStringList FakeNotificationService::GetCapabilities()
{
    ++asked;
    switch (behaviour) {
    case Behaviour::Answers:
        break;
    case Behaviour::Hangs:
        setDelayedReply(true);
        m_hanging.emplace_back(message(), capabilities);
        break;
    case Behaviour::Refuses:
        sendErrorReply(QDBusError::Failed, u"no"_s);
        break;
    case Behaviour::SendsGarbage:
        setDelayedReply(true);
        m_bus.send(message().createReply(u"everything"_s));
        break;
    }
    return capabilities;
}

QString FakeNotificationService::GetServerInformation(QString &vendor, QString &version, QString &specification)
{
    vendor = u"acme"_s;
    version = u"1"_s;
    specification = u"1.2"_s;
    return ownName;
}

uint FakeNotificationService::Notify(const QString &, uint replaces, const QString &icon, const QString &title,
                                     const QString &body, const QStringList &actions, const QVariantMap &hints, int)
{
    const auto id = replaces != 0 ? replaces : ++m_lastId;
    shown.push_back({id, replaces, icon, title, body, actions, hints});
    switch (behaviour) {
    case Behaviour::Answers:
        break;
    case Behaviour::Hangs:
        setDelayedReply(true);
        m_hanging.emplace_back(message(), id);
        break;
    case Behaviour::Refuses:
        sendErrorReply(QDBusError::LimitsExceeded, u"too many"_s);
        break;
    case Behaviour::SendsGarbage:
        setDelayedReply(true);
        m_bus.send(message().createReply(u"thank you"_s));
        break;
    }
    return id;
}

void FakeNotificationService::CloseNotification(uint id)
{
    closedIds.push_back(id);
    Q_EMIT NotificationClosed(id, kClosedByCall);
}

} // namespace lynceus::test

#endif
