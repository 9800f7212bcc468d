#include "core/io/teamserver/taskreader.h"

#include "core/io/teamserver/teamserveranswer.h"
#include "core/io/teamserver/teamservercredential.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const QByteArray kTask = R"({"id":"7","created":1796068597.5,"updated":1796068614,"app":"shop-web","author":"ada",
    "project":"shop","images":[{"image":"ghcr.io/acme/shop-web","tag":"1.5.0"}],"status":"failed",
    "status_reason":"no pods"})";

TransportOutcome outcome(int status, const QByteArray &type, const QByteArray &body)
{
    TransportOutcome outcome;
    outcome.httpStatus = status;
    outcome.contentType = type;
    outcome.body = body;
    return outcome;
}

Error::Kind kindOf(int status, const QByteArray &type, const QByteArray &body)
{
    const auto answer = classifyTeamServerAnswer(outcome(status, type, body), u"GET /api/v1/tasks"_s);
    EXPECT_FALSE(answer.has_value());
    return answer ? Error::Kind::Cancelled : answer.error().kind;
}

} // namespace

TEST(TeamServerTasks, AreReadWithTheirTimesAndStates)
{
    const auto read = readTasks(R"({"tasks":[)" + kTask + R"(],"total":1})");
    ASSERT_TRUE(read.has_value()) << qPrintable(read.error().message);
    ASSERT_EQ(read->tasks.size(), 1U);
    const auto &task = read->tasks.front();
    EXPECT_EQ(task.id, u"7"_s);
    EXPECT_EQ(task.state, TaskState::Failed);
    EXPECT_EQ(task.reason, u"no pods"_s);
    EXPECT_EQ(task.created, Instant(Duration(1'796'068'597'500)));
    EXPECT_EQ(awaitedVersion(task), u"1.5.0"_s);
    EXPECT_FALSE(task.verdict);
    EXPECT_TRUE(readTasks(R"({"tasks":null})")->tasks.empty()) << "Go encodes an empty list as null";
}

TEST(TeamServerTasks, UnknownStateIsNotDeployed)
{
    auto text = kTask;
    const auto task = readTask(text.replace("\"failed\"", "\"Deployed \""));
    ASSERT_TRUE(task.has_value());
    EXPECT_EQ(task->state, std::nullopt);
    EXPECT_EQ(task->stateName, u"Deployed "_s);
    EXPECT_FALSE(task->isRunning());
}

TEST(TeamServerTasks, UnreadableTaskAffectsNoOther)
{
    const auto read = readTasks(R"({"tasks":[{"id":"1"},7,null,)" + kTask + "]}");
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->tasks.size(), 1U);
    EXPECT_EQ(read->unreadable, 3);
    for (const QByteArray bad : {"[]", "7", "{}", R"({"tasks":{}})", R"({"tasks":[)", "", "<html>"})
        EXPECT_FALSE(readTasks(bad).has_value()) << bad.constData();
}

TEST(TeamServerTasks, AreBounded)
{
    QJsonArray images;
    for (int i = 0; i < 1'000; ++i)
        images.append(QJsonObject{{u"image"_s, u"i"_s}, {u"tag"_s, QString::number(i)}});
    const QJsonObject object{{u"id"_s, u"1"_s},          {u"app"_s, QString(100'000, u'a')},
                             {u"status"_s, u"failed"_s}, {u"status_reason"_s, QString(100'000, u'r')},
                             {u"created"_s, 1e300},      {u"updated"_s, -5},
                             {u"images"_s, images}};
    const auto task = readTask(QJsonDocument(object).toJson());
    ASSERT_TRUE(task.has_value());
    EXPECT_EQ(task->app.size(), ServerTaskLimits::kMostText + 1);
    EXPECT_EQ(task->reason.size(), ServerTaskLimits::kMostReason + 1);
    EXPECT_EQ(qsizetype(task->images.size()), ServerTaskLimits::kMostImages);
    EXPECT_EQ(task->created, Instant{});
    EXPECT_EQ(task->updated, Instant{});
    QByteArray many = R"({"tasks":[)" + kTask;
    for (qsizetype i = 0; i < ServerTaskLimits::kMostTasks; ++i)
        many += ',' + kTask;
    EXPECT_FALSE(readTasks(many + "]}").has_value());
}

TEST(TeamServerTasks, ParseTheVerdictOfAnEvent)
{
    auto text = kTask;
    text.chop(1);
    const auto task = readTask(text + R"(,"verdict":{"outcome":"waiting","stage":"rolling","sentence":"Rolling out",
        "cause":{"kind":"crash","text":"It crashes"},"blocker":{"kind":"x","text":"Waits"},
        "notes":[{"kind":"n","text":"A note"}],"pods":{"wanted":3,"updated":1,"ready":-4,"old":2},
        "deadline":"2026-12-01T10:00:00Z"}})");
    ASSERT_TRUE(task.has_value()) << qPrintable(task.error().message);
    ASSERT_TRUE(task->verdict);
    EXPECT_EQ(task->verdict->sentence, u"Rolling out"_s);
    EXPECT_EQ(task->verdict->cause, u"It crashes"_s);
    EXPECT_EQ(task->verdict->blocker, u"Waits"_s);
    EXPECT_EQ(task->verdict->notes, QStringList(u"A note"_s));
    EXPECT_EQ(task->verdict->podsWanted, 3);
    EXPECT_EQ(task->verdict->podsReady, 0) << "pod counts are not negative";
    EXPECT_TRUE(task->verdict->deadline);
    EXPECT_EQ(readTask(text + R"(,"verdict":null})")->verdict, std::nullopt);
}

// Conversations recorded between the real server and its client.
TEST(TeamServerTasks, RealArgoWatcherTasksAreParsed)
{
    QFile file(u"" LYNCEUS_TEST_DATA "/argowatcher/conversations.jsonl"_s);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    int tasks = 0;
    for (const auto &line : file.readAll().split('\n')) {
        for (const auto &value : QJsonDocument::fromJson(line).object().value("exchanges"_L1).toArray()) {
            const auto exchange = value.toObject();
            const bool isTask = exchange.value("path"_L1).toString().startsWith("/api/v1/tasks/"_L1);
            if (!isTask || exchange.value("status"_L1).toInt() != 200)
                continue;
            const auto read = readTask(QJsonDocument(exchange.value("response"_L1).toObject()).toJson());
            ASSERT_TRUE(read.has_value()) << qPrintable(read.error().message);
            EXPECT_TRUE(read->state) << qPrintable(read->stateName);
            ++tasks;
        }
    }
    EXPECT_GT(tasks, 10);
}

TEST(TeamServerConfiguration, IsDistinguishedFromOtherJson)
{
    const auto config = readTeamServerConfig(
        R"({"argo_cd_url":{"Scheme":"https","Host":"argocd.acme.example","Path":"/x"},"state_type":"postgres",
            "oidc":{"enabled":true}})");
    ASSERT_TRUE(config.has_value());
    EXPECT_EQ(config->argoCdUrl, u"https://argocd.acme.example/x"_s);
    EXPECT_TRUE(config->needsSignIn);
    EXPECT_TRUE(config->instances.empty()) << "Argo Watcher has one Argo CD instance";
    const auto ours = readTeamServerConfig(
        R"({"argo_cd_url":"","state_type":"sqlite","instances":[7,{"url":"https://a.example"},
            {"name":"staging","url":"https://argocd.staging.example"},{"name":"bare"}]})");
    ASSERT_TRUE(ours.has_value());
    EXPECT_EQ(ours->instances,
              (std::vector<ServedArgoCd>{{u"staging"_s, u"https://argocd.staging.example"_s}, {u"bare"_s, {}}}));
    EXPECT_FALSE(readTeamServerConfig(R"({"url":"https://argocd.acme.example","dexConfig":{}})").has_value())
        << "Argo CD's settings";
    EXPECT_EQ(readTeamServerDescription(R"({"info":{"title":"Lynceus team server","version":"0.2.0"}})").value(),
              u"lynceus 0.2.0"_s);
    for (const QByteArray bad : {"", "[]", "{}", R"({"info":{"title":"Petstore","version":"1"}})", R"({"info":7})"})
        EXPECT_FALSE(readTeamServerDescription(bad).has_value()) << bad.constData();
    EXPECT_EQ(readTeamServerVersion(R"("0.15.0")").value(), u"0.15.0"_s);
    for (const QByteArray bad : {R"({"Version":"v3"})", "7", "", R"("a","b")", "<html>"})
        EXPECT_FALSE(readTeamServerVersion(bad).has_value()) << bad.constData();
}

TEST(TeamServerAnswers, NameTheRefusingServer)
{
    using Kind = Error::Kind;
    const QByteArray json = "application/json; charset=utf-8";
    const QByteArray errorBody = R"({"status":"You are not authorized","error":"bad token"})";
    EXPECT_EQ(kindOf(401, json, errorBody), Kind::SignInNeeded);
    EXPECT_EQ(kindOf(403, json, errorBody), Kind::Forbidden);
    EXPECT_EQ(kindOf(401, "text/html", "<html>"), Kind::NotArgoCd) << "a gateway's";
    EXPECT_EQ(kindOf(401, json, "{}"), Kind::NotArgoCd);
    EXPECT_EQ(kindOf(404, json, R"({"id":"1","error":"task not found"})"), Kind::NotFound);
    EXPECT_EQ(kindOf(404, "text/plain", "404 page not found"), Kind::NotArgoCd);
    EXPECT_EQ(kindOf(406, json, R"({"status":"rejected","error":"lockdown"})"), Kind::BadInput);
    EXPECT_EQ(kindOf(429, json, errorBody), Kind::Server);
    EXPECT_EQ(kindOf(500, "text/html", "<html>"), Kind::Server);
    EXPECT_EQ(kindOf(200, "text/html", "<html><title>Argo Watcher</title>"), Kind::NotArgoCd);
    EXPECT_EQ(kindOf(200, json, R"({"tasks":[)"), Kind::Unreachable) << "cut short";
    EXPECT_TRUE(classifyTeamServerAnswer(outcome(202, json, R"({"id":"1"})"), {}).has_value());
    auto moved = outcome(302, "text/html", {});
    moved.location = "https://elsewhere.example/";
    EXPECT_EQ(classifyTeamServerAnswer(moved, {}).error().kind, Kind::NotArgoCd);
}

TEST(TeamServerCredentials, AreSentInTheServersHeader)
{
    const auto header = [](TeamServerKind kind, const QByteArray &token) {
        return credentialFor(kind, Secret(QByteArray(token)));
    };
    const auto jwt = [](const QByteArray &algorithm) {
        return (R"({"alg":")" + algorithm + R"("})").toBase64(QByteArray::Base64UrlEncoding) + ".e30.c2ln";
    };
    const auto ours = header(TeamServerKind::Lynceus, "deploy");
    EXPECT_EQ(ours.header, u"Authorization"_s);
    EXPECT_EQ(ours.value.reveal(), "Bearer deploy");
    const auto argoWatcherHeader = header(TeamServerKind::ArgoWatcher, "deploy");
    EXPECT_EQ(argoWatcherHeader.header, u"ARGO_WATCHER_DEPLOY_TOKEN"_s);
    EXPECT_EQ(argoWatcherHeader.value.reveal(), "deploy");
    EXPECT_EQ(header(TeamServerKind::ArgoWatcher, jwt("HS256")).header, u"Authorization"_s);
    EXPECT_EQ(header(TeamServerKind::ArgoWatcher, jwt("RS256")).header, u"Oidc-Authorization"_s);
    EXPECT_EQ(header(TeamServerKind::ArgoWatcher, "a.b.c").header, u"ARGO_WATCHER_DEPLOY_TOKEN"_s);
}

TEST(TeamServerTasks, AreSerializedForTheServer)
{
    const auto task = readTask(kTask).value();
    const auto body = QJsonDocument::fromJson(newTaskBody(task, 600)).object();
    EXPECT_EQ(body,
              (QJsonObject{{u"app"_s, u"shop-web"_s},
                           {u"author"_s, u"ada"_s},
                           {u"project"_s, u"shop"_s},
                           {u"images"_s,
                            QJsonArray{QJsonObject{{u"image"_s, u"ghcr.io/acme/shop-web"_s}, {u"tag"_s, u"1.5.0"_s}}}},
                           {u"timeout"_s, 600}}));
}

} // namespace lynceus
