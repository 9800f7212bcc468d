#pragma once

#include "core/domain/model/application.h"
#include "core/domain/watch/watchrecord.h"

#include <span>

namespace lynceus {

/// Fewer samples do not allow an estimate.
inline constexpr std::size_t kLeastSamples = 3;
/// Only the newest count, so that estimates follow changes of the application.
inline constexpr std::size_t kMostSamples = 20;

/// Median and 90th percentile (nearest rank); empty with fewer than kLeastSamples. @p samples: newest first.
[[nodiscard]] std::optional<Eta> etaFrom(std::vector<Duration> samples);

/// Usual durations of one application's rollouts.
struct RolloutTimes
{
    /// By Stage: duration from the previous stage. Applied also uses `status.history`, including operations without a
    /// watch.
    std::array<std::optional<Eta>, kStageCount> stages;
    std::optional<Eta> total; ///< from noticed to deployed, with bake time

    friend bool operator==(const RolloutTimes &, const RolloutTimes &) = default;
};

/// @p past: ended watches of this application, newest first; only those that observed all stages to deployed count. @p
/// history: Application::history, oldest first; may be empty.
[[nodiscard]] RolloutTimes rolloutTimes(std::span<const WatchRecord> past, std::span<const DeploymentRecord> history);

} // namespace lynceus
