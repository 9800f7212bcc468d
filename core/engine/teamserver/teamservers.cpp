#include "core/engine/teamserver/teamservers.h"

#include "core/domain/instances/instancerules.h"
#include "core/domain/teamserver/sharedwatch.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/teamserver/teamserverrequests.h"
#include "core/engine/instances/instanceregistry.h"
#include "core/engine/instances/instancesecrets.h"
#include "core/engine/teamserver/teamserveraddition.h"
#include "core/io/teamserver/taskanswers.h"
#include "core/io/teamserver/taskreader.h"
#include "core/io/teamserver/teamservercredential.h"
#include "core/io/teamserver/teamserverrequest.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

tl::unexpected<Error> noSuch(const QString &id)
{
    return tl::unexpected(Error{Error::Kind::NotFound, id, u"this team server no longer exists"_s, false, 0});
}

using Take = std::function<void(const Result<QByteArray> &)>;

TeamServerRequest *requestOf(const InstanceAccess &access, const ApiPath &path, QObject *context, Take take)
{
    auto *request = new TeamServerRequest(access, path, context);
    QObject::connect(request, &TeamServerRequest::answered, context,
                     [request, take = std::move(take)](const Result<QByteArray> &answer) {
                         request->deleteLater();
                         take(answer);
                     });
    return request;
}

void ask(const InstanceAccess &access, const ApiPath &path, QObject *context, Take take)
{
    requestOf(access, path, context, std::move(take))->get();
}

void post(const InstanceAccess &access, const Instance &place, const SharedWatch &shared, QObject *context,
          const TeamServers::Reply<SharedTask> &reply)
{
    auto *request = requestOf(access, newServerTaskPath(), context, [place, reply](const Result<QByteArray> &answer) {
        reply(answer.and_then(registeredTaskFrom).map([&place](const QString &task) {
            return SharedTask{place.name, task, taskPage(place.baseUrl, task)};
        }));
    });
    request->post(newTaskBody(shared.task, shared.timeoutSeconds));
}

/// Same server and access; only the name may differ.
bool isSameServer(TeamServerInstance one, const TeamServerInstance &other)
{
    one.place.name = other.place.name;
    return one == other;
}

} // namespace

TeamServers::TeamServers(TeamServersFile file, GatewayRegistry &gateways, Keychain &keychain, const Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_gateways(gateways)
    , m_keychain(keychain)
    , m_clock(clock)
    , m_registry(std::move(file))
{
    connect(&m_registry, &TeamServerRegistry::serverChanged, this, &TeamServers::follow);
    connect(&m_registry, &TeamServerRegistry::serverRemoved, this, &TeamServers::forget);
    connect(&m_registry, &TeamServerRegistry::noticeRaised, this, &TeamServers::noticeRaised);
}

TeamServers::~TeamServers() = default;

void TeamServers::open()
{
    m_registry.open();
}

void TeamServers::setShown(bool isShown)
{
    m_isShown = isShown;
    for (const auto &[id, feed] : m_feeds)
        feed->setShown(isShown);
}

void TeamServers::retry(const QString &id)
{
    if (const auto *server = m_registry.withId(id))
        reach(TeamServerInstance(*server)); // the keychain may be unlocked now
}

void TeamServers::readVerdict(const QString &id, const QString &task)
{
    if (const auto feed = m_feeds.find(id); feed != m_feeds.end())
        feed->second->readVerdict(task);
}

const ServerTask *TeamServers::task(const QString &id, const QString &task) const
{
    const auto feed = m_feeds.find(id);
    if (feed == m_feeds.end())
        return nullptr;
    const auto &tasks = feed->second->tasks();
    const auto found = tasks.constFind(task);
    return found == tasks.constEnd() ? nullptr : &*found;
}

void TeamServers::follow(const TeamServerInstance &server)
{
    const auto &id = server.place.id;
    auto &feed = m_feeds[id];
    if (feed && feed->state().server.place.name != server.place.name) {
        auto renamed = feed->state().server;
        renamed.place.name = server.place.name;
        if (renamed == server)
            return feed->rename(server.place.name);
    }
    m_gateways.forget(id);
    feed = std::make_unique<TeamServerFeed>(server, m_clock, m_pace);
    connect(feed.get(), &TeamServerFeed::stateChanged, this, &TeamServers::stateChanged);
    connect(feed.get(), &TeamServerFeed::tasksChanged, this, &TeamServers::tasksChanged);
    feed->setShown(m_isShown);
    Q_EMIT stateChanged(feed->state());
    reach(server);
}

void TeamServers::reach(const TeamServerInstance &server)
{
    m_gateways.access(placeWithCredential(server), [this, server](const Result<InstanceAccess> &access) {
        const auto *stored = m_registry.withId(server.place.id);
        const auto feed = m_feeds.find(server.place.id);
        if (!stored || !isSameServer(*stored, server) || feed == m_feeds.end())
            return; // another answer will arrive
        access ? feed->second->follow(*access) : feed->second->setObstacle(access.error());
    });
}

void TeamServers::forget(const QString &id)
{
    m_feeds.erase(id);
    m_gateways.forget(id);
    Q_EMIT serverRemoved(id);
}

void TeamServers::probe(const Instance &place, const Secret &token, QObject *context, Reply<TeamServerFindings> reply)
{
    auto access = accessWithoutSecrets(place);
    if (!access)
        return reply(tl::unexpected(access.error()));
    auto *probe = new TeamServerProbe(*std::move(access), token, context);
    std::ignore = probe->future().then(
        context, [reply = std::move(reply)](const Result<TeamServerFindings> &found) { reply(found); });
    probe->start();
}

void TeamServers::add(const Instance &place, const Secret &token, const std::vector<Instance> &others, QObject *context,
                      Reply<QString> reply)
{
    auto known = others;
    const auto servers = m_registry.places();
    known.insert(known.end(), servers.begin(), servers.end());
    auto checked = checkedInstance(place, known);
    if (!checked)
        return reply(tl::unexpected(checked.error()));
    checked->id = InstanceRegistry::newId();
    auto *addition = new TeamServerAddition({*std::move(checked), token, {}, others}, m_registry, m_keychain, context);
    connect(addition, &TeamServerAddition::notTeamServer, context, [addition, reply](const Error &error) {
        addition->deleteLater();
        reply(tl::unexpected(error));
    });
    connect(addition, &TeamServerAddition::ended, context, [addition, reply](const Result<TeamServerInstance> &added) {
        addition->deleteLater();
        reply(added.map([](const TeamServerInstance &server) { return server.place.id; }));
    });
    addition->start();
}

/// First checks whether the tasks can be read with it; otherwise it is not stored.
void TeamServers::setToken(const QString &id, const Secret &token, QObject *context, Reply<void> reply)
{
    const auto *stored = m_registry.withId(id);
    if (!stored)
        return reply(noSuch(id));
    const auto read = [this, server = *stored, token, context, reply](const Result<HeaderValues> &headers) {
        if (!headers)
            return reply(tl::unexpected(headers.error()));
        auto access = accessFor(server.place, {{}, *headers});
        if (!access)
            return reply(tl::unexpected(access.error()));
        auto *probe = new TeamServerProbe(*std::move(access), token, context);
        std::ignore = probe->future().then(
            context,
            [this, server, token, headers = *headers, context, reply](const Result<TeamServerFindings> &found) {
                if (!found)
                    return reply(tl::unexpected(found.error()));
                if (!found->reading)
                    return reply(tl::unexpected(found->reading.error()));
                const auto *now = m_registry.withId(server.place.id); // it may have been renamed or removed
                if (!now)
                    return reply(noSuch(server.place.id));
                if (!isSameServer(server, *now))
                    return reply(
                        badInput(u"the settings of %1 have changed while the token was checked; try again"_s.arg(
                            now->place.name)));
                auto changed = *now;
                changed.credentialHeader = found->credentialHeader;
                storeToken(changed, token, headers, context, reply);
            });
        probe->start();
    };
    // Only the gateway headers: the credential is being replaced and may be missing.
    if (stored->place.headerNames.isEmpty())
        return read(HeaderValues());
    readGatewayHeaders(
        m_keychain, stored->place, context, [read, place = stored->place](const KeychainResult<HeaderValues> &values) {
            read(values ? Result<HeaderValues>(*values) : tl::unexpected(headersMissing(place, values.error())));
        });
}

void TeamServers::storeToken(TeamServerInstance server, const Secret &token, const HeaderValues &headers,
                             QObject *context, Reply<void> reply)
{
    auto values = headers;
    if (!token.isEmpty())
        values.emplace_back(server.credentialHeader, credentialFor(server.kind, token).value);
    storeGatewayHeaders(
        m_keychain, server.place, values, context, [this, server, reply](const KeychainResult<void> &stored) {
            if (!stored)
                return reply(
                    tl::unexpected(Error{Error::Kind::SignInNeeded,
                                         {},
                                         u"the keychain cannot store the token: %1"_s.arg(stored.error().message),
                                         false,
                                         0}));
            m_gateways.forget(server.place.id);
            const auto changed = m_registry.setCredentialHeader(server.place.id, server.credentialHeader);
            if (const auto *now = changed ? m_registry.withId(server.place.id) : nullptr)
                reach(TeamServerInstance(*now)); // also with the same header, whose value is new
            reply(changed);
        });
}

void TeamServers::share(const WatchRecord &watch, const std::optional<Instance> &own, const QString &id,
                        const QString &author, QObject *context, Reply<SharedTask> reply)
{
    const auto *server = m_registry.withId(id);
    if (!server)
        return reply(noSuch(id));
    const auto name = watch.request.application.name;
    const auto refusal = [name](const Error &error) {
        return tl::unexpected(Error{Error::Kind::BadInput, name, name + u' ' + error.message, false, 0});
    };
    const auto shared = sharedWatch(watch, server->kind, author, {}, m_clock.now());
    if (!shared)
        return reply(refusal(shared.error()));
    const auto hasInstances = own && server->kind == TeamServerKind::Lynceus; // Argo Watcher has one Argo CD
    const auto begin = [place = server->place, shared = *shared, own, hasInstances, refusal,
                        context = QPointer(context), reply](const Result<InstanceAccess> &access) {
        if (!context)
            return;
        if (!access)
            return reply(tl::unexpected(access.error()));
        if (!hasInstances)
            return post(*access, place, shared, context, reply);
        ask(*access, teamServerConfigPath(), context,
            [access = *access, place, shared, own, refusal, context, reply](const Result<QByteArray> &answer) {
                const auto config = answer.and_then(readTeamServerConfig);
                if (!config)
                    return reply(tl::unexpected(config.error()));
                const auto instance = servedInstance(config->instances, *own);
                if (!instance)
                    return reply(refusal(instance.error()));
                auto named = shared;
                named.task.instance = *instance;
                post(access, place, named, context, reply);
            });
    };
    m_gateways.access(placeWithCredential(*server), begin);
}

Result<void> TeamServers::rename(const QString &id, const QString &name, const std::vector<Instance> &others)
{
    return m_registry.rename(id, name, others);
}

Result<void> TeamServers::remove(const QString &id)
{
    const auto *stored = m_registry.withId(id);
    if (!stored)
        return noSuch(id);
    const auto server = *stored;
    const auto removed = m_registry.remove(id);
    if (!removed || placeWithCredential(server).headerNames.isEmpty())
        return removed;
    storeGatewayHeaders(m_keychain, server.place, {}, this,
                        [this, name = server.place.name](const KeychainResult<void> &forgotten) {
                            if (!forgotten)
                                Q_EMIT noticeRaised(u"the token of %1 could not be removed from the keychain: %2"_s.arg(
                                    name, forgotten.error().message));
                        });
    return {};
}

} // namespace lynceus
