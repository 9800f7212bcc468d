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
    qsizetype start = 0;  ///< first byte
    qsizetype end = 0;    ///< after the last byte
    std::size_t next = 0; ///< index of the token after this one and its contents
};

/// All values in order; for an object, names and values alternate. Empty if the text is not JSON, or nested deeper than
/// 200 levels. Reads each byte once.
[[nodiscard]] std::optional<std::vector<JsonToken>> jsonTokens(QByteArrayView text);

/// Decodes the JSON string between quotes; lone surrogates become U+FFFD.
[[nodiscard]] QByteArray jsonUnescaped(QByteArrayView raw);

/// Encodes UTF-8 text for the place between quotes.
[[nodiscard]] QByteArray jsonEscaped(QByteArrayView text);

} // namespace lynceus
