#pragma once

#include "core/domain/base/secret.h"

#include <QByteArray>

namespace lynceus {

/// Random values that bind one authorization request.
struct SignInProof
{
    Secret verifier;      ///< RFC 7636: 43 characters; not sent before the code is exchanged
    QByteArray challenge; ///< S256 of it, for the authorization request
    QByteArray state;     ///< binds the redirect to this request
    QByteArray nonce;     ///< binds the token to this request, if the provider includes it
};

inline constexpr qsizetype kProofBytes = 32 + 18 + 18; ///< random bytes per proof: verifier, state, nonce

/// @param random kProofBytes unpredictable bytes (Q_ASSERT).
[[nodiscard]] SignInProof signInProof(const QByteArray &random);

/// BASE64URL without padding of the SHA-256, RFC 7636 §4.2.
[[nodiscard]] QByteArray pkceChallenge(QByteArrayView verifier);

/// Compares in constant time.
[[nodiscard]] bool sameBytes(QByteArrayView left, QByteArrayView right);

} // namespace lynceus
