#pragma once

#include <QByteArrayView>

namespace lynceus {

/// The end of the token that begins at @p start of @p text and that its shape gives away; -1 if none begins there.
[[nodiscard]] qsizetype endOfToken(QByteArrayView text, qsizetype start);

/// May a token begin with this character?
[[nodiscard]] bool mayBeginToken(char c);

} // namespace lynceus
