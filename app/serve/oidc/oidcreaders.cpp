#include "app/serve/oidc/oidcreaders.h"

#include "core/domain/auth/tokenclaims.h"
#include "core/domain/time/backoff.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace lynceus {

InstanceAccess OidcReaders::accessTo(const ServeOidc &settings)
{
    InstanceAccess access;
    access.baseUrl = QUrl(settings.issuer);
    access.authorities = settings.authorities;
    return access;
}

OidcReaders::OidcReaders(const ServeOidc &settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_http(std::make_unique<SignInHttp>(accessTo(settings), clock))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &OidcReaders::readKeys);
}

OidcReaders::~OidcReaders() = default;

void OidcReaders::start()
{
    readKeys();
}

void OidcReaders::readKeys()
{
    if (std::exchange(m_isReading, true))
        return;
    m_next.stop();
    m_readAt = m_clock.steady();
    // A new client each time, because the URL of the keys may change too.
    m_provider = std::make_unique<ProviderClient>(*m_http, QUrl(m_settings.issuer), m_settings.issuer);
    m_provider->keys(this, [this](const Result<QByteArray> &body) { take(body); });
}

void OidcReaders::take(const Result<QByteArray> &body)
{
    m_isReading = false;
    const auto keys = body.and_then([](const QByteArray &bytes) { return SigningKeys::fromJson(bytes); });
    if (keys) {
        m_keys = *keys;
        m_failures = 0;
        if (!std::exchange(m_trouble, QString()).isEmpty())
            Q_EMIT said(u"the keys of the OpenID provider could be read again"_s);
        m_next.start(kRefresh);
        return;
    }
    ++m_failures;
    const auto trouble =
        u"the keys of the OpenID provider %1 cannot be read: %2"_s.arg(m_settings.issuer, keys.error().message);
    if (std::exchange(m_trouble, trouble) != trouble)
        Q_EMIT said(trouble);
    m_next.start(backoffDelay({kFirstRetry, kLastRetry}, m_failures, QRandomGenerator::global()->generateDouble()));
}

bool OidcReaders::isProviderToken(const QByteArray &token)
{
    const auto claims = readClaims(Secret(QByteArray(token)));
    return claims && !claims->algorithm.startsWith("HS"_L1);
}

OidcReaders::Finding OidcReaders::check(const QByteArray &token)
{
    using Kind = Finding::Kind;
    if (m_keys.isEmpty())
        return {Kind::Unavailable, u"the OpenID provider cannot be reached, so its users cannot be authenticated"_s};
    if (const auto signedBy = m_keys.checkSignature(token); !signedBy) {
        const bool isUnknownKey = signedBy.error().kind == Error::Kind::NotFound;
        if (isUnknownKey && m_clock.steady() - m_readAt >= kAgain)
            readKeys();                                      // there may be a new key
        if (isUnknownKey && (m_isReading || m_failures > 0)) // known keys may be outdated
            return {Kind::Unavailable,
                    u"the keys of the OpenID provider are being read again; try again in a moment"_s};
        return {Kind::Refused, signedBy.error().message};
    }
    const auto claims = readClaims(Secret(QByteArray(token)));
    if (!claims)
        return {Kind::Refused, u"the token is malformed"_s};
    if (!claims->expiresAt)
        return {Kind::Refused, u"the token has no expiry time (exp)"_s};
    const auto checked = checkIdToken(*claims, {m_settings.issuer, m_settings.clientId, {}, {}}, m_clock.now());
    return checked ? Finding{Kind::Allowed, {}} : Finding{Kind::Refused, checked.error().message};
}

} // namespace lynceus
