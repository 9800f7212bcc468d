#include "tests/io/signin/ssoscene.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace test;

TEST_F(SsoFlowTest, EndsWithTokensAndAClosedPort)
{
    run();
    ASSERT_TRUE(m_done.has_value());
    EXPECT_FALSE(m_done->received.grant.idToken.isEmpty());
    EXPECT_FALSE(m_done->received.grant.refreshToken.isEmpty());
    EXPECT_EQ(m_done->claims.audience, QStringList{u"argo-cd-cli"_s});
    EXPECT_TRUE(waitUntil([this] { return m_browser.status == 200; }));
    QTcpSocket late;
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), callbackPort());
    EXPECT_TRUE(waitUntil([&late] { return late.error() == QAbstractSocket::ConnectionRefusedError; }));
    EXPECT_EQ(m_server.count("POST /api/dex/token"), 1);
}

// Prevents argo-cd#16043: the page must not report success before the sign-in has succeeded.
TEST_F(SsoFlowTest, PageReportsSignedInOnlyAfterTheCodeExchange)
{
    m_server.tokenFault = Script{}; // never answers
    begin();
    ASSERT_TRUE(waitUntil([this] { return m_server.count("POST /api/dex/token") == 1; }));
    drainEvents();
    EXPECT_EQ(m_browser.status, 0) << "the browser waits";
    EXPECT_FALSE(m_done || m_error);
    m_flow.reset(); // cancelled
    ASSERT_TRUE(waitUntil([this] { return m_browser.status != 0; }));
    EXPECT_FALSE(m_browser.page.contains("Signed in")) << m_browser.page.constData();
    EXPECT_TRUE(m_browser.page.contains("Return to Lynceus")) << m_browser.page.constData();
}

TEST_F(SsoFlowTest, PageReportsWhyTheProviderRejectedTheCode)
{
    const QByteArray body = R"({"error":"invalid_client","error_description":"no <script>alert(1)</script> client"})";
    m_server.tokenFault = Script{send("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: "
                                      + QByteArray::number(body.size()) + "\r\n\r\n" + body)};
    expectFailure(Error::Kind::Server, u"invalid_client"_s);
    ASSERT_TRUE(waitUntil([this] { return m_browser.status != 0; }));
    EXPECT_EQ(m_browser.status, 400);
    EXPECT_TRUE(m_browser.page.contains("Not signed in")) << m_browser.page.constData();
    EXPECT_TRUE(m_browser.page.contains("invalid_client")) << m_browser.page.constData();
    EXPECT_FALSE(m_browser.page.contains("Signed in.")) << m_browser.page.constData();
    EXPECT_FALSE(m_browser.page.contains("<script>")) << m_browser.page.constData();
    for (const auto &secret : m_server.secrets())
        EXPECT_FALSE(m_browser.page.contains(secret));
}

TEST_F(SsoFlowTest, PageReportsThatArgoCdRejectedTheToken)
{
    m_refusal = Error{Error::Kind::SignInNeeded, {}, u"the server does not accept this token"_s, false, 401};
    run();
    ASSERT_TRUE(waitUntil([this] { return m_browser.status != 0; }));
    EXPECT_EQ(m_browser.status, 400);
    EXPECT_TRUE(m_browser.page.contains("does not accept this token")) << m_browser.page.constData();
    EXPECT_FALSE(m_browser.page.contains("Signed in.")) << m_browser.page.constData();
}

TEST_F(SsoFlowTest, BrowserRequestTimesOut)
{
    m_server.tokenFault = Script{};
    begin(0, SsoFlow::kPersonLimit, Duration(50));
    ASSERT_TRUE(waitUntil([this] { return m_browser.status != 0; }));
    EXPECT_TRUE(m_browser.page.contains("Return to Lynceus")) << m_browser.page.constData();
    EXPECT_FALSE(m_browser.page.contains("Signed in")) << m_browser.page.constData();
    EXPECT_FALSE(m_done || m_error) << "the exchange is not over";
}

TEST_F(SsoFlowTest, DeniedSignInHasItsOwnMessage)
{
    m_server.authorizationError = "access_denied";
    expectFailure(Error::Kind::Forbidden, u"denied in the browser"_s);
}

TEST_F(SsoFlowTest, OtherProviderErrorsAreShown)
{
    m_server.authorizationError = "invalid_scope&error_description=Unrecognized+scope";
    expectFailure(Error::Kind::Server, u"Unrecognized scope"_s);
}

TEST_F(SsoFlowTest, SignInTimesOut)
{
    m_browser.goes = false;
    begin(0, Duration(50));
    ASSERT_TRUE(waitUntil([this] { return m_error.has_value(); }));
    EXPECT_EQ(m_error->kind, Error::Kind::TimedOut);
    EXPECT_TRUE(m_error->message.contains(u"the sign-in was not completed"_s));
}

TEST_F(SsoFlowTest, RejectsAWrongStateAndKeepsWaiting)
{
    m_server.wrongState = "of-another-sign-in";
    begin();
    ASSERT_TRUE(waitUntil([this] { return m_browser.status == 400; }));
    EXPECT_FALSE(m_error || m_done);
    ASSERT_EQ(m_rejected.size(), 1U);
    EXPECT_TRUE(m_rejected[0].message.contains(u"a different sign-in"_s));
    EXPECT_TRUE(m_browser.page.contains("a different sign-in"));
    EXPECT_FALSE(m_browser.page.contains("planted-code"));
    EXPECT_EQ(m_server.count("POST /api/dex/token"), 0);

    m_server.wrongState.clear();
    m_browser.go(m_link);
    EXPECT_TRUE(waitUntil([this] { return m_done.has_value(); }));
}

TEST_F(SsoFlowTest, CancellingReleasesThePort)
{
    m_browser.goes = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    const auto port = callbackPort();
    m_flow.reset();
    QTcpServer next;
    EXPECT_TRUE(next.listen(QHostAddress(QHostAddress::LocalHost), port));
}

TEST_F(SsoFlowTest, PortInUseNamesItsProcess)
{
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress(QHostAddress::LocalHost)));
    begin(other.serverPort());
    ASSERT_TRUE(waitUntil([this] { return m_error.has_value(); }));
    EXPECT_EQ(m_error->kind, Error::Kind::Unreachable);
    EXPECT_TRUE(m_error->retryable);
    const auto owner = ownerOfPort(other.serverPort());
    EXPECT_TRUE(owner.contains(QString::number(QCoreApplication::applicationPid()))) << qPrintable(owner);
    EXPECT_TRUE(m_error->message.contains(owner)) << qPrintable(m_error->message);
    EXPECT_EQ(m_browser.opened, 0) << "another process would receive the code";
}

TEST_F(SsoFlowTest, PortInUseOnIpv6OnlyIsDetected)
{
    QTcpServer other;
    if (!other.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        GTEST_SKIP() << "no IPv6 here";
    begin(other.serverPort());
    ASSERT_TRUE(waitUntil([this] { return m_error.has_value(); }));
    EXPECT_EQ(m_error->kind, Error::Kind::Unreachable);
}

TEST_F(SsoFlowTest, AcceptsOnlyAGetOfTheExactPathOnBothAddresses)
{
    m_browser.goes = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    const auto good = "code=x&state=" + state().toLatin1();
    for (const auto &line : {"GET /favicon.ico HTTP/1.1", "GET / HTTP/1.1", "GET /auth/callback/?",
                             "HEAD /auth/callback?", "POST /auth/callback?", "GET //auth/callback?"}) {
        auto request = QByteArray(line);
        if (request.endsWith('?'))
            request += good + " HTTP/1.1";
        for (const auto address : {QHostAddress::LocalHost, QHostAddress::LocalHostIPv6}) {
            if (address == QHostAddress::LocalHostIPv6 && !QFile::exists(u"/proc/net/if_inet6"_s))
                continue;
            const auto answer = exchange(QHostAddress(address), request + "\r\nHost: localhost\r\n\r\n");
            EXPECT_TRUE(answer.startsWith("HTTP/1.1 404 ")) << line << answer.constData();
        }
    }
    EXPECT_FALSE(m_done || m_error);
    m_browser.go(m_link);
    EXPECT_TRUE(waitUntil([this] { return m_done.has_value(); }));
}

TEST_F(SsoFlowTest, HandlesInvalidRequestsOnThePort)
{
    m_browser.goes = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    EXPECT_TRUE(exchange(QHostAddress(QHostAddress::LocalHost), QByteArray(40'000, 'x')).startsWith("HTTP/1.1 431 "));
    EXPECT_TRUE(exchange(QHostAddress(QHostAddress::LocalHost), "\r\n\r\n").startsWith("HTTP/1.1 404 "));
    m_browser.go(m_link);
    EXPECT_TRUE(waitUntil([this] { return m_done.has_value(); }));
}

TEST_F(SsoFlowTest, PageContainsNoScriptAndNothingOfTheRequest)
{
    m_browser.goes = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    const auto answer =
        exchange(QHostAddress(QHostAddress::LocalHost),
                 "GET /auth/callback?state=" + state().toLatin1()
                     + "&error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E HTTP/1.1\r\n\r\n");
    EXPECT_TRUE(answer.contains("default-src 'none'"));
    EXPECT_FALSE(answer.contains("<script>"));
    EXPECT_FALSE(answer.contains(state().toLatin1()));
}

TEST_F(SsoFlowTest, AcceptsAPastedUrlOfAnotherComputersBrowser)
{
    m_browser.isThere = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    m_flow->pasteAddress(u"http://localhost:8085/login"_s);
    m_flow->pasteAddress(u"http://localhost:8085/auth/callback?code=x&state=other"_s);
    EXPECT_EQ(m_rejected.size(), 2U);
    // The other browser is redirected to an address where nothing listens.
    TestBrowser elsewhere;
    QNetworkAccessManager manager;
    auto *reply = manager.get(QNetworkRequest(m_link));
    ASSERT_TRUE(waitUntil([reply] { return reply->isFinished(); }));
    const auto ended = QString::fromLatin1(reply->rawHeader("Location"));
    reply->deleteLater();
    m_flow->pasteAddress(u"  "_s + ended + u'\n');
    EXPECT_TRUE(waitUntil([this] { return m_done.has_value(); }));
}

TEST_F(SsoFlowTest, DoesNotUseTheDeviceFlowOfDex)
{
    m_server.deviceEndpoint = true;
    m_browser.isThere = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    EXPECT_TRUE(m_userCode.isEmpty());
    EXPECT_EQ(m_server.count("POST /api/dex/device"), 0);
}

TEST_F(SsoFlowTest, UsesAnExternalProvidersDeviceFlowWithoutABrowser)
{
    m_server.deviceEndpoint = true;
    m_browser.isThere = false;
    m_offer.provider = SsoOffer::Provider::External;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_userCode.isEmpty(); }));
    EXPECT_EQ(m_userCode, u"QTXF-QCWL"_s);
    EXPECT_EQ(m_link, QUrl(m_server.issuer() + u"/device"_s));
    ASSERT_TRUE(waitUntil([this] { return m_server.count("POST /api/dex/token") >= 1; }));
    EXPECT_FALSE(m_done || m_error);
    m_server.deviceGranted = true;
    EXPECT_TRUE(waitUntil([this] { return m_done.has_value(); }));
}

TEST(SystemBrowser, GetsAnEnvironmentWithoutTokens)
{
    QProcessEnvironment environment;
    environment.insert(u"ARGOCD_AUTH_TOKEN"_s, u"planted"_s);
    environment.insert(u"ARGOCD_SERVER"_s, u"x"_s);
    environment.insert(u"LYNCEUS_TOKEN"_s, u"planted"_s);
    environment.insert(u"PATH"_s, u"/bin"_s);
    EXPECT_EQ(withoutSecrets(environment).toStringList(), QStringList{u"PATH=/bin"_s});
}

TEST(SystemBrowser, OpensOnlyWebPages)
{
    SystemBrowser browser;
    EXPECT_FALSE(browser.open(QUrl(u"file:///etc/passwd"_s)));
    EXPECT_FALSE(browser.open(QUrl(u"mailto:a@b"_s)));
    EXPECT_FALSE(browser.open(QUrl()));
}

} // namespace lynceus
