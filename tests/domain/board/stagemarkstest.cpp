#include "core/domain/board/stagemarks.h"

#include "tests/support/watchmaker.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

/// ● reached, ◐ in progress, ◌ blocked, ✕ failing, ⊖ stopped, ○ not reached yet.
std::string pictureOf(const StageMarks &marks)
{
    static constexpr std::array kSigns{"○", "●", "◐", "◌", "✕", "⊖"};
    std::string picture;
    for (const auto mark : marks)
        picture += kSigns.at(std::size_t(mark));
    return picture;
}

StageMarks marksOf(const std::string &picture)
{
    for (int number = 0; number < 6 * 6 * 6 * 6 * 6; ++number) {
        StageMarks marks;
        int rest = number;
        for (auto &mark : marks) {
            mark = StageMark(rest % 6);
            rest /= 6;
        }
        if (pictureOf(marks) == picture)
            return marks;
    }
    ADD_FAILURE() << picture << " is no picture of five marks";
    return {};
}

TEST(StageMarks, ShowProgressAndState)
{
    const auto watch = makeWatch(u"w"_s);
    const auto staged = [](WatchRecord w, Stage stage) {
        w.verdict.stage = stage;
        return w;
    };
    struct Line
    {
        WatchRecord watch;
        const char *picture;
    };
    const std::vector<Line> table = {
        {watch, "◐○○○○"},
        {rolling(watch, 1, 3), "●●●◐○"},
        {failing(watch), "●✕○○○"},
        {held(watch), "●◌○○○"},
        {staged(watch, Stage::Running), "●●●●◐"},
        {ended(watch, Outcome::Deployed), "●●●●●"},
        {ended(failing(watch), Outcome::Failed), "●✕○○○"},
        {ended(failing(watch), Outcome::TimedOut), "●✕○○○"},
        {ended(held(watch), Outcome::TimedOut), "●◌○○○"},
        {ended(rolling(watch, 1, 3), Outcome::TimedOut), "●●●✕○"},
        {ended(rolling(watch, 1, 3), Outcome::Superseded), "●●●⊖○"},
        {ended(watch, Outcome::Cancelled), "⊖○○○○"},
        {ended(watch, Outcome::Gone), "✕○○○○"},
        {ended(watch, Outcome::Aborted), "✕○○○○"},
        {ended(staged(watch, Stage::Stable), Outcome::Failed), "●●●●✕"},
    };
    for (const auto &line : table)
        EXPECT_EQ(pictureOf(stageMarks(line.watch.verdict)), line.picture)
            << qPrintable(nameOf(line.watch.verdict.outcome));
}

TEST(StageMarks, AreCombinedForARelease)
{
    struct Line
    {
        std::vector<const char *> watches;
        const char *release;
    };
    const std::vector<Line> table = {
        {{}, "○○○○○"},
        {{"●●●●●", "●●●●●"}, "●●●●●"},
        {{"●●●●●", "●●◐○○"}, "●●◐◐◐"},
        {{"●●◐○○", "●✕○○○"}, "●✕◐○○"},
        {{"●◌○○○", "●●●●◐"}, "●◌◐◐◐"},
        {{"◌○○○○", "✕○○○○"}, "✕○○○○"},
        {{"⊖○○○○", "●●●●●"}, "⊖◐◐◐◐"},
    };
    for (const auto &line : table) {
        std::vector<StageMarks> all;
        for (const auto *picture : line.watches)
            all.push_back(marksOf(picture));
        EXPECT_EQ(pictureOf(combinedMarks(all)), line.release);
    }
}

} // namespace

} // namespace lynceus
