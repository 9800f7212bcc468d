// Only time that was observed counts as bake time.
#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kNewRuns = R"(
    Deployment web              Healthy  Rev:2
      ReplicaSet web-2          Healthy  Rev:2
        Pod web-2-a  web:1.5.0  Healthy  1/1  Running
)";

constexpr auto kNewCrashes = R"(
    Deployment web              Healthy  Rev:2
      ReplicaSet web-2          Healthy  Rev:2
        Pod web-2-a  web:1.5.0  Degraded  0/1  x2  CrashLoopBackOff
)";

Scene baking()
{
    Scene scene;
    scene.expectation.bake = std::chrono::seconds{30};
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.tree = treeFrom(kNewRuns);
    scene.until(10);
    return scene;
}

TEST(Verdict, DoesNotBakeWithoutUpdates)
{
    auto scene = baking();
    scene.readsTree = false; // a proxy that swallows all data: nothing arrives, and nothing fails
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    scene.readsTree = true;
    scene.tree = treeFrom(kNewCrashes);
    EXPECT_EQ(scene.at(61).outcome, Outcome::Failed);
    EXPECT_EQ(scene.cause(), Cause::Kind::Regressed);
}

TEST(Verdict, BreakageDuringReplacementIsSupersededAndNotFailed)
{
    auto scene = baking();
    scene.application.revisions = {u"newer"_s};
    scene.application.sync = SyncStatus::OutOfSync;
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.6.0"_s}, {u"web:1.5.0"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.at(11);
    scene.tree = treeFrom(kNewCrashes);
    EXPECT_EQ(scene.at(11.5).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(14).outcome, Outcome::Superseded);
}

TEST(Verdict, CompletesTheBakeTimeAfterAReadingAtItsEnd)
{
    auto scene = baking();
    scene.until(30);
    scene.readsTree = false;
    EXPECT_EQ(scene.until(40).outcome, Outcome::Waiting) << "the last observation was 10 s ago";
    EXPECT_EQ(scene.checksAgainAt(), second(31.5));
    scene.readsTree = true;
    EXPECT_EQ(scene.at(40.5).outcome, Outcome::Deployed);
}

TEST(Verdict, CountsSleepAsBakeTimeIfTheNextReadingIsHealthy)
{
    auto scene = baking();
    scene.readsTree = scene.readsApplication = scene.readsManaged = false;
    EXPECT_EQ(scene.at(600).outcome, Outcome::Waiting) << "nothing was read since";
    scene.readsTree = scene.readsApplication = scene.readsManaged = true;
    EXPECT_EQ(scene.at(601).outcome, Outcome::Deployed);
}

TEST(Verdict, RequestsManifestsOfAScaledDownWorkload)
{
    auto scene = baking();
    EXPECT_EQ(scene.checksAgainAt(), std::nullopt);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 2);
    scene.at(11);
    EXPECT_EQ(scene.checksAgainAt(), second(11)) << "Healthy with one of two pods";
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 1);
    EXPECT_EQ(scene.until(50).outcome, Outcome::Deployed);
}

} // namespace

} // namespace lynceus
