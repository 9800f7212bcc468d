#pragma once

#include "core/domain/rollout/verdict.h"

namespace lynceus {

/// Whether users would see no difference. Evidence and the times of the next look change with each observation.
[[nodiscard]] bool saysTheSame(const Verdict &left, const Verdict &right);

} // namespace lynceus
