#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/time/time.h"

#include <QByteArray>
#include <QString>

namespace lynceus {

/// What is wrong with a JWT that a pipeline sent, in a clause; empty if @p secret signed it (HS256, HS384 or HS512) and
/// it is valid at @p now. "exp" is required, "nbf" and "iat" are checked; other claims are not looked at.
[[nodiscard]] QString faultOfJwt(const QByteArray &token, const Secret &secret, Instant now);

/// Whom a JWT names by "iss" and "sub", as a hash: the same for every token of one pipeline. Tokens without both claims
/// have one hash together. Of tokens without a fault only.
[[nodiscard]] QByteArray accountOfJwt(const QByteArray &token);

/// Takes as long for every content of the same lengths.
[[nodiscard]] bool equalInConstantTime(const QByteArray &left, const QByteArray &right);

} // namespace lynceus
