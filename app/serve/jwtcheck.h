#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/time/time.h"

#include <QByteArray>
#include <QString>

namespace lynceus {

/// Why a pipeline's JWT is invalid, as a clause; empty if it is signed with @p secret (HS256, HS384 or HS512) and valid
/// at @p now. "exp" is required, "nbf" and "iat" are checked; other claims are ignored.
[[nodiscard]] QString faultOfJwt(const QByteArray &token, const Secret &secret, Instant now);

/// A hash of the claims "iss" and "sub": the same for every token of one pipeline. All tokens without both claims share
/// one hash. Pass only tokens that faultOfJwt() accepted.
[[nodiscard]] QByteArray accountOfJwt(const QByteArray &token);

/// Takes the same time for any content of the same lengths.
[[nodiscard]] bool equalInConstantTime(const QByteArray &left, const QByteArray &right);

} // namespace lynceus
