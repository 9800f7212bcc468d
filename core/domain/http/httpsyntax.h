#pragma once

#include "core/domain/http/httpheaders.h"

namespace lynceus {

// What requests and responses have in common as bytes (RFC 9110, RFC 9112).

/// A number without sign, space or anything else; -1 if it is none, or has more than @p mostDigits digits.
/// @p base: 10 or 16.
[[nodiscard]] qint64 httpNumber(QByteArrayView text, int base, qsizetype mostDigits);

/// Without spaces and tabs at both ends.
[[nodiscard]] QByteArrayView trimmedField(QByteArrayView text);

/// Whether "Connection" has this option, in lower case: "close", "keep-alive".
[[nodiscard]] bool hasConnectionOption(const HttpHeaders &headers, QByteArrayView option);

/// "Unauthorized", as in the status line; "Status" for a code that has no name here.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace lynceus
