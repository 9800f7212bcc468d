// Operations that do not belong to the release, and hooks whose name changes with each attempt.
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

Scene waitingForParameter()
{
    // Argo CD 2.14: results do not name images. The image is a parameter of the application, so git's revision stays
    // the same.
    Scene scene;
    scene.oldVersionRuns();
    scene.operation(OperationPhase::Failed, u"old"_s, -100, -99);
    scene.application.autoSync = false;
    scene.at(1);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    return scene;
}

TEST(Verdict, OldFailureIsNotTheReleases)
{
    auto scene = waitingForParameter();
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_FALSE(scene.cause());
    EXPECT_EQ(scene.blocker(), Blocker::Kind::AutoSyncOff);
    scene.operation(OperationPhase::Failed, u"old"_s, 61, 62);
    EXPECT_EQ(scene.at(62).outcome, Outcome::Failed);
}

// The manifests of the next revision arrive before the new state of the application, which is late. The application,
// and an operation that fails, may still name an earlier revision with other manifests.
TEST(Verdict, LateApplicationDoesNotAttributeThePreviousRevision)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.application.revisions = {u"first"_s};
    scene.application.sync = SyncStatus::OutOfSync;
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.4.9"_s}, {u"web:1.4.0"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.operation(OperationPhase::Running, u"first"_s, 2, {});
    scene.until(10);
    scene.readsApplication = false;
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.until(16);
    scene.readsApplication = true;
    scene.application.revisions = {u"second"_s};
    scene.operation(OperationPhase::Failed, u"first"_s, 2, 15);
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting);
    EXPECT_FALSE(scene.cause());
    scene.operation(OperationPhase::Failed, u"second"_s, 31, 32);
    EXPECT_EQ(scene.at(32).outcome, Outcome::Failed);
}

class SelectiveOperation : public ::testing::TestWithParam<OperationPhase>
{ };

TEST_P(SelectiveOperation, DoesNotAffectTheRelease)
{
    for (const bool dryRun : {true, false}) {
        Scene scene;
        scene.oldVersionRuns();
        scene.at(1);
        scene.newVersionIsApplied(5);
        scene.until(9);
        scene.operation(GetParam(), u"new"_s, 10, 11, dryRun ? QStringList{u"web:1.5.0"_s} : QStringList{});
        scene.application.reconciledAt = dryRun ? second(6) : second(12); // there is no comparison after a dry run
        auto &operation = *scene.application.operationState;
        operation.dryRun = dryRun;
        if (!dryRun)
            operation.selected = {{{}, u"ConfigMap"_s, {}, u"web"_s}};
        EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting) << dryRun;
        EXPECT_FALSE(scene.cause()) << dryRun;
        scene.tree = treeFrom(kNewRuns);
        EXPECT_EQ(scene.at(31).outcome, Outcome::Deployed) << dryRun;
    }
}

INSTANTIATE_TEST_SUITE_P(Verdict, SelectiveOperation,
                         ::testing::Values(OperationPhase::Failed, OperationPhase::Error, OperationPhase::Succeeded));

TEST(Verdict, IgnoresADryRunOfAnotherImage)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.operation(OperationPhase::Succeeded, u"other"_s, 2, 3, {u"web:1.5.0"_s});
    scene.application.operationState->dryRun = true;
    EXPECT_EQ(scene.until(10).stage, Stage::None);
    scene.operation(OperationPhase::Succeeded, u"other"_s, 11, 12, {u"web:1.4.1"_s});
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.4.1"_s});
    EXPECT_EQ(scene.until(20).outcome, Outcome::Waiting) << "1.5.0 was never desired, so it was not superseded";
}

// Helm may give a hook a new name for each attempt. The failed one stays in the cluster.
TEST(Verdict, RenamedHookRetryCanSucceed)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    const auto attempt = [&](const QString &hook, const QString &phase, std::optional<double> finished, int retry) {
        scene.operation(OperationPhase::Running, u"new"_s, 2, finished, {});
        auto &operation = *scene.application.operationState;
        operation.retryCount = retry;
        operation.resultRevisions = {u"new"_s};
        operation.resources.push_back({keyOf(u"Job"_s, hook), {}, u"PreSync"_s, phase, u"PreSync"_s, {}, {}});
    };
    scene.application.revisions = {u"new"_s};
    attempt(u"migrate-1"_s, u"Running"_s, std::nullopt, 0);
    const QByteArray failed = "Job migrate-1 @1003 Degraded \"backoff limit\"\n  Pod migrate-1-x Degraded 0/1 Error\n";
    scene.until(6);
    scene.tree = treeFrom(failed);
    attempt(u"migrate-1"_s, u"Failed"_s, 7, 1);
    scene.until(8);
    EXPECT_EQ(scene.cause(), Cause::Kind::HookFailed);
    attempt(u"migrate-2"_s, u"Succeeded"_s, std::nullopt, 1);
    scene.until(12);
    EXPECT_EQ(scene.cause(), Cause::Kind::HookFailed) << "another hook runs; the failed one may still run again";
    scene.application.operationState->resources.push_back(
        {keyOf(u"Deployment"_s, u"web"_s), u"Synced"_s, {}, u"Running"_s, u"Sync"_s, {}, {u"web:1.5.0"_s}});
    ManagedResourceStatus left;
    left.key = keyOf(u"Job"_s, u"migrate-1"_s);
    left.hook = true;
    scene.application.resources.push_back(left);
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting);
    EXPECT_FALSE(scene.cause());
}

// The next attempt applies everything again and has not reached its own PostSync hook, which gets another name.
TEST(Verdict, RenamedPostSyncHookKeepsFailingWhileTheNextAttemptSyncs)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(2);
    const auto attempt = [&](const QString &hook, const QString &phase, std::optional<double> finished, int retry) {
        scene.operation(OperationPhase::Running, u"new"_s, 2, finished, {u"web:1.5.0"_s});
        auto &operation = *scene.application.operationState;
        operation.retryCount = retry;
        operation.resources.back().syncPhase = u"Sync"_s;
        if (!hook.isEmpty())
            operation.resources.push_back({keyOf(u"Job"_s, hook), {}, u"PostSync"_s, phase, u"PostSync"_s, {}, {}});
    };
    scene.application.revisions = {u"new"_s};
    attempt(u"smoke-1"_s, u"Failed"_s, 7, 1);
    scene.until(8);
    EXPECT_EQ(scene.cause(), Cause::Kind::HookFailed);
    attempt({}, {}, std::nullopt, 1);
    scene.until(40);
    EXPECT_EQ(scene.cause(), Cause::Kind::HookFailed);
    const auto second = scene;
    attempt(u"smoke-2"_s, u"Failed"_s, 50, 2);
    EXPECT_EQ(scene.until(70).outcome, Outcome::Failed);

    auto other = second;
    other.application.operationState->resources.push_back(
        {keyOf(u"Job"_s, u"smoke-2"_s), {}, u"PostSync"_s, u"Succeeded"_s, u"PostSync"_s, {}, {}});
    EXPECT_EQ(other.until(120).outcome, Outcome::Waiting);
    EXPECT_FALSE(other.cause());
}

TEST(Verdict, DoesNotFailWithASiblingSyncedSeparately)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"Deployment"_s, u"legacy"_s, {u"web:1.2.0"_s});
    scene.until(9);
    scene.operation(OperationPhase::Failed, u"new"_s, 10, 11);
    scene.application.operationState->selected = {{u"apps"_s, u"Deployment"_s, {}, u"legacy"_s}};
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting)
        << "the resource keeps its version whatever the result of its sync";
}

TEST(Verdict, FailsWithAPartOfTheReleaseSyncedSeparately)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.until(9);
    scene.operation(OperationPhase::Failed, u"new"_s, 10, 11);
    scene.application.operationState->selected = {{u"apps"_s, u"Deployment"_s, {}, u"web"_s}};
    EXPECT_EQ(scene.at(11).outcome, Outcome::Failed);
}

} // namespace

} // namespace lynceus
