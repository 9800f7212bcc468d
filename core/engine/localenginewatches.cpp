#include "core/engine/localengine_p.h"

namespace lynceus {

namespace {

/// What went wrong with a command that has no answer of its own.
void say(EngineServices &services, const Result<void> &done)
{
    if (!done)
        Q_EMIT services.noticeRaised(done.error().message);
}

} // namespace

QFuture<Result<QStringList>> LocalEngine::addWatches(const std::vector<WatchRequest> &requests, QObject *context)
{
    return ask<Result<QStringList>>(context, detail::closing(),
                                    [requests](EngineServices &services, QObject *, const auto &reply) {
                                        reply(services.watches().add(requests));
                                    });
}

void LocalEngine::extendWatch(const QString &id, Duration by)
{
    tell([id, by](EngineServices &services) { say(services, services.watches().extend(id, by)); });
}

void LocalEngine::cancelWatch(const QString &id)
{
    tell([id](EngineServices &services) { say(services, services.watches().cancel(id)); });
}

void LocalEngine::snoozeWatch(const QString &id, Duration how)
{
    tell([id, how](EngineServices &services) { say(services, services.watches().snooze(id, how)); });
}

void LocalEngine::dismissWatch(const QString &id)
{
    tell([id](EngineServices &services) { say(services, services.watches().dismiss(id)); });
}

QFuture<std::optional<Eta>> LocalEngine::eta(const ApplicationKey &application, QObject *context)
{
    using Read = Result<Answer<std::shared_ptr<const Application>>>;
    return ask<std::optional<Eta>>(
        context, std::nullopt, [application](EngineServices &services, QObject *requests, const auto &reply) {
            auto *client = services.clients().client(application.instance);
            if (!client)
                return reply(services.watches().times(application, {}).total);
            // Lists have no history.
            std::ignore =
                client->application(application, services.projectOf(application), Refresh::None, requests)
                    .then(requests, [reply, application, watches = QPointer(&services.watches())](const Read &read) {
                        if (!watches) // the engine ends
                            return reply(std::nullopt);
                        const auto history = read ? read->value->history : std::vector<DeploymentRecord>();
                        reply(watches->times(application, history).total);
                    });
        });
}

QFuture<Result<std::vector<WatchRecord>>> LocalEngine::history(const HistoryQuery &query, QObject *context)
{
    return ask<Result<std::vector<WatchRecord>>>(
        context, detail::closing(),
        [query](EngineServices &services, QObject *, const auto &reply) { reply(services.history(query)); });
}

QFuture<Result<std::vector<TimelineEntry>>> LocalEngine::timeline(const QString &watch, QObject *context)
{
    return ask<Result<std::vector<TimelineEntry>>>(
        context, detail::closing(),
        [watch](EngineServices &services, QObject *, const auto &reply) { reply(services.watches().timeline(watch)); });
}

QFuture<Result<QString>> LocalEngine::setStoreAside(QObject *context)
{
    return ask<Result<QString>>(context, detail::closing(), [](EngineServices &services, QObject *, const auto &reply) {
        reply(services.setStoreAside());
    });
}

QFuture<Result<std::vector<WatchRecord>>> LocalEngine::board(QObject *context)
{
    using Board = Result<std::vector<WatchRecord>>;
    return ask<Board>(context, detail::closing(), [](EngineServices &services, QObject *, const auto &reply) {
        reply(services.watches().board());
    });
}

QFuture<Result<WatchDetails>> LocalEngine::watch(const QString &id, QObject *context)
{
    return ask<Result<WatchDetails>>(
        context, detail::closing(),
        [id](EngineServices &services, QObject *, const auto &reply) { reply(services.watches().story(id)); });
}

QFuture<Result<InstanceSnapshot>> LocalEngine::snapshot(const QString &instance, QObject *context)
{
    return ask<Result<InstanceSnapshot>>(
        context, detail::closing(),
        [instance](EngineServices &services, QObject *, const auto &reply) { reply(services.snapshot(instance)); });
}

} // namespace lynceus
