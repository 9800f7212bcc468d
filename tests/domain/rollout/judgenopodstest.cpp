// Releases without visible pods: Jobs that were deleted after they finished, resources that only mention the image,
// apps of apps.
#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// A Job is the only workload. It was applied at 5 s and runs.
Scene job(bool resultSaysSucceeded = false)
{
    Scene scene;
    scene.application.revisions = {u"old"_s};
    scene.at(0);
    scene.application.revisions = {u"new"_s};
    scene.application.reconciledAt = second(6);
    scene.workload(u"Job"_s, u"seed"_s, {u"web:1.5.0"_s}, {}, std::nullopt);
    scene.operation(OperationPhase::Succeeded, u"new"_s, 4, 5, {u"web:1.5.0"_s});
    auto &resource = scene.application.operationState->resources.front();
    resource.key = keyOf(u"Job"_s, u"seed"_s);
    if (resultSaysSucceeded)
        resource.hookPhase = u"Succeeded"_s;
    scene.tree = treeFrom("Job seed Progressing @1004\n  Pod seed-x web:1.5.0 Progressing 1/1 Running");
    return scene;
}

void collect(Scene &scene)
{
    scene.managed.workloads.front().live.reset();
    scene.status(u"Job"_s, u"seed"_s, SyncStatus::OutOfSync);
    scene.tree = treeFrom("Job seed Missing");
    scene.tree.nodes.front().uid.clear();
}

TEST(JudgeNoPods, CollectedJobWithAnObservedSuccessIsDeployed)
{
    auto scene = job();
    scene.until(8);
    scene.tree = treeFrom("Job seed Healthy @1004\n  Pod seed-x web:1.5.0 Healthy 0/1 Completed");
    scene.readsManaged = false; // the success is seen before all sources were read again
    scene.application.operationState->phase = OperationPhase::Running;
    scene.until(9);
    scene.application.operationState->phase = OperationPhase::Succeeded;
    scene.readsManaged = true;
    collect(scene);
    EXPECT_EQ(scene.until(20).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods, u"job-collected"_s));
    EXPECT_EQ(scene.verdict().pods.wanted, 0) << "no pod is to come";
}

TEST(JudgeNoPods, CollectedJobWithASuccessfulSyncResultIsDeployed)
{
    auto scene = job(true);
    collect(scene);
    EXPECT_EQ(scene.until(20).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods, u"job-collected"_s));
}

TEST(JudgeNoPods, PreviousJobProvesNothingIfPodsAreHidden)
{
    // The tree is late: the manifests already have the new Job, and no pod shows to which Job the success belongs.
    auto scene = job();
    scene.tree = treeFrom("Job seed Healthy @900");
    scene.until(4);
    scene.tree = treeFrom("Job seed Degraded @1004");
    scene.until(7);
    collect(scene);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting) << "the deleted Job had failed";
    auto unseen = job();
    unseen.tree = treeFrom("Job seed Healthy @900");
    unseen.until(4);
    collect(unseen);
    EXPECT_EQ(unseen.until(60).outcome, Outcome::Waiting) << "the Job was never observed";
}

TEST(JudgeNoPods, DeletedJobWithoutASuccessIsNotDeployed)
{
    auto scene = job();
    scene.until(8);
    collect(scene); // someone deleted it while it ran
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_TRUE(scene.verdict().blocker) << "the blocker is named";
}

TEST(JudgeNoPods, RecreatedJobMustSucceedAgain)
{
    auto scene = job(false);
    scene.until(6);
    scene.tree = treeFrom("Job seed Healthy @1004\n  Pod seed-x web:1.5.0 Healthy 0/1 Completed");
    scene.application.operationState->phase = OperationPhase::Running;
    scene.until(7);
    collect(scene);
    scene.until(8);
    scene.managed.workloads.front().live = scene.managed.workloads.front().target;
    scene.status(u"Job"_s, u"seed"_s, SyncStatus::Synced);
    scene.application.operationState->phase = OperationPhase::Succeeded;
    scene.tree = treeFrom("Job seed Progressing @1010\n  Pod seed-y web:1.5.0 Progressing 0/1 Running");
    scene.tree.nodes.front().uid = u"another"_s;
    scene.until(9);
    collect(scene);
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting);
}

TEST(JudgeNoPods, SuccessOfAnotherVersionDoesNotCount)
{
    auto scene = job(true);
    scene.application.operationState->resources.front().images = {u"web:1.4.0"_s};
    scene.operation(OperationPhase::Succeeded, u"old"_s, -5, -4, {u"web:1.4.0"_s});
    collect(scene);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
}

/// A custom resource that mentions the image. Its operator is not visible.
Scene named(const QString &live, const QByteArray &tree = "Database db")
{
    Scene scene({u"ghcr.io/acme/db:16.3"_s});
    scene.application.revisions = {u"new"_s};
    scene.application.health.status = HealthStatus::Healthy;
    scene.application.reconciledAt = second(-1);
    scene.operation(OperationPhase::Succeeded, u"new"_s, -5, -4);
    scene.managed.mentions.push_back({keyOf(u"Database"_s, u"db"_s), {u"ghcr.io/acme/db:16.3"_s}, {live}});
    scene.managed.items = 1;
    scene.status(u"Database"_s, u"db"_s, SyncStatus::Synced);
    scene.tree = treeFrom(tree);
    return scene;
}

TEST(JudgeNoPods, ImageAnywhereInAManifestIsNoticed)
{
    auto scene = named(u"ghcr.io/acme/db:16.3"_s);
    EXPECT_GE(scene.at(1).stage, Stage::Noticed);
    EXPECT_EQ(scene.until(12).outcome, Outcome::Waiting) << "the operator may still create pods";
    EXPECT_EQ(scene.until(20).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods, u"no-workload"_s));
}

TEST(JudgeNoPods, NamingTheImageIsNotSufficient)
{
    EXPECT_NE(named(u"ghcr.io/acme/db:16.2"_s).until(60).outcome, Outcome::Deployed) << "the cluster has another";
    auto outOfSync = named(u"ghcr.io/acme/db:16.3"_s);
    outOfSync.status(u"Database"_s, u"db"_s, SyncStatus::OutOfSync);
    EXPECT_NE(outOfSync.until(60).outcome, Outcome::Deployed);
    auto unhealthy = named(u"ghcr.io/acme/db:16.3"_s);
    unhealthy.application.health.status = HealthStatus::Progressing;
    EXPECT_NE(unhealthy.until(60).outcome, Outcome::Deployed) << "the application is not Healthy";
}

TEST(JudgeNoPods, PodsCreatedByAnOperatorDecide)
{
    auto old = named(u"ghcr.io/acme/db:16.3"_s,
                     "Database db\n  StatefulSet db Healthy\n    Pod db-0 ghcr.io/acme/db:16.2 Healthy 1/1 Running");
    EXPECT_EQ(old.until(60).outcome, Outcome::Waiting) << "the old pod is still there";
    auto withoutPods = named(u"ghcr.io/acme/db:16.3"_s, "Database db\n  StatefulSet db Progressing");
    EXPECT_EQ(withoutPods.until(60).outcome, Outcome::Waiting) << "pods are expected";
    auto good = named(u"ghcr.io/acme/db:16.3"_s,
                      "Database db\n  StatefulSet db Healthy\n    Pod db-0 ghcr.io/acme/db:16.3 Healthy 1/1 Running\n"
                      "    Pod exporter-0 exporter:2 Healthy 1/1 Running");
    EXPECT_EQ(good.until(5).outcome, Outcome::Deployed);
}

TEST(JudgeNoPods, WorkloadThatDeclaresTheRepositoryCounts)
{
    auto scene = named(u"ghcr.io/acme/db:16.3"_s);
    scene.workload(u"Deployment"_s, u"web"_s, {u"ghcr.io/acme/db:16.2"_s});
    EXPECT_NE(scene.until(60).outcome, Outcome::Deployed) << "a mention is no proof beside a workload";
}

TEST(JudgeNoPods, AppOfAppsParentNamesItsChildren)
{
    Scene scene({u"ghcr.io/acme/shop-web:1.5.0"_s});
    for (const auto &name : {u"shop-api"_s, u"shop-web"_s}) {
        ManagedResourceStatus child;
        child.key = {u"argoproj.io"_s, u"Application"_s, u"argocd"_s, name};
        child.sync = SyncStatus::Synced;
        scene.application.resources.push_back(child);
    }
    scene.managed.items = 2;
    EXPECT_EQ(scene.until(59).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(63).outcome, Outcome::Failed);
    ASSERT_EQ(scene.cause(), Cause::Kind::ImageNotInApplication);
    EXPECT_EQ(scene.verdict().cause->resource.name, u"shop-web"_s);
    EXPECT_EQ(scene.verdict().cause->candidates, (QStringList{u"shop-web"_s, u"shop-api"_s}));
}

constexpr auto kSquadPods = R"(
    Squad web
      Pod web-0  web:1.5.0  Healthy  1/1  Running
      Pod web-1  web:1.5.0  Healthy  1/1  Running
)";

/// An operator's kind without a health and without a number of pods, applied at 5 s.
Scene squad()
{
    Scene scene;
    scene.application.revisions = {u"old"_s};
    scene.application.health = {HealthStatus::Healthy, {}};
    scene.workload(u"Squad"_s, u"web"_s, {u"web:1.4.0"_s}, {}, std::nullopt);
    scene.tree = treeFrom(R"(
        Squad web
          Pod web-0  web:1.4.0  Healthy  1/1  Running
          Pod web-1  web:1.4.0  Healthy  1/1  Running
          Pod web-2  web:1.4.0  Healthy  1/1  Running
    )");
    scene.until(1);
    scene.application.revisions = {u"new"_s};
    scene.application.reconciledAt = second(6);
    scene.workload(u"Squad"_s, u"web"_s, {u"web:1.5.0"_s}, {}, std::nullopt);
    scene.operation(OperationPhase::Succeeded, u"new"_s, 4, 5, {u"web:1.5.0"_s});
    scene.application.operationState->resources.front().key = keyOf(u"Squad"_s, u"web"_s);
    scene.application.sync = SyncStatus::Synced;
    return scene;
}

TEST(JudgeNoPods, PodThatIsReplacedOneByOneIsAwaited)
{
    auto scene = squad();
    scene.until(8);
    scene.tree = treeFrom(QByteArray(kSquadPods) + "      Pod web-2  web:1.4.0  Progressing  1/1  Terminating\n");
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting) << "web-2 is being deleted";
    scene.tree = treeFrom(kSquadPods);
    EXPECT_EQ(scene.until(90).outcome, Outcome::Waiting) << "fewer pods than before";
    scene.tree = treeFrom(QByteArray(kSquadPods) + "      Pod web-3  web:1.5.0  Progressing  0/1  Running\n");
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting);
    scene.tree = treeFrom(QByteArray(kSquadPods) + "      Pod web-3  web:1.5.0  Healthy  1/1  Running\n");
    EXPECT_EQ(scene.until(122).outcome, Outcome::Deployed);
}

TEST(JudgeNoPods, ReadyPodsOfAnOperatorAreTheReasonForTheWait)
{
    auto scene = squad();
    scene.tree = treeFrom(kSquadPods);
    scene.application.reconciledAt = second(12); // Argo CD has compared the application after the sync
    std::optional<Blocker> blocker;
    for (double at = 8; scene.until(at).outcome == Outcome::Waiting; ++at) {
        ASSERT_LT(at, 120);
        if (scene.verdict().blocker)
            blocker = scene.verdict().blocker;
    }
    ASSERT_TRUE(blocker);
    EXPECT_EQ(blocker->kind, Blocker::Kind::Starting);
    EXPECT_EQ(blocker->resource, keyOf(u"Squad"_s, u"web"_s));
    EXPECT_EQ(blocker->detail, u"settling"_s);
}

TEST(JudgeNoPods, FirstPodsOfAnOperatorAreNotAllOfThem)
{
    auto scene = squad();
    scene.tree = treeFrom("Squad web");
    scene.until(8);
    scene.tree = treeFrom("Squad web\n  Pod web-0  web:1.5.0  Healthy  1/1  Running");
    EXPECT_EQ(scene.until(18).outcome, Outcome::Waiting);
    scene.tree = treeFrom(R"(
        Squad web
          Pod web-0  web:1.5.0  Healthy  1/1  Running
          Pod web-1  web:1.5.0  Progressing  0/1  CrashLoopBackOff
    )");
    EXPECT_EQ(scene.until(40).outcome, Outcome::Waiting);
}

TEST(JudgeNoPods, WorkloadOfAnOperatorWithoutPodsIsAwaited)
{
    auto scene = squad();
    scene.tree = treeFrom(R"(
        Squad web
          Deployment web-api        Healthy
            ReplicaSet web-api-1    Healthy
              Pod web-api-1-a  web:1.5.0  Healthy  1/1  Running
          Deployment web-worker     Progressing
    )");
    EXPECT_EQ(scene.until(90).outcome, Outcome::Waiting);
}

TEST(JudgeNoPods, KindWithPodsOnDemandNeedsNone)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.application.health = {HealthStatus::Healthy, {}};
    scene.until(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"ScaledJob"_s, u"report"_s, {u"web:1.5.0"_s}, {}, std::nullopt);
    scene.tree = treeFrom(R"(
        Deployment web              Healthy  Rev:2
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.5.0  Healthy  1/1  Running
        ScaledJob report            Healthy
    )");
    EXPECT_EQ(scene.until(15).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(25).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods));
}

TEST(JudgeNoPods, ImageInAVariableOfAWorkloadIsNoticed)
{
    Scene scene({u"db:1.5.0"_s});
    scene.oldVersionRuns();
    scene.application.health = {HealthStatus::Healthy, {}};
    const auto key = keyOf(u"Deployment"_s, u"web"_s);
    scene.managed.mentions = {{key, {u"db:1.4.0"_s}, {u"db:1.4.0"_s}}};
    EXPECT_EQ(scene.until(100).outcome, Outcome::Waiting) << "the repository is named";
    EXPECT_EQ(scene.verdict().stage, Stage::None);
    scene.newVersionIsApplied(101);
    scene.managed.mentions = {{key, {u"db:1.5.0"_s}, {u"db:1.5.0"_s}}};
    EXPECT_EQ(scene.until(112).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(120).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods));
}

TEST(JudgeNoPods, ResourceThatAlsoNamesADeclaredImageIsNoticed)
{
    Scene scene({u"web:1.5.0"_s, u"db:2.0"_s});
    scene.oldVersionRuns();
    scene.application.health = {HealthStatus::Healthy, {}};
    const auto key = keyOf(u"Platform"_s, u"all"_s);
    scene.status(key.kind, key.name, SyncStatus::Synced);
    scene.managed.mentions = {{key, {u"web:1.4.0"_s, u"db:1.0"_s}, {u"web:1.4.0"_s, u"db:1.0"_s}}};
    scene.until(5);
    scene.newVersionIsApplied(6);
    scene.managed.mentions = {{key, {u"web:1.5.0"_s, u"db:2.0"_s}, {u"web:1.5.0"_s, u"db:2.0"_s}}};
    scene.tree = treeFrom(R"(
        Deployment web              Healthy  Rev:2
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.5.0  Healthy  1/1  Running
        Platform all
    )");
    EXPECT_EQ(scene.until(120).outcome, Outcome::Deployed);
}

TEST(JudgeNoPods, ImageOfADeletedHookIsNotMissing)
{
    Scene scene({u"web:1.5.0"_s, u"migrate:1.5.0"_s});
    scene.oldVersionRuns();
    scene.until(1);
    scene.newVersionIsApplied(5);
    SyncResultResource hook;
    hook.key = keyOf(u"Job"_s, u"migrate"_s);
    hook.hookType = u"PreSync"_s;
    hook.hookPhase = u"Succeeded"_s;
    scene.application.operationState->resources.push_back(hook);
    EXPECT_EQ(scene.until(300).outcome, Outcome::Waiting);
    hook.images = {u"other:1"_s};
    scene.application.operationState->resources.back() = hook;
    EXPECT_EQ(scene.until(400).outcome, Outcome::Failed) << "the hook has another image";
}

/// An operator's kind with containers of its own names 1.5.0 in another field; applied at 5 s.
Scene sidecars(const QByteArray &tree)
{
    Scene scene;
    scene.application.revisions = {u"old"_s};
    scene.application.health = {HealthStatus::Healthy, {}};
    scene.workload(u"Alertmanager"_s, u"main"_s, {u"reloader:1"_s}, {}, std::nullopt);
    const auto key = keyOf(u"Alertmanager"_s, u"main"_s);
    scene.managed.mentions = {{key, {u"web:1.4.0"_s}, {u"web:1.4.0"_s}}};
    scene.until(1);
    scene.application.revisions = {u"new"_s};
    scene.application.sync = SyncStatus::Synced;
    scene.application.reconciledAt = second(6);
    scene.operation(OperationPhase::Succeeded, u"new"_s, 4, 5);
    scene.application.operationState->resultRevisions = {u"new"_s};
    scene.managed.mentions = {{key, {u"web:1.5.0"_s}, {u"web:1.5.0"_s}}};
    scene.tree = treeFrom(tree);
    return scene;
}

TEST(JudgeNoPods, OperatorsKindWithSidecarsIsJudgedByItsPods)
{
    auto pulling = sidecars("Alertmanager main\n  StatefulSet main  Progressing\n"
                            "    Pod main-0  web:1.5.0 reloader:1  Progressing  0/2  ImagePullBackOff  @1006");
    EXPECT_NE(pulling.until(120).outcome, Outcome::Deployed);
    auto none = sidecars("Alertmanager main\n  StatefulSet main  Progressing");
    EXPECT_EQ(none.until(60).outcome, Outcome::Waiting);
    auto good = sidecars("Alertmanager main\n  StatefulSet main  Healthy\n"
                         "    Pod main-0  web:1.5.0 reloader:1  Healthy  2/2  Running  @1006");
    EXPECT_EQ(good.until(60).outcome, Outcome::Deployed);
}

TEST(JudgeNoPods, CronJobThatOnlyNamesTheImageDoesNotFail)
{
    for (const auto *health : {"Degraded", "Suspended"}) {
        Scene scene({u"db:1.5.0"_s});
        scene.oldVersionRuns();
        scene.application.health = {HealthStatus::Healthy, {}};
        scene.workload(u"CronJob"_s, u"scan"_s, {u"scanner:1"_s}, {}, std::nullopt);
        const auto key = keyOf(u"CronJob"_s, u"scan"_s);
        scene.managed.mentions = {{key, {u"db:1.4.0"_s}, {u"db:1.4.0"_s}}};
        scene.until(1);
        scene.newVersionIsApplied(5);
        scene.managed.mentions = {{key, {u"db:1.5.0"_s}, {u"db:1.5.0"_s}}};
        scene.tree = treeFrom(QByteArray("CronJob scan ") + health);
        EXPECT_EQ(scene.until(60).outcome, Outcome::Deployed) << health;
    }
}

TEST(JudgeNoPods, KindThatLostItsPodsIsAwaited)
{
    auto scene = squad();
    scene.tree = treeFrom("Squad web Healthy");
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting) << "its operator may be down";
}

TEST(JudgeNoPods, JobThatIsNotCreatedYetStillNamesItsImage)
{
    Scene scene({u"db:1.5.0"_s});
    scene.oldVersionRuns();
    const auto key = keyOf(u"Job"_s, u"migrate"_s);
    scene.workload(key.kind, key.name, {u"tool:1"_s}, {}, std::nullopt);
    scene.managed.workloads.back().live.reset();
    scene.status(key.kind, key.name, SyncStatus::OutOfSync);
    scene.managed.mentions = {{key, {u"db:1.5.0"_s}, {}}};
    EXPECT_EQ(scene.until(300).outcome, Outcome::Waiting);
}

} // namespace

} // namespace lynceus
