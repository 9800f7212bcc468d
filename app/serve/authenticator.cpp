#include "app/serve/authenticator.h"

#include "app/serve/jwtcheck.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kDeployTokenField = "ARGO_WATCHER_DEPLOY_TOKEN";
constexpr Duration kWindow{60'000};
constexpr qsizetype kMostAddresses = 10'000; // then all begin anew: an attacker with so many is not slowed anyway

QByteArray bearerOf(const QByteArray &field)
{
    const QByteArray scheme = "bearer ";
    return field.toLower().startsWith(scheme) ? field.sliced(scheme.size()).trimmed() : field;
}

} // namespace

Authenticator::Authenticator(const ServeAccess &access, const Clock &clock)
    : m_clock(clock)
    , m_jwtSecret(access.jwtSecret)
    , m_openRegistration(access.openRegistration)
    , m_openReading(access.openReading)
    , m_ratePerToken(access.ratePerToken)
{
    for (const auto &token : access.deployTokens)
        m_fileTokens.push_back({token.name, deployTokenHash(token.token.reveal())});
}

QString Authenticator::storedTokenId(const HttpRequest &request)
{
    for (const auto &token : {request.header(kDeployTokenField), bearerOf(request.header("Authorization"))}) {
        if (const auto id = deployTokenId(token))
            return *id;
    }
    return {};
}

QString Authenticator::deployTokenName(const QByteArray &token, const std::optional<DeployToken> &stored) const
{
    const auto hash = deployTokenHash(token);
    QString name;
    for (const auto &known : m_fileTokens) { // all of them, whatever the first ones said
        if (equalInConstantTime(known.hash, hash))
            name = known.name;
    }
    if (stored && equalInConstantTime(stored->hash, hash))
        name = stored->name;
    return name;
}

Authenticator::Credential Authenticator::credentialOf(const HttpRequest &request, bool isOpen,
                                                      const std::optional<DeployToken> &stored) const
{
    const auto invalid = u"deploy token is invalid"_s;
    QString fault;
    if (const auto token = request.header(kDeployTokenField); !token.isEmpty()) {
        if (const auto name = deployTokenName(token, stored); !name.isEmpty())
            return {name, {}};
        fault = invalid;
    }
    const auto bearer = bearerOf(request.header("Authorization"));
    if (bearer.isEmpty())
        return {{}, fault};
    if (const auto name = deployTokenName(bearer, stored); !name.isEmpty())
        return {name, {}};
    // Without a secret, Argo Watcher looks at no JWT: its clients may send one that is for somebody else.
    if (m_jwtSecret.isEmpty())
        return {{}, fault.isEmpty() && !isOpen ? invalid : fault};
    const auto bearerFault = faultOfJwt(bearer, m_jwtSecret, m_clock.now());
    if (bearerFault.isEmpty())
        return {u"jwt"_s, {}};
    return {{}, fault.isEmpty() ? bearerFault : fault};
}

Authenticator::Decision Authenticator::refuse(const QString &peer, const QString &reason)
{
    if (m_wrong.size() >= kMostAddresses && !m_wrong.contains(peer))
        m_wrong.clear();
    auto &wrong = m_wrong[peer];
    if (wrong.count == 0 || m_clock.steady() - wrong.since >= kWindow)
        wrong = {m_clock.steady(), 0};
    if (++wrong.count > kMostWrong)
        return {Decision::Kind::TooMany, u"too many wrong credentials; try again in a minute"_s, {}};
    return {Decision::Kind::Refused, reason, {}};
}

bool Authenticator::isTooFast(const QString &caller)
{
    auto &registered = m_registered[caller];
    if (registered.count == 0 || m_clock.steady() - registered.since >= kWindow)
        registered = {m_clock.steady(), 0};
    return ++registered.count > m_ratePerToken;
}

Authenticator::Decision Authenticator::decide(const HttpRequest &request, const QString &peer, bool isOpen,
                                              const std::optional<DeployToken> &stored)
{
    const bool hasCredential =
        !request.header(kDeployTokenField).isEmpty() || !request.header("Authorization").isEmpty();
    if (!hasCredential) {
        if (isOpen)
            return {};
        return {Decision::Kind::Refused,
                u"authentication required (set the ARGO_WATCHER_DEPLOY_TOKEN or Authorization header)"_s,
                {}};
    }
    const auto credential = credentialOf(request, isOpen, stored);
    return credential.fault.isEmpty() ? Decision{Decision::Kind::Allowed, {}, credential.name}
                                      : refuse(peer, credential.fault);
}

Authenticator::Decision Authenticator::mayRegister(const HttpRequest &request, const QString &peer,
                                                   const std::optional<DeployToken> &stored)
{
    auto decision = decide(request, peer, m_openRegistration, stored);
    // By its name, of which there are as many as tokens; those without one share the limit of all tasks.
    if (decision.kind == Decision::Kind::Allowed && !decision.caller.isEmpty() && isTooFast(decision.caller))
        return {Decision::Kind::TooMany,
                u"this token has registered %1 tasks within a minute; try again in a minute"_s.arg(m_ratePerToken),
                {}};
    return decision;
}

Authenticator::Decision Authenticator::mayRead(const HttpRequest &request, const QString &peer,
                                               const std::optional<DeployToken> &stored)
{
    // Their client sends its credential with every request; where everybody may read, nobody looks at it.
    return m_openReading ? Decision() : decide(request, peer, false, stored);
}

} // namespace lynceus
