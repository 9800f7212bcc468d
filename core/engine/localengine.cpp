#include "core/engine/localengine.h"

#include "core/engine/local/localapplicationview.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

tl::unexpected<Error> closing()
{
    return tl::unexpected(Error{Error::Kind::Cancelled, {}, u"the program is closing"_s, false, 0});
}

tl::unexpected<Error> unknownInstance()
{
    return tl::unexpected(Error{Error::Kind::NotFound, {}, u"there is no such instance, or it is paused"_s, false, 0});
}

/// Gives the answer of a future in the engine's thread to whoever asked.
template<typename T>
void passOn(const QFuture<Result<T>> &future, QObject *requests, const EngineThread::Reply<Result<T>> &reply)
{
    QFuture<Result<T>> asked(future);
    std::ignore = asked.then(requests, [reply](const Result<T> &answer) { reply(answer); });
}

} // namespace

LocalEngine::LocalEngine(EngineSetup setup, const Clock &clock, QObject *parent)
    : Engine(parent)
    , m_setup(std::move(setup))
    , m_clock(clock)
    , m_engine(std::make_shared<EngineSlot>())
{
    connect(this, &Engine::instanceChanged, this,
            [this](const InstanceState &state) { m_instances.insert(state.instance.id); });
    connect(this, &Engine::instanceRemoved, this, [this](const QString &id) { m_instances.remove(id); });
    m_thread.start([this](QObject *room) { build(room); });
}

LocalEngine::~LocalEngine()
{
    m_thread.stop();
}

/// In the engine's thread; this object outlives it.
void LocalEngine::build(QObject *room)
{
    auto *services = new EngineServices(m_setup, m_clock, room);
    m_engine->services = services;
    // Each in the order in which it happened, as one event of our thread.
    connect(services, &EngineServices::started, this, &Engine::started, Qt::QueuedConnection);
    connect(services, &EngineServices::instanceChanged, this, &Engine::instanceChanged, Qt::QueuedConnection);
    connect(services, &EngineServices::instanceRemoved, this, &Engine::instanceRemoved, Qt::QueuedConnection);
    connect(services, &EngineServices::applicationsChanged, this, &Engine::applicationsChanged, Qt::QueuedConnection);
    connect(services, &EngineServices::noticeRaised, this, &Engine::noticeRaised, Qt::QueuedConnection);
}

void LocalEngine::tell(std::function<void(EngineServices &)> work)
{
    m_thread.post([engine = m_engine, work = std::move(work)] { work(*engine->services); });
}

template<typename T, typename Work>
QFuture<T> LocalEngine::ask(QObject *context, T cancelled, Work work)
{
    return m_thread.ask<T>(
        context, std::move(cancelled),
        [engine = m_engine, work = std::move(work)](QObject *requests, const EngineThread::Reply<T> &reply) {
            work(*engine->services, requests, reply);
        });
}

void LocalEngine::start()
{
    tell([](EngineServices &services) { services.start(); });
}

QFuture<Result<InstanceProbe>> LocalEngine::probe(const Instance &instance, QObject *context)
{
    return ask<Result<InstanceProbe>>(context, closing(),
                                      [instance](EngineServices &services, QObject *requests, const auto &reply) {
                                          passOn(services.book().probe(instance, requests), requests, reply);
                                      });
}

QFuture<Result<UntrustedCertificate>> LocalEngine::certificate(const QUrl &baseUrl, QObject *context)
{
    return ask<Result<UntrustedCertificate>>(
        context, closing(), [baseUrl](EngineServices &services, QObject *requests, const auto &reply) {
            passOn(services.book().certificate(baseUrl, requests), requests, reply);
        });
}

QFuture<Result<QString>> LocalEngine::saveInstance(const Instance &instance, QObject *context)
{
    return ask<Result<QString>>(context, closing(), [instance](EngineServices &services, QObject *, const auto &reply) {
        reply(services.book().save(instance));
    });
}

QFuture<Result<void>> LocalEngine::removeInstance(const QString &id, QObject *context)
{
    return ask<Result<void>>(context, closing(), [id](EngineServices &services, QObject *, const auto &reply) {
        reply(services.removeInstance(id));
    });
}

void LocalEngine::retry(const QString &instance)
{
    tell([instance](EngineServices &services) { services.retry(instance); });
}

QFuture<Result<SyncWindowBlock>> LocalEngine::syncWindow(const ApplicationKey &application, QObject *context)
{
    return ask<Result<SyncWindowBlock>>(
        context, closing(), [application](EngineServices &services, QObject *requests, const auto &reply) {
            auto *client = services.clients().client(application.instance);
            if (!client)
                return reply(unknownInstance());
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
    if (!m_instances.contains(application.instance))
        return nullptr;
    return new LocalApplicationView(application, m_thread, m_engine, parent);
}

} // namespace lynceus
