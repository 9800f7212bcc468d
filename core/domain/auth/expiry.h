#pragma once

#include "core/domain/auth/tokenclaims.h"
#include "core/domain/time/time.h"

#include <optional>

namespace lynceus {

/// Expiry of a token by our clock. The lifetime of a new token counts from now, so that a clock difference does not
/// shorten it. For a token from the keychain, its claims are used. @param receivedAt our clock, for a token directly
/// from its issuer; empty for a stored or pasted one.
[[nodiscard]] std::optional<Instant> endOfToken(const TokenClaims &claims, std::optional<Instant> receivedAt);

/// When to renew a renewable token: a tenth of its lifetime before the end, at least 30 s and at most 5 min, so that no
/// request has to wait. The server renews local sessions itself, with any answer in their last 5 minutes; see
/// kServerRenewal.
[[nodiscard]] Instant renewalTime(Instant end, std::optional<Duration> lifetime);

/// Argo CD sends a newer token with answers in the last 5 minutes of a local session (util/session, Parse), so a
/// request must be sent then.
inline constexpr Duration kServerRenewal{5 * 60 * 1000};

/// Minimum remaining lifetime of a token that is sent: an answer may take this long to begin.
inline constexpr Duration kLeastLife{5'000};

} // namespace lynceus
