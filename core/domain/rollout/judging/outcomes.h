#pragma once

#include "core/domain/rollout/judging/failures.h"
#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// Part of the watch's time before its deadline that must have a complete observation; otherwise the state is unknown.
inline constexpr int kLastPart = 4; ///< a quarter
inline constexpr Duration kLastPartLeast{30'000};

/// Facts of one observation that decide the outcome.
struct Situation
{
    const Observation &observation;
    const std::vector<WorkloadView> &workloads;
    const std::vector<int> &targets;
    Stage stage = Stage::None;
    bool complete = false; ///< application, tree and manifests were each read after the newest known change
    Failure failure;
};

/// Counts the bake time; reports whether it is over (Stage::Stable) or was interrupted (a cause).
struct Bake
{
    bool over = false;
    std::optional<Cause> broken;
    std::optional<Instant> overAt; ///< if nothing interrupts it
};
[[nodiscard]] Bake updateBake(RolloutMemory &memory, const Expectation &expectation, const Situation &situation);

/// Outcome of this observation and its cause; Waiting if undecided.
struct Decision
{
    Outcome outcome = Outcome::Waiting;
    std::optional<Cause> cause;
};
[[nodiscard]] Decision decide(const RolloutMemory &memory, const Expectation &expectation, const Situation &situation,
                              const Bake &bake);

} // namespace lynceus
