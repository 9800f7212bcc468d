#include "core/domain/teamserver/sharedwatch.h"

#include "core/domain/teamserver/teamserverrequests.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

WatchRecord runningWatch()
{
    WatchRecord watch;
    watch.request.application = {u"id"_s, u"argocd"_s, u"shop-web"_s};
    watch.request.project = u"default"_s;
    watch.expectation.images = {parseImageReference(u"ghcr.io/acme/shop-web:1.5.0").value()};
    watch.expectation.deadline = Instant(std::chrono::seconds(1'000));
    return watch;
}

const Instant kNow(std::chrono::seconds(400));

} // namespace

TEST(TeamServerRequests, OnlyNewTasksArePosted)
{
    const QUrl base(u"https://team.acme.example/aw"_s);
    EXPECT_TRUE(checkPostAllowed(resolved(base, newServerTaskPath()), base).has_value());
    for (const auto &other :
         {u"https://other.example/aw/api/v1/tasks"_s, u"https://team.acme.example/api/v1/tasks"_s,
          u"https://team.acme.example/aw/api/v1/deploy-lock"_s, u"https://team.acme.example/aw/api/v1/tasks?x=1"_s,
          u"https://ada@team.acme.example/aw/api/v1/tasks"_s, u"https://team.acme.example/aw/api/v1/tasks/1/cancel"_s})
        EXPECT_FALSE(checkPostAllowed(QUrl(other), base).has_value()) << qPrintable(other);
    EXPECT_EQ(resolved(base, serverVerdictPath(u"a/../b"_s)).path(QUrl::FullyEncoded),
              u"/aw/api/v1/tasks/a%2F..%2Fb/verdict"_s);
}

TEST(SharedWatches, ReportWhatTheServerNeeds)
{
    auto watch = runningWatch();
    const auto shared = sharedWatch(watch, TeamServerKind::Lynceus, u"ada"_s, {}, kNow);
    ASSERT_TRUE(shared.has_value()) << qPrintable(shared.error().message);
    EXPECT_EQ(shared->timeoutSeconds, 600);
    EXPECT_EQ(shared->task.app, u"argocd/shop-web"_s);
    EXPECT_EQ(shared->task.author, u"ada"_s);
    EXPECT_EQ(shared->task.project, u"default"_s);
    EXPECT_EQ(shared->task.images, (std::vector<TaskImage>{{u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s}}));
    EXPECT_EQ(awaitedVersion(shared->task), u"1.5.0"_s);
    EXPECT_EQ(sharedWatch(watch, TeamServerKind::ArgoWatcher, u"ada"_s, u"p"_s, kNow)->task.app, u"shop-web"_s);
}

TEST(SharedWatches, NameTheArgoCdWithTheInstancesUrl)
{
    const std::vector<ServedArgoCd> served = {{u"staging"_s, u"https://argocd.staging.example"_s},
                                              {u"production"_s, u"https://argocd.acme.example:443/"_s},
                                              {u"audit"_s, u"https://argocd.acme.example/audit"_s}};
    Instance own;
    own.name = u"staging"_s;
    own.baseUrl = QUrl(u"https://argocd.acme.example"_s);
    EXPECT_EQ(servedInstance(served, own).value(), u"production"_s) << "the URL counts, not the name";
    own.baseUrl = QUrl(u"https://argocd.internal.example"_s);
    EXPECT_EQ(servedInstance(served, own).value(), u"staging"_s) << "no URL matches";
    own.name = u"mine"_s;
    EXPECT_EQ(servedInstance(served, own).value(), QString()) << "the server decides";
    EXPECT_EQ(servedInstance({}, own).value(), QString());
}

TEST(SharedWatches, ReportARemedyIfSeveralArgoCdsHaveTheUrl)
{
    const std::vector<ServedArgoCd> served = {{u"team-a"_s, u"https://argocd.acme.example"_s},
                                              {u"team-b"_s, u"https://argocd.acme.example"_s}};
    Instance own;
    own.name = u"Team-B"_s;
    own.baseUrl = QUrl(u"https://argocd.acme.example"_s);
    EXPECT_EQ(servedInstance(served, own).value(), u"team-b"_s);
    own.name = u"mine"_s;
    const auto several = servedInstance(served, own);
    ASSERT_FALSE(several.has_value());
    EXPECT_EQ(several.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(several.error().message.contains(u"team-a, team-b"_s)) << qPrintable(several.error().message);
}

TEST(SharedWatches, HaveTheRemainingTimeByTheLocalClock)
{
    auto watch = runningWatch();
    watch.registeredAt = kNow - std::chrono::minutes(1);
    watch.expectation.registeredAt = watch.registeredAt - std::chrono::days(9); // Argo CD's clock is 9 days slow
    watch.expectation.deadline = watch.expectation.registeredAt + std::chrono::minutes(15);
    const auto shared = sharedWatch(watch, TeamServerKind::Lynceus, u"ada"_s, {}, kNow);
    ASSERT_TRUE(shared.has_value()) << qPrintable(shared.error().message);
    EXPECT_EQ(shared->timeoutSeconds, 14 * 60);
}

TEST(SharedWatches, RejectWatchesThatTheServerCannotFollow)
{
    const auto refused = [](const WatchRecord &watch, TeamServerKind kind) {
        return !sharedWatch(watch, kind, u"ada"_s, {}, kNow).has_value();
    };
    auto parent = runningWatch();
    parent.request.withChildren = true;
    EXPECT_TRUE(refused(parent, TeamServerKind::Lynceus)) << "the children have their own watches";
    auto ended = runningWatch();
    ended.verdict.outcome = Outcome::Deployed;
    EXPECT_TRUE(refused(ended, TeamServerKind::Lynceus));
    auto late = runningWatch();
    late.expectation.deadline = kNow;
    EXPECT_TRUE(refused(late, TeamServerKind::Lynceus));
    auto next = runningWatch();
    next.expectation.version.kind = ExpectedVersion::Kind::Next;
    EXPECT_TRUE(refused(next, TeamServerKind::Lynceus));
    auto revision = runningWatch();
    revision.expectation.images.clear();
    revision.expectation.version = {ExpectedVersion::Kind::Revision, u"v1.2.3"_s};
    EXPECT_TRUE(refused(revision, TeamServerKind::ArgoWatcher));
    EXPECT_FALSE(refused(revision, TeamServerKind::Lynceus));
    auto digest = runningWatch();
    digest.expectation.images = {parseImageReference(u"ghcr.io/acme/web@sha256:"_s + QString(64, u'a')).value()};
    EXPECT_TRUE(refused(digest, TeamServerKind::ArgoWatcher));
    EXPECT_EQ(sharedWatch(digest, TeamServerKind::Lynceus, u"ada"_s, {}, kNow)->task.images.front().tag,
              u"sha256:"_s + QString(64, u'a'));
    EXPECT_FALSE(sharedWatch(runningWatch(), TeamServerKind::Lynceus, {}, {}, kNow).has_value()) << "no author";
}

TEST(TeamServerInstances, HaveTheirOwnIdentity)
{
    TeamServerInstance server;
    server.place.id = u"1"_s;
    server.place.name = u"team"_s;
    server.place.baseUrl = QUrl(u"https://team.acme.example"_s);
    server.place.headerNames = {u"X-Team"_s};
    server.credentialHeader = u"Authorization"_s;
    const auto checked = checkedTeamServer(server, {});
    ASSERT_TRUE(checked.has_value()) << qPrintable(checked.error().message);
    EXPECT_EQ(placeWithCredential(*checked).headerNames, (QStringList{u"X-Team"_s, u"Authorization"_s}));
    server.credentialHeader = u"Cookie"_s;
    EXPECT_FALSE(checkedTeamServer(server, {}).has_value());
    server.credentialHeader = u"ARGO_WATCHER_DEPLOY_TOKEN"_s;
    server.place.headerNames = {u"argo_watcher_deploy_token"_s};
    EXPECT_FALSE(checkedTeamServer(server, {}).has_value()) << "the credential would be sent twice";
    for (const auto kind : kTeamServerKinds)
        EXPECT_EQ(teamServerKindFrom(nameOf(kind)), kind);
    EXPECT_EQ(teamServerKindFrom(u"jenkins"_s), std::nullopt);
}

TEST(TeamServerTaskVersions, AreShort)
{
    ServerTask task;
    task.images = {{u"web"_s, u"1.5.0"_s}, {u"api"_s, u"1.5.0"_s}, {u"db"_s, u"sha256:"_s + QString(64, u'a')}};
    task.chartVersion = u"1.2.3"_s;
    task.revision = u"v7"_s;
    EXPECT_EQ(awaitedVersion(task), u"1.5.0, sha256:aaaaaaaaaaaa, chart 1.2.3, revision v7"_s);
}

} // namespace lynceus
