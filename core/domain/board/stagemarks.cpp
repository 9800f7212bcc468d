#include "core/domain/board/stagemarks.h"

#include <algorithm>

namespace lynceus {

namespace {

/// Mark of the first stage that was not reached.
StageMark frontMark(const Verdict &verdict)
{
    switch (verdict.outcome) {
    case Outcome::Waiting:
        if (verdict.cause)
            return StageMark::Failing;
        return isHeldUp(verdict) ? StageMark::Blocked : StageMark::Working;
    case Outcome::TimedOut:
        return verdict.blocker && !verdict.cause ? StageMark::Blocked : StageMark::Failing;
    case Outcome::Failed:
    case Outcome::Gone:
    case Outcome::Aborted:
        return StageMark::Failing;
    case Outcome::Deployed:
    case Outcome::Superseded:
    case Outcome::SignInNeeded:
    case Outcome::Cancelled:
        return StageMark::Stopped;
    }
    Q_UNREACHABLE();
}

} // namespace

StageMarks stageMarks(const Verdict &verdict)
{
    StageMarks marks;
    if (verdict.outcome == Outcome::Deployed) {
        marks.fill(StageMark::Reached);
        return marks;
    }
    marks.fill(StageMark::ToCome);
    // An interrupted bake time, or a failing pod while running, removes the last mark.
    const auto reached = std::min(std::size_t(verdict.stage), kStageMarkCount - 1);
    std::fill_n(marks.begin(), reached, StageMark::Reached);
    marks.at(reached) = frontMark(verdict);
    return marks;
}

StageMarks combinedMarks(std::span<const StageMarks> all)
{
    StageMarks combined;
    combined.fill(StageMark::ToCome);
    for (std::size_t stage = 0; stage < kStageMarkCount; ++stage) {
        const auto any = [&](StageMark mark) {
            return std::ranges::any_of(all, [&](const StageMarks &marks) { return marks.at(stage) == mark; });
        };
        if (any(StageMark::Failing))
            combined.at(stage) = StageMark::Failing;
        else if (any(StageMark::Blocked))
            combined.at(stage) = StageMark::Blocked;
        else if (any(StageMark::Working))
            combined.at(stage) = StageMark::Working;
        else if (any(StageMark::Stopped))
            combined.at(stage) = StageMark::Stopped;
        else if (any(StageMark::Reached)) // some have reached it; the others show their state further left
            combined.at(stage) = any(StageMark::ToCome) ? StageMark::Working : StageMark::Reached;
    }
    return combined;
}

} // namespace lynceus
