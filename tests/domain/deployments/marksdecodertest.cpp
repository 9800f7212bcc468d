#include "core/domain/deployments/marksdecoder.h"

#include "core/domain/deployments/deploymenttracker.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

/// The state of an application before or after Image Updater changed it.
DeploymentMarks imageUpdater(const QString &name)
{
    QFile file(QStringLiteral(LYNCEUS_TEST_DATA) + u"/samples/image-updater/%1.json"_s.arg(name));
    EXPECT_TRUE(file.open(QFile::ReadOnly)) << name.toStdString();
    auto marks = MarksDecoder().application(file.readAll());
    EXPECT_TRUE(marks.has_value()) << (marks ? "" : marks.error().message.toStdString());
    return marks.value_or(DeploymentMarks());
}

TEST(MarksDecoder, ReadsAWholeApplication)
{
    const auto marks = imageUpdater(u"iu-kust-after"_s);
    EXPECT_EQ(marks.name, "iu-kust"_L1);
    EXPECT_EQ(marks.nameSpace, "argocd"_L1);
    EXPECT_EQ(marks.project, "shop"_L1);
    EXPECT_EQ(marks.sync, SyncStatus::Synced);
    EXPECT_EQ(marks.health, HealthStatus::Healthy);
    EXPECT_EQ(marks.images, QStringList{u"ghcr.io/acme/iu-kust:1.1.0"_s});
    ASSERT_EQ(marks.history.size(), 2U);
    EXPECT_TRUE(marks.history[1].automated);
    EXPECT_NE(marks.history[0].version, marks.history[1].version) << "the same revision with another image";
    EXPECT_EQ(marks.history[0].version.revisions, marks.history[1].version.revisions);
    ASSERT_TRUE(marks.operation);
    EXPECT_EQ(marks.operation->phase, OperationPhase::Succeeded);
    EXPECT_EQ(marks.operation->applied, marks.history[1].version);
    EXPECT_EQ(marks.operation->requested, marks.history[1].version);
    EXPECT_EQ(marks.compared, marks.history[1].version.sources);
    EXPECT_EQ(marks.sourceManagers, QStringList{u"image-updater"_s});
    ASSERT_EQ(marks.operation->resources.size(), 1U);
    EXPECT_FALSE(marks.operation->resources[0].isUnchanged);
}

TEST(MarksDecoder, DistinguishesPrunedFromAppliedResources)
{
    const auto marks = MarksDecoder().application(R"json({"metadata":{"name":"web"},"status":{"operationState":{
        "syncResult":{"resources":[
        {"status":"Synced","message":"deployment.apps/web configured","images":["web:2"]},
        {"message":"service/web unchanged","status":"Synced"},
        {"status":"Pruned","message":"pruned","images":["old:1"]},
        {"status":"PruneSkipped","message":"ignored (requires pruning)","images":["kept:1"]}]}}}})json");
    ASSERT_TRUE(marks) << marks.error().message.toStdString();
    QStringList texts;
    for (const auto &resource : marks->operation->resources)
        texts +=
            (resource.isPruned ? u"pruned"_s : u"applied"_s) + (resource.isUnchanged ? u" unchanged"_s : QString());
    EXPECT_EQ(texts, (QStringList{u"applied"_s, u"applied unchanged"_s, u"pruned"_s, u"pruned unchanged"_s}));
}

TEST(MarksDecoder, ReadsEventsAndTheirErrors)
{
    MarksDecoder decoder;
    const auto marks = decoder.event(R"({"result":{"type":"MODIFIED","application":{"metadata":{"name":"web"},
        "spec":{"sources":[{"repoURL":"r","chart":"c","helm":{"values":"a"}},{"repoURL":"s","helm":{}}]},"operation":{},
        "status":{"sync":{"revisions":["1","2"]},"operationState":{"phase":"Running","retryCount":2,
        "startedAt":"2026-11-30T20:04:02Z","operation":{"initiatedBy":{"username":"ann"},
        "sync":{"resources":[{"kind":"Deployment"}],"dryRun":true,"autoHealAttemptsCount":3}}}}}}})");
    ASSERT_TRUE(marks.has_value()) << marks.error().message.toStdString();
    ASSERT_EQ(marks->sources.size(), 2U);
    EXPECT_NE(marks->sources[0].settings, 0U);
    EXPECT_EQ(marks->sources[1].settings, 0U) << "the source has no settings";
    EXPECT_TRUE(marks->isPending);
    EXPECT_EQ(marks->revisions, (QStringList{u"1"_s, u"2"_s}));
    EXPECT_EQ(marks->operation->user, "ann"_L1);
    EXPECT_TRUE(marks->operation->isPartial && marks->operation->dryRun && marks->operation->isSelfHeal);
    EXPECT_FALSE(marks->operation->hasResult);
    const auto refused = decoder.event(R"({"error":{"grpc_code":16,"message":"token is expired"}})");
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, Error::Kind::SignInNeeded);
    for (const auto *bad : {R"({"result":{"type":"MODIFIED","application":{}}})", R"({"result":7})", "[]", "",
                            R"({"result":{"application":{"metadata":{"name":7}}}})"}) {
        const auto read = decoder.event(bad);
        ASSERT_FALSE(read.has_value()) << bad;
        EXPECT_EQ(read.error().kind, Error::Kind::Malformed) << bad;
    }
}

/// The deployment between the state before and the state after.
Deployment updated(const QString &kind)
{
    const auto before = imageUpdater(u"iu-%1-before"_s.arg(kind));
    const auto after = imageUpdater(u"iu-%1-after"_s.arg(kind));
    DeploymentTracker tracker;
    const ApplicationKey key{u"prod"_s, after.nameSpace, after.name};
    EXPECT_TRUE(tracker.take(key, before, Instant()).empty()) << "the first observation is not a deployment";
    const auto changed = tracker.take(key, after, *after.operation->startedAt);
    EXPECT_EQ(changed.size(), 1U);
    auto deployment = changed.empty() ? Deployment() : changed.front();
    takeManagers(deployment, after.sourceManagers);
    return deployment;
}

TEST(MarksDecoder, ImageUpdaterIsFoundForEachWriteBackMethod)
{
    for (const auto &kind : {u"kust"_s, u"helm"_s}) {
        const auto deployment = updated(kind);
        EXPECT_EQ(nameOf(deployment.kind), "image"_L1);
        EXPECT_EQ(nameOf(deployment.actor.kind), "image-updater"_L1) << kind.toStdString();
        EXPECT_EQ(deployment.revisionsFrom, deployment.revisionsTo);
        ASSERT_EQ(deployment.images.size(), 1U);
        EXPECT_EQ(deployment.images[0],
                  (ImageChange{u"ghcr.io/acme/iu-%1"_s.arg(kind), {u"1.0.0"_s}, {u"1.1.0"_s}, false}));
    }
    auto committed = updated(u"git"_s);
    EXPECT_EQ(nameOf(committed.actor.kind), "automated"_L1) << "only the commit contains the actor";
    EXPECT_NE(committed.revisionsFrom, committed.revisionsTo);
    takeCommit(committed,
               {u"argocd-image-updater <noreply@argoproj.io>"_s, u"build: automatic update of iu-git"_s, {}});
    EXPECT_EQ(nameOf(committed.actor.kind), "image-updater"_L1);
    ASSERT_EQ(committed.images.size(), 1U);
    EXPECT_EQ(committed.images[0].to, QStringList{u"1.1.0"_s});
}

} // namespace

} // namespace lynceus
