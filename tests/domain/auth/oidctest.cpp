#include "core/domain/auth/oidc.h"

#include <QFile>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Status and body of one step of the recorded sign-in.
struct Recorded
{
    QByteArray body;
    int status = 0;
};

Recorded recorded(const std::string &step)
{
    QFile file(QStringLiteral(LYNCEUS_TEST_DATA "/samples/sso-dex.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        ADD_FAILURE() << "the recording cannot be read";
        return {};
    }
    const auto recording = nlohmann::json::parse(file.readAll().toStdString());
    for (const auto &exchange : recording.at("exchanges")) {
        if (exchange.at("step") == step) {
            const auto &body = exchange.at("body");
            return {QByteArray::fromStdString(body.is_string() ? body.get<std::string>() : body.dump()),
                    exchange.at("status").get<int>()};
        }
    }
    ADD_FAILURE() << "no step " << step;
    return {};
}

const QByteArray kDocument =
    R"({"issuer":"https://i.example","authorization_endpoint":"https://i.example/a","token_endpoint":"https://i.example/t"})";

QByteArray documentWith(const QByteArray &from, const QByteArray &to)
{
    auto document = kDocument;
    return document.replace(from, to);
}

} // namespace

TEST(Discovery, ParsesTheRecordedDexDocument)
{
    const auto provider = decodeDiscovery(recorded("discovery").body, u"http://localhost:8080/api/dex"_s).value();
    EXPECT_EQ(provider.authorizationEndpoint, QUrl(u"http://localhost:8080/api/dex/auth"_s));
    EXPECT_EQ(provider.tokenEndpoint, QUrl(u"http://localhost:8080/api/dex/token"_s));
    EXPECT_EQ(provider.deviceEndpoint, QUrl(u"http://localhost:8080/api/dex/device/code"_s));
    EXPECT_EQ(provider.keysEndpoint, QUrl(u"http://localhost:8080/api/dex/keys"_s));
    EXPECT_TRUE(provider.revocationEndpoint.isEmpty());
    EXPECT_TRUE(provider.scopesSupported.contains(u"offline_access"_s));
    EXPECT_EQ(provider.challengeMethods, (QStringList{u"S256"_s, u"plain"_s}));
    EXPECT_EQ(provider.grantTypes.size(), 4);
}

TEST(Discovery, AddressHasOneSlash)
{
    for (const auto &issuer : {u"https://i.example/x"_s, u"https://i.example/x/"_s})
        EXPECT_EQ(discoveryUrl(issuer), QUrl(u"https://i.example/x/.well-known/openid-configuration"_s));
}

TEST(Discovery, RejectsAnotherIssuer)
{
    // Compared as text: when a token is verified, an additional slash means another issuer.
    for (const auto *other : {"https://evil.example", "https://i.example/", "http://i.example", ""}) {
        const auto read =
            decodeDiscovery(documentWith("https://i.example\"", QByteArray(other) + '"'), u"https://i.example"_s);
        ASSERT_FALSE(read.has_value()) << other;
        EXPECT_EQ(read.error().kind, Error::Kind::NotAllowed);
    }
}

TEST(Discovery, RejectsHttpAfterHttps)
{
    const auto read =
        decodeDiscovery(documentWith("https://i.example/t", "http://i.example/t"), u"https://i.example"_s);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().kind, Error::Kind::NotAllowed);
    EXPECT_TRUE(read.error().message.contains(u"unencrypted"_s));
}

TEST(Discovery, ReadsAdvertisedCapabilities)
{
    const auto silent = decodeDiscovery(kDocument, u"https://i.example"_s).value();
    EXPECT_FALSE(silent.sendsIssuer);
    EXPECT_TRUE(silent.signingAlgorithms.isEmpty());
    const auto reported =
        decodeDiscovery(kDocument.chopped(1) + R"(,"authorization_response_iss_parameter_supported":true,)"
                            + R"("id_token_signing_alg_values_supported":["RS256","ES256"]})",
                        u"https://i.example"_s)
            .value();
    EXPECT_TRUE(reported.sendsIssuer);
    EXPECT_EQ(reported.signingAlgorithms, (QStringList{u"RS256"_s, u"ES256"_s}));
}

TEST(Discovery, DexHostsAllItsEndpoints)
{
    const auto issuer = u"https://argocd.example/api/dex"_s;
    const auto document = [&issuer](const QByteArray &token) {
        return R"({"issuer":")" + issuer.toUtf8()
            + R"(","authorization_endpoint":"https://argocd.example/api/dex/auth",)" + R"("token_endpoint":")" + token
            + "\"}";
    };
    EXPECT_TRUE(decodeDiscovery(document("https://argocd.example/api/dex/token"), issuer).has_value());
    for (const auto *token : {"https://evil.example/api/dex/token", "https://argocd.example:8443/api/dex/token",
                              "http://argocd.example/api/dex/token"}) {
        const auto read = decodeDiscovery(document(token), issuer);
        ASSERT_FALSE(read.has_value()) << token;
        EXPECT_EQ(read.error().kind, Error::Kind::NotAllowed) << token;
    }
    // Endpoints of other providers may be on several hosts, as with Google.
    EXPECT_TRUE(decodeDiscovery(documentWith("https://i.example/t", "https://t.example/t"), u"https://i.example"_s));
}

TEST(Discovery, RejectsOtherDocuments)
{
    for (const auto &body :
         {QByteArray(), QByteArray("<html>"), QByteArray("[]"), documentWith("token_endpoint", "x"),
          documentWith("\"https://i.example/a\"", "5"), documentWith("https://i.example/a", "javascript:alert(1)"),
          documentWith("https://i.example/t", "https://user:pw@i.example/t"), kDocument.chopped(1)}) {
        const auto read = decodeDiscovery(body, u"https://i.example"_s);
        ASSERT_FALSE(read.has_value()) << body.constData();
        EXPECT_EQ(read.error().kind, Error::Kind::Malformed) << body.constData();
        EXPECT_FALSE(read.error().message.contains(u"pw"_s));
    }
}

TEST(TokenGrant, ParsesDexsResponse)
{
    for (const auto *step : {"code for tokens", "refresh"}) {
        const auto grant = decodeTokenGrant(recorded(step).body).value();
        EXPECT_EQ(grant.idToken.reveal(), "<id_token>");
        EXPECT_EQ(grant.refreshToken.reveal(), "<refresh_token>");
        EXPECT_EQ(grant.expiresIn, Duration(86'399'000));
    }
}

TEST(TokenGrant, ReportsMissingFields)
{
    const auto grant = decodeTokenGrant(R"({"access_token":"a","expires_in":"3600"})").value();
    EXPECT_TRUE(grant.idToken.isEmpty());
    EXPECT_TRUE(grant.refreshToken.isEmpty());
    EXPECT_FALSE(grant.expiresIn.has_value());
    EXPECT_FALSE(decodeTokenGrant("{}").has_value());
    EXPECT_FALSE(decodeTokenGrant(R"({"id_token":5})").has_value());
    EXPECT_FALSE(decodeTokenGrant(R"({"id_token":"a","expires_in":-1})").has_value());
    EXPECT_FALSE(decodeTokenGrant(QByteArray(2 * 1024 * 1024, ' ')).has_value());
    EXPECT_FALSE(decodeTokenGrant(R"({"id_token":"a\r\nX-Injected: 1"})").has_value());
    EXPECT_FALSE(decodeTokenGrant(R"({"id_token":"a","refresh_token":"b\n"})").has_value());
    EXPECT_FALSE(decodeTokenGrant(R"({"access_token":"\u0000"})").has_value());
}

TEST(Renewal, DexReportsInvalidRequestForAReusedToken)
{
    for (const auto *step : {"refresh with the old refresh token at once", "refresh with a wrong token"}) {
        const auto [body, status] = recorded(step);
        const auto refusal = decodeRefusal(body);
        ASSERT_TRUE(refusal.has_value());
        EXPECT_EQ(refusal->code, u"invalid_request"_s);
        EXPECT_EQ(renewalEnd(status, refusal), RenewalEnd::SignInNeeded);
    }
}

TEST(Renewal, RevokedTokenIsReportedWithItsLikelyCause)
{
    for (const auto &code : {u"invalid_grant"_s, u"invalid_request"_s}) {
        const auto text = renewalRefusalText({code, u"claimed by another client"_s});
        EXPECT_TRUE(text.contains(code + u": claimed by another client"_s)) << qPrintable(text);
        EXPECT_TRUE(text.contains(u"another sign-in by the same user"_s)) << qPrintable(text);
        EXPECT_TRUE(text.endsWith(u"sign in again"_s)) << qPrintable(text);
    }
    const auto text = renewalRefusalText({u"invalid_client"_s, {}});
    EXPECT_FALSE(text.contains(u"another sign-in"_s)) << "no sign-in revokes a client: " << qPrintable(text);
}

TEST(Renewal, OnlyTheProviderEndsASession)
{
    struct Case
    {
        int status;
        QByteArray body;
        RenewalEnd end;
    };
    const std::vector<Case> cases{
        {400, R"({"error":"invalid_grant"})", RenewalEnd::SignInNeeded},
        {401, R"({"error":"invalid_client"})", RenewalEnd::SignInNeeded},
        {400, R"({"error":"temporarily_unavailable"})", RenewalEnd::Trouble},
        {400, "<html>bad gateway</html>", RenewalEnd::Trouble},
        {403, R"({"message":"blocked by the firewall"})", RenewalEnd::Trouble},
        {429, R"({"error":"invalid_request"})", RenewalEnd::Trouble},
        {500, R"({"error":"server_error"})", RenewalEnd::Trouble},
        {503, R"({"error":"invalid_grant"})", RenewalEnd::Trouble},
        {303, {}, RenewalEnd::Trouble},
    };
    for (const auto &[status, body, end] : cases)
        EXPECT_EQ(renewalEnd(status, decodeRefusal(body)), end) << status << ' ' << body.constData();
}

TEST(DeviceGrant, ParsesDexsResponse)
{
    const auto grant = decodeDeviceGrant(recorded("device code").body).value();
    EXPECT_EQ(grant.userCode, u"QTXF-QCWL"_s);
    EXPECT_EQ(grant.verificationUri, QUrl(u"http://localhost:8080/api/dex/device"_s));
    EXPECT_EQ(grant.expiresIn, Duration(300'000));
    EXPECT_EQ(grant.interval, Duration(5'000));
    EXPECT_EQ(decodeRefusal(recorded("token endpoint, pending").body)->code, u"authorization_pending"_s);
    EXPECT_FALSE(decodeRefusal(recorded("device token, pending").body).has_value());
}

TEST(DeviceGrant, PollsAtMostOncePerSecond)
{
    const auto grant =
        decodeDeviceGrant(
            R"({"device_code":"d","user_code":"u","verification_uri":"https://i.example/d","interval":0})")
            .value();
    EXPECT_EQ(grant.interval, Duration(1'000));
    EXPECT_FALSE(decodeDeviceGrant(R"({"device_code":"d","user_code":"u"})").has_value());
}

TEST(SessionToken, IsRead)
{
    EXPECT_EQ(decodeSessionToken(R"({"token":"a.b.c"})").value().reveal(), "a.b.c");
    EXPECT_FALSE(decodeSessionToken("{}").has_value());
}

} // namespace lynceus
