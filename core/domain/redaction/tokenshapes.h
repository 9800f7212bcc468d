#pragma once

#include <QByteArrayView>

namespace lynceus {

/// End of the token with a known shape that starts at @p start; -1 if there is none.
[[nodiscard]] qsizetype endOfToken(QByteArrayView text, qsizetype start);

/// Whether a token may start with this character.
[[nodiscard]] bool mayBeginToken(char c);

} // namespace lynceus
