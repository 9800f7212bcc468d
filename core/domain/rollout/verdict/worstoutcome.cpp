#include "core/domain/rollout/verdict/worstoutcome.h"

#include <algorithm>
#include <array>

namespace lynceus {

Outcome worstOutcome(const std::vector<Outcome> &outcomes)
{
    static constexpr std::array kWorstFirst{Outcome::Waiting,  Outcome::SignInNeeded, Outcome::Gone,
                                            Outcome::Failed,   Outcome::Superseded,   Outcome::Aborted,
                                            Outcome::TimedOut, Outcome::Cancelled,    Outcome::Deployed};
    const auto *const worst = std::ranges::find_if(
        kWorstFirst, [&](Outcome outcome) { return std::ranges::find(outcomes, outcome) != outcomes.end(); });
    return worst == kWorstFirst.end() ? Outcome::Deployed : *worst;
}

} // namespace lynceus
