// The expected version runs, but git has another version: a rollback in Argo CD counts as deployed, a manual change
// does not.
#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kAllNew = R"(
    Deployment web              Healthy  Rev:3
      ReplicaSet web-1          Healthy  Rev:3
        Pod web-1-a  web:1.5.0  Healthy  1/1  Running
      ReplicaSet web-2          Healthy  Rev:2
)";

/// Git has 1.6.0 (revision "newer"), and an operation for revision "older" applied 1.5.0.
Scene rolledBack()
{
    Scene scene;
    scene.application.autoSync = false;
    scene.application.revisions = {u"newer"_s};
    scene.application.reconciledAt = second(5);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.6.0"_s}, {u"web:1.5.0"_s});
    scene.managed.workloads.front().live->imageOwners = {u"argocd-controller"_s};
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.operation(OperationPhase::Succeeded, u"older"_s, 3, 4, {u"web:1.5.0"_s});
    scene.tree = treeFrom(kAllNew);
    return scene;
}

Scene rolledBackBefore31()
{
    auto scene = rolledBack();
    scene.application.operationState->resources.front().images.clear();
    return scene;
}

TEST(JudgeHeld, RunningRollbackIsDeployedWithANoteAboutGit)
{
    auto scene = rolledBack();
    EXPECT_EQ(scene.until(8).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NotInGit, u"web:1.6.0"_s));
}

TEST(JudgeHeld, Before31OperationResourcesAndFieldManagerProveTheRollback)
{
    auto scene = rolledBackBefore31();
    EXPECT_EQ(scene.until(8).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NotInGit));
}

TEST(JudgeHeld, WaitsForOldPodsOfTheRollback)
{
    auto scene = rolledBack();
    scene.tree = treeFrom(R"(
        Deployment web              Progressing  Rev:3
          ReplicaSet web-1          Healthy  Rev:3
            Pod web-1-a  web:1.5.0  Healthy  1/1  Running
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.6.0  Healthy  1/1  Running
    )");
    EXPECT_EQ(scene.until(20).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::Rolling);
}

TEST(JudgeHeld, AutomatedSyncRevertsARollback)
{
    auto scene = rolledBack();
    scene.application.autoSync = true;
    EXPECT_EQ(scene.until(20).outcome, Outcome::Waiting);
    auto stepped = rolledBack();
    stepped.application.applicationSet = u"fleet"_s;
    stepped.application.operationState->initiatedBy = u"applicationset-controller"_s;
    EXPECT_EQ(stepped.until(20).outcome, Outcome::Waiting) << "the ApplicationSet will apply the version in git";
}

TEST(JudgeHeld, DryRunFailedAndRunningOperationsProveNothing)
{
    for (const auto phase : {OperationPhase::Failed, OperationPhase::Error, OperationPhase::Running}) {
        auto scene = rolledBackBefore31();
        scene.application.operationState->phase = phase;
        EXPECT_NE(scene.until(8).outcome, Outcome::Deployed) << static_cast<int>(phase);
    }
    auto dry = rolledBack();
    dry.application.operationState->dryRun = true;
    EXPECT_EQ(dry.until(20).outcome, Outcome::Waiting);
}

TEST(JudgeHeld, KubectlChangeStaysOutOfSync)
{
    // The last operation applied 1.4.0; then someone set 1.5.0.
    auto scene = rolledBack();
    scene.operation(OperationPhase::Succeeded, u"older"_s, 3, 4, {u"web:1.4.0"_s});
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::AutoSyncOff);
    EXPECT_EQ(scene.verdict().blocker->detail, u"changed-by-hand"_s)
        << "the pods run the image, and the detail reports it";
    EXPECT_EQ(scene.verdict().blocker->image, u"web:1.6.0"_s);
}

TEST(JudgeHeld, Before31FieldManagerRevealsAKubectlChange)
{
    auto scene = rolledBackBefore31();
    scene.managed.workloads.front().live->imageOwners = {u"argocd-controller"_s, u"kubectl-set"_s};
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting);
    auto unknown = rolledBackBefore31();
    unknown.managed.workloads.front().live->imageOwners.clear();
    EXPECT_EQ(unknown.until(30).outcome, Outcome::Waiting) << "the field manager is unknown";
}

TEST(JudgeHeld, OperationForOtherResourcesIsNotTheRollback)
{
    auto scene = rolledBackBefore31();
    scene.application.operationState->resources.front().key = keyOf(u"Deployment"_s, u"worker"_s);
    EXPECT_EQ(scene.until(20).outcome, Outcome::Waiting);
}

TEST(JudgeHeld, SelectiveSyncIsNotARollback)
{
    // The operation applied 1.5.0 only to "web". "shop" uses the same repository and should get it too. Git has 1.4.0
    // for both again.
    auto scene = rolledBackBefore31();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.4.0"_s}, {u"web:1.5.0"_s});
    scene.managed.workloads.front().live->imageOwners = {u"argocd-controller"_s};
    scene.workload(u"Deployment"_s, u"shop"_s, {u"web:1.4.0"_s});
    scene.application.operationState->selected = {keyOf(u"Deployment"_s, u"web"_s)};
    EXPECT_NE(scene.until(60).outcome, Outcome::Deployed);
}

TEST(JudgeHeld, RollbackIsNotDeployedWithoutItsWorkload)
{
    // A Job of the same release that failed and was deleted after its TTL. Git has its next version.
    for (const bool namesImages : {true, false}) {
        auto scene = namesImages ? rolledBack() : rolledBackBefore31();
        scene.workload(u"Job"_s, u"migrate"_s, {u"web:1.6.0"_s}, {}, std::nullopt);
        scene.managed.workloads.back().live.reset();
        scene.status(u"Job"_s, u"migrate"_s, SyncStatus::OutOfSync);
        SyncResultResource job;
        job.key = keyOf(u"Job"_s, u"migrate"_s);
        job.status = u"Synced"_s;
        if (namesImages)
            job.images = {u"web:1.5.0"_s};
        scene.application.operationState->resources.push_back(job);
        EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting) << namesImages;
        EXPECT_EQ(scene.blocker(), Blocker::Kind::AutoSyncOff) << namesImages;
        EXPECT_EQ(scene.verdict().blocker->detail, u"rolled-back"_s) << namesImages;
    }
}

TEST(JudgeHeld, CollectedRollbackJobThatRanAnotherTagIsNotRequired)
{
    for (const bool isOfRollback : {true, false}) {
        auto scene = rolledBackBefore31();
        scene.workload(u"Job"_s, u"migrate"_s, {u"web:1.3.0"_s}, {u"web:1.3.0"_s}, std::nullopt);
        scene.status(u"Job"_s, u"migrate"_s, SyncStatus::Synced);
        SyncResultResource job;
        job.key = keyOf(u"Job"_s, u"migrate"_s);
        job.status = u"Synced"_s;
        scene.application.operationState->resources.push_back(job);
        const QByteArray created = isOfRollback ? "@1004" : "@1003"; // the operation started at 1003
        auto starting = QByteArray(kAllNew).replace("Healthy  1/1  Running", "Progressing  0/1  ContainerCreating");
        scene.tree = treeFrom(starting + "    Job migrate Healthy " + created
                              + "\n      Pod migrate-a web:1.3.0 Healthy 0/1 Completed\n");
        EXPECT_EQ(scene.until(6).outcome, Outcome::Waiting);
        scene.managed.workloads.back().live.reset();
        scene.status(u"Job"_s, u"migrate"_s, SyncStatus::OutOfSync);
        scene.tree = treeFrom(kAllNew);
        EXPECT_EQ(scene.until(60).outcome, isOfRollback ? Outcome::Deployed : Outcome::Waiting);
    }
}

/// rolledBack() with a second Deployment "worker", which git no longer has and the rollback created again.
Scene restoredWorker(const QByteArray &podOfWorker, HealthStatus health, bool namesImages)
{
    auto scene = namesImages ? rolledBack() : rolledBackBefore31();
    scene.workload(u"Deployment"_s, u"worker"_s, {u"web:1.5.0"_s});
    scene.managed.workloads.back().target.reset();
    scene.managed.workloads.back().live->imageOwners = {u"argocd-controller"_s};
    scene.status(u"Deployment"_s, u"worker"_s, SyncStatus::OutOfSync);
    scene.application.resources.back().requiresPruning = true;
    SyncResultResource worker;
    worker.key = keyOf(u"Deployment"_s, u"worker"_s);
    worker.status = u"Synced"_s;
    if (namesImages)
        worker.images = {u"web:1.5.0"_s};
    scene.application.operationState->resources.push_back(worker);
    const QByteArray word = health == HealthStatus::Healthy ? "Healthy" : "Progressing";
    scene.tree =
        treeFrom(kAllNew + QByteArray("\n    Deployment worker  ") + word + "  Rev:1\n      ReplicaSet worker-1  "
                 + word + "  Rev:1\n        Pod worker-1-a  " + podOfWorker + '\n');
    return scene;
}

TEST(JudgeHeld, WorkloadRestoredByTheRollbackIsJudged)
{
    for (const bool namesImages : {true, false}) {
        auto running = restoredWorker("web:1.5.0  Healthy  1/1  Running", HealthStatus::Healthy, namesImages);
        EXPECT_EQ(running.until(20).outcome, Outcome::Deployed) << namesImages;
        auto starting =
            restoredWorker("web:1.5.0  Progressing  0/1  ContainerCreating", HealthStatus::Progressing, namesImages);
        EXPECT_EQ(starting.until(60).outcome, Outcome::Waiting) << namesImages;
        EXPECT_LT(starting.verdict().stage, Stage::Running) << namesImages;
        auto crashing =
            restoredWorker("web:1.5.0  Degraded  0/1  CrashLoopBackOff", HealthStatus::Progressing, namesImages);
        EXPECT_EQ(crashing.until(120).outcome, Outcome::Failed) << namesImages;
        EXPECT_EQ(crashing.cause(), Cause::Kind::CrashLoop) << namesImages;
    }
}

TEST(JudgeHeld, RollbackBesideASiblingWithAnotherTagIsDeployed)
{
    for (const bool namesImages : {true, false}) {
        auto scene = namesImages ? rolledBack() : rolledBackBefore31();
        scene.workload(u"Deployment"_s, u"legacy"_s, {u"web:1.3.0"_s}, {u"web:1.2.0"_s});
        scene.managed.workloads.back().live->imageOwners = {u"argocd-controller"_s};
        scene.status(u"Deployment"_s, u"legacy"_s, SyncStatus::OutOfSync);
        SyncResultResource legacy;
        legacy.key = keyOf(u"Deployment"_s, u"legacy"_s);
        legacy.status = u"Synced"_s;
        if (namesImages)
            legacy.images = {u"web:1.2.0"_s};
        scene.application.operationState->resources.push_back(legacy);
        EXPECT_EQ(scene.until(20).outcome, Outcome::Deployed) << namesImages;
    }
}

TEST(JudgeHeld, RollbackToARepositoryMissingInGitIsDeployed)
{
    auto scene = rolledBack();
    scene.workload(u"Deployment"_s, u"web"_s, {u"other:2.0.0"_s}, {u"web:1.5.0"_s});
    EXPECT_EQ(scene.until(8).outcome, Outcome::Deployed);
}

TEST(JudgeHeld, DesiredRevisionIsNotARollback)
{
    auto scene = rolledBackBefore31();
    scene.operation(OperationPhase::Succeeded, u"newer"_s, 3, 4);
    EXPECT_EQ(scene.until(20).outcome, Outcome::Waiting);
}

TEST(JudgeHeld, KeepsTheAdviceAfterARollback)
{
    Scene scene({u"web:1.6.0"_s});
    scene.application.autoSync = false;
    scene.application.revisions = {u"newer"_s};
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.6.0"_s}, {u"web:1.5.0"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.operation(OperationPhase::Succeeded, u"older"_s, 3, 4, {u"web:1.5.0"_s});
    for (const auto &[id, revision] : {std::pair(1, u"older"_s), std::pair(2, u"newer"_s), std::pair(3, u"older"_s)}) {
        DeploymentRecord record;
        record.id = id;
        record.revisions = {revision};
        scene.application.history.push_back(record);
    }
    scene.tree = treeFrom(kAllNew);
    scene.until(8);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::AutoSyncOff);
    EXPECT_EQ(scene.verdict().blocker->detail, u"rolled-back"_s);
}

} // namespace

} // namespace lynceus
