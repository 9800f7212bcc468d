// Expected versions that are not images: a revision, a chart version, the next version.
#include "core/domain/rollout/workloads/revisions.h"
#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Kind = ExpectedVersion::Kind;

const auto kOld = u"0000000a11111111111111111111111111111111"_s;
const auto kNew = u"3f2a1b0c22222222222222222222222222222222"_s;
const auto kLater = u"9d8c7b6a33333333333333333333333333333333"_s;

constexpr auto kOldPods = R"(
    Deployment web              Healthy  Rev:1
      ReplicaSet web-1          Healthy  Rev:1
        Pod web-1-a  web:1.4.0  Healthy  1/1  Running
)";
constexpr auto kRolling = R"(
    Deployment web              Progressing  Rev:2
      ReplicaSet web-2          Progressing  Rev:2
        Pod web-2-a  web:1.5.0  Progressing  0/1  ContainerCreating
      ReplicaSet web-1          Healthy  Rev:1
        Pod web-1-a  web:1.4.0  Healthy  1/1  Running
)";
constexpr auto kNewPods = R"(
    Deployment web              Healthy  Rev:2
      ReplicaSet web-2          Healthy  Rev:2
        Pod web-2-a  web:1.5.0  Healthy  1/1  Running
      ReplicaSet web-1          Healthy  Rev:1
)";

ApplicationSource gitSource(const QString &target = u"main"_s)
{
    return {u"https://git.example/shop.git"_s, u"web"_s, {}, target};
}

ApplicationSource chartSource(const QString &target)
{
    return {u"https://charts.example"_s, {}, u"web"_s, target};
}

/// An application at the old revision with its history, which should get another version.
class RevisionScene final : public Scene
{
public:
    explicit RevisionScene(Kind kind, const QString &value = {}, std::vector<ApplicationSource> sources = {gitSource()},
                           const QStringList &revisions = {kOld})
        : Scene(QStringList{})
    {
        expectation.version = {kind, value};
        application.sources = std::move(sources);
        application.health = {HealthStatus::Healthy, {}};
        compared(revisions, SyncStatus::Synced, -10);
        workload(u"Deployment"_s, u"web"_s, {u"web:1.4.0"_s});
        synced(revisions, -100);
        tree = treeFrom(kOldPods);
    }

    /// Argo CD has compared the application with @p revisions.
    void compared(const QStringList &revisions, SyncStatus sync, double at)
    {
        application.revisions = revisions;
        application.comparedSources = application.sources;
        application.sync = sync;
        application.reconciledAt = second(at);
        if (!managed.workloads.empty())
            status(u"Deployment"_s, u"web"_s, sync);
    }
    /// An operation for @p revisions starts.
    void syncing(const QStringList &revisions, double at)
    {
        OperationState state;
        state.phase = OperationPhase::Running;
        state.startedAt = second(at);
        state.requestedRevisions = revisions;
        application.operationState = state;
    }
    /// A full sync of @p revisions has ended and is in the history.
    void synced(const QStringList &revisions, double at)
    {
        syncing(revisions, at - 1);
        auto &state = *application.operationState;
        state.phase = OperationPhase::Succeeded;
        state.finishedAt = second(at);
        state.resultRevisions = revisions;
        state.sources = application.sources;
        DeploymentRecord record;
        record.id = application.history.empty() ? 7 : application.history.back().id + 1;
        record.revisions = revisions;
        record.sources = application.sources;
        record.deployedAt = second(at);
        application.history.push_back(record);
    }
    /// A complete release: noticed, applied and rolled out.
    const Verdict &release(const QStringList &revisions, double from, const QString &image = u"web:1.5.0"_s)
    {
        compared(revisions, SyncStatus::OutOfSync, from);
        workload(u"Deployment"_s, u"web"_s, {image}, {u"web:1.4.0"_s});
        until(from + 1);
        syncing(revisions, from + 1);
        until(from + 2);
        synced(revisions, from + 2);
        compared(revisions, SyncStatus::Synced, from + 2);
        workload(u"Deployment"_s, u"web"_s, {image});
        tree = treeFrom(kRolling);
        until(from + 4);
        tree = treeFrom(kNewPods);
        return until(from + 12);
    }
};

TEST(JudgeRevision, RevisionIsNoticedAppliedAndRolledOutLikeAnImage)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    EXPECT_EQ(scene.verdict().stage, Stage::None);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::NotNoticed);
    EXPECT_EQ(scene.verdict().blocker->detail, u"version"_s);

    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    EXPECT_EQ(scene.until(8).stage, Stage::Noticed);
    scene.syncing({kNew}, 8);
    EXPECT_EQ(scene.until(9).stage, Stage::Noticed);
    scene.synced({kNew}, 9);
    scene.compared({kNew}, SyncStatus::Synced, 9);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s});
    scene.until(10);
    EXPECT_EQ(scene.verdict().stage, Stage::Applied);
    scene.tree = treeFrom(kRolling);
    scene.until(12);
    EXPECT_EQ(scene.verdict().stage, Stage::Rolling);
    scene.tree = treeFrom(kNewPods);
    scene.until(20);
    EXPECT_EQ(scene.verdict().outcome, Outcome::Deployed);
    EXPECT_EQ(scene.verdict().stage, Stage::Running);
    EXPECT_EQ(scene.verdict().evidence.revisions, QStringList{kNew});
    EXPECT_EQ(scene.verdict().pods.ready, 1);
    EXPECT_TRUE(scene.verdict().notes.empty());
}

TEST(JudgeRevision, SyncedAndHealthyAtAnOlderRevisionIsNotDeployed)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::None);
    EXPECT_EQ(scene.until(901).outcome, Outcome::TimedOut);
}

TEST(JudgeRevision, NoticedButUnappliedRevisionIsNotDeployed)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.application.autoSync = false;
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::Noticed);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::AutoSyncOff);
}

TEST(JudgeRevision, ChangeOfOtherResourcesAlsoWaitsForItsSync)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.application.autoSync = false;
    scene.status(u"ConfigMap"_s, u"web"_s, SyncStatus::Synced);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::Synced);
    scene.status(u"ConfigMap"_s, u"web"_s, SyncStatus::OutOfSync);
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting) << "all workloads run and are Synced";
    EXPECT_EQ(scene.verdict().stage, Stage::Noticed);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::AutoSyncOff);
}

TEST(JudgeRevision, HealthOlderThanTheSyncDoesNotCount)
{
    // The images stay the same, so the old pods look like pods of the new revision.
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(7);
    scene.synced({kNew}, 8);
    scene.compared({kNew}, SyncStatus::Synced, 8);
    scene.at(8);
    EXPECT_EQ(scene.until(12).outcome, Outcome::Waiting);
    scene.tree = treeFrom(R"(
        Deployment web              Progressing  Rev:2
          ReplicaSet web-2          Progressing  Rev:2
            Pod web-2-a  web:1.4.0  Progressing  0/1  Running
          ReplicaSet web-1          Healthy  Rev:1
            Pod web-1-a  web:1.4.0  Healthy  1/1  Running
    )");
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::Rolling);
    scene.tree = treeFrom(R"(
        Deployment web              Healthy  Rev:2
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.4.0  Healthy  1/1  Running
    )");
    EXPECT_EQ(scene.until(61).outcome, Outcome::Deployed);
}

TEST(JudgeRevision, TreeReadBeforeTheSyncDoesNotCount)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.readsTree = false;
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(7);
    scene.synced({kNew}, 8);
    scene.compared({kNew}, SyncStatus::Synced, 8);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_TRUE(scene.checksAgainAt());
}

TEST(JudgeRevision, ComparisonBeforeTheEndOfTheSyncDoesNotCount)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::Synced, 6);
    scene.synced({kNew}, 8);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::Applied);
}

TEST(JudgeRevision, SelectiveSyncAndDryRunProveNothing)
{
    for (const bool dryRun : {false, true}) {
        RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
        scene.until(5);
        scene.compared({kNew}, SyncStatus::OutOfSync, 6);
        scene.synced({kNew}, 8);
        scene.application.history.pop_back();
        auto &operation = *scene.application.operationState;
        operation.dryRun = dryRun;
        if (!dryRun)
            operation.selected = {keyOf(u"Deployment"_s, u"web"_s)};
        scene.compared({kNew}, SyncStatus::OutOfSync, 9);
        scene.status(u"Deployment"_s, u"web"_s, SyncStatus::Synced);
        EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting) << dryRun;
        EXPECT_EQ(scene.verdict().stage, Stage::Noticed) << dryRun;
    }
}

TEST(JudgeRevision, ReportsThatThereIsNothingToApply)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::Synced, 6); // a commit that changes no manifest
    EXPECT_EQ(scene.until(14).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(30).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NothingToApply));
}

TEST(JudgeRevision, RunningRevisionIsAlreadyRunning)
{
    RevisionScene scene(Kind::Revision, kOld.left(8));
    EXPECT_EQ(scene.until(20).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::AlreadyRunning));
}

TEST(JudgeRevision, NextDesiredVersionDoesNotReplaceTheRunningOne)
{
    RevisionScene scene(Kind::Revision, kOld.left(8));
    scene.compared({kNew}, SyncStatus::OutOfSync, -1);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::RevisionUnproven);
    EXPECT_EQ(scene.verdict().blocker->detail, u"not-compared"_s);
    EXPECT_EQ(scene.release({kNew}, 61).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::LaterRevision, kNew));
}

TEST(JudgeRevision, PreviouslyDesiredRevisionIsNotLater)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.compared({kLater}, SyncStatus::OutOfSync, -1);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(7);
    scene.synced({kNew}, 8);
    scene.compared({kNew}, SyncStatus::OutOfSync, 8); // something else still differs
    scene.until(10);
    scene.synced({kLater}, 11); // reverted
    scene.compared({kLater}, SyncStatus::Synced, 11);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Superseded);
    EXPECT_EQ(scene.cause(), Cause::Kind::RolledBack);
}

TEST(JudgeRevision, HistoryProvesALaterRevision)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.synced({kNew}, 6); // not read in time: the next revision followed at once
    scene.release({kLater}, 7);
    EXPECT_EQ(scene.verdict().outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::LaterRevision, kLater));
}

TEST(JudgeRevision, UnconnectedLaterRevisionIsUnproven)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.release({kLater}, 6);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::RevisionUnproven);
    EXPECT_EQ(scene.verdict().blocker->detail, u"not-seen"_s);
    EXPECT_EQ(scene.verdict().blocker->image, kLater);
    EXPECT_EQ(scene.until(901).outcome, Outcome::TimedOut);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::RevisionUnproven);
}

TEST(JudgeRevision, DeploymentBeforeTheWatchDoesNotProveTheRunningVersion)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.application.history.clear();
    scene.synced({kNew}, -200);
    scene.synced({kOld}, -100); // possibly a revert
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::RevisionUnproven);
    EXPECT_EQ(scene.verdict().blocker->detail, u"deployed-before"_s);
}

TEST(JudgeRevision, ReturnToAnEarlierRevisionIsARollback)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(8);
    scene.compared({kOld}, SyncStatus::Synced, 9);
    EXPECT_EQ(scene.until(15).outcome, Outcome::Waiting) << "replicas may disagree for a moment";
    EXPECT_EQ(scene.until(30).outcome, Outcome::Superseded);
    EXPECT_EQ(scene.cause(), Cause::Kind::RolledBack);
}

TEST(JudgeRevision, RevisionOfAnotherSourceDoesNotCount)
{
    const std::vector sources{chartSource(u"1.5.2"_s), gitSource()};
    RevisionScene chart(Kind::Revision, u"1.5.2"_s, sources, {u"1.5.2"_s, kOld});
    EXPECT_EQ(chart.until(60).outcome, Outcome::Waiting) << "a chart version is not a git revision";
    EXPECT_EQ(chart.verdict().stage, Stage::None);

    const std::vector tagged{chartSource(u"1.4.0"_s), gitSource(u"1.5.2"_s)};
    RevisionScene git(Kind::ChartVersion, u"1.5.2"_s, tagged, {u"1.4.0"_s, kOld});
    EXPECT_EQ(git.until(60).outcome, Outcome::Waiting) << "a git tag is not a chart version";
    EXPECT_EQ(git.verdict().stage, Stage::None);
}

TEST(JudgeRevision, SyncResultOfOtherSourcesDoesNotCount)
{
    const std::vector sources{chartSource(u"1.4.0"_s), gitSource()};
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s, sources, {u"1.4.0"_s, kOld});
    scene.until(5);
    // The chart version changes, the revision of git stays the same.
    scene.release({u"1.5.2"_s, kOld}, 6);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_NE(scene.verdict().stage, Stage::Running);
}

TEST(JudgeRevision, ChartVersionIsTrackedAmongSeveralSources)
{
    const std::vector sources{chartSource(u"1.4.0"_s), gitSource()};
    RevisionScene scene(Kind::ChartVersion, u"1.5.2"_s, sources, {u"1.4.0"_s, kOld});
    scene.until(5);
    scene.application.sources.front().targetRevision = u"1.x"_s;
    EXPECT_EQ(scene.release({u"1.5.2"_s, kOld}, 6).outcome, Outcome::Deployed);
}

TEST(JudgeRevision, TagCountsOnlyAfterAComparison)
{
    RevisionScene scene(Kind::Revision, u"v1.5.0"_s, {gitSource(u"v1.4.0"_s)});
    scene.until(5);
    scene.application.sources = {gitSource(u"v1.5.0"_s)}; // the spec is newer than the status
    EXPECT_EQ(scene.until(30).stage, Stage::None);
    EXPECT_EQ(scene.verdict().outcome, Outcome::Waiting);
    EXPECT_EQ(scene.release({kNew}, 31).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::MovingRevision, u"v1.5.0"_s));
}

TEST(JudgeRevision, TagThatASourceHadBeforeProvesNothing)
{
    auto other = gitSource(u"v1.5.0"_s);
    other.repoUrl = u"https://git.example/values.git"_s;
    RevisionScene scene(Kind::Revision, u"v1.5.0"_s, {gitSource(u"v1.4.0"_s), other}, {kOld, kLater});
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::RevisionUnproven);
    EXPECT_EQ(scene.verdict().blocker->detail, u"other-source"_s);
    scene.application.sources.front().targetRevision = u"v1.5.0"_s;
    EXPECT_EQ(scene.release({kNew, kLater}, 61).outcome, Outcome::Deployed);
}

TEST(JudgeRevision, SpecChangeAtTheSameRevisionMustBeApplied)
{
    RevisionScene scene(Kind::Revision, kOld.left(7));
    scene.application.sources.front().path = u"web-v2"_s;
    scene.compared({kOld}, SyncStatus::OutOfSync, -1);
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::Synced);
    scene.status(u"ConfigMap"_s, u"web"_s, SyncStatus::OutOfSync);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting) << "the history entry belongs to the other path";
    EXPECT_EQ(scene.verdict().stage, Stage::Noticed);
}

TEST(JudgeRevision, StatusOlderThanTheSpecProvesNothing)
{
    RevisionScene scene(Kind::Revision, kOld.left(7));
    scene.application.sources.front().path = u"web-v2"_s; // not compared yet
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    scene.compared({kOld}, SyncStatus::Synced, 60);
    EXPECT_EQ(scene.until(90).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NothingToApply));
}

TEST(JudgeRevision, NextVersionDiffersFromRunningAndDesired)
{
    RevisionScene scene(Kind::Next);
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::None);
    EXPECT_EQ(scene.release({kNew}, 31).outcome, Outcome::Deployed);
    EXPECT_FALSE(scene.hasNote(Note::Kind::AlreadyRunning));
}

TEST(JudgeRevision, DesiredVersionIsNotTheNextVersion)
{
    RevisionScene scene(Kind::Next);
    scene.compared({kNew}, SyncStatus::OutOfSync, -1);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.until(2);
    EXPECT_EQ(scene.release({kNew}, 3).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::None);
}

TEST(JudgeRevision, RollbackOrRepeatedSyncIsNotTheNextVersion)
{
    RevisionScene scene(Kind::Next);
    scene.application.history.clear();
    scene.synced({kLater}, -200);
    scene.synced({kOld}, -100);
    scene.until(5);
    scene.synced({kOld}, 6);
    scene.until(20);
    EXPECT_EQ(scene.verdict().stage, Stage::None) << "the same once more";
    scene.application.autoSync = false;
    scene.synced({kLater}, 21);
    scene.compared({kOld}, SyncStatus::OutOfSync, 22);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::None);
}

TEST(JudgeRevision, RecreatingAnApplicationIsNotTheNextVersion)
{
    RevisionScene scene(Kind::Next);
    scene.until(5);
    scene.application.uid = u"uid-2"_s;
    scene.application.createdAt = second(6);
    scene.application.history.clear();
    scene.synced({kOld}, 7);
    scene.compared({kOld}, SyncStatus::Synced, 8);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::None);
}

TEST(JudgeRevision, FirstVersionOfANewApplicationIsTheNextVersion)
{
    RevisionScene scene(Kind::Next);
    scene.application.createdAt = second(1);
    scene.application.history.clear();
    scene.application.operationState.reset();
    scene.application.revisions.clear();
    scene.until(2);
    EXPECT_EQ(scene.release({kNew}, 3).outcome, Outcome::Deployed);
}

TEST(JudgeRevision, UncomparedOldApplicationHasNoNextVersion)
{
    RevisionScene scene(Kind::Next);
    scene.application.createdAt = second(-10'000);
    scene.application.history.clear();
    scene.application.operationState.reset();
    scene.application.revisions.clear();
    scene.until(5);
    scene.compared({kOld}, SyncStatus::Synced, 6); // the error is gone; this revision was desired all the time
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::None);
}

TEST(JudgeRevision, EveryWorkloadMustRunEvenIfUnchanged)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.workload(u"Deployment"_s, u"api"_s, {u"api:7"_s});
    scene.until(5);
    scene.release({kNew}, 6);
    EXPECT_EQ(scene.verdict().outcome, Outcome::Waiting) << "the tree does not even show api";
    scene.tree = treeFrom(R"(
        Deployment web              Healthy  Rev:2
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.5.0  Healthy  1/1  Running
        Deployment api              Healthy  Rev:1
          ReplicaSet api-1          Healthy  Rev:1
            Pod api-1-a  api:7      Healthy  1/1  Running
    )");
    EXPECT_EQ(scene.until(40).outcome, Outcome::Deployed);
    EXPECT_EQ(scene.verdict().pods.ready, 2);
}

TEST(JudgeRevision, IgnoredImageIsNotDeployed)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(7);
    scene.synced({kNew}, 8);
    scene.compared({kNew}, SyncStatus::Synced, 8);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::IgnoredDifference);
}

TEST(JudgeRevision, PodsThatWereBrokenBeforeTheSyncAreNotAFailure)
{
    constexpr auto kBroken = R"(
        Deployment web              Degraded  Rev:1
          ReplicaSet web-1          Degraded  Rev:1
            Pod web-1-a  web:1.4.0  Degraded  0/1  CrashLoopBackOff  x9
    )";
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.application.autoSync = false;
    scene.tree = treeFrom(kBroken);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(120);
    EXPECT_EQ(scene.verdict().outcome, Outcome::Waiting);
    EXPECT_FALSE(scene.cause());
}

TEST(JudgeRevision, PodsThatBreakAfterTheSyncAreAFailure)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.until(8);
    scene.synced({kNew}, 9);
    scene.compared({kNew}, SyncStatus::Synced, 9);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s});
    scene.tree = treeFrom(R"(
        Deployment web              Progressing  Rev:2
          ReplicaSet web-2          Progressing  Rev:2
            Pod web-2-a  web:1.5.0  Degraded  0/1  CrashLoopBackOff  x3
          ReplicaSet web-1          Healthy  Rev:1
            Pod web-1-a  web:1.4.0  Healthy  1/1  Running
    )");
    scene.until(20);
    EXPECT_EQ(scene.cause(), Cause::Kind::CrashLoop);
    EXPECT_EQ(scene.until(90).outcome, Outcome::Failed);
}

TEST(JudgeRevision, FailedSyncEndsTheWatch)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(8);
    scene.syncing({kNew}, 9);
    auto &operation = *scene.application.operationState;
    operation.phase = OperationPhase::Failed;
    operation.finishedAt = second(10);
    operation.resultRevisions = {kNew};
    operation.message = u"one or more objects failed to apply"_s;
    EXPECT_EQ(scene.until(80).outcome, Outcome::Failed);
    EXPECT_EQ(scene.cause(), Cause::Kind::SyncFailed);
}

TEST(JudgeRevision, FailedSyncOfAnotherRevisionIsNotAFailure)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.syncing({kLater}, 6);
    auto &operation = *scene.application.operationState;
    operation.phase = OperationPhase::Failed;
    operation.finishedAt = second(7);
    operation.resultRevisions = {kLater};
    EXPECT_EQ(scene.until(80).outcome, Outcome::Waiting);
}

TEST(JudgeRevision, SyncStatusAndHealthDecideWithoutWorkloads)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.managed = {};
    scene.tree = {};
    scene.application.resources.clear();
    scene.status(u"ConfigMap"_s, u"web"_s, SyncStatus::Synced);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(8);
    scene.synced({kNew}, 9);
    scene.compared({kNew}, SyncStatus::Synced, 9);
    scene.application.health = {HealthStatus::Progressing, {}};
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    scene.application.health = {HealthStatus::Healthy, {}};
    EXPECT_EQ(scene.until(61).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods, u"none-in-application"_s));
}

TEST(JudgeRevision, UnrenderableManifestsProveNothing)
{
    RevisionScene scene(Kind::Revision, kOld.left(7));
    scene.managed.targetsEmpty = true;
    for (auto &workload : scene.managed.workloads)
        workload.target.reset();
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
}

TEST(JudgeRevision, MoreImagesThanBitsAreAllRequired)
{
    RevisionScene scene(Kind::Revision, kOld.left(7));
    QString picture = QString::fromLatin1(kOldPods);
    for (int i = 0; i < 70; ++i) {
        const auto name = u"w%1"_s.arg(i);
        scene.workload(u"Deployment"_s, name, {name + u":1"_s});
        picture += u"    Deployment %1              Healthy  Rev:1\n"
                   "      ReplicaSet %1-1          Healthy  Rev:1\n"
                   "        Pod %1-1-a  %1:%2  Healthy  1/1  Running\n"_s.arg(name)
                       .arg(i == 69 ? 0 : 1);
    }
    scene.tree = treeFrom(picture.toUtf8());
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting) << "the last workload runs another tag";
    scene.tree = treeFrom(picture.replace(u"w69:0"_s, u"w69:1"_s).toUtf8());
    EXPECT_EQ(scene.until(80).outcome, Outcome::Deployed);
}

TEST(JudgeRevision, VersionsAreComparedBySource)
{
    const ExpectedVersion commit{Kind::Revision, u"3f2a1b0"_s};
    const ExpectedVersion tag{Kind::Revision, u"v1.5.0"_s};
    const ExpectedVersion chart{Kind::ChartVersion, u"1.5.2"_s};
    EXPECT_TRUE(carriesVersion(commit, {kNew}, {gitSource()}));
    EXPECT_TRUE(carriesVersion(commit, {kNew}, {})) << "a commit SHA is unambiguous without its source";
    EXPECT_FALSE(carriesVersion(commit, {u"x"_s + kNew}, {gitSource()}));
    EXPECT_TRUE(carriesVersion(commit, {kOld}, {gitSource(u"3f2a1b0"_s)})) << "the revision can also be a tag";
    EXPECT_TRUE(carriesVersion(tag, {kNew}, {gitSource(u"v1.5.0"_s)}));
    EXPECT_TRUE(carriesVersion(tag, {kNew}, {gitSource(u"refs/tags/v1.5.0"_s)}));
    EXPECT_FALSE(carriesVersion(tag, {kNew}, {})) << "the source of the revision is unknown";
    EXPECT_FALSE(carriesVersion(tag, {kNew, kOld}, {gitSource(u"v1.5.0"_s)})) << "of another comparison";
    EXPECT_TRUE(carriesVersion(chart, {u"v1.5.2"_s}, {chartSource(u"1.x"_s)}));
    EXPECT_FALSE(carriesVersion(chart, {u"1.5.20"_s}, {chartSource(u"1.x"_s)}));
    EXPECT_FALSE(carriesVersion(chart, {u"1.5.2"_s}, {}));
}

/// A revision that changes no image was applied to a StatefulSet whose strategy keeps its pods.
RevisionScene keptPods(const std::function<void(WorkloadSpec &)> &set)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"StatefulSet"_s, u"db"_s, {u"db:7"_s}, {}, 2);
    for (auto *spec : {&*scene.managed.workloads.front().target, &*scene.managed.workloads.front().live})
        set(*spec);
    scene.tree = treeFrom(R"(
        StatefulSet db  Healthy
          Pod db-0  db:7  Healthy  1/1  Running  @900
          Pod db-1  db:7  Healthy  1/1  Running  @900
    )");
    scene.until(5);
    scene.application.revisions = {kNew};
    scene.synced({kNew}, 8);
    scene.application.reconciledAt = second(8);
    return scene;
}

TEST(JudgeRevision, PodsThatTheStrategyKeepsAreNotNew)
{
    auto onDelete = keptPods([](WorkloadSpec &spec) { spec.onDelete = true; });
    EXPECT_EQ(onDelete.until(120).outcome, Outcome::Waiting);
    EXPECT_EQ(onDelete.blocker(), Blocker::Kind::UpdateStrategy);
    onDelete.managed.workloads.front().live->isRolledOut = true;
    EXPECT_EQ(onDelete.until(122).outcome, Outcome::Deployed) << "the status counts all pods as new";

    auto partition = keptPods([](WorkloadSpec &spec) { spec.partition = 1; });
    EXPECT_EQ(partition.until(120).outcome, Outcome::Waiting);
    EXPECT_EQ(partition.blocker(), Blocker::Kind::UpdateStrategy);
}

TEST(JudgeRevision, SyncToARevisionThatIsNotTheNewestIsNotReplaced)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.application.autoSync = false;
    scene.compared({kLater}, SyncStatus::OutOfSync, -5);
    scene.until(5);
    scene.syncing({kNew}, 6);
    scene.application.operationState->resultRevisions = {kNew};
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting);
    scene.synced({kNew}, 30);
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::RevisionUnproven);
}

TEST(JudgeRevision, RollbackAfterAnUnseenReleaseReplacesIt)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.synced({kNew}, 7);
    scene.synced({kOld}, 9);
    scene.compared({kOld}, SyncStatus::Synced, 9);
    EXPECT_EQ(scene.until(30).outcome, Outcome::Superseded);
}

TEST(JudgeRevision, ValueOfAConfigMapIsNoWorkload)
{
    RevisionScene scene(Kind::Next);
    scene.expectation.acceptSuspended = true;
    ImageMention settings;
    settings.key = keyOf(u"ConfigMap"_s, u"web-env"_s);
    settings.key.group.clear();
    settings.target = settings.live = QStringList{u"redis:6379"_s};
    scene.managed.mentions.push_back(settings);
    scene.application.health = {HealthStatus::Degraded, {}};
    scene.until(5);
    EXPECT_EQ(scene.release({kNew}, 6).outcome, Outcome::Deployed);
    EXPECT_FALSE(scene.hasNote(Note::Kind::NoPods));
}

TEST(JudgeRevision, WorkloadThatWasBrokenBeforeIsNotItsFailure)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.workload(u"Deployment"_s, u"api"_s, {u"api:3"_s});
    const QByteArray broken = R"(
    Deployment api              Degraded  Rev:1
      ReplicaSet api-1          Degraded  Rev:1
        Pod api-1-a  api:3  Degraded  0/1  x9  CrashLoopBackOff  @900
)";
    scene.tree = treeFrom(QByteArray(kOldPods) + broken);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(7);
    scene.synced({kNew}, 8);
    scene.compared({kNew}, SyncStatus::Synced, 8);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s});
    scene.tree = treeFrom(QByteArray(kNewPods) + broken);
    EXPECT_EQ(scene.until(300).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(901).outcome, Outcome::TimedOut);
}

TEST(JudgeRevision, PodsThatBreakAfterItsSyncAreItsFailure)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.workload(u"Deployment"_s, u"api"_s, {u"api:3"_s});
    scene.tree = treeFrom(QByteArray(kOldPods) + R"(
    Deployment api              Healthy  Rev:1
      ReplicaSet api-1          Healthy  Rev:1
        Pod api-1-a  api:3  Healthy  1/1  Running  @900
)");
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(7);
    scene.synced({kNew}, 8);
    scene.compared({kNew}, SyncStatus::Synced, 8);
    scene.tree = treeFrom(QByteArray(kNewPods) + R"(
    Deployment api              Progressing  Rev:1
      ReplicaSet api-1          Progressing  Rev:1
        Pod api-1-a  api:3  Degraded  0/1  x5  CrashLoopBackOff  @900
)");
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s});
    EXPECT_EQ(scene.until(100).outcome, Outcome::Failed);
    EXPECT_EQ(scene.cause(), Cause::Kind::CrashLoop);
}

TEST(JudgeRevision, DryCommitIsProvenByItsHydratedCommit)
{
    RevisionScene scene(Kind::Revision, kLater.first(7));
    scene.application.hydratedRevision = kOld;
    scene.application.dryRevision = u"1"_s.repeated(40);
    scene.until(5);
    EXPECT_EQ(scene.verdict().stage, Stage::None);
    scene.application.hydratedRevision = kNew;
    scene.application.dryRevision = kLater;
    EXPECT_EQ(scene.release({kNew}, 6).outcome, Outcome::Deployed);
}

TEST(JudgeRevision, VariableOfAWorkloadIsNoImage)
{
    RevisionScene scene(Kind::Next);
    scene.managed.mentions = {{keyOf(u"Deployment"_s, u"web"_s), {u"redis:6379"_s}, {u"redis:6379"_s}}};
    scene.until(5);
    EXPECT_EQ(scene.release({kNew}, 6).outcome, Outcome::Deployed);
    EXPECT_FALSE(scene.hasNote(Note::Kind::NoPods));
}

TEST(JudgeRevision, PodsOfItsFirstSyncStayItsFailure)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s});
    scene.syncing({kNew}, 6);
    scene.until(7);
    scene.tree = treeFrom(R"(
        Deployment web              Progressing  Rev:2
          ReplicaSet web-2          Progressing  Rev:2
            Pod web-2-a  web:1.5.0  Degraded  0/1  x2  CrashLoopBackOff  @1008
          ReplicaSet web-1          Healthy  Rev:1
            Pod web-1-a  web:1.4.0  Healthy  1/1  Running  @900
    )");
    scene.until(20);
    scene.syncing({kNew}, 20); // self-heal of another resource
    scene.until(25);
    scene.synced({kNew}, 26);
    scene.compared({kNew}, SyncStatus::Synced, 26);
    EXPECT_EQ(scene.until(120).outcome, Outcome::Failed);
    EXPECT_EQ(scene.cause(), Cause::Kind::CrashLoop);
}

TEST(JudgeRevision, ChangedWorkloadThatWasDegradedBeforeIsItsFailure)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    const auto degraded = treeFrom(R"(
        Deployment web              Degraded  Rev:2
          ReplicaSet web-2          Degraded  Rev:2
    )");
    scene.managed.workloads.front().liveGeneration = u"1"_s;
    scene.tree = degraded;
    scene.until(5);
    scene.compared({kNew}, SyncStatus::OutOfSync, 6);
    scene.until(7);
    scene.synced({kNew}, 8);
    scene.compared({kNew}, SyncStatus::Synced, 8);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s});
    scene.managed.workloads.front().liveGeneration = u"2"_s;
    EXPECT_EQ(scene.until(120).outcome, Outcome::Failed);
}

TEST(JudgeRevision, WorkloadThatItsRunningSyncLeavesUnchangedIsNotItsFailure)
{
    RevisionScene scene(Kind::Revision, u"3f2a1b0"_s);
    scene.workload(u"Deployment"_s, u"api"_s, {u"api:3"_s});
    scene.compared({kNew}, SyncStatus::OutOfSync, -1);
    scene.syncing({kNew}, -1);
    SyncResultResource unchanged;
    unchanged.key = keyOf(u"Deployment"_s, u"api"_s);
    unchanged.status = u"Synced"_s;
    unchanged.message = u"deployment.apps/api unchanged"_s;
    scene.application.operationState->resources = {unchanged};
    const QByteArray degraded = "\n    Deployment api              Degraded  Rev:1\n";
    scene.tree = treeFrom(QByteArray(kOldPods) + degraded);
    scene.until(5);
    scene.synced({kNew}, 6);
    scene.compared({kNew}, SyncStatus::Synced, 6);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s});
    scene.tree = treeFrom(QByteArray(kNewPods) + degraded);
    EXPECT_EQ(scene.until(300).outcome, Outcome::Waiting);
}

} // namespace
} // namespace lynceus
