#pragma once

#include "core/domain/time/time.h"

#include <QString>

#include <optional>
#include <string_view>

namespace lynceus::detail {

// Scalars in JSON text. A token is all bytes of one scalar, including the quotes of strings.

/// The bytes between a string's quotes, with escapes; empty if the token is not a closed string.
[[nodiscard]] std::optional<std::string_view> insideQuotes(std::string_view token);

/// Resolves escapes. A lone surrogate or an unknown escape becomes U+FFFD, as in Go's decoder.
[[nodiscard]] QString unescaped(std::string_view inside);

/// Like unescaped(), as UTF-8 into @p buffer, whose memory is reused; for JSON in strings.
void unescapeInto(std::string_view inside, QByteArray &buffer);

/// A whole number without fraction and exponent that fits; otherwise empty.
[[nodiscard]] std::optional<qint64> wholeNumber(std::string_view token);

[[nodiscard]] std::optional<bool> truth(std::string_view token);

} // namespace lynceus::detail
