#include "core/engine/watches/watchclock.h"

#include "tests/support/fakeclock.h"

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using namespace std::chrono_literals;

TEST(WatchClock, IsSetByTheFirstAnswer)
{
    test::FakeClock clock;
    WatchClock watch(clock);
    EXPECT_EQ(watch.now(), clock.now());
    EXPECT_FALSE(watch.isAnchored());
    clock.advance(1s);
    watch.learn(clock.now() - 1h);
    EXPECT_TRUE(watch.isAnchored());
    EXPECT_EQ(watch.now(), clock.now() - 1h);
    EXPECT_EQ(watch.past(clock.steady() - 1s), clock.now() - 1h - 1s) << "also for the moment of registration";
}

TEST(WatchClock, ToleratesLocalClockChanges)
{
    test::FakeClock clock;
    WatchClock watch(clock);
    const auto start = clock.now();
    watch.learn(start);
    clock.jump(24h);
    clock.advance(10s);
    EXPECT_EQ(watch.now(), start + 10s);
    EXPECT_TRUE(watch.takeJump());
    EXPECT_FALSE(watch.takeJump()) << "once";
}

TEST(WatchClock, ServerTimeIsUnknownBeforeAnAnswerAndAfterASleep)
{
    test::FakeClock clock;
    WatchClock watch(clock);
    EXPECT_EQ(watch.known(), std::nullopt);
    watch.learn(clock.now() - 1h);
    clock.advance(10s);
    EXPECT_EQ(watch.known(), clock.now() - 1h);
    clock.sleep(2h);
    ASSERT_TRUE(watch.takeJump());
    EXPECT_EQ(watch.known(), std::nullopt);
    watch.learn(clock.now() - 1h);
    EXPECT_EQ(watch.known(), clock.now() - 1h);
}

TEST(WatchClock, IgnoresSmallDifferences)
{
    test::FakeClock clock;
    WatchClock watch(clock);
    watch.learn(clock.now());
    for (int i = 0; i < 5; ++i)
        watch.learn(clock.now() + 1'400ms);
    EXPECT_EQ(watch.now(), clock.now());
}

TEST(WatchClock, TwoContradictingAnswersAdjustIt)
{
    test::FakeClock clock;
    WatchClock watch(clock);
    watch.learn(clock.now());
    watch.learn(clock.now() + 5s);
    EXPECT_EQ(watch.now(), clock.now()) << "a single answer may be wrong";
    watch.learn(clock.now() + 5s);
    EXPECT_EQ(watch.now(), clock.now() + 5s);
}

// Two servers behind one address whose clocks differ by 10 min, or a clock that was set: no time has passed.
TEST(WatchClock, IgnoresStepsOfTheServerClock)
{
    for (const auto step : {Duration{10min}, Duration{-10min}}) {
        test::FakeClock clock;
        WatchClock watch(clock);
        watch.learn(clock.now());
        for (int turn = 0; turn < 20; ++turn) {
            for (int i = 0; i < 3; ++i) {
                clock.advance(1s);
                watch.learn(clock.now() + (turn % 2 == 0 ? step : Duration{0}));
                ASSERT_EQ(watch.now(), clock.now()) << turn;
            }
        }
        clock.jump(1h); // a sleep of this computer is still noticed
        ASSERT_TRUE(watch.takeJump());
        watch.learn(clock.now());
        EXPECT_EQ(watch.now(), clock.now());
    }
}

TEST(WatchClock, FollowsAnAcceleratedRecording)
{
    test::FakeClock clock;
    WatchClock watch(clock);
    const auto start = clock.now();
    watch.learn(start);
    for (int i = 1; i <= 30; ++i) {
        clock.advance(1s);
        watch.learn(start + i * 20s);
        watch.learn(start + i * 20s);
    }
    EXPECT_EQ(watch.now(), start + 600s);
}

TEST(WatchClock, OneAnswerIsSufficientAfterSleep)
{
    test::FakeClock clock;
    WatchClock watch(clock);
    watch.learn(clock.now());
    clock.jump(1min); // the monotonic clock stopped
    EXPECT_TRUE(watch.takeJump());
    watch.learn(clock.now());
    EXPECT_EQ(watch.now(), clock.now());
}

TEST(WatchClock, IsMonotonic)
{
    test::FakeClock clock;
    WatchClock watch(clock);
    watch.learn(clock.now());
    const auto before = watch.now();
    watch.learn(clock.now() - 6s);
    watch.learn(clock.now() - 6s);
    EXPECT_EQ(watch.now(), before);
    clock.advance(3s);
    EXPECT_EQ(watch.now(), before);
    clock.advance(4s);
    EXPECT_EQ(watch.now(), before + 1s);
}

} // namespace

} // namespace lynceus
