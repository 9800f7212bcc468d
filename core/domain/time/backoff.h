#pragma once

#include "core/domain/time/time.h"

namespace lynceus {

/// Delays between retries.
struct BackoffPolicy
{
    Duration first{500};   ///< before the first retry
    Duration most{30'000}; ///< maximum
    double factor = 2.0;   ///< growth per retry
    double jitter = 0.5; ///< random share of the delay, so that clients of a restarted server do not return all at once
};

/// @param failures number of failures in a row, 1 or more. @param random in [0, 1), passed by the caller so that tests
/// can control it. @param serverHint from Retry-After, if any; the delay is at least this (at most policy.most).
[[nodiscard]] Duration backoffDelay(const BackoffPolicy &policy, int failures, double random,
                                    std::optional<Duration> serverHint = std::nullopt);

} // namespace lynceus
