#pragma once

#include "core/domain/rollout/verdict/verdict.h"

namespace lynceus {

/// Whether both look the same to the user. Ignores evidence and the time of the next check, which change with each
/// observation.
[[nodiscard]] bool saysTheSame(const Verdict &left, const Verdict &right);

} // namespace lynceus
