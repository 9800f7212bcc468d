#pragma once

#include <QByteArray>

#include <vector>

namespace lynceus {

/// Forms in which a server may echo a value: unchanged, percent-encoded, escaped for JSON and HTML, base64 and
/// base64url at each of the three possible positions in a longer text, hexadecimal, reversed, upper and lower case.
/// Longest first, because one may contain another. Omits forms shorter than @p shortest bytes, which ordinary words
/// could match.
[[nodiscard]] std::vector<QByteArray> encodedForms(const QByteArray &value, qsizetype shortest);

} // namespace lynceus
