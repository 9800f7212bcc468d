#include "core/io/signin/ssoflow.h"

#include "core/domain/auth/authorization.h"
#include "core/io/signin/portowner.h"
#include "core/io/signin/systembrowser.h"
#include "tests/support/fakeargocd.h"
#include "tests/support/fakeclock.h"
#include "tests/support/logcapture.h"
#include "tests/support/testbrowser.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QTcpSocket>
#include <QUrlQuery>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

using namespace test;

class SsoFlowTest : public testing::Test
{
protected:
    SsoFlowTest()
    {
        m_clock.jump(std::chrono::seconds(m_server.now) - m_clock.now().time_since_epoch());
        m_offer.issuer = m_server.issuer();
        m_offer.clientId = u"argo-cd-cli"_s;
        m_offer.scopes = {u"openid"_s};
        InstanceAccess access;
        access.baseUrl = m_server.url();
        access.headers = {{"X-Gateway", "planted-gateway"}};
        m_http = std::make_unique<SignInHttp>(access, m_clock);
    }

    void begin(quint16 port = 0, Duration limit = SsoFlow::kPersonLimit)
    {
        m_flow = std::make_unique<SsoFlow>(*m_http, m_browser, m_server.url(), m_offer, port, nullptr, limit);
        QObject::connect(m_flow.get(), &SsoFlow::done, &m_context,
                         [this](const SsoResult &result) { m_done = result; });
        QObject::connect(m_flow.get(), &SsoFlow::failed, &m_context, [this](const Error &error) { m_error = error; });
        QObject::connect(m_flow.get(), &SsoFlow::rejected, &m_context,
                         [this](const Error &error) { m_rejected.push_back(error); });
        QObject::connect(m_flow.get(), &SsoFlow::waitsForPerson, &m_context,
                         [this](const QUrl &link, const QString &code) {
                             m_link = link;
                             m_userCode = code;
                         });
        m_flow->start();
    }

    void run()
    {
        begin();
        EXPECT_TRUE(waitUntil([this] { return m_done || m_error; }));
    }

    void expectFailure(Error::Kind kind, const QString &says)
    {
        run();
        ASSERT_TRUE(m_error.has_value());
        EXPECT_EQ(m_error->kind, kind) << qPrintable(m_error->message);
        EXPECT_TRUE(m_error->message.contains(says)) << qPrintable(m_error->message);
        for (const auto &secret : m_server.secrets())
            EXPECT_FALSE((m_error->asked + m_error->message).contains(QString::fromLatin1(secret)));
    }

    /// The port of the callback, from the link.
    [[nodiscard]] quint16 callbackPort() const
    {
        return static_cast<quint16>(
            QUrl(QUrlQuery(m_link).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded)).port());
    }

    [[nodiscard]] QString state() const { return QUrlQuery(m_link).queryItemValue(u"state"_s, QUrl::FullyDecoded); }

    /// What a local client gets for these bytes.
    QByteArray talk(const QHostAddress &address, const QByteArray &bytes)
    {
        QTcpSocket socket;
        QByteArray answer;
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
        socket.connectToHost(address, callbackPort());
        EXPECT_TRUE(waitUntil([&] {
            answer += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        }));
        return answer;
    }

    FakeArgoCd m_server;
    FakeClock m_clock;
    TestBrowser m_browser;
    QObject m_context;
    SsoOffer m_offer;
    std::unique_ptr<SignInHttp> m_http;
    std::unique_ptr<SsoFlow> m_flow;
    std::optional<SsoResult> m_done;
    std::optional<Error> m_error;
    std::vector<Error> m_rejected;
    QUrl m_link;
    QString m_userCode;
};

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

TEST_F(SsoFlowTest, ADeniedSignInHasItsOwnSentence)
{
    m_server.authorizationError = "access_denied";
    expectFailure(Error::Kind::Forbidden, u"denied in the browser"_s);
}

TEST_F(SsoFlowTest, AProvidersOtherErrorsAreShown)
{
    m_server.authorizationError = "invalid_scope&error_description=Unrecognized+scope";
    expectFailure(Error::Kind::Server, u"Unrecognized scope"_s);
}

TEST_F(SsoFlowTest, NobodySignedInInTime)
{
    m_browser.goes = false;
    begin(0, Duration(50));
    ASSERT_TRUE(waitUntil([this] { return m_error.has_value(); }));
    EXPECT_EQ(m_error->kind, Error::Kind::TimedOut);
    EXPECT_TRUE(m_error->message.contains(u"nobody signed in"_s));
}

TEST_F(SsoFlowTest, AWrongStateIsTurnedAwayAndItWaitsOn)
{
    m_server.wrongState = "of-another-sign-in";
    begin();
    ASSERT_TRUE(waitUntil([this] { return m_browser.status == 400; }));
    EXPECT_FALSE(m_error || m_done);
    ASSERT_EQ(m_rejected.size(), 1U);
    EXPECT_TRUE(m_rejected[0].message.contains(u"another sign-in"_s));
    EXPECT_TRUE(m_browser.page.contains("another sign-in"));
    EXPECT_FALSE(m_browser.page.contains("planted-code"));
    EXPECT_EQ(m_server.count("POST /api/dex/token"), 0);

    m_server.wrongState.clear();
    m_browser.go(m_link);
    EXPECT_TRUE(waitUntil([this] { return m_done.has_value(); }));
}

TEST_F(SsoFlowTest, CalledOffItLetsThePortGo)
{
    m_browser.goes = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    const auto port = callbackPort();
    m_flow.reset();
    QTcpServer next;
    EXPECT_TRUE(next.listen(QHostAddress(QHostAddress::LocalHost), port));
}

TEST_F(SsoFlowTest, ATakenPortSaysByWhom)
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
    EXPECT_EQ(m_browser.opened, 0) << "somebody else would get the code";
}

TEST_F(SsoFlowTest, ThePortTakenOnIpv6OnlyIsTakenToo)
{
    QTcpServer other;
    if (!other.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        GTEST_SKIP() << "no IPv6 here";
    begin(other.serverPort());
    ASSERT_TRUE(waitUntil([this] { return m_error.has_value(); }));
    EXPECT_EQ(m_error->kind, Error::Kind::Unreachable);
}

TEST_F(SsoFlowTest, OnlyAGetOfTheExactPathCountsAndOnBothAddresses)
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
            const auto answer = talk(QHostAddress(address), request + "\r\nHost: localhost\r\n\r\n");
            EXPECT_TRUE(answer.startsWith("HTTP/1.1 404 ")) << line << answer.constData();
        }
    }
    EXPECT_FALSE(m_done || m_error);
    m_browser.go(m_link);
    EXPECT_TRUE(waitUntil([this] { return m_done.has_value(); }));
}

TEST_F(SsoFlowTest, RubbishOnThePortHarmsNothing)
{
    m_browser.goes = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    EXPECT_TRUE(talk(QHostAddress(QHostAddress::LocalHost), QByteArray(40'000, 'x')).startsWith("HTTP/1.1 431 "));
    EXPECT_TRUE(talk(QHostAddress(QHostAddress::LocalHost), "\r\n\r\n").startsWith("HTTP/1.1 404 "));
    m_browser.go(m_link);
    EXPECT_TRUE(waitUntil([this] { return m_done.has_value(); }));
}

TEST_F(SsoFlowTest, ThePageHoldsNoScriptAndNothingOfTheRequest)
{
    m_browser.goes = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    const auto answer =
        talk(QHostAddress(QHostAddress::LocalHost),
             "GET /auth/callback?state=" + state().toLatin1()
                 + "&error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E HTTP/1.1\r\n\r\n");
    EXPECT_TRUE(answer.contains("default-src 'none'"));
    EXPECT_FALSE(answer.contains("<script>"));
    EXPECT_FALSE(answer.contains(state().toLatin1()));
}

TEST_F(SsoFlowTest, AnAddressOfAnotherMachinesBrowserCanBePasted)
{
    m_browser.isThere = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    m_flow->pasteAddress(u"http://localhost:8085/login"_s);
    m_flow->pasteAddress(u"http://localhost:8085/auth/callback?code=x&state=other"_s);
    EXPECT_EQ(m_rejected.size(), 2U);
    // The other browser ends at an address that nobody answers there.
    TestBrowser elsewhere;
    QNetworkAccessManager manager;
    auto *reply = manager.get(QNetworkRequest(m_link));
    ASSERT_TRUE(waitUntil([reply] { return reply->isFinished(); }));
    const auto ended = QString::fromLatin1(reply->rawHeader("Location"));
    reply->deleteLater();
    m_flow->pasteAddress(u"  "_s + ended + u'\n');
    EXPECT_TRUE(waitUntil([this] { return m_done.has_value(); }));
}

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

TEST_F(SsoFlowTest, DexIsNeverAskedForTheDeviceFlow)
{
    m_server.deviceEndpoint = true;
    m_browser.isThere = false;
    begin();
    ASSERT_TRUE(waitUntil([this] { return !m_link.isEmpty(); }));
    EXPECT_TRUE(m_userCode.isEmpty());
    EXPECT_EQ(m_server.count("POST /api/dex/device"), 0);
}

TEST_F(SsoFlowTest, AnExternalProvidersDeviceFlowIsUsedWhereNoBrowserCanBeOpened)
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

TEST(SystemBrowser, GetsAnEnvironmentWithoutOurTokens)
{
    QProcessEnvironment environment;
    environment.insert(u"ARGOCD_AUTH_TOKEN"_s, u"planted"_s);
    environment.insert(u"ARGOCD_SERVER"_s, u"x"_s);
    environment.insert(u"LYNCEUS_TOKEN"_s, u"planted"_s);
    environment.insert(u"PATH"_s, u"/bin"_s);
    EXPECT_EQ(withoutSecrets(environment).toStringList(), QStringList{u"PATH=/bin"_s});
}

TEST(SystemBrowser, OpensPagesOnly)
{
    SystemBrowser browser;
    EXPECT_FALSE(browser.open(QUrl(u"file:///etc/passwd"_s)));
    EXPECT_FALSE(browser.open(QUrl(u"mailto:a@b"_s)));
    EXPECT_FALSE(browser.open(QUrl()));
}

} // namespace lynceus
