#pragma once

#include "tests/domain/rollout/rolloutgenerator.h"

namespace lynceus::simulation {

/// Names the part of a waiting verdict that was not true in any of @p snapshots, the states that the sources may still
/// show. Empty if all is true.
[[nodiscard]] std::string contradiction(const Verdict &verdict, const std::vector<const SimulatedState *> &snapshots,
                                        const Scenario &scenario);

} // namespace lynceus::simulation
