#include "app/cli/output/watches/watchreport.h"

#include "app/cli/exitcodes.h"
#include "core/domain/rollout/verdict/worstoutcome.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr int kStages = int(Stage::Stable); // noticed, applied, rolling, running, stable

template<typename T>
bool isSameThing(const std::optional<T> &left, const std::optional<T> &right)
{
    if (left.has_value() != right.has_value())
        return false;
    return !left || (left->kind == right->kind && left->resource == right->resource);
}

bool isFailing(const Verdict &verdict)
{
    return verdict.outcome == Outcome::Failed || (verdict.outcome != Outcome::Deployed && verdict.cause);
}

} // namespace

Duration elapsed(const WatchReport &report)
{
    const auto end = report.verdict.decidedAt.value_or(report.now);
    return std::max(Duration{0}, end - report.expectation.registeredAt);
}

QString stageSigns(const Verdict &verdict)
{
    const int reached = verdict.outcome == Outcome::Deployed ? kStages : int(verdict.stage);
    const bool isOver = verdict.outcome != Outcome::Waiting;
    QString signs;
    for (int stage = 1; stage <= kStages; ++stage) {
        if (stage <= reached)
            signs += u'●';
        else if (stage == reached + 1 && isFailing(verdict))
            signs += u'✕';
        else if (stage == reached + 1 && !isOver)
            signs += u'◐';
        else
            signs += u'○';
    }
    return signs;
}

bool isNewState(const Verdict &before, const Verdict &after)
{
    return before.stage != after.stage || before.outcome != after.outcome || !isSameThing(before.blocker, after.blocker)
        || !isSameThing(before.cause, after.cause);
}

Outcome outcomeOf(const std::vector<WatchReport> &reports)
{
    std::vector<Outcome> outcomes(reports.size());
    std::ranges::transform(reports, outcomes.begin(), [](const WatchReport &report) { return report.verdict.outcome; });
    return worstOutcome(outcomes);
}

Outcome outcomeOf(const ReleaseReport &release)
{
    if (release.unstarted)
        return *release.unstarted;
    if (release.parents.empty())
        return outcomeOf(release.watches);
    std::vector<Outcome> outcomes(release.watches.size());
    std::ranges::transform(release.watches, outcomes.begin(),
                           [](const WatchReport &report) { return report.verdict.outcome; });
    return releaseOutcome(outcomes, std::ranges::all_of(release.parents, &ParentReport::isComplete), release.isLate);
}

} // namespace lynceus
