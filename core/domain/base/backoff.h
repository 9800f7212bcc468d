#pragma once

#include "core/domain/base/time.h"

namespace lynceus {

/// How long to wait before the next try.
struct BackoffPolicy
{
    Duration first{500};   ///< before the second try
    Duration most{30'000}; ///< never more than this
    double factor = 2.0;   ///< growth from try to try
    double jitter = 0.5; ///< share of the delay that is random: clients of a restarted server must not return together
};

/// @param failures how many tries failed in a row, 1 or more.
/// @param random in [0, 1), given by the caller so that tests decide it.
/// @param serverHint from Retry-After, if there was one; the delay is at least that (capped by policy.most).
[[nodiscard]] Duration backoffDelay(const BackoffPolicy &policy, int failures, double random,
                                    std::optional<Duration> serverHint = std::nullopt);

} // namespace lynceus
