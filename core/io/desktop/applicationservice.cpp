#include "core/io/desktop/applicationservice.h"

#ifdef LYNCEUS_DBUS

#include "core/domain/link/watchlink.h"
#include "core/domain/redaction/redact.h"
#include "core/io/desktop/desktopidentity.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kInterface = "org.freedesktop.Application"_L1;
constexpr qsizetype kMostAddresses = 100;
constexpr qsizetype kLongest = 8'192; // characters; a link has at most half of this
constexpr int kStartMs = 30'000;      // the bus waits until the program registers its name; a busy computer is slow

/// As specified for the name: "/io/github/lynceus/Lynceus".
QString objectPath()
{
    return u'/' + QString(kDesktopId).replace(u'.', u'/');
}

/// Keys of both systems that pass on the focus: Wayland's token and X11's id.
QString tokenOf(const QVariantMap &platformData)
{
    for (const auto &name : {u"activation-token"_s, u"desktop-startup-id"_s}) {
        const auto token = platformData.value(name).toString();
        if (!token.isEmpty() && token.size() <= kLongest)
            return token;
    }
    return {};
}

} // namespace

ApplicationService::ApplicationService(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (m_bus.registerObject(objectPath(), this, QDBusConnection::ExportAllSlots)) // before calls can arrive
        m_bus.registerService(QString(kDesktopId));
}

ApplicationService::~ApplicationService()
{
    m_bus.unregisterService(QString(kDesktopId));
    m_bus.unregisterObject(objectPath());
}

void ApplicationService::Activate(const QVariantMap &platformData)
{
    Q_EMIT called({{}, tokenOf(platformData)});
}

void ApplicationService::Open(const QStringList &addresses, const QVariantMap &platformData)
{
    WindowCall call{{}, tokenOf(platformData)};
    for (const auto &address : addresses.mid(0, kMostAddresses)) {
        if (isLink(address) && address.size() <= kLongest)
            call.arguments.append(address);
    }
    Q_EMIT called(call);
}

void ApplicationService::ActivateAction(const QString &action, const QVariantList & /*parameter*/,
                                        const QVariantMap &platformData)
{
    WindowCall call{{}, tokenOf(platformData)};
    if (const auto argument = u"--"_s + action; isWindowAction(argument))
        call.arguments.append(argument);
    Q_EMIT called(call);
}

void activateWindow(const QDBusConnection &bus, const QString &token, QObject *context,
                    std::function<void(const Activation &)> answer)
{
    if (!bus.isConnected()) {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer)] { answer({}); }, Qt::QueuedConnection);
        return;
    }
    auto question = QDBusMessage::createMethodCall(QString(kDesktopId), objectPath(), kInterface, u"Activate"_s);
    QVariantMap platformData;
    if (!token.isEmpty())
        platformData.insert(u"activation-token"_s, token);
    question << platformData;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, kStartMs), context);
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, context,
        [answer = std::move(answer)](QDBusPendingCallWatcher *finished) {
            finished->deleteLater();
            const QDBusPendingReply<> reply(*finished);
            if (!reply.isError())
                return answer({Activation::State::Done, {}});
            const auto name = reply.error().name();
            const bool isUnknown = name == "org.freedesktop.DBus.Error.ServiceUnknown"_L1
                || name == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1;
            answer(isUnknown ? Activation{}
                             : Activation{Activation::State::Failed, redactedText(reply.error().message(), 160)});
        });
}

} // namespace lynceus

#endif
