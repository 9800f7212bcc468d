#pragma once

#include <QString>

namespace lynceus {

/// @p text for a menu entry or button: on one line (visibleLine()), with ampersands escaped.
[[nodiscard]] QString menuText(const QString &text);

} // namespace lynceus
