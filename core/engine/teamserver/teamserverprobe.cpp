#include "core/engine/teamserver/teamserverprobe.h"

#include "core/domain/teamserver/teamserverrequests.h"
#include "core/io/teamserver/taskreader.h"
#include "core/io/teamserver/teamservercredential.h"
#include "core/io/teamserver/teamserverrequest.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const auto kNoTask = u"00000000-0000-0000-0000-000000000000"_s; // no task has this id

} // namespace

bool mayBeTeamServer(Error::Kind kind)
{
    return kind == Error::Kind::NotArgoCd || kind == Error::Kind::NotFound || kind == Error::Kind::Malformed
        || kind == Error::Kind::SignInNeeded || kind == Error::Kind::Forbidden || kind == Error::Kind::Server;
}

TeamServerProbe::TeamServerProbe(InstanceAccess access, Secret token, QObject *context)
    : QObject(context)
    , m_access(std::move(access))
    , m_token(std::move(token))
    , m_promise(context)
{ }

void TeamServerProbe::start()
{
    ask(teamServerConfigPath(), [this](const Result<QByteArray> &body) {
        const auto config = body.and_then(readTeamServerConfig);
        if (!config && config.error().kind == Error::Kind::SignInNeeded)
            return askDescription(config.error());
        if (!config)
            return settle(tl::unexpected(config.error()));
        m_findings.argoCdUrl = config->argoCdUrl;
        askVersion();
    });
}

void TeamServerProbe::ask(const ApiPath &path, Take take)
{
    auto *request = new TeamServerRequest(m_access, path, this);
    connect(request, &TeamServerRequest::answered, this,
            [request, take = std::move(take)](const Result<QByteArray> &body) {
                request->deleteLater();
                take(body);
            });
    request->get();
}

void TeamServerProbe::askVersion()
{
    ask(teamServerVersionPath(), [this](const Result<QByteArray> &body) {
        const auto version = body.and_then(readTeamServerVersion);
        if (!version)
            return askKind();
        m_findings.version = *version;
        m_findings.kind = kindOfVersion(*version);
        askTasks();
    });
}

/// If the version requires a credential: for an unknown path, Argo Watcher answers with its web page, `lynceus serve`
/// with JSON.
void TeamServerProbe::askKind()
{
    ask(serverVerdictPath(kNoTask), [this](const Result<QByteArray> &body) {
        const auto kind = body ? Error::Kind::NotArgoCd : body.error().kind;
        const bool isOurs = kind == Error::Kind::NotFound || kind == Error::Kind::SignInNeeded;
        m_findings.kind = isOurs ? TeamServerKind::Lynceus : TeamServerKind::ArgoWatcher;
        askTasks();
    });
}

/// For `lynceus serve` with restricted reading. No other server gets a credential.
void TeamServerProbe::askDescription(const Error &refusal)
{
    ask(teamServerDescriptionPath(), [this, refusal](const Result<QByteArray> &body) {
        const auto version = body.and_then(readTeamServerDescription);
        if (!version)
            return settle(tl::unexpected(refusal));
        m_findings.version = *version;
        m_findings.kind = TeamServerKind::Lynceus;
        addCredential();
        ask(teamServerConfigPath(), [this](const Result<QByteArray> &again) {
            if (const auto config = again.and_then(readTeamServerConfig))
                m_findings.argoCdUrl = config->argoCdUrl;
            askTasks();
        });
    });
}

void TeamServerProbe::addCredential()
{
    if (m_token.isEmpty())
        return;
    auto credential = credentialFor(m_findings.kind, m_token);
    m_findings.credentialHeader = credential.header;
    m_access.headers.append({credential.header.toLatin1(), credential.value.reveal()});
    m_token = {};
}

void TeamServerProbe::askTasks()
{
    addCredential();
    ServerTaskFilter one;
    one.limit = 1;
    ask(serverTasksPath(one), [this](const Result<QByteArray> &body) {
        const auto tasks = body.and_then(readTasks);
        m_findings.reading = tasks ? Result<void>() : tl::unexpected(tasks.error());
        settle(m_findings);
    });
}

void TeamServerProbe::settle(Result<TeamServerFindings> result)
{
    deleteLater();
    m_promise.settle(std::move(result));
}

} // namespace lynceus
