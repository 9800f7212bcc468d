#include "core/domain/board/pace.h"

#include "tests/support/watchmaker.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

constexpr Eta kEta{35s, 60s, 5};

TEST(Pace, IsLateAfterTheNinetiethPercentile)
{
    const auto watch = rolling(makeWatch(u"w"_s), 1, 3); // noticed 5 s after registration, by our clock
    const auto early = paceOf(watch, kEta, kRegisteredAt + 20s);
    ASSERT_TRUE(early);
    EXPECT_EQ(early->usually, 35s);
    EXPECT_EQ(early->lateAt, kRegisteredAt + 65s);
    EXPECT_FALSE(early->isLate);
    EXPECT_FALSE(paceOf(watch, kEta, early->lateAt - 1ms)->isLate);
    EXPECT_TRUE(paceOf(watch, kEta, early->lateAt)->isLate);
}

TEST(Pace, FewSecondsMoreThanUsualAreNotLate)
{
    const auto watch = rolling(makeWatch(u"w"_s), 1, 3);
    EXPECT_EQ(paceOf(watch, Eta{35s, 36s, 5}, kRegisteredAt)->lateAt, kRegisteredAt + 50s);
}

TEST(Pace, IsEmptyWithoutSamplesOrWithAProblem)
{
    const auto now = kRegisteredAt + 10min;
    const auto moving = rolling(makeWatch(u"w"_s), 1, 3);
    EXPECT_TRUE(paceOf(moving, kEta, now));
    EXPECT_FALSE(paceOf(moving, std::nullopt, now)) << "too few earlier rollouts";
    EXPECT_FALSE(paceOf(makeWatch(u"w"_s), kEta, now)) << "not noticed, so the start is unknown";
    EXPECT_FALSE(paceOf(failing(moving), kEta, now)) << "the cause takes precedence";
    EXPECT_FALSE(paceOf(held(moving), kEta, now)) << "the watch waits for the user";
    EXPECT_FALSE(paceOf(ended(moving, Outcome::Deployed), kEta, now));
    auto running = moving;
    running.verdict.stage = Stage::Running;
    EXPECT_FALSE(paceOf(running, kEta, now)) << "only the bake time is left";
}

} // namespace

} // namespace lynceus
