#pragma once

#include "core/domain/model/application.h"
#include "core/domain/watch/watchrecord.h"

#include <span>

namespace lynceus {

/// Less says nothing about the next time.
inline constexpr std::size_t kLeastSamples = 3;
/// The newest count: an application that was made faster is faster.
inline constexpr std::size_t kMostSamples = 20;

/// Median and 90th percentile (nearest rank); nothing with fewer than kLeastSamples. The newest first.
[[nodiscard]] std::optional<Eta> etaFrom(std::vector<Duration> samples);

/// How long one application's rollouts usually take.
struct RolloutTimes
{
    /// By Stage: from the stage before until it was reached. Applied also knows `status.history`, whose operations need
    /// not have been watched by us.
    std::array<std::optional<Eta>, kStageCount> stages;
    std::optional<Eta> total; ///< from noticed until deployed, bake time included

    friend bool operator==(const RolloutTimes &, const RolloutTimes &) = default;
};

/// @p past are watches of this application that are over, the newest first; only those that saw the whole way to
/// deployed count. @p history is Application::history, oldest first; may be empty.
[[nodiscard]] RolloutTimes rolloutTimes(std::span<const WatchRecord> past, std::span<const DeploymentRecord> history);

} // namespace lynceus
