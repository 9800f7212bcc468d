#include "app/cli/instances/instances.h"
#include "app/cli/instances/storedregistry.h"
#include "app/cli/process/console.h"
#include "app/cli/servers/storedsignins.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/teamserver/storedteamservers.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Signs out, deletes the secrets, and then the instance.
class RemoveSession final : public CommandSession
{
public:
    RemoveSession(InstanceRegistry &registry, Instance instance, const Clock &clock)
        : m_registry(registry)
        , m_signIns(clock)
        , m_instance(std::move(instance))
    { }

private:
    void timeOut() override
    {
        end(reportError({Error::Kind::TimedOut, m_instance.name,
                         u"not removed: the keychain did not respond within %1"_s.arg(formatDuration(limit())), true,
                         0}));
    }

    void start() override
    {
        if (m_instance.signIn == SignInMethod::Anonymous)
            return forgetHeaders({});
        // Without the gateway's headers the server is unreachable, but the keychain still works.
        m_signIns.access(m_instance, this, [this](const Result<InstanceAccess> &access) {
            auto bare = m_instance;
            bare.headerNames.clear();
            if (!access && !m_signIns.accessWith(bare, {}))
                return end(reportError(access.error(), wayTo(m_instance)));
            connect(&m_signIns.service(), &SignInService::signedOut, this,
                    [this](const QString &, const QString &trouble, bool isForgotten) {
                        isForgotten ? forgetHeaders(trouble) : refuse(trouble);
                    });
            m_signIns.service().signOut(m_instance.id);
        });
    }

    void forgetHeaders(const QString &trouble)
    {
        if (!trouble.isEmpty())
            reportWarning(u"%1: %2"_s.arg(m_instance.name, trouble));
        if (m_instance.headerNames.isEmpty())
            return removeIt();
        storeGatewayHeaders(m_signIns.keychain(), m_instance, {}, this, [this](const KeychainResult<void> &forgotten) {
            forgotten || forgotten.error().kind == KeychainProblem::Kind::Absent ? removeIt()
                                                                                 : refuse(forgotten.error().message);
        });
    }

    /// Keeps the instance, because without it the secrets could not be found again.
    void refuse(const QString &trouble)
    {
        end(reportError({Error::Kind::SignInNeeded, m_instance.name,
                         u"not removed, because its secrets could not be removed from the keychain: %1"_s.arg(trouble),
                         false, 0}));
    }

    void removeIt()
    {
        if (const auto removed = m_registry.remove(m_instance.id); !removed)
            return end(reportError(removed.error()));
        writeErrorLine(u"lynceus: removed %1"_s.arg(m_instance.name));
        end(ExitCode::Done);
    }

    InstanceRegistry &m_registry;
    StoredSignIns m_signIns;
    Instance m_instance;
};

/// Deletes the credential and the headers of a team server, and then the server.
class RemoveTeamServerSession final : public CommandSession
{
public:
    RemoveTeamServerSession(TeamServerRegistry &servers, TeamServerInstance server)
        : m_servers(servers)
        , m_server(std::move(server))
    { }

private:
    void start() override
    {
        if (placeWithCredential(m_server).headerNames.isEmpty())
            return removeIt();
        storeGatewayHeaders(m_keychain, m_server.place, {}, this, [this](const KeychainResult<void> &forgotten) {
            if (forgotten || forgotten.error().kind == KeychainProblem::Kind::Absent)
                return removeIt();
            end(reportError({Error::Kind::SignInNeeded, m_server.place.name,
                             u"not removed, because its secrets could not be removed from the keychain: %1"_s.arg(
                                 forgotten.error().message),
                             false, 0}));
        });
    }

    void timeOut() override
    {
        end(reportError({Error::Kind::TimedOut, m_server.place.name,
                         u"not removed: the keychain did not respond within %1"_s.arg(formatDuration(limit())), true,
                         0}));
    }

    void removeIt()
    {
        if (const auto removed = m_servers.remove(m_server.place.id); !removed)
            return end(reportError(removed.error()));
        writeErrorLine(u"lynceus: removed %1"_s.arg(m_server.place.name));
        end(ExitCode::Done);
    }

    TeamServerRegistry &m_servers;
    TeamServerInstance m_server;
    SystemKeychain m_keychain;
};

} // namespace

ExitCode runRemove(const InstancesRemoveCall &call, const CommandContext &context)
{
    const auto servers = openTeamServers();
    if (const auto *server = servers->named(call.name)) {
        RemoveTeamServerSession session(*servers, *server);
        return execute(session, context, call.requestTimeout);
    }
    const auto registry = openRegistryForChange(context.clock);
    if (!registry)
        return reportError(registry.error());
    const auto chosen = chosenInstances(**registry, *servers, call.name);
    if (!chosen)
        return reportError(chosen.error());
    RemoveSession session(**registry, chosen->front(), context.clock);
    return execute(session, context, call.requestTimeout);
}

} // namespace lynceus
