#pragma once

#include "core/domain/auth/tokenclaims.h"
#include "core/io/signin/credentials.h"

#include <optional>

namespace lynceus {

/// Credentials with the claims of their token: user, expiry, time of renewal. A value without a clock; callers pass the
/// time.
class LiveCredentials final
{
public:
    explicit LiveCredentials(Credentials credentials);

    [[nodiscard]] const Credentials &credentials() const { return m_credentials; }
    [[nodiscard]] const Secret &bearer() const { return m_credentials.bearer; }
    /// Name of the user; empty if the token has none.
    [[nodiscard]] QString user() const;
    /// Our clock. Empty if the token has no expiry, or if it was already expired on arrival: the clocks then differ too
    /// much, and only the server can tell.
    [[nodiscard]] std::optional<Instant> end() const { return m_end; }
    /// Whether it expires within kLeastLife, the time that an answer may take to begin.
    [[nodiscard]] bool isOver(Instant now) const;

    /// With the refresh token, at the provider.
    [[nodiscard]] bool isRenewable() const { return !m_credentials.refreshToken.isEmpty(); }
    /// Whether the server sends a newer token with its answers shortly before the expiry.
    [[nodiscard]] bool isRenewedByServer() const;
    /// When to renew the token, or to send any request so that the server renews it. Empty: not renewable, or no
    /// expiry.
    [[nodiscard]] std::optional<Instant> renewAt() const;
    /// The credentials with the newer @p token that the server sent at @p now. Empty if it is not a newer token of the
    /// same account.
    [[nodiscard]] std::optional<Credentials> renewedByServer(Secret token, Instant now) const;

private:
    Credentials m_credentials;
    std::optional<TokenClaims> m_claims; ///< empty: the token is not a JWT
    std::optional<Instant> m_end;
};

} // namespace lynceus
