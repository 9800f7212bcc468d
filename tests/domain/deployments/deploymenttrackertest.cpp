#include "core/domain/deployments/deploymenttracker.h"

#include "core/domain/deployments/watcheddeployment.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

const ApplicationKey kWeb{u"prod"_s, u"argocd"_s, u"web"_s};
constexpr Instant kZero{10'000s};

QString revision(int version)
{
    return QString(40, QChar(u'a' + version));
}

QString image(int version)
{
    return u"ghcr.io/acme/web:1.%1"_s.arg(version);
}

HistoryMark entry(int version, Duration at)
{
    return {version, {{revision(version)}, {}}, kZero + at, kZero + at, {}, true};
}

/// @p version was deployed at @p at (after kZero) and is healthy.
DeploymentMarks settled(int version, Duration at)
{
    DeploymentMarks marks;
    marks.name = kWeb.name;
    marks.nameSpace = kWeb.nameSpace;
    marks.sync = SyncStatus::Synced;
    marks.revisions = QStringList{revision(version)};
    marks.health = HealthStatus::Healthy;
    marks.images = QStringList{image(version)};
    OperationMark operation;
    operation.phase = OperationPhase::Succeeded;
    operation.startedAt = kZero + at;
    operation.finishedAt = kZero + at + 1s;
    operation.automated = true;
    operation.requested.revisions = QStringList{revision(version)};
    operation.applied = operation.requested;
    operation.hasResult = true;
    operation.resources = {{false, false, {image(version)}}};
    marks.operation = operation;
    for (int i = 0; i < version; ++i)
        marks.history.push_back(entry(i, std::chrono::seconds(i - 100)));
    marks.history.push_back(entry(version, at));
    return marks;
}

/// settled() during the sync: pods and comparison are those of the version before.
DeploymentMarks running(int version, Duration at)
{
    auto marks = settled(version, at);
    marks.operation->phase = OperationPhase::Running;
    marks.operation->finishedAt.reset();
    marks.operation->hasResult = false;
    marks.operation->applied = {};
    marks.operation->resources.clear();
    marks.history.pop_back();
    marks.revisions = QStringList{revision(version - 1)};
    marks.images = QStringList{image(version - 1)};
    return marks;
}

/// settled() after the sync, while pods of both versions run.
DeploymentMarks progressing(int version, Duration at)
{
    auto marks = settled(version, at);
    marks.health = HealthStatus::Progressing;
    marks.images = QStringList{image(version - 1), image(version)};
    return marks;
}

ApplicationEntry listed(int version, std::optional<Duration> at)
{
    Application application;
    application.name = kWeb.name;
    application.nameSpace = kWeb.nameSpace;
    application.sync = SyncStatus::Synced;
    application.health.status = HealthStatus::Healthy;
    application.revisions = QStringList{revision(version)};
    application.summaryImages = QStringList{image(version)};
    if (at) {
        OperationState operation;
        operation.phase = OperationPhase::Succeeded;
        operation.startedAt = kZero + *at;
        operation.finishedAt = kZero + *at;
        application.operationState = operation;
    }
    return {kWeb, std::make_shared<const Application>(application)};
}

std::string textOf(const std::vector<Deployment> &deployments)
{
    QStringList texts;
    for (const auto &deployment : deployments) {
        QString images;
        for (const auto &change : deployment.images)
            images += change.from.join(u',') + u'>' + change.to.join(u',') + u' ';
        texts += u"%1%2 %3 %4%5"_s.arg(images, nameOf(deployment.outcome), nameOf(deployment.proof), deployment.cause,
                                       deployment.endedAt ? u" ended"_s : QString());
    }
    return texts.join(u"; "_s).toStdString();
}

TEST(DeploymentTracker, FollowsAReleaseToItsEndOnce)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    EXPECT_EQ(textOf(tracker.take(kWeb, running(1, 0s), kZero)), "in-progress observed ");
    EXPECT_EQ(textOf(tracker.take(kWeb, running(1, 0s), kZero + 1s)), "") << "nothing new";
    auto application = *listed(0, 0s).application;
    application.operationState->phase = OperationPhase::Running;
    EXPECT_FALSE(tracker.isToBeRead({kWeb, std::make_shared<const Application>(application)}))
        << "an event reported the change";
    EXPECT_EQ(textOf(tracker.take(kWeb, progressing(1, 0s), kZero + 2s)), "1.0>1.1 in-progress observed ");
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 60s)), "") << "pods of both versions run";
    EXPECT_EQ(textOf(tracker.take(kWeb, settled(1, 0s), kZero + 70s)), "");
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 84s)), "") << "not long enough";
    EXPECT_EQ(textOf(tracker.wait(u"stage"_s, kZero + 85s)), "") << "another instance";
    const auto ended = tracker.wait(u"prod"_s, kZero + 85s);
    EXPECT_EQ(textOf(ended), "1.0>1.1 deployed observed  ended");
    EXPECT_EQ(*ended[0].endedAt, kZero + 70s) << "the time of the first observation, not of the confirmation";
    EXPECT_EQ(textOf(tracker.take(kWeb, settled(1, 0s), kZero + 90s)), "");
    EXPECT_EQ(tracker.openCount(), 0);
}

TEST(DeploymentTracker, FirstObservationIsNotADeployment)
{
    DeploymentTracker tracker;
    EXPECT_EQ(textOf(tracker.take(kWeb, settled(1, 0s), kZero)), "");
    EXPECT_FALSE(tracker.isToBeRead(listed(1, 0s)));
    EXPECT_EQ(textOf(tracker.take(kWeb, running(2, 9s), kZero + 9s)), "in-progress observed ");
    DeploymentTracker another;
    EXPECT_EQ(textOf(another.take(kWeb, running(1, 0s), kZero)), "") << "the operation may have started at any time";
    EXPECT_EQ(textOf(another.take(kWeb, progressing(1, 0s), kZero + 1s)), "");
}

TEST(DeploymentTracker, ChangesWithoutASyncAreNotDeployments)
{
    struct Line
    {
        const char *what;
        void (*change)(DeploymentMarks &);
    };
    const std::vector<Line> table = {
        {"an annotation or a label of the application", [](DeploymentMarks &) {}},
        {"an autoscaler adds pods",
         [](DeploymentMarks &marks) {
             marks.health = HealthStatus::Progressing;
             marks.sync = SyncStatus::OutOfSync;
         }},
        {"a node goes, and its pods start elsewhere",
         [](DeploymentMarks &marks) {
             marks.health = HealthStatus::Degraded;
             marks.images.clear();
         }},
        {"a sidecar is injected, or an ephemeral container debugs a pod",
         [](DeploymentMarks &marks) { marks.images += u"docker.io/library/busybox:1.36"_s; }},
        {"a user sets another image with kubectl",
         [](DeploymentMarks &marks) {
             marks.sync = SyncStatus::OutOfSync;
             marks.images = QStringList{image(9)};
         }},
        {"a commit elsewhere in the repository",
         [](DeploymentMarks &marks) { marks.revisions = QStringList{revision(7)}; }},
        {"a commit that was not synced",
         [](DeploymentMarks &marks) {
             marks.sync = SyncStatus::OutOfSync;
             marks.revisions = QStringList{revision(7)};
         }},
        {"a parameter that was not synced",
         [](DeploymentMarks &marks) {
             marks.sync = SyncStatus::OutOfSync;
             marks.sources = {{u"https://git.acme.example/shop.git"_s, u"web"_s, {}, 7}};
         }},
        {"another project", [](DeploymentMarks &marks) { marks.project = u"shop-2"_s; }},
        {"another destination that was not synced",
         [](DeploymentMarks &marks) {
             marks.sync = SyncStatus::OutOfSync;
             marks.health = HealthStatus::Missing;
         }},
        {"the repository cannot be read", [](DeploymentMarks &marks) { marks.sync = SyncStatus::Unknown; }},
        {"a sync is requested, and withdrawn",
         [](DeploymentMarks &marks) {
             marks.isPending = true;
             marks.operation.reset();
         }},
        {"the history is shortened", [](DeploymentMarks &marks) { marks.history = {marks.history.back()}; }},
    };
    for (const auto &[what, change] : table) {
        DeploymentTracker tracker;
        const auto before = settled(2, 0s);
        std::vector<Deployment> found = tracker.take(kWeb, before, kZero);
        auto marks = before;
        change(marks);
        for (const auto &seen : {marks, before, marks, before}) {
            const auto more = tracker.take(kWeb, seen, kZero + 10s);
            found.insert(found.end(), more.begin(), more.end());
        }
        EXPECT_EQ(textOf(found), "") << what;
    }
}

TEST(DeploymentTracker, RecreatedApplicationIsNew)
{
    DeploymentTracker tracker;
    (void)tracker.take(kWeb, settled(2, 0s), kZero);
    EXPECT_EQ(textOf(tracker.remove(kWeb, kZero + 5s)), "");
    EXPECT_EQ(textOf(tracker.take(kWeb, settled(2, 10s), kZero + 11s)), "");
}

/// If it is deleted and created within one change set, no removal is reported.
TEST(DeploymentTracker, ApplicationWithAnotherUidIsNew)
{
    const auto withUid = [](DeploymentMarks marks, const QString &uid) {
        marks.uid = uid;
        return marks;
    };
    const auto listedWith = [](int version, Duration at, const QString &uid) {
        auto application = *listed(version, at).application;
        application.uid = uid;
        return ApplicationEntry{kWeb, std::make_shared<const Application>(application)};
    };
    DeploymentTracker tracker;
    tracker.remember(listedWith(0, -1s, u"old"_s));
    EXPECT_EQ(textOf(tracker.take(kWeb, withUid(progressing(1, 0s), u"old"_s), kZero)),
              "1.0>1.1 in-progress observed ");
    EXPECT_TRUE(tracker.isToBeRead(listedWith(2, 9s, u"new"_s)));
    EXPECT_FALSE(tracker.openKeys().at(0).isSeen);
    EXPECT_EQ(textOf(tracker.take(kWeb, withUid(running(2, 9s), u"new"_s), kZero + 10s)),
              "1.0>1.1 unknown observed application-gone ended");
    EXPECT_EQ(textOf(tracker.take(kWeb, withUid(settled(2, 9s), u"new"_s), kZero + 11s)), "") << "its first version";
    EXPECT_EQ(textOf(tracker.take(kWeb, withUid(progressing(3, 20s), u"new"_s), kZero + 20s)),
              "1.2>1.3 in-progress observed ");

    DeploymentTracker reading;
    reading.remember(listedWith(0, -1s, u"old"_s));
    EXPECT_EQ(textOf(reading.catchUp(kWeb, withUid(settled(2, 9s), u"new"_s), kZero + 10s)), "");

    DeploymentTracker listing;
    listing.remember(listedWith(0, -1s, u"old"_s));
    EXPECT_FALSE(listing.isToBeRead(listedWith(2, 9s, u"new"_s)));
    EXPECT_EQ(textOf(listing.take(kWeb, settled(2, 9s), kZero + 10s)), "");
}

TEST(DeploymentTracker, UnrelatedCommitsDoNotAffectADriftedApplication)
{
    DeploymentTracker tracker;
    auto drifted = settled(1, 0s);
    drifted.sync = SyncStatus::OutOfSync; // although its version was applied
    (void)tracker.take(kWeb, drifted, kZero);
    for (int commit = 2; commit < 5; ++commit) {
        auto synced = settled(commit, std::chrono::seconds(commit));
        synced.sync = SyncStatus::OutOfSync;
        synced.images = drifted.images;
        synced.operation->resources = {{false, true, drifted.images}};
        auto begun = synced;
        begun.operation->phase = OperationPhase::Running;
        begun.operation->finishedAt.reset();
        begun.operation->resources.clear();
        begun.history.pop_back();
        EXPECT_EQ(textOf(tracker.take(kWeb, begun, kZero)), "") << commit;
        EXPECT_EQ(textOf(tracker.take(kWeb, synced, kZero)), "") << commit;
    }
    auto release = progressing(5, 9s);
    release.sync = SyncStatus::OutOfSync;
    EXPECT_EQ(tracker.take(kWeb, release, kZero).size(), 1U);
}

TEST(DeploymentTracker, ReportsOnlyProvenOutcomes)
{
    struct Line
    {
        const char *what;
        std::function<void(DeploymentMarks &)> change;
        Duration last;
        const char *outcome;
    };
    const auto minutes = [](int count) { return Duration(std::chrono::minutes(count)); };
    const std::vector<Line> table = {
        {"old pods stay (OnDelete, no pruning)", [](auto &m) { m.images += image(0); }, minutes(16),
         "1.0>1.1 unknown observed images-unproven ended"},
        {"the pods never change", [](auto &m) { m.images = QStringList{image(0)}; }, minutes(16),
         "1.0>1.1 unknown observed images-unproven ended"},
        {"no pods", [](auto &m) { m.images.clear(); }, minutes(2), "1.0>1.1 unknown observed no-pods ended"},
        {"no pods, at once", [](auto &m) { m.images.clear(); }, 59s, ""},
        {"never Synced", [](auto &m) { m.sync = SyncStatus::OutOfSync; }, minutes(16),
         "1.0>1.1 unknown observed out-of-sync ended"},
        {"never healthy", [](auto &m) { m.health = HealthStatus::Progressing; }, minutes(16),
         "1.0>1.1 timed-out observed not-healthy ended"},
        {"suspended", [](auto &m) { m.health = HealthStatus::Suspended; }, minutes(14), ""},
        {"degraded", [](auto &m) { m.health = HealthStatus::Degraded; }, 30s, "1.0>1.1 failed observed degraded ended"},
        {"degraded, and it may heal", [](auto &m) { m.health = HealthStatus::Degraded; }, 29s, ""},
        {"the next sync is requested", [](auto &m) { m.isPending = true; }, minutes(1), ""},
    };
    for (const auto &line : table) {
        DeploymentTracker tracker;
        tracker.remember(listed(0, -1s));
        std::ignore = tracker.take(kWeb, running(1, 0s), kZero);
        auto marks = settled(1, 0s);
        line.change(marks);
        std::ignore = tracker.take(kWeb, marks, kZero);
        EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + line.last)), line.outcome) << line.what;
    }
}

TEST(DeploymentTracker, ServerWithoutImagesInResultsProvesNoHiddenImages)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    std::ignore = tracker.take(kWeb, running(1, 0s), kZero);
    auto marks = settled(1, 0s);
    marks.operation->resources[0].images.clear(); // as before Argo CD 3.1
    marks.images = QStringList{image(0)};
    std::ignore = tracker.take(kWeb, marks, kZero);
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 59s)), "");
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 60s)), "unknown observed images-unproven ended");
}

TEST(DeploymentTracker, FlappingHealthIsNotSteady)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    std::ignore = tracker.take(kWeb, running(1, 0s), kZero);
    for (int round = 0; round < 5; ++round) { // ready for 10 s, then it crashes
        std::ignore = tracker.take(kWeb, settled(1, 0s), kZero + round * 30s);
        EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + round * 30s + 10s)), "");
        auto crashed = settled(1, 0s);
        crashed.health = HealthStatus::Progressing;
        std::ignore = tracker.take(kWeb, crashed, kZero + round * 30s + 10s);
    }
    EXPECT_EQ(tracker.openCount(), 1);
}

TEST(DeploymentTracker, ConcludesNothingWithoutUpdates)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    std::ignore = tracker.take(kWeb, running(1, 0s), kZero);
    std::ignore = tracker.take(kWeb, settled(1, 0s), kZero + 5s);
    tracker.loseSight(u"prod"_s);
    ASSERT_EQ(tracker.openKeys().size(), 1U);
    EXPECT_FALSE(tracker.openKeys()[0].isSeen) << "the application must be read";
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 500s)), "") << "earlier observations are no proof";
    auto marks = settled(1, 0s);
    marks.health = HealthStatus::Degraded;
    EXPECT_EQ(textOf(tracker.catchUp(kWeb, marks, kZero + 500s)), "");
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 530s)), "1.0>1.1 failed observed degraded ended");
}

TEST(DeploymentTracker, ConcludesNothingBetweenTwoStreams)
{
    auto degraded = settled(1, 0s);
    degraded.health = HealthStatus::Degraded;
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    std::ignore = tracker.take(kWeb, running(1, 0s), kZero);
    std::ignore = tracker.take(kWeb, settled(1, 0s), kZero + 5s);
    tracker.interrupt(u"prod"_s);
    ASSERT_EQ(tracker.openKeys().size(), 1U);
    EXPECT_FALSE(tracker.openKeys()[0].isSeen) << "the application must be read";
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 25s)), "");
    EXPECT_EQ(textOf(tracker.catchUp(kWeb, degraded, kZero + 26s)), "");
    EXPECT_TRUE(tracker.openKeys()[0].isSeen);
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 56s)), "1.0>1.1 failed observed degraded ended");

    DeploymentTracker late; // the end of the sync is in no stream
    late.remember(listed(0, -1s));
    std::ignore = late.take(kWeb, running(1, 0s), kZero);
    late.interrupt(u"prod"_s);
    EXPECT_EQ(textOf(late.wait(u"prod"_s, kZero + 16min)), "");
    EXPECT_EQ(textOf(late.catchUp(kWeb, settled(1, 0s), kZero + 16min)), "1.0>1.1 in-progress observed ");
    EXPECT_EQ(textOf(late.wait(u"prod"_s, kZero + 16min + 15s)), "1.0>1.1 deployed observed  ended");

    DeploymentTracker steady; // short interruptions must not delay the outcome forever
    steady.remember(listed(0, -1s));
    std::ignore = steady.take(kWeb, settled(1, 0s), kZero);
    steady.interrupt(kWeb);
    EXPECT_EQ(textOf(steady.catchUp(kWeb, settled(1, 0s), kZero + 15s)), "1.0>1.1 deployed observed  ended");
}

TEST(DeploymentTracker, ListWithAnotherStateIsARequestToRead)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    std::ignore = tracker.take(kWeb, settled(1, 0s), kZero);
    ASSERT_EQ(tracker.openCount(), 1);
    EXPECT_FALSE(tracker.isToBeRead(listed(1, 0s)));
    const auto isToBeRead = [&](auto change) {
        auto application = *listed(1, 0s).application;
        change(application);
        return tracker.isToBeRead({kWeb, std::make_shared<const Application>(application)});
    };
    EXPECT_TRUE(isToBeRead([](Application &one) { one.health.status = HealthStatus::Degraded; }));
    EXPECT_TRUE(isToBeRead([](Application &one) { one.sync = SyncStatus::OutOfSync; }));
    EXPECT_TRUE(isToBeRead([](Application &one) { one.summaryImages += image(0); }));
    EXPECT_TRUE(isToBeRead([](Application &one) { one.operationState->phase = OperationPhase::Failed; }));
}

TEST(DeploymentTracker, UnobservedTimeDoesNotTimeOut)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    const Duration later = 72h;
    const auto found = tracker.catchUp(kWeb, progressing(1, 0s), kZero + later);
    EXPECT_EQ(textOf(found), "1.0>1.1 in-progress reconstructed ");
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + later + 59s)), "");
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + later + 60s)), "1.0>1.1 unknown reconstructed not-healthy ended");

    DeploymentTracker blind;
    blind.remember(listed(0, -1s));
    std::ignore = blind.take(kWeb, running(1, 0s), kZero);
    blind.loseSight(u"prod"_s);
    EXPECT_EQ(textOf(blind.catchUp(kWeb, progressing(1, 0s), kZero + later)), "1.0>1.1 in-progress observed ");
    auto degraded = settled(1, 0s);
    degraded.health = HealthStatus::Degraded;
    EXPECT_EQ(textOf(blind.take(kWeb, degraded, kZero + later + 40s)), "");
    EXPECT_EQ(textOf(blind.wait(u"prod"_s, kZero + later + 69s)), "") << "the application may recover";
    EXPECT_EQ(textOf(blind.wait(u"prod"_s, kZero + later + 70s)), "1.0>1.1 failed observed degraded ended");
}

TEST(DeploymentTracker, NewerDeploymentSupersedesTheOneInProgress)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    std::ignore = tracker.take(kWeb, running(1, 0s), kZero);
    std::ignore = tracker.take(kWeb, progressing(1, 0s), kZero + 2s);
    auto next = running(2, 20s);
    next.images = QStringList{image(0), image(1)};
    EXPECT_EQ(textOf(tracker.take(kWeb, next, kZero + 20s)),
              "1.0>1.1 superseded observed newer-deployment ended; in-progress observed ");
    EXPECT_EQ(textOf(tracker.take(kWeb, progressing(2, 20s), kZero + 22s)), "1.1>1.2 in-progress observed ");
}

TEST(DeploymentTracker, FailedSyncFailsTheDeployment)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    auto marks = running(1, 0s);
    std::ignore = tracker.take(kWeb, marks, kZero);
    marks.operation->phase = OperationPhase::Failed;
    marks.operation->finishedAt = kZero + 7s;
    marks.operation->message = u"one or more objects failed to apply"_s;
    const auto ended = tracker.take(kWeb, marks, kZero + 8s);
    EXPECT_EQ(textOf(ended), "failed observed operation-failed ended");
    EXPECT_EQ(ended[0].message, "one or more objects failed to apply"_L1);
    EXPECT_EQ(*ended[0].endedAt, kZero + 7s);
    EXPECT_EQ(textOf(tracker.take(kWeb, marks, kZero + 9s)), "");
}

/// @p marks after a sync that applied some resources and failed.
DeploymentMarks failed(DeploymentMarks marks, int version)
{
    marks.operation->phase = OperationPhase::Failed;
    marks.operation->finishedAt = *marks.operation->startedAt + 1s;
    marks.operation->hasResult = true;
    marks.operation->resources = {{false, false, {image(version)}}};
    return marks;
}

TEST(DeploymentTracker, RetryContinuesTheFailedDeployment)
{
    DeploymentTracker tracker;
    std::ignore = tracker.take(kWeb, settled(0, -9s), kZero - 9s);
    std::ignore = tracker.take(kWeb, running(1, 0s), kZero);
    const auto first = tracker.take(kWeb, failed(running(1, 0s), 1), kZero + 1s);
    EXPECT_EQ(textOf(first), "1.0>1.1 failed observed operation-failed ended");
    std::ignore = tracker.take(kWeb, running(1, 20s), kZero + 20s);
    const auto retry = tracker.take(kWeb, settled(1, 20s), kZero + 25s);
    EXPECT_EQ(textOf(retry), "1.0>1.1 in-progress observed ");

    WatchRecord watch;
    watch.expectation.application = kWeb;
    watch.expectation.registeredAt = kZero - 5s;
    watch.expectation.version.kind = ExpectedVersion::Kind::Images;
    watch.expectation.images = {*parseImageReference(image(1))};
    watch.verdict.outcome = Outcome::Deployed;
    watch.verdict.decidedAt = kZero + 30s;
    EXPECT_FALSE(isAbout(watch, first.at(0))) << "the failed sync deployed nothing";
    EXPECT_TRUE(isAbout(watch, retry.at(0)));
    watch.expectation.version = {ExpectedVersion::Kind::Revision, revision(1)};
    auto superseded = retry.at(0);
    superseded.outcome = Deployment::Outcome::Superseded;
    superseded.endedAt = kZero + 29s;
    EXPECT_FALSE(isAbout(watch, superseded)) << "the newer deployment of the same revision succeeded";
    superseded.endedAt = kZero + 31s;
    EXPECT_TRUE(isAbout(watch, superseded)) << "the version was deployed before";
    watch.verdict.outcome = Outcome::Failed;
    EXPECT_TRUE(isAbout(watch, first.at(0)));
}

TEST(DeploymentTracker, PartiallyAppliedVersionMustBeReverted)
{
    DeploymentTracker tracker;
    std::ignore = tracker.take(kWeb, settled(0, -9s), kZero - 9s);
    std::ignore = tracker.take(kWeb, running(1, 0s), kZero);
    std::ignore = tracker.take(kWeb, failed(running(1, 0s), 1), kZero + 1s);
    auto back = settled(2, 20s); // a newer commit with the previous image
    back.operation->resources = {{false, false, {image(0)}}};
    back.images = QStringList{image(0), image(1)};
    EXPECT_EQ(textOf(tracker.take(kWeb, back, kZero + 20s)), "1.1>1.0 in-progress observed ");
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 60s)), "") << "pods of the failed sync run";
}

TEST(DeploymentTracker, IgnoresDryRuns)
{
    DeploymentTracker tracker;
    std::ignore = tracker.take(kWeb, settled(0, -9s), kZero - 9s);
    auto tried = settled(1, 0s);
    tried.operation->dryRun = true;
    tried.history.pop_back();
    tried.sync = SyncStatus::OutOfSync;
    tried.images = QStringList{image(0)};
    EXPECT_EQ(textOf(tracker.take(kWeb, tried, kZero)), "");
    EXPECT_EQ(textOf(tracker.take(kWeb, progressing(1, 20s), kZero + 20s)), "1.0>1.1 in-progress observed ");
}

TEST(DeploymentTracker, MissedDeploymentsAreReconstructedFromTheHistory)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -100s)); // last seen by an earlier run
    EXPECT_TRUE(tracker.isToBeRead(listed(2, 50s)));
    auto marks = settled(2, 50s); // meanwhile versions 1 and 2 were synced, and 2 was synced again
    marks.history.push_back(entry(2, 60s));
    marks.operation->startedAt = kZero + 60s;
    EXPECT_EQ(textOf(tracker.catchUp(kWeb, marks, kZero + 100s)),
              "superseded reconstructed newer-deployment ended; 1.0>1.2 in-progress reconstructed ");
    EXPECT_FALSE(tracker.isToBeRead(listed(2, 60s)));
    EXPECT_EQ(textOf(tracker.catchUp(kWeb, marks, kZero + 101s)), "") << "no deployment is reported twice";
    EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 116s)), "1.0>1.2 deployed reconstructed  ended");
}

/// The program may be stopped before the application was read.
TEST(DeploymentTracker, StateBeforeUnreadDeploymentsLetsTheNextRunReadThem)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -100s));
    EXPECT_EQ(tracker.beforeUnread(listed(0, -100s)), nullptr);
    EXPECT_TRUE(tracker.isToBeRead(listed(2, 50s)));
    const auto before = tracker.beforeUnread(listed(2, 50s));
    ASSERT_NE(before, nullptr);
    DeploymentTracker next;
    next.remember({kWeb, before});
    EXPECT_TRUE(next.isToBeRead(listed(2, 50s)));
    EXPECT_EQ(textOf(next.catchUp(kWeb, settled(2, 50s), kZero + 100s)),
              textOf(tracker.catchUp(kWeb, settled(2, 50s), kZero + 100s)));
    EXPECT_EQ(tracker.beforeUnread(listed(2, 50s)), nullptr);
}

/// Between two reads, a version was deployed and then synced again manually: the images that were desired before do not
/// count for the second sync.
TEST(DeploymentTracker, MissedVersionSyncedTwiceIsOneDeployment)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -100s));
    std::ignore = tracker.take(kWeb, settled(0, -100s), kZero - 90s); // its images are the desired ones
    auto marks = settled(2, 50s);
    marks.history.push_back(entry(2, 60s));
    marks.operation->startedAt = kZero + 60s;
    EXPECT_EQ(textOf(tracker.catchUp(kWeb, marks, kZero + 100s)),
              "superseded reconstructed newer-deployment ended; 1.0>1.2 in-progress reconstructed ");
}

/// Without a stream, only the list shows that the operation has ended.
TEST(DeploymentTracker, UndecidedKindIsReadAtTheEnd)
{
    DeploymentTracker tracker;
    tracker.remember(listed(1, 0s));
    auto drifted = settled(1, 0s);
    drifted.sync = SyncStatus::OutOfSync;
    std::ignore = tracker.take(kWeb, drifted, kZero + 5s);
    EXPECT_EQ(textOf(tracker.take(kWeb, running(2, 10s), kZero + 11s)), "");
    auto application = *listed(2, 10s).application;
    application.operationState->phase = OperationPhase::Running;
    EXPECT_FALSE(tracker.isToBeRead({kWeb, std::make_shared<const Application>(application)}));
    EXPECT_TRUE(tracker.isToBeRead(listed(2, 10s)));
    EXPECT_EQ(textOf(tracker.take(kWeb, settled(2, 10s), kZero + 12s)), "1.1>1.2 in-progress observed ");
    EXPECT_FALSE(tracker.isToBeRead(listed(2, 10s)));
}

/// Lists before Argo CD 3.5 have no revisions. Two empty lists of revisions do not mean the same version.
TEST(DeploymentTracker, DriftNeedsRevisions)
{
    DeploymentTracker tracker;
    auto application = *listed(1, 0s).application;
    application.sync = SyncStatus::OutOfSync;
    application.revisions.clear();
    tracker.remember({kWeb, std::make_shared<const Application>(application)});
    auto manual = running(2, 10s);
    manual.operation->automated = false;
    manual.sync = SyncStatus::OutOfSync;
    manual.revisions = QStringList{revision(2)};
    EXPECT_EQ(textOf(tracker.take(kWeb, manual, kZero + 11s)), "in-progress observed ");
}

/// When the next operation is requested, Argo CD hides the last one for a moment. If the application was last seen in
/// that moment, its whole history must not count as new.
TEST(DeploymentTracker, HiddenOperationDoesNotRepeatTheHistory)
{
    const auto found = [](const ApplicationEntry &seen, const DeploymentMarks &marks) {
        DeploymentTracker tracker;
        tracker.remember(seen);
        EXPECT_TRUE(tracker.isToBeRead(listed(3, 50s)));
        QStringList starts;
        for (const auto &deployment : tracker.catchUp(kWeb, marks, kZero + 100s))
            starts += QString::number((deployment.startedAt - kZero).count() / 1'000);
        return starts.join(u' ').toStdString();
    };
    const auto with = [](auto change) {
        auto application = *listed(1, std::nullopt).application;
        change(application);
        return ApplicationEntry{kWeb, std::make_shared<const Application>(application)};
    };
    const auto marks = settled(3, 50s); // versions 0 to 2 were deployed at -100, -99 and -98 s
    EXPECT_EQ(found(listed(2, std::nullopt), marks), "50");
    EXPECT_EQ(found(listed(1, std::nullopt), marks), "-98 50") << "two more deployments between the two reads";
    EXPECT_EQ(found(with([](Application &one) { one.revisions.clear(); }), marks), "50") << "lists before 3.5";
    EXPECT_EQ(found(with([](Application &one) { one.sync = SyncStatus::OutOfSync; }), marks), "50");
    EXPECT_EQ(found(with([](Application &one) { one.revisions = QStringList{revision(9)}; }), marks), "50")
        << "the version is older than the history";
    const auto neverSynced = [](Application &one) {
        one.sync = SyncStatus::OutOfSync;
        one.health.status = HealthStatus::Missing;
        one.summaryImages.clear();
    };
    EXPECT_EQ(found(with(neverSynced), marks), "-100 -99 -98 50") << "the application had no history";
    auto rolledBack = marks; // to the version that was last seen
    rolledBack.history.back().version.revisions = QStringList{revision(2)};
    rolledBack.operation->applied.revisions = rolledBack.operation->requested.revisions = QStringList{revision(2)};
    rolledBack.history.insert(rolledBack.history.end() - 1, entry(1, 40s));
    EXPECT_EQ(found(listed(2, std::nullopt), rolledBack), "40 50");
}

TEST(DeploymentTracker, MissedDeploymentDoesNotGetTheNewestImages)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -100s));
    EXPECT_EQ(textOf(tracker.catchUp(kWeb, settled(2, 50s), kZero + 100s)),
              "superseded reconstructed newer-deployment ended; 1.0>1.2 in-progress reconstructed ");
    DeploymentTracker failing; // version 1 was deployed, then 2 failed, which the history does not contain
    failing.remember(listed(0, -100s));
    auto marks = settled(2, 50s);
    marks.history.pop_back();
    marks.operation->phase = OperationPhase::Failed;
    marks.images = QStringList{image(1)};
    EXPECT_EQ(textOf(failing.catchUp(kWeb, marks, kZero + 100s)),
              "in-progress reconstructed ; superseded reconstructed newer-deployment ended; "
              "1.0>1.2 failed reconstructed operation-failed ended");
}

TEST(DeploymentTracker, ContinuesADeploymentOfAnEarlierRun)
{
    Deployment stored;
    stored.application = kWeb;
    stored.startedAt = kZero;
    stored.images = {{u"ghcr.io/acme/web"_s, {u"1.0"_s}, {u"1.1"_s}, false}};
    {
        DeploymentTracker tracker;
        tracker.restore(stored);
        tracker.remember(listed(1, 0s));
        EXPECT_EQ(textOf(tracker.catchUp(kWeb, settled(1, 0s), kZero + 50s)), "1.0>1.1 in-progress observed ")
            << "its sync succeeded";
        EXPECT_EQ(textOf(tracker.wait(u"prod"_s, kZero + 65s)), "1.0>1.1 deployed observed  ended");
    }
    {
        DeploymentTracker tracker; // stopped unexpectedly: the cache is older than the deployment
        auto begun = stored;
        begun.images.clear();
        tracker.restore(begun);
        tracker.remember(listed(0, -1s));
        EXPECT_TRUE(tracker.isToBeRead(listed(1, 0s)));
        EXPECT_EQ(textOf(tracker.catchUp(kWeb, settled(1, 0s), kZero + 50s)), "1.0>1.1 in-progress observed ");
    }
    DeploymentTracker tracker; // another deployment followed while Lynceus did not run
    tracker.restore(stored);
    tracker.remember(listed(1, 0s));
    EXPECT_EQ(textOf(tracker.catchUp(kWeb, progressing(2, 30s), kZero + 50s)),
              "1.0>1.1 superseded observed newer-deployment ended; 1.1>1.2 in-progress reconstructed ");
}

/// A follow rule registers its watch when the sync has succeeded, which may be all that a read after a cut stream
/// shows.
TEST(DeploymentTracker, ReadOfAnObservedRollbackReportsTheEndOfItsSync)
{
    DeploymentTracker tracker;
    std::ignore = tracker.take(kWeb, settled(2, -50s), kZero - 40s);
    auto marks = settled(2, -50s);
    marks.sync = SyncStatus::OutOfSync;
    auto &operation = *marks.operation;
    operation.phase = OperationPhase::Running;
    operation.startedAt = kZero;
    operation.finishedAt.reset();
    operation.automated = false;
    operation.requested.revisions = operation.applied.revisions = QStringList{revision(1)};
    operation.resources = {{false, false, {image(1)}}};
    const auto begun = tracker.take(kWeb, marks, kZero + 1s);
    ASSERT_EQ(textOf(begun), "1.2>1.1 in-progress observed ");
    EXPECT_EQ(begun[0].kind, Deployment::Kind::Rollback);
    EXPECT_FALSE(begun[0].isSynced);
    tracker.interrupt(u"prod"_s);
    operation.phase = OperationPhase::Succeeded;
    operation.finishedAt = kZero + 2s;
    marks.images = QStringList{image(1)};
    marks.history.push_back(entry(1, 0s));
    const auto read = tracker.catchUp(kWeb, marks, kZero + 3s);
    ASSERT_EQ(textOf(read), "1.2>1.1 in-progress observed ");
    EXPECT_TRUE(read[0].isSynced);
}

TEST(DeploymentTracker, RemovedApplicationEndsItsDeployment)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    std::ignore = tracker.take(kWeb, running(1, 0s), kZero);
    EXPECT_EQ(textOf(tracker.remove(kWeb, kZero + 3s)), "unknown observed application-gone ended");
    EXPECT_EQ(textOf(tracker.remove(kWeb, kZero + 4s)), "");
}

TEST(DeploymentTracker, CommitDetailsUpdateTheDeploymentInProgress)
{
    DeploymentTracker tracker;
    tracker.remember(listed(0, -1s));
    std::ignore = tracker.take(kWeb, running(1, 0s), kZero);
    EXPECT_FALSE(tracker.takeCommit(kWeb, revision(7), {u"Bob"_s, {}, {}})) << "of another revision";
    const auto named = tracker.takeCommit(kWeb, revision(1), {u"Ann"_s, u"Release"_s, {}});
    ASSERT_TRUE(named);
    EXPECT_EQ(named->actor.name, "Ann"_L1);
    const auto later = tracker.take(kWeb, progressing(1, 0s), kZero + 2s);
    ASSERT_EQ(later.size(), 1U);
    EXPECT_EQ(later[0].actor.name, "Ann"_L1) << "the application does not contain the actor";
}

} // namespace

} // namespace lynceus
