#include "tests/cli/programrun.h"
#include "tests/cli/pseudoterminal.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <ostream>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kToken = "a-deploy-token-for-tests";
const QByteArray kId = "6f1f9ac4-7c1e-4a53-9c2f-1d2b3c4d5e6f";

QByteArray reply(const QByteArray &status, const QByteArray &body, const QByteArray &fields = {},
                 const QByteArray &type = "application/json; charset=utf-8")
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + fields
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray statusBody(const QByteArray &state, const QByteArray &reason = {}, const QByteArray &id = kId)
{
    return QJsonDocument(QJsonObject{{u"id"_s, QString::fromUtf8(id)},
                                     {u"app"_s, u"shop-web"_s},
                                     {u"status"_s, QString::fromUtf8(state)},
                                     {u"status_reason"_s, QString::fromUtf8(reason)}})
        .toJson(QJsonDocument::Compact);
}

/// The verdict that `lynceus serve` returns for a task with a timeout of @p seconds, and with a bake time if it runs.
QByteArray verdictBody(const QString &outcome, int seconds, int bakeSeconds = 0)
{
    const Instant registeredAt{Duration{1'795'000'000'000}};
    const auto deadline = registeredAt + std::chrono::seconds(seconds);
    QJsonObject object{{u"id"_s, QString::fromUtf8(kId)},
                       {u"outcome"_s, outcome},
                       {u"registeredAt"_s, formatRfc3339(registeredAt)},
                       {u"deadline"_s, formatRfc3339(deadline)}};
    if (bakeSeconds > 0)
        object.insert(u"bakeDeadline"_s, formatRfc3339(deadline + std::chrono::seconds(bakeSeconds)));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray redirectTo(const QUrl &url)
{
    return reply("307 Temporary Redirect", "{}", "Location: " + url.toEncoded() + "\r\n");
}

/// Each kind of request has a list of answers: each request takes the next one, and the last one repeats.
class TaskServer final
{
public:
    explicit TaskServer(const QByteArray &version = "\"v0.15.0\"")
        : versions{{send(reply("200 OK", version))}}
        , descriptions{{send(reply("200 OK", "<html>ui</html>", {}, "text/html"))}}
        , registrations{{send(reply("202 Accepted", R"({"id":")" + kId + R"(","status":"accepted"})"))}}
        , states{{send(reply("200 OK", statusBody("in progress")))}, {send(reply("200 OK", statusBody("deployed")))}}
        , m_server([this](const ReceivedRequest &request) { return answer(request); })
    { }

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] const std::vector<ReceivedRequest> &requests() const { return m_server.requests(); }
    [[nodiscard]] std::vector<ReceivedRequest> requests(const QByteArray &begin) const
    {
        std::vector<ReceivedRequest> found;
        std::ranges::copy_if(requests(), std::back_inserter(found),
                             [&](const ReceivedRequest &request) { return request.line.startsWith(begin); });
        return found;
    }

    std::vector<Script> versions;
    std::vector<Script> descriptions; ///< that of Argo Watcher is a page
    std::vector<Script> registrations;
    std::vector<Script> states;
    QHash<QByteArray, QByteArray> ends; ///< final state by task ID, used instead of `states`

private:
    static Script next(std::vector<Script> &scripts)
    {
        auto script = scripts.front();
        if (scripts.size() > 1)
            scripts.erase(scripts.begin());
        return script;
    }

    Script answer(const ReceivedRequest &request)
    {
        if (request.line.startsWith("GET /api/v1/version "))
            return next(versions);
        if (request.line.startsWith("GET /api/v1/openapi.json "))
            return next(descriptions);
        if (request.line.startsWith("POST /api/v1/tasks "))
            return next(registrations);
        if (request.line.startsWith("GET /api/v1/config "))
            return {send(reply("200 OK", R"({"deployment_timeout":60})"))};
        const auto id = request.line.split(' ').value(1).split('/').last();
        if (ends.contains(id))
            return {send(reply("200 OK", statusBody(ends.value(id), {}, id)))};
        return next(states);
    }

    RawServer m_server;
};

/// No request to @p server may contain a credential.
void expectNoSecret(const TaskServer &server)
{
    for (const auto &request : server.requests()) {
        EXPECT_FALSE(request.headers.contains("argo_watcher_deploy_token")) << request.line.toStdString();
        EXPECT_FALSE(request.headers.contains("authorization")) << request.line.toStdString();
    }
}

} // namespace

class WaitVia : public testing::Test
{
protected:
    [[nodiscard]] static QStringList arguments(const TaskServer &server, const QStringList &more = {})
    {
        return QStringList{u"wait"_s,
                           u"--via"_s,
                           server.url().toString(),
                           u"--app"_s,
                           u"shop-web=docker.io/acme/web:1.5.0"_s,
                           u"--timeout"_s,
                           u"60s"_s}
        + more;
    }
    [[nodiscard]] static ProgramResult wait(const TaskServer &server, const QStringList &more = {},
                                            const QHash<QString, QString> &environment = {})
    {
        return run(arguments(server, more), environment);
    }
    [[nodiscard]] QString tokenFile() const { return fileWith(m_folder, u"token"_s, kToken + '\n'); }

    QTemporaryDir m_folder;
};

TEST_F(WaitVia, RegistersLikeArgoWatchersClientAndReportsTheOutcome)
{
    const TaskServer server;
    const auto result = wait(server, {u"--author"_s, u"ada"_s, u"--project"_s, u"shop"_s, u"--output"_s, u"json"_s});
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    const auto verdict = QJsonDocument::fromJson(result.output).object();
    EXPECT_EQ(verdict[u"outcome"_s], u"deployed"_s);
    EXPECT_EQ(verdict[u"task"_s][u"id"_s], QString::fromLatin1(kId));
    EXPECT_EQ(verdict[u"task"_s][u"status"_s], u"deployed"_s);
    EXPECT_EQ(verdict[u"application"_s][u"url"_s], server.url().toString() + u"/task/"_s + QString::fromLatin1(kId));
    const auto posts = server.requests("POST");
    ASSERT_EQ(posts.size(), 1U);
    auto task = QJsonDocument::fromJson(posts[0].body).object();
    EXPECT_GE(task.take(u"timeout"_s).toInt(), 1);
    const QJsonObject expected{
        {u"app"_s, u"shop-web"_s},
        {u"author"_s, u"ada"_s},
        {u"project"_s, u"shop"_s},
        {u"images"_s, QJsonArray{QJsonObject{{u"image"_s, u"docker.io/acme/web"_s}, {u"tag"_s, u"1.5.0"_s}}}}};
    EXPECT_EQ(task, expected) << posts[0].body.toStdString();
    EXPECT_TRUE(posts[0].headers.value("content-type").startsWith("application/json"));
    expectNoSecret(server);
}

struct End
{
    QByteArray state;
    int exitCode;
    QByteArray outcome;
};

void PrintTo(const End &end, std::ostream *stream)
{
    *stream << end.state.toStdString();
}

class WaitViaOutcomes : public WaitVia, public testing::WithParamInterface<End>
{ };

INSTANTIATE_TEST_SUITE_P(States, WaitViaOutcomes,
                         testing::Values(End{"deployed", 0, "deployed"}, End{"failed", 1, "failed"},
                                         End{"app not found", 4, "gone"}, End{"aborted", 5, "aborted"},
                                         End{"cancelled", 8, "cancelled"}));

TEST_P(WaitViaOutcomes, UseTheExitCodeOfTheirOutcomeAndTheServersReason)
{
    const auto &[state, exitCode, outcome] = GetParam();
    TaskServer server;
    server.states = {{send(reply("200 OK", statusBody(state, "First line\n\tsecond \033[31mline")))}};
    const auto json = wait(server, {u"--output"_s, u"json"_s});
    EXPECT_EQ(json.exitCode, exitCode) << json.error.toStdString();
    const auto verdict = QJsonDocument::fromJson(json.output).object();
    EXPECT_EQ(verdict[u"outcome"_s].toString().toLatin1(), outcome);
    EXPECT_EQ(verdict[u"task"_s][u"status"_s].toString().toLatin1(), state);
    const auto text = wait(server);
    EXPECT_EQ(text.exitCode, exitCode);
    EXPECT_TRUE(text.output.contains("First line")) << text.output.toStdString();
    EXPECT_TRUE(text.output.contains("second")) << text.output.toStdString();
    EXPECT_FALSE(text.output.contains('\033'));
    EXPECT_TRUE(text.output.contains(kId));
}

TEST_F(WaitVia, CredentialIsSentOnlyToTheRecognisedServerAndNotShown)
{
    const TaskServer server;
    const auto result = wait(server, {u"--deploy-token-file"_s, tokenFile(), u"--output"_s, u"jsonl"_s});
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    ASSERT_GE(server.requests().size(), 3U);
    EXPECT_FALSE(server.requests()[0].headers.contains("argo_watcher_deploy_token"));
    for (const auto *begin : {"POST", "GET /api/v1/tasks/"}) {
        for (const auto &request : server.requests(begin)) {
            EXPECT_EQ(request.headers.value("argo_watcher_deploy_token"), kToken);
            EXPECT_FALSE(request.headers.contains("authorization")) << "Argo Watcher would interpret it as a JWT";
        }
    }
    EXPECT_FALSE((result.output + result.error).contains(kToken));
}

TEST_F(WaitVia, RedirectStopsBeforeACredentialIsUsed)
{
    const TaskServer elsewhere;
    TaskServer server;
    server.versions = {{send(redirectTo(elsewhere.url().resolved(QUrl(u"/api/v1/version"_s))))}};
    const auto result = wait(server, {u"--deploy-token-file"_s, tokenFile()});
    EXPECT_EQ(result.exitCode, 5);
    EXPECT_TRUE(result.error.contains("redirects to " + elsewhere.url().toEncoded())) << result.error.toStdString();
    EXPECT_TRUE(elsewhere.requests().empty());
    EXPECT_EQ(server.requests().size(), 1U);
    expectNoSecret(server);
}

TEST_F(WaitVia, RedirectOfTheRegistrationIsNotFollowed)
{
    const TaskServer elsewhere;
    TaskServer server;
    server.registrations = {{send(redirectTo(elsewhere.url()))}};
    EXPECT_EQ(wait(server, {u"--deploy-token-file"_s, tokenFile()}).exitCode, 5);
    EXPECT_TRUE(elsewhere.requests().empty());
}

TEST_F(WaitVia, RejectedCredentialEndsTheWait)
{
    TaskServer server;
    server.registrations = {
        {send(reply("401 Unauthorized",
                    R"({"status":"You are not authorized","error":"deploy token is invalid: )" + kToken + R"("})"))}};
    const auto result =
        wait(server, {u"--output"_s, u"json"_s}, {{u"ARGO_WATCHER_DEPLOY_TOKEN"_s, QString::fromLatin1(kToken)}});
    EXPECT_EQ(result.exitCode, 7);
    EXPECT_TRUE(result.error.contains("deploy token is invalid")) << result.error.toStdString();
    EXPECT_FALSE((result.output + result.error).contains(kToken)) << "the server's answer contained the token";
    EXPECT_EQ(QJsonDocument::fromJson(result.output).object()[u"outcome"_s], u"sign-in-needed"_s);
    EXPECT_EQ(server.requests("POST").size(), 1U);
}

TEST_F(WaitVia, ServerWithProtectedReadingGetsTheCredential)
{
    TaskServer server;
    server.versions = {{send(reply("401 Unauthorized", R"({"error":"authentication required"})"))},
                       {send(reply("200 OK", "\"v0.15.0\""))}};
    EXPECT_EQ(wait(server, {u"--deploy-token-file"_s, tokenFile()}).exitCode, 0);
    ASSERT_EQ(server.requests("GET /api/v1/version").size(), 2U);
    EXPECT_EQ(server.requests("GET /api/v1/version")[1].headers.value("argo_watcher_deploy_token"), kToken);
    TaskServer closed;
    closed.versions = {{send(reply("401 Unauthorized", R"({"error":"authentication required"})"))}};
    EXPECT_EQ(wait(closed).exitCode, 7);
}

TEST_F(WaitVia, LynceusServerWithProtectedReadingAlsoGetsABearerToken)
{
    TaskServer server;
    server.versions = {{send(reply("401 Unauthorized", R"({"error":"authentication required"})"))}};
    server.descriptions = {
        {send(reply("200 OK", R"({"openapi":"3.1.0","info":{"title":"Lynceus team server","version":"0.2.0"}})"))}};
    server.states = {{send(reply("200 OK", verdictBody(u"deployed"_s, 60)))}};
    const auto result = wait(server, {u"--deploy-token-file"_s, tokenFile()});
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    ASSERT_GE(server.requests().size(), 4U);
    for (const auto &request : server.requests()) {
        const bool isRecognising = !request.line.contains("/api/v1/tasks");
        EXPECT_EQ(request.headers.value("authorization"), isRecognising ? QByteArray() : "Bearer " + kToken)
            << request.line.toStdString();
        EXPECT_EQ(request.headers.value("argo_watcher_deploy_token"), isRecognising ? QByteArray() : kToken)
            << request.line.toStdString();
    }

    server.registrations = {{send(reply("401 Unauthorized", R"({"error":"deploy token is invalid"})"))}};
    const auto rejected = wait(server, {u"--deploy-token-file"_s, tokenFile()});
    EXPECT_EQ(rejected.exitCode, 7);
    EXPECT_TRUE(rejected.error.contains("deploy token is invalid")) << rejected.error.toStdString();
}

TEST_F(WaitVia, SurvivesOutages)
{
    TaskServer server;
    server.versions = {{reset()},
                       {send(reply("503 Service Unavailable", "<html>", {}, "text/html"))},
                       {send(reply("200 OK", "\"v0.15.0\""))}};
    server.registrations = {
        {send(reply("429 Too Many Requests", R"({"error":"too many tasks"})", "Retry-After: 1\r\n"))},
        {send("HTTP/1.1 202 Accepted\r\nContent-Length: 80\r\n\r\n{\"id\""), finish()},
        server.registrations[0]};
    server.states = {{reset()},
                     {send(reply("200 OK", "<html>Maintenance, deployed</html>", {}, "text/html"))},
                     {send(reply("500 Internal Server Error", R"({"id":"x","error":"internal server error"})"))},
                     {send(reply("200 OK", statusBody("deployed", {}, "another-task")))},
                     {send(reply("200 OK", R"({"id":")" + kId + R"(","status":5})"))},
                     {send(reply("200 OK", statusBody("in progress")))},
                     {send(reply("200 OK", statusBody("deployed")))}};
    const auto result = wait(server);
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    EXPECT_EQ(server.requests("POST").size(), 3U);
    EXPECT_EQ(server.requests("GET /api/v1/tasks/").size(), 7U);
}

struct Wrong
{
    const char *name;
    std::vector<Script> states;
};

void PrintTo(const Wrong &wrong, std::ostream *stream)
{
    *stream << wrong.name;
}

class WaitViaWrongAnswers : public WaitVia, public testing::WithParamInterface<Wrong>
{ };

INSTANTIATE_TEST_SUITE_P(
    Answers, WaitViaWrongAnswers,
    testing::Values(
        Wrong{"AnotherTask", {{send(reply("200 OK", statusBody("deployed", {}, "another-task")))}}},
        Wrong{"NoId", {{send(reply("200 OK", R"({"status":"deployed"})"))}}},
        Wrong{"UnknownState", {{send(reply("200 OK", statusBody("Deployed")))}}},
        Wrong{"Cut", {{send("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + statusBody("deployed")), finish()}}},
        Wrong{"Huge", {{send("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n{")}}}, Wrong{"Silent", {{}}},
        Wrong{"Slow",
              {{drip("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n" + QByteArray(999, ' '), Duration{100})}}},
        Wrong{"Page", {{send(reply("200 OK", "<html>deployed</html>", {}, "text/html"))}}}));

TEST_P(WaitViaWrongAnswers, AreRejected)
{
    TaskServer server;
    server.states = GetParam().states;
    const auto result = run({u"wait"_s, u"--via"_s, server.url().toString(), u"--app"_s, u"shop-web=web:1"_s,
                             u"--timeout"_s, u"3s"_s, u"--output"_s, u"json"_s});
    EXPECT_TRUE(result.exitCode == 5 || result.exitCode == 3) << result.exitCode << result.error.toStdString();
    const auto outcome = QJsonDocument::fromJson(result.output).object()[u"outcome"_s].toString();
    EXPECT_TRUE(outcome == u"aborted"_s || outcome == u"timed-out"_s) << outcome.toStdString();
}

TEST_F(WaitVia, OtherServersAreReportedImmediately)
{
    for (const auto &answer :
         {reply("200 OK", "<html>ui</html>", {}, "text/html"), reply("200 OK", R"({"Version":"v3"})"),
          reply("404 Not Found", "nothing here", {}, "text/plain")}) {
        TaskServer server;
        server.versions = {{send(answer)}};
        const auto result = wait(server);
        EXPECT_EQ(result.exitCode, 5);
        EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
        EXPECT_TRUE(result.error.contains("neither lynceus serve nor an Argo Watcher")) << result.error.toStdString();
        EXPECT_EQ(server.requests().size(), 1U);
    }
}

TEST_F(WaitVia, SilentServerTimesOutAtTheDeadline)
{
    TaskServer server;
    server.versions = {{}};
    const auto result = run({u"wait"_s, u"--via"_s, server.url().toString(), u"--app"_s, u"shop-web=web:1"_s,
                             u"--timeout"_s, u"2s"_s, u"--output"_s, u"json"_s});
    EXPECT_EQ(result.exitCode, 5) << result.error.toStdString();
    EXPECT_EQ(QJsonDocument::fromJson(result.output).object()[u"outcome"_s], u"aborted"_s);
}

TEST_F(WaitVia, DeadlineIsSetByTheCommand)
{
    TaskServer server;
    server.states = {{send(reply("200 OK", statusBody("in progress")))}};
    const auto result = run({u"wait"_s, u"--via"_s, server.url().toString(), u"--app"_s, u"shop-web=web:1"_s,
                             u"--timeout"_s, u"3s"_s, u"--output"_s, u"json"_s});
    EXPECT_EQ(result.exitCode, 3) << result.error.toStdString();
    EXPECT_EQ(QJsonDocument::fromJson(result.output).object()[u"outcome"_s], u"timed-out"_s);
    EXPECT_LE(QJsonDocument::fromJson(server.requests("POST").at(0).body).object()[u"timeout"_s].toInt(), 3);
}

TEST_F(WaitVia, ExtensionByAnotherClientIsApplied)
{
    TaskServer server("\"lynceus 0.2.0\"");
    const auto waiting = send(reply("200 OK", verdictBody(u"waiting"_s, 2)));
    const auto extended = send(reply("200 OK", verdictBody(u"waiting"_s, 600)));
    server.states = {
        {waiting}, {extended}, {extended}, {extended}, {send(reply("200 OK", verdictBody(u"deployed"_s, 600)))}};
    const QHash<QString, QString> environment{{u"ARGO_WATCHER_URL"_s, server.url().toString()},
                                              {u"ARGO_APP"_s, u"shop-web"_s},
                                              {u"IMAGES"_s, u"docker.io/acme/web"_s},
                                              {u"IMAGE_TAG"_s, u"1.5.0"_s},
                                              {u"COMMIT_AUTHOR"_s, u"ada"_s},
                                              {u"PROJECT_NAME"_s, u"shop"_s},
                                              {u"RETRY_INTERVAL"_s, u"1s"_s}};
    const auto result = run({u"wait"_s, u"--from-env"_s, u"--timeout"_s, u"2s"_s}, environment);
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    EXPECT_GE(server.requests("GET /api/v1/tasks/").size(), 5U);

    server.states = {{waiting}};
    EXPECT_EQ(run({u"wait"_s, u"--from-env"_s, u"--timeout"_s, u"2s"_s}, environment).exitCode, 3)
        << "an unchanged deadline ends the wait";
}

TEST_F(WaitVia, BakeTimeAfterTheDeadlineIsAwaited)
{
    TaskServer server("\"lynceus 0.2.0\"");
    const auto baking = send(reply("200 OK", verdictBody(u"waiting"_s, 2, 600)));
    server.states = {{send(reply("200 OK", verdictBody(u"waiting"_s, 2)))},
                     {baking},
                     {baking},
                     {baking},
                     {send(reply("200 OK", verdictBody(u"deployed"_s, 2, 600)))}};
    const QHash<QString, QString> environment{{u"ARGO_WATCHER_URL"_s, server.url().toString()},
                                              {u"ARGO_APP"_s, u"shop-web"_s},
                                              {u"IMAGES"_s, u"docker.io/acme/web"_s},
                                              {u"IMAGE_TAG"_s, u"1.5.0"_s},
                                              {u"COMMIT_AUTHOR"_s, u"ada"_s},
                                              {u"PROJECT_NAME"_s, u"shop"_s},
                                              {u"RETRY_INTERVAL"_s, u"1s"_s}};
    const auto result = run({u"wait"_s, u"--from-env"_s, u"--timeout"_s, u"2s"_s}, environment);
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    EXPECT_GE(server.requests("GET /api/v1/tasks/").size(), 5U);
}

TEST_F(WaitVia, TaskRemovedByTheServerIsAborted)
{
    TaskServer server;
    server.states = {{send(reply("404 Not Found", R"({"id":"x","error":"task not found"})"))}};
    const auto result = wait(server);
    EXPECT_EQ(result.exitCode, 5);
    EXPECT_TRUE(result.output.contains("no longer knows the task")) << result.output.toStdString();
}

TEST_F(WaitVia, ServerRejectionIsBadInput)
{
    TaskServer server;
    server.registrations = {
        {send(reply("406 Not Acceptable",
                    R"({"status":"invalid payload","error":"several applications are called \"shop-web\""})"))}};
    const auto refused = wait(server);
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_TRUE(refused.error.contains("several applications")) << refused.error.toStdString();
    server.registrations = {
        {send(reply("406 Not Acceptable", R"({"status":"rejected","error":"lockdown is active"})"))}};
    const auto locked = wait(server);
    EXPECT_EQ(locked.exitCode, 5) << "the release is not wrong";
    EXPECT_TRUE(locked.error.contains("lockdown is active"));
}

TEST_F(WaitVia, ArgoWatcherGetsNoUnsupportedFields)
{
    const TaskServer server;
    const auto url = server.url().toString();
    const std::vector<std::pair<QStringList, QByteArray>> cases = {
        {{u"--app"_s, u"shop-web"_s, u"--revision"_s, u"3f2a1b0"_s}, "--revision"},
        {{u"--app"_s, u"shop-web"_s, u"--chart-version"_s, u"1.5.2"_s}, "--chart-version"},
        {{u"--app"_s, u"shop-web=web:1"_s, u"--instance"_s, u"prod"_s}, "instance prod"},
        {{u"--app"_s, u"prod:shop-web=web:1"_s}, "instance prod"},
        {{u"--app"_s, u"argocd/shop-web=web:1"_s}, "argocd/shop-web"},
        {{u"--app"_s, u"shop-web=web@sha256:"_s + QString(64, u'a')}, "sha256"}};
    for (const auto &[more, word] : cases) {
        const auto result = run(QStringList{u"wait"_s, u"--via"_s, url} + more);
        EXPECT_EQ(result.exitCode, 2) << more.join(u' ').toStdString();
        EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
        EXPECT_TRUE(result.error.contains(word)) << result.error.toStdString();
    }
    EXPECT_TRUE(server.requests("POST").empty());
}

TEST_F(WaitVia, ServerSettingsAreNotOptions)
{
    for (const auto &option :
         {QStringList{u"--server"_s, u"a"_s}, QStringList{u"--auth-token-file"_s, u"f"_s},
          QStringList{u"--auth-token"_s, u"t"_s}, QStringList{u"--next"_s}, QStringList{u"--wait-for-app"_s},
          QStringList{u"--with-children"_s}, QStringList{u"--registry-proxy"_s, u"a.example/b"_s},
          QStringList{u"--fail-after"_s, u"1m"_s}, QStringList{u"--image-grace"_s, u"1m"_s},
          QStringList{u"--bake"_s, u"1m"_s}, QStringList{u"--accept-suspended"_s}}) {
        const auto result =
            run(QStringList{u"wait"_s, u"--via"_s, u"http://127.0.0.1:1"_s, u"--app"_s, u"a=b:1"_s} + option);
        EXPECT_EQ(result.exitCode, 2) << option.front().toStdString();
        EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
        EXPECT_TRUE(result.error.contains(option.front().toUtf8())) << result.error.toStdString();
    }
    for (const auto &option : {QStringList{u"--instance"_s, u"a"_s}, QStringList{u"--author"_s, u"a"_s},
                               QStringList{u"--deploy-token-file"_s, u"a"_s}}) {
        const auto result = run(QStringList{u"wait"_s, u"--app"_s, u"a=b:1"_s} + option);
        EXPECT_EQ(result.exitCode, 2);
        EXPECT_TRUE(result.error.contains("it requires --via")) << result.error.toStdString();
    }
}

TEST_F(WaitVia, ArgoWatcherClientVariablesAreSufficient)
{
    const TaskServer server;
    QHash<QString, QString> environment{{u"ARGO_WATCHER_URL"_s, server.url().toString() + u'/'},
                                        {u"ARGO_APP"_s, u"shop-web"_s},
                                        {u"IMAGES"_s, u"ghcr.io/acme/web,ghcr.io/acme/side"_s},
                                        {u"IMAGE_TAG"_s, u"1.5.0"_s},
                                        {u"COMMIT_AUTHOR"_s, u"ada"_s},
                                        {u"PROJECT_NAME"_s, u"https://git.acme.example/shop"_s},
                                        {u"RETRY_INTERVAL"_s, u"200ms"_s},
                                        {u"TASK_TIMEOUT"_s, u"60"_s},
                                        {u"TASK_REFRESH"_s, u"true"_s},
                                        {u"DEBUG"_s, u"true"_s},
                                        {u"ARGO_WATCHER_DEPLOY_TOKEN"_s, u"not-this-one-but-the-other"_s},
                                        {u"BEARER_TOKEN"_s, u"Bearer a.jwt.for-tests"_s}};
    const auto result = run({u"wait"_s, u"--from-env"_s}, environment);
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    const auto posts = server.requests("POST");
    ASSERT_EQ(posts.size(), 1U);
    EXPECT_EQ(posts[0].body,
              R"({"app":"shop-web","author":"ada","images":[{"image":"ghcr.io/acme/web","tag":"1.5.0"},)"
              R"({"image":"ghcr.io/acme/side","tag":"1.5.0"}],"project":"https://git.acme.example/shop",)"
              R"("refresh":true,"timeout":60})");
    EXPECT_EQ(posts[0].headers.value("authorization"), "Bearer a.jwt.for-tests");
    EXPECT_FALSE(posts[0].headers.contains("argo_watcher_deploy_token"));
    EXPECT_TRUE(result.error.contains("POST " + server.url().toEncoded() + "/api/v1/tasks {"))
        << result.error.toStdString();
    EXPECT_FALSE(result.error.contains("a.jwt.for-tests"));

    environment.remove(u"TASK_TIMEOUT"_s);
    environment.remove(u"TASK_REFRESH"_s);
    EXPECT_EQ(run({u"wait"_s, u"--from-env"_s, u"--app"_s, u"other=web:2"_s}, environment).exitCode, 0);
    EXPECT_EQ(
        server.requests("POST").back().body,
        R"({"app":"other","author":"ada","images":[{"image":"web","tag":"2"}],"project":"https://git.acme.example/shop"})")
        << "options override, and the server's defaults apply otherwise";
}

TEST_F(WaitVia, EnvironmentTokenBelongsToItsServer)
{
    const TaskServer server;
    const auto result = wait(server, {},
                             {{u"ARGO_WATCHER_DEPLOY_TOKEN"_s, QString::fromLatin1(kToken)},
                              {u"ARGO_WATCHER_URL"_s, u"https://elsewhere.example"_s}});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.error.contains("ARGO_WATCHER_DEPLOY_TOKEN")) << result.error.toStdString();
    EXPECT_FALSE(result.error.contains(kToken));
    EXPECT_TRUE(server.requests().empty());
}

TEST_F(WaitVia, LynceusServerReportsItsVerdict)
{
    TaskServer server("\"lynceus 0.2.0\"");
    const QByteArray verdict = R"({"id":")" + kId
        + R"(","outcome":"failed","stage":"rolling","pods":{"wanted":3,"ready":0,"updated":3,"old":0},)"
          R"("application":{"instance":"prod","namespace":"argocd","name":"shop-web"},)"
          R"("cause":{"kind":"image-pull","text":"x","image":"ghcr.io/acme/web:1.5.0","message":"not found","resource":{"kind":"Pod","name":"web-1","namespace":"shop"}}})";
    server.states = {{send(reply("200 OK", verdict))}};
    const auto result =
        run({u"wait"_s, u"--via"_s, server.url().toString(), u"--app"_s, u"shop-web"_s, u"--revision"_s, u"3F2A1B0"_s,
             u"--instance"_s, u"prod"_s, u"--deploy-token-file"_s, tokenFile(), u"--output"_s, u"json"_s});
    EXPECT_EQ(result.exitCode, 1) << result.error.toStdString();
    const auto reported = QJsonDocument::fromJson(result.output).object();
    EXPECT_EQ(reported[u"cause"_s][u"kind"_s], u"image-pull"_s);
    EXPECT_EQ(reported[u"cause"_s][u"message"_s], u"not found"_s);
    EXPECT_EQ(reported[u"stage"_s], u"rolling"_s);
    EXPECT_EQ(reported[u"application"_s][u"instance"_s], u"prod"_s);
    EXPECT_EQ(reported[u"version"_s][u"value"_s], u"3f2a1b0"_s);
    const auto posts = server.requests("POST");
    ASSERT_EQ(posts.size(), 1U);
    const auto task = QJsonDocument::fromJson(posts[0].body).object();
    EXPECT_EQ(task[u"revision"_s], u"3f2a1b0"_s);
    EXPECT_EQ(task[u"instance"_s], u"prod"_s);
    EXPECT_FALSE(task.contains(u"images"_s));
    EXPECT_EQ(posts[0].headers.value("authorization"), "Bearer " + kToken);
    EXPECT_EQ(posts[0].headers.value("argo_watcher_deploy_token"), kToken);
    EXPECT_FALSE(server.requests("GET /api/v1/tasks/" + kId + "/verdict ").empty());
}

TEST_F(WaitVia, SeveralApplicationsAreSeveralTasksWithTheWorstOutcome)
{
    TaskServer server;
    const auto other = "7" + kId.sliced(1);
    server.registrations.insert(server.registrations.begin(),
                                {send(reply("202 Accepted", R"({"id":")" + other + R"(","status":"accepted"})"))});
    server.ends = {{other, "failed"}, {kId, "deployed"}};
    const auto result = wait(server, {u"--app"_s, u"shop-api=api:2"_s, u"--output"_s, u"json"_s});
    EXPECT_EQ(result.exitCode, 1) << result.error.toStdString();
    const auto watches = QJsonDocument::fromJson(result.output).object()[u"watches"_s].toArray();
    ASSERT_EQ(watches.size(), 2);
    EXPECT_EQ(watches[1][u"application"_s][u"name"_s], u"shop-api"_s);
    EXPECT_EQ(server.requests("POST").size(), 2U);
}

TEST_F(WaitVia, TerminalShowsTheRemainingTimeAndRestoresTheCursor)
{
    TaskServer server;
    server.states = {{send(reply("200 OK", statusBody("in progress")))}};
    PseudoTerminal terminal;
    Program program(arguments(server), {}, terminal.slave());
    ASSERT_TRUE(waitUntil([&] { return terminal.screen().contains(" left"); }));
    server.states = {{send(reply("200 OK", statusBody("deployed")))}};
    const auto result = program.finish();
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_TRUE(result.output.contains("shop-web runs")) << result.output.toStdString();
    EXPECT_TRUE(terminal.screen().endsWith("\x1b[?25h")) << terminal.screen().toStdString();
}

TEST_F(WaitVia, InterruptionReportsThatTheServerContinues)
{
    TaskServer server;
    server.states = {{send(reply("200 OK", statusBody("in progress")))}};
    Program program(arguments(server));
    ASSERT_TRUE(waitUntil([&] { return !server.requests("GET /api/v1/tasks/").empty(); }));
    program.interrupt();
    const auto result = program.finish();
    EXPECT_EQ(result.exitCode, 130);
    EXPECT_TRUE(result.error.contains("continues to follow " + kId)) << result.error.toStdString();
}

} // namespace lynceus::test
