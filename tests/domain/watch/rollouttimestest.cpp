#include "core/domain/watch/rollouttimes.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace lynceus {

namespace {

WatchRecord deployed(Duration applied, Duration rolling, Duration running)
{
    WatchRecord record;
    record.verdict.outcome = Outcome::Deployed;
    auto &reached = record.stageReachedAt;
    reached[static_cast<std::size_t>(Stage::Noticed)] = Instant{Duration{1'000}};
    reached[static_cast<std::size_t>(Stage::Applied)] = Instant{Duration{1'000} + applied};
    reached[static_cast<std::size_t>(Stage::Rolling)] = Instant{Duration{1'000} + applied + rolling};
    reached[static_cast<std::size_t>(Stage::Running)] = Instant{Duration{1'000} + applied + rolling + running};
    return record;
}

TEST(RolloutTimes, NeedAtLeastThreeSamples)
{
    EXPECT_FALSE(etaFrom({}));
    EXPECT_FALSE(etaFrom({Duration{1}, Duration{2}}));
    EXPECT_EQ(etaFrom({Duration{3}, Duration{1}, Duration{2}}), (Eta{Duration{2}, Duration{3}, 3}));
    const auto one = deployed(Duration{1}, Duration{2}, Duration{3});
    EXPECT_EQ(rolloutTimes(std::vector{one, one}, {}), RolloutTimes{});
}

TEST(RolloutTimes, MedianAndNinetiethPercentileAreActualSamples)
{
    std::vector<Duration> samples;
    for (int minute = 1; minute <= 10; ++minute)
        samples.emplace_back(minute * 60'000);
    std::ranges::reverse(samples);
    EXPECT_EQ(etaFrom(samples), (Eta{Duration{300'000}, Duration{540'000}, 10}));
}

TEST(RolloutTimes, OnlyTheNewestSamplesCount)
{
    std::vector<Duration> samples(kMostSamples, Duration{10});
    samples.insert(samples.end(), 100, Duration{1'000'000});
    EXPECT_EQ(etaFrom(samples)->p90, Duration{10});
}

TEST(RolloutTimes, AreMeasuredByStageFromCompletelyObservedRollouts)
{
    std::vector<WatchRecord> past(3, deployed(Duration{1'000}, Duration{2'000}, Duration{4'000}));
    auto failed = deployed(Duration{9'000}, Duration{9'000}, Duration{9'000});
    failed.verdict.outcome = Outcome::Failed;
    auto running = deployed(Duration{0}, Duration{0}, Duration{0});
    running.verdict.notes.push_back({Note::Kind::AlreadyRunning, {}, {}});
    past.push_back(failed);
    past.push_back(running);
    const auto times = rolloutTimes(past, {});
    EXPECT_EQ(times.stages[static_cast<std::size_t>(Stage::Applied)], (Eta{Duration{1'000}, Duration{1'000}, 3}));
    EXPECT_EQ(times.stages[static_cast<std::size_t>(Stage::Running)]->median, Duration{4'000});
    EXPECT_EQ(times.total, (Eta{Duration{7'000}, Duration{7'000}, 3}));
    EXPECT_FALSE(times.stages[static_cast<std::size_t>(Stage::Stable)]);
}

TEST(RolloutTimes, ApplicationHistoryDeterminesTheTimeToApply)
{
    std::vector<DeploymentRecord> history;
    for (int id = 0; id < 4; ++id)
        history.push_back({id, {}, Instant{Duration{id * 100'000}}, Instant{Duration{id * 100'000 + 5'000}}});
    history.push_back({4, {}, std::nullopt, Instant{Duration{1}}});
    const auto times = rolloutTimes({}, history);
    EXPECT_EQ(times.stages[static_cast<std::size_t>(Stage::Applied)], (Eta{Duration{5'000}, Duration{5'000}, 4}));
    EXPECT_FALSE(times.total) << "applying is not the whole way";
}

/// Applications with different durations: each rollout is compared with the prediction from the rollouts before it.
TEST(RolloutTimes, PredictLaterRollouts)
{
    constexpr int kApplications = 300;
    constexpr int kRollouts = 25;
    std::mt19937 random(5);
    int predicted = 0;
    int belowMedian = 0;
    int belowP90 = 0;
    for (int application = 0; application < kApplications; ++application) {
        std::lognormal_distribution<double> seconds(std::uniform_real_distribution<double>(2.5, 6.0)(random), 0.35);
        std::vector<WatchRecord> past; // newest first
        for (int rollout = 0; rollout < kRollouts; ++rollout) {
            const auto took = Duration{static_cast<qint64>(1'000 * seconds(random))};
            if (const auto eta = rolloutTimes(past, {}).total) {
                ++predicted;
                belowMedian += took <= eta->median ? 1 : 0;
                belowP90 += took <= eta->p90 ? 1 : 0;
            }
            past.insert(past.begin(), deployed(Duration{0}, took / 3, took - took / 3));
        }
    }
    EXPECT_EQ(predicted, kApplications * (kRollouts - 3)) << "no estimate for the first three rollouts each";
    EXPECT_NEAR(belowMedian, predicted / 2, predicted / 20);
    EXPECT_GE(belowP90, predicted * 84 / 100) << "few samples cannot determine the slowest tenth";
    EXPECT_LE(belowP90, predicted * 95 / 100);
}

} // namespace

} // namespace lynceus
