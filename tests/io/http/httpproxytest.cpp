#include "core/io/http/requests/httpclient.h"
#include "core/io/http/requests/streamconnection.h"
#include "tests/io/http/wire.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/floodserver.h"
#include "tests/support/tunnelproxy.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

/// The system's proxy for plain HTTP, as most desktops and build machines configure it.
class SystemProxy final
{
public:
    explicit SystemProxy(const QUrl &url)
        : m_before(qgetenv("http_proxy"))
    {
        qputenv("http_proxy", url.toEncoded());
    }
    ~SystemProxy() { m_before.isEmpty() ? qunsetenv("http_proxy") : qputenv("http_proxy", m_before); }
    SystemProxy(const SystemProxy &) = delete;
    SystemProxy &operator=(const SystemProxy &) = delete;

private:
    QByteArray m_before;
};

Result<Reply> requestWithToken(const InstanceAccess &access)
{
    const FakeClock clock;
    HttpClient client(access, clock);
    QObject context;
    const auto future = client.get({.path = versionPath()}, &context);
    return waitFor(future) ? future.result() : badInput(u"the test's patience ended"_s);
}

Result<Reply> ask(const QUrl &url)
{
    return requestWithToken(accessTo(url));
}

} // namespace

TEST(HttpProxy, InstanceProxyIsUsedOnlyForItsInstance)
{
    const auto answerFrom = [](const QByteArray &who) {
        return [who](const ReceivedRequest &) -> Script { return {send(json("{\"from\":\"" + who + "\"}"))}; };
    };
    RawServer system(answerFrom("system"));
    RawServer one(answerFrom("one"));
    RawServer two(answerFrom("two"));
    RawServer server(answerFrom("server"));
    const SystemProxy inEnvironment(system.url());
    const auto through = [](const QUrl &url, ProxyChoice proxy, const QUrl &proxyUrl = {}) {
        auto access = accessTo(url);
        access.proxy = proxy;
        access.proxyUrl = proxyUrl;
        return requestWithToken(access);
    };
    const QUrl far(u"http://argocd.invalid"_s);

    EXPECT_EQ(through(far, ProxyChoice::Explicit, one.url())->body, R"({"from":"one"})");
    EXPECT_EQ(through(far, ProxyChoice::Explicit, two.url())->body, R"({"from":"two"})");
    EXPECT_EQ(through(far, ProxyChoice::System)->body, R"({"from":"system"})");
    EXPECT_FALSE(through(far, ProxyChoice::None)) << "the host does not exist";
    EXPECT_EQ(through(server.url(), ProxyChoice::Explicit, one.url())->body, R"({"from":"server"})")
        << "no proxy for this computer";
    for (const auto *proxy : {&one, &two, &system})
        EXPECT_EQ(proxy->requests().size(), 1U);
}

TEST(HttpProxy, UsesTheSystemProxyExceptForLoopback)
{
    RawServer proxy([](const ReceivedRequest &) -> Script { return {send(json(R"({"from":"proxy"})"))}; });
    RawServer server([](const ReceivedRequest &) -> Script { return {send(json(R"({"from":"server"})"))}; });
    const SystemProxy system(proxy.url());

    const auto far = ask(QUrl(u"http://argocd.invalid"_s));
    ASSERT_TRUE(far.has_value()) << qPrintable(far.error().message);
    EXPECT_EQ(far->body, R"({"from":"proxy"})");
    EXPECT_EQ(proxy.requests().at(0).line, "GET http://argocd.invalid/api/version HTTP/1.1");

    for (const auto &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        const auto near = ask(server.url(host));
        ASSERT_TRUE(near.has_value()) << qPrintable(near.error().message);
        EXPECT_EQ(near->body, R"({"from":"server"})");
    }
    EXPECT_EQ(proxy.requests().size(), 1U);
}

TEST(HttpProxy, DistinguishesProxyRefusalFromServerRefusal)
{
    RawServer asking([](const ReceivedRequest &) -> Script {
        return {send(head("407 Proxy Authentication Required",
                          "Proxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0"))};
    });
    QUrl closed;
    {
        const RawServer gone([](const ReceivedRequest &) { return Script(); });
        closed = gone.url();
    }
    for (const auto &url : {asking.url(), closed}) {
        const SystemProxy system(url);
        const auto reply = ask(QUrl(u"http://argocd.invalid"_s));
        ASSERT_FALSE(reply.has_value());
        EXPECT_EQ(reply.error().kind, Error::Kind::Unreachable) << qPrintable(reply.error().message);
        EXPECT_TRUE(reply.error().message.contains("proxy"_L1, Qt::CaseInsensitive))
            << qPrintable(reply.error().message);
    }
}

namespace {

/// Sets the proxy variables of this process, and restores them at the end.
class ProxyEnvironmentOf final
{
public:
    explicit ProxyEnvironmentOf(const QHash<QByteArray, QByteArray> &wanted)
    {
        for (const auto *name : {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
                                 "no_proxy", "NO_PROXY"}) {
            if (qEnvironmentVariableIsSet(name))
                m_before.insert(name, qgetenv(name));
            m_names.append(name);
            wanted.contains(name) ? qputenv(name, wanted.value(name)) : qunsetenv(name);
        }
    }
    ~ProxyEnvironmentOf()
    {
        for (const auto &name : m_names)
            m_before.contains(name) ? qputenv(name.constData(), m_before.value(name)) : qunsetenv(name.constData());
    }
    ProxyEnvironmentOf(const ProxyEnvironmentOf &) = delete;
    ProxyEnvironmentOf &operator=(const ProxyEnvironmentOf &) = delete;

private:
    QByteArrayList m_names;
    QHash<QByteArray, QByteArray> m_before;
};

QByteArray withLogin(QUrl url)
{
    url.setUserInfo(u"bob:p%40ss"_s, QUrl::StrictMode);
    return url.toEncoded();
}

} // namespace

class HttpTunnel : public testing::TestWithParam<TunnelProxy::Kind>
{
protected:
    RawServer::Identity m_identity = makeIdentity({"DNS:argocd.invalid"});
    RawServer m_server{[](const ReceivedRequest &request) -> Script {
                           if (request.line.contains("/stream/"))
                               return {send(head("200 OK", "Content-Type: text/event-stream") + ":\n\n")};
                           return {send(json("{}"))};
                       },
                       m_identity};
    TunnelProxy m_proxy{GetParam(), m_server.serverPort()};
    FakeClock m_clock;

    [[nodiscard]] InstanceAccess access() const
    {
        auto access = accessTo(QUrl(u"https://argocd.invalid"_s));
        access.authorities = {m_identity.certificate};
        return access;
    }
};

TEST_P(HttpTunnel, CarriesRequestsAndStreamsToAHostResolvedByTheProxy)
{
    const ProxyEnvironmentOf environment({{"HTTPS_PROXY", m_proxy.url().toEncoded()}});
    const auto reply = requestWithToken(access());
    ASSERT_TRUE(reply.has_value()) << qPrintable(reply.error().message);
    StreamConnection stream(access(), listStreamPath(u"1"_s, {}), m_clock);
    int keepalives = 0;
    QObject::connect(&stream, &StreamConnection::keepaliveArrived, &stream, [&keepalives] { ++keepalives; });
    stream.open();
    EXPECT_TRUE(waitUntil([&keepalives] { return keepalives > 0; }));
    EXPECT_EQ(m_proxy.asked(), (QByteArrayList{"argocd.invalid:443", "argocd.invalid:443"}));
    EXPECT_FALSE(m_proxy.received().contains(kToken)) << "the proxy sees no request";
}

TEST_P(HttpTunnel, SendsUserAndPasswordOnlyToTheProxy)
{
    m_proxy.demand("bob", "p@ss");
    {
        const ProxyEnvironmentOf environment({{"all_proxy", withLogin(m_proxy.url())}});
        const auto reply = requestWithToken(access());
        ASSERT_TRUE(reply.has_value()) << qPrintable(reply.error().message);
        ASSERT_EQ(m_server.requests().size(), 1U);
        EXPECT_FALSE(m_server.requests()[0].headers.contains("proxy-authorization"));
    }
    const ProxyEnvironmentOf environment({{"all_proxy", m_proxy.url().toEncoded()}});
    const auto refused = requestWithToken(access());
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, Error::Kind::Unreachable);
    EXPECT_TRUE(refused.error().message.contains(u"user name and password"_s)) << qPrintable(refused.error().message);
    EXPECT_EQ(m_server.requests().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(All, HttpTunnel, testing::Values(TunnelProxy::Kind::Connect, TunnelProxy::Kind::Socks5),
                         [](const auto &parameter) {
                             return parameter.param == TunnelProxy::Kind::Connect ? "Connect" : "Socks5";
                         });

TEST(HttpProxy, ProxyPasswordIsSentOnlyToTheProxy)
{
    RawServer proxy([](const ReceivedRequest &) -> Script { return {send(json("{}"))}; });
    RawServer server([](const ReceivedRequest &) -> Script { return {send(json("{}"))}; });
    const ProxyEnvironmentOf environment({{"http_proxy", withLogin(proxy.url())}, {"no_proxy", "other.invalid"}});
    ASSERT_TRUE(ask(QUrl(u"http://argocd.invalid:8080"_s)).has_value());
    ASSERT_TRUE(ask(server.url()).has_value());
    ASSERT_EQ(proxy.requests().size(), 1U);
    EXPECT_EQ(proxy.requests()[0].line, "GET http://argocd.invalid:8080/api/version HTTP/1.1");
    EXPECT_EQ(proxy.requests()[0].headers["host"], "argocd.invalid:8080");
    EXPECT_EQ(proxy.requests()[0].headers["proxy-authorization"], "Basic " + QByteArray("bob:p@ss").toBase64());
    EXPECT_FALSE(server.requests().at(0).headers.contains("proxy-authorization"));
    EXPECT_FALSE(ask(QUrl(u"http://other.invalid"_s)).has_value());
    EXPECT_EQ(proxy.requests().size(), 1U);
}

TEST(HttpProxy, UnusableProxyIsAnErrorWithoutDirectConnection)
{
    RawServer server([](const ReceivedRequest &) -> Script { return {send(json("{}"))}; });
    const ProxyEnvironmentOf environment({{"http_proxy", "https://bob:planted-secret@proxy.invalid:3128"}});
    const auto reply = ask(QUrl(u"http://argocd.invalid"_s));
    ASSERT_FALSE(reply.has_value());
    EXPECT_EQ(reply.error().kind, Error::Kind::Unreachable);
    EXPECT_TRUE(reply.error().message.contains(u"http_proxy"_s)) << qPrintable(reply.error().message);
    EXPECT_FALSE(reply.error().message.contains(u"planted"_s)) << qPrintable(reply.error().message);
}

TEST(HttpProxy, EndlessProxyAnswerIsAborted)
{
    const FloodServer proxy({"EndlessHead", "HTTP/1.1 200 OK\r\n", QByteArray("X-A: b\r\n").repeated(8000)});
    const ProxyEnvironmentOf environment({{"https_proxy", proxy.url().toEncoded()}});
    const auto reply = ask(QUrl(u"https://argocd.invalid"_s));
    ASSERT_FALSE(reply.has_value());
    EXPECT_EQ(reply.error().kind, Error::Kind::Unreachable);
    EXPECT_TRUE(reply.error().message.contains(u"proxy"_s)) << qPrintable(reply.error().message);
}

} // namespace lynceus
