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

/// Whether an id_token is the one that was asked for. @p now: the provider's clock where its answer had a `Date`,
/// else ours. @p nonce: empty if none was sent, or at a renewal. A token without a nonce is fine: a code that is bound
/// by PKCE cannot be exchanged by anybody else.
/// Errors: NotAllowed names what differs, and for times, which clock to look at.
[[nodiscard]] Result<void> checkIdToken(const TokenClaims &claims, const QString &issuer, const QString &clientId,
                                        QByteArrayView nonce, Instant now);

} // namespace lynceus
