#include "app/cli/servers/servers.h"

#include "app/cli/options/values.h"
#include "app/cli/process/console.h"
#include "app/cli/servers/storedsignins.h"

using namespace Qt::StringLiterals;

namespace lynceus {

Result<void> checkAgainstStored(const ServerOptions &options)
{
    const auto needsServer = [](const QString &option) {
        return badInput(u"it requires --server or ARGOCD_SERVER; stored instances have their own settings"_s, option);
    };
    if (options.authToken)
        return needsServer(u"--auth-token"_s);
    if (!options.authTokenFile.isEmpty())
        return needsServer(u"--auth-token-file"_s);
    if (options.insecure)
        return needsServer(u"--insecure"_s);
    if (!options.certificateFile.isEmpty())
        return needsServer(u"--server-crt"_s);
    if (!options.headers.empty())
        return needsServer(u"--header"_s);
    return {};
}

Servers::Servers(const Clock &clock)
    : m_clock(clock)
{ }

Servers::~Servers() = default;

Result<std::unique_ptr<Servers>> Servers::open(const ServerOptions &options, const Clock &clock)
{
    std::unique_ptr<Servers> servers(new Servers(clock));
    if (!options.server.isEmpty() || !serverEnvironment().server.isEmpty()) {
        auto connection = openedConnection(options);
        if (!connection)
            return tl::unexpected(connection.error());
        servers->m_names = {connection->instance};
        servers->m_oneOff = std::move(*connection);
        return servers;
    }
    if (const auto right = checkAgainstStored(options); !right)
        return tl::unexpected(right.error());
    const auto opened = servers->openRegistry(
        u"no Argo CD server given; use --server URL or ARGOCD_SERVER, or add an instance: lynceus instances add NAME URL"_s);
    if (!opened)
        return tl::unexpected(opened.error());
    return servers;
}

Result<std::unique_ptr<Servers>> Servers::openStored(const Clock &clock)
{
    std::unique_ptr<Servers> servers(new Servers(clock));
    const auto opened =
        servers->openRegistry(u"watches require a stored instance; add one first: lynceus instances add NAME URL"_s);
    if (!opened)
        return tl::unexpected(opened.error());
    return servers;
}

Result<void> Servers::openRegistry(const QString &ifNone)
{
    m_registry = std::make_unique<InstanceRegistry>(InstancesFile(InstancesFile::usualName()), m_clock);
    connect(m_registry.get(), &InstanceRegistry::noticeRaised, this, &reportWarning);
    m_registry->open();
    m_signIns = std::make_unique<StoredSignIns>(m_clock);
    for (const auto &instance : m_registry->instances()) {
        if (!instance.paused)
            m_names.append(instance.name);
    }
    if (m_registry->instances().empty())
        return badInput(ifNone);
    if (m_names.isEmpty())
        return badInput(u"all stored instances are paused"_s);
    return {};
}

const Instance *Servers::stored(const QString &name) const
{
    return m_registry ? m_registry->named(name) : nullptr;
}

QString Servers::idOf(const QString &name) const
{
    const auto *instance = stored(name);
    return instance ? instance->id : QString();
}

Result<QString> Servers::named(const QString &typed) const
{
    if (m_oneOff) {
        if (typed == m_oneOff->instance)
            return typed;
        return badInput(u"this command uses one server, %1; remove \"%2:\""_s.arg(m_oneOff->instance, typed));
    }
    if (const auto *instance = m_registry->named(typed)) {
        if (instance->paused)
            return badInput(u"this instance is paused"_s, instance->name);
        return instance->name;
    }
    QStringList names;
    for (const auto &instance : m_registry->instances())
        names.append(instance.name);
    auto hint = didYouMean(typed, names);
    if (hint.isEmpty())
        hint = u"; valid: %1"_s.arg(names.join(u", "_s));
    return badInput(u"unknown instance"_s + hint, typed);
}

void Servers::connectTo(const QString &name, QObject *context, Answer answer)
{
    if (m_oneOff) {
        QMetaObject::invokeMethod(
            context, [connection = *m_oneOff, answer = std::move(answer)] { answer(connection); },
            Qt::QueuedConnection);
        return;
    }
    const auto *instance = m_registry->named(name);
    Q_ASSERT(instance);
    const auto take = [name, way = wayTo(*instance), service = &m_signIns->service(), id = instance->id,
                       answer = std::move(answer)](Result<InstanceAccess> access) {
        if (!access)
            return answer(tl::unexpected(std::move(access.error())));
        ServerConnection connection;
        connection.instance = name;
        connection.way = way;
        connection.awaited = [service, id] { return service->awaited(id); };
        connection.access = std::move(*access);
        answer(std::move(connection));
    };
    m_signIns->access(*instance, context, take);
}

WayToServer Servers::way(const QString &name) const
{
    if (m_oneOff)
        return m_oneOff->way;
    const auto *instance = stored(name);
    return instance ? wayTo(*instance) : WayToServer{.stored = name};
}

} // namespace lynceus
