#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/postgrescluster.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTcpSocket>
#include <QUrl>

#include <csignal>
#include <numeric>
#include <utility>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kToken = "a-deploy-token-for-tests";
const QByteArray kJwtSecret = "a-shared-secret-for-tests";

struct HttpAnswer
{
    int status = 0;
    QByteArray contentType;
    QJsonValue body;
};

QByteArray part(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray jwtThatExpires(std::chrono::seconds in)
{
    const auto expires = std::chrono::floor<std::chrono::seconds>(SystemClock().now()).time_since_epoch() + in;
    const auto text =
        part(R"({"alg":"HS256"})") + '.' + part("{\"exp\":" + QByteArray::number(qint64{expires.count()}) + '}');
    return text + '.' + part(QMessageAuthenticationCode::hash(text, kJwtSecret, QCryptographicHash::Sha256));
}

QJsonValue jsonFrom(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().first();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Our answer must have every field of the recorded one, with the same type. Values such as IDs and times may differ.
void expectSameShape(const QJsonValue &recorded, const QJsonValue &answerBody, const QString &path, bool mayHaveMore)
{
    ASSERT_EQ(recorded.type(), answerBody.type()) << path.toStdString();
    if (recorded.isArray()) {
        for (const auto &item : answerBody.toArray())
            expectSameShape(recorded.toArray().first(), item, path + u"[]"_s, mayHaveMore);
    }
    if (!recorded.isObject())
        return;
    const auto left = recorded.toObject();
    const auto right = answerBody.toObject();
    for (const auto &name : left.keys()) {
        ASSERT_TRUE(right.contains(name)) << path.toStdString() << '.' << name.toStdString();
        expectSameShape(left.value(name), right.value(name), path + u'.' + name, mayHaveMore);
    }
    if (!mayHaveMore) {
        EXPECT_EQ(left.keys(), right.keys()) << path.toStdString();
    }
}

class Serve : public testing::Test
{
protected:
    void playRecording(double speed)
    {
        auto recording = builtInRecording(u"deploy-ok"_s);
        ASSERT_TRUE(recording);
        m_app = recording->head.application;
        const auto image = recording->head.images.front();
        m_image = image.section(u':', 0, -2);
        m_tag = image.section(u':', -1);
        ReplayOptions options;
        options.speed = speed;
        std::vector<Recording> recordings;
        recordings.push_back(*std::move(recording));
        m_argocd = std::make_unique<ReplayServer>(std::move(recordings), options, m_clock);
        ASSERT_TRUE(m_argocd->listen());
        m_argocdUrl = m_argocd->baseUrl().toString();
    }

    [[nodiscard]] QStringList arguments() const
    {
        return {u"serve"_s,
                u"--listen"_s,
                u"127.0.0.1:0"_s,
                u"--server"_s,
                m_argocdUrl,
                u"--database"_s,
                u"sqlite:"_s + m_folder.filePath(u"tasks.db"_s),
                u"--deploy-token-file"_s,
                fileWith(m_folder, u"token"_s, kToken),
                u"--jwt-secret-file"_s,
                fileWith(m_folder, u"secret"_s, kJwtSecret)};
    }

    void start(const QStringList &more = {})
    {
        m_program = std::make_unique<Program>(arguments() + more);
        const auto line = m_program->firstLine();
        ASSERT_TRUE(line.startsWith("listening on http://127.0.0.1:")) << m_program->finish().error.toStdString();
        m_url = QUrl(QString::fromLatin1(line.sliced(13)));
    }

    [[nodiscard]] HttpAnswer call(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                                  const QByteArray &fields = {}) const
    {
        QTcpSocket socket;
        socket.connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
        socket.write(method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields
                     + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        EXPECT_TRUE(waitUntil([&] { return socket.state() == QAbstractSocket::UnconnectedState; }));
        const auto answer = socket.readAll();
        const auto end = answer.indexOf("\r\n\r\n");
        HttpAnswer parsed;
        parsed.status = answer.mid(9, 3).toInt();
        for (const auto &line : answer.first(std::max<qsizetype>(end, 0)).split('\n')) {
            if (line.startsWith("Content-Type: "))
                parsed.contentType = line.sliced(14).trimmed();
        }
        parsed.body = jsonFrom(answer.sliced(end + 4));
        return parsed;
    }

    [[nodiscard]] HttpAnswer post(const QByteArray &body,
                                  const QByteArray &fields = "ARGO_WATCHER_DEPLOY_TOKEN: " + kToken + "\r\n") const
    {
        return call("POST", "/api/v1/tasks", body, "Content-Type: application/json; charset=UTF-8\r\n" + fields);
    }

    [[nodiscard]] QByteArray submission(const QString &tag) const
    {
        return compact({{u"app"_s, m_app},
                        {u"author"_s, u"ada"_s},
                        {u"project"_s, u"p"_s},
                        {u"images"_s, QJsonArray{QJsonObject{{u"image"_s, m_image}, {u"tag"_s, tag}}}}});
    }

    /// Polls like Argo Watcher's client until the task has ended. 503 does not end it, because the server may not have
    /// noticed yet that its database is available again.
    [[nodiscard]] HttpAnswer finalOf(const QString &id) const
    {
        HttpAnswer answer;
        const auto ended = waitUntil(
            [&] {
                answer = call("GET", "/api/v1/tasks/" + id.toLatin1());
                return answer.status != 503 && (answer.status != 200 || answer.body[u"status"_s] != u"in progress"_s);
            },
            Duration{60'000});
        EXPECT_TRUE(ended) << id.toStdString();
        return answer;
    }

    /// Waits until the server can use its database again.
    [[nodiscard]] bool waitForDatabase() const
    {
        return waitUntil([&] { return call("GET", "/api/v1/tasks").status == 200; });
    }

    /// `wait --via` for the recording's application.
    [[nodiscard]] QStringList waitVia(const QString &tag, const QStringList &more = {}) const
    {
        return QStringList{u"wait"_s,
                           u"--via"_s,
                           m_url.toString(),
                           u"--app"_s,
                           m_app + u'=' + m_image + u':' + tag,
                           u"--deploy-token-file"_s,
                           m_folder.filePath(u"token"_s),
                           u"--output"_s,
                           u"json"_s}
        + more;
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<ReplayServer> m_argocd;
    QString m_argocdUrl;
    QString m_app;
    QString m_image;
    QString m_tag;
    std::unique_ptr<Program> m_program;
    QUrl m_url;
};

} // namespace

/// Replays recorded requests of Argo Watcher's client against our server and expects the same status codes, fields,
/// types and states. Names and images are those of our recording.
class ServeConversation : public Serve
{
protected:
    void play(const QJsonObject &conversation)
    {
        m_label = conversation[u"label"_s].toString();
        SCOPED_TRACE(m_label.toStdString());
        QString id;
        for (const auto &value : conversation[u"exchanges"_s].toArray()) {
            const auto recorded = value.toObject();
            if (recorded[u"method"_s] == u"POST"_s)
                id = playPost(recorded);
            else if (recorded[u"path"_s] == u"/api/v1/config"_s)
                playConfig(recorded[u"response"_s].toObject());
            else if (recorded[u"response"_s][u"status"_s] == u"in progress"_s)
                continue; // the number of these answers depends on the timing
            else
                playEnd(recorded, id);
        }
    }

private:
    [[nodiscard]] QByteArray fieldsOf(const QJsonObject &headers) const
    {
        QByteArray fields;
        for (const auto &name : headers.keys()) {
            auto value = headers.value(name).toString().toUtf8();
            if (value == "deploy-token")
                value = kToken;
            if (value == "<JWT>" || value == "Bearer <JWT>")
                value.replace("<JWT>", jwtThatExpires(std::chrono::seconds(m_label == u"expired JWT"_s ? -60 : 60)));
            if (name != u"Connection"_s)
                fields += name.toUtf8() + ": " + value + "\r\n";
        }
        return fields;
    }

    [[nodiscard]] QByteArray bodyOf(QJsonObject request) const
    {
        if (request[u"app"_s] == u"awapp"_s)
            request[u"app"_s] = m_app;
        QJsonArray images;
        for (const auto &value : request[u"images"_s].toArray()) {
            auto image = value.toObject();
            if (image[u"image"_s] == u"ghcr.io/acme/awapp"_s)
                image[u"image"_s] = m_image;
            const bool isOther = m_label.startsWith(u"typo"_s) || m_label == u"superseded"_s;
            image[u"tag"_s] = isOther ? m_tag + u"-other"_s : m_tag;
            images.append(image);
        }
        request[u"images"_s] = images;
        return compact(request);
    }

    void playConfig(QJsonObject recorded)
    {
        recorded.remove(u"argo_cd_url_alias"_s); // only their server was configured with one
        expectSameShape(recorded, call("GET", "/api/v1/config").body, u"config"_s, true);
    }

    [[nodiscard]] QString playPost(const QJsonObject &recorded)
    {
        const auto answer = call("POST", "/api/v1/tasks", bodyOf(recorded[u"request"_s].toObject()),
                                 fieldsOf(recorded[u"headers"_s].toObject()));
        EXPECT_EQ(answer.status, recorded[u"status"_s].toInt());
        EXPECT_EQ(answer.contentType, recorded[u"content_type"_s].toString().toUtf8());
        expectSameShape(recorded[u"response"_s], answer.body, u"POST"_s, false);
        EXPECT_EQ(answer.body[u"status"_s], recorded[u"response"_s][u"status"_s]);
        if (answer.status == 401) {
            EXPECT_EQ(answer.body[u"error"_s], recorded[u"response"_s][u"error"_s]);
        }
        const auto id = answer.body[u"id"_s].toString();
        if (m_label == u"superseded"_s) {
            EXPECT_EQ(post(submission(m_tag)).status, 202);
        }
        return id;
    }

    void playEnd(const QJsonObject &recorded, const QString &id)
    {
        const auto answer = finalOf(id);
        EXPECT_EQ(answer.status, recorded[u"status"_s].toInt());
        EXPECT_EQ(answer.contentType, recorded[u"content_type"_s].toString().toUtf8());
        EXPECT_EQ(answer.body[u"status"_s], recorded[u"response"_s][u"status"_s])
            << answer.body[u"status_reason"_s].toString().toStdString();
        EXPECT_EQ(answer.body[u"id"_s].toString(), id);
        // For "deployed", our answer may contain a note on weak evidence; Argo Watcher has no such note.
        const bool mayHaveMore = answer.body[u"status"_s] == u"deployed"_s;
        auto answerBody = answer.body.toObject();
        answerBody.remove(u"instance"_s); // exists only in our server
        expectSameShape(recorded[u"response"_s], answerBody, u"GET"_s, mayHaveMore);
    }

    QString m_label;
};

TEST_F(ServeConversation, ArgoWatchersClientSeesNoDifference)
{
    QFile file(QStringLiteral(LYNCEUS_TEST_DATA "/argowatcher/conversations.jsonl"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    playRecording(10.0);
    start({u"--open-registration"_s});
    int played = 0;
    while (!file.atEnd()) {
        const auto conversation = jsonFrom(file.readLine()).toObject();
        if (conversation[u"label"_s] == u"while Argo CD is unreachable"_s)
            continue;
        play(conversation);
        ++played;
    }
    EXPECT_EQ(played, 12);
}

TEST_F(ServeConversation, UnreachableArgoCdIsReportedImmediately)
{
    QFile file(QStringLiteral(LYNCEUS_TEST_DATA "/argowatcher/conversations.jsonl"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    playRecording(1.0);
    m_argocd.reset(); // closes the port
    start({u"--open-registration"_s});
    ASSERT_TRUE(waitUntil([&] { return call("GET", "/api/v1/reachability").body[u"available"_s] == false; }));
    while (!file.atEnd()) {
        const auto conversation = jsonFrom(file.readLine()).toObject();
        if (conversation[u"label"_s] == u"while Argo CD is unreachable"_s)
            return play(conversation);
    }
    FAIL() << "the conversation is missing";
}

TEST_F(Serve, TaskSurvivesAKillOfTheServer)
{
    playRecording(2.0);
    start();
    const auto id = post(submission(m_tag)).body[u"id"_s].toString();
    ASSERT_FALSE(id.isEmpty());
    m_program->process().kill();
    std::ignore = m_program->finish();
    start();
    EXPECT_EQ(finalOf(id).body[u"status"_s], u"deployed"_s);
}

TEST_F(Serve, ReplicaTakesOverTasksOfAKilledOne)
{
    if (!PostgresCluster::isInstalled())
        GTEST_SKIP() << "PostgreSQL is not installed: postgresql, libqt6sql6-psql";
    PostgresCluster cluster;
    ASSERT_TRUE(cluster.start());
    playRecording(1.0);
    const auto database = u"postgres://lynceus@/postgres?host="_s + cluster.address().host;
    start({u"--database"_s, database});
    const auto first = std::exchange(m_program, nullptr);
    const auto id = post(submission(m_tag)).body[u"id"_s].toString();
    ASSERT_FALSE(id.isEmpty());
    start({u"--database"_s, database});
    // A replica must report tasks that another one follows.
    EXPECT_EQ(call("GET", "/api/v1/tasks/" + id.toLatin1()).body[u"status"_s], u"in progress"_s);
    first->process().kill();
    std::ignore = first->finish();
    EXPECT_EQ(finalOf(id).body[u"status"_s], u"deployed"_s);
    const auto verdict = call("GET", "/api/v1/tasks/" + id.toLatin1() + "/verdict").body;
    EXPECT_EQ(verdict[u"outcome"_s], u"deployed"_s);

    cluster.kill(); // Argo Watcher would return an empty list
    EXPECT_EQ(call("GET", "/api/v1/tasks").status, 503);
    const auto unusable = call("GET", "/api/v1/tasks/" + id.toLatin1());
    EXPECT_EQ(unusable.status, 503);
    EXPECT_FALSE(unusable.body[u"error"_s].toString().contains(cluster.address().host));
    ASSERT_TRUE(cluster.start());
    EXPECT_TRUE(waitForDatabase());
}

/// While the database hangs, everything else works. Requests that wait for it are answered when it is back.
TEST_F(Serve, StalledDatabaseBlocksNothingElse)
{
    if (!PostgresCluster::isInstalled())
        GTEST_SKIP() << "PostgreSQL is not installed: postgresql, libqt6sql6-psql";
    PostgresCluster cluster;
    ASSERT_TRUE(cluster.start());
    playRecording(1.0);
    start({u"--database"_s, u"postgres://lynceus@/postgres?host="_s + cluster.address().host});
    const auto id = post(submission(m_tag)).body[u"id"_s].toString();
    ASSERT_FALSE(id.isEmpty());

    cluster.freeze();
    QTcpSocket waiting;
    waiting.connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
    waiting.write("GET /api/v1/tasks/" + id.toLatin1() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(call("GET", "/livez").status, 200);
    EXPECT_EQ(call("GET", "/api/v1/config").status, 200);
    std::vector<std::unique_ptr<QTcpSocket>> pipelines; // all at the same time
    for (int i = 0; i < 50; ++i) {
        const auto body = submission(u"another-%1"_s.arg(i));
        auto &pipeline = *pipelines.emplace_back(std::make_unique<QTcpSocket>());
        pipeline.connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
        pipeline.write(
            "POST /api/v1/tasks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
            "ARGO_WATCHER_DEPLOY_TOKEN: "
            + kToken + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    const auto requests = [&] {
        const auto counts = m_argocd->requestCounts();
        return std::accumulate(counts.begin(), counts.end(), 0);
    };
    const auto before = requests();
    EXPECT_TRUE(waitUntil([&] { return requests() >= before + 3; })) << "timeout: the watch did not continue";
    EXPECT_EQ(call("GET", "/livez").status, 200);
    for (const auto &pipeline : pipelines) {
        EXPECT_TRUE(waitUntil([&] { return pipeline->state() == QAbstractSocket::UnconnectedState; }));
        EXPECT_TRUE(pipeline->readAll().startsWith("HTTP/1.1 503 "));
    }

    cluster.thaw();
    EXPECT_TRUE(waitUntil([&] { return waiting.state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_TRUE(waiting.readAll().startsWith("HTTP/1.1 "));
    ASSERT_TRUE(waitForDatabase());
    EXPECT_EQ(finalOf(id).body[u"status"_s], u"deployed"_s) << "the rejected task replaced nothing";
    EXPECT_EQ(call("GET", "/api/v1/tasks").body[u"total"_s].toInt(), 1);
}

TEST_F(Serve, SignalShutsDownCleanlyAndTasksContinueAfterARestart)
{
    playRecording(2.0);
    start();
    const auto id = post(submission(m_tag)).body[u"id"_s].toString();
    ::kill(static_cast<pid_t>(m_program->process().processId()), SIGTERM);
    const auto ended = m_program->finish();
    EXPECT_EQ(ended.exitCode, 0) << ended.error.toStdString();
    EXPECT_TRUE(ended.error.contains("\"event\":\"draining\"")) << ended.error.toStdString();
    EXPECT_FALSE(ended.error.contains(kToken));
    start();
    EXPECT_EQ(finalOf(id).body[u"status"_s], u"deployed"_s);
}

TEST_F(Serve, TokenIsShownOnceAndRevokedImmediately)
{
    playRecording(1.0);
    start();
    const auto database = QStringList{u"--database"_s, u"sqlite:"_s + m_folder.filePath(u"tasks.db"_s)};
    const auto created = run(QStringList{u"serve"_s, u"token"_s, u"create"_s, u"shop-pipeline"_s} + database);
    ASSERT_EQ(created.exitCode, 0) << created.error.toStdString();
    const auto token = created.output.trimmed();
    const auto field = "Authorization: Bearer " + token + "\r\n";
    EXPECT_EQ(post(submission(m_tag), field).status, 202);
    EXPECT_EQ(post(submission(m_tag), "Authorization: Bearer " + token.chopped(1) + "x\r\n").status, 401);

    const auto listed = run(QStringList{u"serve"_s, u"token"_s, u"list"_s} + database);
    EXPECT_EQ(listed.exitCode, 0);
    EXPECT_TRUE(listed.output.contains("shop-pipeline")) << listed.output.toStdString();
    EXPECT_FALSE(listed.output.contains(token.last(20)));
    const auto unwritten =
        Program::inShell(u"exec \"$0\" serve token list %1 '%2' >/dev/full"_s.arg(database[0], database[1]));
    EXPECT_EQ(unwritten->finish().exitCode, 2);
    QFile file(m_folder.filePath(u"tasks.db"_s));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_FALSE(file.readAll().contains(token.last(64))) << "only the hash of the token is stored";

    EXPECT_EQ(run(QStringList{u"serve"_s, u"token"_s, u"revoke"_s, u"shop-pipeline"_s} + database).exitCode, 0);
    EXPECT_EQ(post(submission(m_tag), field).status, 401);
    EXPECT_EQ(run(QStringList{u"serve"_s, u"token"_s, u"revoke"_s, u"shop-pipeline"_s} + database).exitCode, 4);
    EXPECT_EQ(run(QStringList{u"serve"_s, u"token"_s, u"create"_s, u"shop-pipeline"_s} + database).exitCode, 2);
    EXPECT_EQ(run({u"serve"_s, u"token"_s, u"list"_s}).exitCode, 2) << "the message names no database";
    const auto reserved = run({u"serve"_s, u"token"_s, u"create"_s, u"JWT"_s});
    EXPECT_EQ(reserved.exitCode, 2);
    EXPECT_TRUE(reserved.error.contains("JWT: tasks that a JWT registered")) << reserved.error.toStdString();
    for (const auto &wrong : {QStringList{}, QStringList{u"create"_s}, QStringList{u"list"_s, u"x"_s},
                              QStringList{u"delete"_s, u"x"_s}, QStringList{u"create"_s, u"a b"_s}})
        EXPECT_EQ(run(QStringList{u"serve"_s, u"token"_s} + wrong + database).exitCode, 2)
            << wrong.join(u' ').toStdString();
    ::kill(static_cast<pid_t>(m_program->process().processId()), SIGTERM);
    EXPECT_FALSE(m_program->finish().error.contains(token.last(20)));
}

TEST_F(Serve, TokenCommandsCreateNoTablesAndReserveAName)
{
    const auto database = QStringList{u"--database"_s, u"sqlite:"_s + m_folder.filePath(u"tasks.db"_s)};
    const auto missing = run(QStringList{u"serve"_s, u"token"_s, u"create"_s, u"shop"_s} + database);
    EXPECT_EQ(missing.exitCode, 2);
    EXPECT_EQ(linesOf(missing.error).size(), 1) << missing.error.toStdString();
    EXPECT_TRUE(missing.error.contains("start \"lynceus serve\"")) << missing.error.toStdString();
    EXPECT_TRUE(missing.output.isEmpty());
    EXPECT_FALSE(QFile::exists(m_folder.filePath(u"tasks.db"_s)));

    playRecording(1.0);
    start();
    EXPECT_EQ(run(QStringList{u"serve"_s, u"token"_s, u"create"_s, u"jwt"_s} + database).exitCode, 2);
    // The configured token is named after its file, so the new one must not collide with it.
    EXPECT_EQ(run(QStringList{u"serve"_s, u"token"_s, u"create"_s, u"token"_s} + database).exitCode, 0);
    const auto checked = run(arguments() + QStringList{u"--check"_s});
    EXPECT_EQ(checked.exitCode, 0);
    EXPECT_TRUE(checked.error.contains("named \"token\"")) << checked.error.toStdString();
    m_program->process().kill();
    std::ignore = m_program->finish();
    start();
    ::kill(static_cast<pid_t>(m_program->process().processId()), SIGTERM);
    EXPECT_TRUE(m_program->finish().error.contains(R"(named \"token\")")) << "and at the start";
}

TEST_F(Serve, DatabaseFileHasOneProcess)
{
    playRecording(1.0);
    start();
    const auto second = run(arguments());
    EXPECT_EQ(second.exitCode, 2);
    EXPECT_TRUE(second.error.contains("another lynceus serve")) << second.error.toStdString();
}

TEST_F(Serve, CheckReportsAllErrorsAndStartsNothing)
{
    const auto bad = run({u"serve"_s, u"--check"_s, u"--listen"_s, u"nowhere"_s, u"--database"_s, u"x"_s});
    EXPECT_EQ(bad.exitCode, 2);
    EXPECT_TRUE(bad.error.contains("--listen: ")) << bad.error.toStdString();
    EXPECT_TRUE(bad.error.contains("--database: "));
    EXPECT_TRUE(bad.error.contains("instances: "));
    m_argocdUrl = u"http://127.0.0.1:9"_s;
    const auto good = run(arguments() + QStringList{u"--check"_s});
    EXPECT_EQ(good.exitCode, 0) << good.error.toStdString();
    EXPECT_FALSE(QFile::exists(m_folder.filePath(u"tasks.db"_s)));
}

TEST_F(Serve, WaitViaReportsTheServersVerdictAndEvidence)
{
    playRecording(10.0);
    start();
    const auto result = run(waitVia(m_tag, {u"--author"_s, u"ada"_s}));
    ASSERT_EQ(result.exitCode, 0) << result.error.toStdString();
    const auto verdict = jsonFrom(result.output).toObject();
    EXPECT_EQ(verdict[u"outcome"_s], u"deployed"_s);
    EXPECT_EQ(verdict[u"application"_s][u"name"_s], m_app);
    EXPECT_FALSE(verdict[u"evidence"_s][u"workloads"_s].toArray().isEmpty());
    EXPECT_GT(verdict[u"evidence"_s][u"workloads"_s][0][u"pods"_s][u"ready"_s].toInt(), 0);
    const auto task = call("GET", "/api/v1/tasks/" + verdict[u"task"_s][u"id"_s].toString().toLatin1()).body;
    EXPECT_EQ(task[u"author"_s], u"ada"_s);
    EXPECT_EQ(task[u"status"_s], u"deployed"_s);
    EXPECT_FALSE((result.output + result.error).contains(kToken));
}

TEST_F(Serve, FromEnvRegistersLikeArgoWatchersClient)
{
    playRecording(10.0);
    start();
    const auto result =
        run({u"wait"_s, u"--from-env"_s},
            {{u"ARGO_WATCHER_URL"_s, m_url.toString()},
             {u"ARGO_APP"_s, m_app},
             {u"IMAGES"_s, m_image},
             {u"IMAGE_TAG"_s, m_tag},
             {u"COMMIT_AUTHOR"_s, u"ada"_s},
             {u"PROJECT_NAME"_s, u"shop"_s},
             {u"RETRY_INTERVAL"_s, u"1s"_s},
             {u"BEARER_TOKEN"_s, u"Bearer "_s + QString::fromLatin1(jwtThatExpires(std::chrono::seconds(600)))}});
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    EXPECT_TRUE(result.output.contains(m_tag.toUtf8())) << result.output.toStdString();
}

TEST_F(Serve, WaitViaMatchesTheOutcomeOfItsTask)
{
    playRecording(10.0);
    start();
    Program superseded(waitVia(m_tag + u"-other"_s));
    ASSERT_TRUE(waitUntil([&] { return call("GET", "/api/v1/tasks").body[u"total"_s].toInt() == 1; }));
    EXPECT_EQ(run(waitVia(m_tag)).exitCode, 0);
    const auto ended = superseded.finish();
    EXPECT_EQ(ended.exitCode, 8) << ended.error.toStdString();
    EXPECT_TRUE(jsonFrom(ended.output)[u"task"_s][u"reason"_s].toString().startsWith(u"Superseded by task"_s));

    auto gone = waitVia(m_tag);
    gone[4] = u"no-such-app="_s + m_image + u':' + m_tag;
    EXPECT_EQ(run(gone).exitCode, 4);

    std::ignore = fileWith(m_folder, u"token"_s, "not-the-right-token");
    EXPECT_EQ(run(waitVia(m_tag)).exitCode, 7);
}

TEST_F(Serve, WaitViaSurvivesARestartOfTheServer)
{
    playRecording(2.0);
    start();
    Program waiting(waitVia(m_tag));
    ASSERT_TRUE(waitUntil([&] { return call("GET", "/api/v1/tasks").body[u"total"_s].toInt() == 1; }));
    m_program->process().kill();
    std::ignore = m_program->finish();
    start({u"--listen"_s, u"127.0.0.1:"_s + QString::number(m_url.port())});
    const auto result = waiting.finish();
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
}

TEST_F(Serve, WebhooksAreSentAndSurviveARestart)
{
    bool isUp = false;
    const RawServer receiver([&](const ReceivedRequest &) {
        return Script{send(isUp ? "HTTP/1.1 204 No Content\r\n\r\n"
                                : "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")};
    });
    const auto config = fileWith(m_folder, u"serve.yaml"_s,
                                 "webhooks:\n  - name: portal\n    url: " + receiver.url().toEncoded()
                                     + "/secret-part\n"
                                       "    secret-file: "
                                     + fileWith(m_folder, u"hmac"_s, kJwtSecret).toUtf8() + "\n");
    playRecording(10.0);
    start({u"--config"_s, config});
    const auto id = post(submission(m_tag)).body[u"id"_s].toString().toUtf8();
    ASSERT_TRUE(waitUntil([&] { return !receiver.requests().empty(); }));
    m_program->process().kill();
    EXPECT_FALSE(m_program->finish().error.contains("secret-part"));
    isUp = true;
    start({u"--config"_s, config});
    const auto bodyOf = [](const ReceivedRequest &request) { return jsonFrom(request.body).toObject(); };
    ASSERT_TRUE(
        waitUntil([&] { return bodyOf(receiver.requests().back())[u"event"_s] == u"ended"_s; }, Duration{90'000}));
    const auto &last = receiver.requests().back();
    EXPECT_EQ(bodyOf(last)[u"verdict"_s][u"outcome"_s], u"deployed"_s);
    EXPECT_EQ(bodyOf(last)[u"task"_s][u"id"_s], QString::fromUtf8(id));
    EXPECT_EQ(last.headers.value("x-lynceus-delivery"), id + "-ended");
    const auto &before = receiver.requests()[receiver.requests().size() - 2];
    EXPECT_NE(bodyOf(before)[u"event"_s], u"ended"_s) << "earlier events precede, and the end is sent once";
    EXPECT_TRUE(waitUntil([&] { return call("GET", "/metrics").status == 200; }));
}

} // namespace lynceus::test
