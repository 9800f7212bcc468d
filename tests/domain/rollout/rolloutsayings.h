#pragma once

#include "tests/domain/rollout/rolloutgenerator.h"

namespace lynceus::simulation {

/// What a verdict that still waits says and what was not so in any of these worlds, each of which the sources may still
/// show a part of; empty: nothing.
[[nodiscard]] std::string contradiction(const Verdict &verdict, const std::vector<const World *> &worlds,
                                        const Scenario &scenario);

/// Stage, pod counts and the states of the pods that a person sees move.
[[nodiscard]] QString markOf(const Verdict &verdict);

} // namespace lynceus::simulation
