#include "core/domain/children/parentverdict.h"

#include "core/domain/children/childapplications.h"

#include <algorithm>

namespace lynceus {

namespace {

Outcome outcomeOf(const ParentState &state)
{
    std::vector<Outcome> outcomes;
    std::ranges::transform(state.children, std::back_inserter(outcomes), &Verdict::outcome);
    // Children have the deadline of their parent, but may end later: a bake time may continue after it.
    if (std::ranges::find(outcomes, Outcome::Waiting) != outcomes.end())
        return Outcome::Waiting;
    return releaseOutcome(outcomes, state.isComplete, state.isLate);
}

} // namespace

Verdict parentVerdict(const ParentState &state)
{
    Verdict verdict;
    verdict.outcome = outcomeOf(state);
    if (!state.children.empty())
        verdict.stage = std::ranges::min(state.children, {}, &Verdict::stage).stage;
    if (verdict.outcome == Outcome::Deployed)
        return verdict;
    const auto decides = std::ranges::find(state.children, verdict.outcome, &Verdict::outcome);
    if (verdict.outcome == Outcome::Waiting || decides == state.children.end()) {
        verdict.blocker = state.blocker;
    } else {
        verdict.cause = decides->cause;
        verdict.blocker = decides->blocker;
    }
    return verdict;
}

bool isSaidByChild(const WatchRecord &watch, const WatchRecord &other)
{
    return watch.children.contains(other.id) && watch.verdict.outcome == other.verdict.outcome;
}

} // namespace lynceus
