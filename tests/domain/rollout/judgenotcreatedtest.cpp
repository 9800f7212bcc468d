// Watches of applications that do not exist yet.
#include "core/domain/rollout/judging/judge.h"
#include "core/domain/rollout/verdict/advice.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant kBegin{Duration{1'795'000'000'000}};

Expectation awaitedFor(Duration timeout, bool oneOff)
{
    Expectation expectation;
    expectation.application = {u"prod"_s, u"argocd"_s, u"shop-web"_s};
    expectation.images = {parseImageReference(u"web:1.5.0"_s).value()};
    expectation.waitForApp = true;
    expectation.oneOff = oneOff;
    expectation.registeredAt = kBegin;
    expectation.deadline = kBegin + timeout;
    return expectation;
}

Observation missing(Duration after, std::optional<Duration> answered = std::nullopt)
{
    Observation observation;
    observation.now = kBegin + after;
    observation.access = Access::NotCreated;
    observation.missingAt = kBegin + answered.value_or(after);
    return observation;
}

TEST(JudgeNotCreated, WaitsAndNamesTheApplicationUntilTheDeadline)
{
    for (const bool oneOff : {true, false}) {
        Judge judge(awaitedFor(15min, oneOff));
        for (auto after = Duration{0}; after < 15min; after += 5s) {
            const auto &verdict = judge.observe(missing(after));
            ASSERT_EQ(verdict.outcome, Outcome::Waiting);
            ASSERT_TRUE(verdict.blocker);
            EXPECT_EQ(verdict.blocker->kind, Blocker::Kind::NotCreated);
            EXPECT_EQ(verdict.blocker->resource.kind, u"Application"_s);
            EXPECT_EQ(verdict.blocker->resource.name, u"shop-web"_s);
            EXPECT_EQ(isOrdinaryWait(verdict), after < kDefaultUsualNotice) << after.count();
        }
        const auto &verdict = judge.observe(missing(15min));
        EXPECT_EQ(verdict.outcome, Outcome::TimedOut);
        EXPECT_EQ(verdict.blocker->kind, Blocker::Kind::NotCreated);
        EXPECT_EQ(adviceFor(*verdict.blocker), Advice::CheckCreation);
    }
}

TEST(JudgeNotCreated, StoredWatchAcceptsAnAnswerAfterItsDeadline)
{
    Judge judge(awaitedFor(15min, false));
    EXPECT_EQ(judge.observe(missing(20min, 10min)).outcome, Outcome::Waiting)
        << "the computer slept through the deadline";
    EXPECT_EQ(judge.observe(missing(20min + 2s)).outcome, Outcome::TimedOut);
}

} // namespace
} // namespace lynceus
