#include "core/domain/time/serverclock.h"

#include <random>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace std::chrono_literals;

namespace {

Instant at(Duration sinceEpoch)
{
    return Instant(sinceEpoch);
}

TEST(ServerClock, IsTheLocalClockBeforeTheFirstAnswer)
{
    const ServerClock clock;
    EXPECT_EQ(clock.at(at(5s)), at(5s));
    EXPECT_EQ(clock.offset(), std::nullopt);
}

TEST(ServerClock, OneHeaderBoundsTheOffset)
{
    ServerClock clock;
    // The header was set between 100.0 and 100.2 s of our clock, and between 160.0 and 160.999 s of the server's.
    clock.learn(at(160s), at(100s), at(100'200ms));
    EXPECT_EQ(clock.offset(), std::optional(60'399ms + 0ms));
    EXPECT_EQ(clock.at(at(0s)), at(60'399ms));
}

TEST(ServerClock, ManyHeadersConverge)
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        const auto upTo = [&random](int most) { return Duration(std::uniform_int_distribution<int>(0, most)(random)); };
        const Duration truth = upTo(7'200'000) - 1h;
        ServerClock clock;
        auto localTime = at(1h * 24 * 365 * 50);
        for (int i = 0; i < 60; ++i) {
            localTime += upTo(3'000);
            const auto asked = localTime;
            const auto stamped = asked + upTo(80);
            const auto answered = stamped + upTo(80);
            clock.learn(std::chrono::floor<std::chrono::seconds>(stamped + truth), asked, answered);
            ASSERT_LE(std::chrono::abs(*clock.offset() - truth), 580ms) << "header " << i;
        }
        EXPECT_LE(std::chrono::abs(*clock.offset() - truth), 100ms);
    }
}

TEST(ServerClock, ClockChangeRestartsTheEstimate)
{
    ServerClock clock;
    clock.learn(at(1'000s), at(1'000s), at(1'000'100ms));
    clock.learn(at(5'000s), at(1'001s), at(1'001'100ms));
    EXPECT_NEAR(static_cast<double>(clock.offset()->count()), 3'999'000.0, 600.0);
    // The clock was set back.
    clock.learn(at(1'003s), at(1'002s), at(1'002'100ms));
    EXPECT_NEAR(static_cast<double>(clock.offset()->count()), 1'000.0, 600.0);
}

TEST(ServerClock, IgnoresAnswersOlderThanTheirRequest)
{
    ServerClock clock;
    clock.learn(at(160s), at(100s), at(99s));
    EXPECT_EQ(clock.offset(), std::nullopt);
}

TEST(ServerClock, IgnoresAnswersDuringALocalClockChange)
{
    ServerClock clock;
    clock.learn(at(100s), at(100s), at(100'100ms));
    clock.learn(at(101s), at(101s), at(3'701s));
    EXPECT_NEAR(static_cast<double>(clock.offset()->count()), 0.0, 600.0);
    clock.forget();
    EXPECT_EQ(clock.offset(), std::nullopt);
    clock.learn(at(103s), at(3'703s), at(3'703'100ms));
    EXPECT_NEAR(static_cast<double>(clock.offset()->count()), -3'600'000.0, 600.0);
}

} // namespace
