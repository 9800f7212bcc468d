#pragma once

#include "core/domain/watch/watchrecord.h"

#include <optional>

namespace lynceus {

/// Progress of a rollout compared with earlier ones of its application.
struct Pace
{
    Duration usually{0}; ///< median, from noticed to deployed
    Instant lateAt{};    ///< our clock: 90th percentile of earlier rollouts, at least 10 s after the median
    bool isLate = false;

    friend bool operator==(const Pace &, const Pace &) = default;
};

/// Empty if there is nothing to compare: too few earlier rollouts, Argo CD has not noticed the version yet, all pods
/// run already, there is a cause or a blocker, or the watch has ended.
[[nodiscard]] std::optional<Pace> paceOf(const WatchRecord &watch, const std::optional<Eta> &eta, Instant now);

} // namespace lynceus
