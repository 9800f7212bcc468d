#include "app/cli/explain/diagnosis.h"

#include "app/cli/output/applications/explanation.h"
#include "tests/support/treepicture.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const auto kNow = Instant(Duration(1'900'000'000'000));

class Explanation : public testing::Test
{
protected:
    Explanation()
    {
        application.name = u"web"_s;
        application.nameSpace = u"argocd"_s;
        application.uid = u"1"_s;
        application.autoSync = true;
        application.sync = SyncStatus::Synced;
        application.revisions = {u"abc"_s};
        application.health.status = HealthStatus::Healthy;
        application.reconciledAt = kNow;
        ManagedResourceStatus status;
        status.key = keyOf(u"Deployment"_s, u"web"_s);
        status.sync = SyncStatus::Synced;
        application.resources = {status};
        ManagedWorkload workload;
        workload.key = status.key;
        workload.target = WorkloadSpec{{u"web:2"_s}, 1, false, false};
        workload.live = workload.target;
        managed.workloads = {workload};
        managed.items = 1;
    }

    Inspection inspection(const QByteArray &picture) const
    {
        Inspection inspection;
        inspection.key = {u"prod"_s, u"argocd"_s, u"web"_s};
        inspection.readAt = kNow;
        inspection.application = std::make_shared<Application>(application);
        inspection.tree = std::make_shared<ResourceTree>(treeFrom(picture));
        inspection.managed = std::make_shared<ManagedResources>(managed);
        return inspection;
    }

    Application application;
    ManagedResources managed;
};

const QByteArray kWell = R"(
    Deployment web                Healthy
      ReplicaSet web-2  Rev:2     Healthy
        Pod web-2-a  web:2        Healthy 1/1
)";

const QByteArray kCrashing = R"(
    Deployment web                Progressing
      ReplicaSet web-2  Rev:2     Progressing
        Pod web-2-a  web:2        Degraded 0/1 x5 CrashLoopBackOff "back-off restarting"
)";

} // namespace

TEST_F(Explanation, ReportsThatAllIsHealthy)
{
    const auto inspected = inspection(kWell);
    const auto diagnosis = diagnose(inspected, {}, {}, {});
    EXPECT_TRUE(diagnosis.isWell);
    const auto sentence = diagnosisSentence(inspected, diagnosis);
    EXPECT_TRUE(sentence.contains(u"argocd/web is healthy: it runs web:2, 1 of 1 pods ready"_s))
        << sentence.toStdString();
    EXPECT_TRUE(worthAsking(inspected, diagnosis).empty());
}

TEST_F(Explanation, NamesThePodThatCrashes)
{
    const auto inspected = inspection(kCrashing);
    const auto diagnosis = diagnose(inspected, {}, {}, {});
    ASSERT_TRUE(diagnosis.cause);
    EXPECT_EQ(nameOf(diagnosis.cause->kind), u"crash-loop"_s);
    EXPECT_EQ(diagnosis.cause->resource.name, u"web-2-a"_s);
    EXPECT_EQ(podWithLastWords(inspected, *diagnosis.cause), inspected.tree->indexOf(keyOf(u"Pod"_s, u"web-2-a"_s)));
    EXPECT_EQ(worthAsking(inspected, diagnosis).size(), 1U);
    const auto text = explanationText(inspected, diagnosis, {});
    EXPECT_TRUE(text.contains(u"Deployment web › ReplicaSet web-2 › Pod web-2-a"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"5 restarts"_s)) << text.toStdString();
}

TEST_F(Explanation, OtherImagesAreNotMatched)
{
    const auto diagnosis = diagnose(inspection(kWell), {*parseImageReference(u"wbe:2"_s)}, {}, {});
    ASSERT_TRUE(diagnosis.cause);
    EXPECT_EQ(nameOf(diagnosis.cause->kind), u"image-not-in-application"_s);
    const auto notYet = diagnose(inspection(kWell), {*parseImageReference(u"web:3"_s)}, {}, {});
    ASSERT_TRUE(notYet.blocker);
    EXPECT_EQ(nameOf(notYet.blocker->kind), u"not-noticed"_s);
    EXPECT_FALSE(notYet.isWell);
}

TEST_F(Explanation, ReportsMissingWorkloads)
{
    const auto diagnosis =
        diagnose(inspection(kWell + "    PersistentVolumeClaim disk  Degraded \"lost\"\n"), {}, {}, {});
    ASSERT_TRUE(diagnosis.cause);
    EXPECT_EQ(diagnosis.cause->resource.name, u"disk"_s);
    EXPECT_EQ(diagnosis.cause->message, u"lost"_s);
}

TEST_F(Explanation, ReportsThatGitCannotBeRendered)
{
    application.conditions = {{u"ComparisonError"_s, u"no such chart"_s, kNow - std::chrono::hours(2)}};
    managed.targetsEmpty = true;
    managed.workloads[0].target.reset();
    const auto diagnosis = diagnose(inspection(kWell), {}, {}, {});
    ASSERT_TRUE(diagnosis.cause);
    EXPECT_EQ(nameOf(diagnosis.cause->kind), u"comparison-error"_s);
    EXPECT_EQ(diagnosis.cause->message, u"no such chart"_s);
}

TEST_F(Explanation, ReportsThatAutomatedSyncIsOff)
{
    application.autoSync = false;
    application.sync = SyncStatus::OutOfSync;
    application.resources[0].sync = SyncStatus::OutOfSync;
    managed.workloads[0].target->images = {u"web:3"_s};
    const auto inspected = inspection(kWell);
    const auto diagnosis = diagnose(inspected, {}, {}, {});
    ASSERT_TRUE(diagnosis.blocker);
    EXPECT_EQ(nameOf(diagnosis.blocker->kind), u"auto-sync-off"_s);
    EXPECT_FALSE(diagnosisSentence(inspected, diagnosis).contains(u"well"_s));
}

TEST_F(Explanation, ApplicationDecidesWithoutWorkloads)
{
    managed.workloads.clear();
    EXPECT_TRUE(diagnose(inspection("ConfigMap web\n"), {}, {}, {}).isWell);
    application.health.status = HealthStatus::Progressing;
    const auto inspected = inspection("ConfigMap web\n");
    const auto diagnosis = diagnose(inspected, {}, {}, {});
    EXPECT_FALSE(diagnosis.isWell);
    EXPECT_TRUE(diagnosisSentence(inspected, diagnosis).contains(u"is not ready yet"_s));
}

TEST_F(Explanation, ExplainsAFailedWorkloadByTheEventsBelowIt)
{
    application.health.status = HealthStatus::Degraded;
    const auto inspected = inspection(R"(
        Deployment web                Degraded "Deployment 'web' exceeded its progress deadline"
          ReplicaSet web-2  Rev:2     Progressing
            Pod web-2-a  web:2        Progressing 0/1 Pending
    )");
    const auto first = diagnose(inspected, {}, {}, {});
    ASSERT_TRUE(first.cause);
    const auto asked = worthAsking(inspected, first);
    const int pod = inspected.tree->indexOf(keyOf(u"Pod"_s, u"web-2-a"_s));
    EXPECT_TRUE(std::ranges::find(asked, pod) != asked.end());
    ResourceEvent event;
    event.involved = {{}, u"Pod"_s, u"web"_s, u"web-2-a"_s};
    event.reason = u"FailedScheduling"_s;
    event.message = u"0/3 nodes are available: 3 Insufficient cpu."_s;
    event.last = kNow - std::chrono::minutes(30);
    const auto second = diagnose(inspected, {}, {}, {event});
    ASSERT_TRUE(second.cause);
    EXPECT_EQ(nameOf(second.cause->kind), u"unschedulable"_s);
    EXPECT_EQ(second.cause->resource.name, u"web-2-a"_s);
}

TEST_F(Explanation, NamesThePodThatIsAwaited)
{
    application.health.status = HealthStatus::Progressing;
    const auto diagnosis = diagnose(inspection(R"(
        Deployment web                Progressing
          ReplicaSet web-2  Rev:2     Progressing
            Pod web-2-a  web:2        Progressing 0/1 ContainerCreating
    )"),
                                    {}, {}, {});
    ASSERT_TRUE(diagnosis.blocker);
    EXPECT_EQ(nameOf(diagnosis.blocker->kind), u"starting"_s);
    EXPECT_EQ(diagnosis.blocker->resource.name, u"web-2-a"_s);
}

} // namespace lynceus
