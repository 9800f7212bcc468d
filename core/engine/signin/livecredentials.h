#pragma once

#include "core/domain/auth/tokenclaims.h"
#include "core/io/signin/credentials.h"

#include <optional>

namespace lynceus {

/// Credentials with what their token says of itself: whose it is, until when it lives, and when to renew it. A value;
/// whoever has the clock asks.
class LiveCredentials final
{
public:
    explicit LiveCredentials(Credentials credentials);

    [[nodiscard]] const Credentials &credentials() const { return m_credentials; }
    [[nodiscard]] const Secret &bearer() const { return m_credentials.bearer; }
    /// Whom to greet; empty: the token does not say.
    [[nodiscard]] QString user() const;
    /// By our clock. Nothing: the token does not say, or it was over when it came, so that the clocks cannot be
    /// compared; then the server will say when it is.
    [[nodiscard]] std::optional<Instant> end() const { return m_end; }
    /// It lives for less than an answer may take to begin (kLeastLife).
    [[nodiscard]] bool isOver(Instant now) const;

    /// At its provider, with its refresh token.
    [[nodiscard]] bool isRenewable() const { return !m_credentials.refreshToken.isEmpty(); }
    /// The server sends a newer token with its answers, shortly before the end.
    [[nodiscard]] bool isRenewedByServer() const;
    /// When to renew it, or to ask the server anything so that it does. Nothing: it cannot be renewed, or has no end.
    [[nodiscard]] std::optional<Instant> renewAt() const;
    /// With the newer token that the server sent at @p now. Nothing: it is no newer one of the same account.
    [[nodiscard]] std::optional<Credentials> renewedByServer(Secret token, Instant now) const;

private:
    Credentials m_credentials;
    std::optional<TokenClaims> m_claims; ///< nothing: the token is no JWT
    std::optional<Instant> m_end;
};

} // namespace lynceus
