#pragma once

#include "core/domain/auth/tokenclaims.h"
#include "core/domain/base/time.h"

#include <optional>

namespace lynceus {

/// When a token ends by our own clock. One that was just made lives as long as it says, counted from now: clocks that
/// differ do not shorten it. For one from the keychain the claims are all there is.
/// @param receivedAt our clock, when it came fresh from its issuer; nothing for a stored or pasted one.
[[nodiscard]] std::optional<Instant> endOfToken(const TokenClaims &claims, std::optional<Instant> receivedAt);

/// When to renew a token that can be renewed: a tenth of its life before the end, from 30 s to 5 min, so that no
/// request has to wait for it. Local sessions are renewed by the server itself, with any answer within their last
/// 5 minutes: see kServerRenewal.
[[nodiscard]] Instant renewalTime(Instant end, std::optional<Duration> lifetime);

/// Argo CD sends a newer token with answers in the last 5 minutes of a local session (util/session, Parse): something
/// must be asked then.
inline constexpr Duration kServerRenewal{5 * 60 * 1000};

/// How long a token must still live to be sent: an answer may take so long to begin.
inline constexpr Duration kLeastLife{5'000};

} // namespace lynceus
