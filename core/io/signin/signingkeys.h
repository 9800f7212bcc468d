#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace lynceus {

/// The public keys of an OpenID provider (RFC 7517) for the signatures that we check: RSA of 2,048 to 8,192 bits, and
/// the curves P-256, P-384 and P-521. Ignores other keys and those for encryption.
class SigningKeys final
{
public:
    static constexpr qsizetype kMostKeys = 100;
    static constexpr qsizetype kMostToken = 16 * 1024; ///< bytes

    SigningKeys();
    ~SigningKeys();
    SigningKeys(const SigningKeys &);
    SigningKeys &operator=(const SigningKeys &);

    /// Malformed: not a key set, or without a usable key.
    [[nodiscard]] static Result<SigningKeys> fromJson(const QByteArray &body);

    /// Verifies the signature of @p token, a JWT: RS, PS or ES with 256, 384 or 512 (RFC 7518 §3.1). Checks nothing
    /// else. NotFound: its key is not in the set. NotAllowed: not a JWT, another algorithm, or a wrong signature.
    /// Messages are clauses without parts of the token.
    [[nodiscard]] Result<void> checkSignature(const QByteArray &token) const;

    [[nodiscard]] bool isEmpty() const { return m_keys.empty(); }

private:
    struct Key;
    std::vector<std::shared_ptr<const Key>> m_keys;
};

} // namespace lynceus
