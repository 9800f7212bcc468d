#include "core/domain/http/requesthead.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QByteArray headFor(const QString &url, RequestTarget target = RequestTarget::Path, QByteArrayView method = "GET")
{
    return requestHead(method, QUrl(url), target, {}, 5).value_or("not sent");
}

} // namespace

TEST(RequestHead, NamesPathAndHost)
{
    const auto host = [](const QByteArray &line, const QByteArray &name) {
        return line + " HTTP/1.1\r\nHost: " + name + "\r\n\r\n";
    };
    EXPECT_EQ(headFor(u"https://h.example"_s), host("GET /", "h.example"));
    EXPECT_EQ(headFor(u"https://h.example:443/a%2Fb/c?d=e%20f#g"_s), host("GET /a%2Fb/c?d=e%20f", "h.example"));
    EXPECT_EQ(headFor(u"http://h.example:443/"_s), host("GET /", "h.example:443"));
    EXPECT_EQ(headFor(u"http://ada:secret@h.example/"_s), host("GET /", "h.example"));
    EXPECT_EQ(headFor(u"http://[::1]:8080/"_s), host("GET /", "[::1]:8080"));
    EXPECT_EQ(headFor(u"http://b\u00fccher.example/\u00fc?\u00fc"_s),
              host("GET /%C3%BC?%C3%BC", "xn--bcher-kva.example"));
    EXPECT_EQ(headFor(u"http://h.example/?"_s), host("GET /?", "h.example"));
}

TEST(RequestHead, NamesTheFullUrlForAProxy)
{
    EXPECT_EQ(headFor(u"http://ada:secret@h.example:8080/a?b"_s, RequestTarget::Url),
              "GET http://h.example:8080/a?b HTTP/1.1\r\nHost: h.example:8080\r\n\r\n");
}

TEST(RequestHead, RequestsAProxyTunnelWithPassword)
{
    EXPECT_EQ(connectHead(u"h.example"_s, 443, *parseProxy(u"one:3128"_s)),
              "CONNECT h.example:443 HTTP/1.1\r\nHost: h.example:443\r\nUser-Agent: lynceus/" LYNCEUS_VERSION
              "\r\n\r\n");
    const auto head = connectHead(u"::1"_s, 8443, *parseProxy(u"http://bob:p%40ss@one:3128"_s));
    EXPECT_TRUE(head.startsWith("CONNECT [::1]:8443 HTTP/1.1\r\n")) << head.toStdString();
    EXPECT_TRUE(head.contains("\r\nProxy-Authorization: Basic " + QByteArray("bob:p@ss").toBase64() + "\r\n\r\n"));
}

TEST(RequestHead, ContainsTheBodyLength)
{
    EXPECT_EQ(headFor(u"http://h.example/"_s, RequestTarget::Path, "POST"),
              "POST / HTTP/1.1\r\nHost: h.example\r\nContent-Length: 5\r\n\r\n");
}

TEST(RequestHead, ContainsNoLineBreaks)
{
    const QUrl url(u"http://h.example/"_s);
    for (const QByteArray &value :
         {QByteArray("a\r\nX-Evil: b"), QByteArray("a\nb"), QByteArray("a\rb"), QByteArray("a\0b", 3)}) {
        HttpHeaders headers;
        headers.set("X-Gateway", value);
        const auto head = requestHead("GET", url, RequestTarget::Path, headers, 0);
        ASSERT_FALSE(head);
        EXPECT_EQ(head.error().kind, Error::Kind::NotAllowed);
        EXPECT_TRUE(head.error().message.contains(u"X-Gateway"_s));
        EXPECT_FALSE(head.error().message.contains(u"Evil"_s));
    }
    for (const QByteArray &name : {QByteArray(""), QByteArray("X Y"), QByteArray("X:"), QByteArray("X\r\nY")}) {
        HttpHeaders headers;
        headers.append(name, "a");
        EXPECT_FALSE(requestHead("GET", url, RequestTarget::Path, headers, 0)) << name.toStdString();
    }
    for (const QByteArray &method : {QByteArray("GET /x HTTP/1.1\r\nA:"), QByteArray("")})
        EXPECT_FALSE(requestHead(method, url, RequestTarget::Path, {}, 0));
    EXPECT_FALSE(requestHead("GET", QUrl(), RequestTarget::Path, {}, 0));
    for (const auto &address : {u"http://h.example/a\r\nX-Evil: b"_s, u"http://h.example/?a\r\nX-Evil: b"_s}) {
        const auto head = requestHead("GET", QUrl(address), RequestTarget::Path, {}, 0);
        EXPECT_TRUE(!head || !head->contains("\nX-Evil")) << head->toStdString();
    }
}

} // namespace lynceus
