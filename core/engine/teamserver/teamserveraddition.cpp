#include "app/cli/teamserver/teamserveraddition.h"

#include "app/cli/process/console.h"
#include "app/cli/servers/serverconnection.h"
#include "app/cli/teamserver/storedteamservers.h"
#include "core/domain/base/redact.h"
#include "core/engine/instances/instancesecrets.h"
#include "core/io/teamserver/teamservercredential.h"

using namespace Qt::StringLiterals;

namespace lynceus {

TeamServerAddition::TeamServerAddition(Wish wish, Keychain &keychain, QObject *parent)
    : QObject(parent)
    , m_wish(std::move(wish))
    , m_keychain(keychain)
    , m_servers(openTeamServers())
{ }

void TeamServerAddition::start()
{
    auto access = accessFor(m_wish.place, {{}, m_wish.headers});
    if (!access)
        return refuse(access.error());
    auto *probe = new TeamServerProbe(*std::move(access), m_wish.token, this);
    std::ignore = probe->future().then(this, [this](const Result<TeamServerFindings> &findings) {
        if (findings)
            return take(*findings);
        Q_EMIT notTeamServer();
    });
    probe->start();
}

void TeamServerAddition::take(const TeamServerFindings &findings)
{
    m_findings = findings;
    if (!findings.reading) {
        auto error = findings.reading.error();
        if (error.kind == Error::Kind::SignInNeeded)
            error.message += m_wish.token.isEmpty() ? u"; add it with --auth-token-file FILE"_s
                                                    : u"; the token is not valid there"_s;
        return refuse(error);
    }
    m_server = {findings.kind, m_wish.place, findings.credentialHeader};
    m_server.place.signIn = SignInMethod::Anonymous; // no sign-in as at Argo CD
    storeSecrets();
}

void TeamServerAddition::storeSecrets()
{
    auto values = m_wish.headers;
    if (!m_wish.token.isEmpty()) {
        auto credential = credentialFor(m_server.kind, m_wish.token);
        values.emplace_back(credential.header, std::move(credential.value));
    }
    if (values.empty())
        return keep();
    storeGatewayHeaders(m_keychain, m_server.place, values, this, [this](const KeychainResult<void> &stored) {
        if (stored)
            return keep();
        refuse({Error::Kind::SignInNeeded,
                {},
                u"the keychain cannot store the token: %1"_s.arg(stored.error().message),
                false,
                0});
    });
}

void TeamServerAddition::keep()
{
    if (const auto added = m_servers->add(m_server, m_wish.others); !added) {
        const auto code = reportError(added.error());
        if (placeWithCredential(m_server).headerNames.isEmpty())
            return Q_EMIT ended(code);
        storeGatewayHeaders(m_keychain, m_server.place, {}, this,
                            [this, code](const KeychainResult<void> &) { Q_EMIT ended(code); });
        return;
    }
    auto text = u"%1: %2, %3"_s.arg(m_server.place.name, redactedUrl(m_server.place.baseUrl), kindText(m_server));
    if (!m_findings.version.isEmpty())
        text += u", version %1"_s.arg(m_findings.version);
    writeOutputLine(text);
    Q_EMIT ended(ExitCode::Done);
}

void TeamServerAddition::refuse(const Error &error)
{
    auto told = atServer(error, m_wish.place.baseUrl);
    told.message += u"; nothing was added"_s;
    Q_EMIT ended(reportError(told));
}

} // namespace lynceus
