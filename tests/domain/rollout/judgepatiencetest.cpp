// When a pod that is not ready or does not start causes a warning: docs/verdicts.md, "Causes".

#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QByteArray rolling(const QByteArray &pods, const QByteArray &deployment = "Progressing")
{
    return "Deployment web Rev:2 " + deployment
        + "\n  ReplicaSet web-1 Healthy Rev:1\n    Pod web-1-a web:1.4.0 Healthy 1/1 Running"
          "\n  ReplicaSet web-2 Progressing Rev:2"
        + pods;
}

QByteArray pod(const QByteArray &state, const QByteArray &name = "web-2-a")
{
    return "\n    Pod " + name + " web:1.5.0 " + state;
}

Scene released(const QByteArray &pods)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.tree = treeFrom(rolling(pods));
    scene.at(6);
    return scene;
}

ResourceEvent event(const QString &kind, const QString &name, const QString &reason, double at)
{
    ResourceEvent event;
    event.involved = {{}, kind, u"web"_s, name};
    event.reason = reason;
    event.message = reason;
    event.first = event.last = second(at);
    return event;
}

TEST(JudgePatience, ReadinessWarnsOnlyAfterTheProbeDelays)
{
    auto scene = released(pod("Progressing 0/1 Running"));
    scene.managed.workloads.back().live->probeDelay = Duration{40'000};
    scene.until(45);
    EXPECT_EQ(scene.cause(), std::nullopt);
    scene.until(47);
    EXPECT_EQ(scene.cause(), Cause::Kind::Readiness);
}

TEST(JudgePatience, ReadinessDoesNotWarnWhileAPodIsYoungerThanItsSiblingAtReadiness)
{
    auto scene = released(pod("Progressing 0/1 Running"));
    scene.until(15.5);
    scene.tree = treeFrom(rolling(pod("Healthy 1/1 Running") + pod("Progressing 0/1 Running", "web-2-b")));
    scene.until(26.5);
    EXPECT_EQ(scene.cause(), std::nullopt) << "the first pod took almost as long";
    scene.until(40);
    EXPECT_EQ(scene.cause(), Cause::Kind::Readiness);
}

TEST(JudgePatience, RunningJobIsNotUnready)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.managed.workloads.clear();
    scene.workload(u"Job"_s, u"web"_s, {u"web:1.5.0"_s}, {}, std::nullopt);
    scene.newVersionIsApplied(5);
    scene.managed.workloads.erase(scene.managed.workloads.begin() + 1);
    scene.tree = treeFrom("Job web Progressing\n  Pod web-a web:1.5.0 Progressing 1/1 Running");
    scene.at(6);
    scene.until(100);
    EXPECT_EQ(scene.cause(), std::nullopt);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::Starting);
    EXPECT_EQ(scene.verdict().blocker->resource.kind, u"Job"_s);
}

TEST(JudgePatience, RootCauseStaysAfterTheProgressDeadline)
{
    constexpr auto kDegraded = "Degraded \"Deployment 'web' exceeded its progress deadline\"";
    auto unready = released(pod("Progressing 0/1 Running"));
    unready.until(20);
    unready.tree = treeFrom(rolling(pod("Progressing 0/1 Running"), kDegraded));
    unready.until(31);
    EXPECT_EQ(unready.cause(), Cause::Kind::Readiness);
    EXPECT_EQ(unready.verdict().outcome, Outcome::Failed);

    auto unscheduled = released(pod("Progressing 0/1 Pending"));
    unscheduled.events = {event(u"Pod"_s, u"web-2-a"_s, u"FailedScheduling"_s, 7)};
    unscheduled.at(8);
    EXPECT_EQ(unscheduled.cause(), Cause::Kind::Unschedulable);
    unscheduled.events = {event(u"Deployment"_s, u"web"_s, u"ScalingReplicaSet"_s, 6)};
    unscheduled.tree = treeFrom(rolling(pod("Progressing 0/1 Pending"), kDegraded));
    unscheduled.until(31);
    EXPECT_EQ(unscheduled.cause(), Cause::Kind::Unschedulable) << "the report about the pod still holds";
}

TEST(JudgePatience, LaterWatchFindsTheSameCause)
{
    Scene scene;
    scene.newVersionIsApplied(-300);
    scene.tree = treeFrom(rolling(pod("Progressing 0/1 Pending @705"), "Degraded \"exceeded its progress deadline\""));
    scene.events = {event(u"Pod"_s, u"web-2-a"_s, u"FailedScheduling"_s, -290)};
    scene.at(1);
    scene.until(12);
    ASSERT_TRUE(scene.verdict().cause);
    EXPECT_EQ(scene.cause(), Cause::Kind::Unschedulable);

    Scene quota;
    quota.newVersionIsApplied(-300);
    quota.tree = treeFrom(rolling({}, "Degraded \"exceeded its progress deadline\""));
    quota.events = {event(u"ReplicaSet"_s, u"web-2"_s, u"FailedCreate"_s, -290)};
    quota.events.back().message = u"pods \"x\" is forbidden: exceeded quota: small"_s;
    quota.at(1);
    quota.until(12);
    EXPECT_EQ(quota.cause(), Cause::Kind::Quota);
}

TEST(JudgePatience, LaterEventSupersedesAnEarlierCause)
{
    auto scene = released(pod("Progressing 0/1 ContainerCreating"));
    scene.events = {event(u"Pod"_s, u"web-2-a"_s, u"FailedMount"_s, 7)};
    scene.at(8);
    EXPECT_EQ(scene.cause(), Cause::Kind::Volume);
    scene.events.push_back(event(u"Pod"_s, u"web-2-a"_s, u"Pulling"_s, 9));
    scene.at(10);
    EXPECT_EQ(scene.cause(), std::nullopt);
}

TEST(JudgePatience, TreeOlderThanTheOutageCausesNoWarning)
{
    auto scene = released(pod("Progressing 0/1 Running"));
    scene.until(9);
    scene.readsTree = false;
    scene.access = Access::Unreachable;
    scene.until(14);
    scene.access = Access::Good;
    scene.accessSince = second(14);
    scene.until(25);
    EXPECT_EQ(scene.cause(), std::nullopt);
    scene.readsTree = true;
    scene.at(26);
    EXPECT_EQ(scene.cause(), Cause::Kind::Readiness);
}

} // namespace

} // namespace lynceus
