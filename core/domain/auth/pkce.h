#pragma once

#include "core/domain/base/secret.h"

#include <QByteArray>

namespace lynceus {

/// What one authorization request is bound to, made from random bytes.
struct SignInProof
{
    Secret verifier;      ///< RFC 7636: 43 characters, stays here until the code is exchanged
    QByteArray challenge; ///< S256 of it, for the authorization request
    QByteArray state;     ///< ties the browser's return to this request
    QByteArray nonce;     ///< ties the token to this request, where the provider puts it in
};

inline constexpr qsizetype kProofBytes = 32 + 18 + 18; ///< random bytes that one proof takes: verifier, state, nonce

/// @param random kProofBytes bytes nobody can foresee (Q_ASSERT).
[[nodiscard]] SignInProof signInProof(const QByteArray &random);

/// BASE64URL without padding of the SHA-256, RFC 7636 §4.2.
[[nodiscard]] QByteArray pkceChallenge(QByteArrayView verifier);

/// Whether both are equal, in a time that says nothing about where they differ.
[[nodiscard]] bool sameBytes(QByteArrayView left, QByteArrayView right);

} // namespace lynceus
