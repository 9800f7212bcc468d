#pragma once

#include "core/domain/base/time.h"

#include <QString>

#include <optional>
#include <string_view>

namespace lynceus::detail {

// Scalars as they stand in the JSON text. A token is all bytes of one scalar, for strings with their quotes.

/// The bytes between a string's quotes, escapes untouched; nothing if the token is no closed string.
[[nodiscard]] std::optional<std::string_view> insideQuotes(std::string_view token);

/// Escapes resolved. A lone surrogate or an unknown escape becomes U+FFFD, as Go's decoder does it.
[[nodiscard]] QString unescaped(std::string_view inside);

/// The same as UTF-8 into @p buffer, whose memory is reused; for JSON inside of strings.
void unescapeInto(std::string_view inside, QByteArray &buffer);

/// A whole number without fraction or exponent that fits; nothing otherwise.
[[nodiscard]] std::optional<qint64> wholeNumber(std::string_view token);

[[nodiscard]] std::optional<bool> truth(std::string_view token);

} // namespace lynceus::detail
