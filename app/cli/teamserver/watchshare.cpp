#include "app/cli/commands/commands.h"
#include "app/cli/process/console.h"
#include "app/cli/servers/serverconnection.h"
#include "app/cli/servers/storedsignins.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/teamserver/storedteamservers.h"
#include "app/cli/watches/watchlookup.h"
#include "core/domain/teamserver/sharedwatch.h"
#include "core/domain/teamserver/teamserverrequests.h"
#include "core/domain/text/visibletext.h"
#include "core/io/process/systemuser.h"
#include "core/io/teamserver/taskanswers.h"
#include "core/io/teamserver/taskreader.h"
#include "core/io/teamserver/teamservercredential.h"
#include "core/io/teamserver/teamserverrequest.h"
#include "core/io/tokenfile.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

class ShareSession final : public CommandSession
{
public:
    /// @p token: from a file; empty: from the keychain.
    ShareSession(WatchShareOptions options, TeamServerInstance server, Secret token, const Clock &clock)
        : m_options(std::move(options))
        , m_server(std::move(server))
        , m_token(std::move(token))
        , m_signIns(clock)
        , m_clock(clock)
    { }

private:
    void start() override
    {
        m_lookup.details(m_options.id, [this](const Result<WatchDetails> &details) {
            if (!details)
                return end(reportError(details.error()));
            const auto author = m_options.author.isEmpty() ? systemUser() : m_options.author;
            auto shared = sharedWatch(details->record, m_server.kind, author, m_options.project, m_clock.now());
            if (!shared)
                return end(reportError({Error::Kind::BadInput, m_options.id, shared.error().message, false, 0}));
            shared->task.instance = m_options.instance;
            m_version = awaitedVersion(shared->task);
            m_body = newTaskBody(shared->task, shared->timeoutSeconds);
            m_options.isDryRun ? end(writeOutput(visibleJson(m_body) + '\n') ? ExitCode::Done : ExitCode::Usage)
                               : askAccess();
        });
    }

    void timeOut() override
    {
        auto error = notDone(m_server.place.name, u"the team server"_s, limit());
        refuse(error);
    }

    void askAccess()
    {
        const auto place = m_token.isEmpty() ? placeWithCredential(m_server) : m_server.place;
        m_signIns.access(place, this, [this](Result<InstanceAccess> access) {
            if (!access)
                return end(reportError(access.error()));
            if (!m_token.isEmpty()) {
                const auto credential = credentialFor(m_server.kind, m_token);
                access->headers.append({credential.header.toLatin1(), credential.value.reveal()});
            }
            send(*access);
        });
    }

    void send(const InstanceAccess &access)
    {
        auto *request = new TeamServerRequest(access, newServerTaskPath(), this, limit());
        connect(request, &TeamServerRequest::answered, this, [this](const Result<QByteArray> &body) {
            const auto id = body.and_then(registeredTaskFrom);
            id ? conclude(*id) : refuse(id.error());
        });
        request->post(m_body);
    }

    void conclude(const QString &task)
    {
        const auto line = u"%1: shared on %2 as task %3 (%4)"_s.arg(m_options.id, m_server.place.name, task, m_version);
        end(writeOutputLine(line) ? ExitCode::Done : reportUnwritten(line));
    }

    void refuse(Error error)
    {
        error.asked = m_server.place.name;
        if (error.kind == Error::Kind::SignInNeeded)
            error.message += u"; use --deploy-token-file FILE"_s;
        if (error.kind == Error::Kind::TimedOut || error.kind == Error::Kind::Unreachable)
            error.message += u"; if the task was registered all the same, `lynceus tasks` lists it"_s;
        end(reportError(error));
    }

    WatchShareOptions m_options;
    TeamServerInstance m_server;
    Secret m_token;
    StoredSignIns m_signIns;
    WatchLookup m_lookup;
    const Clock &m_clock;
    QByteArray m_body;
    QString m_version;
};

} // namespace

ExitCode runCommand(const WatchShareOptions &options, const CommandContext &context)
{
    const auto servers = openTeamServers();
    const auto chosen = chosenTeamServers(*servers, {options.server});
    if (!chosen)
        return reportError(chosen.error());
    Secret token;
    if (!options.deployTokenFile.isEmpty()) {
        auto read = readTokenFile(u"--deploy-token-file"_s, options.deployTokenFile);
        if (!read)
            return reportError(read.error());
        token = std::move(*read);
    }
    ShareSession session(options, chosen->front(), std::move(token), context.clock);
    return execute(session, context, options.requestTimeout);
}

} // namespace lynceus
