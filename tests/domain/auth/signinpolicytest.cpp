#include "core/domain/auth/signinpolicy.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

SignInPlaces places(const QString &scheme = u"https"_s)
{
    SignInPlaces places;
    places.baseUrl = QUrl(scheme + u"://argocd.example/team"_s);
    places.issuer = scheme + u"://login.example/realm"_s;
    places.provider.issuer = places.issuer;
    places.provider.authorizationEndpoint = QUrl(places.issuer + u"/auth"_s);
    places.provider.tokenEndpoint = QUrl(places.issuer + u"/token"_s);
    places.provider.deviceEndpoint = QUrl(places.issuer + u"/device"_s);
    places.provider.keysEndpoint = QUrl(places.issuer + u"/keys"_s);
    places.provider.revocationEndpoint = QUrl(places.issuer + u"/revoke"_s);
    return places;
}

struct Call
{
    SignInCall call;
    QByteArray method;
    QString url;
};

const std::vector<Call> &allowed()
{
    static const std::vector<Call> calls{
        {SignInCall::Discovery, "GET", u"https://login.example/realm/.well-known/openid-configuration"_s},
        {SignInCall::Keys, "GET", u"https://login.example/realm/keys"_s},
        {SignInCall::Token, "POST", u"https://login.example/realm/token"_s},
        {SignInCall::Device, "POST", u"https://login.example/realm/device"_s},
        {SignInCall::Revocation, "POST", u"https://login.example/realm/revoke"_s},
        {SignInCall::Session, "POST", u"https://argocd.example/team/api/v1/session"_s},
        {SignInCall::Logout, "POST", u"https://argocd.example/team/auth/logout"_s},
    };
    return calls;
}

} // namespace

TEST(SignInPolicy, EachCallHasOneUrlAndOneMethod)
{
    for (const auto &one : allowed()) {
        EXPECT_TRUE(checkSignInAllowed(one.call, one.method, QUrl(one.url), places()).has_value())
            << qPrintable(one.url);
        for (const auto *method : {"GET", "POST", "PUT", "DELETE", "PATCH", "get", ""}) {
            EXPECT_EQ(checkSignInAllowed(one.call, method, QUrl(one.url), places()).has_value(), one.method == method)
                << method;
        }
        for (const auto &other : allowed()) {
            EXPECT_EQ(checkSignInAllowed(one.call, one.method, QUrl(other.url), places()).has_value(),
                      one.call == other.call)
                << qPrintable(other.url);
        }
    }
}

TEST(SignInPolicy, OtherRequestsAreRejected)
{
    for (const auto &url : {u"https://evil.example/realm/token"_s, u"https://login.example/realm/token?x=1"_s,
                            u"https://login.example/realm/token#x"_s, u"https://user@login.example/realm/token"_s,
                            u"https://login.example:8443/realm/token"_s, u"http://login.example/realm/token"_s,
                            u"https://login.example/realm/../token"_s, u"ftp://login.example/realm/token"_s, u""_s}) {
        const auto checked = checkSignInAllowed(SignInCall::Token, "POST", QUrl(url), places());
        ASSERT_FALSE(checked.has_value()) << qPrintable(url);
        EXPECT_EQ(checked.error().kind, Error::Kind::NotAllowed);
    }
    for (const auto call :
         {SignInCall::Discovery, SignInCall::Keys, SignInCall::Token, SignInCall::Device, SignInCall::Revocation}) {
        SignInPlaces none;
        none.baseUrl = QUrl(u"https://argocd.example"_s);
        EXPECT_FALSE(
            checkSignInAllowed(call, call == SignInCall::Discovery ? "GET" : "POST", QUrl(), none).has_value());
    }
}

TEST(SignInPolicy, SecretsAreNotSentUnencryptedToOthers)
{
    auto mixed = places();
    mixed.issuer = u"http://login.example/realm"_s;
    mixed.provider.tokenEndpoint = QUrl(u"http://login.example/realm/token"_s);
    EXPECT_FALSE(checkSignInAllowed(SignInCall::Token, "POST", mixed.provider.tokenEndpoint, mixed).has_value());
    // HTTP is allowed for this computer (a port-forward) and for the origin that the user configured with HTTP.
    mixed.provider.tokenEndpoint = QUrl(u"http://localhost:8080/api/dex/token"_s);
    EXPECT_TRUE(checkSignInAllowed(SignInCall::Token, "POST", mixed.provider.tokenEndpoint, mixed).has_value());
    auto plain = places(u"http"_s);
    EXPECT_FALSE(checkSignInAllowed(SignInCall::Token, "POST", plain.provider.tokenEndpoint, plain).has_value())
        << "http for the instance is no consent for another server";
    plain.provider.tokenEndpoint = QUrl(u"http://argocd.example/team/api/dex/token"_s);
    EXPECT_TRUE(checkSignInAllowed(SignInCall::Token, "POST", plain.provider.tokenEndpoint, plain).has_value());
}

TEST(SignInPolicy, RequestsContainNoLineBreaks)
{
    const QUrl good(u"https://login.example/token"_s);
    const Secret none;
    const auto check = [](const QUrl &url, const Secret &form, const Secret &json, const Secret &cookie) {
        return checkSignInContent("POST", url, form, json, cookie).has_value();
    };
    EXPECT_TRUE(
        check(good, Secret("code=a%2Fb&x=%250d"), Secret(R"({"password":"a\\nb"})"), Secret("argocd.token=a.b.c")));
    for (const QByteArray form : {"code=a\r\nb", "code=a%0d%0Ab", "code=a%0a", "a=%00", "a\n=b"})
        EXPECT_FALSE(check(good, Secret(QByteArray(form)), none, none)) << form.constData();
    EXPECT_FALSE(check(good, none, Secret("{\n}"), none));
    EXPECT_FALSE(check(good, none, none, Secret("argocd.token=a\r\nX-Injected: 1")));
    EXPECT_FALSE(check(QUrl(u"https://login.example/token%0d%0aX"_s), none, none, none));
    EXPECT_FALSE(check(QUrl(u"https://login.example/token?a=%0A"_s), none, none, none));
}

TEST(SignInPolicy, DetectsLoopback)
{
    for (const auto &host : {u"localhost"_s, u"a.localhost"_s, u"127.0.0.1"_s, u"127.3.2.1"_s, u"::1"_s})
        EXPECT_TRUE(isThisComputer(host)) << qPrintable(host);
    for (const auto &host : {u"127.evil.example.com"_s, u"127.0.0.1.example"_s, u"localhost.example"_s,
                             u"127.0.0.256"_s, u"10.0.0.1"_s, u""_s})
        EXPECT_FALSE(isThisComputer(host)) << qPrintable(host);
}

} // namespace lynceus
