#include "core/domain/http/proxyenvironment.h"

#include <QHash>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Environment = QHash<QByteArray, QString>;

/// "direct", "http one:3128", "socks5 one:1080" or "error".
std::string wayTo(const QString &url, const Environment &environment)
{
    const auto proxy =
        proxyFor(QUrl(url), proxyVariables([&environment](const char *name) { return environment.value(name); }));
    if (!proxy)
        return "error";
    if (!*proxy)
        return "direct";
    const auto kind = (*proxy)->kind == ProxyServer::Kind::Http ? u"http "_s : u"socks5 "_s;
    return (kind + (*proxy)->text()).toStdString();
}

struct Case
{
    const char *url;
    Environment environment;
    const char *way;
};

const QString kOne = u"http://one:3128"_s;
const QString kTwo = u"http://two:3128"_s;

} // namespace

TEST(ProxyEnvironment, ChoosesTheVariableLikeCurlAndGo)
{
    for (const auto &c : {
             Case{"http://h.example", {}, "direct"},
             Case{"http://h.example", {{"http_proxy", kOne}}, "http one:3128"},
             Case{"http://h.example", {{"HTTP_PROXY", kOne}}, "http one:3128"},
             Case{"http://h.example", {{"http_proxy", kOne}, {"HTTP_PROXY", kTwo}}, "http one:3128"},
             Case{"http://h.example", {{"http_proxy", u" "_s}, {"HTTP_PROXY", kTwo}}, "http two:3128"},
             Case{"http://h.example", {{"https_proxy", kOne}}, "direct"},
             Case{"https://h.example", {{"http_proxy", kOne}, {"HTTP_PROXY", kTwo}}, "direct"},
             Case{"https://h.example", {{"https_proxy", kOne}}, "http one:3128"},
             Case{"https://h.example", {{"HTTPS_PROXY", kOne}}, "http one:3128"},
             Case{"https://h.example", {{"all_proxy", kOne}}, "http one:3128"},
             Case{"http://h.example", {{"ALL_PROXY", kOne}}, "http one:3128"},
             Case{"http://h.example", {{"all_proxy", kOne}, {"HTTP_PROXY", kTwo}}, "http two:3128"},
             // Never for this computer.
             Case{"http://localhost:8080", {{"http_proxy", kOne}}, "direct"},
             Case{"http://argocd.localhost.", {{"http_proxy", kOne}}, "direct"},
             Case{"http://127.1.2.3", {{"http_proxy", kOne}}, "direct"},
             Case{"https://[::1]:8080", {{"all_proxy", kOne}}, "direct"},
         }) {
        EXPECT_EQ(wayTo(QString::fromLatin1(c.url), c.environment), c.way) << c.url;
    }
}

TEST(ProxyEnvironment, ReadsTheProxysAddress)
{
    const auto through = [](const QString &value) { return wayTo(u"http://h.example"_s, {{"http_proxy", value}}); };
    EXPECT_EQ(through(u"one:3128"_s), "http one:3128");
    EXPECT_EQ(through(u"one"_s), "http one:80");
    EXPECT_EQ(through(u"127.0.0.1:3128"_s), "http 127.0.0.1:3128");
    EXPECT_EQ(through(u"HTTP://One:3128/"_s), "http one:3128");
    EXPECT_EQ(through(u"http://[::1]:3128"_s), "http [::1]:3128");
    EXPECT_EQ(through(u"socks5://one"_s), "socks5 one:1080");
    EXPECT_EQ(through(u"socks5h://one:9050"_s), "socks5 one:9050");
    for (const auto &wrong : {u"https://one:3128"_s, u"socks4://one"_s, u"http://"_s, u"http://one:99999"_s,
                              u"http://one:0"_s, u"ftp://one"_s})
        EXPECT_EQ(through(wrong), "error") << wrong.toStdString();
}

TEST(ProxyEnvironment, ReadsUserAndPassword)
{
    const auto proxy = parseProxy(u"http://bob:p%40ss%3Aword@one:3128/"_s);
    ASSERT_TRUE(proxy);
    EXPECT_EQ(proxy->user, "bob");
    EXPECT_EQ(proxy->password.reveal(), "p@ss:word");
    EXPECT_EQ(proxy->text(), u"one:3128"_s);
    EXPECT_TRUE(parseProxy(u"one:3128"_s)->user.isEmpty());
}

TEST(ProxyEnvironment, NamesTheVariableAndNoPassword)
{
    const auto proxy = proxyFor(QUrl(u"https://h.example"_s), {.https = u"https://bob:planted-secret@one:3128"_s});
    ASSERT_FALSE(proxy);
    EXPECT_EQ(proxy.error().kind, Error::Kind::Unreachable);
    EXPECT_FALSE(proxy.error().retryable);
    EXPECT_TRUE(proxy.error().message.contains(u"https_proxy"_s)) << proxy.error().message.toStdString();
    EXPECT_FALSE(proxy.error().message.contains(u"planted"_s)) << proxy.error().message.toStdString();
}

TEST(ProxyEnvironment, ExemptsHostsInNoProxy)
{
    struct Exempt
    {
        const char *noProxy;
        const char *url;
        bool isExempt;
    };
    for (const auto &c : {
             Exempt{"", "http://h.example", false},
             Exempt{"*", "http://h.example", true},
             Exempt{"a, *", "http://h.example", true},
             // Names and their subdomains.
             Exempt{"h.example", "http://h.example", true},
             Exempt{"h.example", "https://h.example:8443/a?b", true},
             Exempt{"H.Example", "http://h.EXAMPLE", true},
             Exempt{"h.example.", "http://h.example", true},
             Exempt{"h.example", "http://h.example.", true},
             Exempt{"acme.example", "http://argocd.acme.example", true},
             Exempt{".acme.example", "http://argocd.acme.example", true},
             Exempt{".acme.example", "http://acme.example", true},
             Exempt{"*.acme.example", "http://argocd.acme.example", true},
             Exempt{"localhost,.acme.example", "http://argocd.acme.example", true},
             Exempt{"localhost acme.example\tx", "http://argocd.acme.example", true},
             Exempt{"acme.example", "http://xacme.example", false},
             Exempt{"cd.acme.example,xargocd.acme.example", "http://argocd.acme.example", false},
             Exempt{"argocd", "http://argocd.acme.example", false},
             Exempt{".", "http://h.example", false},
             Exempt{"b\xc3\xbc"
                    "cher.example",
                    "http://xn--bcher-kva.example", true},
             // Ports.
             Exempt{"h.example:8080", "http://h.example:8080", true},
             Exempt{"h.example:80", "http://h.example", true},
             Exempt{"h.example:443", "https://h.example", true},
             Exempt{"h.example:8080", "http://h.example", false},
             Exempt{".acme.example:8080", "http://argocd.acme.example:8080", true},
             Exempt{"[2001:db8::1]:8080", "http://[2001:db8::1]:8080", true},
             Exempt{"[2001:db8::1]:8080", "http://[2001:db8::1]", false},
             // IP addresses and networks.
             Exempt{"10.1.2.3", "http://10.1.2.3", true},
             Exempt{"10.1.2.3", "http://10.1.2.33", false},
             Exempt{"2.3", "http://10.1.2.3", false},
             Exempt{"2001:DB8:0::1", "http://[2001:db8::1]", true},
             Exempt{"[2001:db8::1]", "http://[2001:db8::1]", true},
             Exempt{"10.0.0.0/8", "http://10.1.2.3", true},
             Exempt{"10.0.0.0/8", "http://11.1.2.3", false},
             Exempt{"10.0.0.0/8", "http://ten.example", false},
             Exempt{"fd00::/8", "http://[fd12::1]", true},
             Exempt{"fd00::/8", "http://[fe80::1]", false},
             Exempt{"10.0.0.0/", "http://10.1.2.3", false},
             Exempt{"10.0.0.0/99", "http://10.1.2.3", false},
         }) {
        EXPECT_EQ(isExempt(QUrl(QString::fromUtf8(c.url)), QString::fromUtf8(c.noProxy)), c.isExempt)
            << "no_proxy=" << c.noProxy << " " << c.url;
    }
}

TEST(ProxyEnvironment, ExemptsForEveryVariable)
{
    EXPECT_EQ(wayTo(u"http://h.example"_s, {{"all_proxy", kOne}, {"NO_PROXY", u"h.example"_s}}), "direct");
    EXPECT_EQ(wayTo(u"http://h.example"_s, {{"HTTP_PROXY", kOne}, {"no_proxy", u"h.example"_s}}), "direct");
    EXPECT_EQ(wayTo(u"https://h.example"_s, {{"https_proxy", u"nonsense://"_s}, {"no_proxy", u"*"_s}}), "direct");
}

} // namespace lynceus
