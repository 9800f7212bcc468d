#include "core/domain/auth/pkce.h"

#include <QCryptographicHash>

namespace lynceus {

namespace {

constexpr qsizetype kVerifierBytes = 32; // RFC 7636 §4.1 recommends 32
constexpr qsizetype kStateBytes = 18;    // 24 characters, like the argocd CLI

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QByteArray pkceChallenge(QByteArrayView verifier)
{
    return encoded(QCryptographicHash::hash(verifier.toByteArray(), QCryptographicHash::Sha256));
}

SignInProof signInProof(const QByteArray &random)
{
    Q_ASSERT(random.size() == kProofBytes);
    auto verifier = encoded(random.first(kVerifierBytes));
    SignInProof proof;
    proof.challenge = pkceChallenge(verifier);
    proof.verifier = Secret(std::move(verifier));
    proof.state = encoded(random.sliced(kVerifierBytes, kStateBytes));
    proof.nonce = encoded(random.sliced(kVerifierBytes + kStateBytes));
    return proof;
}

bool sameBytes(QByteArrayView left, QByteArrayView right)
{
    if (left.size() != right.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= left[i] ^ right[i];
    return difference == 0;
}

} // namespace lynceus
