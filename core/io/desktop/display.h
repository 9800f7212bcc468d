#pragma once

#include <QString>

namespace lynceus {

/// Why no window can be shown, one sentence; empty if one can, as far as can be checked beforehand: without a display,
/// Qt ends the whole process.
[[nodiscard]] QString missingDisplay();

} // namespace lynceus
