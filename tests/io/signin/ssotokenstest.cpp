#include "tests/io/signin/ssoscene.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace test;

TEST_F(SsoFlowTest, RejectsAnotherIssuerInTheDiscoveryDocument)
{
    m_server.document = R"({"issuer":"https://evil.example","authorization_endpoint":"https://evil.example/a",)"
                        R"("token_endpoint":"https://evil.example/t"})";
    expectFailure(Error::Kind::NotAllowed, u"reports the issuer https://evil.example"_s);
    EXPECT_EQ(m_browser.opened, 0);
}

TEST_F(SsoFlowTest, RejectsATokenOfAnotherIssuer)
{
    m_server.issuerInTokens = "https://evil.example";
    expectFailure(Error::Kind::NotAllowed, u"was issued by https://evil.example"_s);
}

TEST_F(SsoFlowTest, RejectsATokenForAnotherAudience)
{
    m_server.audience = "another-client";
    expectFailure(Error::Kind::NotAllowed, u"was issued for another-client"_s);
}

TEST_F(SsoFlowTest, RejectsATokenWithAnotherNonce)
{
    m_server.nonceInTokens = "replayed";
    expectFailure(Error::Kind::NotAllowed, u"a different sign-in"_s);
}

TEST_F(SsoFlowTest, RejectsATokenWithoutTheNonce)
{
    m_server.omitsNonce = true;
    expectFailure(Error::Kind::NotAllowed, u"nonce"_s);
}

TEST_F(SsoFlowTest, RejectsAnUnsignedToken)
{
    m_server.algorithm = "none";
    expectFailure(Error::Kind::NotAllowed, u"not signed"_s);
}

TEST_F(SsoFlowTest, RejectsATokenWithAnUnadvertisedAlgorithm)
{
    m_server.moreMetadata = R"(,"id_token_signing_alg_values_supported":["ES256"])";
    expectFailure(Error::Kind::NotAllowed, u"signed with RS256"_s);
}

// RFC 9207: if the provider announces the parameter `iss`, an answer without it comes from somewhere else.
TEST_F(SsoFlowTest, RejectsAnAnswerWithoutTheAdvertisedIssuerAndKeepsWaiting)
{
    m_server.moreMetadata = R"(,"authorization_response_iss_parameter_supported":true)";
    begin();
    ASSERT_TRUE(waitUntil([this] { return m_rejected.size() == 1; }));
    EXPECT_EQ(m_server.count("POST /api/dex/token"), 0);
    EXPECT_FALSE(m_done || m_error);
    m_server.issuerInReturn = "https://evil.example";
    m_browser.go(m_link);
    ASSERT_TRUE(waitUntil([this] { return m_rejected.size() == 2; }));
    EXPECT_TRUE(m_rejected[1].message.contains(u"a different provider"_s)) << qPrintable(m_rejected[1].message);
    m_server.issuerInReturn = m_server.issuer().toUtf8();
    m_browser.go(m_link);
    EXPECT_TRUE(waitUntil([this] { return m_done.has_value(); }));
}

TEST_F(SsoFlowTest, LineBreaksInSettingsReachNoRequest)
{
    const auto right = m_offer;
    for (const auto &value : {u"cli\r\nX-Injected: 1"_s, u"cli\nb"_s, u"cli%0d%0aX"_s}) {
        const bool isEncoded = value.contains(u'%'); // percent signs get encoded, so this is not a line break
        m_offer.clientId = value;
        m_error.reset();
        m_browser.goes = false;
        m_link.clear();
        begin();
        ASSERT_TRUE(waitUntil([this] { return m_error.has_value() || !m_link.isEmpty(); }));
        EXPECT_EQ(m_error.has_value(), !isEncoded) << qPrintable(value);
    }
    m_offer = right;
    m_offer.issuer += u"%0d%0aX-Injected:%201"_s;
    m_error.reset();
    const auto sent = m_server.requests().size();
    begin();
    ASSERT_TRUE(waitUntil([this] { return m_error.has_value(); }));
    EXPECT_EQ(m_error->kind, Error::Kind::NotAllowed) << qPrintable(m_error->message);
    EXPECT_EQ(m_server.requests().size(), sent);
    EXPECT_EQ(m_browser.opened, 1) << "with the encoded percent sign only";
}

TEST_F(SsoFlowTest, RejectsAnAnswerWithoutIdToken)
{
    m_server.givesIdToken = false;
    expectFailure(Error::Kind::Malformed, u"no id_token"_s);
}

TEST_F(SsoFlowTest, ToleratesAtMostFiveMinutesOfClockSkew)
{
    struct Case
    {
        qint64 skew;
        qint64 lifetime;
        bool isFine;
    };
    for (const auto &[skew, lifetime, isFine] : std::initializer_list<Case>{{299, 3'600, true},
                                                                            {-299, 3'600, true},
                                                                            {301, 3'600, false},
                                                                            {-3'599, 3'600, true},
                                                                            {-3'901, 3'600, false}}) {
        m_done.reset();
        m_error.reset();
        m_server.skew = skew;
        m_server.lifetime = lifetime;
        run();
        EXPECT_EQ(m_done.has_value(), isFine) << skew;
        if (!isFine) {
            ASSERT_TRUE(m_error.has_value());
            EXPECT_TRUE(m_error->message.contains(u"clock"_s)) << qPrintable(m_error->message);
        }
    }
}

TEST_F(SsoFlowTest, GatewayHeadersAreSentOnlyToTheInstance)
{
    FakeArgoCd provider;
    m_offer.issuer = provider.issuer();
    provider.now = m_server.now;
    run();
    ASSERT_TRUE(m_done.has_value());
    for (const auto &request : provider.requests()) {
        EXPECT_FALSE(request.headers.contains("x-gateway")) << request.line.constData();
        EXPECT_FALSE(request.headers.contains("authorization"));
        EXPECT_FALSE(request.headers.contains("cookie"));
    }
}

TEST_F(SsoFlowTest, RedirectDoesNotCarryTheCode)
{
    FakeArgoCd foreignServer;
    m_server.tokenFault = Script{send("HTTP/1.1 307 Temporary Redirect\r\nLocation: " + foreignServer.url().toEncoded()
                                      + "/api/dex/token\r\nContent-Length: 0\r\n\r\n")};
    expectFailure(Error::Kind::Server, u"responded with a redirect"_s);
    EXPECT_TRUE(foreignServer.requests().empty());
}

TEST_F(SsoFlowTest, LogContainsNoSecrets)
{
    const LogCapture log;
    run();
    ASSERT_TRUE(m_done.has_value());
    EXPECT_FALSE(log.text().isEmpty());
    for (const auto &secret : m_server.secrets()) {
        EXPECT_FALSE(log.text().contains(QString::fromLatin1(secret)));
        EXPECT_FALSE(log.text().contains(QString::fromLatin1(secret.toBase64())));
        EXPECT_FALSE(log.text().contains(QString::fromLatin1(secret.toPercentEncoding())));
    }
    EXPECT_FALSE(log.text().contains(state()));
}

} // namespace lynceus
