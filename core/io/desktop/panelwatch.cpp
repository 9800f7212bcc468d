#include "core/io/desktop/panelwatch.h"

#ifdef LYNCEUS_DBUS

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kService = "org.kde.StatusNotifierWatcher"_L1; // also used by GNOME's extension and others
constexpr auto kPath = "/StatusNotifierWatcher"_L1;
constexpr auto kInterface = "org.kde.StatusNotifierWatcher"_L1;
constexpr auto kProperties = "org.freedesktop.DBus.Properties"_L1;
constexpr int kAnswerMs = 5'000; // slower panels emit a signal when their host is available

} // namespace

PanelWatch::PanelWatch(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_watcher(kService, m_bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    if (!m_bus.isConnected()) {
        m_isAbsent = true;
        return;
    }
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) {
                m_isAbsent = owner.isEmpty();
                set(false);
                if (!owner.isEmpty())
                    ask();
            });
    m_bus.connect(kService, kPath, kInterface, u"StatusNotifierHostRegistered"_s, this, SLOT(ask()));
    m_bus.connect(kService, kPath, kInterface, u"StatusNotifierHostUnregistered"_s, this, SLOT(ask()));
    ask();
}

/// Without a host, a watcher keeps items that are not displayed.
void PanelWatch::ask()
{
    auto call = QDBusMessage::createMethodCall(kService, kPath, kProperties, u"Get"_s);
    call.setAutoStartService(false);
    call << QString(kInterface) << u"IsStatusNotifierHostRegistered"_s;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call, kAnswerMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, number = ++m_asked] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (number != m_asked)
            return;
        const auto error = reply.error().name();
        m_isAbsent = error == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1
            || error == "org.freedesktop.DBus.Error.ServiceUnknown"_L1;
        set(!reply.isError() && reply.value().variant().toBool());
    });
}

void PanelWatch::set(bool isThere)
{
    if (m_isThere == isThere)
        return;
    m_isThere = isThere;
    Q_EMIT changed();
}

} // namespace lynceus

#endif
