#pragma once

#include "core/domain/time/time.h"

#include <QString>

namespace lynceus {

/// "34 s", "5 min", "3 h", "41 d": one unit, because ages are compared at a glance; the next one from two of it on.
/// What lies ahead (clocks differ) counts as 0 s.
[[nodiscard]] QString ageText(Duration age);
/// "12 s ago"
[[nodiscard]] QString agoText(Duration age);

} // namespace lynceus
