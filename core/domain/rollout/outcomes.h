#pragma once

#include "core/domain/rollout/failures.h"
#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// Part of the watch's time before its deadline in which a complete observation must have come: less is not knowing.
inline constexpr int kLastPart = 4; ///< a quarter
inline constexpr Duration kLastPartLeast{30'000};

/// What decides, gathered from one observation.
struct Situation
{
    const Observation &observation;
    const std::vector<WorkloadView> &workloads;
    const std::vector<int> &targets;
    Stage stage = Stage::None;
    bool complete = false; ///< application, tree and manifests were each read after the newest change known
    Failure failure;
};

/// Counts the bake time and says whether it is over (Stage::Stable) or broken (a cause).
struct Bake
{
    bool over = false;
    std::optional<Cause> broken;
    std::optional<Instant> overAt; ///< if nothing pauses it
};
[[nodiscard]] Bake updateBake(RolloutMemory &memory, const Expectation &expectation, const Situation &situation);

/// The outcome of this observation and its cause; Waiting if nothing is decided.
struct Decision
{
    Outcome outcome = Outcome::Waiting;
    std::optional<Cause> cause;
};
[[nodiscard]] Decision decide(const RolloutMemory &memory, const Expectation &expectation, const Situation &situation,
                              const Bake &bake);

} // namespace lynceus
