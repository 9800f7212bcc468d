#pragma once

#include <QString>

namespace lynceus {

/// @p text as a menu's entry or a button shows it: in one line (visibleLine()), and an ampersand is no mnemonic.
[[nodiscard]] QString menuText(const QString &text);

} // namespace lynceus
