#include "app/serve/serveconfig.h"
#include "app/serve/webhooks/webhookmessage.h"
#include "app/serve/webhooks/webhooksender.h"
#include "core/io/tasks/taskstore.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/logcapture.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kSecret = "a-signing-secret-for-tests";
const QByteArray kOk = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

StoredTask taskCalled(const QString &id)
{
    StoredTask stored;
    stored.task.id = id;
    stored.task.app = u"shop-web"_s;
    stored.task.author = u"ada"_s;
    stored.task.project = u"shop"_s;
    stored.task.instance = u"staging"_s;
    stored.task.images = {{u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s}};
    stored.watch.record = makeWatch(id);
    return stored;
}

StoredTask endedTask(const QString &id, Outcome outcome)
{
    auto stored = taskCalled(id);
    stored.watch.record = ended(stored.watch.record, outcome);
    stored.task.state = taskStateOf(outcome);
    return stored;
}

QJsonObject jsonFrom(const QByteArray &text)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(text, &problem);
    EXPECT_TRUE(document.isObject()) << problem.errorString().toStdString() << text.toStdString();
    return document.object();
}

MessageTemplate templateOf(const QString &text)
{
    const auto message = MessageTemplate::parse(text, messageValueNames(), messageDocumentNames());
    EXPECT_TRUE(message) << (message ? std::string() : message.error().message.toStdString());
    return message.value_or(MessageTemplate());
}

QJsonObject builtIn(const QString &format, const StoredTask &task, TaskEvent event, const QUrl &publicUrl = {})
{
    const auto message = templateOf(builtInTemplate(format, !publicUrl.isEmpty()));
    return jsonFrom(message.rendered(messageValues(task, event, publicUrl), messageDocuments(task)));
}

} // namespace

TEST(WebhookMessages, DefaultIsTheVerdict)
{
    const auto task = endedTask(u"a1"_s, Outcome::Deployed);
    const auto json = builtIn(u"json"_s, task, TaskEvent::Ended, QUrl(u"https://lynceus.acme.example"_s));
    EXPECT_EQ(json[u"event"_s], u"ended"_s);
    EXPECT_EQ(json[u"task"_s][u"id"_s], u"a1"_s);
    EXPECT_EQ(json[u"task"_s][u"status"_s], u"deployed"_s);
    EXPECT_EQ(json[u"verdict"_s][u"outcome"_s], u"deployed"_s);
    EXPECT_EQ(json[u"url"_s], u"https://lynceus.acme.example/task/a1"_s);
}

// https://api.slack.com/reference/block-kit/blocks: a section has a type and a text of at most 3,000 characters; a
// context has elements. https://api.slack.com/reference/surfaces/formatting: &, < and > are escaped.
TEST(WebhookMessages, SlackGetsItsBlocks)
{
    auto task = endedTask(u"a1"_s, Outcome::Failed);
    task.task.reason = u"<!channel> *x* "_s + QString(5'000, u'&');
    for (const auto event : {TaskEvent::Started, TaskEvent::Failing, TaskEvent::Ended}) {
        const auto json = builtIn(u"slack"_s, task, event, QUrl(u"https://lynceus.acme.example"_s));
        EXPECT_FALSE(json[u"text"_s].toString().isEmpty()) << "the text that notifications show";
        const auto blocks = json[u"blocks"_s].toArray();
        ASSERT_EQ(blocks.size(), 2);
        EXPECT_EQ(blocks[0][u"type"_s], u"section"_s);
        EXPECT_EQ(blocks[0][u"text"_s][u"type"_s], u"mrkdwn"_s);
        EXPECT_LE(blocks[0][u"text"_s][u"text"_s].toString().size(), 3'000);
        EXPECT_FALSE(blocks[0][u"text"_s][u"text"_s].toString().contains(u"<!channel>"_s));
        EXPECT_EQ(blocks[1][u"type"_s], u"context"_s);
        EXPECT_TRUE(blocks[1][u"elements"_s][0][u"text"_s].toString().contains(
            u"<https://lynceus.acme.example/task/a1|details>"_s));
    }
}

// https://developers.mattermost.com/integrate/reference/message-attachments/: fallback is required; colour, title,
// title_link, text and fields (short, title, value) are optional.
TEST(WebhookMessages, MattermostGetsAnAttachment)
{
    auto task = endedTask(u"a1"_s, Outcome::Deployed);
    task.task.author = u"@all *ada*"_s;
    const auto json = builtIn(u"mattermost"_s, task, TaskEvent::Ended, QUrl(u"https://lynceus.acme.example"_s));
    const auto attachment = json[u"attachments"_s][0].toObject();
    EXPECT_FALSE(attachment[u"fallback"_s].toString().isEmpty());
    EXPECT_EQ(attachment[u"color"_s], u"#2eb67d"_s);
    EXPECT_EQ(attachment[u"title_link"_s], u"https://lynceus.acme.example/task/a1"_s);
    for (const auto &field : attachment[u"fields"_s].toArray()) {
        EXPECT_TRUE(field[u"short"_s].isBool() && field[u"title"_s].isString() && field[u"value"_s].isString());
        EXPECT_FALSE(field[u"value"_s].toString().contains(u"@all"_s));
    }
    EXPECT_FALSE(
        builtIn(u"mattermost"_s, task, TaskEvent::Ended)[u"attachments"_s][0].toObject().contains(u"title_link"_s));
}

// https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using: a message with
// one attachment of that content type; https://adaptivecards.io/explorer/: TextBlock, FactSet, Action.OpenUrl.
TEST(WebhookMessages, TeamsGetsAnAdaptiveCard)
{
    const auto task = endedTask(u"a1"_s, Outcome::TimedOut);
    const auto json = builtIn(u"teams"_s, task, TaskEvent::Ended, QUrl(u"https://lynceus.acme.example"_s));
    EXPECT_EQ(json[u"type"_s], u"message"_s);
    const auto attachment = json[u"attachments"_s][0].toObject();
    EXPECT_EQ(attachment[u"contentType"_s], u"application/vnd.microsoft.card.adaptive"_s);
    const auto card = attachment[u"content"_s].toObject();
    EXPECT_EQ(card[u"type"_s], u"AdaptiveCard"_s);
    EXPECT_EQ(card[u"version"_s], u"1.4"_s);
    const auto body = card[u"body"_s].toArray();
    EXPECT_EQ(body[0][u"type"_s], u"TextBlock"_s);
    EXPECT_EQ(body[2][u"type"_s], u"FactSet"_s);
    for (const auto &fact : body[2][u"facts"_s].toArray())
        EXPECT_TRUE(fact[u"title"_s].isString() && fact[u"value"_s].isString());
    EXPECT_EQ(card[u"actions"_s][0][u"type"_s], u"Action.OpenUrl"_s);
    EXPECT_FALSE(builtIn(u"teams"_s, task, TaskEvent::Ended)[u"attachments"_s][0][u"content"_s].toObject().contains(
        u"actions"_s));
}

TEST(WebhookMessages, ForeignTextIsEscaped)
{
    auto task = endedTask(u"a1"_s, Outcome::Failed);
    task.task.app = task.task.author = task.task.project = task.task.reason = u"\"}],\\\n\u0001\u2028{{app}}"_s;
    for (const auto &format : builtInFormats()) {
        for (const auto event : {TaskEvent::Started, TaskEvent::Failing, TaskEvent::Ended})
            EXPECT_FALSE(builtIn(format, task, event).isEmpty()) << format.toStdString();
    }
}

class WebhookSettings : public testing::Test
{
protected:
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        return file.fileName();
    }

    [[nodiscard]] tl::expected<ServeConfig, std::vector<Error>> read(const QByteArray &webhooks) const
    {
        return readServeConfig(file(u"serve.yaml"_s,
                                    "database: sqlite:/tmp/x.db\ninstances:\n  - url: https://argocd.acme.example\n"
                                    "open-registration: true\npublic-url: https://lynceus.acme.example\nwebhooks:\n"
                                        + webhooks),
                               {});
    }

    [[nodiscard]] QStringList faultsOf(const QByteArray &webhooks) const
    {
        QStringList faults;
        const auto config = read(webhooks);
        if (config)
            return faults;
        for (const auto &error : config.error())
            faults += QString(error.asked + u": "_s + error.message).remove(m_folder.path() + u'/');
        return faults;
    }

    QTemporaryDir m_folder;
};

TEST_F(WebhookSettings, AreParsed)
{
    const auto config =
        read("  - name: room\n    url-file: " + file(u"url"_s, "https://hooks.acme.example/T/B/x\n").toUtf8()
             + "\n    format: slack\n    events: [failing, ended]\n    secret-file: "
             + file(u"secret"_s, kSecret + '\n').toUtf8()
             + "\n    authorization-file: " + file(u"auth"_s, "Bearer abc def").toUtf8()
             + "\n  - name: own\n    url: http://127.0.0.1:9/x\n    template-file: "
             + file(u"own.json"_s, R"({"a": "{{app}}"})").toUtf8() + "\n");
    ASSERT_TRUE(config) << config.error().front().message.toStdString();
    ASSERT_EQ(config->webhooks.size(), 2U);
    const auto &room = config->webhooks[0];
    EXPECT_EQ(room.url, QUrl(u"https://hooks.acme.example/T/B/x"_s));
    EXPECT_EQ(room.events, (std::set{TaskEvent::Failing, TaskEvent::Ended}));
    EXPECT_EQ(room.signingSecret.reveal(), kSecret);
    EXPECT_EQ(room.authorization.reveal(), "Bearer abc def");
    EXPECT_EQ(config->webhooks[1].message.rendered({{u"app"_s, u"web"_s}}), R"({"a": "web"})");
    EXPECT_EQ(config->webhooks[1].events.size(), 3U);
    EXPECT_EQ(config->publicUrl, QUrl(u"https://lynceus.acme.example"_s));
}

TEST_F(WebhookSettings, ErrorsAreReportedWithoutUrls)
{
    const auto secretUrl = file(u"url"_s, "htps://hooks.acme.example/T/secret-part");
    const auto faults = faultsOf("  - name: a\n    url-file: " + secretUrl.toUtf8()
                                 + "\n    format: telegram\n    events: [begin]\n"
                                   "  - name: a\n    url: https://x.example\n    secret-file: "
                                 + file(u"short"_s, "abc").toUtf8()
                                 + "\n    template-file: " + file(u"bad.json"_s, R"({"a": "{{sentense}}"})").toUtf8()
                                 + "\n  - url: https://x.example\n    url-file: y\n    template-file: "
                                 + file(u"no.json"_s, "nonsense").toUtf8() + "\n    color: red\n    apps: [a/b]\n");
    EXPECT_THAT(
        faults,
        testing::UnorderedElementsAre(
            u"serve.yaml: webhooks[0].url-file: must be an http or https address without user name and fragment"_s,
            u"serve.yaml: webhooks[0].format: unknown format \"telegram\"; use json, mattermost, slack, teams, or template-file"_s,
            u"serve.yaml: webhooks[0].events[0]: unknown event \"begin\"; use started, failing or ended"_s,
            u"serve.yaml: webhooks[1].template-file: line 1: {{sentense}} is not known; use sentence"_s,
            u"serve.yaml: webhooks[1].secret-file: the secret is too short to be safe; use at least 16 characters"_s,
            u"serve.yaml: webhooks[1].name: another webhook has the name \"a\""_s,
            u"serve.yaml: webhooks[2].name: is missing; it names the webhook in logs and metrics"_s,
            u"serve.yaml: webhooks[2].url: set either url or, if the address is secret, url-file"_s,
            u"serve.yaml: webhooks[2].template-file: it is not valid JSON: illegal value"_s,
            u"serve.yaml: webhooks[2].apps[0]: \"a/b\" is not the name of an application, or a pattern such as shop-*"_s,
            u"serve.yaml: webhooks[2].color: unknown setting"_s));
    EXPECT_FALSE(faults.join(u' ').contains(u"secret-part"_s));
}

/// One webhook, and a server with answers set by the test.
class WebhookSending : public testing::Test
{
protected:
    void SetUp() override
    {
        DatabaseAddress address;
        address.file = m_folder.filePath(u"tasks.db"_s);
        auto opened = TaskStore::open(address, m_clock);
        ASSERT_TRUE(opened);
        m_store = *std::move(opened);
        m_direct = std::make_unique<TaskThread>(*m_store);
    }

    /// Each request takes the next of @p answers; the last one repeats.
    void listen(std::vector<Script> answers, std::optional<RawServer::Identity> identity = {})
    {
        m_answers = std::move(answers);
        m_server = std::make_unique<RawServer>(
            [this](const ReceivedRequest &) {
                auto script = m_answers.front();
                if (m_answers.size() > 1)
                    m_answers.erase(m_answers.begin());
                return script;
            },
            std::move(identity));
    }

    void startSending(const QUrl &url)
    {
        Webhook hook;
        hook.name = u"room"_s;
        hook.url = url;
        hook.message = templateOf(u"{\"event\": {{event}}, \"id\": {{id}}}"_s);
        hook.events = {TaskEvent::Started, TaskEvent::Failing, TaskEvent::Ended};
        hook.signingSecret = Secret(QByteArray(kSecret));
        hook.authorization = Secret(QByteArray("Bearer authorization-for-tests"));
        m_sender = std::make_unique<WebhookSender>(std::vector{hook}, QUrl(), *m_direct, m_clock, u"me"_s, m_limits);
        QObject::connect(m_sender.get(), &WebhookSender::happened, m_sender.get(),
                         [this](const QJsonObject &details) { m_log.push_back(details); });
        m_store->setMessages(m_sender->messages());
        m_sender->start();
    }
    void startSending() { startSending(m_server->url().resolved(QUrl(u"/T/secret-part"_s))); }

    void report(const StoredTask &task)
    {
        ASSERT_TRUE(m_store->add(task, u"me"_s, Duration{15'000}, [](const StoredTask &) { return std::nullopt; }));
        m_sender->wake();
    }

    [[nodiscard]] int count(const QString &result) const
    {
        return static_cast<int>(
            std::ranges::count_if(m_log, [&](const QJsonObject &details) { return details[u"result"_s] == result; }));
    }
    [[nodiscard]] bool waitFor(const QString &result, int times = 1) const
    {
        return waitUntil([&] { return count(result) >= times; });
    }

    [[nodiscard]] QByteArray metrics() const
    {
        std::map<QString, OutboxCounts> stored;
        for (const auto &name : m_sender->names())
            stored[name] = m_store->outbox().counts(name).value();
        return m_sender->metrics(stored);
    }

    /// Logs and metrics may contain only names, no secrets and no addresses.
    void expectNoSecret() const
    {
        QByteArray all = metrics();
        for (const auto &details : m_log)
            all += QJsonDocument(details).toJson();
        for (const auto &secret :
             {QByteArray("secret-part"), kSecret, QByteArray("authorization-for-tests"), QByteArray("127.0.0.1")})
            EXPECT_FALSE(all.contains(secret)) << all.toStdString();
    }

    WebhookLimits m_limits{.request = Duration{3'000},
                           .giveUpAfter = std::chrono::minutes(15),
                           .checkInterval = Duration{20},
                           .atOnce = 4,
                           .retry = {.first = Duration{1}, .most = Duration{2}}};
    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::vector<Script> m_answers;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<TaskStore> m_store;
    std::unique_ptr<TaskThread> m_direct; ///< uses the store without a thread
    std::unique_ptr<WebhookSender> m_sender;
    std::vector<QJsonObject> m_log;
};

TEST_F(WebhookSending, IsSignedAndInOrder)
{
    listen({{send(kOk)}});
    startSending();
    report(endedTask(u"a1"_s, Outcome::Gone));
    ASSERT_TRUE(waitFor(u"sent"_s, 2));
    const auto &requests = m_server->requests();
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[0].line, "POST /T/secret-part HTTP/1.1");
    EXPECT_EQ(requests[0].body, R"({"event": "started", "id": "a1"})");
    EXPECT_EQ(requests[1].body, R"({"event": "ended", "id": "a1"})");
    for (const auto &request : requests) {
        EXPECT_EQ(request.headers.value("content-type"), "application/json");
        EXPECT_EQ(request.headers.value("authorization"), "Bearer authorization-for-tests");
        EXPECT_EQ(
            request.headers.value("x-lynceus-signature"),
            webhookSignature(Secret(QByteArray(kSecret)), request.headers.value("x-lynceus-timestamp"), request.body));
    }
    EXPECT_EQ(requests[1].headers.value("x-lynceus-event"), "ended");
    EXPECT_EQ(requests[1].headers.value("x-lynceus-delivery"), "a1-ended");
    EXPECT_TRUE(metrics().contains("lynceus_webhook_sent_total{webhook=\"room\"} 2\n"));
    EXPECT_TRUE(metrics().contains("lynceus_webhook_pending{webhook=\"room\"} 0\n"));
    expectNoSecret();
}

// Must equal the example in docs/serve.md: openssl dgst -sha256 -hmac "a-shared-secret-of-yours".
TEST(WebhookSignatures, MatchTheDocumentedAlgorithm)
{
    EXPECT_EQ(webhookSignature(Secret(QByteArray("a-shared-secret-of-yours")), "1796069802", R"({"event":"ended"})"),
              "sha256=126020749f0dd06a36ffaee678745bbe481416689a7e2cd1534adb83a226046e");
}

struct Trouble
{
    const char *name;
    std::vector<Script> answers; ///< the last one succeeds
};

void PrintTo(const Trouble &trouble, std::ostream *stream)
{
    *stream << trouble.name;
}

class WebhookErrors : public WebhookSending, public testing::WithParamInterface<Trouble>
{ };

INSTANTIATE_TEST_SUITE_P(
    Receivers, WebhookErrors,
    testing::Values(
        Trouble{"Errors", {{send("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n")}, {send(kOk)}}},
        Trouble{"TooMany",
                {{send("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n")}, {send(kOk)}}},
        Trouble{"NotFound", {{send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")}, {send(kOk)}}},
        Trouble{"Resets", {{reset()}, {finish()}, {send(kOk)}}},
        Trouble{"Nonsense", {{send("SSH-2.0-OpenSSH\r\n\r\n"), finish()}, {send(kOk)}}},
        Trouble{"Silent", {{}, {send(kOk)}}},
        Trouble{"SlowHead", {{drip("HTTP/1.1 200 OK\r\nX: " + QByteArray(9'000, 'x'), Duration{50})}, {send(kOk)}}}));

TEST_P(WebhookErrors, AreRetried)
{
    listen(GetParam().answers);
    startSending();
    report(taskCalled(u"a1"_s));
    ASSERT_TRUE(waitFor(u"sent"_s));
    EXPECT_EQ(count(u"failed"_s), static_cast<int>(GetParam().answers.size()) - 1);
    EXPECT_EQ(m_server->requests().size(), GetParam().answers.size());
    expectNoSecret();
}

TEST_F(WebhookSending, LimitsHugeAndEndlessAnswers)
{
    listen({{send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + QByteArray(100'000, 'x'))},
            {drip("HTTP/1.1 204 No Content\r\n\r\n" + QByteArray(9'000, 'x'), Duration{1})}});
    startSending();
    report(endedTask(u"a1"_s, Outcome::Gone));
    ASSERT_TRUE(waitFor(u"sent"_s, 2));
    EXPECT_EQ(count(u"failed"_s), 0);
}

TEST_F(WebhookSending, DoesNotFollowRedirects)
{
    RawServer elsewhere([](const ReceivedRequest &) { return Script{send(kOk)}; });
    listen({{send("HTTP/1.1 307 Temporary Redirect\r\nLocation: " + elsewhere.url().toEncoded()
                  + "\r\nContent-Length: 0\r\n\r\n")}});
    startSending();
    report(taskCalled(u"a1"_s));
    ASSERT_TRUE(waitFor(u"failed"_s, 2));
    EXPECT_TRUE(elsewhere.requests().empty());
}

TEST_F(WebhookSending, BadCertificateOrRefusedConnectionReceivesNothing)
{
    const LogCapture log;
    listen({{send(kOk)}}, makeIdentity());
    auto url = m_server->url();
    url.setScheme(u"https"_s);
    startSending(url);
    report(taskCalled(u"a1"_s));
    ASSERT_TRUE(waitFor(u"failed"_s, 2));
    EXPECT_TRUE(m_server->requests().empty());
    EXPECT_EQ(count(u"sent"_s), 0);
    m_server->close(); // closes the port
    const auto before = count(u"failed"_s);
    EXPECT_TRUE(waitFor(u"failed"_s, before + 1));
    expectNoSecret();
    EXPECT_TRUE(log.text().contains(u"webhook room"_s)) << log.text().toStdString();
    EXPECT_FALSE(log.text().contains(url.host())) << log.text().toStdString();
}

TEST_F(WebhookSending, AbandonedMessageIsADeadLetterAndTheNextIsSent)
{
    m_limits.giveUpAfter = Duration{0};
    listen({{send("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n")}, {send(kOk)}});
    startSending();
    report(endedTask(u"a1"_s, Outcome::Gone));
    ASSERT_TRUE(waitFor(u"sent"_s));
    EXPECT_EQ(count(u"given up"_s), 1);
    EXPECT_EQ(m_server->requests()[1].headers.value("x-lynceus-event"), "ended");
    EXPECT_TRUE(metrics().contains("lynceus_webhook_dead_letters{webhook=\"room\"} 1\n"));
}

TEST_F(WebhookSending, SilentReceiverBlocksOnlyItself)
{
    RawServer silent([](const ReceivedRequest &) { return Script{}; });
    listen({{send(kOk)}});
    m_limits.request = Duration{60'000};
    Webhook quiet;
    quiet.name = u"quiet"_s;
    quiet.url = silent.url();
    quiet.message = templateOf(u"{}"_s);
    quiet.events = {TaskEvent::Started};
    auto good = quiet;
    good.name = u"good"_s;
    good.url = m_server->url();
    m_sender = std::make_unique<WebhookSender>(std::vector{quiet, good}, QUrl(), *m_direct, m_clock, u"me"_s, m_limits);
    QObject::connect(m_sender.get(), &WebhookSender::happened, m_sender.get(),
                     [this](const QJsonObject &details) { m_log.push_back(details); });
    m_store->setMessages(m_sender->messages());
    m_sender->start();
    for (int i = 0; i < 20; ++i)
        report(taskCalled(u"task-%1"_s.arg(i)));
    EXPECT_TRUE(waitFor(u"sent"_s, 20));
    EXPECT_TRUE(waitUntil([&] { return silent.connections() == m_limits.atOnce; }));
}

TEST_F(WebhookSending, NewProcessSendsPendingMessages)
{
    listen({{}});
    startSending();
    report(taskCalled(u"a1"_s));
    ASSERT_TRUE(waitUntil([&] { return !m_server->requests().empty(); }));
    m_sender->stop(); // while a request is in progress
    m_sender.reset();
    m_answers = {{send(kOk)}};
    startSending();
    ASSERT_TRUE(waitFor(u"sent"_s));
    EXPECT_EQ(m_server->requests()[1].headers.value("x-lynceus-delivery"),
              m_server->requests()[0].headers.value("x-lynceus-delivery"))
        << "the receiver can detect duplicates";
}

TEST_F(WebhookSending, WebhookReceivesOnlyItsApplications)
{
    Webhook hook;
    hook.name = u"shop"_s;
    hook.message = templateOf(u"{}"_s);
    hook.events = {TaskEvent::Ended};
    hook.apps = {QRegularExpression(QRegularExpression::wildcardToRegularExpression(u"shop-*"_s))};
    m_sender = std::make_unique<WebhookSender>(std::vector{hook}, QUrl(), *m_direct, m_clock, u"me"_s);
    const auto isReported = [&](const QString &app, TaskEvent event) {
        auto task = taskCalled(u"a1"_s);
        task.task.app = app;
        return !m_sender->messages()(task, event).empty();
    };
    EXPECT_TRUE(isReported(u"shop-web"_s, TaskEvent::Ended));
    EXPECT_TRUE(isReported(u"argocd/shop-web"_s, TaskEvent::Ended));
    EXPECT_FALSE(isReported(u"shop-web"_s, TaskEvent::Started));
    EXPECT_FALSE(isReported(u"workshop-web"_s, TaskEvent::Ended));
    EXPECT_FALSE(isReported(u"shop-/web"_s, TaskEvent::Ended));
}

TEST_F(WebhookSending, SendsNothingWithoutConfiguration)
{
    m_sender = std::make_unique<WebhookSender>(std::vector<Webhook>{}, QUrl(), *m_direct, m_clock, u"me"_s);
    EXPECT_TRUE(m_sender->messages()(taskCalled(u"a1"_s), TaskEvent::Started).empty());
    EXPECT_TRUE(metrics().isEmpty());
}

} // namespace lynceus::test
