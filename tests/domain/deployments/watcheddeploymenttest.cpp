#include "core/domain/deployments/watcheddeployment.h"

#include "tests/support/watchmaker.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

using namespace test;

TEST(WatchedDeployment, MatchesAWatchWithoutObservation)
{
    auto watch = ended(failing(makeWatch(u"w1"_s)), Outcome::Failed, 4min);
    watch.request.who = u"ann"_s;
    const auto made = deploymentOf(watch);
    EXPECT_EQ(made.application, watch.expectation.application);
    EXPECT_EQ(made.outcome, Deployment::Outcome::Failed);
    EXPECT_EQ(made.proof, Deployment::Proof::Watched);
    EXPECT_EQ(made.cause, nameOf(watch.verdict.cause->kind));
    EXPECT_EQ(made.watch, u"w1"_s);
    EXPECT_EQ(made.actor.name, u"ann"_s);
    ASSERT_EQ(made.images.size(), 1U);
    EXPECT_EQ(made.images.front().repository, u"ghcr.io/acme/shop-web"_s);
    EXPECT_EQ(made.images.front().to, QStringList{u"1.5.0"_s});
    EXPECT_EQ(made.startedAt, kRegisteredAt + kServerAhead);
    EXPECT_EQ(made.endedAt, kRegisteredAt + kServerAhead + 4min) << "both times use the server's clock";
}

TEST(WatchedDeployment, IsUnknownForAWatchWithoutVerdict)
{
    for (const auto outcome : {Outcome::Cancelled, Outcome::Gone, Outcome::SignInNeeded, Outcome::Aborted}) {
        const auto made = deploymentOf(ended(makeWatch(u"w1"_s), outcome));
        EXPECT_EQ(made.outcome, Deployment::Outcome::Unknown) << nameOf(outcome).toStdString();
        EXPECT_TRUE(made.isOver());
    }
}

TEST(WatchedDeployment, ObservedDeploymentsAreAppliedWhenTheirSyncSucceeded)
{
    using enum StageMark;
    Deployment deployment;
    EXPECT_EQ(observedMarks(deployment), StageMarks({Reached, Working, ToCome, ToCome, ToCome}));
    deployment.isSynced = true;
    EXPECT_EQ(observedMarks(deployment), StageMarks({Reached, Reached, Working, ToCome, ToCome}));
}

} // namespace lynceus
