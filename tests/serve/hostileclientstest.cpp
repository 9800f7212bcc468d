// Hostile clients attack in parallel while a task runs. Each must get its answer, and the task its verdict.
#include "app/serve/teamserver.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kToken = "a-deploy-token-for-tests";
const QByteArray kHost = "Host: localhost\r\n";

class HostileClients : public testing::Test
{
protected:
    void SetUp() override
    {
        auto recording = builtInRecording(u"deploy-ok"_s);
        ASSERT_TRUE(recording);
        m_app = recording->head.application;
        m_image = recording->head.images.front();
        ReplayOptions options;
        options.speed = 2.0;
        std::vector<Recording> recordings;
        recordings.push_back(*std::move(recording));
        m_argocd = std::make_unique<ReplayServer>(std::move(recordings), options, m_clock);
        ASSERT_TRUE(m_argocd->listen());
        ServeConfig config;
        config.port = 0;
        config.instances.push_back({u"prod"_s, m_argocd->baseUrl(), {}, {}, {}});
        config.database.file = m_folder.filePath(u"tasks.db"_s);
        config.access.deployTokens = {{u"pipeline"_s, Secret(QByteArray(kToken.constData(), kToken.size()))}};
        m_server = std::make_unique<TeamServer>(config, m_clock);
        ASSERT_TRUE(m_server->start());
    }

    RawClient &hold(const QByteArray &bytes = {})
    {
        if (m_held.size() % 50 == 0)
            drainEvents(); // the server accepts connections in this thread: a full queue would block the test
        auto &client = *m_held.emplace_back(std::make_unique<RawClient>(m_server->url()));
        if (!bytes.isEmpty())
            client.send(bytes);
        return client;
    }

    /// The status of the answer to @p bytes; 0 if there was no answer.
    [[nodiscard]] int statusOf(const QByteArray &bytes)
    {
        RawClient client(m_server->url());
        client.send(bytes);
        m_answered = client.readAnswer();
        m_body = client.body();
        return m_answered ? client.status() : 0;
    }

    [[nodiscard]] static QByteArray post(const QByteArray &body, const QByteArray &token = kToken,
                                         const QByteArray &more = {})
    {
        return "POST /api/v1/tasks HTTP/1.1\r\n" + kHost + "Content-Type: application/json\r\nAuthorization: " + token
            + "\r\n" + more + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    [[nodiscard]] static QByteArray get(const QByteArray &target, const QByteArray &more = {})
    {
        return "GET " + target + " HTTP/1.1\r\n" + kHost + more + "\r\n";
    }

    [[nodiscard]] QByteArray submission() const
    {
        const QJsonObject image{{u"image"_s, m_image.section(u':', 0, -2)}, {u"tag"_s, m_image.section(u':', -1)}};
        return QJsonDocument(QJsonObject{{u"app"_s, m_app},
                                         {u"author"_s, u"ada"_s},
                                         {u"project"_s, u"p"_s},
                                         {u"images"_s, QJsonArray{image}}})
            .toJson(QJsonDocument::Compact);
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    QString m_app;
    QString m_image;
    std::unique_ptr<ReplayServer> m_argocd;
    std::unique_ptr<TeamServer> m_server;
    std::vector<std::unique_ptr<RawClient>> m_held;
    QByteArray m_body;
    bool m_answered = false;
};

} // namespace

TEST_F(HostileClients, DoNotAffectTasks)
{
    ASSERT_EQ(statusOf(post(submission())), 202) << m_body.toStdString();
    const auto id = QJsonDocument::fromJson(m_body)["id"_L1].toString().toLatin1();

    for (int i = 0; i < 1'000; ++i)
        std::ignore = hold();
    for (int i = 0; i < 50; ++i) {
        std::ignore = hold(post(submission()).chopped(10 + i));
        std::ignore = hold("GET /api/v1/tasks HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        std::ignore = hold(get("/api/v1/tasks").repeated(20)); // never reads the answers
    }
    EXPECT_EQ(statusOf(get("/api/v1/tasks", "X: " + QByteArray(70'000, 'x') + "\r\n")), 431);
    EXPECT_EQ(statusOf("GET /" + QByteArray(70'000, 'x')), 431);
    EXPECT_EQ(statusOf(post(QByteArray(70'000, ' '))), 413);
    for (const auto *body : {"{", "[]", "null", "{\"app\":7}", "\xff\xfe", "{\"app\":\"\\u0000\"}"})
        EXPECT_EQ(statusOf(post(body)), 406) << body;
    EXPECT_EQ(statusOf(post(QByteArray(30'000, '[') + QByteArray(30'000, ']'))), 406);

    int tooMany = 0;
    for (int i = 0; i < 20; ++i) {
        const auto status = statusOf(post(submission(), "wrong-token-" + QByteArray::number(i)));
        EXPECT_TRUE(status == 401 || status == 429) << status;
        tooMany += status == 429 ? 1 : 0;
    }
    EXPECT_EQ(tooMany, 20 - Authenticator::kMostWrong);

    for (const auto *target : {"/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/api/v1/tasks/..%2f..%2fetc%2fpasswd",
                               "//evil.example/x", "/api/v1/tasks/%00", "/api/v1/tasks/%0d%0aX-Injected:%20a"}) {
        EXPECT_EQ(statusOf(get(target)), 404) << target;
        EXPECT_FALSE(m_body.contains("X-Injected:\x20"
                                     "a\r\n"));
    }
    // Requests that a proxy and the server might split differently (request smuggling).
    EXPECT_EQ(statusOf(get("/livez", "Content-Length: 5\r\nContent-Length: 0\r\n")), 400);
    EXPECT_EQ(statusOf(get("/livez", "Transfer-Encoding: chunked\r\n")), 411);
    EXPECT_EQ(statusOf(get("/livez", "X: a\rY: b\r\n")), 400);
    EXPECT_EQ(statusOf(get("/livez", QByteArray("X: a\0b\r\n", 8))), 400);
    EXPECT_EQ(statusOf("GET /livez HTTP/1.1\r\n\r\n"), 400);

    QByteArray state;
    EXPECT_TRUE(waitUntil(
        [&] {
            EXPECT_EQ(statusOf(get("/api/v1/tasks/" + id)), 200);
            state = QJsonDocument::fromJson(m_body)["status"_L1].toString().toLatin1();
            return state != "in progress";
        },
        Duration{120'000}));
    EXPECT_EQ(state, "deployed") << m_body.toStdString();
}

} // namespace lynceus::test
