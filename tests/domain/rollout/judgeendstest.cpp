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

Scene released(Duration bake = Duration{0})
{
    Scene scene;
    scene.expectation.bake = bake;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.at(5);
    return scene;
}

TEST(Verdict, AnotherImageSupersedes)
{
    auto scene = released();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.6.0"_s}, {u"web:1.5.0"_s});
    EXPECT_EQ(scene.at(6).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(9).outcome, Outcome::Superseded);
    EXPECT_EQ(scene.cause(), Cause::Kind::SupersededBy);
    EXPECT_EQ(scene.verdict().cause->image, u"web:1.6.0"_s);
}

TEST(Verdict, BaselineImageIsARollback)
{
    auto scene = released();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.4.0"_s}, {u"web:1.5.0"_s});
    EXPECT_EQ(scene.until(9).outcome, Outcome::Superseded);
    EXPECT_EQ(scene.cause(), Cause::Kind::RolledBack);
}

TEST(Verdict, BriefDisagreementOfSourcesIsNotAChange)
{
    auto scene = released();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.4.0"_s}, {u"web:1.5.0"_s});
    scene.until(6.5);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s});
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting);
}

TEST(Verdict, AnotherImageBeforeTheExpectedOneIsANote)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.4.9"_s});
    EXPECT_EQ(scene.until(10).outcome, Outcome::Waiting);
    EXPECT_TRUE(scene.hasNote(Note::Kind::OtherImage, u"web:1.4.9"_s));
}

TEST(Verdict, BakesForTheRequestedTime)
{
    auto scene = released(Duration{30'000});
    scene.tree = treeFrom(kNewRuns);
    EXPECT_EQ(scene.at(10).stage, Stage::Running);
    EXPECT_EQ(scene.until(39).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(40).outcome, Outcome::Deployed);
    EXPECT_EQ(scene.verdict().stage, Stage::Stable);
}

TEST(Verdict, PodReplacementOnlyPausesTheBakeTime)
{
    auto scene = released(Duration{30'000});
    scene.tree = treeFrom(kNewRuns);
    scene.until(20);
    scene.tree = treeFrom("Deployment web Progressing Rev:2\n  ReplicaSet web-2 Rev:2\n    Pod web-2-b web:1.5.0 "
                          "Progressing 0/1 Pending");
    EXPECT_EQ(scene.until(50).outcome, Outcome::Waiting);
    scene.tree = treeFrom(kNewRuns);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(66).outcome, Outcome::Deployed);
}

TEST(Verdict, CrashDuringTheBakeTimeIsARegression)
{
    auto scene = released(Duration{30'000});
    scene.tree = treeFrom(kNewRuns);
    scene.until(20);
    scene.tree = treeFrom("Deployment web Healthy Rev:2\n  ReplicaSet web-2 Rev:2\n    Pod web-2-a web:1.5.0 Degraded "
                          "0/1 x1 CrashLoopBackOff");
    EXPECT_EQ(scene.at(21).outcome, Outcome::Failed);
    EXPECT_EQ(scene.cause(), Cause::Kind::Regressed);
    EXPECT_EQ(scene.verdict().cause->resource.name, u"web-2-a"_s);
}

TEST(Verdict, OperationOrComparisonDoesNotInterruptTheBakeTime)
{
    auto scene = released(Duration{30'000});
    scene.tree = treeFrom(kNewRuns);
    scene.until(20);
    scene.operation(OperationPhase::Running, u"other"_s, 20, {});
    scene.until(22);
    scene.operation(OperationPhase::Succeeded, u"other"_s, 20, 22, {u"web:1.5.0"_s});
    scene.application.reconciledAt = second(22);
    EXPECT_EQ(scene.until(50).outcome, Outcome::Deployed);
}

TEST(Verdict, DeadlineDuringTheBakeTimeWaitsForItsEnd)
{
    Scene scene({u"web:1.5.0"_s}, Duration{60'000});
    scene.expectation.bake = Duration{30'000};
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.until(40);
    scene.tree = treeFrom(kNewRuns);
    EXPECT_EQ(scene.until(65).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(71).outcome, Outcome::Deployed);
}

TEST(Verdict, TimesOutWithItsBlocker)
{
    Scene scene({u"web:1.5.0"_s}, Duration{60'000});
    scene.oldVersionRuns();
    EXPECT_EQ(scene.until(59.5).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(60).outcome, Outcome::TimedOut);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::NotNoticed);
}

TEST(Verdict, TimesOutOutOfSyncWithTheWorkloadNamed)
{
    Scene scene({u"web:1.5.0"_s}, Duration{60'000});
    scene.oldVersionRuns();
    scene.at(1);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    EXPECT_EQ(scene.until(60).outcome, Outcome::TimedOut);
    EXPECT_EQ(scene.cause(), Cause::Kind::OutOfSync);
}

TEST(Verdict, AbortsIfNothingWasReadInTheLastQuarter)
{
    Scene scene({u"web:1.5.0"_s}, Duration{120'000});
    scene.oldVersionRuns();
    scene.until(80);
    scene.access = Access::Unreachable;
    scene.readsTree = scene.readsApplication = scene.readsManaged = false;
    EXPECT_EQ(scene.until(119).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(120).outcome, Outcome::Aborted);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::Unreachable);
}

TEST(Verdict, StoredWatchWaitsForOneReadingInsteadOfAborting)
{
    Scene scene({u"web:1.5.0"_s}, Duration{120'000});
    scene.expectation.oneOff = false;
    scene.oldVersionRuns();
    scene.until(20);
    scene.access = Access::SignIn;
    scene.readsTree = scene.readsApplication = scene.readsManaged = false;
    EXPECT_EQ(scene.until(300).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::SignIn);
    scene.access = Access::Good;
    scene.readsTree = scene.readsApplication = scene.readsManaged = true;
    scene.newVersionIsApplied(100);
    scene.tree = treeFrom(kNewRuns);
    EXPECT_EQ(scene.at(301).outcome, Outcome::Deployed)
        << "one complete observation decides what happened during the gap";
}

TEST(Verdict, GoneAndSignInNeededEndImmediately)
{
    auto scene = released();
    scene.access = Access::Gone;
    EXPECT_EQ(scene.at(6).outcome, Outcome::Gone);
    EXPECT_EQ(scene.cause(), Cause::Kind::AppDeleted);
    auto other = released();
    other.access = Access::SignIn;
    EXPECT_EQ(other.at(6).outcome, Outcome::SignInNeeded);
}

TEST(Verdict, IsFinal)
{
    auto scene = released();
    scene.tree = treeFrom(kNewRuns);
    EXPECT_EQ(scene.at(6).outcome, Outcome::Deployed);
    scene.access = Access::Gone;
    EXPECT_EQ(scene.at(7).outcome, Outcome::Deployed);
}

TEST(Verdict, CancellingEndsOnlyWaitingWatches)
{
    Judge judge(released().expectation);
    EXPECT_EQ(judge.cancel(second(3)).outcome, Outcome::Cancelled);
    EXPECT_EQ(judge.verdict().decidedAt, second(3));
}

TEST(Blocker, AutoSyncOffSyncWindowsAndOtherOperations)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.application.revisions = {u"new"_s};
    scene.application.autoSync = false;
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.at(2);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::AutoSyncOff);
    scene.application.autoSync = true;
    scene.hasWindows = true;
    scene.windows.assigned = scene.windows.active = {{u"deny"_s, u"* * * * *"_s, u"1h"_s, false}};
    scene.at(3);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::SyncWindow);
    scene.operation(OperationPhase::Running, u"other"_s, 3, {});
    scene.at(5); // by now, manifests and revision have been stable long enough to belong together
    EXPECT_EQ(scene.blocker(), Blocker::Kind::OtherOperation);
    scene.operation(OperationPhase::Running, u"new"_s, 5, {});
    scene.application.operationState->message = u"waiting for completion of hook batch/Job/migrate"_s;
    scene.at(6);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::WaitingForHook);
    scene.application.operationState->message = u"waiting for healthy state of apps/StatefulSet/db"_s;
    scene.at(7);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::WaitingForWave);
    scene.application.operationState->message = u"waiting for healthy state of apps/Deployment/web"_s;
    scene.at(8);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::SyncRunning) << "the sync waits for the expected workload";
}

TEST(Blocker, PausedSuspendedAndOldPodsLeft)
{
    auto scene = released();
    scene.tree = treeFrom("Deployment web Suspended \"Deployment is paused\" Rev:1\n  ReplicaSet w Rev:1\n    Pod w-a "
                          "web:1.4.0 Healthy 1/1");
    scene.at(6);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::Paused);
    scene.tree = treeFrom("Deployment web Healthy Rev:2\n  ReplicaSet w Rev:1\n    Pod w-a web:1.4.0 Healthy 1/1\n"
                          "  ReplicaSet x Rev:2\n    Pod x-a web:1.5.0 Healthy 1/1");
    scene.at(7);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::OldPodsLeft);
}

TEST(Blocker, StalledControllers)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.refreshAskedAt = second(1);
    scene.refreshTakenUp = false;
    scene.until(15);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::NotNoticed);
    scene.until(16);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::ControllerStalled);
    scene.application.skipReconcile = true;
    scene.at(17);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::SkipReconcile);
    scene.application.skipReconcile = false;
    scene.refreshTakenUp = true;
    scene.application.conditions = {
        {u"ComparisonError"_s, u"failed to list refs: dial tcp: no such host"_s, second(18)}};
    scene.at(18);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::RepoUnreachable);
}

TEST(Blocker, StaleAndPermission)
{
    auto scene = released();
    scene.readsApplication = scene.readsTree = scene.readsManaged = false;
    scene.until(52);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::Stale);
    scene.access = Access::Permission;
    scene.at(53);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::Permission);
}

TEST(Evidence, ListsBrokenWorkloadsAndPodsFirst)
{
    auto scene = released();
    scene.tree = treeFrom("Deployment web Progressing Rev:2\n  ReplicaSet w Rev:2\n    Pod a web:1.5.0 Healthy 1/1\n   "
                          " Pod b web:1.5.0 Degraded 0/1 Error");
    const auto &evidence = scene.at(6).evidence;
    EXPECT_EQ(evidence.revisions, QStringList{u"new"_s});
    ASSERT_EQ(evidence.workloads.size(), 1U);
    EXPECT_EQ(evidence.workloads.front().images, QStringList{u"web:1.5.0"_s});
    ASSERT_EQ(evidence.pods.size(), 2U);
    EXPECT_EQ(evidence.pods.front().name, u"b"_s);
}

TEST(Verdict, ReportsWhenTimeAloneCanChangeTheVerdict)
{
    auto scene = released();
    EXPECT_EQ(scene.verdict().wakeAt, second(10)) << "the blocker is named at that time";
    EXPECT_EQ(scene.until(10).wakeAt, scene.expectation.deadline);
    scene.tree =
        treeFrom("Deployment web Progressing Rev:2\n  ReplicaSet w Rev:2\n    Pod b web:1.5.0 Degraded 0/1 Error");
    scene.at(11);
    EXPECT_EQ(scene.until(16).wakeAt, second(71));
}

} // namespace

} // namespace lynceus
