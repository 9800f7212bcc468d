#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/base/time.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace lynceus {

/// What a JWT says of itself. Read, never verified: the server does that; here it says when to renew, and whom to
/// greet.
struct TokenClaims
{
    QString issuer;
    QString subject;
    QStringList audience;
    QString name; ///< e-mail, else preferred user name, else name, else subject: as Argo CD shows it
    QByteArray nonce;
    QString algorithm;                ///< `alg` of the header, empty if it cannot be read
    QString authorizedParty;          ///< `azp`: the client that it was issued to, empty if not said
    std::optional<Instant> expiresAt; ///< the issuer's clock
    std::optional<Instant> issuedAt;  ///< the issuer's clock

    friend bool operator==(const TokenClaims &, const TokenClaims &) = default;
};

/// Malformed if it is no JWT; the message has nothing of it.
[[nodiscard]] Result<TokenClaims> readClaims(const Secret &token);

/// Who made a token decides how it can be renewed.
enum class TokenKind {
    Opaque,       ///< no JWT: Argo CD ignores it and says that there is no session
    LocalSession, ///< a local account that signed in: the server renews it in its last minutes
    ApiKey,       ///< of a local account: lives as long as it was made for
    ProjectRole,  ///< of a project's role: the same
    SingleSignOn, ///< of Dex or an external provider
};
[[nodiscard]] TokenKind tokenKind(const std::optional<TokenClaims> &claims);

/// Clocks may differ by so much without anybody having to care.
inline constexpr Duration kClockTolerance{5 * 60 * 1000};

/// What an id_token must say to be the one that was asked for.
struct ExpectedIdToken
{
    QString issuer;
    QString clientId;
    QByteArray nonce;       ///< empty: none was sent (a renewal, the device flow)
    QStringList algorithms; ///< what the provider signs with; empty: it does not say
};

/// Whether an id_token is the one that was asked for (OpenID Connect Core §3.1.3.7, without the signature, which Argo
/// CD checks). @p now: the provider's clock where its answer had a `Date`, else ours.
///
/// Algorithms: one of a public key, and one of the provider's list if it has one. `none` proves nothing, and HMAC would
/// need a secret that a public client does not have; Argo CD takes neither.
/// Errors: NotAllowed names what differs, and for times, which clock to look at.
[[nodiscard]] Result<void> checkIdToken(const TokenClaims &claims, const ExpectedIdToken &expected, Instant now);

} // namespace lynceus
