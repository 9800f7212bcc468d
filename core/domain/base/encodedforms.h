#pragma once

#include <QByteArray>

#include <vector>

namespace lynceus {

/// How a value may come back from a server that quotes what was sent: as it is, percent-encoded, as JSON and HTML write
/// it, in base64 and base64url at each of the three positions that it may have in a longer text, in hexadecimal,
/// reversed, in upper and lower case. The longest first, because one may be part of another; those of fewer than
/// @p shortest bytes are left out, because they could not be told from words.
[[nodiscard]] std::vector<QByteArray> encodedForms(const QByteArray &value, qsizetype shortest);

} // namespace lynceus
