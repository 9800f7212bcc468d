#include "core/engine/teamserver/teamserveraddition.h"

#include "core/engine/instances/instancesecrets.h"
#include "core/io/teamserver/teamservercredential.h"

using namespace Qt::StringLiterals;

namespace lynceus {

TeamServerAddition::TeamServerAddition(Wish wish, TeamServerRegistry &servers, Keychain &keychain, QObject *parent)
    : QObject(parent)
    , m_wish(std::move(wish))
    , m_servers(servers)
    , m_keychain(keychain)
{ }

void TeamServerAddition::start()
{
    auto access = accessFor(m_wish.place, {{}, m_wish.headers});
    if (!access)
        return Q_EMIT ended(tl::unexpected(access.error()));
    auto *probe = new TeamServerProbe(*std::move(access), m_wish.token, this);
    std::ignore = probe->future().then(this, [this](const Result<TeamServerFindings> &findings) {
        if (findings)
            return take(*findings);
        Q_EMIT notTeamServer(findings.error());
    });
    probe->start();
}

void TeamServerAddition::take(const TeamServerFindings &findings)
{
    m_findings = findings;
    if (!findings.reading)
        return Q_EMIT ended(tl::unexpected(findings.reading.error()));
    m_server = {findings.kind, m_wish.place, findings.credentialHeader};
    m_server.place.signIn = SignInMethod::Anonymous; // does not use Argo CD's sign-in
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
        Q_EMIT ended(tl::unexpected(Error{Error::Kind::SignInNeeded,
                                          {},
                                          u"the keychain cannot store the token: %1"_s.arg(stored.error().message),
                                          false,
                                          0}));
    });
}

void TeamServerAddition::keep()
{
    const auto added = m_servers.add(m_server, m_wish.others);
    if (added)
        return Q_EMIT ended(m_server);
    if (placeWithCredential(m_server).headerNames.isEmpty())
        return Q_EMIT ended(tl::unexpected(added.error()));
    storeGatewayHeaders(
        m_keychain, m_server.place, {}, this,
        [this, error = added.error()](const KeychainResult<void> &) { Q_EMIT ended(tl::unexpected(error)); });
}

} // namespace lynceus
