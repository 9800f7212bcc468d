#pragma once

#include <QString>

namespace lynceus {

/// Qt flags for drawing @p text, in which & precedes the mnemonic. The letter is underlined unless it joins its
/// neighbours, as in Arabic: an underlined letter is shaped alone, which breaks the word and makes it wider than its
/// button.
[[nodiscard]] int mnemonicFlags(const QString &text);

} // namespace lynceus
