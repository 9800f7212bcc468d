// States of other clusters than the recorded one: dead nodes, init containers, operators, finished Jobs.
#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

Scene released(const QByteArray &picture)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.at(5);
    scene.tree = treeFrom(picture);
    return scene;
}

QByteArray newRunsBeside(const QByteArray &oldPods, const QByteArray &newPods)
{
    QByteArray picture = "Deployment web Healthy Rev:2\n  ReplicaSet web-1 Healthy Rev:1\n";
    if (!oldPods.isEmpty())
        picture += "    Pod web-1-a web:1.4.0 " + oldPods + '\n';
    picture += "  ReplicaSet web-2 Healthy Rev:2\n    Pod web-2-a web:1.5.0 Healthy 1/1 Running\n";
    if (!newPods.isEmpty())
        picture += "    Pod web-2-b web:1.5.0 " + newPods + '\n';
    return picture;
}

// Pods of a node that disappeared. Since Argo CD 3.0, a deleted pod that has ended keeps the reason of its container;
// only its health shows the deletion. A pod that the kubelet gave up is Failed, regardless of how its containers ended.
class DeletedPod : public ::testing::TestWithParam<const char *>
{ };

TEST_P(DeletedPod, OldVersionsPodDoesNotBlock)
{
    auto scene = released(newRunsBeside(GetParam(), {}));
    EXPECT_EQ(scene.at(7).outcome, Outcome::Deployed);
    EXPECT_EQ(scene.verdict().pods, (PodCounts{1, 1, 1, 0}));
}

TEST_P(DeletedPod, NewVersionsPodIsReplacedWithoutFailure)
{
    auto scene = released(newRunsBeside("Healthy 1/1 Running", GetParam()));
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting);
    EXPECT_FALSE(scene.cause());
    scene.tree = treeFrom(newRunsBeside({}, GetParam()));
    EXPECT_EQ(scene.at(121).outcome, Outcome::Deployed);
}

TEST_P(DeletedPod, DoesNotInterruptTheBakeTime)
{
    Scene scene;
    scene.expectation.bake = std::chrono::seconds{30};
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.tree = treeFrom(newRunsBeside({}, {}));
    scene.until(15);
    scene.tree = treeFrom(newRunsBeside({}, GetParam()));
    EXPECT_EQ(scene.until(20).outcome, Outcome::Waiting);
    scene.tree = treeFrom(newRunsBeside({}, {}));
    EXPECT_EQ(scene.until(40).outcome, Outcome::Deployed);
}

INSTANTIATE_TEST_SUITE_P(
    Verdict, DeletedPod,
    ::testing::Values("Progressing \"Pending deletion\" 1/1 Running", "Progressing \"Pending deletion\" 0/1 Completed",
                      "Progressing \"Pending deletion\" 0/1 Error",
                      "Degraded \"Pod was terminated in response to imminent node shutdown.\" 0/1 Completed",
                      "Degraded \"Pod was terminated in response to imminent node shutdown.\" 0/1 x2 Error",
                      "Degraded \"The node was low on resource: memory. Threshold quantity: 100Mi\" 0/1 Error",
                      "Degraded \"The node was low on resource: memory.\" 0/1 ContainerStatusUnknown",
                      "Degraded \"The container could not be located when the pod was terminated\" 0/1 x1 "
                      "ContainerStatusUnknown",
                      "Degraded \"container web failed with exit code 143\" 0/1 Error", "Degraded 0/1 Completed",
                      "Degraded \"OOMKilled\" 0/1 OOMKilled", "Healthy 0/1 Completed"));

TEST(Verdict, OngoingCrashIsACrash)
{
    auto scene = released(newRunsBeside("Healthy 1/1 Running", "Degraded 0/1 x2 Error"));
    scene.at(6);
    EXPECT_EQ(scene.cause(), Cause::Kind::CrashLoop) << "the container will restart, as before";
    EXPECT_EQ(scene.until(70).outcome, Outcome::Failed);
}

// Argo CD derives the health of a pod only from its containers: a pod whose init container fails stays Progressing.
struct Starting
{
    const char *pod;
    Cause::Kind kind;
};

class UnstartablePod : public ::testing::TestWithParam<Starting>
{ };

TEST_P(UnstartablePod, IsFailingAlthoughItsHealthIsProgressing)
{
    auto scene = released(newRunsBeside("Healthy 1/1 Running", GetParam().pod));
    scene.at(6);
    EXPECT_EQ(scene.cause(), GetParam().kind);
    scene.tree = treeFrom(newRunsBeside("Healthy 1/1 Running", "Progressing 0/1 x2 Init:0/1"));
    scene.at(30);
    EXPECT_TRUE(scene.cause()) << "only the init container runs again";
    EXPECT_EQ(scene.until(70).outcome, Outcome::Failed);
}

INSTANTIATE_TEST_SUITE_P(
    Verdict, UnstartablePod,
    ::testing::Values(Starting{"Progressing 0/1 x1 Init:CrashLoopBackOff", Cause::Kind::InitFailed},
                      Starting{"Progressing 0/1 Init:Error", Cause::Kind::InitFailed},
                      Starting{"Progressing 0/1 Init:ImagePullBackOff", Cause::Kind::ImagePull},
                      Starting{"Progressing 0/1 Init:ErrImagePull", Cause::Kind::ImagePull},
                      Starting{"Progressing 0/1 Init:CreateContainerConfigError", Cause::Kind::InitFailed},
                      Starting{"Progressing 0/1 InvalidImageName", Cause::Kind::ImagePull}));

// After a stream breaks without an error, the pod may have recovered since the last frame.
TEST(Verdict, ReadsOnceMoreBeforeFailing)
{
    auto scene = released(newRunsBeside("Healthy 1/1 Running", "Degraded 0/1 x1 CrashLoopBackOff"));
    scene.until(60);
    scene.readsTree = false;
    EXPECT_EQ(scene.until(70).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.checksAgainAt(), second(65.5));
    scene.readsTree = true;
    auto healed = scene;
    EXPECT_EQ(scene.at(70.5).outcome, Outcome::Failed);
    healed.tree = treeFrom(newRunsBeside("Healthy 1/1 Running", "Progressing 0/1 x1 ContainerCreating"));
    EXPECT_EQ(healed.at(70.5).outcome, Outcome::Waiting);
}

TEST(Verdict, WaitsForInitContainers)
{
    auto scene = released(newRunsBeside("Healthy 1/1 Running", "Progressing 0/1 Init:0/2"));
    EXPECT_EQ(scene.until(300).outcome, Outcome::Waiting);
    EXPECT_FALSE(scene.cause());
}

// Each pod crashes once until the next pod runs, and then runs itself: the rolling update is slow, but not broken.
TEST(Verdict, ManyShortCrashesAreNotOneLongCrash)
{
    auto scene = released(newRunsBeside("Healthy 1/1 Running", {}));
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 9);
    const auto picture = [](int ready, bool next) {
        QByteArray text = "Deployment web Progressing Rev:2\n  ReplicaSet web-1 Rev:1\n    Pod web-1-a web:1.4.0 "
                          "Healthy 1/1 Running\n  ReplicaSet web-2 Progressing Rev:2\n";
        for (int i = 0; i < ready; ++i)
            text += "    Pod web-2-" + QByteArray::number(i) + " web:1.5.0 Healthy 1/1 x1 Running\n";
        for (int i = ready; next && i < ready + 2; ++i)
            text += "    Pod web-2-" + QByteArray::number(i) + " web:1.5.0 Degraded 0/1 x1 CrashLoopBackOff\n";
        return treeFrom(text);
    };
    for (int ready = 0; ready < 7; ++ready) {
        scene.tree = picture(ready, true);
        ASSERT_EQ(scene.until(6 + 15 * (ready + 1)).outcome, Outcome::Waiting) << ready;
        EXPECT_EQ(scene.cause(), Cause::Kind::CrashLoop);
    }
    scene.tree = picture(7, true); // the rollout stops here
    EXPECT_EQ(scene.until(6 + 15 * 7 + 62).outcome, Outcome::Failed);
}

TEST(Verdict, AcceptsAFinishedJobWithoutPods)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.workload(u"Job"_s, u"import"_s, {u"web:1.4.0"_s}, {}, std::nullopt);
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"Job"_s, u"import"_s, {u"web:1.5.0"_s}, {}, std::nullopt);
    scene.tree = treeFrom(newRunsBeside({}, {}) + "Job import Healthy \"Reached expected number of succeeded pods\"\n");
    EXPECT_EQ(scene.until(15).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods, u"job-done"_s));
}

TEST(Verdict, WaitsForTheFirstPodOfAJob)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"Job"_s, u"import"_s, {u"web:1.5.0"_s}, {}, std::nullopt);
    scene.tree = treeFrom(newRunsBeside({}, {}) + "Job import Progressing\n");
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting);
}

// A DaemonSet whose selector matches no node: Healthy, with no desired and no running pods.
TEST(Verdict, NotesThatADaemonSetWithoutNodesProvesLittle)
{
    Scene scene({u"agent:2"_s});
    scene.oldVersionRuns();
    scene.workload(u"DaemonSet"_s, u"agent"_s, {u"agent:1"_s}, {}, std::nullopt);
    scene.tree = treeFrom(newRunsBeside({}, {}) + "DaemonSet agent Healthy\n  ControllerRevision agent-1\n");
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"DaemonSet"_s, u"agent"_s, {u"agent:2"_s}, {}, std::nullopt);
    EXPECT_EQ(scene.at(6).outcome, Outcome::Waiting) << "the health may belong to the old version";
    EXPECT_EQ(scene.until(30).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::NoPods, u"not-visible"_s));
}

Scene analysed(const QByteArray &picture)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"Rollout"_s, u"web"_s, {u"web:1.4.0"_s});
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"Rollout"_s, u"web"_s, {u"web:1.5.0"_s});
    scene.tree = treeFrom(picture);
    return scene;
}

TEST(Verdict, IgnoresAnalysisPods)
{
    for (const char *test : {"web:1.5.0 Healthy 0/1 Completed", "web:1.4.0 Progressing 1/1 Running",
                             "web:1.5.0 Degraded 0/1 Error", "web:1.5.0 Progressing 1/1 Running"}) {
        auto scene = analysed(R"(
            Rollout web                 Healthy  Rev:2
              ReplicaSet web-1          Healthy  Rev:1
              ReplicaSet web-2          Healthy  Rev:2
                Pod web-2-a  web:1.5.0  Healthy  1/1  Running
              AnalysisRun web-2-1       Healthy
                Job smoke               Healthy
                  Pod smoke-x           )"
                              + QByteArray(test));
        EXPECT_EQ(scene.at(6).outcome, Outcome::Deployed) << test;
        EXPECT_EQ(scene.verdict().pods, (PodCounts{1, 1, 1, 0})) << test;
        EXPECT_FALSE(scene.hasNote(Note::Kind::OldPodsKept)) << test;
    }
}

// A custom resource of an operator has no health and no number of desired pods; the resources that it creates have
// both.
TEST(Verdict, WaitsForResourcesOfAnOperator)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"Database"_s, u"db"_s, {u"web:1.4.0"_s}, {}, std::nullopt);
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"Database"_s, u"db"_s, {u"web:1.5.0"_s}, {}, std::nullopt);
    scene.tree = treeFrom(R"(
        Database db
          StatefulSet db         Progressing "Waiting for 3 pods to be ready"
            Pod db-0  web:1.5.0  Healthy  1/1  Running
    )");
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting) << "one of three pods";
    scene.tree = treeFrom(R"(
        Database db
          StatefulSet db         Healthy
            Pod db-0  web:1.5.0  Healthy  1/1  Running
            Pod db-1  web:1.5.0  Healthy  1/1  Running
            Pod db-2  web:1.5.0  Healthy  1/1  Running
    )");
    EXPECT_EQ(scene.at(31).outcome, Outcome::Deployed);
}

TEST(Verdict, NotesThatAnotherContainerKeepsAnotherTag)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.4.0"_s, u"web:1.5.0"_s});
    scene.tree = treeFrom("Deployment web Healthy Rev:2\n  ReplicaSet web-2 Healthy Rev:2\n"
                          "    Pod web-2-a web:1.4.0 web:1.5.0 Healthy 2/2 Running\n");
    EXPECT_EQ(scene.at(6).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::OtherTag, u"web:1.4.0"_s)) << "only the init container may be new";
}

TEST(Verdict, NotesThatTheSameTagIsDeployedAgain)
{
    Scene scene({u"web:1.4.0"_s});
    scene.oldVersionRuns();
    scene.tree = treeFrom(R"(
        Deployment web              Progressing  Rev:2
          ReplicaSet web-1          Healthy      Rev:1
            Pod web-1-a  web:1.4.0  Healthy      1/1  Running
          ReplicaSet web-2          Progressing  Rev:2
            Pod web-2-a  web:1.4.0  Progressing  0/1  ContainerCreating
    )");
    scene.at(1);
    scene.tree = treeFrom(R"(
        Deployment web              Healthy  Rev:2
          ReplicaSet web-1          Healthy  Rev:1
          ReplicaSet web-2          Healthy  Rev:2
            Pod web-2-a  web:1.4.0  Healthy  1/1  Running
    )");
    EXPECT_EQ(scene.at(5).outcome, Outcome::Deployed);
    EXPECT_TRUE(scene.hasNote(Note::Kind::MovingTag, u"web:1.4.0"_s)) << "the version before had the tag already";
}

TEST(Verdict, LateTemplateIsNotAnotherTag)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.tree = treeFrom(newRunsBeside({}, {}));
    EXPECT_EQ(scene.at(6).outcome, Outcome::Deployed);
    EXPECT_FALSE(scene.hasNote(Note::Kind::OtherTag));
}

TEST(Verdict, RequestsPodsThatAreNotShown)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.tree = treeFrom("Deployment web Healthy Rev:1\n");
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.at(5);
    EXPECT_EQ(scene.checksAgainAt(), second(10));
    scene.readsManaged = scene.readsApplication = false;
    EXPECT_EQ(scene.until(30).outcome, Outcome::Waiting);
    scene.readsManaged = scene.readsApplication = true;
    EXPECT_EQ(scene.at(31).outcome, Outcome::Deployed);
}

} // namespace

} // namespace lynceus
