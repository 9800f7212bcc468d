#include "core/engine/signin/livecredentials.h"

#include "core/domain/auth/expiry.h"

#include <utility>

namespace lynceus {

namespace {

// Within the server's last five minutes, with a margin for clock differences.
constexpr Duration kServerRenewalLead{60'000};

} // namespace

LiveCredentials::LiveCredentials(Credentials credentials)
    : m_credentials(std::move(credentials))
{
    const auto claims = readClaims(m_credentials.bearer);
    if (!claims)
        return;
    m_claims = *claims;
    m_end = endOfToken(*claims, m_credentials.receivedAt);
    if (m_end && m_credentials.receivedAt && *m_end <= *m_credentials.receivedAt + kLeastLife)
        m_end.reset();
}

QString LiveCredentials::user() const
{
    return m_claims ? m_claims->name : QString();
}

bool LiveCredentials::isOver(Instant now) const
{
    return m_end && now + kLeastLife >= *m_end;
}

bool LiveCredentials::isRenewedByServer() const
{
    return tokenKind(m_claims) == TokenKind::LocalSession;
}

std::optional<Instant> LiveCredentials::renewAt() const
{
    if (!m_end)
        return std::nullopt;
    if (isRenewable()) {
        const bool knowsLife = m_claims->issuedAt && m_claims->expiresAt;
        return renewalTime(*m_end,
                           knowsLife ? std::optional(*m_claims->expiresAt - *m_claims->issuedAt) : std::nullopt);
    }
    if (isRenewedByServer())
        return *m_end - kServerRenewal + kServerRenewalLead;
    return std::nullopt;
}

std::optional<Credentials> LiveCredentials::renewedByServer(Secret token, Instant now) const
{
    if (!isRenewedByServer())
        return std::nullopt;
    const auto claims = readClaims(token);
    // Accept only a longer lifetime for the same account.
    if (!claims || claims->subject != m_claims->subject || tokenKind(*claims) != TokenKind::LocalSession)
        return std::nullopt;
    auto renewed = m_credentials;
    renewed.bearer = std::move(token);
    renewed.receivedAt = now;
    return renewed;
}

} // namespace lynceus
