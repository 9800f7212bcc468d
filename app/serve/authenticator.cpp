#include "app/serve/authenticator.h"

#include "app/serve/jwtcheck.h"
#include "app/serve/oidc/oidcreaders.h"
#include "app/serve/oidc/readersignin.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kDeployTokenField = "ARGO_WATCHER_DEPLOY_TOKEN";
constexpr auto kProviderTokenField = "Oidc-Authorization";
constexpr auto kAuthorizationField = "Authorization";

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
    , m_wrong(clock, kMostWrong)
{
    for (const auto &token : access.deployTokens)
        m_fileTokens.push_back({token.name, deployTokenHash(token.token.reveal())});
}

QString Authenticator::storedTokenId(const HttpRequest &request)
{
    for (const auto &token : {request.header(kDeployTokenField), bearerOf(request.header(kAuthorizationField))}) {
        if (const auto id = deployTokenId(token))
            return *id;
    }
    return {};
}

QString Authenticator::deployTokenName(const QByteArray &token, const std::optional<DeployToken> &stored) const
{
    const auto hash = deployTokenHash(token);
    QString name;
    for (const auto &known : m_fileTokens) { // compare with all, so that the time is constant
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
    const auto bearer = bearerOf(request.header(kAuthorizationField));
    if (bearer.isEmpty())
        return {{}, fault};
    if (const auto name = deployTokenName(bearer, stored); !name.isEmpty())
        return {name, {}};
    // Without a secret, Argo Watcher ignores JWTs: clients may send one for another service.
    if (m_jwtSecret.isEmpty())
        return {{}, fault.isEmpty() && !isOpen ? invalid : fault};
    const auto bearerFault = faultOfJwt(bearer, m_jwtSecret, m_clock.now());
    if (bearerFault.isEmpty())
        return {kJwtCaller, {}, accountOfJwt(bearer)};
    return {{}, fault.isEmpty() ? bearerFault : fault};
}

Authenticator::Decision Authenticator::refuse(const QString &peer, const QString &reason)
{
    if (!m_wrong.add(peer))
        return {Decision::Kind::TooMany, u"too many wrong credentials; try again in a minute"_s, {}};
    return {Decision::Kind::Refused, reason, {}};
}

bool Authenticator::isTooFast(QString account)
{
    const auto isOver = [now = m_clock.steady()](const Count &count) {
        return now - count.since >= PeerCounter::kWindow;
    };
    if (m_registered.size() >= kMostAccounts && !m_registered.contains(account)) {
        m_registered.removeIf([&](const auto &one) { return isOver(one.value()); });
        if (m_registered.size() >= kMostAccounts)
            account.clear();
    }
    auto &registered = m_registered[account];
    if (registered.count == 0 || isOver(registered))
        registered = {m_clock.steady(), 0};
    return ++registered.count > m_ratePerToken;
}

Authenticator::Counted Authenticator::decide(const HttpRequest &request, const QString &peer, bool isOpen,
                                             const std::optional<DeployToken> &stored)
{
    const bool hasCredential =
        !request.header(kDeployTokenField).isEmpty() || !request.header(kAuthorizationField).isEmpty();
    if (!hasCredential) {
        if (isOpen)
            return {};
        return {{Decision::Kind::Refused,
                 u"authentication required (set the ARGO_WATCHER_DEPLOY_TOKEN or Authorization header)"_s,
                 {}},
                {}};
    }
    const auto credential = credentialOf(request, isOpen, stored);
    if (!credential.fault.isEmpty())
        return {refuse(peer, credential.fault), {}};
    // In another namespace than the names of deploy tokens.
    const auto account = credential.account.isEmpty()
        ? credential.name
        : credential.name + u' ' + QString::fromLatin1(credential.account);
    return {{Decision::Kind::Allowed, {}, credential.name}, account};
}

Authenticator::Decision Authenticator::mayRegister(const HttpRequest &request, const QString &peer,
                                                   const std::optional<DeployToken> &stored)
{
    const auto [decision, account] = decide(request, peer, m_openRegistration, stored);
    // Registrations without a credential count towards the limit of all tasks.
    if (decision.kind == Decision::Kind::Allowed && !account.isEmpty() && isTooFast(account))
        return {Decision::Kind::TooMany,
                u"this token has sent %1 requests within a minute; try again in a minute"_s.arg(m_ratePerToken),
                {}};
    return decision;
}

Authenticator::Decision Authenticator::mayRead(const HttpRequest &request, const QString &peer,
                                               const std::optional<DeployToken> &stored)
{
    // Argo Watcher's client sends its credential with every request; with open reading it is ignored.
    if (m_openReading)
        return {};
    if (m_readers) {
        // Argo Watcher's web page sends it in both headers.
        for (const auto *const field : {kProviderTokenField, kAuthorizationField}) {
            const auto token = bearerOf(request.header(field));
            if (OidcReaders::isProviderToken(token))
                return decideReader(token, peer);
        }
        // From a browser's cookie. An expired token is not an attack: the user signs in again.
        const bool hasCredential =
            !request.header(kDeployTokenField).isEmpty() || !request.header(kAuthorizationField).isEmpty();
        const auto token = hasCredential ? QByteArray() : ReaderSignIn::tokenOf(request);
        if (!token.isEmpty()) {
            const auto finding = m_readers->check(token);
            if (finding.kind == OidcReaders::Finding::Kind::Allowed)
                return {};
            return {finding.kind == OidcReaders::Finding::Kind::Refused ? Decision::Kind::Refused
                                                                        : Decision::Kind::Unavailable,
                    finding.reason,
                    {}};
        }
    }
    return decide(request, peer, false, stored).decision;
}

Authenticator::Decision Authenticator::decideReader(const QByteArray &token, const QString &peer)
{
    const auto finding = m_readers->check(token);
    switch (finding.kind) {
    case OidcReaders::Finding::Kind::Allowed:
        return {Decision::Kind::Allowed, {}, {}};
    case OidcReaders::Finding::Kind::Refused:
        return refuse(peer, finding.reason);
    case OidcReaders::Finding::Kind::Unavailable:
        return {Decision::Kind::Unavailable, finding.reason, {}};
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
