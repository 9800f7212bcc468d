#include "core/domain/time/backoff.h"

#include <algorithm>
#include <cmath>

namespace lynceus {

Duration backoffDelay(const BackoffPolicy &policy, int failures, double random, std::optional<Duration> serverHint)
{
    const double most = static_cast<double>(policy.most.count());
    // pow() may return infinity for many failures; min() limits it.
    const double grown = static_cast<double>(policy.first.count()) * std::pow(policy.factor, std::max(failures, 1) - 1);
    const double whole = std::min(grown, most);
    const double delay = whole * (1.0 - policy.jitter) + whole * policy.jitter * std::clamp(random, 0.0, 1.0);
    const Duration own(static_cast<Duration::rep>(std::llround(delay)));
    return std::min(policy.most, std::max(own, serverHint.value_or(Duration::zero())));
}

} // namespace lynceus
