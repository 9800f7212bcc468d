#include "core/domain/follow/followplan.h"

#include "core/domain/watch/watchrequests.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {
namespace {

constexpr Instant kZero{1'000'000s};

FollowRule shop()
{
    FollowRule rule;
    rule.name = u"shop"_s;
    rule.filter = u"project:shop"_s;
    rule.deadline = 30min;
    rule.bake = 5min;
    return rule;
}

QString commit(char digit)
{
    return QString(40, QLatin1Char(digit));
}

/// A deployment of commit bbb…, without images yet.
Deployment begun(const QString &name, char to = 'b')
{
    Deployment deployment;
    deployment.application = {u"prod"_s, u"argocd"_s, name};
    deployment.project = u"shop"_s;
    deployment.revisionsFrom = QStringList{commit('a')};
    deployment.revisionsTo = QStringList{commit(to)};
    deployment.startedAt = kZero;
    return deployment;
}

Deployment withImage(const QString &name, const QString &version = u"1.5.0"_s, char to = 'b')
{
    auto deployment = begun(name, to);
    deployment.images = {{u"ghcr.io/acme/"_s + name, {u"1.4.0"_s}, {version}, false}};
    deployment.isSynced = true;
    return deployment;
}

TEST(FollowPlan, WatchHasTheImagesAndTheOptionsOfItsRule)
{
    FollowPlan plan;
    const auto rule = shop();
    const auto request = plan.take(withImage(u"web"_s), &rule, kZero);
    ASSERT_TRUE(request);
    ASSERT_EQ(request->images.size(), 1U);
    EXPECT_EQ(familiarName(request->images.front()), "ghcr.io/acme/web:1.5.0"_L1);
    EXPECT_TRUE(request->version.isImages());
    EXPECT_EQ(request->timeout, 30min);
    EXPECT_EQ(request->bake, 5min);
    EXPECT_EQ(request->who, followerName(u"shop"_s));
    EXPECT_EQ(request->application.name, "web"_L1);
    EXPECT_EQ(request->project, "shop"_L1);
    EXPECT_FALSE(request->refresh);
}

TEST(FollowPlan, CollectsImagesOfEachWaveDuringTheSync)
{
    FollowPlan plan;
    const auto rule = shop();
    auto deployment = withImage(u"db"_s);
    deployment.isSynced = false;
    EXPECT_FALSE(plan.take(deployment, &rule, kZero));
    deployment.images.push_back({u"ghcr.io/acme/web"_s, {u"1.4.0"_s}, {u"1.5.0"_s}, false});
    deployment.images.push_back({u"istio/proxyv2"_s, {u"1.23"_s}, {u"1.24"_s}, false, true});
    deployment.isSynced = true;
    const auto request = plan.take(deployment, &rule, kZero + 5s);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->images.size(), 2U) << "both, and not the sidecar that the cluster added";

    deployment.startedAt += 1min;
    deployment.isSynced = false;
    EXPECT_FALSE(plan.take(deployment, &rule, kZero + 1min));
    const auto due = plan.due(kZero + 1min + FollowPlan::kImagesAwaited);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front().second.version.kind, ExpectedVersion::Kind::Revision) << "the commit contains all images";
}

TEST(FollowPlan, DoesNotExpectTheCommitOfARollback)
{
    auto deployment = begun(u"web"_s);
    deployment.kind = Deployment::Kind::Rollback;
    EXPECT_FALSE(watchRequestFor(deployment, false));
    deployment.kind = Deployment::Kind::Image;
    EXPECT_TRUE(watchRequestFor(deployment, false));
}

TEST(FollowPlan, EachDeploymentGetsOneWatch)
{
    FollowPlan plan;
    const auto rule = shop();
    auto deployment = withImage(u"web"_s);
    EXPECT_TRUE(plan.take(deployment, &rule, kZero));
    for (int i = 0; i < 5; ++i)
        EXPECT_FALSE(plan.take(deployment, &rule, kZero + i * 1s));
    EXPECT_TRUE(plan.due(kZero + 1min).empty());
    deployment.startedAt += 1min; // another deployment
    EXPECT_TRUE(plan.take(deployment, &rule, kZero + 1min));
    plan.reject(deployment); // it could not be registered
    EXPECT_TRUE(plan.take(deployment, &rule, kZero + 1min));
}

TEST(FollowPlan, FollowsNothingWithoutARuleOrAfterTheEnd)
{
    FollowPlan plan;
    const auto rule = shop();
    EXPECT_FALSE(plan.take(withImage(u"web"_s), nullptr, kZero));
    auto other = withImage(u"web"_s);
    other.outcome = Deployment::Outcome::Deployed;
    EXPECT_FALSE(plan.take(other, &rule, kZero)) << "the deployment has ended";
    other = withImage(u"web"_s);
    other.proof = Deployment::Proof::Reconstructed;
    EXPECT_FALSE(plan.take(other, &rule, kZero)) << "the start was not observed";
    other = withImage(u"web"_s);
    other.rule = u"shop"_s;
    EXPECT_FALSE(plan.take(other, &rule, kZero)) << "an earlier run already followed the deployment";
}

TEST(FollowPlan, WaitsBrieflyForImagesThenExpectsTheCommit)
{
    FollowPlan plan;
    const auto rule = shop();
    EXPECT_FALSE(plan.take(begun(u"web"_s), &rule, kZero));
    EXPECT_EQ(plan.wakeAt(), kZero + FollowPlan::kImagesAwaited);
    EXPECT_FALSE(plan.take(begun(u"web"_s), &rule, kZero + 5s)) << "the wait does not restart";
    EXPECT_EQ(plan.wakeAt(), kZero + FollowPlan::kImagesAwaited);
    EXPECT_TRUE(plan.due(kZero + 9s).empty());
    const auto due = plan.due(kZero + 10s);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front().second.version, (ExpectedVersion{ExpectedVersion::Kind::Revision, commit('b')}));
    EXPECT_TRUE(due.front().second.images.empty());
    EXPECT_FALSE(plan.wakeAt());
    EXPECT_FALSE(plan.take(withImage(u"web"_s), &rule, kZero + 11s)) << "the deployment already has a watch";
}

TEST(FollowPlan, HandlesManySimultaneousDeploymentsInTurnForAnHour)
{
    FollowPlan plan;
    const auto rule = shop();
    constexpr int kMany = 500;
    const auto name = [](int number) { return u"app-%1"_s.arg(number, 4, 10, QLatin1Char('0')); };
    for (int i = 0; i < kMany; ++i)
        EXPECT_FALSE(plan.take(begun(name(i)), &rule, kZero + i * 10ms));
    EXPECT_EQ(plan.wakeAt(), kZero + FollowPlan::kImagesAwaited);
    auto due = plan.due(kZero + 99 * 10ms + FollowPlan::kImagesAwaited);
    ASSERT_EQ(due.size(), 100U);
    EXPECT_EQ(plan.wakeAt(), kZero + 100 * 10ms + FollowPlan::kImagesAwaited);
    for (std::size_t i = 0; i < due.size(); ++i)
        EXPECT_EQ(due[i].first.application.name, name(int(i)));
    auto ended = begun(name(100));
    ended.outcome = Deployment::Outcome::Deployed;
    EXPECT_FALSE(plan.take(ended, &rule, kZero + 6s));
    EXPECT_EQ(plan.wakeAt(), kZero + 101 * 10ms + FollowPlan::kImagesAwaited) << "an ended deployment is not awaited";
    EXPECT_EQ(plan.due(kZero + 1min).size(), 399U);
    EXPECT_FALSE(plan.wakeAt());
    EXPECT_FALSE(plan.take(withImage(name(0)), &rule, kZero + 30min)) << "each deployment gets one watch";
    EXPECT_TRUE(plan.take(withImage(name(0)), &rule, kZero + 62min)) << "the deployment is forgotten after an hour";
}

TEST(FollowPlan, DeploymentThatEndsWhileWaitingForImagesIsNotWatched)
{
    FollowPlan plan;
    const auto rule = shop();
    auto deployment = begun(u"web"_s);
    EXPECT_FALSE(plan.take(deployment, &rule, kZero));
    deployment.outcome = Deployment::Outcome::Failed;
    EXPECT_FALSE(plan.take(deployment, &rule, kZero + 1s));
    EXPECT_TRUE(plan.due(kZero + 1min).empty());
}

TEST(FollowPlan, ExpectsAChartByItsVersion)
{
    auto deployment = begun(u"web"_s);
    deployment.revisionsFrom = QStringList{u"1.0.0"_s};
    deployment.revisionsTo = QStringList{u"1.1.0"_s};
    deployment.chartFrom = u"1.0.0"_s;
    deployment.chartTo = u"1.1.0"_s;
    const auto request = watchRequestFor(deployment, false);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->version, (ExpectedVersion{ExpectedVersion::Kind::ChartVersion, u"1.1.0"_s}));
}

TEST(FollowPlan, SettingsAtTheSameRevisionAreNotFollowed)
{
    FollowPlan plan;
    const auto rule = shop();
    auto deployment = begun(u"web"_s, 'a');
    EXPECT_FALSE(plan.take(deployment, &rule, kZero));
    EXPECT_TRUE(plan.due(kZero + 1min).empty());
    EXPECT_FALSE(plan.wakeAt());
}

TEST(FollowPlan, ReadsImagesOfHooksAndDigests)
{
    auto deployment = begun(u"web"_s);
    const auto digest = u"sha256:"_s + QString(64, u'd');
    deployment.images = {{u"ghcr.io/acme/migrate"_s, {}, {u"9"_s}, true},
                         {u"ghcr.io/acme/web"_s, {}, {digest, u"1.5.0@"_s + digest}, false}};
    const auto request = watchRequestFor(deployment, true);
    ASSERT_TRUE(request);
    ASSERT_EQ(request->images.size(), 2U);
    EXPECT_EQ(request->images[0].digest, digest);
    EXPECT_EQ(request->images[1].tag, "1.5.0"_L1);
    EXPECT_EQ(request->images[1].digest, digest);
    deployment.images.resize(1);
    EXPECT_FALSE(watchRequestFor(deployment, true)) << "only a hook has an image";
}

TEST(FollowPlan, OneCommitOrOneImageIsOneReleaseForTenMinutes)
{
    FollowPlan plan;
    const auto rule = shop();
    auto other = shop();
    other.name = u"other"_s;
    const auto release = [&](const Deployment &deployment, const FollowRule &its, Duration at) {
        return plan.take(deployment, &its, kZero + at)->release;
    };
    const auto first = release(withImage(u"web"_s), rule, 0s);
    EXPECT_EQ(first, "shop: web 1.5.0"_L1);
    EXPECT_EQ(release(withImage(u"api"_s, u"2.0"_s), rule, 1min), first) << "the same commit";
    auto sameImage = withImage(u"cart"_s, u"1.5.0"_s, 'c');
    sameImage.images.front().repository = u"ghcr.io/acme/web"_s;
    EXPECT_EQ(release(sameImage, rule, 2min), first) << "the same image";
    EXPECT_NE(release(withImage(u"job"_s, u"3"_s, 'd'), rule, 3min), first) << "neither";
    EXPECT_NE(release(withImage(u"web2"_s), other, 3min), first) << "another rule";
    const auto late = release(withImage(u"late"_s), rule, 10min);
    EXPECT_NE(late, first) << "ten minutes later";
}

TEST(FollowPlan, UsesNoNameThatIsOnTheBoard)
{
    FollowPlan plan([](const QString &name) { return name == "shop: web 1.5.0"_L1; });
    const auto rule = shop();
    EXPECT_EQ(plan.take(withImage(u"web"_s), &rule, kZero)->release, "shop: web 1.5.0 (2)"_L1);
}

} // namespace
} // namespace lynceus
