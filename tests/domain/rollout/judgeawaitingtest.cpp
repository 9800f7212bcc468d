// Blockers while nothing changes: docs/verdicts.md, "Blockers".

#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

Scene released()
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.at(5);
    return scene;
}

/// A StatefulSet "web" of three pods. Its new template was applied; @p pods are its current pods.
Scene statefulSet(const QByteArray &pods)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"StatefulSet"_s, u"web"_s, {u"web:1.4.0"_s}, {}, 3);
    scene.tree = treeFrom("StatefulSet web Healthy\n  Pod web-0 web:1.4.0 Healthy 1/1 Running");
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"StatefulSet"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 3);
    scene.tree = treeFrom("StatefulSet web Progressing \"Waiting for 1 pods to be ready...\"\n" + pods);
    scene.at(5);
    return scene;
}

/// Two sync waves: the Deployment @p first, then "web". The sync waits for the first wave; @p message is its message.
Scene waitingForWave(const QString &first, const QString &message, const QByteArray &pod)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.workload(u"Deployment"_s, first, {u"db:1"_s});
    scene.at(1);
    scene.application.sync = SyncStatus::OutOfSync;
    scene.application.revisions = {u"new"_s};
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.workload(u"Deployment"_s, first, {u"db:2"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.application.resources.back().syncWave = 1;
    scene.operation(OperationPhase::Running, u"new"_s, 4, {});
    scene.application.operationState->message = message;
    scene.tree =
        treeFrom("Deployment web Healthy Rev:1\n  ReplicaSet web-1 Healthy Rev:1\n"
                 "    Pod web-1-a web:1.4.0 Healthy 1/1 Running\nDeployment "
                 + first.toUtf8()
                 + " Progressing Rev:2\n  ReplicaSet db-1 Healthy Rev:1\n"
                   "    Pod db-1-a db:1 Healthy 1/1 Running\n  ReplicaSet db-2 Progressing Rev:2\n    Pod db-2-a db:2 "
                 + pod);
    scene.until(9);
    return scene;
}

TEST(JudgeAwaiting, StartingPodIsNamedAfterFiveSecondsWithoutProgress)
{
    auto scene = released();
    scene.tree =
        treeFrom("Deployment web Progressing Rev:2\n  ReplicaSet web-1 Healthy Rev:1\n    Pod web-1-a web:1.4.0 "
                 "Healthy 1/1 Running\n  ReplicaSet web-2 Progressing Rev:2\n    Pod web-2-a web:1.5.0 "
                 "Progressing 0/1 ContainerCreating @1006");
    scene.at(6);
    scene.until(10.5);
    EXPECT_EQ(scene.blocker(), std::nullopt);
    scene.until(11);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::Starting);
    EXPECT_EQ(scene.verdict().blocker->resource.name, u"web-2-a"_s);
    EXPECT_EQ(scene.verdict().blocker->detail, u"ContainerCreating"_s);
    EXPECT_EQ(scene.verdict().blocker->since, second(6));
    EXPECT_TRUE(isOrdinaryWait(scene.verdict()));
}

TEST(JudgeAwaiting, WaitForArgoCdToPollGitIsNormalUntilTheUsualTimeIsExceeded)
{
    for (const auto usual : {Duration{180'000}, kDefaultUsualNotice, Duration{720'000}}) {
        Scene scene;
        scene.expectation.usualNotice = usual;
        scene.oldVersionRuns();
        const auto seconds = static_cast<double>(usual.count()) / 1000;
        scene.until(seconds - 0.5);
        ASSERT_EQ(scene.blocker(), Blocker::Kind::NotNoticed);
        EXPECT_TRUE(isOrdinaryWait(scene.verdict()));
        EXPECT_EQ(scene.verdict().blocker->exceeds, std::nullopt);
        EXPECT_EQ(scene.verdict().wakeAt, scene.expectation.registeredAt + usual)
            << "no other change is scheduled at that time";
        scene.until(seconds);
        ASSERT_EQ(scene.blocker(), Blocker::Kind::NotNoticed);
        EXPECT_TRUE(isHeldUp(scene.verdict()));
        EXPECT_EQ(scene.verdict().blocker->exceeds, usual);
        EXPECT_EQ(scene.verdict().outcome, Outcome::Waiting) << "the blocker does not change the outcome";
        scene.newVersionIsApplied(seconds + 1);
        scene.until(seconds + 1);
        EXPECT_NE(scene.blocker(), Blocker::Kind::NotNoticed);
    }
}

TEST(JudgeAwaiting, WorkloadWithoutANewPodIsNamed)
{
    auto scene = released();
    scene.tree =
        treeFrom("Deployment web Progressing Rev:2\n  ReplicaSet web-1 Healthy Rev:1\n    Pod web-1-a web:1.4.0 "
                 "Healthy 1/1 Running\n  ReplicaSet web-2 Progressing Rev:2");
    scene.until(12);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::NotCreated);
    EXPECT_EQ(scene.verdict().blocker->resource, keyOf(u"Deployment"_s, u"web"_s));
    EXPECT_FALSE(isOrdinaryWait(scene.verdict()));
}

TEST(JudgeAwaiting, NamesASyncThatArgoCdHasNotStarted)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.application.revisions = {u"new"_s};
    scene.application.sync = SyncStatus::OutOfSync;
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.until(10);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::SyncAwaited);
}

TEST(JudgeAwaiting, UnreadyOldPodBlocksAStatefulSet)
{
    const auto scene = [] {
        auto made = statefulSet("  Pod web-0 web:1.4.0 Healthy 1/1 Running\n  Pod web-1 web:1.4.0 Healthy 1/1 Running\n"
                                "  Pod web-2 web:1.4.9 Degraded 0/1 x3 CrashLoopBackOff \"back-off 40s restarting\"");
        made.until(12);
        return made;
    }();
    ASSERT_EQ(scene.blocker(), Blocker::Kind::OldPodBroken);
    EXPECT_EQ(scene.verdict().blocker->resource.name, u"web-2"_s);
    EXPECT_EQ(scene.verdict().cause, std::nullopt) << "problems of the old version do not belong to the release";
    EXPECT_EQ(scene.verdict().pods.old, 3);
    EXPECT_EQ(scene.verdict().pods.oldUnready, 1);
}

TEST(JudgeAwaiting, NewUnreadyPodPrecedesABrokenOldOne)
{
    auto scene = statefulSet("  Pod web-0 web:1.4.0 Degraded 0/1 CrashLoopBackOff\n  Pod web-1 web:1.4.0 Healthy 1/1 "
                             "Running\n  Pod web-2 web:1.5.0 Progressing 0/1 Running");
    scene.until(12);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::Starting);
    EXPECT_EQ(scene.verdict().blocker->resource.name, u"web-2"_s);
}

TEST(JudgeAwaiting, EarlierWaveIsNamedByItsFullName)
{
    const auto scene = waitingForWave(u"web-db"_s, u"waiting for healthy state of apps/Deployment/web-db"_s,
                                      "Progressing 0/1 ContainerCreating");
    ASSERT_EQ(scene.blocker(), Blocker::Kind::WaitingForWave);
    EXPECT_EQ(scene.verdict().blocker->resource, keyOf(u"Deployment"_s, u"web-db"_s));
}

TEST(JudgeAwaiting, BrokenPodOfAnEarlierWaveIsTheCauseBetweenRetries)
{
    for (const auto &message :
         {u"waiting for healthy state of apps/Deployment/db"_s,
          u"one or more synchronization tasks completed unsuccessfully. Retrying attempt #1"_s, QString()}) {
        const auto scene = waitingForWave(u"db"_s, message, "Degraded 0/1 x3 CrashLoopBackOff");
        SCOPED_TRACE(message.toStdString());
        ASSERT_EQ(scene.blocker(), Blocker::Kind::WaitingForWave);
        EXPECT_EQ(scene.verdict().blocker->resource, keyOf(u"Deployment"_s, u"db"_s));
        ASSERT_EQ(scene.cause(), Cause::Kind::CrashLoop);
        EXPECT_EQ(scene.verdict().cause->resource.name, u"db-2-a"_s);
    }
}

TEST(JudgeAwaiting, BrokenEarlierWaveDoesNotEndTheRelease)
{
    auto scene = waitingForWave(u"db"_s, u"waiting for healthy state of apps/Deployment/db"_s,
                                "Degraded 0/1 x3 CrashLoopBackOff");
    EXPECT_EQ(scene.until(200).outcome, Outcome::Waiting);
}

TEST(JudgeAwaiting, HealthyPodIsReadyRegardlessOfItsCounts)
{
    auto scene = released();
    scene.tree = treeFrom("Deployment web Healthy Rev:2\n  ReplicaSet web-2 Healthy Rev:2\n    Pod web-2-a web:1.5.0 "
                          "Healthy 0/1 Init:0/1");
    EXPECT_EQ(scene.until(8).outcome, Outcome::Deployed);
}

TEST(JudgeAwaiting, CompletedPodIsNotReadyAlthoughHealthy)
{
    auto scene = released();
    scene.tree = treeFrom("Deployment web Healthy Rev:2\n  ReplicaSet web-2 Healthy Rev:2\n    Pod web-2-a web:1.5.0 "
                          "Healthy 0/1 Completed");
    EXPECT_EQ(scene.until(8).outcome, Outcome::Waiting);
}

TEST(JudgeAwaiting, DoesNotWaitForAHealthyEarlierWave)
{
    auto scene = waitingForWave(u"db"_s, u"waiting for healthy state of apps/Deployment/db"_s, "Healthy 1/1 Running");
    EXPECT_EQ(scene.blocker(), Blocker::Kind::WaitingForWave) << "the Deployment has not observed its pod yet";
    scene.tree = treeFrom("Deployment web Healthy Rev:1\n  ReplicaSet web-1 Healthy Rev:1\n"
                          "    Pod web-1-a web:1.4.0 Healthy 1/1 Running\nDeployment db Healthy Rev:2\n"
                          "  ReplicaSet db-2 Healthy Rev:2\n    Pod db-2-a db:2 Healthy 1/1 Running");
    scene.at(10);
    EXPECT_NE(scene.blocker(), Blocker::Kind::WaitingForWave);
    scene.until(16);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::SyncRunning) << "the sync does not progress for an unknown reason";
}

TEST(JudgeAwaiting, DoesNotWaitForACollectedSuccessfulJob)
{
    Scene scene({u"web:1.5.0"_s, u"migrate:2"_s});
    scene.oldVersionRuns();
    scene.at(1);
    scene.application.sync = SyncStatus::OutOfSync;
    scene.application.revisions = {u"new"_s};
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.workload(u"Job"_s, u"migrate"_s, {u"migrate:2"_s}, {}, std::nullopt);
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.application.resources.back().syncWave = 1;
    scene.operation(OperationPhase::Running, u"new"_s, 4, {});
    const QByteArray web = "Deployment web Healthy Rev:1\n  ReplicaSet web-1 Healthy Rev:1\n"
                           "    Pod web-1-a web:1.4.0 Healthy 1/1 Running\n";
    scene.tree = treeFrom(web + "Job migrate Healthy\n  Pod migrate-a migrate:2 Healthy 0/1 Completed");
    scene.until(6);
    scene.managed.workloads.back().live.reset();
    scene.tree = treeFrom(web);
    const auto job =
        std::ranges::find(scene.application.resources, keyOf(u"Job"_s, u"migrate"_s), &ManagedResourceStatus::key);
    job->health.status = HealthStatus::Missing; // and stays Synced until the next comparison
    for (double now = 6.5; now < 20; now += 0.5) {
        scene.at(now);
        EXPECT_NE(scene.blocker(), Blocker::Kind::WaitingForWave) << now;
    }
}

TEST(JudgeAwaiting, BlockerStaysWhileATargetIsBrieflyUnknown)
{
    // A target without pods is only known from the manifests. When it disappears for a moment, the user sees no change.
    auto scene = released();
    scene.workload(u"CronJob"_s, u"tidy"_s, {u"web:1.5.0"_s}, {}, std::nullopt);
    scene.tree = treeFrom("Deployment web Progressing Rev:2\n  ReplicaSet web-2 Progressing Rev:2\n"
                          "    Pod web-2-a web:1.5.0 Progressing 0/1 ContainerCreating @1006\nCronJob tidy");
    scene.until(12);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::Starting);
    scene.workload(u"CronJob"_s, u"tidy"_s, {u"tidy:1"_s}, {}, std::nullopt);
    scene.at(12.5);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::Starting);
}

TEST(JudgeAwaiting, RecreatedPodInTheSameStateIsNotProgress)
{
    const QByteArray first = "  Pod web-0 web:1.5.0 Progressing 0/1 ContainerCreating\n";
    const QByteArray second = "  Pod web-1 web:1.5.0 Healthy 1/1 Running\n";
    auto scene = statefulSet(first + second);
    scene.until(12);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::Starting);
    scene.tree.nodes.back().uid = u"another"_s;
    scene.at(12.5);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::Starting);
    scene.tree = treeFrom("StatefulSet web Progressing \"Waiting for 1 pods to be ready...\"\n" + second + first);
    scene.at(13);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::Starting) << "pods in a tree have no order";
}

TEST(JudgeAwaiting, SyncWindowThatStartedDuringTheSyncIsNamed)
{
    auto scene = waitingForWave(u"db"_s, u"Sync operation blocked by sync window"_s, "Healthy 1/1 Running");
    EXPECT_EQ(scene.blocker(), Blocker::Kind::SyncWindow);
}

} // namespace

} // namespace lynceus
