#include "core/io/keychain/secretservice.h"

#include <QStringList>

#include <algorithm>

#ifdef LYNCEUS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using State = SecretServiceState;
using Answer = std::function<void(State)>;

void later(QObject *context, Answer answer, State state)
{
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer), state] { answer(state); }, Qt::QueuedConnection);
}

#ifdef LYNCEUS_DBUS

constexpr auto kService = "org.freedesktop.secrets"_L1;
constexpr auto kPath = "/org/freedesktop/secrets"_L1;

// QtKeychain uses KWallet on these desktops, based on the same variable.
bool usesWallet()
{
    const auto desktops = qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':');
    return desktops.contains("KDE"_L1, Qt::CaseInsensitive) || !qEnvironmentVariableIsEmpty("KDE_SESSION_VERSION");
}

State stateOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return State::Silent;
    default:
        return State::Absent;
    }
}

/// Sends @p message; @p take receives the reply.
template<typename Take>
void call(QObject *context, const QDBusMessage &message, Duration deadline, Take take)
{
    const auto pending = QDBusConnection::sessionBus().asyncCall(message, static_cast<int>(deadline.count()));
    auto *watcher = new QDBusPendingCallWatcher(pending, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [take = std::move(take)](QDBusPendingCallWatcher *finished) mutable {
                         finished->deleteLater();
                         take(*finished);
                     });
}

void askLocked(QObject *context, const QString &keyring, Duration deadline, Answer answer)
{
    auto question = QDBusMessage::createMethodCall(kService, keyring, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    call(context, question, deadline, [answer = std::move(answer)](const QDBusPendingCall &reply) {
        const QDBusPendingReply<QDBusVariant> locked(reply);
        if (locked.isError())
            answer(stateOf(locked.error()));
        else
            answer(locked.value().variant().toBool() ? State::Locked : State::Open);
    });
}

#endif

} // namespace

void askSecretService(QObject *context, Duration deadline, std::function<void(SecretServiceState)> answer)
{
#ifdef LYNCEUS_DBUS
    if (usesWallet()) {
        later(context, std::move(answer), State::Elsewhere);
        return;
    }
    if (!QDBusConnection::sessionBus().isConnected()) {
        later(context, std::move(answer), State::Absent);
        return;
    }
    auto question =
        QDBusMessage::createMethodCall(kService, kPath, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    question << u"default"_s;
    call(context, question, deadline,
         [context, deadline, answer = std::move(answer)](const QDBusPendingCall &reply) mutable {
             const QDBusPendingReply<QDBusObjectPath> alias(reply);
             if (alias.isError())
                 answer(stateOf(alias.error()));
             else if (alias.value().path() == "/"_L1)
                 answer(State::NoKeyring);
             else
                 askLocked(context, alias.value().path(), deadline, std::move(answer));
         });
#else
    Q_UNUSED(deadline);
    later(context, std::move(answer), State::Elsewhere);
#endif
}

} // namespace lynceus
