#include "core/io/http/requests/tokensource.h"

#include "core/io/http/requests/streamconnection.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/logcapture.h"
#include "tests/support/waiting.h"

#include <QPointer>
#include <QTimer>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

/// Returns "token-0", "token-1", …. A refused token is renewed when the test says so.
class CountingTokens final : public TokenSource
{
public:
    void ask(std::optional<quint64> refused, QObject *context, Answer answer) override
    {
        if (!refused || *refused < generation) {
            answer(now());
            return;
        }
        waiting.push_back({context, std::move(answer)});
        if (waiting.size() == 1)
            ++renewals;
        if (renewsAtOnce)
            renew();
    }
    void takeRenewed(quint64 of, Secret token) override
    {
        renewedOf = of;
        renewedToken = token.reveal();
    }

    void renew()
    {
        ++generation;
        settle([this] { return Result<BearerToken>(now()); });
    }
    void refuse(const Error &error)
    {
        settle([&error] { return Result<BearerToken>(tl::unexpected(error)); });
    }

    quint64 generation = 0;
    int renewals = 0;
    bool renewsAtOnce = true;
    std::optional<quint64> renewedOf;
    QByteArray renewedToken;
    struct Waiting
    {
        QPointer<QObject> context;
        Answer answer;
    };
    std::vector<Waiting> waiting;

private:
    [[nodiscard]] BearerToken now() const
    {
        return {Secret(QByteArray("token-" + QByteArray::number(generation))), generation};
    }
    template<typename Value>
    void settle(Value value)
    {
        for (auto &one : std::exchange(waiting, {})) {
            if (one.context)
                one.answer(value());
        }
    }
};

/// Accepts only @p token.
RawServer::Answer accepting(const QByteArray &token, const QByteArray &more = {})
{
    return [token, more](const ReceivedRequest &request) -> Script {
        if (request.headers["authorization"] != "Bearer " + token)
            return {send(answer("401 Unauthorized", "application/json",
                                R"({"error":"invalid session","code":16,"message":"invalid session"})"))};
        const QByteArray body = R"({"Version":"v3.6.0"})";
        return {send(head("200 OK", "Content-Type: application/json\r\n" + more + length(body.size())) + body)};
    };
}

} // namespace

class TokenSourceTest : public testing::Test
{
protected:
    [[nodiscard]] InstanceAccess access(const RawServer &server) const
    {
        auto access = accessTo(server.url());
        access.token = {};
        access.tokens = m_tokens;
        return access;
    }

    FakeClock m_clock;
    QObject m_context;
    std::shared_ptr<CountingTokens> m_tokens = std::make_shared<CountingTokens>();
};

TEST_F(TokenSourceTest, RejectedRequestIsHeldRenewedOnceAndRetried)
{
    RawServer server(accepting("token-1"));
    HttpClient client(access(server), m_clock);

    const auto future = client.get({.path = versionPath()}, &m_context);

    ASSERT_TRUE(waitFor(future));
    ASSERT_TRUE(future.result().has_value()) << qPrintable(future.result().error().message);
    ASSERT_EQ(server.requests().size(), 2U);
    EXPECT_EQ(server.requests()[0].headers["authorization"], "Bearer token-0");
    EXPECT_EQ(server.requests()[1].headers["authorization"], "Bearer token-1");
    EXPECT_EQ(server.requests()[0].headers["x-request-id"], server.requests()[1].headers["x-request-id"]);
    EXPECT_EQ(m_tokens->renewals, 1);
}

TEST_F(TokenSourceTest, ManyRejectedRequestsCauseOneRenewal)
{
    RawServer server(accepting("token-1"));
    m_tokens->renewsAtOnce = false;
    HttpClient client(access(server), m_clock);
    std::vector<QFuture<Result<Reply>>> futures;
    for (int i = 0; i < 20; ++i)
        futures.push_back(client.get({.path = versionPath()}, &m_context));

    ASSERT_TRUE(waitUntil([this] { return m_tokens->waiting.size() == 20; }));
    for (const auto &future : futures)
        EXPECT_FALSE(future.isFinished());
    m_tokens->renew();

    for (const auto &future : futures) {
        ASSERT_TRUE(waitFor(future));
        EXPECT_TRUE(future.result().has_value());
    }
    EXPECT_EQ(m_tokens->renewals, 1);
    EXPECT_EQ(server.requests().size(), 40U);
}

TEST_F(TokenSourceTest, RequestRejectedTwiceFails)
{
    RawServer server(accepting("another"));
    HttpClient client(access(server), m_clock);

    const auto future = client.get({.path = versionPath()}, &m_context);

    ASSERT_TRUE(waitFor(future));
    ASSERT_FALSE(future.result().has_value());
    EXPECT_EQ(future.result().error().kind, Error::Kind::SignInNeeded);
    EXPECT_EQ(server.requests().size(), 2U);
}

TEST_F(TokenSourceTest, GatewayRefusalIsReportedIfNoTokenHelps)
{
    const QByteArray page = "<html><head><title>ACME sign in</title></head></html>";
    RawServer server([&](const ReceivedRequest &) {
        return Script{
            send(head("401 Unauthorized",
                      "Content-Type: text/html\r\nWWW-Authenticate: Basic realm=\"x\"\r\n" + length(page.size()))
                 + page)};
    });
    m_tokens->renewsAtOnce = false;
    HttpClient client(access(server), m_clock);
    const auto future = client.get({.path = versionPath()}, &m_context);
    StreamConnection stream(access(server), listStreamPath({}, {}), m_clock);
    std::optional<Error> ended;
    QObject::connect(&stream, &StreamConnection::ended, &stream, [&](const Error &error) { ended = error; });
    stream.open();
    ASSERT_TRUE(waitUntil([this] { return m_tokens->waiting.size() == 2; }));

    m_tokens->refuse({Error::Kind::SignInNeeded, {}, u"signed out"_s, false, 401});

    ASSERT_TRUE(waitFor(future));
    ASSERT_TRUE(waitUntil([&] { return ended.has_value(); }));
    for (const auto &error : {future.result().error(), *ended}) {
        EXPECT_EQ(error.kind, Error::Kind::NotArgoCd);
        EXPECT_TRUE(error.message.contains(u"Basic realm “x”, page “ACME sign in”"_s)) << error.message.toStdString();
    }
}

TEST_F(TokenSourceTest, RequestReportsTheSourcesError)
{
    RawServer server(accepting("another"));
    m_tokens->renewsAtOnce = false;
    HttpClient client(access(server), m_clock);
    const auto future = client.get({.path = versionPath()}, &m_context);
    ASSERT_TRUE(waitUntil([this] { return m_tokens->waiting.size() == 1; }));

    m_tokens->refuse({Error::Kind::Unreachable, {}, u"the provider is away"_s, true, 0});

    ASSERT_TRUE(waitFor(future));
    ASSERT_FALSE(future.result().has_value());
    EXPECT_EQ(future.result().error().kind, Error::Kind::Unreachable);
    EXPECT_EQ(future.result().error().asked, u"GET /api/version"_s);
}

TEST_F(TokenSourceTest, HeldRequestEndsWithContextOrDeadline)
{
    RawServer server(accepting("another"));
    m_tokens->renewsAtOnce = false;
    HttpClient client(access(server), m_clock);
    auto context = std::make_unique<QObject>();
    const auto abandoned = client.get({.path = versionPath()}, context.get());
    ASSERT_TRUE(waitUntil([this] { return m_tokens->waiting.size() == 1; }));
    context.reset();
    EXPECT_TRUE(abandoned.isCanceled());

    const auto late = client.get({.path = versionPath(), .deadline = Duration(300)}, &m_context);
    ASSERT_TRUE(waitFor(late));
    ASSERT_FALSE(late.result().has_value());
    EXPECT_EQ(late.result().error().kind, Error::Kind::TimedOut);
    drainEvents();
    m_tokens->renew(); // the request has already ended
    drainEvents();
}

TEST_F(TokenSourceTest, NewerServerTokenIsForwardedAndNotLogged)
{
    const LogCapture log;
    RawServer server(accepting("token-0", "Grpc-Metadata-Renew-Token: planted.renewed.token\r\n"));
    HttpClient client(access(server), m_clock);

    const auto future = client.get({.path = versionPath()}, &m_context);

    ASSERT_TRUE(waitFor(future));
    EXPECT_EQ(m_tokens->renewedToken, "planted.renewed.token");
    EXPECT_EQ(m_tokens->renewedOf, 0U);
    EXPECT_FALSE(log.text().contains(u"planted"));
}

TEST_F(TokenSourceTest, StreamIsReopenedWithTheRenewedToken)
{
    RawServer server([](const ReceivedRequest &request) -> Script {
        if (request.headers["authorization"] != "Bearer token-1")
            return {send(answer("401 Unauthorized", "application/json", R"({"code":16,"message":"invalid session"})"))};
        return {send(head("200 OK", "Content-Type: text/event-stream") + "data: {\"result\":{}}\n\n")};
    });
    StreamConnection stream(access(server), listStreamPath({}, {}), m_clock);
    int frames = 0;
    QObject::connect(&stream, &StreamConnection::frameArrived, &m_context, [&frames] { ++frames; });

    stream.open();

    EXPECT_TRUE(waitUntil([&frames] { return frames == 1; }));
    EXPECT_EQ(server.requests().size(), 2U);
    EXPECT_EQ(m_tokens->renewals, 1);
}

TEST_F(TokenSourceTest, StreamRejectedTwiceEnds)
{
    RawServer server(accepting("another"));
    StreamConnection stream(access(server), listStreamPath({}, {}), m_clock);
    std::optional<Error> ended;
    QObject::connect(&stream, &StreamConnection::ended, &m_context, [&ended](const Error &error) { ended = error; });

    stream.open();

    ASSERT_TRUE(waitUntil([&ended] { return ended.has_value(); }));
    EXPECT_EQ(ended->kind, Error::Kind::SignInNeeded);
    EXPECT_EQ(server.requests().size(), 2U);
}

} // namespace lynceus
