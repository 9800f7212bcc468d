// How long it normally takes Argo CD to notice a version: docs/verdicts.md, "Blockers".

#include "core/domain/watch/usualnotice.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using namespace std::chrono_literals;

constexpr Instant kRegistered{Duration{1'000'000}};

WatchRecord noticedAfter(Duration wait)
{
    WatchRecord record;
    record.verdict.outcome = Outcome::Deployed;
    record.expectation.registeredAt = kRegistered;
    record.stageReachedAt[static_cast<std::size_t>(Stage::Noticed)] = kRegistered + wait;
    return record;
}

std::vector<WatchRecord> allNoticedAfter(std::initializer_list<Duration> waits)
{
    std::vector<WatchRecord> past;
    std::ranges::transform(waits, std::back_inserter(past), noticedAfter);
    return past;
}

struct History
{
    const char *name;
    std::vector<WatchRecord> past;
    Duration usual;
};

TEST(UsualNotice, IsOneAndAHalfTimesTheThirdQuartile)
{
    const std::vector<History> histories{
        {"none", {}, 5min},
        {"three waits are not enough", allNoticedAfter({8min, 8min, 8min}), 5min},
        {"webhooks", allNoticedAfter({12s, 15s, 20s, 9s, 14s}), 3min},
        {"Argo CD's own interval", allNoticedAfter({20s, 95s, 118s, 60s, 110s, 80s}), 3min},
        {"an interval of ten minutes", allNoticedAfter({2min, 9min, 6min, 4min, 8min, 1min, 7min, 10min}), 12min},
        {"rounded up", allNoticedAfter({4min, 4min, 4min, 4min + 1ms}), 6min},
        {"the computer slept during one wait", allNoticedAfter({30s, 9h, 40s, 35s}), 3min},
        {"noticed before: did not wait", allNoticedAfter({1s, 2s, 5s, 1s, 2s, 3s, 8min, 8min, 8min, 8min}), 12min},
        {"only noticed before", allNoticedAfter({1s, 2s, 5s, 1s, 2s, 3s}), 5min},
        {"a clock that was set", allNoticedAfter({-8min, -8min, -8min, -8min}), 5min},
    };
    for (const auto &[name, past, usual] : histories)
        EXPECT_EQ(usualNotice(past), usual) << name;
}

TEST(UsualNotice, UsesTheNewestTwentyWaits)
{
    std::vector<WatchRecord> past(20, noticedAfter(8min));
    past.insert(past.end(), 100, noticedAfter(1h));
    EXPECT_EQ(usualNotice(past), 12min);
}

TEST(UsualNotice, IgnoresOutcomesAndOtherWaits)
{
    const auto slow = noticedAfter(8min);
    auto failed = slow;
    failed.verdict.outcome = Outcome::Failed;
    auto superseded = slow;
    superseded.verdict.outcome = Outcome::Superseded;
    EXPECT_EQ(usualNotice(std::vector{slow, failed, superseded, slow}), 12min);

    auto never = slow;
    never.stageReachedAt = {};
    never.verdict.outcome = Outcome::TimedOut;
    auto ranAlready = slow;
    ranAlready.verdict.notes.push_back({Note::Kind::AlreadyRunning, {}, {}});
    auto created = slow;
    created.request.waitForApp = true;
    auto parent = slow;
    parent.request.withChildren = true;
    for (const auto &other : {never, ranAlready, created, parent})
        EXPECT_EQ(usualNotice(std::vector{slow, slow, slow, other}), kDefaultUsualNotice);
}

/// If one in ten waits is an outlier, nine of ten later waits are within the usual time.
TEST(UsualNotice, AppliesToWaitsOfTheSameKind)
{
    std::mt19937 random(20261202);
    for (const auto interval : {30s, 180s, 600s, 1'800s}) {
        std::uniform_int_distribution<int> waitMs(6'000, static_cast<int>(Duration{interval}.count()));
        std::bernoulli_distribution isOutlier(0.1);
        int longer = 0;
        constexpr int kRuns = 2'000;
        for (int run = 0; run < kRuns; ++run) {
            std::vector<WatchRecord> past;
            for (int i = 0; i < 12; ++i)
                past.push_back(noticedAfter(isOutlier(random) ? Duration{10h} : Duration{waitMs(random)}));
            const auto usual = usualNotice(past);
            EXPECT_GE(usual, kLeastUsualNotice);
            longer += Duration{waitMs(random)} > usual ? 1 : 0;
        }
        EXPECT_LT(longer, kRuns / 10) << interval.count();
    }
}

} // namespace
} // namespace lynceus
