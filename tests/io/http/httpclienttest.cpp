#include "core/io/http/requests/httpclient.h"

#include "core/io/compression/gzip.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

const QByteArray kVersion = R"({"Version":"v3.6.0"})";

Script whole(const ReceivedRequest &)
{
    return {send(json(kVersion))};
}

} // namespace

class HttpClientTest : public testing::Test
{
protected:
    Result<Reply> ask(HttpClient &client, Request request = {.path = versionPath()})
    {
        const auto future = client.get(request, &m_context);
        if (!waitFor(future))
            return badInput(u"the test's patience ended"_s);
        return future.result();
    }

    FakeClock m_clock;
    QObject m_context;
};

TEST_F(HttpClientTest, SendsHeadersThatArgoCdAndGatewaysNeed)
{
    RawServer server(whole);
    auto access = accessTo(server.url());
    access.baseUrl.setPath(u"/argocd"_s);
    access.headers = {{"X-Gateway-Token", "gate"}, {"Accept", "text/html"}, {"X-Request-ID", "theirs"}};
    HttpClient client(std::move(access), m_clock);

    const auto reply = ask(client);

    ASSERT_TRUE(reply.has_value()) << qPrintable(reply.error().message);
    ASSERT_EQ(server.requests().size(), 1U);
    const auto &request = server.requests()[0];
    EXPECT_EQ(request.line, "GET /argocd/api/version HTTP/1.1");
    EXPECT_EQ(request.headers["authorization"], QByteArray("Bearer ") + kToken);
    EXPECT_EQ(request.headers["accept"], "application/json");
    EXPECT_EQ(request.headers["accept-encoding"], "gzip");
    EXPECT_EQ(request.headers["user-agent"], "lynceus/" LYNCEUS_VERSION);
    EXPECT_EQ(request.headers["x-request-id"], reply->correlationId.toLatin1());
    EXPECT_EQ(reply->correlationId.size(), 36);
    EXPECT_EQ(request.headers["x-gateway-token"], "gate");
    EXPECT_FALSE(request.headers.contains("cookie"));
    EXPECT_EQ(client.sentRequests(), 1);
}

TEST_F(HttpClientTest, SendsNoAuthorizationWithoutAToken)
{
    RawServer server(whole);
    InstanceAccess access;
    access.baseUrl = server.url();
    HttpClient client(access, m_clock);

    ASSERT_TRUE(ask(client).has_value());

    EXPECT_FALSE(server.requests()[0].headers.contains("authorization"));
}

TEST_F(HttpClientTest, StoresNoCookies)
{
    RawServer server([](const ReceivedRequest &) -> Script {
        return {send(head("200 OK", "Content-Type: application/json\r\nSet-Cookie: argocd.token=x\r\nContent-Length: 2")
                     + "{}")};
    });
    HttpClient client(accessTo(server.url()), m_clock);

    ASSERT_TRUE(ask(client).has_value());
    ASSERT_TRUE(ask(client).has_value());

    ASSERT_EQ(server.requests().size(), 2U);
    EXPECT_FALSE(server.requests()[1].headers.contains("cookie"));
    EXPECT_EQ(server.connections(), 1) << "the connection is kept";
}

TEST_F(HttpClientTest, ChecksTheAllowListBeforeSending)
{
    RawServer server(whole);
    HttpClient client(accessTo(server.url()), m_clock);

    const auto reply = ask(client, {.path = {u"/api/v1/session"_s, {}}});

    ASSERT_FALSE(reply.has_value());
    EXPECT_EQ(reply.error().kind, Error::Kind::NotAllowed);
    EXPECT_EQ(client.sentRequests(), 0);
    EXPECT_EQ(server.connections(), 0);
}

TEST_F(HttpClientTest, RejectsHeadersWithLineBreaks)
{
    RawServer server(whole);
    auto access = accessTo(server.url());
    access.headers = {{"X-Gateway", "a\r\nX-Evil: b"}};
    HttpClient gateway(access, m_clock);
    access.headers.clear();
    access.token = Secret(QByteArray("two\nlines"));
    HttpClient token(access, m_clock);

    const auto byHeader = ask(gateway);
    const auto byToken = ask(token);

    ASSERT_FALSE(byHeader.has_value());
    EXPECT_EQ(byHeader.error().kind, Error::Kind::NotAllowed);
    ASSERT_FALSE(byToken.has_value());
    EXPECT_EQ(byToken.error().kind, Error::Kind::SignInNeeded);
    EXPECT_EQ(server.connections(), 0);
}

TEST_F(HttpClientTest, SendsNoTokenToAnotherOrigin)
{
    RawServer other(whole);
    RawServer server([&other](const ReceivedRequest &) -> Script {
        return {send(head("302 Found", "Content-Length: 0\r\nLocation: " + other.url().toEncoded() + "/api/version"))};
    });
    HttpClient client(accessTo(server.url()), m_clock);

    const auto reply = ask(client);
    drainEvents();

    ASSERT_FALSE(reply.has_value());
    EXPECT_EQ(reply.error().kind, Error::Kind::NotArgoCd);
    EXPECT_EQ(other.connections(), 0);
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(HttpClientTest, IgnoresAuthenticationChallenges)
{
    RawServer server([](const ReceivedRequest &) -> Script {
        return {
            send(head("401 Unauthorized",
                      "WWW-Authenticate: Basic realm=\"gate\"\r\nContent-Type: application/json\r\nContent-Length: 2")
                 + "{}")};
    });
    HttpClient client(accessTo(server.url()), m_clock);

    const auto reply = ask(client);

    ASSERT_FALSE(reply.has_value());
    EXPECT_EQ(reply.error().kind, Error::Kind::NotArgoCd) << "a gateway asks, not Argo CD";
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(HttpClientTest, ReportsTheMessageOfAnErrorBody)
{
    RawServer server([](const ReceivedRequest &) -> Script {
        const QByteArray body = R"({"error":"permission denied","code":7,"message":"permission denied"})";
        return {send(head("403 Forbidden",
                          "Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                              + QByteArray::number(gzipped(body).size()))
                     + gzipped(body))};
    });
    HttpClient client(accessTo(server.url()), m_clock);

    const auto reply = ask(client);

    ASSERT_FALSE(reply.has_value());
    EXPECT_EQ(reply.error().kind, Error::Kind::Forbidden);
    EXPECT_EQ(reply.error().httpStatus, 403);
    EXPECT_TRUE(reply.error().message.contains("permission denied"_L1)) << qPrintable(reply.error().message);
}

TEST_F(HttpClientTest, TruncatedRefusalIsARefusal)
{
    RawServer server([](const ReceivedRequest &) -> Script {
        return {send(head("401 Unauthorized", "Content-Type: application/json\r\nContent-Length: 99") + "{\"err"),
                finish()};
    });
    HttpClient client(accessTo(server.url()), m_clock);

    const auto reply = ask(client);

    ASSERT_FALSE(reply.has_value());
    EXPECT_EQ(reply.error().kind, Error::Kind::SignInNeeded) << qPrintable(reply.error().message);
}

TEST_F(HttpClientTest, ReportsClosedPortsAndUnknownHostsAsUnreachable)
{
    QUrl closed;
    {
        const RawServer gone(whole);
        closed = gone.url();
    }
    HttpClient refused(accessTo(closed), m_clock);
    HttpClient unknown(accessTo(QUrl(u"http://no-such-host.invalid"_s)), m_clock);

    const auto refusedAnswer = ask(refused);
    const auto byNoName = ask(unknown);

    ASSERT_FALSE(refusedAnswer.has_value());
    EXPECT_EQ(refusedAnswer.error().kind, Error::Kind::Unreachable);
    EXPECT_TRUE(refusedAnswer.error().retryable);
    ASSERT_FALSE(byNoName.has_value());
    EXPECT_EQ(byNoName.error().kind, Error::Kind::Unreachable);
    EXPECT_TRUE(byNoName.error().message.contains("no-such-host.invalid"_L1)) << qPrintable(byNoName.error().message);
}

TEST_F(HttpClientTest, RetriesAfterAKeptAliveConnectionWasClosed)
{
    RawServer server(whole);
    HttpClient client(accessTo(server.url()), m_clock);
    ASSERT_TRUE(ask(client).has_value());
    server.finishAll(); // while no request is in progress

    const auto second = ask(client);

    ASSERT_TRUE(second.has_value()) << qPrintable(second.error().message);
    EXPECT_EQ(server.connections(), 2);
}

} // namespace lynceus
