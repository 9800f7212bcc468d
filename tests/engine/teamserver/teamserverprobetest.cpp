#include "core/engine/teamserver/teamserverprobe.h"

#include "core/engine/teamserver/teamserverregistry.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

const QByteArray kConfig = R"({"argo_cd_url":{"Scheme":"https","Host":"argocd.acme.example"},"state_type":"postgres"})";
const QByteArray kPage = "<html><title>Argo Watcher</title></html>";

WireStep answer(const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    return send("HTTP/1.1 " + status + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

WireStep json(const QByteArray &body)
{
    return answer("200 OK", "application/json; charset=utf-8", body);
}

const auto kDenied =
    answer("401 Unauthorized", "application/json", R"({"status":"not authorized","error":"no credential"})");

QByteArray pathOf(const ReceivedRequest &request)
{
    return request.line.split(' ').at(1).split('?').front();
}

/// Answers known paths, and all others with @p otherwise.
RawServer::Answer paths(const QHash<QByteArray, WireStep> &known, const WireStep &otherwise)
{
    return [known, otherwise](const ReceivedRequest &request) -> Script {
        return {known.value(pathOf(request), otherwise)};
    };
}

Result<TeamServerFindings> probed(const RawServer &server, const QByteArray &token = {})
{
    QObject context;
    InstanceAccess access;
    access.baseUrl = server.url();
    auto *probe = new TeamServerProbe(access, Secret(QByteArray(token)), &context);
    const auto future = probe->future();
    probe->start();
    if (!waitFor(future))
        return badInput(u"the test's patience ended"_s);
    return future.result();
}

TeamServerInstance stored(const QString &name, const QString &url)
{
    TeamServerInstance server;
    server.place.id = u"id-"_s + name;
    server.place.name = name;
    server.place.baseUrl = QUrl(url);
    server.place.signIn = SignInMethod::Anonymous;
    return server;
}

} // namespace

TEST(TeamServerProbe, DistinguishesLynceusFromArgoWatcherByVersion)
{
    RawServer ours(paths({{"/api/v1/config", json(kConfig)},
                          {"/api/v1/version", json(R"("lynceus 0.2.0")")},
                          {"/api/v1/tasks", json(R"({"tasks":[]})")}},
                         kDenied));
    const auto lynceus = probed(ours);
    ASSERT_TRUE(lynceus.has_value()) << qPrintable(lynceus.error().message);
    EXPECT_EQ(lynceus->kind, TeamServerKind::Lynceus);
    EXPECT_EQ(lynceus->version, u"lynceus 0.2.0"_s);
    EXPECT_EQ(lynceus->argoCdUrl, u"https://argocd.acme.example"_s);
    EXPECT_TRUE(lynceus->reading.has_value());

    RawServer argoWatcher(paths({{"/api/v1/config", json(kConfig)},
                                 {"/api/v1/version", json(R"("0.15.0")")},
                                 {"/api/v1/tasks", json(R"({"tasks":null})")}},
                                answer("200 OK", "text/html", kPage)));
    EXPECT_EQ(probed(argoWatcher)->kind, TeamServerKind::ArgoWatcher);
    for (const auto &request : argoWatcher.requests())
        EXPECT_TRUE(request.line.contains("/api/v1/")) << "no Argo CD request: " << request.line.constData();
    for (const auto &request : argoWatcher.requests())
        EXPECT_FALSE(request.line.contains("applications"));
}

TEST(TeamServerProbe, DistinguishesThemIfReadingNeedsACredential)
{
    RawServer ours(paths({{"/api/v1/config", json(kConfig)}}, kDenied));
    const auto lynceus = probed(ours);
    ASSERT_TRUE(lynceus.has_value()) << qPrintable(lynceus.error().message);
    EXPECT_EQ(lynceus->kind, TeamServerKind::Lynceus);
    ASSERT_FALSE(lynceus->reading.has_value());
    EXPECT_EQ(lynceus->reading.error().kind, Error::Kind::SignInNeeded);

    RawServer argoWatcher(
        paths({{"/api/v1/config", json(kConfig)}, {"/api/v1/version", kDenied}, {"/api/v1/tasks", kDenied}},
              answer("200 OK", "text/html", kPage)));
    EXPECT_EQ(probed(argoWatcher)->kind, TeamServerKind::ArgoWatcher);
}

TEST(TeamServerProbe, RecognisesLynceusWithProtectedReadingByItsApiDescription)
{
    const auto needsToken = [](const ReceivedRequest &request, const WireStep &answer) -> Script {
        return {request.headers.value("authorization") == "Bearer deploy-token" ? answer : kDenied};
    };
    RawServer ours([&](const ReceivedRequest &request) -> Script {
        if (pathOf(request) == "/api/v1/openapi.json")
            return {json(R"({"openapi":"3.1.0","info":{"title":"Lynceus team server","version":"0.2.0"}})")};
        if (pathOf(request) == "/api/v1/config")
            return needsToken(request, json(kConfig));
        return needsToken(request, json(R"({"tasks":[]})"));
    });
    const auto without = probed(ours);
    ASSERT_TRUE(without.has_value()) << qPrintable(without.error().message);
    EXPECT_EQ(without->kind, TeamServerKind::Lynceus);
    EXPECT_EQ(without->version, u"lynceus 0.2.0"_s);
    EXPECT_EQ(without->reading.error().kind, Error::Kind::SignInNeeded);
    const auto with = probed(ours, "deploy-token");
    ASSERT_TRUE(with.has_value());
    EXPECT_TRUE(with->reading.has_value());
    EXPECT_EQ(with->argoCdUrl, u"https://argocd.acme.example"_s);
    EXPECT_EQ(with->credentialHeader, u"Authorization"_s);

    RawServer other([](const ReceivedRequest &) -> Script { return {kDenied}; });
    EXPECT_EQ(probed(other, "deploy-token").error().kind, Error::Kind::SignInNeeded);
    for (const auto &request : other.requests())
        EXPECT_FALSE(request.headers.contains("authorization")) << request.line.constData();
}

TEST(TeamServerProbe, SendsTheTokenOnlyAfterRecognisingTheServer)
{
    RawServer argoWatcher([](const ReceivedRequest &request) -> Script {
        if (pathOf(request) == "/api/v1/config")
            return {json(kConfig)};
        if (pathOf(request) == "/api/v1/version")
            return {json(R"("0.15.0")")};
        return {request.headers.value("argo_watcher_deploy_token") == "deploy-token" ? json(R"({"tasks":[]})")
                                                                                     : kDenied};
    });
    const auto found = probed(argoWatcher, "deploy-token");
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->credentialHeader, u"ARGO_WATCHER_DEPLOY_TOKEN"_s);
    EXPECT_TRUE(found->reading.has_value());
    int carried = 0;
    for (const auto &request : argoWatcher.requests())
        carried += request.headers.contains("argo_watcher_deploy_token") ? 1 : 0;
    EXPECT_EQ(carried, 1);
}

TEST(TeamServerProbe, RejectsOtherServers)
{
    RawServer page([](const ReceivedRequest &) -> Script { return {answer("200 OK", "text/html", kPage)}; });
    EXPECT_EQ(probed(page).error().kind, Error::Kind::NotArgoCd);
    RawServer argoCd([](const ReceivedRequest &) -> Script { return {json(R"({"url":"x","dexConfig":{}})")}; });
    EXPECT_EQ(probed(argoCd).error().kind, Error::Kind::Malformed);
    RawServer other([](const ReceivedRequest &) -> Script { return {json(kConfig)}; });
    RawServer moved([&other](const ReceivedRequest &) -> Script {
        return {send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + other.url().toEncoded() + "\r\n\r\n")};
    });
    EXPECT_EQ(probed(moved, "deploy-token").error().kind, Error::Kind::NotArgoCd);
    EXPECT_EQ(other.connections(), 0);
}

TEST(TeamServerRegistry, KeepsKindAndCredentialHeaderAndSignalsChanges)
{
    const QTemporaryDir folder;
    const auto name = folder.filePath(u"lynceus/team-servers.json"_s);
    TeamServerRegistry one(teamServersFile(name));
    TeamServerRegistry other(teamServersFile(name));
    one.open();
    auto server = stored(u"team"_s, u"https://team.acme.example"_s);
    server.kind = TeamServerKind::ArgoWatcher;
    server.credentialHeader = u"ARGO_WATCHER_DEPLOY_TOKEN"_s;
    ASSERT_TRUE(one.add(server, {}).has_value());

    QStringList changed;
    QObject::connect(&other, &TeamServerRegistry::serverChanged, &other,
                     [&](const TeamServerInstance &each) { changed += each.place.name; });
    other.open();
    EXPECT_EQ(changed, QStringList(u"team"_s));
    ASSERT_TRUE(other.named(u"TEAM"));
    EXPECT_EQ(other.named(u"TEAM")->kind, TeamServerKind::ArgoWatcher);
    EXPECT_EQ(other.named(u"TEAM")->credentialHeader, server.credentialHeader);

    ASSERT_TRUE(one.rename(u"id-team"_s, u"pipelines"_s, {}).has_value());
    EXPECT_TRUE(waitUntil([&] { return other.named(u"pipelines") != nullptr; }))
        << "timeout: the change of the folder was not detected";
    ASSERT_TRUE(one.remove(u"id-team"_s).has_value());
    EXPECT_TRUE(waitUntil([&] { return other.servers().empty(); }));
    EXPECT_EQ(one.remove(u"id-team"_s).error().kind, Error::Kind::NotFound);
}

TEST(TeamServerRegistry, NamesAreUniqueAmongServersAndInstances)
{
    const QTemporaryDir folder;
    TeamServerRegistry registry(teamServersFile(folder.filePath(u"t.json"_s)));
    registry.open();
    const auto argoCd = stored(u"prod"_s, u"https://argocd.acme.example"_s).place;
    EXPECT_EQ(registry.add(stored(u"Prod"_s, u"https://team.acme.example"_s), {argoCd}).error().kind,
              Error::Kind::BadInput);
    auto odd = stored(u"team"_s, u"https://team.acme.example"_s);
    odd.credentialHeader = u"Host"_s;
    EXPECT_FALSE(registry.add(odd, {}).has_value());
    EXPECT_TRUE(registry.servers().empty());
}

TEST(TeamServerRegistry, KeepsServersWhileTheFileIsInvalid)
{
    const QTemporaryDir folder;
    const auto name = folder.filePath(u"t.json"_s);
    TeamServerRegistry registry(teamServersFile(name));
    registry.open();
    ASSERT_TRUE(registry.add(stored(u"team"_s, u"https://team.acme.example"_s), {}).has_value());
    QStringList notices;
    QObject::connect(&registry, &TeamServerRegistry::noticeRaised, &registry,
                     [&](const QString &sentence) { notices += sentence; });
    {
        QFile file(name);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("{");
    }
    ASSERT_TRUE(waitUntil([&] { return !notices.isEmpty(); }));
    EXPECT_TRUE(notices.front().contains(u"t.json"_s)) << qPrintable(notices.front());
    EXPECT_EQ(registry.servers().size(), 1U);
    EXPECT_TRUE(QFile::exists(name)) << "it was not set aside";
    ASSERT_TRUE(QFile::remove(name));
    EXPECT_TRUE(registry.rename(u"id-team"_s, u"pipelines"_s, {}).has_value()) << "it is written again";
    EXPECT_TRUE(QFile::exists(name));
}

TEST(TeamServerRegistry, SkipsInvalidEntriesAndLeavesTheFile)
{
    const QTemporaryDir folder;
    const auto name = folder.filePath(u"t.json"_s);
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(R"({"version":1,"teamServers":[{"kind":"jenkins","id":"1","name":"a","url":"https://a.example"},
        {"kind":"lynceus","id":"2","name":"b","url":"https://b.example"}]})");
    file.close();
    TeamServerRegistry registry(teamServersFile(name));
    QStringList notices;
    QObject::connect(&registry, &TeamServerRegistry::noticeRaised, &registry,
                     [&](const QString &sentence) { notices += sentence; });
    registry.open();
    ASSERT_EQ(registry.servers().size(), 1U);
    EXPECT_EQ(registry.servers().front().place.name, u"b"_s);
    ASSERT_EQ(notices.size(), 1);
    EXPECT_TRUE(notices.front().contains(u"teamServers[0]"_s)) << qPrintable(notices.front());
    EXPECT_TRUE(notices.front().contains(u"use one of"_s)) << qPrintable(notices.front());
    EXPECT_FALSE(registry.remove(u"2"_s).has_value()) << "it would drop the invalid entry";
    EXPECT_EQ(registry.servers().size(), 1U);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("jenkins"));
    EXPECT_FALSE(QFile::exists(name + u".aside-1"_s));
}

} // namespace lynceus
