#include "core/domain/auth/keychainentry.h"
#include "core/engine/signin/storedsignin.h"
#include "core/io/process/processlock.h"
#include "tests/engine/signin/signinfixture.h"

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;
using namespace std::chrono_literals;

namespace {

Script plain(const QByteArray &status, const QByteArray &body, const QByteArray &type = "application/json")
{
    return {send("HTTP/1.1 " + status + "\r\nContent-Type: " + type
                 + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body)};
}

} // namespace

class Renewal : public SignInFixture
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
        ASSERT_TRUE(ask().has_value());
        m_states.clear();
    }

    void pass(Duration time)
    {
        m_clock.advance(time);
        m_server.now += time / 1s;
    }

    [[nodiscard]] QString lockFile()
    {
        return StoredSignIn(m_keychain, keychainEntryName(m_instance, KeychainKind::SignIn)).lockFile();
    }
    [[nodiscard]] int renewals() const { return m_server.count("POST /api/dex/token") - 1; }
};

TEST_F(Renewal, ExpiredTokenIsRenewedBeforeSending)
{
    pass(25h);
    m_server.revokeAll();
    const auto before = m_server.requests().size();
    ASSERT_TRUE(ask().has_value());
    EXPECT_EQ(renewals(), 1);
    for (auto i = before; i < m_server.requests().size(); ++i) {
        if (m_server.requests()[i].line.startsWith("GET /api/version")) {
            EXPECT_EQ(m_server.requests()[i].headers["authorization"], "Bearer " + m_server.secrets().last());
        }
    }
    EXPECT_EQ(endings(), 0);
    EXPECT_EQ(m_service.session(kId).signedInUntil, m_clock.now() + 24h);
}

TEST_F(Renewal, HappensBeforeRequestsHaveToWait)
{
    pass(23h + 56min);
    ASSERT_TRUE(ask().has_value());
    ASSERT_TRUE(waitUntil([this] { return renewals() == 1; }));
    EXPECT_EQ(endings(), 0);
}

TEST_F(Renewal, ManyRejectedRequestsCauseOneRenewalAndAllAreAnswered)
{
    m_server.revokeAll();
    HttpClient client(m_service.access(kId), m_clock);
    std::vector<QFuture<Result<Reply>>> futures;
    for (int i = 0; i < 30; ++i)
        futures.push_back(client.get({.path = versionPath()}, &m_context));
    for (const auto &future : futures) {
        ASSERT_TRUE(waitFor(future));
        EXPECT_TRUE(future.result().has_value()) << qPrintable(future.result().error().message);
    }
    EXPECT_EQ(renewals(), 1);
    EXPECT_EQ(endings(), 0);
}

TEST_F(Renewal, RotatedRefreshTokenIsStoredBeforeRequestsContinue)
{
    const auto before = m_keychain.entries.first();
    pass(25h);
    ASSERT_TRUE(ask().has_value());
    EXPECT_NE(m_keychain.entries.first(), before);
    // Repeatedly, each time with the newest refresh token.
    for (int i = 0; i < 3; ++i) {
        pass(25h);
        ASSERT_TRUE(ask().has_value());
    }
    EXPECT_EQ(renewals(), 4);
    SignInService next(m_keychain, m_browser, m_clock);
    next.setInstance(m_instance, m_access);
    pass(25h);
    EXPECT_TRUE(ask(next).has_value());
}

TEST_F(Renewal, EndedSessionIsReportedOnce)
{
    m_server.forgetRefreshTokens(); // Dex was restarted
    m_server.revokeAll();
    HttpClient client(m_service.access(kId), m_clock);
    std::vector<QFuture<Result<Reply>>> futures;
    for (int i = 0; i < 20; ++i)
        futures.push_back(client.get({.path = versionPath()}, &m_context));
    for (const auto &future : futures) {
        ASSERT_TRUE(waitFor(future));
        ASSERT_FALSE(future.result().has_value());
        EXPECT_EQ(future.result().error().kind, Error::Kind::SignInNeeded);
    }
    EXPECT_EQ(renewals(), 1);
    EXPECT_EQ(endings(), 1);
    EXPECT_TRUE(m_states.back().message.contains(u"claimed by another client"_s))
        << qPrintable(m_states.back().message);
    // No further request is sent.
    const auto sent = m_server.requests().size();
    EXPECT_FALSE(ask().has_value());
    EXPECT_EQ(m_server.requests().size(), sent);
}

TEST_F(Renewal, UsesATokenRenewedByAnotherProcess)
{
    SignInService other(m_keychain, m_browser, m_clock); // a command while the window runs
    other.setInstance(m_instance, m_access);
    ASSERT_TRUE(ask(other).has_value());
    pass(25h);
    ASSERT_TRUE(ask(other).has_value());
    ASSERT_EQ(renewals(), 1);
    ASSERT_TRUE(ask().has_value()); // our refresh token was used by the other process
    EXPECT_EQ(renewals(), 1);
    EXPECT_EQ(endings(), 0);
}

// The provider ends the sign-in if a refresh token is used twice, so two processes must not renew at the same time.
TEST_F(Renewal, ProcessesRenewOneAtATime)
{
    m_server.endsSignInOnReuse = true;
    m_server.tokenDelay = Duration(100); // long enough for the other processes to try
    std::vector<std::unique_ptr<SignInService>> others;
    for (int i = 0; i < 5; ++i) {
        others.push_back(std::make_unique<SignInService>(m_keychain, m_browser, m_clock));
        others.back()->setInstance(m_instance, m_access);
    }
    pass(25h);
    m_server.revokeAll();
    std::vector<std::unique_ptr<HttpClient>> clients;
    std::vector<QFuture<Result<Reply>>> futures;
    for (const auto &other : others) {
        clients.push_back(std::make_unique<HttpClient>(other->access(kId), m_clock));
        futures.push_back(clients.back()->get({.path = versionPath()}, &m_context));
    }
    ASSERT_TRUE(ask().has_value());
    for (const auto &future : futures) {
        ASSERT_TRUE(waitFor(future));
        EXPECT_TRUE(future.result().has_value()) << qPrintable(future.result().error().message);
    }
    EXPECT_EQ(renewals(), 1);
    EXPECT_EQ(endings(), 0);
    pass(25h);
    EXPECT_TRUE(ask().has_value()) << "the sign-in is still valid";
}

TEST_F(Renewal, WaitsForAHangingLockHolderAndNamesIt)
{
    ProcessLock hanging(lockFile());
    ASSERT_EQ(hanging.tryLock(), ProcessLock::Outcome::Taken);
    pass(25h);
    HttpClient client(m_service.access(kId), m_clock);
    const auto future = client.get({.path = versionPath()}, &m_context);
    int turns = 0;
    std::ignore = waitUntil([&turns] { return ++turns == 20; });
    EXPECT_FALSE(future.isFinished());
    EXPECT_EQ(renewals(), 0) << "no concurrent renewal";
    hanging.unlock();
    ASSERT_TRUE(waitFor(future));
    EXPECT_TRUE(future.result().has_value());
    EXPECT_EQ(renewals(), 1);
    EXPECT_LT(StoredSignIn::kLockLimit, Request().deadline) << "otherwise a request would end without this reason";
}

// Another process renewed the token, and that token expired too before this process used it: the refresh token of the
// other process counts.
TEST_F(Renewal, ExpiredTokenOfAnotherProcessIsRenewedWithItsRefreshToken)
{
    m_server.endsSignInOnReuse = true;
    SignInService other(m_keychain, m_browser, m_clock);
    other.setInstance(m_instance, m_access);
    ASSERT_TRUE(ask(other).has_value());
    pass(25h);
    ASSERT_TRUE(ask(other).has_value());
    pass(25h);
    ASSERT_TRUE(ask().has_value());
    EXPECT_EQ(renewals(), 2);
    EXPECT_EQ(endings(), 0);
}

// The other process stores a token that ends before the old one. The stored one counts nevertheless.
TEST_F(Renewal, UsesATokenStoredByAnotherProcessEvenIfItExpiresEarlier)
{
    m_server.endsSignInOnReuse = true;
    SignInService other(m_keychain, m_browser, m_clock);
    other.setInstance(m_instance, m_access);
    ASSERT_TRUE(ask(other).has_value());
    m_server.revokeAll();
    m_server.lifetime = 3'600; // ends earlier than the old token would
    ASSERT_TRUE(ask(other).has_value());
    ASSERT_EQ(renewals(), 1);
    ASSERT_TRUE(ask().has_value()) << "refused with the old token";
    EXPECT_EQ(renewals(), 1);
    EXPECT_EQ(endings(), 0);
}

TEST_F(Renewal, RevokedSignInNamesTheLikelyCause)
{
    m_server.forgetRefreshTokens(); // the same user signed in at Dex again
    pass(25h);
    const auto asked = ask();
    ASSERT_FALSE(asked.has_value());
    EXPECT_EQ(asked.error().kind, Error::Kind::SignInNeeded);
    EXPECT_TRUE(asked.error().message.contains(u"another sign-in by the same user"_s))
        << qPrintable(asked.error().message);
}

TEST_F(Renewal, RejectsAnUnsignedRenewedToken)
{
    m_server.algorithm = "none";
    pass(25h);
    EXPECT_FALSE(ask().has_value());
    EXPECT_EQ(endings(), 1);
    EXPECT_TRUE(m_states.back().message.contains(u"not signed"_s)) << qPrintable(m_states.back().message);
}

TEST_F(Renewal, SignOutWaitsForRenewalByAnotherProcess)
{
    ProcessLock renewing(lockFile());
    ASSERT_EQ(renewing.tryLock(), ProcessLock::Outcome::Taken);
    std::optional<bool> isForgotten;
    QObject::connect(&m_service, &SignInService::signedOut, &m_context,
                     [&isForgotten](const QString &, const QString &, bool forgotten) { isForgotten = forgotten; });
    m_service.signOut(kId);
    ASSERT_TRUE(waitUntil([this] { return m_server.count("POST /auth/logout") == 1; }));
    drainEvents();
    EXPECT_FALSE(isForgotten.has_value());
    m_keychain.entries[keychainEntryName(m_instance, KeychainKind::SignIn)] = "what the other one stored";
    renewing.unlock();
    ASSERT_TRUE(waitUntil([&isForgotten] { return isForgotten.has_value(); }));
    EXPECT_TRUE(*isForgotten);
    EXPECT_TRUE(m_keychain.entries.isEmpty()) << "a renewal does not undo the sign-out";
}

TEST_F(Renewal, AnotherProcessCanSignOutAndInAgain)
{
    SignInService other(m_keychain, m_browser, m_clock);
    other.setInstance(m_instance, m_access);
    std::optional<bool> isForgotten;
    QObject::connect(&other, &SignInService::signedOut, &m_context,
                     [&isForgotten](const QString &, const QString &, bool forgotten) { isForgotten = forgotten; });
    other.signOut(kId);
    ASSERT_TRUE(waitUntil([&isForgotten] { return isForgotten.has_value(); }));
    EXPECT_FALSE(ask().has_value());
    EXPECT_EQ(endings(), 1);
    EXPECT_EQ(renewals(), 0) << "a signed-out instance is not renewed";

    int done = 0;
    QObject::connect(&other, &SignInService::progressed, &m_context, [&done](const SignInProgress &progress) {
        done += progress.step == SignInProgress::Step::Done ? 1 : 0;
    });
    other.signIn(kId, SignInMethod::Sso, {}, {});
    ASSERT_TRUE(waitUntil([&done] { return done == 1; }));
    pass(11s);
    EXPECT_TRUE(ask().has_value());
    EXPECT_EQ(endings(), 1);
}

TEST_F(Renewal, ExpiredKeychainTokenIsNotRetried)
{
    m_server.forgetRefreshTokens();
    m_server.revokeAll();
    EXPECT_FALSE(ask().has_value());
    ASSERT_EQ(endings(), 1);
    for (int i = 0; i < 3; ++i) {
        pass(1min);
        EXPECT_FALSE(ask().has_value());
    }
    EXPECT_EQ(endings(), 1);
    EXPECT_EQ(renewals(), 1);
}

TEST_F(Renewal, NetworkErrorsDoNotSignOut)
{
    pass(25h);
    for (const auto &fault :
         {plain("500 Internal Server Error", R"({"error":"server_error"})"),
          plain("503 Service Unavailable", "<html>busy</html>", "text/html"),
          plain("303 See Other", "<html>has_sso_error</html>", "text/html"), plain("200 OK", "<html>portal</html>"),
          plain("429 Too Many Requests", R"({"error":"invalid_request"})"), Script{reset()},
          Script{send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"), finish()}}) {
        m_server.tokenFault = fault;
        const auto asked = ask();
        ASSERT_FALSE(asked.has_value());
        EXPECT_NE(asked.error().kind, Error::Kind::SignInNeeded) << qPrintable(asked.error().message);
        EXPECT_TRUE(asked.error().retryable);
        m_clock.advance(11s); // before that, no request is sent
    }
    EXPECT_EQ(endings(), 0);
    m_server.tokenFault.reset();
    EXPECT_TRUE(ask().has_value());
}

TEST_F(Renewal, FailedRenewalIsNotRetriedImmediately)
{
    pass(25h);
    m_server.tokenFault = plain("503 Service Unavailable", "{}");
    EXPECT_FALSE(ask().has_value());
    for (int i = 0; i < 10; ++i)
        EXPECT_FALSE(ask().has_value());
    EXPECT_EQ(renewals(), 1);
}

TEST_F(Renewal, NeedsSignInWithoutAnIdToken)
{
    m_server.givesIdTokenOnRefresh = false;
    pass(25h);
    const auto asked = ask();
    ASSERT_FALSE(asked.has_value());
    EXPECT_EQ(asked.error().kind, Error::Kind::SignInNeeded);
    EXPECT_TRUE(asked.error().message.contains(u"id_token"_s));
    EXPECT_EQ(endings(), 1);
}

TEST_F(Renewal, RejectsATokenForAnotherUser)
{
    m_server.audience = "another-client";
    pass(25h);
    EXPECT_FALSE(ask().has_value());
    EXPECT_EQ(endings(), 1);
    EXPECT_TRUE(m_states.back().message.contains(u"another-client"_s));
}

TEST_F(Renewal, DetectsAServerThatHidesExpiry)
{
    // users.anonymous.enabled: an expired session gives no 401, only fewer applications.
    m_server.isAnonymous = true;
    m_server.revokeAll();
    m_service.retry(kId);
    EXPECT_TRUE(waitUntil([this] { return renewals() == 1; }));
    EXPECT_TRUE(ask().has_value());
    EXPECT_EQ(endings(), 0);
    m_server.forgetRefreshTokens();
    m_server.revokeAll();
    m_service.retry(kId);
    EXPECT_TRUE(waitUntil([this] { return endings() == 1; }));
}

TEST_F(Renewal, KeepsTheRefreshTokenIfTheProviderSendsNone)
{
    m_server.givesRefreshToken = false;
    m_server.keepsRefreshTokens = true;
    for (int i = 0; i < 3; ++i) {
        pass(25h);
        ASSERT_TRUE(ask().has_value());
    }
    EXPECT_EQ(renewals(), 3);
}

class LocalSession : public SignInFixture
{ };

TEST_F(LocalSession, UsesAndStoresTheServersNewerToken)
{
    ASSERT_EQ(signIn(SignInMethod::Password, u"admin"_s, "planted-password-77").step, SignInProgress::Step::Done);
    EXPECT_TRUE(m_service.session(kId).renewable);
    m_clock.advance(23h + 57min);
    m_server.now += (23h + 57min) / 1s;
    m_server.renewedToken = m_server.makeToken("argocd", "admin:login", m_server.now, m_server.now + 86'400);
    ASSERT_TRUE(ask().has_value());
    ASSERT_TRUE(
        waitUntil([this] { return m_service.session(kId).signedInUntil == std::optional(m_clock.now() + 24h); }));
    const auto newer = std::exchange(m_server.renewedToken, {});
    ASSERT_TRUE(waitUntil([&] { return m_keychain.entries.first().contains(newer); }));
    ASSERT_TRUE(ask().has_value());
    EXPECT_EQ(m_server.requests().back().headers["authorization"], "Bearer " + newer);
}

TEST_F(LocalSession, RejectsATokenOfAnotherAccount)
{
    ASSERT_EQ(signIn(SignInMethod::Password, u"admin"_s, "planted-password-77").step, SignInProgress::Step::Done);
    m_server.renewedToken = m_server.makeToken("argocd", "mallory:login", m_server.now, m_server.now + 864'000);
    ASSERT_TRUE(ask().has_value());
    drainEvents();
    EXPECT_EQ(m_service.session(kId).signedInUntil, m_clock.now() + 24h);
}

TEST_F(LocalSession, EndsOnceWhenExpired)
{
    ASSERT_EQ(signIn(SignInMethod::Password, u"admin"_s, "planted-password-77").step, SignInProgress::Step::Done);
    m_states.clear();
    m_clock.advance(25h);
    const auto sent = m_server.requests().size();
    for (int i = 0; i < 5; ++i)
        EXPECT_FALSE(ask().has_value());
    EXPECT_EQ(endings(), 1);
    EXPECT_EQ(m_server.requests().size(), sent) << "a token that is over is not sent";
}

TEST_F(LocalSession, ToleratesOneRefusalDuringAServerRestart)
{
    const auto token = m_server.makeToken("argocd", "ci:apiKey", m_server.now, m_server.now + 86'400);
    ASSERT_EQ(signIn(SignInMethod::Token, {}, token).step, SignInProgress::Step::Done);
    m_states.clear();
    m_server.refusesOnce = true;
    EXPECT_TRUE(ask().has_value());
    EXPECT_EQ(endings(), 0);
    m_server.revokeAll();
    EXPECT_FALSE(ask().has_value());
    EXPECT_EQ(endings(), 1);
}

} // namespace lynceus
