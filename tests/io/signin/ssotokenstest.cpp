#include "tests/io/signin/ssoscene.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace test;

TEST_F(SsoFlowTest, AnotherIssuerInTheDocumentIsRefused)
{
    m_server.document = R"({"issuer":"https://evil.example","authorization_endpoint":"https://evil.example/a",)"
                        R"("token_endpoint":"https://evil.example/t"})";
    expectFailure(Error::Kind::NotAllowed, u"calls itself https://evil.example"_s);
    EXPECT_EQ(m_browser.opened, 0);
}

TEST_F(SsoFlowTest, ATokenOfAnotherIssuerIsRefused)
{
    m_server.issuerInTokens = "https://evil.example";
    expectFailure(Error::Kind::NotAllowed, u"was made by https://evil.example"_s);
}

TEST_F(SsoFlowTest, ATokenForAnotherAudienceIsRefused)
{
    m_server.audience = "another-client";
    expectFailure(Error::Kind::NotAllowed, u"was made for another-client"_s);
}

TEST_F(SsoFlowTest, ATokenWithAnotherNonceIsRefused)
{
    m_server.nonceInTokens = "replayed";
    expectFailure(Error::Kind::NotAllowed, u"another sign-in"_s);
}

TEST_F(SsoFlowTest, AnAnswerWithoutIdTokenIsRefused)
{
    m_server.givesIdToken = false;
    expectFailure(Error::Kind::Malformed, u"no id_token"_s);
}

TEST_F(SsoFlowTest, ClocksMayDifferByFiveMinutesAndNotByMore)
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

TEST_F(SsoFlowTest, AGatewaysHeadersGoToTheInstanceOnly)
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

TEST_F(SsoFlowTest, ARedirectNeverCarriesTheCodeElsewhere)
{
    FakeArgoCd evil;
    m_server.tokenFault = Script{send("HTTP/1.1 307 Temporary Redirect\r\nLocation: " + evil.url().toEncoded()
                                      + "/api/dex/token\r\nContent-Length: 0\r\n\r\n")};
    expectFailure(Error::Kind::Server, u"sends elsewhere"_s);
    EXPECT_TRUE(evil.requests().empty());
}

TEST_F(SsoFlowTest, NothingSecretIsLogged)
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
