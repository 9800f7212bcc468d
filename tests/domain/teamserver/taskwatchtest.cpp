#include "core/domain/teamserver/taskwatch.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const Instant kCreated(std::chrono::seconds(1'000));
const Instant kUpdated(std::chrono::seconds(1'200));

ServerTask taskOf(std::optional<TaskState> state)
{
    ServerTask task;
    task.id = u"a-1"_s;
    task.app = u"argocd/shop-web"_s;
    task.author = u"ada"_s;
    task.project = u"shop"_s;
    task.images = {{u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s}};
    task.state = state;
    task.stateName = state ? nameOf(*state) : u"paused by the moon"_s;
    task.reason = u"the image is not there"_s;
    task.created = kCreated;
    task.updated = kUpdated;
    return task;
}

ServerVerdict verdictWith(Outcome outcome)
{
    ServerVerdict verdict;
    verdict.facts.emplace();
    verdict.facts->outcome = outcome;
    verdict.facts->cause.emplace();
    verdict.facts->cause->kind = Cause::Kind::ImagePull;
    return verdict;
}

WatchRecord ownWatch(const QString &nameSpace, const QString &image)
{
    WatchRecord watch;
    watch.id = u"w7k3f"_s;
    watch.request.application = {u"staging"_s, nameSpace, u"shop-web"_s};
    watch.expectation.images = {parseImageReference(image).value()};
    return watch;
}

} // namespace

TEST(TaskWatches, HaveTheirOwnIds)
{
    const TaskPlace place{u"server"_s, u"a/b"_s};
    EXPECT_EQ(taskPlaceOf(taskWatchId(place)), place);
    for (const auto &own : {u"w7k3f"_s, u"task"_s, u"task/"_s, u""_s})
        EXPECT_FALSE(isTaskWatch(own)) << qPrintable(own);
}

TEST(TaskWatches, HaveTheStageOfTheirState)
{
    const std::pair<std::optional<TaskState>, Outcome> states[] = {
        {TaskState::InProgress, Outcome::Waiting}, {TaskState::Deployed, Outcome::Deployed},
        {TaskState::Failed, Outcome::Failed},      {TaskState::AppNotFound, Outcome::Gone},
        {TaskState::Aborted, Outcome::Aborted},    {TaskState::Cancelled, Outcome::Cancelled},
        {std::nullopt, Outcome::Aborted}}; // a state of a newer server must not count as deployed
    for (const auto &[state, outcome] : states) {
        const auto watch = watchOf(taskOf(state), u"server"_s);
        EXPECT_EQ(watch.verdict.outcome, outcome);
        EXPECT_EQ(watch.endedAt.has_value(), outcome != Outcome::Waiting);
        EXPECT_EQ(watch.request.application, (ApplicationKey{u"server"_s, u"argocd"_s, u"shop-web"_s}));
        EXPECT_EQ(watch.request.who, u"ada"_s);
    }
    EXPECT_EQ(reportedReason(watchOf(taskOf(TaskState::Failed), u"server"_s)), u"the image is not there"_s);
    EXPECT_EQ(reportedReason(watchOf(taskOf({}), u"server"_s)), u"paused by the moon"_s);
    EXPECT_TRUE(reportedReason(watchOf(taskOf(TaskState::InProgress), u"server"_s)).isEmpty());
}

TEST(TaskWatches, NameTheArgoCdOfTheServer)
{
    auto task = taskOf(TaskState::Failed);
    EXPECT_TRUE(watchOf(task, u"server"_s).argoInstance.isEmpty());
    task.instance = u"production"_s;
    EXPECT_EQ(watchOf(task, u"server"_s).argoInstance, u"production"_s);
    EXPECT_EQ(watchOf(task, u"server"_s).request.application.instance, u"server"_s);
}

TEST(TaskWatches, UseTheVerdictOfTheirState)
{
    auto task = taskOf(TaskState::Failed);
    task.verdict = verdictWith(Outcome::TimedOut); // which the API reports as failed
    auto watch = watchOf(task, u"server"_s);
    EXPECT_EQ(watch.verdict.outcome, Outcome::TimedOut);
    ASSERT_TRUE(watch.verdict.cause);
    EXPECT_EQ(watch.verdict.cause->kind, Cause::Kind::ImagePull);
    EXPECT_TRUE(reportedReason(watch).isEmpty()) << "the cause already contains the reason";
    EXPECT_FALSE(isStateAlone(watch));
    task.verdict = verdictWith(Outcome::Waiting); // from an earlier state
    watch = watchOf(task, u"server"_s);
    EXPECT_EQ(watch.verdict.outcome, Outcome::Failed);
    EXPECT_FALSE(watch.verdict.cause);
    EXPECT_TRUE(isStateAlone(watch));
}

TEST(TaskWatches, MatchTheRequestOfALocalWatch)
{
    const auto task = taskOf(TaskState::InProgress);
    EXPECT_TRUE(repeats(task, ownWatch(u"argocd"_s, u"ghcr.io/acme/shop-web:1.5.0"_s)));
    EXPECT_FALSE(repeats(task, ownWatch(u"team-b"_s, u"ghcr.io/acme/shop-web:1.5.0"_s)));
    EXPECT_FALSE(repeats(task, ownWatch(u"argocd"_s, u"ghcr.io/acme/shop-web:1.6.0"_s)));
    auto cancelled = ownWatch(u"argocd"_s, u"ghcr.io/acme/shop-web:1.5.0"_s);
    cancelled.verdict.outcome = Outcome::Cancelled;
    EXPECT_FALSE(repeats(task, cancelled)) << "the watch has no information about the release";
    auto unqualified = task;
    unqualified.app = u"shop-web"_s; // as Argo Watcher names it
    EXPECT_TRUE(repeats(unqualified, ownWatch(u"team-b"_s, u"ghcr.io/acme/shop-web:1.5.0"_s)));
}

TEST(TaskDeployments, MatchTheirTask)
{
    const auto reported = deploymentOf(taskOf(TaskState::Failed), u"server"_s);
    EXPECT_EQ(reported.outcome, Deployment::Outcome::Failed);
    EXPECT_EQ(reported.actor, (Actor{Actor::Kind::User, u"ada"_s}));
    ASSERT_EQ(reported.images.size(), 1U);
    EXPECT_EQ(reported.images.front().to, QStringList(u"1.5.0"_s));
    EXPECT_EQ(reported.startedAt, kCreated);
    EXPECT_EQ(reported.endedAt, kUpdated);
    EXPECT_EQ(reported.message, u"the image is not there"_s);
    EXPECT_FALSE(deploymentOf(taskOf(TaskState::InProgress), u"server"_s).isOver());

    Deployment seen;
    seen.application = {u"staging"_s, u"argocd"_s, u"shop-web"_s};
    seen.images = {{u"ghcr.io/acme/shop-web"_s, {u"1.4.0"_s}, {u"1.5.0"_s}}};
    seen.startedAt = kCreated + std::chrono::seconds(20);
    EXPECT_TRUE(repeats(reported, seen));
    EXPECT_FALSE(repeats(reported, reported)) << "not of itself";
    auto other = seen;
    other.images.front().to = {u"1.6.0"_s};
    EXPECT_FALSE(repeats(reported, other));
    other = seen;
    other.startedAt = kUpdated + std::chrono::seconds(1);
    EXPECT_FALSE(repeats(reported, other)) << "the task was over";
}

TEST(TaskPages, StayBelowTheServersPath)
{
    const QUrl base(u"https://team.acme.example/lynceus"_s);
    EXPECT_EQ(taskPage(base, u"a-1"_s).toString(QUrl::FullyEncoded), u"https://team.acme.example/lynceus/task/a-1"_s);
    EXPECT_EQ(taskPage(base, u"../x?y"_s).path(QUrl::FullyEncoded), u"/lynceus/task/..%2Fx%3Fy"_s);
    EXPECT_EQ(watchPage(watchOf(taskOf({}), u"server"_s), base), taskPage(base, u"a-1"_s));
    EXPECT_EQ(watchPage(ownWatch(u"argocd"_s, u"web:1"_s), base).path(), u"/lynceus/applications/argocd/shop-web"_s);
}

} // namespace lynceus
