#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QByteArray rolling(const char *pod, const char *workload = "Progressing")
{
    return QByteArray("Deployment web ") + workload
        + " Rev:2\n  ReplicaSet web-1 Healthy Rev:1\n"
          "    Pod web-1-a web:1.4.0 Healthy 1/1 Running\n  ReplicaSet web-2 Progressing Rev:2\n    Pod web-2-a "
          "web:1.5.0 "
        + pod;
}

Scene released()
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.tree = treeFrom(rolling("Progressing 0/1 ContainerCreating"));
    scene.at(6);
    return scene;
}

struct Broken
{
    const char *reason;
    Cause::Kind kind;
};

class BrokenPod : public ::testing::TestWithParam<Broken>
{ };

TEST_P(BrokenPod, WarnsImmediatelyAndFailsAfterAMinute)
{
    auto scene = released();
    scene.tree = treeFrom(rolling((QByteArray("Degraded 0/1 \"its words\" ") + GetParam().reason).constData()));
    EXPECT_EQ(scene.at(7).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.cause(), GetParam().kind);
    EXPECT_EQ(scene.verdict().cause->resource.name, u"web-2-a"_s);
    EXPECT_EQ(scene.until(66).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(67).outcome, Outcome::Failed);
    EXPECT_EQ(scene.cause(), GetParam().kind);
}

INSTANTIATE_TEST_SUITE_P(Verdict, BrokenPod,
                         ::testing::Values(Broken{"ErrImagePull", Cause::Kind::ImagePull},
                                           Broken{"ImagePullBackOff", Cause::Kind::ImagePull},
                                           Broken{"InvalidImageName", Cause::Kind::ImagePull},
                                           Broken{"Init:ImagePullBackOff", Cause::Kind::ImagePull},
                                           Broken{"CrashLoopBackOff", Cause::Kind::CrashLoop},
                                           Broken{"OOMKilled", Cause::Kind::CrashLoop},
                                           Broken{"Error", Cause::Kind::CrashLoop},
                                           Broken{"CreateContainerConfigError", Cause::Kind::ContainerConfig},
                                           Broken{"RunContainerError", Cause::Kind::ContainerConfig},
                                           Broken{"Init:CrashLoopBackOff", Cause::Kind::InitFailed},
                                           Broken{"Init:Error", Cause::Kind::InitFailed},
                                           Broken{"SomethingNew", Cause::Kind::Degraded}));

TEST(Verdict, TreeReadBeforeTheReleaseWasAppliedIsNoEvidence)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.tree = treeFrom("Deployment web Degraded Rev:1\n  ReplicaSet web-1 Degraded Rev:1\n"
                          "    Pod web-1-a web:1.4.0 Degraded 0/1 CrashLoopBackOff");
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.readsTree = false; // after an outage, the application is read first
    EXPECT_EQ(scene.at(19).outcome, Outcome::Waiting) << "the tree is of second 1";
    EXPECT_EQ(scene.cause(), std::nullopt);
    scene.readsTree = true;
    scene.tree = treeFrom(rolling("Progressing 0/1 ContainerCreating", "Degraded"));
    EXPECT_EQ(scene.at(20).outcome, Outcome::Waiting) << "10 s from now on";
    EXPECT_EQ(scene.until(29).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(31).outcome, Outcome::Failed);
}

/// Deployments "web" and "shop" of the release with their health and their number of ready new pods.
ResourceTree twoSlow(const QByteArray &web, int webReady, const QByteArray &shop, int shopReady)
{
    const auto one = [](const QByteArray &name, const QByteArray &health, int ready) {
        QByteArray text =
            "Deployment " + name + ' ' + health + " Rev:2\n  ReplicaSet " + name + "-2 Progressing Rev:2\n";
        for (int i = 0; i < 3; ++i)
            text += "    Pod " + name + '-' + QByteArray::number(i) + " web:1.5.0 "
                + (i < ready ? "Healthy 1/1 Running\n" : "Progressing 0/1 ContainerCreating\n");
        return text;
    };
    return treeFrom(one("web", web, webReady) + one("shop", shop, shopReady));
}

Scene twoReleased()
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 3);
    scene.workload(u"Deployment"_s, u"shop"_s, {u"web:1.5.0"_s}, {}, 3);
    scene.tree = twoSlow("Progressing", 0, "Progressing", 0);
    scene.at(6);
    return scene;
}

TEST(Verdict, TwoSlowWorkloadsThatAlternatelyExceedDeadlinesAreNotAFailure)
{
    auto scene = twoReleased();
    scene.tree = twoSlow("Degraded", 0, "Progressing", 0);
    scene.until(13);
    scene.tree = twoSlow("Degraded", 0, "Degraded", 0);
    scene.until(14);
    scene.tree = twoSlow("Progressing", 1, "Degraded", 0);
    scene.until(21);
    scene.tree = twoSlow("Degraded", 1, "Degraded", 0);
    EXPECT_EQ(scene.until(22).outcome, Outcome::Waiting)
        << "a workload was Degraded for 16 s in total, but none for 10 s";
    EXPECT_EQ(scene.until(25).outcome, Outcome::Failed) << "the second workload, now Degraded for 12 s";
}

TEST(Verdict, NewReadyPodIsProgressOfADegradedWorkload)
{
    auto scene = twoReleased();
    scene.tree = twoSlow("Degraded", 0, "Progressing", 0);
    scene.until(15);
    scene.tree = twoSlow("Degraded", 1, "Progressing", 0); // it was Progressing while it was not observed
    EXPECT_EQ(scene.until(24).outcome, Outcome::Waiting);
    scene.tree = twoSlow("Degraded", 0, "Progressing", 0);
    scene.at(24.5);
    scene.tree = twoSlow("Degraded", 1, "Progressing", 0); // a pod that stops and becomes ready again is not progress
    EXPECT_EQ(scene.until(26).outcome, Outcome::Failed);
}

TEST(Verdict, WarningIsWithdrawnIfThePodRecovers)
{
    auto scene = released();
    scene.tree = treeFrom(rolling("Degraded 0/1 x1 CrashLoopBackOff"));
    scene.until(60);
    EXPECT_EQ(scene.cause(), Cause::Kind::CrashLoop);
    scene.tree = treeFrom(rolling("Progressing 0/1 Running"));
    EXPECT_EQ(scene.at(61).cause, std::nullopt);
    scene.tree = treeFrom(rolling("Degraded 0/1 x2 CrashLoopBackOff"));
    EXPECT_EQ(scene.until(100).outcome, Outcome::Waiting) << "the period restarts when the pod breaks again";
    EXPECT_EQ(scene.verdict().cause->restarts, 2);
}

TEST(Verdict, CrashingPodStillCrashesBetweenRestarts)
{
    auto scene = released();
    scene.tree = treeFrom(rolling("Degraded 0/1 x1 CrashLoopBackOff"));
    scene.until(30);
    scene.tree = treeFrom(rolling("Degraded 0/1 x1 Running"));
    scene.until(40);
    EXPECT_EQ(scene.cause(), Cause::Kind::CrashLoop);
    EXPECT_EQ(scene.until(71).outcome, Outcome::Failed);
}

TEST(Verdict, EarlierPodMessageExplainsABackOff)
{
    auto scene = released();
    scene.tree = treeFrom(rolling("Degraded 0/1 \"rpc error: not found\" ErrImagePull"));
    scene.at(7);
    scene.tree = treeFrom(rolling("Degraded 0/1 \"Back-off pulling image web:1.5.0\" ImagePullBackOff"));
    scene.at(8);
    EXPECT_EQ(scene.verdict().cause->message, u"rpc error: not found"_s);
}

TEST(Verdict, EventExplainsABackOffWithoutPodMessage)
{
    auto scene = released();
    ResourceEvent event;
    event.involved = {u""_s, u"Pod"_s, u"web"_s, u"web-2-a"_s};
    event.type = u"Warning"_s;
    event.reason = u"Failed"_s;
    event.message = u"Failed to pull image: not found"_s;
    event.last = second(7);
    scene.events = {event};
    scene.tree = treeFrom(rolling("Degraded 0/1 \"Back-off pulling image web:1.5.0\" ImagePullBackOff"));
    scene.at(8);
    EXPECT_EQ(scene.verdict().cause->message, u"Failed to pull image: not found"_s);
}

TEST(Verdict, OldPodsAndThoseBeforeTheImageWasNoticedAreNoEvidence)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.tree = treeFrom(
        "Deployment web Degraded Rev:1\n  ReplicaSet w Rev:1\n    Pod w-a web:1.4.0 Degraded 0/1 CrashLoopBackOff");
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().cause, std::nullopt);
    scene.newVersionIsApplied(121);
    scene.until(125);
    EXPECT_EQ(scene.verdict().cause, std::nullopt) << "still the old version's state, right after the sync";
    scene.tree = treeFrom(rolling("Progressing 0/1 Pending"));
    EXPECT_EQ(scene.until(200).outcome, Outcome::Waiting);
}

TEST(Verdict, PodsThatStayUnreadyWarnAndStayTheCauseWhenTheProgressDeadlineDecides)
{
    auto scene = released();
    scene.tree = treeFrom(rolling("Progressing 0/1 Running"));
    scene.until(16);
    EXPECT_EQ(scene.verdict().cause, std::nullopt);
    scene.until(18);
    EXPECT_EQ(scene.cause(), Cause::Kind::Readiness);
    EXPECT_EQ(scene.until(200).outcome, Outcome::Waiting);
    scene.tree = treeFrom(rolling("Progressing 0/1 Running", "Degraded \"Deployment exceeded its progress deadline\""));
    scene.at(201);
    EXPECT_EQ(scene.cause(), Cause::Kind::Readiness);
    EXPECT_EQ(scene.until(210).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(211).outcome, Outcome::Failed);
}

TEST(Verdict, AbortedRolloutFails)
{
    auto scene = released();
    scene.tree = treeFrom(rolling("Healthy 1/1"));
    scene.at(7);
    scene.tree = treeFrom(rolling("Healthy 1/1", "Degraded \"RolloutAborted: metric failed\""));
    EXPECT_EQ(scene.until(19).outcome, Outcome::Failed);
    EXPECT_EQ(scene.cause(), Cause::Kind::RolloutAborted);
}

TEST(Verdict, UnobservedStateIsNotSustained)
{
    auto scene = released();
    scene.tree = treeFrom(rolling("Degraded 0/1 CrashLoopBackOff"));
    scene.until(10);
    scene.access = Access::Unreachable;
    scene.readsTree = scene.readsApplication = scene.readsManaged = false;
    EXPECT_EQ(scene.until(100).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::Unreachable);
    scene.access = Access::Good;
    scene.readsTree = scene.readsApplication = scene.readsManaged = true;
    EXPECT_EQ(scene.at(101).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(162).outcome, Outcome::Failed);
}

TEST(Verdict, FailedOperationWithTheImageFailsImmediately)
{
    auto scene = released();
    scene.operation(OperationPhase::Failed, u"new"_s, 6, 8, {u"web:1.5.0"_s});
    scene.application.operationState->resources.front().status = u"SyncFailed"_s;
    scene.application.operationState->resources.front().message = u"field is immutable"_s;
    EXPECT_EQ(scene.at(8).outcome, Outcome::Failed);
    EXPECT_EQ(scene.cause(), Cause::Kind::SyncFailed);
    EXPECT_EQ(scene.verdict().cause->resource.kind, u"Deployment"_s);
    EXPECT_EQ(scene.verdict().cause->message, u"field is immutable"_s);
}

TEST(Verdict, RejectedObjectsNameTheRejectingComponent)
{
    const auto causeFor = [](const QString &message, OperationPhase phase) {
        auto scene = released();
        scene.operation(phase, u"new"_s, 6, 8, {u"web:1.5.0"_s});
        scene.application.operationState->message = message;
        scene.at(8);
        return scene.cause();
    };
    EXPECT_EQ(causeFor(u"exceeded quota: compute"_s, OperationPhase::Failed), Cause::Kind::Quota);
    EXPECT_EQ(causeFor(u"admission webhook \"x\" denied the request"_s, OperationPhase::Failed),
              Cause::Kind::AdmissionDenied);
    EXPECT_EQ(causeFor(u"cluster unreachable"_s, OperationPhase::Error), Cause::Kind::SyncError);
}

TEST(Verdict, FailedOperationOfAnotherRevisionDoesNotCount)
{
    auto scene = released();
    scene.operation(OperationPhase::Failed, u"other"_s, 6, 8);
    EXPECT_EQ(scene.until(100).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.verdict().cause, std::nullopt);
}

TEST(Verdict, SameRevisionWithAnotherImageDoesNotCount)
{
    auto scene = released();
    scene.operation(OperationPhase::Failed, u"new"_s, 6, 8, {u"web:1.4.0"_s});
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting);
}

void addHook(Scene &scene, const QString &phase, int retries, std::optional<double> finished)
{
    scene.operation(OperationPhase::Running, u"new"_s, 7, finished);
    SyncResultResource hook;
    hook.key = keyOf(u"Job"_s, u"migrate"_s);
    hook.hookType = u"PreSync"_s;
    hook.hookPhase = phase;
    scene.application.operationState->resources = {hook};
    scene.application.operationState->retryCount = retries;
}

TEST(Verdict, FailedHookStaysFailedAcrossRetries)
{
    Scene scene;
    scene.expectation.failAfter = Duration{20'000};
    scene.oldVersionRuns();
    scene.at(1);
    scene.application.revisions = {u"new"_s};
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.at(4);
    addHook(scene, u"Running"_s, 0, {});
    scene.tree = treeFrom("Job migrate Degraded @900 \"of the last release\"");
    scene.at(8);
    EXPECT_EQ(scene.verdict().cause, std::nullopt) << "created before the operation";
    scene.tree = treeFrom(
        "Job migrate Degraded @1008 \"backoff limit\"\n  Pod m-a migrate:1 Degraded 0/1 \"column exists\" Error");
    scene.at(10);
    EXPECT_EQ(scene.cause(), Cause::Kind::HookFailed);
    EXPECT_EQ(scene.verdict().cause->resource.name, u"migrate"_s);
    EXPECT_EQ(scene.verdict().cause->message, u"column exists"_s);
    EXPECT_EQ(scene.verdict().cause->attempt, 1);
    scene.operation(OperationPhase::Running, u"new"_s, 7, {}); // a retry empties syncResult
    scene.application.operationState->retryCount = 1;
    scene.tree = treeFrom("Service web Healthy");
    scene.until(25);
    EXPECT_EQ(scene.cause(), Cause::Kind::HookFailed);
    EXPECT_EQ(scene.until(30).outcome, Outcome::Failed);
}

TEST(Verdict, HookThatSucceedsOnRetryIsNotAFailure)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.application.revisions = {u"new"_s};
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.at(4);
    addHook(scene, u"Failed"_s, 1, 9);
    scene.at(10);
    EXPECT_EQ(scene.cause(), Cause::Kind::HookFailed);
    addHook(scene, u"Succeeded"_s, 1, {});
    scene.at(11);
    EXPECT_EQ(scene.verdict().cause, std::nullopt);
    EXPECT_EQ(scene.until(100).outcome, Outcome::Waiting);
}

TEST(Verdict, PlainResourcesInAResultAreNotHooks)
{
    auto scene = released();
    scene.application.operationState->resources.front().hookPhase = u"Failed"_s;
    scene.at(8);
    EXPECT_EQ(scene.verdict().cause, std::nullopt);
}

TEST(Verdict, UndeclaredImageFailsAfterItsGraceWithTheNearestName)
{
    Scene scene({u"ghcr.io/acme/shop-agnet:5.4.0"_s});
    scene.oldVersionRuns();
    scene.workload(u"Deployment"_s, u"web"_s, {u"ghcr.io/acme/shop-agent:5.3.0"_s});
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.until(62).outcome, Outcome::Failed);
    EXPECT_EQ(scene.cause(), Cause::Kind::ImageNotInApplication);
    EXPECT_EQ(scene.verdict().cause->candidates, QStringList{u"ghcr.io/acme/shop-agent"_s});
}

TEST(Verdict, ImageShownOnlyByPodsIsNotMissing)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.managed.workloads.clear();
    scene.tree = treeFrom("Widget web Healthy\n  Pod w-a web:1.4.0 Healthy 1/1");
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting);
}

TEST(Verdict, ComparisonErrorBlocksUntilARefreshConfirmsIt)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.application.conditions = {{u"ComparisonError"_s, u"failed to generate manifest: bad template"_s, second(2)}};
    scene.managed.targetsEmpty = true;
    for (auto &workload : scene.managed.workloads)
        workload.target.reset();
    EXPECT_EQ(scene.until(90).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::DesiredStateError);
    scene.refreshAskedAt = second(91);
    scene.refreshTakenUp = true;
    EXPECT_EQ(scene.at(92).outcome, Outcome::Failed);
    EXPECT_EQ(scene.cause(), Cause::Kind::ComparisonError);
}

TEST(Verdict, EventsExplainPodsThatDoNotStart)
{
    auto scene = released();
    scene.tree = treeFrom(rolling("Progressing 0/1 Pending"));
    ResourceEvent event;
    event.involved = {u""_s, u"Pod"_s, u"web"_s, u"web-2-a"_s};
    event.reason = u"FailedScheduling"_s;
    event.message = u"0/3 nodes are available: insufficient cpu"_s;
    event.last = second(7);
    scene.events = {event};
    scene.at(8);
    EXPECT_EQ(scene.cause(), Cause::Kind::Unschedulable);
    scene.events.front().reason = u"FailedMount"_s;
    scene.at(9);
    EXPECT_EQ(scene.cause(), Cause::Kind::Volume);
    scene.events.front().last = second(-50);
    scene.at(10);
    EXPECT_EQ(scene.verdict().cause, std::nullopt) << "an event from before";
}

TEST(Verdict, ReplicaSetEventNamesTheQuota)
{
    auto scene = released();
    scene.tree = treeFrom("Deployment web Progressing Rev:2\n  ReplicaSet web-2 Progressing Rev:2");
    ResourceEvent event;
    event.involved = {u""_s, u"ReplicaSet"_s, u"web"_s, u"web-2"_s};
    event.reason = u"FailedCreate"_s;
    event.message = u"pods \"web-2-\" is forbidden: exceeded quota: compute"_s;
    event.last = second(7);
    scene.events = {event};
    scene.at(8);
    EXPECT_EQ(scene.cause(), Cause::Kind::Quota);
    EXPECT_EQ(scene.verdict().cause->resource.kind, u"ReplicaSet"_s);
}

TEST(Verdict, DeepestCauseIsChosen)
{
    auto scene = released();
    scene.tree = treeFrom(rolling("Healthy 1/1"));
    scene.at(7);
    scene.tree = treeFrom(rolling("Degraded 0/1 CrashLoopBackOff", "Degraded \"exceeded its progress deadline\""));
    scene.at(8);
    EXPECT_EQ(scene.cause(), Cause::Kind::CrashLoop);
    EXPECT_EQ(scene.until(18).outcome, Outcome::Failed) << "Degraded for 10 s, before the pods' minute is over";
    EXPECT_EQ(scene.cause(), Cause::Kind::CrashLoop);
}

/// 1.5.0 was applied at 5 s in the Deployment "web" and in a workload of @p kind.
Scene appliedBeside(const QString &kind, const QString &name, Duration bake = Duration{0})
{
    Scene scene;
    scene.expectation.bake = bake;
    scene.oldVersionRuns();
    scene.until(1);
    scene.newVersionIsApplied(5);
    scene.workload(kind, name, {u"web:1.5.0"_s}, {}, std::nullopt);
    return scene;
}

constexpr QByteArrayView kWebRuns = R"(
    Deployment web              Healthy  Rev:2
      ReplicaSet web-2          Healthy  Rev:2
        Pod web-2-a  web:1.5.0  Healthy  1/1  Running  @1005
)";

TEST(JudgeFailed, JobThatTriesAgainHasNotFailed)
{
    auto scene = appliedBeside(u"Job"_s, u"seed"_s);
    const QByteArray rolling = R"(
    Deployment web              Progressing  Rev:2
      ReplicaSet web-2          Progressing  Rev:2
        Pod web-2-a  web:1.5.0  Progressing  0/1  ContainerCreating  @1005
    Job seed                    Progressing
      Pod seed-a  web:1.5.0     Degraded  0/1  Error  @1005
)";
    scene.tree = treeFrom(rolling);
    scene.until(20);
    scene.tree = treeFrom(rolling + "      Pod seed-b  web:1.5.0  Progressing  1/1  Running  @1018\n");
    EXPECT_EQ(scene.until(100).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.cause(), std::nullopt);
    scene.tree = treeFrom(kWebRuns.toByteArray() + R"(    Job seed                    Healthy
      Pod seed-a  web:1.5.0     Degraded  0/1  Error  @1005
      Pod seed-b  web:1.5.0     Healthy  0/1  Completed  @1018
)");
    EXPECT_EQ(scene.until(105).outcome, Outcome::Deployed);
}

TEST(JudgeFailed, JobThatHasFailedIsExplainedByItsPod)
{
    auto scene = appliedBeside(u"Job"_s, u"seed"_s);
    scene.tree = treeFrom(kWebRuns.toByteArray() + R"(    Job seed                    Degraded
      Pod seed-a  web:1.5.0     Degraded  0/1  Error  @1005
)");
    EXPECT_EQ(scene.until(100).outcome, Outcome::Failed);
    EXPECT_EQ(scene.verdict().cause->resource.kind, u"Pod"_s);
}

TEST(JudgeFailed, OldPodOfACronJobIsNoFailure)
{
    auto scene = appliedBeside(u"CronJob"_s, u"tidy"_s, std::chrono::seconds{30});
    scene.tree = treeFrom(kWebRuns.toByteArray() + R"(    CronJob tidy                Healthy
      Job tidy-1                Degraded
        Pod tidy-1-x  web:1.5.0  Degraded  0/1  Error  @900
)");
    EXPECT_EQ(scene.until(60).outcome, Outcome::Deployed);
}

TEST(JudgeFailed, PodThatTheNodeRejectedIsReplaced)
{
    for (const auto *rejected : {"OutOfnvidia.com/gpu", "OutOfephemeral-storage", "TopologyAffinityError",
                                 "PodOSNotSupported \"Pod was rejected: the node runs another system\""}) {
        Scene scene;
        scene.oldVersionRuns();
        scene.until(1);
        scene.newVersionIsApplied(5);
        scene.tree = treeFrom(QByteArray(R"(
    Deployment web              Healthy  Rev:2
      ReplicaSet web-2          Healthy  Rev:2
        Pod web-2-b  web:1.5.0  Healthy  1/1  Running  @1006
        Pod web-2-a  web:1.5.0  Degraded  0/1  @1005  )")
                              + rejected);
        EXPECT_EQ(scene.until(10).outcome, Outcome::Deployed) << rejected;
    }
}

TEST(JudgeFailed, PodsThatAllNodesRejectFail)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.until(1);
    scene.newVersionIsApplied(5);
    scene.tree = treeFrom(R"(
    Deployment web              Progressing  Rev:2
      ReplicaSet web-2          Progressing  Rev:2
        Pod web-2-a  web:1.5.0  Degraded  0/1  SysctlForbidden "Pod was rejected: forbidden sysctl"  @1005
)");
    EXPECT_EQ(scene.until(100).outcome, Outcome::Failed);
}

} // namespace

} // namespace lynceus
