#pragma once

#include "core/domain/time/time.h"

#include <QString>

namespace lynceus {

/// "34 s", "5 min", "3 h", "41 d": one unit, so that ages can be compared quickly; switches to the next unit from 2 on.
/// Future times (clocks differ) are shown as 0 s.
[[nodiscard]] QString ageText(Duration age);
/// "12 s ago"
[[nodiscard]] QString agoText(Duration age);

} // namespace lynceus
