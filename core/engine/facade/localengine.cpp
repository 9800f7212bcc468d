#include "core/engine/facade/localengine.h"

#include "core/domain/instances/instancerules.h"
#include "core/engine/facade/localapplicationview.h"
#include "core/engine/facade/localengine_p.h"
#include "core/engine/instances/contextimport.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Reports the error of a command without an answer.
void say(EngineServices &services, const Result<void> &done)
{
    if (!done)
        Q_EMIT services.noticeRaised(done.error().message);
}

} // namespace

LocalEngine::LocalEngine(EngineSetup setup, const Clock &clock, QObject *parent)
    : Engine(parent)
    , m_setup(std::move(setup))
    , m_clock(clock)
    , m_engine(std::make_shared<EngineSlot>())
{
    Workers::useFewArenas();
    m_thread.start([this](QObject *room) { build(room); });
}

LocalEngine::~LocalEngine()
{
    m_thread.stop();
}

/// Runs in the engine's thread; this object outlives it.
void LocalEngine::build(QObject *room)
{
    auto *services = new EngineServices(m_setup, m_clock, room);
    m_engine->services = services;
    // Queued, so that each arrives as one event in our thread, in order.
    connect(services, &EngineServices::started, this, &LocalEngine::reportStarted, Qt::QueuedConnection);
    connect(services, &EngineServices::instanceChanged, this, &LocalEngine::reportInstance, Qt::QueuedConnection);
    connect(services, &EngineServices::instanceRemoved, this, &LocalEngine::reportInstanceRemoved,
            Qt::QueuedConnection);
    connect(services, &EngineServices::applicationsChanged, this, &Engine::applicationsChanged, Qt::QueuedConnection);
    connect(services, &EngineServices::watchChanged, this, &LocalEngine::reportWatch, Qt::QueuedConnection);
    connect(services, &EngineServices::watchRemoved, this, &LocalEngine::reportWatchRemoved, Qt::QueuedConnection);
    connect(services, &EngineServices::deploymentChanged, this, &LocalEngine::reportDeployment, Qt::QueuedConnection);
    connect(services, &EngineServices::rulesChanged, this, &LocalEngine::reportRules, Qt::QueuedConnection);
    connect(services, &EngineServices::teamServerChanged, this, &LocalEngine::reportTeamServer, Qt::QueuedConnection);
    connect(services, &EngineServices::teamServerRemoved, this, &LocalEngine::reportTeamServerRemoved,
            Qt::QueuedConnection);
    connect(services, &EngineServices::serverTasksChanged, this, &LocalEngine::reportServerTasks, Qt::QueuedConnection);
    connect(services, &EngineServices::signInChanged, this, &Engine::signInChanged, Qt::QueuedConnection);
    connect(services, &EngineServices::noticeRaised, this, &Engine::noticeRaised, Qt::QueuedConnection);
    connect(services, &EngineServices::storeObstructed, this, &Engine::storeObstructed, Qt::QueuedConnection);
}

void LocalEngine::post(std::function<void(EngineServices &)> work)
{
    m_thread.post([engine = m_engine, work = std::move(work)] { work(*engine->services); });
}

void LocalEngine::start()
{
    post([](EngineServices &services) { services.start(); });
}

QFuture<Result<InstanceProbe>> LocalEngine::probe(const Instance &instance, QObject *context)
{
    return ask<Result<InstanceProbe>>(context, detail::closing(),
                                      [instance](EngineServices &services, QObject *requests, const auto &reply) {
                                          detail::passOn(services.probe(instance, requests), requests, reply);
                                      });
}

QFuture<Result<UntrustedCertificate>> LocalEngine::certificate(const QUrl &baseUrl, QObject *context)
{
    return ask<Result<UntrustedCertificate>>(
        context, detail::closing(), [baseUrl](EngineServices &services, QObject *requests, const auto &reply) {
            detail::passOn(services.registry().certificate(baseUrl, requests), requests, reply);
        });
}

QFuture<Result<QString>> LocalEngine::saveInstance(const Instance &instance, QObject *context)
{
    return ask<Result<QString>>(
        context, detail::closing(), [instance](EngineServices &services, QObject *, const auto &reply) {
            // Names must also differ from those of team servers.
            const auto checked = checkedInstance(instance, services.teamServers().registry().places());
            reply(checked ? services.registry().save(instance) : tl::unexpected(checked.error()));
        });
}

QFuture<Result<void>> LocalEngine::removeInstance(const QString &id, QObject *context)
{
    return ask<Result<void>>(context, detail::closing(), [id](EngineServices &services, QObject *, const auto &reply) {
        reply(services.removeInstance(id));
    });
}

void LocalEngine::signIn(const QString &instance, SignInMethod method, const QString &userName, Secret secret)
{
    // A posted function object must be copyable, so the secret is shared; it is wiped after use.
    const auto carried = std::make_shared<Secret>(std::move(secret));
    post([instance, method, userName, carried](EngineServices &services) {
        services.signIn(instance, method, userName, std::move(*carried));
    });
}

void LocalEngine::cancelSignIn(const QString &instance)
{
    post([instance](EngineServices &services) { services.signIns().cancelSignIn(instance); });
}

void LocalEngine::pasteSignInAddress(const QString &instance, const QString &address)
{
    post([instance, address](EngineServices &services) { services.signIns().pasteSignInAddress(instance, address); });
}

void LocalEngine::signOut(const QString &instance)
{
    post([instance](EngineServices &services) { services.signIns().signOut(instance); });
}

void LocalEngine::retry(const QString &instance)
{
    post([instance](EngineServices &services) { services.retry(instance); });
}

QFuture<Result<AccountRights>> LocalEngine::rights(const QString &instance, QObject *context)
{
    return ask<Result<AccountRights>>(context, detail::closing(),
                                      [instance](EngineServices &services, QObject *requests, const auto &reply) {
                                          services.askRights(instance, requests, reply);
                                      });
}

QFuture<Result<SyncWindowBlock>> LocalEngine::syncWindow(const ApplicationKey &application, QObject *context)
{
    return ask<Result<SyncWindowBlock>>(
        context, detail::closing(), [application](EngineServices &services, QObject *requests, const auto &reply) {
            auto *client = services.clients().client(application.instance);
            if (!client)
                return reply(
                    tl::unexpected(Error{Error::Kind::NotFound, {}, u"no such instance, or it is paused"_s, false, 0}));
            std::ignore =
                client->syncWindows(application, services.projectOf(application), requests)
                    .then(requests,
                          [reply,
                           now = client->serverNow()](const Result<Answer<std::shared_ptr<const SyncWindows>>> &read) {
                              reply(
                                  read.map([&](const auto &answer) { return automatedSyncBlock(*answer.value, now); }));
                          });
        });
}

ApplicationView *LocalEngine::openView(const ApplicationKey &application, QObject *parent)
{
    if (!state().instance(application.instance))
        return nullptr;
    return new LocalApplicationView(application, m_thread, m_engine, parent);
}

QFuture<Result<std::vector<ImportableContext>>> LocalEngine::importableContexts(const QString &file, QObject *context)
{
    return ask<Result<std::vector<ImportableContext>>>(
        context, detail::closing(), [file](EngineServices &services, QObject *, const auto &reply) {
            reply(lynceus::importableContexts(file, services.registry().instances()));
        });
}

QFuture<Result<QStringList>> LocalEngine::importContexts(const QString &file, const QStringList &names,
                                                         QObject *context)
{
    return ask<Result<QStringList>>(context, detail::closing(),
                                    [file, names](EngineServices &services, QObject *requests, const auto &reply) {
                                        detail::passOn(lynceus::importContexts(services.registry(), services.keychain(),
                                                                               file, names, true, requests),
                                                       requests, reply);
                                    });
}

QFuture<Result<QStringList>> LocalEngine::addWatches(const std::vector<WatchRequest> &requests, QObject *context)
{
    return ask<Result<QStringList>>(context, detail::closing(),
                                    [requests](EngineServices &services, QObject *, const auto &reply) {
                                        reply(services.watches().add(requests));
                                    });
}

void LocalEngine::extendWatch(const QString &id, Duration by)
{
    post([id, by](EngineServices &services) { say(services, services.watches().extend(id, by)); });
}

void LocalEngine::cancelWatch(const QString &id)
{
    post([id](EngineServices &services) { say(services, services.watches().cancel(id)); });
}

void LocalEngine::snoozeWatch(const QString &id, Duration how)
{
    post([id, how](EngineServices &services) { say(services, services.watches().snooze(id, how)); });
}

void LocalEngine::dismissWatch(const QString &id)
{
    post([id](EngineServices &services) { say(services, services.watches().dismiss(id)); });
}

void LocalEngine::setWatchNote(const QString &id, const QString &note)
{
    post([id, note](EngineServices &services) { say(services, services.watches().setNote(id, note)); });
}

void LocalEngine::setWatchTakenBy(const QString &id, const QString &who)
{
    post([id, who](EngineServices &services) { say(services, services.watches().setTakenBy(id, who)); });
}

QFuture<std::optional<Eta>> LocalEngine::eta(const ApplicationKey &application, QObject *context)
{
    using Read = Result<Answer<std::shared_ptr<const Application>>>;
    return ask<std::optional<Eta>>(
        context, std::nullopt, [application](EngineServices &services, QObject *requests, const auto &reply) {
            auto *client = services.clients().client(application.instance);
            if (!client)
                return reply(services.watches().times(application, {}).total);
            if (const auto *read = services.watches().readByWatch(application))
                return reply(services.watches().times(application, read->history).total);
            // Lists contain no history.
            std::ignore =
                client->application(application, services.projectOf(application), Refresh::None, requests)
                    .then(requests, [reply, application, watches = QPointer(&services.watches())](const Read &read) {
                        if (!watches) // the engine is shutting down
                            return reply(std::nullopt);
                        const auto history = read ? read->value->history : std::vector<DeploymentRecord>();
                        reply(watches->times(application, history).total);
                    });
        });
}

QFuture<Result<std::vector<Deployment>>> LocalEngine::deployments(const DeploymentQuery &query, QObject *context)
{
    return ask<Result<std::vector<Deployment>>>(
        context, detail::closing(),
        [query](EngineServices &services, QObject *, const auto &reply) { reply(services.deployments(query)); });
}

QFuture<Result<DeploymentTrend>> LocalEngine::deploymentTrend(const DeploymentQuery &query, QObject *context)
{
    return ask<Result<DeploymentTrend>>(
        context, detail::closing(),
        [query](EngineServices &services, QObject *, const auto &reply) { reply(services.deploymentTrend(query)); });
}

QFuture<Result<void>> LocalEngine::saveRule(const FollowRule &rule, QObject *context)
{
    return ask<Result<void>>(
        context, detail::closing(),
        [rule](EngineServices &services, QObject *, const auto &reply) { reply(services.follow().save(rule)); });
}

QFuture<Result<void>> LocalEngine::removeRule(const QString &name, QObject *context)
{
    return ask<Result<void>>(
        context, detail::closing(),
        [name](EngineServices &services, QObject *, const auto &reply) { reply(services.follow().remove(name)); });
}

QFuture<Result<TeamServerFindings>> LocalEngine::probeTeamServer(const Instance &place, const Secret &token,
                                                                 QObject *context)
{
    return ask<Result<TeamServerFindings>>(
        context, detail::closing(), [place, token](EngineServices &services, QObject *requests, const auto &reply) {
            services.teamServers().probe(place, token, requests, reply);
        });
}

QFuture<Result<QString>> LocalEngine::addTeamServer(const Instance &place, const Secret &token, QObject *context)
{
    return ask<Result<QString>>(
        context, detail::closing(), [place, token](EngineServices &services, QObject *requests, const auto &reply) {
            services.teamServers().add(place, token, services.registry().instances(), requests, reply);
        });
}

QFuture<Result<void>> LocalEngine::renameTeamServer(const QString &id, const QString &name, QObject *context)
{
    return ask<Result<void>>(context, detail::closing(),
                             [id, name](EngineServices &services, QObject *, const auto &reply) {
                                 reply(services.teamServers().rename(id, name, services.registry().instances()));
                             });
}

QFuture<Result<void>> LocalEngine::setTeamServerToken(const QString &id, const Secret &token, QObject *context)
{
    return ask<Result<void>>(context, detail::closing(),
                             [id, token](EngineServices &services, QObject *requests, const auto &reply) {
                                 services.teamServers().setToken(id, token, requests, reply);
                             });
}

QFuture<Result<void>> LocalEngine::removeTeamServer(const QString &id, QObject *context)
{
    return ask<Result<void>>(context, detail::closing(), [id](EngineServices &services, QObject *, const auto &reply) {
        reply(services.teamServers().remove(id));
    });
}

QFuture<Result<SharedTask>> LocalEngine::shareWatch(const QString &watch, const QString &server, const QString &author,
                                                    QObject *context)
{
    return ask<Result<SharedTask>>(
        context, detail::closing(),
        [watch, server, author](EngineServices &services, QObject *requests, const auto &reply) {
            const auto details = services.watches().details(watch);
            if (!details)
                return reply(tl::unexpected(details.error()));
            const auto *own = services.registry().withId(details->record.request.application.instance);
            services.teamServers().share(details->record, own ? std::optional(*own) : std::nullopt, server, author,
                                         requests, reply);
        });
}

QFuture<std::optional<ApplicationKey>> LocalEngine::applicationOf(const QString &server, const QString &task,
                                                                  QObject *context)
{
    return ask<std::optional<ApplicationKey>>(context, std::nullopt,
                                              [server, task](EngineServices &services, QObject *, const auto &reply) {
                                                  reply(services.applicationOf(server, task));
                                              });
}

void LocalEngine::readTaskVerdict(const QString &server, const QString &task)
{
    post([server, task](EngineServices &services) { services.teamServers().readVerdict(server, task); });
}

void LocalEngine::retryTeamServer(const QString &id)
{
    post([id](EngineServices &services) { services.teamServers().retry(id); });
}

void LocalEngine::setTasksShown(bool isShown)
{
    post([isShown](EngineServices &services) { services.teamServers().setShown(isShown); });
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
        [id](EngineServices &services, QObject *, const auto &reply) { reply(services.watches().details(id)); });
}

QFuture<Result<InstanceSnapshot>> LocalEngine::snapshot(const QString &instance, QObject *context)
{
    return ask<Result<InstanceSnapshot>>(
        context, detail::closing(),
        [instance](EngineServices &services, QObject *, const auto &reply) { reply(services.snapshot(instance)); });
}

} // namespace lynceus
