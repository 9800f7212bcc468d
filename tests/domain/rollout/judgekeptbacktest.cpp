// Argo CD has done its part and nothing failed, but the rollout does not continue.
#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

TEST(JudgeKeptBack, IgnoredDifferenceIsNotApplied)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.application.revisions = {u"new"_s};
    scene.application.ignoredDifferences.push_back(
        {u"apps"_s, u"Deployment"_s, {}, {}, {u"/spec/replicas"_s, u"/spec/template/spec/containers/0/image"_s}, {}});
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.until(4);
    EXPECT_NE(scene.blocker(), Blocker::Kind::IgnoredDifference) << "sources may be late";
    EXPECT_EQ(scene.until(20).stage, Stage::Noticed);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::IgnoredDifference);
    EXPECT_EQ(scene.verdict().blocker->detail, u"/spec/template/spec/containers/0/image"_s);
    EXPECT_EQ(scene.verdict().blocker->image, u"web:1.4.0"_s);
    EXPECT_EQ(scene.verdict().blocker->resource.name, u"web"_s);
}

TEST(JudgeKeptBack, ReportedSyncResultIsOnlyTrustedBriefly)
{
    // With RespectIgnoreDifferences, the result names the image of the manifest, but the cluster keeps its own image.
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    EXPECT_EQ(scene.until(20).stage, Stage::Noticed);
    EXPECT_EQ(scene.blocker(), Blocker::Kind::IgnoredDifference);
}

TEST(JudgeKeptBack, IgnoredDifferenceOfAnotherWorkloadIsNotReported)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.application.ignoredDifferences.push_back(
        {u"apps"_s, u"Deployment"_s, {}, u"worker"_s, {u"/spec/template"_s}, {}});
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.until(20);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::IgnoredDifference);
    EXPECT_EQ(scene.verdict().blocker->detail, QString());
}

Scene podsCarry(const QString &image, const QString &created = u"@1006"_s)
{
    Scene scene({u"ghcr.io/acme/web:1.5.0"_s});
    scene.oldVersionRuns();
    scene.workload(u"Deployment"_s, u"web"_s, {u"ghcr.io/acme/web:1.4.0"_s});
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"Deployment"_s, u"web"_s, {u"ghcr.io/acme/web:1.5.0"_s});
    scene.application.operationState->resources.front().images = {u"ghcr.io/acme/web:1.5.0"_s};
    scene.tree = treeFrom((u"Deployment web Healthy Rev:2\n  ReplicaSet web-2 Healthy Rev:2\n    Pod web-2-a "_s + image
                           + u" Healthy 1/1 Running "_s + created)
                              .toUtf8());
    scene.until(20);
    return scene;
}

TEST(JudgeKeptBack, MirrorNameIsNotAnOldVersion)
{
    const auto scene = podsCarry(u"cache.acme.example/hub/ghcr.io/acme/web:1.5.0"_s);
    EXPECT_EQ(scene.verdict().outcome, Outcome::Waiting);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::ImageRewritten);
    EXPECT_EQ(scene.verdict().blocker->image, u"cache.acme.example/hub/ghcr.io/acme/web:1.5.0"_s);
    EXPECT_EQ(scene.verdict().blocker->detail, u"cache.acme.example/hub"_s);
}

TEST(JudgeKeptBack, PrefixWithoutRegistryIsReported)
{
    const auto scene = podsCarry(u"cache.acme.example/hub/acme/web:1.5.0"_s);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::ImageRewritten);
    EXPECT_EQ(scene.verdict().blocker->detail, u"cache.acme.example/hub"_s);
}

TEST(JudgeKeptBack, DigestCannotBeComparedWithATag)
{
    const auto scene = podsCarry(u"ghcr.io/acme/web@sha256:"_s + QString(64, u'a'));
    EXPECT_EQ(scene.verdict().outcome, Outcome::Waiting) << "the pods may run any version";
    ASSERT_EQ(scene.blocker(), Blocker::Kind::ImageRewritten);
    EXPECT_EQ(scene.verdict().blocker->detail, QString()) << "no mirror explains the difference";
}

TEST(JudgeKeptBack, OldPodsAndOtherVersionsAreNotReportedAsRewritten)
{
    EXPECT_NE(podsCarry(u"cache.acme.example/hub/ghcr.io/acme/web:1.4.0"_s).blocker(), Blocker::Kind::ImageRewritten);
    EXPECT_NE(podsCarry(u"ghcr.io/acme/web:1.4.0"_s).blocker(), Blocker::Kind::ImageRewritten);
    EXPECT_NE(podsCarry(u"ghcr.io/acme/web@sha256:"_s + QString(64, u'a'), u"@900"_s).blocker(),
              Blocker::Kind::ImageRewritten)
        << "observed before the sync";
}

Scene statefulSet(bool onDelete, int partition, const QByteArray &pods)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"StatefulSet"_s, u"web"_s, {u"web:1.4.0"_s}, {}, 3);
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(u"StatefulSet"_s, u"web"_s, {u"web:1.5.0"_s}, {}, 3);
    for (auto *spec : {&*scene.managed.workloads.front().target, &*scene.managed.workloads.front().live}) {
        spec->onDelete = onDelete;
        spec->partition = partition;
    }
    scene.application.operationState->resources.front().key = keyOf(u"StatefulSet"_s, u"web"_s);
    scene.tree = treeFrom("StatefulSet web Healthy\n" + pods);
    scene.until(20);
    return scene;
}

constexpr auto kThreeOld = "  Pod web-0 web:1.4.0 Healthy 1/1 Running\n  Pod web-1 web:1.4.0 Healthy 1/1 Running\n"
                           "  Pod web-2 web:1.4.0 Healthy 1/1 Running\n";
constexpr auto kTwoOld = "  Pod web-0 web:1.4.0 Healthy 1/1 Running\n  Pod web-1 web:1.4.0 Healthy 1/1 Running\n"
                         "  Pod web-2 web:1.5.0 Healthy 1/1 Running\n";

TEST(JudgeKeptBack, OnDeleteAndPartitionAreReported)
{
    const auto onDelete = statefulSet(true, 0, kThreeOld);
    ASSERT_EQ(onDelete.blocker(), Blocker::Kind::UpdateStrategy);
    EXPECT_EQ(onDelete.verdict().blocker->detail, u"OnDelete"_s);
    const auto partition = statefulSet(false, 2, kTwoOld);
    ASSERT_EQ(partition.blocker(), Blocker::Kind::UpdateStrategy);
    EXPECT_EQ(partition.verdict().blocker->detail, u"partition 2"_s);
    EXPECT_EQ(partition.verdict().outcome, Outcome::Waiting);
    EXPECT_EQ(statefulSet(false, 0, kTwoOld).blocker(), Blocker::Kind::OldPodsLeft);
    EXPECT_EQ(statefulSet(false, 1, kTwoOld).blocker(), Blocker::Kind::OldPodsLeft)
        << "the partition explains only one pod";
}

Scene withLeftover(const QString &image, SyncStatus sync = SyncStatus::OutOfSync)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(1);
    scene.newVersionIsApplied(5);
    scene.workload(u"Deployment"_s, u"old-web"_s, {u"x"_s}, {image});
    scene.managed.workloads.back().target.reset();
    scene.status(u"Deployment"_s, u"old-web"_s, sync);
    scene.application.resources.back().requiresPruning = sync == SyncStatus::OutOfSync;
    scene.tree =
        treeFrom((u"Deployment web Healthy Rev:2\n  ReplicaSet web-2 Healthy Rev:2\n"
                  "    Pod web-2-a web:1.5.0 Healthy 1/1 Running\n"
                  "Deployment old-web Healthy Rev:1\n  ReplicaSet old-web-1 Healthy Rev:1\n    Pod old-web-1-a "_s
                  + image + u" Healthy 1/1 Running"_s)
                     .toUtf8());
    if (sync == SyncStatus::Synced)
        scene.application.reconciledAt = second(0); // before git removed it
    scene.until(10);
    return scene;
}

// Argo CD may publish the sync status some seconds after the manifests.
TEST(JudgeKeptBack, SyncStatusOlderThanTheManifestsClearsNoLeftover)
{
    const auto scene = withLeftover(u"web:1.4.0"_s, SyncStatus::Synced);
    EXPECT_EQ(scene.verdict().outcome, Outcome::Waiting);
    auto compared = withLeftover(u"web:1.4.0"_s, SyncStatus::Synced);
    compared.application.reconciledAt = second(9);
    EXPECT_EQ(compared.until(11).outcome, Outcome::Deployed)
        << "compared since then: the workload is kept intentionally";
}

TEST(JudgeKeptBack, ServingLeftoverOfTheSameRepositoryIsNotDeployed)
{
    const auto scene = withLeftover(u"web:1.4.0"_s);
    EXPECT_EQ(scene.verdict().outcome, Outcome::Waiting);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::PruningNeeded);
    EXPECT_EQ(scene.verdict().blocker->resource.name, u"old-web"_s);
    EXPECT_EQ(withLeftover(u"other:1"_s).verdict().outcome, Outcome::Deployed) << "another repository";
    EXPECT_EQ(withLeftover(u"web:1.5.0"_s).verdict().outcome, Outcome::Deployed) << "the same version";
}

TEST(JudgeKeptBack, ApplicationSetStepIsNotAutoSyncOff)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.application.autoSync = false;
    scene.application.applicationSet = u"fleet"_s;
    scene.application.operationState->initiatedBy = u"applicationset-controller"_s;
    scene.at(1);
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.until(10);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::ApplicationsetStep);
    EXPECT_EQ(scene.verdict().blocker->detail, u"fleet"_s);
    scene.application.operationState->initiatedBy = u"jane"_s;
    scene.until(12);
    ASSERT_EQ(scene.blocker(), Blocker::Kind::AutoSyncOff) << "the ApplicationSet only created the application";
    EXPECT_EQ(scene.verdict().blocker->detail, u"applicationset"_s);
}

TEST(JudgeKeptBack, ApplicationSetStepNamesTheAwaitedApplication)
{
    struct Case
    {
        const char *why;
        std::vector<ApplicationSetProgress::Member> members;
        QString name;
        QString message;
    };
    const std::vector<Case> cases{
        {"the earliest step that is not over",
         {{u"web"_s, 3, u"Waiting"_s}, {u"eu"_s, 2, u"Waiting"_s}, {u"dev"_s, 1, u"Progressing"_s}},
         u"dev"_s,
         u"step 1, Progressing"_s},
        {"one that moves before one that waits",
         {{u"a"_s, 1, u"Waiting"_s}, {u"b"_s, 1, u"Pending"_s}, {u"web"_s, 2, u"Waiting"_s}},
         u"b"_s,
         u"step 1, Pending"_s},
        {"the application in progress in its own step",
         {{u"a"_s, 2, u"Waiting"_s}, {u"b"_s, 2, u"Progressing"_s}, {u"web"_s, 2, u"Waiting"_s}},
         u"b"_s,
         u"step 2, Progressing"_s},
        {"later steps wait for this one", {{u"web"_s, 1, u"Waiting"_s}, {u"z"_s, 2, u"Progressing"_s}}, {}, {}},
        {"before 2.9 the server does not say the step",
         {{u"web"_s, 0, u"Waiting"_s}, {u"dev"_s, 0, u"Progressing"_s}},
         u"dev"_s,
         u"Progressing"_s},
        {"all others are Healthy", {{u"web"_s, 2, u"Waiting"_s}, {u"dev"_s, 1, u"Healthy"_s}}, {}, {}},
        {"nothing is known", {}, {}, {}},
    };
    for (const auto &each : cases) {
        Scene scene;
        scene.oldVersionRuns();
        scene.application.autoSync = false;
        scene.application.applicationSet = u"fleet"_s;
        scene.application.operationState->initiatedBy = u"applicationset-controller"_s;
        scene.at(1);
        scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
        scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
        scene.applicationSet = ApplicationSetProgress{each.members};
        scene.until(10);
        ASSERT_EQ(scene.blocker(), Blocker::Kind::ApplicationsetStep) << each.why;
        EXPECT_EQ(scene.verdict().blocker->resource.name, each.name) << each.why;
        EXPECT_EQ(scene.verdict().blocker->message, each.message) << each.why;
    }
}

struct Trouble
{
    const char *message;
    bool isRepository;
};

TEST(JudgeKeptBack, UnreachableGitOrRepoServerIsNotAFailure)
{
    for (const auto &[message, isRepository] :
         {Trouble{"rpc error: code = Unavailable desc = connection error: dial tcp 10.96.0.7:8081: connect: "
                  "connection refused",
                  true},
          Trouble{"Manifest generation error (cached): failed to list refs: dial tcp: i/o timeout", true},
          Trouble{"rpc error: code = DeadlineExceeded desc = context deadline exceeded", true},
          Trouble{"fatal: unable to access 'https://git/': Could not resolve host: git", true},
          Trouble{"Manifest generation error (cached): `helm template .` failed exit status 1: Error: image.tag is "
                  "required",
                  false},
          Trouble{"failed to unmarshal manifest: yaml: line 5: did not find expected node content", false}}) {
        Scene scene;
        scene.oldVersionRuns();
        scene.at(1);
        scene.application.conditions = {{u"ComparisonError"_s, QString::fromLatin1(message), {}}};
        scene.managed.targetsEmpty = true;
        for (int i = 2; i < 200; i += 5) {
            scene.application.reconciledAt = second(i);
            scene.until(i);
        }
        EXPECT_EQ(scene.verdict().outcome, isRepository ? Outcome::Waiting : Outcome::Failed) << message;
        if (isRepository) {
            EXPECT_EQ(scene.blocker(), Blocker::Kind::RepoUnreachable) << message;
            EXPECT_FALSE(scene.cause()) << message;
        }
    }
}

TEST(JudgeKeptBack, DigestIsNotProvenByATag)
{
    const auto digest = u"@sha256:"_s + QString(64, u'a');
    Scene scene({u"web:1.5.0"_s + digest});
    scene.oldVersionRuns();
    scene.until(1);
    scene.newVersionIsApplied(5);
    const auto podsWith = [](const QString &image) {
        return treeFrom((u"Deployment web Healthy Rev:2\n  ReplicaSet web-2 Healthy Rev:2\n    Pod web-2-a "_s + image
                         + u" Healthy 1/1 Running @1005"_s)
                            .toUtf8());
    };
    scene.tree = podsWith(u"web:1.5.0"_s);
    EXPECT_EQ(scene.until(60).outcome, Outcome::Waiting) << "the tag may have been pushed again";
    EXPECT_EQ(scene.blocker(), Blocker::Kind::ImageRewritten);
    scene.tree = podsWith(u"web:1.5.0@sha256:"_s + QString(64, u'b'));
    EXPECT_EQ(scene.until(120).outcome, Outcome::Waiting);
    scene.tree = podsWith(u"web:1.5.0"_s + digest);
    EXPECT_EQ(scene.until(122).outcome, Outcome::Deployed);
}

} // namespace

} // namespace lynceus
