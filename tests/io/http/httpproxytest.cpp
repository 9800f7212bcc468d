#include "core/io/http/httpclient.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

/// The system's proxy for plain HTTP, as most desktops and build machines say it.
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

Result<Reply> askWith(const InstanceAccess &access)
{
    const FakeClock clock;
    HttpClient client(access, clock);
    QObject context;
    const auto future = client.get({.path = versionPath()}, &context);
    return waitFor(future) ? future.result() : badInput(u"the test's patience ended"_s);
}

Result<Reply> ask(const QUrl &url)
{
    return askWith(accessTo(url));
}

} // namespace

TEST(HttpProxy, OfAnInstanceIsUsedForItAndForNoOther)
{
    const auto saying = [](const QByteArray &who) {
        return [who](const ReceivedRequest &) -> Script { return {send(json("{\"from\":\"" + who + "\"}"))}; };
    };
    RawServer system(saying("system"));
    RawServer one(saying("one"));
    RawServer two(saying("two"));
    RawServer server(saying("server"));
    const SystemProxy inEnvironment(system.url());
    const auto through = [](const QUrl &url, ProxyChoice proxy, const QUrl &proxyUrl = {}) {
        auto access = accessTo(url);
        access.proxy = proxy;
        access.proxyUrl = proxyUrl;
        return askWith(access);
    };
    const QUrl far(u"http://argocd.invalid"_s);

    EXPECT_EQ(through(far, ProxyChoice::Explicit, one.url())->body, R"({"from":"one"})");
    EXPECT_EQ(through(far, ProxyChoice::Explicit, two.url())->body, R"({"from":"two"})");
    EXPECT_EQ(through(far, ProxyChoice::System)->body, R"({"from":"system"})");
    EXPECT_FALSE(through(far, ProxyChoice::None)) << "there is no such host";
    EXPECT_EQ(through(server.url(), ProxyChoice::Explicit, one.url())->body, R"({"from":"server"})")
        << "never for this computer";
    for (const auto *proxy : {&one, &two, &system})
        EXPECT_EQ(proxy->requests().size(), 1U);
}

TEST(HttpProxy, IsTheSystemsButNeverForLoopback)
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

TEST(HttpProxy, ThatRefusesIsToldApartFromTheServer)
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

} // namespace lynceus
