#pragma once

#include <QString>

namespace lynceus {

/// Why no window can be shown, one sentence; empty if one can, as far as can be told without trying: Qt ends the whole
/// process where it finds no display.
[[nodiscard]] QString missingDisplay();

} // namespace lynceus
