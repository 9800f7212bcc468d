#include "app/serve/authenticator.h"

#include "app/serve/jwtcheck.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kDeployTokenField = "ARGO_WATCHER_DEPLOY_TOKEN";
constexpr Duration kWindow{60'000};
constexpr qsizetype kMostAddresses = 10'000; // then all begin anew: an attacker with so many is not slowed anyway

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

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
{
    for (const auto &token : access.deployTokens)
        m_tokenHashes.push_back(hashOf(token.reveal()));
}

bool Authenticator::isDeployToken(const QByteArray &token) const
{
    const auto hash = hashOf(token);
    bool isKnown = false;
    for (const auto &known : m_tokenHashes)
        isKnown = equalInConstantTime(known, hash) || isKnown; // all of them, whatever the first ones said
    return isKnown;
}

/// Empty if one of its credentials is right.
QString Authenticator::faultOf(const HttpRequest &request, bool isOpen) const
{
    QString fault;
    if (const auto token = request.header(kDeployTokenField); !token.isEmpty()) {
        if (isDeployToken(token))
            return {};
        fault = u"deploy token is invalid"_s;
    }
    const auto bearer = bearerOf(request.header("Authorization"));
    if (bearer.isEmpty())
        return fault;
    if (isDeployToken(bearer))
        return {};
    // Without a secret, Argo Watcher looks at no JWT: its clients may send one that is for somebody else.
    if (m_jwtSecret.isEmpty() && isOpen)
        return fault;
    if (m_jwtSecret.isEmpty())
        return fault.isEmpty() ? u"deploy token is invalid"_s : fault;
    const auto bearerFault = faultOfJwt(bearer, m_jwtSecret, m_clock.now());
    return bearerFault.isEmpty() || fault.isEmpty() ? bearerFault : fault;
}

Authenticator::Decision Authenticator::refuse(const QString &peer, const QString &reason)
{
    if (m_wrong.size() >= kMostAddresses && !m_wrong.contains(peer))
        m_wrong.clear();
    auto &wrong = m_wrong[peer];
    if (wrong.count == 0 || m_clock.steady() - wrong.since >= kWindow)
        wrong = {m_clock.steady(), 0};
    if (++wrong.count > kMostWrong)
        return {Decision::Kind::TooMany, u"too many wrong credentials; try again in a minute"_s};
    return {Decision::Kind::Refused, reason};
}

Authenticator::Decision Authenticator::decide(const HttpRequest &request, const QString &peer, bool isOpen)
{
    const bool hasCredential =
        !request.header(kDeployTokenField).isEmpty() || !request.header("Authorization").isEmpty();
    if (!hasCredential) {
        if (isOpen)
            return {};
        return {Decision::Kind::Refused,
                u"authentication required (set the ARGO_WATCHER_DEPLOY_TOKEN or Authorization header)"_s};
    }
    const auto fault = faultOf(request, isOpen);
    return fault.isEmpty() ? Decision() : refuse(peer, fault);
}

Authenticator::Decision Authenticator::mayRegister(const HttpRequest &request, const QString &peer)
{
    return decide(request, peer, m_openRegistration);
}

Authenticator::Decision Authenticator::mayRead(const HttpRequest &request, const QString &peer)
{
    // Their client sends its credential with every request; where everybody may read, nobody looks at it.
    return m_openReading ? Decision() : decide(request, peer, false);
}

} // namespace lynceus
