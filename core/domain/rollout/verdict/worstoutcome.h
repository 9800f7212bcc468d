#pragma once

#include "core/domain/rollout/verdict/verdict.h"

#include <vector>

namespace lynceus {

/// The outcome of a release with several watches, for exit code and notification. Order: waiting, sign-in-needed, gone,
/// failed, superseded, aborted, timed-out, cancelled, deployed. Deployed without watches.
[[nodiscard]] Outcome worstOutcome(const std::vector<Outcome> &outcomes);

} // namespace lynceus
