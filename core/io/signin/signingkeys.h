#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace lynceus {

/// The public keys with which an OpenID provider signs (RFC 7517), as far as we check signatures: RSA of 2,048 to
/// 8,192 bits, and the curves P-256, P-384 and P-521. Others, and those for encryption, are left out.
class SigningKeys final
{
public:
    static constexpr qsizetype kMostKeys = 100;
    static constexpr qsizetype kMostToken = 16 * 1024; ///< bytes

    SigningKeys();
    ~SigningKeys();
    SigningKeys(const SigningKeys &);
    SigningKeys &operator=(const SigningKeys &);

    /// Malformed: it is no set of keys, or none of them can be used.
    [[nodiscard]] static Result<SigningKeys> fromJson(const QByteArray &body);

    /// Whether one of them signed @p token, a JWT: RS, PS or ES with 256, 384 or 512 (RFC 7518 §3.1). Nothing else
    /// about it is checked. NotFound: it names a key that is not among these. NotAllowed: it is no JWT, signed in
    /// another way, or by somebody else. Messages are clauses, with nothing of the token.
    [[nodiscard]] Result<void> checkSignature(const QByteArray &token) const;

    [[nodiscard]] bool isEmpty() const { return m_keys.empty(); }

private:
    struct Key;
    std::vector<std::shared_ptr<const Key>> m_keys;
};

} // namespace lynceus
