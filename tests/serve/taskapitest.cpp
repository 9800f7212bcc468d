#include "core/io/serve/httplistener.h"
#include "tests/serve/silentargocd.h"
#include "tests/serve/taskapifixture.h"
#include "tests/support/rawclient.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

class TaskApiTest : public TaskApiFixture
{ };

} // namespace

TEST_F(TaskApiTest, FollowsATaskUntilItIsDeployed)
{
    start({u"prod"_s});
    const auto added = call("POST", "/api/v1/tasks", submission(m_app));
    ASSERT_EQ(added.status, 202) << added.body.toStdString();
    const auto path = "/api/v1/tasks/" + json(added)[u"id"_s].toString().toLatin1();
    EXPECT_EQ(json(call("GET", path))[u"status"_s], u"in progress"_s);
    EXPECT_TRUE(waitUntil([&] { return json(call("GET", path))[u"status"_s] != u"in progress"_s; }, Duration{60'000}));
    EXPECT_EQ(json(call("GET", path))[u"status"_s], u"deployed"_s) << call("GET", path).body.toStdString();
    const auto verdict = json(call("GET", path + "/verdict"));
    EXPECT_EQ(verdict[u"outcome"_s], u"deployed"_s);
    EXPECT_EQ(verdict[u"stage"_s], u"running"_s) << call("GET", path + "/verdict").body.toStdString();
    EXPECT_FALSE(verdict[u"evidence"_s][u"workloads"_s].toArray().isEmpty());
    EXPECT_EQ(call("GET", "/api/v1/tasks/nonsense/verdict").status, 404);
    EXPECT_EQ(call("GET", "/api/v1/tasks//verdict").status, 404);
    const auto list = json(call("GET", "/api/v1/tasks?status=deployed&app=" + m_app.toUtf8()));
    EXPECT_EQ(list[u"total"_s], 1);
    EXPECT_EQ(list[u"tasks"_s].toArray().size(), 1);
    EXPECT_EQ(json(call("GET", "/api/v1/tasks?status=in+progress")), (QJsonObject{{u"tasks"_s, QJsonArray()}}));
    EXPECT_TRUE(call("GET", "/metrics").body.contains("deployments_total{result=\"deployed\"} 1\n"));
}

TEST_F(TaskApiTest, StreamReportsATaskUntilItEnds)
{
    start({u"prod"_s});
    HttpListener listener(*m_api, {}, m_clock);
    ASSERT_TRUE(listener.listen(QHostAddress(QHostAddress::LocalHost), 0));
    QUrl url(u"http://127.0.0.1"_s);
    url.setPort(listener.port());
    RawClient client(url);
    client.get("/api/v1/events");
    ASSERT_TRUE(client.readUntil("id: 0\n\n"));
    EXPECT_TRUE(client.bytes().contains("\r\nContent-Type: text/event-stream\r\n"));
    const auto added = call("POST", "/api/v1/tasks", submission(m_app));
    ASSERT_EQ(added.status, 202);
    ASSERT_TRUE(client.readUntil("\nid: 1\ndata: "));
    const auto path = "/api/v1/tasks/" + json(added)[u"id"_s].toString().toLatin1();
    EXPECT_TRUE(waitUntil([&] { return client.received().contains("\"status\":\"deployed\""); }, Duration{60'000}));
    const auto last = client.bytes().sliced(client.bytes().lastIndexOf("data: ") + 6);
    auto reported = QJsonDocument::fromJson(last.trimmed()).object();
    EXPECT_EQ(reported.take(u"verdict"_s), json(call("GET", path + "/verdict")));
    EXPECT_EQ(reported, json(call("GET", path)));
    EXPECT_EQ(call("GET", "/api/v1/events?task=x").status, 400);
}

TEST_F(TaskApiTest, CancelsAndExtendsATask)
{
    start({u"prod"_s});
    const auto added = call("POST", "/api/v1/tasks", submission(m_app));
    ASSERT_EQ(added.status, 202);
    const auto path = "/api/v1/tasks/" + json(added)[u"id"_s].toString().toLatin1();
    const auto deadline = [&] {
        return parseRfc3339(json(call("GET", path + "/verdict"))[u"deadline"_s].toString().toUtf8());
    };
    const auto before = deadline();
    EXPECT_EQ(call("POST", path + "/extend", R"({"timeout":900})").status, 406) << "not larger";
    EXPECT_EQ(call("POST", path + "/extend", R"({"timeout":1000})", {}).status, 415);
    EXPECT_EQ(call("POST", path + "/extend", R"({"timeout":1000})", "application/json", {}).status, 401);
    const auto extended = call("POST", path + "/extend", R"({"timeout":1000})");
    EXPECT_EQ(extended.status, 200) << extended.body.toStdString();
    ASSERT_TRUE(before && deadline());
    EXPECT_EQ(*deadline() - *before, Duration{100'000});

    EXPECT_EQ(call("POST", path + "/cancel", {}, {}, {}).status, 401);
    const auto cancelled = call("POST", path + "/cancel", {}, {});
    EXPECT_EQ(cancelled.status, 200);
    EXPECT_EQ(json(cancelled)[u"status"_s], u"cancelled"_s);
    EXPECT_EQ(json(cancelled), json(call("GET", path)));
    EXPECT_EQ(m_registry->running(), 0);
    EXPECT_EQ(call("POST", path + "/cancel").status, 409);
    EXPECT_EQ(call("POST", path + "/extend", R"({"timeout":2000})").status, 409);
    const QByteArray other = "/api/v1/tasks/00000000-0000-4000-8000-000000000001";
    EXPECT_EQ(call("POST", other + "/cancel").status, 404);
    EXPECT_EQ(call("POST", other + "/extend", R"({"timeout":2000})").status, 404);
    EXPECT_EQ(call("POST", "/api/v1/tasks/x/cancel").status, 404);
    EXPECT_EQ(call("GET", path + "/cancel").status, 405);
}

TEST_F(TaskApiTest, TaskCanExpectAnyOtherVersionInsteadOfImages)
{
    start({u"prod"_s});
    const auto post = [&](const QByteArray &version) {
        return call("POST", "/api/v1/tasks",
                    R"({"app":")" + m_app.toUtf8() + R"(","author":"ada","project":"p",)" + version + '}');
    };
    const auto added = post(R"("revision":"no-such-tag")");
    ASSERT_EQ(added.status, 202) << added.body.toStdString();
    const auto task = json(call("GET", "/api/v1/tasks/" + json(added)[u"id"_s].toString().toLatin1()));
    EXPECT_EQ(task[u"revision"_s], u"no-such-tag"_s);
    EXPECT_EQ(task[u"images"_s], QJsonArray());
    const auto chart = post(R"("images":[],"chart_version":"1.5.2")");
    EXPECT_EQ(chart.status, 202);
    EXPECT_EQ(m_registry->running(), 2) << "a task with one kind of version does not replace the other kind";
    EXPECT_EQ(post(R"("chart_version":"1.x")").status, 406);
    EXPECT_EQ(post(R"("revision":"HEAD")").status, 406);
}

TEST_F(TaskApiTest, TaskIsDeployedWhenItsRevisionRuns)
{
    start({u"prod"_s});
    const auto added = call("POST", "/api/v1/tasks",
                            R"({"app":")" + m_app.toUtf8() + R"(","author":"ada","project":"p","revision":"1e978e3"})");
    ASSERT_EQ(added.status, 202) << added.body.toStdString();
    const auto path = "/api/v1/tasks/" + json(added)[u"id"_s].toString().toLatin1();
    EXPECT_EQ(json(call("GET", path))[u"status"_s], u"in progress"_s);
    EXPECT_TRUE(waitUntil([&] { return json(call("GET", path))[u"status"_s] != u"in progress"_s; }, Duration{60'000}));
    EXPECT_EQ(json(call("GET", path))[u"status"_s], u"deployed"_s) << call("GET", path).body.toStdString();
}

TEST_F(TaskApiTest, AnswersInvalidRequestsWithErrors)
{
    start({u"prod"_s});
    EXPECT_EQ(call("POST", "/api/v1/tasks", submission(m_app), "application/json", {}).status, 401);
    EXPECT_EQ(call("POST", "/api/v1/tasks", submission(m_app), "application/x-www-form-urlencoded").status, 415);
    EXPECT_EQ(call("POST", "/api/v1/tasks", submission(m_app), {}).status, 415);
    EXPECT_EQ(call("POST", "/api/v1/tasks", "{").status, 406);
    EXPECT_EQ(json(call("POST", "/api/v1/tasks", "{"))[u"status"_s], u"invalid payload"_s);
    EXPECT_EQ(call("GET", "/api/v1/tasks?status=nonsense").status, 400);
    EXPECT_EQ(call("GET", "/api/v1/tasks?status=accepted").status, 200);
    EXPECT_EQ(call("GET", "/api/v1/tasks?limit=x&offset=-5&from_timestamp=99999999999999999999").status, 200);
    EXPECT_EQ(call("GET", "/api/v1/tasks/nonsense").status, 404);
    EXPECT_EQ(json(call("GET", "/api/v1/tasks/00000000-0000-0000-0000-000000000000")),
              (QJsonObject{{u"id"_s, u"00000000-0000-0000-0000-000000000000"_s}, {u"error"_s, u"task not found"_s}}));
    const auto wrongMethod = call("PUT", "/api/v1/tasks");
    EXPECT_EQ(wrongMethod.status, 405);
    EXPECT_EQ(wrongMethod.headers.value("Allow"), "POST, GET, HEAD");
    EXPECT_EQ(call("HEAD", "/api/v1/config").status, 200);
    EXPECT_EQ(call("POST", "/api/v1/deploy-lock", {}).status, 501);
    EXPECT_EQ(call("GET", "/api/v1/deploy-lock").body, "false");
    EXPECT_EQ(call("GET", "/ws").status, 501);
    EXPECT_EQ(call("GET", "/livez").status, 200);
    EXPECT_EQ(call("GET", "/readyz").status, 200);
    EXPECT_EQ(call("GET", "/healthz").status, 200);
    EXPECT_TRUE(call("GET", "/api/v1/version").body.startsWith("\"lynceus "));
}

TEST_F(TaskApiTest, UnusualRequestsAreAnsweredLikeByArgoWatcher)
{
    start({u"prod"_s});
    const QByteArray rest = R"("author":"ada","project":"p","images":[{"image":"web","tag":"1"}]})";
    const QByteArray good = R"({"app":")" + m_app.toUtf8() + R"(",)" + rest;
    for (const auto &bad :
         {QByteArray(), QByteArray("null"), QByteArray("[]"), QByteArray("7"), QByteArray(" "), QByteArray("{}"),
          QByteArray(good).replace("\"ada\"", "7"), QByteArray(good).replace("\"ada\"", "null"),
          QByteArray(good).replace("\"ada\"", "\"\""), QByteArray(good).replace("[{", "{").replace("}]", "}"),
          QByteArray(good).replace("[{\"image\":\"web\",\"tag\":\"1\"}]", "null"),
          QByteArray(good).replace("{\"image\":\"web\",\"tag\":\"1\"}", "7"), QByteArray(good).replace("\"1\"", "1"),
          QByteArray(good).replace("{\"app", "{\"timeout\":\"60\",\"app"),
          QByteArray(good).replace("{\"app", "{\"timeout\":1.5,\"app"),
          QByteArray(good).replace("{\"app", "{\"refresh\":\"true\",\"app")}) {
        const auto reply = call("POST", "/api/v1/tasks", bad);
        EXPECT_EQ(reply.status, 406) << bad.constData();
        EXPECT_EQ(json(reply).value("status"_L1), u"invalid payload"_s) << bad.constData();
        EXPECT_FALSE(json(reply).value("error"_L1).toString().isEmpty()) << bad.constData();
    }
    const auto wait = [](HttpReply reply) {
        if (!reply.later)
            return reply;
        EXPECT_TRUE(waitFor(*reply.later));
        return reply.later->result();
    };
    for (const auto *more : {"", R"("id":"7","created":1,"status":"deployed","is_rollback":true,)",
                             R"("unknown":{"a":[1]},"timeout":null,"refresh":null,)", R"("timeout":0,)"}) {
        const auto reply =
            wait(call("POST", "/api/v1/tasks", QByteArray(good).replace("{\"app", '{' + QByteArray(more) + "\"app")));
        EXPECT_EQ(reply.status, 202) << more;
        EXPECT_EQ(json(reply).value("status"_L1), u"accepted"_s);
        EXPECT_NE(json(reply).value("id"_L1), u"7"_s);
    }
    const auto listed = [&](const QByteArray &query) {
        return json(wait(call("GET", "/api/v1/tasks" + query))).value("tasks"_L1).toArray().size();
    };
    EXPECT_EQ(listed({}), 4);
    EXPECT_EQ(listed("?from_timestamp=x&to_timestamp=&limit=0&offset=x&unknown=1&app="), 4);
    EXPECT_EQ(listed("?limit=99999"), 4);
    EXPECT_EQ(listed("?limit=2&offset=3"), 1);
    EXPECT_EQ(listed("?from_timestamp=1.5"), 4) << "times of answers may have fractions";
    EXPECT_EQ(listed("?to_timestamp=1.5"), 0);
    EXPECT_EQ(listed("?app=" + m_app.toUtf8() + "&status=deployed"), 0);
    for (const auto *method : {"OPTIONS", "PATCH", "TRACE"}) {
        const auto refused = call(method, "/api/v1/tasks");
        EXPECT_EQ(refused.status, 405) << method;
        EXPECT_EQ(refused.headers.value("Allow"), "POST, GET, HEAD") << method;
    }
}

TEST_F(TaskApiTest, PathTraversalIsRejected)
{
    start({u"prod"_s});
    for (const auto *target :
         {"/style.css/x", "/task/", "/task/a/b", "/api/v1/tasks/../config", "/api/v1/tasks/%2e%2e/config",
          "//api/v1/tasks", "/api/v1//tasks", "/API/v1/tasks", "/api/v1/tasks/a/b", "/api/v1/tasks%00",
          "/api/v1/tasks/..%2fconfig", "/api/v1/config/x", "/etc/passwd"})
        EXPECT_EQ(call("GET", target).status, 404) << target;
    const auto moved = call("GET", "/api/v1/tasks/");
    EXPECT_EQ(moved.status, 301);
    EXPECT_EQ(moved.headers.value("Location"), "/api/v1/tasks");
    EXPECT_EQ(call("GET", "//evil.example/").status, 404);
    EXPECT_EQ(call("GET", "/api/v1/tasks//").status, 404);
}

TEST_F(TaskApiTest, TrailingSlashKeepsTheRequest)
{
    start({u"prod"_s});
    const auto location = [this](const QByteArray &method, const QByteArray &target) {
        return call(method, target).headers.value("Location");
    };
    EXPECT_EQ(location("GET", "/api/v1/tasks/?app=shop+web&status=in%20progress"),
              "/api/v1/tasks?app=shop%20web&status=in%20progress");
    EXPECT_EQ(location("GET", "/api/v1/tasks/00000000-0000-0000-0000-000000000000/"),
              "/api/v1/tasks/00000000-0000-0000-0000-000000000000");
    EXPECT_EQ(location("GET", "/task/%0d%0aSet-Cookie:%20a=b/?x=%0d%0a"), "/task/%0D%0ASet-Cookie%3A%20a%3Db?x=%0D%0A");
    EXPECT_EQ(call("POST", "/api/v1/tasks/", submission(m_app)).status, 307);
}

TEST_F(TaskApiTest, BrowserGetsAPageForAMissingPath)
{
    start({u"prod"_s});
    HttpRequest request;
    request.method = "GET";
    request.target = "/nonsense";
    request.headers.append("Accept", "text/html");
    const auto page = m_api->reply(request, u"127.0.0.1"_s);
    EXPECT_EQ(page.status, 404);
    EXPECT_TRUE(page.contentType.startsWith("text/html"));
    EXPECT_FALSE(page.body.contains("nonsense"));
    request.target = "/api/v1/nonsense";
    EXPECT_TRUE(m_api->reply(request, u"127.0.0.1"_s).contentType.startsWith("application/json"));
}

// DNS rebinding: the name of a web page resolves to 127.0.0.1, so that the page may read what a server there returns.
TEST_F(TaskApiTest, LoopbackServerRejectsOtherHosts)
{
    m_config.publicUrl = QUrl(u"https://Lynceus.acme.example/team"_s);
    start({u"prod"_s});
    HttpRequest request;
    const auto replyTo = [&](const QByteArray &host, const QByteArray &target = "/api/v1/config") {
        request.method = "GET";
        request.target = target;
        request.headers = {};
        request.headers.append("Host", host);
        return m_api->reply(request, u"127.0.0.1"_s);
    };
    for (const auto *host : {"localhost:8080", "LOCALHOST", "localhost.", "a.localhost", "127.0.0.1:8080", "127.9.9.9",
                             "[::1]:8080", "lynceus.acme.example", "LYNCEUS.acme.example:443"})
        EXPECT_EQ(replyTo(host).status, 200) << host;
    for (const auto *host :
         {"attacker.example", "attacker.example:8080", "localhost.attacker.example", "127.0.0.1.attacker.example",
          "lynceus.acme.example.attacker.example", "10.0.0.1", "[2001:db8::1]", "[::1", "[]", "[localhost]"}) {
        for (const auto *target : {"/api/v1/config", "/api/v1/tasks", "/", "/metrics", "/api/v1/tasks/", "/nonsense"})
            EXPECT_EQ(replyTo(host, target).status, 403) << host << ' ' << target;
    }
    const auto refused = replyTo("Attacker.example:8080");
    EXPECT_FALSE(refused.body.contains("argo_cd_url"));
    const auto problem = json(refused)[u"error"_s].toString();
    EXPECT_TRUE(problem.contains(u"\"attacker.example\""_s)) << problem.toStdString();
    EXPECT_TRUE(problem.contains(u"public-url"_s)) << problem.toStdString();

    request.target = "/";
    request.headers.append("Accept", "text/html");
    const auto page = m_api->reply(request, u"127.0.0.1"_s);
    EXPECT_EQ(page.status, 403);
    EXPECT_TRUE(page.contentType.startsWith("text/html"));

    m_config.publicUrl.clear();
    EXPECT_EQ(replyTo("lynceus.acme.example").status, 403);
    m_config.address = QHostAddress(QHostAddress::AnyIPv4);
    EXPECT_EQ(replyTo("lynceus.acme.svc.cluster.local").status, 200) << "a proxy or a Service leads to the server";
}

TEST_F(TaskApiTest, ApplicationOnSeveralInstancesNeedsTheInstanceName)
{
    start({u"prod"_s, u"dev"_s});
    const auto instances = json(call("GET", "/api/v1/config"))[u"instances"_s].toArray();
    ASSERT_EQ(instances.size(), 2);
    EXPECT_EQ(instances[1][u"name"_s], u"dev"_s);
    EXPECT_EQ(instances[1][u"url"_s], m_argocds[1]->baseUrl().toString());
    const auto unclear = call("POST", "/api/v1/tasks", submission(m_app));
    EXPECT_EQ(unclear.status, 406);
    EXPECT_TRUE(json(unclear)[u"error"_s].toString().contains(u"prod:"_s)) << unclear.body.toStdString();
    EXPECT_TRUE(json(unclear)[u"error"_s].toString().contains(u"dev:"_s));
    const auto named = call("POST", "/api/v1/tasks", submission(m_app, u"dev"_s));
    EXPECT_EQ(named.status, 202) << named.body.toStdString();
    EXPECT_EQ(m_store->task(json(named)[u"id"_s].toString()).value()->instance, u"dev"_s);
    EXPECT_EQ(call("POST", "/api/v1/tasks", submission(m_app, u"other"_s)).status, 406);
    const auto gone = call("POST", "/api/v1/tasks", submission(u"no-such-app"_s));
    ASSERT_EQ(gone.status, 202) << gone.body.toStdString();
    EXPECT_EQ(json(call("GET", "/api/v1/tasks/" + json(gone)[u"id"_s].toString().toLatin1()))[u"status"_s],
              u"app not found"_s);
}

TEST_F(TaskApiTest, TaskContinuesInAnotherReplica)
{
    start({u"prod"_s});
    const auto added = call("POST", "/api/v1/tasks", submission(m_app));
    ASSERT_EQ(added.status, 202);
    const auto id = json(added)[u"id"_s].toString();
    EXPECT_TRUE(m_registry->leave());
    TaskRegistry other(*m_store, m_hub->clients(), m_clock, m_config.limits, u"other"_s);
    other.start();
    EXPECT_EQ(other.running(), 1);
    EXPECT_TRUE(waitUntil([&] { return m_store->task(id).value()->state != TaskState::InProgress; }, Duration{60'000}));
    EXPECT_EQ(m_store->task(id).value()->state, TaskState::Deployed);
    m_registry->tend(); // it learns that it does not own the task
    EXPECT_EQ(m_registry->running(), 0);
}

TEST_F(TaskApiTest, DatabaseTokenRegistersUntilRevoked)
{
    m_config.access.openReading = false;
    start({u"prod"_s});
    const auto token = m_store->deployTokens().create(u"shop"_s).value().reveal();
    const auto added = call("POST", "/api/v1/tasks", submission(m_app), "application/json", token);
    ASSERT_EQ(added.status, 202) << added.body.toStdString();
    const auto path = "/api/v1/tasks/" + json(added)[u"id"_s].toString().toLatin1();
    EXPECT_EQ(call("GET", path, {}, {}, token).status, 200);
    EXPECT_EQ(json(call("GET", path + "/verdict", {}, {}, token))[u"token"_s], u"shop"_s);
    EXPECT_EQ(m_store->deployTokens().all().value().front().tasks, 1);

    EXPECT_TRUE(m_store->deployTokens().revoke(u"shop"_s).value());
    EXPECT_EQ(call("POST", "/api/v1/tasks", submission(m_app), "application/json", token).status, 401);
    EXPECT_EQ(call("GET", path, {}, {}, token).status, 401);
    EXPECT_EQ(call("GET", path).status, 200) << "with the token of the configuration";
}

TEST_F(TaskApiTest, ProtectedReadingCoversAllTaskAndInstanceData)
{
    m_config.access.openReading = false;
    start({u"prod"_s});
    const QSet<QByteArray> open{
        "/api/v1/openapi.json", "/ws", "/style.css", "/live.js", "/livez", "/readyz", "/healthz", "/signin",
        "/signin/done"};
    for (const auto &endpoint : TaskApi::endpoints()) {
        auto path = endpoint.path;
        path.replace('*', "00000000-0000-4000-8000-000000000001");
        const auto status = call(endpoint.method, path, "{}", "application/json", {}).status;
        EXPECT_EQ(status == 401, !open.contains(path)) << path.toStdString() << ' ' << status;
    }
    EXPECT_EQ(call("GET", "/metrics").status, 200) << "with a token";
    EXPECT_EQ(call("GET", "/api/v1/config").status, 200);
}

TEST_F(TaskApiTest, TooManyTasksAreRejectedTemporarily)
{
    start({u"prod"_s}, 1);
    ASSERT_EQ(call("POST", "/api/v1/tasks", submission(m_app)).status, 202);
    const auto refused = call("POST", "/api/v1/tasks", submission(m_app));
    EXPECT_EQ(refused.status, 429);
    EXPECT_FALSE(refused.headers.value("Retry-After").isEmpty());
}

// Until the list has arrived, an application outside Argo CD's own namespace would be reported as unknown.
TEST_F(TaskApiTest, EarlyTaskWaitsUntilTheApplicationsAreKnown)
{
    SilentArgoCd argocd({SilentArgoCd::application("team-a", "shop-web")});
    m_config.instances.push_back({u"prod"_s, argocd.url(), {}, {}, {}});
    m_image = u"ghcr.io/acme/shop-web:1.5.0"_s;
    open();
    ASSERT_TRUE(waitUntil([&] { return argocd.isAskedForList(); }));
    EXPECT_EQ(call("GET", "/readyz").status, 503);
    const auto added = call("POST", "/api/v1/tasks", submission(u"shop-web"_s));
    ASSERT_TRUE(added.later);
    EXPECT_FALSE(added.later->isFinished());
    argocd.sendHeaders();
    ASSERT_TRUE(waitFor(*added.later));
    ASSERT_EQ(added.later->result().status, 202) << added.later->result().body.toStdString();
    const auto stored = m_store->stored(json(added.later->result())[u"id"_s].toString()).value().value();
    EXPECT_EQ(stored.watch.record.request.application, (ApplicationKey{u"prod"_s, u"team-a"_s, u"shop-web"_s}));
    EXPECT_EQ(call("GET", "/readyz").status, 200);
}

TEST_F(TaskApiTest, WaitingTaskIsAnsweredWhenTheServerStops)
{
    SilentArgoCd argocd({});
    m_config.instances.push_back({u"prod"_s, argocd.url(), {}, {}, {}});
    m_image = u"ghcr.io/acme/shop-web:1.5.0"_s;
    open();
    const auto added = call("POST", "/api/v1/tasks", submission(u"shop-web"_s));
    ASSERT_TRUE(added.later);
    m_api->drain();
    ASSERT_TRUE(added.later->isFinished());
    EXPECT_EQ(added.later->result().status, 503);
}

// Argo Watcher returns {"tasks":[]} and "lockdown" in this case.
TEST_F(TaskApiTest, UnusableDatabaseIsAnErrorAndNotAnEmptyList)
{
    start({u"prod"_s});
    {
        TaskDatabase other(m_config.database, m_clock);
        ASSERT_TRUE(other.run(u"DROP TABLE task"_s));
    }
    EXPECT_EQ(call("GET", "/api/v1/tasks").status, 503);
    EXPECT_EQ(call("GET", "/api/v1/tasks/00000000-0000-0000-0000-000000000001").status, 503);
    const auto refused = call("POST", "/api/v1/tasks", submission(m_app));
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(json(refused)[u"status"_s], u"down"_s);
    EXPECT_EQ(call("GET", "/readyz").status, 503);
    EXPECT_EQ(call("GET", "/livez").status, 200);
    EXPECT_EQ(json(call("GET", "/api/v1/reachability"))[u"reason"_s], u"database"_s);
    EXPECT_TRUE(call("GET", "/metrics").body.contains("state_unavailable 1\n"));
}

TEST_F(TaskApiTest, AcceptsNothingDuringShutdown)
{
    start({u"prod"_s});
    m_api->drain();
    EXPECT_EQ(call("POST", "/api/v1/tasks", submission(m_app)).status, 503);
    EXPECT_EQ(json(call("GET", "/readyz"))[u"reason"_s], u"shutting down"_s);
}

} // namespace lynceus::test
