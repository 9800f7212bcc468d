#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kNewRuns = R"(
    Deployment web              Healthy  Rev:2
      ReplicaSet web-1          Healthy  Rev:1
      ReplicaSet web-2          Healthy  Rev:2
        Pod web-2-a  web:1.5.0  Healthy  1/1  Running
)";

Scene released()
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    return scene;
}

TEST(Verdict, IsDeployedWhenEveryPodOfTheNewRevisionIsReady)
{
    auto scene = released();
    EXPECT_EQ(scene.at(5).stage, Stage::Applied) << "the tree still shows the old version";
    scene.tree = treeFrom(kNewRuns);
    EXPECT_EQ(scene.at(6).outcome, Outcome::Deployed);
    EXPECT_EQ(scene.verdict().stage, Stage::Running);
    EXPECT_EQ(scene.verdict().pods, (PodCounts{1, 1, 1, 0}));
    EXPECT_TRUE(scene.verdict().notes.empty());
}

TEST(Verdict, ReportsAlreadyRunningOnlyAtTheFirstCompleteObservation)
{
    Scene scene({u"web:1.4.0"_s});
    scene.oldVersionRuns();
    EXPECT_EQ(scene.at(0.5).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::AlreadyRunning));
    EXPECT_TRUE(scene.hasNote(Note::Kind::MovingTag, u"web:1.4.0"_s)) << "the same tag may have been pushed again";
}

TEST(Verdict, OldVersionThatIsSyncedAndHealthyIsNotDeployed)
{
    Scene scene;
    scene.oldVersionRuns();
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, Stage::None);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::NotNoticed);
}

struct NotYet
{
    const char *name;
    const char *picture;
    Stage stage;
};

class NotDeployed : public ::testing::TestWithParam<NotYet>
{ };

TEST_P(NotDeployed, WhileAnythingIsMissing)
{
    auto scene = released();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 2);
    scene.tree = treeFrom(GetParam().picture);
    EXPECT_EQ(scene.until(9).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().stage, GetParam().stage);
}

INSTANTIATE_TEST_SUITE_P(Verdict, NotDeployed,
                         ::testing::Values(NotYet{"OldPodLeft", R"(
        Deployment web              Healthy  Rev:2
          ReplicaSet web-1          Healthy  Rev:1
            Pod web-1-a  web:1.4.0  Healthy  1/1
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.5.0  Healthy  1/1
            Pod web-2-b  web:1.5.0  Healthy  1/1)",
                                                  Stage::Rolling},
                                           NotYet{"FewerThanWanted", R"(
        Deployment web              Healthy  Rev:2
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.5.0  Healthy  1/1)",
                                                  Stage::Rolling},
                                           NotYet{"ContainerNotReady", R"(
        Deployment web              Healthy  Rev:2
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.5.0  Healthy  1/1
            Pod web-2-b  web:1.5.0  Progressing  1/2)",
                                                  Stage::Rolling},
                                           NotYet{"WorkloadProgressing", R"(
        Deployment web              Progressing  Rev:2
          ReplicaSet web-2          Healthy      Rev:2
            Pod web-2-a  web:1.5.0  Healthy  1/1
            Pod web-2-b  web:1.5.0  Healthy  1/1)",
                                                  Stage::Rolling},
                                           NotYet{"NewestReplicaSetNotInTheTreeYet", R"(
        Deployment web              Healthy  Rev:3
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.5.0  Healthy  1/1
            Pod web-2-b  web:1.5.0  Healthy  1/1)",
                                                  Stage::Applied},
                                           NotYet{"SameImageButOlderRevision", R"(
        Deployment web              Healthy  Rev:3
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.5.0  Healthy  1/1
          ReplicaSet web-3          Healthy  Rev:3
            Pod web-3-a  web:1.5.0  Healthy  1/1
            Pod web-3-b  web:1.5.0  Healthy  1/1)",
                                                  Stage::Rolling},
                                           NotYet{"NoPodsThoughTheyWereSeenBefore", R"(
        Deployment web              Healthy  Rev:2
          ReplicaSet web-2          Healthy  Rev:2)",
                                                  Stage::Applied},
                                           NotYet{"WorkloadNotInTheTree", R"(
        Service web                 Healthy)",
                                                  Stage::Applied}),
                         [](const auto &info) { return info.param.name; });

TEST(Verdict, TerminatingAndEvictedPodsDoNotCount)
{
    auto scene = released();
    scene.tree = treeFrom(R"(
        Deployment web              Healthy  Rev:2
          ReplicaSet web-1          Healthy  Rev:1
            Pod web-1-a  web:1.4.0  Progressing  1/1  Terminating
            Pod web-1-b  web:1.4.0  Degraded     0/1  Evicted
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.5.0  Healthy  1/1
            Pod web-2-b  web:1.5.0  Degraded 0/1  Evicted
    )");
    EXPECT_EQ(scene.at(6).outcome, Outcome::Deployed);
}

TEST(Verdict, RollbackReusesAnOldReplicaSetWithAHigherRevision)
{
    Scene scene({u"web:1.4.0"_s});
    scene.oldVersionRuns();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s});
    scene.tree = treeFrom(kNewRuns);
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.operation(OperationPhase::Succeeded, u"new"_s, 4, 5, {u"web:1.4.0"_s});
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.4.0"_s});
    EXPECT_EQ(scene.at(5).outcome, Outcome::Waiting);
    scene.tree = treeFrom(R"(
        Deployment web              Healthy  Rev:3
          ReplicaSet web-1          Healthy  Rev:3
            Pod web-1-z  web:1.4.0  Healthy  1/1
          ReplicaSet web-2          Healthy  Rev:2
    )");
    EXPECT_EQ(scene.at(6).outcome, Outcome::Deployed);
}

TEST(Verdict, NeedsTheSourcesToBeReadAfterTheNewestChange)
{
    auto scene = released();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 0);
    scene.tree = treeFrom("Deployment web Healthy Rev:2");
    scene.readsApplication = false;
    EXPECT_EQ(scene.at(4).outcome, Outcome::Waiting) << "the application is from before the manifests' change";
    scene.readsApplication = true;
    scene.readsManaged = false;
    EXPECT_EQ(scene.at(5).outcome, Outcome::Waiting) << "manifests are from before the operation";
    scene.readsManaged = true;
    EXPECT_EQ(scene.at(5.5).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods, u"replicas-0"_s));
}

TEST(Verdict, WaitsForTheComparisonAfterTheOperation)
{
    auto scene = released();
    scene.tree = treeFrom(kNewRuns);
    scene.application.reconciledAt = second(3);
    EXPECT_EQ(scene.at(6).stage, Stage::Applied);
    scene.application.reconciledAt = second(5);
    EXPECT_EQ(scene.at(7).outcome, Outcome::Deployed);
}

TEST(Verdict, TargetManifestAloneProvesNothing)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    EXPECT_EQ(scene.at(2).stage, Stage::Noticed);
    EXPECT_EQ(scene.verdict().outcome, Outcome::Waiting);
}

TEST(Verdict, OperationResultCountsOnlyIfPodsProveTheRest)
{
    auto scene = released();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s}); // the live manifests are late
    scene.tree = treeFrom(kNewRuns);
    EXPECT_EQ(scene.at(6).outcome, Outcome::Deployed);
    scene = released();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s}, 0);
    scene.tree = treeFrom("Deployment web Healthy Rev:1");
    EXPECT_EQ(scene.at(6).stage, Stage::Noticed) << "the replicas may be the old ones too";
}

TEST(Verdict, StatefulSetsAndDaemonSetsAreJudgedByTheImagesOfTheirPods)
{
    for (const auto *kind : {"StatefulSet", "DaemonSet"}) {
        auto scene = released();
        scene.managed.workloads.clear();
        scene.application.resources.clear();
        scene.workload(QString::fromLatin1(kind), u"db"_s, {u"web:1.5.0"_s}, {},
                       QLatin1StringView(kind) == "StatefulSet"_L1 ? std::optional(2) : std::nullopt);
        const auto picture = [&](const char *image) {
            return QByteArray(kind) + " db Healthy\n  Pod db-0 web:1.5.0 Healthy 1/1\n  Pod db-1 " + image
                + " Healthy 1/1";
        };
        scene.tree = treeFrom(picture("web:1.4.0").constData());
        EXPECT_EQ(scene.at(6).outcome, Outcome::Waiting) << kind;
        scene.tree = treeFrom(picture("web:1.5.0").constData());
        EXPECT_EQ(scene.at(7).outcome, Outcome::Deployed) << kind;
    }
}

TEST(Verdict, CronJobIsProvenByItsManifestAndNotItsLastJob)
{
    auto scene = released();
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"CronJob"_s, u"report"_s, {u"web:1.5.0"_s}, {}, std::nullopt);
    scene.tree = treeFrom(R"(
        CronJob report              Degraded
          Job report-1              Degraded
            Pod report-1-a web:1.4.0  Degraded 0/1 Error
    )");
    EXPECT_EQ(scene.at(6).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods, u"cronjob"_s));
}

TEST(Verdict, HiddenPodsNeedHealthOfTheNewVersion)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.tree = treeFrom("Deployment web Healthy");
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.at(5);
    EXPECT_EQ(scene.until(9).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(11).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods, u"not-visible"_s));
}

TEST(Verdict, FinishedJobIsDeployed)
{
    auto scene = released();
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"Job"_s, u"import"_s, {u"web:1.5.0"_s}, {}, std::nullopt);
    scene.tree = treeFrom("Job import Progressing\n  Pod import-a web:1.5.0 Healthy 1/1 Running");
    EXPECT_EQ(scene.at(6).outcome, Outcome::Waiting);
    scene.tree = treeFrom("Job import Healthy\n  Pod import-a web:1.5.0 Healthy 0/1 Completed");
    EXPECT_EQ(scene.at(7).outcome, Outcome::Deployed);
}

TEST(Verdict, RolloutReferringToADeploymentIsJudgedByItsOwnPods)
{
    auto scene = released();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 0); // Argo Rollouts scales it to zero
    scene.status(u"Rollout"_s, u"web"_s, SyncStatus::Synced);
    const auto picture = [](const char *second) {
        return QByteArray("Deployment web Healthy Rev:2\nRollout web Healthy Rev:2\n  ReplicaSet web-1 Healthy Rev:1\n"
                          "    Pod web-1-a web:1.4.0 Healthy 1/1\n  ReplicaSet web-2 Healthy Rev:2\n")
            + second;
    };
    scene.tree = treeFrom(picture(""));
    EXPECT_EQ(scene.until(20).outcome, Outcome::Waiting);
    scene.tree = treeFrom(picture("    Pod web-2-a web:1.5.0 Healthy 1/1"));
    EXPECT_EQ(scene.at(21).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::OldPodsKept)) << "Healthy of a Rollout covers its old pods";
}

TEST(Verdict, WaitsForARolloutReferringToADeploymentWithoutPods)
{
    // During the first deployment, and between an old pod and its replacement if surge is not allowed, the only
    // resource to see is a Healthy Deployment with zero desired pods.
    auto scene = released();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 0);
    scene.status(u"Rollout"_s, u"web"_s, SyncStatus::Synced);
    scene.tree = treeFrom("Deployment web Healthy Rev:2");
    EXPECT_EQ(scene.until(8).outcome, Outcome::Waiting) << "the tree does not have the Rollout yet";
    scene.tree = treeFrom("Deployment web Healthy Rev:2\nRollout web Progressing Rev:2\n"
                          "  ReplicaSet web-2 Progressing Rev:2");
    EXPECT_EQ(scene.until(20).outcome, Outcome::Waiting);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::Starting);
    EXPECT_EQ(scene.verdict().blocker->resource, keyOf(u"Rollout"_s, u"web"_s));
    scene.tree = treeFrom("Deployment web Healthy Rev:2\nRollout web Healthy Rev:2\n"
                          "  ReplicaSet web-2 Healthy Rev:2\n    Pod web-2-a web:1.5.0 Healthy 1/1");
    EXPECT_EQ(scene.at(21).outcome, Outcome::Deployed);
}

TEST(Verdict, RolloutReferringToADeploymentIsJudgedDespiteARewritingWebhook)
{
    auto scene = released();
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 0);
    scene.status(u"Rollout"_s, u"web"_s, SyncStatus::Synced);
    scene.tree = treeFrom("Deployment web Healthy Rev:2\nRollout web Healthy Rev:2\n  ReplicaSet web-2 Healthy Rev:2\n"
                          "    Pod web-2-a cache.acme.example/hub/library/web:1.5.0 Healthy 1/1 @1006");
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::ImageRewritten);
    EXPECT_EQ(scene.verdict().blocker->resource, keyOf(u"Rollout"_s, u"web"_s));
}

TEST(Verdict, PausedCanaryCountsOnlyIfAccepted)
{
    const auto play = [](bool accept) {
        Scene scene;
        scene.expectation.acceptSuspended = accept;
        scene.oldVersionRuns();
        scene.at(1);
        scene.newVersionIsApplied(5);
        scene.managed.workloads.clear();
        scene.application.resources.clear();
        scene.workload(u"Rollout"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 4);
        scene.tree = treeFrom(R"(
            Rollout web                 Suspended "CanaryPauseStep"  Rev:2
              ReplicaSet web-1          Healthy  Rev:1
                Pod web-1-a  web:1.4.0  Healthy  1/1
              ReplicaSet web-2          Healthy  Rev:2
                Pod web-2-a  web:1.5.0  Healthy  1/1
        )");
        scene.at(6);
        return scene.verdict();
    };
    EXPECT_EQ(play(true).outcome, Outcome::Deployed);
    EXPECT_EQ(play(true).notes.front().kind, Note::Kind::Suspended);
    EXPECT_EQ(play(false).outcome, Outcome::Waiting);
    EXPECT_EQ(play(false).blocker->kind, Blocker::Kind::Suspended);
}

TEST(Verdict, CustomKindWithoutRevisionsIsJudgedByImages)
{
    auto scene = released();
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"CloneSet"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 2);
    scene.tree = treeFrom("CloneSet web\n  Pod web-a web:1.5.0 Healthy 1/1\n  Pod web-b web:1.4.0 Healthy 1/1");
    EXPECT_EQ(scene.at(6).outcome, Outcome::Waiting);
    scene.tree = treeFrom("CloneSet web\n  Pod web-a web:1.5.0 Healthy 1/1\n  Pod web-b web:1.5.0 Healthy 1/1");
    EXPECT_EQ(scene.at(7).outcome, Outcome::Deployed) << "a missing health check is not bad health";
}

TEST(Verdict, EveryWorkloadThatDeclaresTheImageMustRunItAndSiblingsAreNotes)
{
    auto scene = released();
    scene.workload(u"Deployment"_s, u"twin"_s, {u"web:1.5.0"_s});
    scene.workload(u"Deployment"_s, u"frozen"_s, {u"web:1.3.0"_s});
    const QByteArray frozen = "Deployment frozen Degraded \"old trouble\" Rev:1\n  ReplicaSet f-1 Rev:1\n    Pod f-1-a "
                              "web:1.3.0 Degraded 0/1\n";
    scene.tree = treeFrom(frozen + kNewRuns);
    EXPECT_EQ(scene.at(6).outcome, Outcome::Waiting) << "the second workload is not ready";
    scene.tree =
        treeFrom(frozen + "Deployment twin Healthy Rev:2\n  ReplicaSet t-2 Rev:2\n    Pod t-2-a web:1.5.0 Healthy 1/1"
                 + kNewRuns);
    EXPECT_EQ(scene.at(7).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::OtherTag, u"web:1.3.0"_s));
    EXPECT_TRUE(scene.hasNote(Note::Kind::OtherWorkload));
}

TEST(Verdict, AllExpectedImagesMustRun)
{
    Scene scene({u"web:1.5.0"_s, u"sidecar:2"_s});
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.operation(OperationPhase::Succeeded, u"new"_s, 4, 5, {u"web:1.5.0"_s, u"sidecar:1"_s});
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s, u"sidecar:1"_s});
    scene.tree =
        treeFrom("Deployment web Healthy Rev:2\n  ReplicaSet w Rev:2\n    Pod w-a web:1.5.0 sidecar:1 Healthy 2/2");
    EXPECT_EQ(scene.at(6).stage, Stage::None);
    scene.operation(OperationPhase::Succeeded, u"newer"_s, 8, 9, {u"web:1.5.0"_s, u"sidecar:2"_s});
    scene.application.reconciledAt = second(9);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s, u"sidecar:2"_s});
    EXPECT_EQ(scene.at(9).outcome, Outcome::Waiting);
    scene.tree =
        treeFrom("Deployment web Healthy Rev:3\n  ReplicaSet w Rev:3\n    Pod w-a web:1.5.0 sidecar:2 Healthy 2/2");
    EXPECT_EQ(scene.at(10).outcome, Outcome::Deployed);
}

TEST(Verdict, MovingTagIsReportedToProveNoVersion)
{
    Scene scene({u"web:latest"_s});
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.operation(OperationPhase::Succeeded, u"new"_s, 4, 5, {u"web:latest"_s});
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:latest"_s});
    scene.tree = treeFrom("Deployment web Healthy Rev:2\n  ReplicaSet w Rev:2\n    Pod w-a web:latest Healthy 1/1");
    EXPECT_EQ(scene.at(6).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::MovingTag, u"latest"_s));
}

TEST(Verdict, RecreatedApplicationResetsTheState)
{
    auto scene = released();
    scene.at(5);
    scene.application.uid = u"uid-2"_s;
    scene.oldVersionRuns();
    EXPECT_EQ(scene.until(20).outcome, Outcome::Waiting) << "not superseded: another application";
    EXPECT_EQ(scene.verdict().stage, Stage::None);
}

TEST(Verdict, OutdatedAnswerChangesNothing)
{
    auto scene = released();
    scene.application.resourceVersion = u"20"_s;
    EXPECT_EQ(scene.at(5).stage, Stage::Applied);
    scene.application.resourceVersion = u"19"_s;
    scene.application.revisions = {u"old"_s};
    scene.operation(OperationPhase::Running, u"old"_s, 2, {});
    EXPECT_EQ(scene.at(6).stage, Stage::Applied);
}

} // namespace

} // namespace lynceus
