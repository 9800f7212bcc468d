#pragma once

#include <QString>

namespace lynceus {

/// Flags of Qt for drawing @p text, in which & stands before the letter of a shortcut. The letter is underlined unless
/// it joins its neighbours, as Arabic ones do: an underlined one is shaped alone, which breaks the word and makes it
/// wider than its button.
[[nodiscard]] int mnemonicFlags(const QString &text);

} // namespace lynceus
