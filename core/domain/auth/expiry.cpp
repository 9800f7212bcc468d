#include "core/domain/auth/expiry.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kLeastLead{30'000};
constexpr Duration kMostLead{5 * 60 * 1000};
constexpr int kLeadPart = 10; // fraction of the token's lifetime

} // namespace

std::optional<Instant> endOfToken(const TokenClaims &claims, std::optional<Instant> receivedAt)
{
    if (!claims.expiresAt)
        return std::nullopt;
    if (receivedAt && claims.issuedAt && *claims.issuedAt < *claims.expiresAt)
        return *receivedAt + (*claims.expiresAt - *claims.issuedAt);
    return claims.expiresAt;
}

Instant renewalTime(Instant end, std::optional<Duration> lifetime)
{
    const auto lead = lifetime ? std::clamp(*lifetime / kLeadPart, kLeastLead, kMostLead) : kLeastLead;
    return end - lead;
}

} // namespace lynceus
