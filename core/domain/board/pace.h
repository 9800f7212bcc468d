#pragma once

#include "core/domain/watch/watchrecord.h"

#include <optional>

namespace lynceus {

/// How a rollout goes compared with the earlier ones of its application.
struct Pace
{
    Duration usually{0}; ///< median, from noticed until deployed
    Instant lateAt{};    ///< our clock: nine of ten were through by then
    bool isLate = false;

    friend bool operator==(const Pace &, const Pace &) = default;
};

/// Nothing where there is nothing to compare: too few earlier rollouts, Argo CD has not noticed it yet, all pods run
/// already, something is wrong or in the way (then that is what there is to say), or it is over.
[[nodiscard]] std::optional<Pace> paceOf(const WatchRecord &watch, const std::optional<Eta> &eta, Instant now);

} // namespace lynceus
