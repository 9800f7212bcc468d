#include "core/io/desktop/busnames.h"

#ifdef LYNCEUS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Answer = std::function<void(const BusNames &)>;

#ifdef LYNCEUS_DBUS

/// Calls @p take if the bus answers, otherwise @p answer.
template<typename Take>
void ask(QObject *context, const QString &method, Duration deadline, const Answer &answer, Take take)
{
    const auto question = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                         u"org.freedesktop.DBus"_s, method);
    const auto pending = QDBusConnection::sessionBus().asyncCall(question, static_cast<int>(deadline.count()));
    auto *watcher = new QDBusPendingCallWatcher(pending, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [answer, take](QDBusPendingCallWatcher *finished) {
                         finished->deleteLater();
                         const QDBusPendingReply<QStringList> names(*finished);
                         names.isError() ? answer({}) : take(names.value());
                     });
}

#endif

} // namespace

void askBusNames(QObject *context, Duration deadline, std::function<void(const BusNames &)> answer)
{
#ifdef LYNCEUS_DBUS
    if (QDBusConnection::sessionBus().isConnected()) {
        ask(context, u"ListNames"_s, deadline, answer, [=](const QStringList &running) {
            ask(context, u"ListActivatableNames"_s, deadline, answer, [answer, running](const QStringList &startable) {
                answer({true, running + startable});
            });
        });
        return;
    }
#else
    Q_UNUSED(deadline);
#endif
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer)] { answer({}); }, Qt::QueuedConnection);
}

} // namespace lynceus
