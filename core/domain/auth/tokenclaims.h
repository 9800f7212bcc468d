#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/time/time.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace lynceus {

/// Claims of a JWT, unverified: the server verifies them. Used here for the time of renewal and the user's name.
struct TokenClaims
{
    QString issuer;
    QString subject;
    QStringList audience;
    QString name; ///< as Argo CD shows it: email, preferred user name, name or subject
    QByteArray nonce;
    QString algorithm;                ///< `alg` of the header; empty if unreadable
    QString authorizedParty;          ///< `azp`: the client that it was issued to; may be empty
    std::optional<Instant> expiresAt; ///< the issuer's clock
    std::optional<Instant> issuedAt;  ///< the issuer's clock

    friend bool operator==(const TokenClaims &, const TokenClaims &) = default;
};

/// Malformed if it is not a JWT; the message contains no part of it.
[[nodiscard]] Result<TokenClaims> readClaims(const Secret &token);

/// The issuer of a token determines how it can be renewed.
enum class TokenKind {
    Opaque,       ///< not a JWT: Argo CD ignores it and reports no session
    LocalSession, ///< of a local account that signed in: the server renews it in its last minutes
    ApiKey,       ///< of a local account: valid until its fixed expiry
    ProjectRole,  ///< of a project role: valid until its fixed expiry
    SingleSignOn, ///< from Dex or an external provider
};
[[nodiscard]] TokenKind tokenKind(const std::optional<TokenClaims> &claims);

/// Clocks may differ by this much.
inline constexpr Duration kClockTolerance{5 * 60 * 1000};

/// Required claims of an id_token.
struct ExpectedIdToken
{
    QString issuer;
    QString clientId;
    QByteArray nonce;       ///< empty: none was sent (renewal, device flow)
    QStringList algorithms; ///< signing algorithms of the provider; empty: unknown
};

/// Whether an id_token is the requested one (OpenID Connect Core §3.1.3.7, without the signature, which Argo CD
/// verifies). @p now: the provider's clock if its answer had a `Date`, otherwise ours.
///
/// The algorithm must be asymmetric and in the provider's list, if there is one. `none` proves nothing, and HMAC would
/// need a secret that a public client does not have; Argo CD rejects both. NotAllowed names the difference and, for
/// times, which clock to check.
[[nodiscard]] Result<void> checkIdToken(const TokenClaims &claims, const ExpectedIdToken &expected, Instant now);

} // namespace lynceus
