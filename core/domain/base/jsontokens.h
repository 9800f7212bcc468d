#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace lynceus {

/// A value of a JSON text, or the name of a member.
struct JsonToken
{
    enum class Kind { Object, Array, String, Other };
    Kind kind = Kind::Other;
    qsizetype start = 0;  ///< byte of its first character
    qsizetype end = 0;    ///< behind its last one
    std::size_t next = 0; ///< index of the token that follows it and all that is in it
};

/// All values in the order in which they stand; of an object, names and values in turn. Nothing if this is no JSON
/// text, or if it is nested deeper than 200 levels. Looks at each byte once.
[[nodiscard]] std::optional<std::vector<JsonToken>> jsonTokens(QByteArrayView text);

/// The text of a JSON string from between its quotes; lone surrogates become U+FFFD.
[[nodiscard]] QByteArray jsonUnescaped(QByteArrayView raw);

/// What stands between the quotes for this text, in UTF-8.
[[nodiscard]] QByteArray jsonEscaped(QByteArrayView text);

} // namespace lynceus
