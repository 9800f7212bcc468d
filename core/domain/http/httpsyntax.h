#pragma once

#include "core/domain/http/httpheaders.h"

namespace lynceus {

// Syntax shared by requests and responses (RFC 9110, RFC 9112).

/// A number without sign, space or other characters; -1 if invalid or longer than @p mostDigits digits. @p base: 10 or
/// 16.
[[nodiscard]] qint64 httpNumber(QByteArrayView text, int base, qsizetype mostDigits);

/// Removes spaces and tabs at both ends.
[[nodiscard]] QByteArrayView trimmedField(QByteArrayView text);

/// Whether "Connection" has this lower-case option: "close", "keep-alive".
[[nodiscard]] bool hasConnectionOption(const HttpHeaders &headers, QByteArrayView option);

/// "Unauthorized", for the status line; "Status" for codes that are not listed here.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace lynceus
