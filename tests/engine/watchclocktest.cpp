#include "core/engine/watch/watchclock.h"

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using namespace std::chrono_literals;

class HandClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return wall; }
    [[nodiscard]] Duration steady() const override { return monotonic; }
    void pass(Duration span)
    {
        wall += span;
        monotonic += span;
    }

    Instant wall{1'790'000'000s};
    Duration monotonic{5'000s};
};

TEST(WatchClock, TheFirstAnswerSetsIt)
{
    HandClock clock;
    WatchClock watch(clock);
    EXPECT_EQ(watch.now(), clock.wall);
    EXPECT_FALSE(watch.isAnchored());
    clock.pass(1s);
    watch.learn(clock.wall - 1h);
    EXPECT_TRUE(watch.isAnchored());
    EXPECT_EQ(watch.now(), clock.wall - 1h);
    EXPECT_EQ(watch.past(clock.monotonic - 1s), clock.wall - 1h - 1s) << "also for the moment of registration";
}

TEST(WatchClock, ThisComputersClockMayBeSet)
{
    HandClock clock;
    WatchClock watch(clock);
    const auto start = clock.wall;
    watch.learn(start);
    clock.wall += 24h;
    clock.pass(10s);
    EXPECT_EQ(watch.now(), start + 10s);
    EXPECT_TRUE(watch.takeJump());
    EXPECT_FALSE(watch.takeJump()) << "once";
}

TEST(WatchClock, SmallDifferencesAreNoise)
{
    HandClock clock;
    WatchClock watch(clock);
    watch.learn(clock.wall);
    for (int i = 0; i < 5; ++i)
        watch.learn(clock.wall + 1'400ms);
    EXPECT_EQ(watch.now(), clock.wall);
}

TEST(WatchClock, TwoAnswersThatContradictMoveIt)
{
    HandClock clock;
    WatchClock watch(clock);
    watch.learn(clock.wall);
    watch.learn(clock.wall + 1min);
    EXPECT_EQ(watch.now(), clock.wall) << "one alone may be a mistake";
    watch.learn(clock.wall + 1min);
    EXPECT_EQ(watch.now(), clock.wall + 1min);
}

TEST(WatchClock, NeverGoesBack)
{
    HandClock clock;
    WatchClock watch(clock);
    watch.learn(clock.wall);
    const auto before = watch.now();
    watch.learn(clock.wall - 1min);
    watch.learn(clock.wall - 1min);
    EXPECT_EQ(watch.now(), before);
    clock.pass(30s);
    EXPECT_EQ(watch.now(), before);
    clock.pass(31s);
    EXPECT_EQ(watch.now(), before + 1s);
}

} // namespace

} // namespace lynceus
