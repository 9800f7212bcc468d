#pragma once

#include "core/domain/rollout/verdict.h"

#include <vector>

namespace lynceus {

/// The outcome that stands for a release of several watches, for its exit code and its notification: waiting,
/// sign-in-needed, gone, failed, superseded, aborted, timed-out, cancelled, deployed, in this order. Without watches it
/// is Deployed.
[[nodiscard]] Outcome worstOutcome(const std::vector<Outcome> &outcomes);

} // namespace lynceus
