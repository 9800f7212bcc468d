// The complete sign-in with an OpenID provider that is not ours.

#include "tests/support/realprovider.h"

#include "core/domain/auth/tokenclaims.h"
#include "core/io/signin/credentials.h"
#include "core/io/signin/providerclient.h"
#include "tests/engine/signin/signinfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

using namespace test;

class CertifiedProvider : public SignInFixture
{
protected:
    void SetUp() override
    {
        if (!m_provider.trouble().isEmpty()) {
            ASSERT_FALSE(RealProvider::isRequired()) << qPrintable(m_provider.trouble());
            GTEST_SKIP() << qPrintable(m_provider.trouble());
        }
        // The tokens of the provider have this computer's time.
        m_clock.jump(SystemClock().now() - m_clock.now());
        m_server.acceptsAnyToken = true;
        m_server.settings = R"({"url":")" + m_server.url().toEncoded()
            + R"(","oidcConfig":{"name":"Certified","issuer":")" + m_provider.issuer().toUtf8()
            + R"(","clientID":"web","cliClientID":"argo-cd-cli",)"
            + R"("scopes":["openid","profile","email","groups"]}})";
    }

    [[nodiscard]] Credentials stored() const
    {
        return readCredentials(Secret(QByteArray(m_keychain.entries.first()))).value();
    }

    RealProvider m_provider;
};

TEST_F(CertifiedProvider, SignsInRenewsAndRotates)
{
    const auto done = signIn(SignInMethod::Sso);
    ASSERT_EQ(done.step, SignInProgress::Step::Done) << qPrintable(done.error.message);
    // The browser's page and the end of the sign-in both follow the exchange of the code, in any order.
    EXPECT_TRUE(waitUntil([this] { return m_browser.page.contains("Signed in"); })) << m_browser.page.constData();
    EXPECT_TRUE(m_service.session(kId).renewable);
    ASSERT_TRUE(ask().has_value());
    const auto first = stored();
    const auto claims = readClaims(first.bearer).value();
    EXPECT_EQ(claims.issuer, m_provider.issuer());
    EXPECT_EQ(claims.audience, QStringList{u"argo-cd-cli"_s});
    EXPECT_EQ(claims.name, u"dev@acme.example"_s);

    m_clock.advance(2h); // the tokens are valid for 1 h
    ASSERT_TRUE(ask().has_value());
    const auto second = stored();
    EXPECT_NE(second.bearer.reveal(), first.bearer.reveal());
    EXPECT_NE(second.refreshToken.reveal(), first.refreshToken.reveal()) << "the refresh token rotates";
    EXPECT_EQ(endings(), 0);
}

TEST_F(CertifiedProvider, ReusedRefreshTokenEndsTheSession)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
    // Someone else uses the refresh token.
    SignInHttp http(m_access, m_clock);
    ProviderClient otherClient(http, m_instance.baseUrl, m_provider.issuer());
    std::optional<Result<ReceivedGrant>> renewedByOther;
    otherClient.renew(u"argo-cd-cli"_s, stored().refreshToken, &m_context,
                      [&renewedByOther](const auto &came) { renewedByOther = came; });
    ASSERT_TRUE(waitUntil([&renewedByOther] { return renewedByOther.has_value(); }));
    ASSERT_TRUE(renewedByOther->has_value()) << qPrintable(renewedByOther->error().message);

    m_clock.advance(2h);
    const auto refused = ask();
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, Error::Kind::SignInNeeded);
    EXPECT_TRUE(refused.error().message.contains(u"invalid_grant"_s)) << qPrintable(refused.error().message);
    EXPECT_EQ(m_service.session(kId).status, SessionState::Status::SignInNeeded);
}

TEST_F(CertifiedProvider, ConcurrentProcessesRenewOnce)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
    std::vector<std::unique_ptr<SignInService>> others;
    for (int i = 0; i < 5; ++i) {
        others.push_back(std::make_unique<SignInService>(m_keychain, m_browser, m_clock));
        others.back()->setInstance(m_instance, m_access);
        ASSERT_TRUE(ask(*others.back()).has_value());
    }
    m_clock.advance(2h);
    std::vector<std::unique_ptr<HttpClient>> clients;
    std::vector<QFuture<Result<Reply>>> futures;
    for (const auto &other : others) {
        clients.push_back(std::make_unique<HttpClient>(other->access(kId), m_clock));
        futures.push_back(clients.back()->get({.path = versionPath()}, &m_context));
    }
    for (const auto &future : futures) {
        ASSERT_TRUE(waitFor(future));
        EXPECT_TRUE(future.result().has_value()) << qPrintable(future.result().error().message);
    }
    m_clock.advance(2h);
    EXPECT_TRUE(ask().has_value()) << "the sign-in is still valid";
}

TEST_F(CertifiedProvider, SignOutRevokesTokens)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
    const auto before = stored();
    std::optional<QString> trouble;
    QObject::connect(&m_service, &SignInService::signedOut, &m_context,
                     [&trouble](const QString &, const QString &warning) { trouble = warning; });
    m_service.signOut(kId);
    ASSERT_TRUE(waitUntil([&trouble] { return trouble.has_value(); }));
    EXPECT_EQ(*trouble, QString());

    SignInHttp http(m_access, m_clock);
    ProviderClient again(http, m_instance.baseUrl, m_provider.issuer());
    std::optional<Result<ReceivedGrant>> renewed;
    again.renew(u"argo-cd-cli"_s, before.refreshToken, &m_context, [&renewed](const auto &came) { renewed = came; });
    ASSERT_TRUE(waitUntil([&renewed] { return renewed.has_value(); }));
    ASSERT_FALSE(renewed->has_value());
    EXPECT_EQ(renewed->error().kind, Error::Kind::SignInNeeded);
}

TEST_F(CertifiedProvider, OffersTheDeviceFlowWithoutABrowser)
{
    m_browser.isThere = false;
    m_service.signIn(kId, SignInMethod::Sso, {}, {});
    ASSERT_TRUE(
        waitUntil([this] { return isOver() || (!m_progress.empty() && !m_progress.back().userCode.isEmpty()); }));
    ASSERT_FALSE(isOver()) << qPrintable(m_progress.back().error.message);
    EXPECT_TRUE(m_progress.back().link.toString().startsWith(m_provider.issuer() + u"/device"_s));
    m_service.cancelSignIn(kId);
    EXPECT_EQ(m_progress.back().error.kind, Error::Kind::Cancelled);
}

} // namespace lynceus
