#include "core/domain/auth/keychainentry.h"
#include "core/domain/fetch/accessstate.h"
#include "tests/engine/signin/signinfixture.h"
#include "tests/support/logcapture.h"

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;
using namespace std::chrono_literals;

using SignIn = SignInFixture;

TEST_F(SignIn, WithSingleSignOnLikeTheArgocdCli)
{
    const LogCapture log;
    const auto done = signIn(SignInMethod::Sso);

    ASSERT_EQ(done.step, SignInProgress::Step::Done) << qPrintable(done.error.message);
    EXPECT_EQ(done.user, u"dev@acme.example"_s);
    EXPECT_FALSE(done.tokenForThisRunOnly);
    const auto session = m_service.session(kId);
    EXPECT_EQ(session.status, SessionState::Status::SignedIn);
    EXPECT_TRUE(session.renewable);
    EXPECT_EQ(session.signedInUntil, m_clock.now() + 24h);
    ASSERT_TRUE(waitUntil([this] { return m_browser.status == 200; }));
    EXPECT_TRUE(m_browser.page.contains("Signed in"));
    ASSERT_TRUE(ask().has_value());
    ASSERT_EQ(m_keychain.entries.size(), 1);
    EXPECT_EQ(m_keychain.entries.firstKey(), keychainEntryName(m_instance, KeychainKind::SignIn));
    for (const auto &secret : m_server.secrets()) {
        EXPECT_FALSE(log.text().contains(QString::fromLatin1(secret))) << secret.constData();
        EXPECT_FALSE(m_browser.page.contains(secret));
    }
}

TEST_F(SignIn, PageReportsThatArgoCdRejectedTheProvidersToken)
{
    m_server.takesNoToken = true;
    const auto failed = signIn(SignInMethod::Sso);
    EXPECT_EQ(failed.step, SignInProgress::Step::Failed);
    ASSERT_TRUE(waitUntil([this] { return m_browser.status != 0; }));
    EXPECT_EQ(m_browser.status, 400);
    EXPECT_TRUE(m_browser.page.contains("does not accept this token")) << m_browser.page.constData();
    EXPECT_FALSE(m_browser.page.contains("Signed in")) << m_browser.page.constData();
}

TEST_F(SignIn, ReportsEachStepAndALinkWithoutSecrets)
{
    std::ignore = signIn(SignInMethod::Sso);

    std::vector<SignInProgress::Step> steps;
    for (const auto &progress : m_progress)
        steps.push_back(progress.step);
    using Step = SignInProgress::Step;
    EXPECT_EQ(steps, (std::vector{Step::Asking, Step::WaitsForPerson, Step::Redeeming, Step::Done}));
    const auto link = m_progress[1].link;
    EXPECT_EQ(link, m_browser.lastLink);
    EXPECT_TRUE(link.toString().startsWith(m_server.issuer()));
    for (const auto &secret : m_server.secrets())
        EXPECT_FALSE(link.toEncoded().contains(secret));
}

TEST_F(SignIn, WithUserNameAndPasswordThatIsNotStored)
{
    const auto done = signIn(SignInMethod::Password, u"admin"_s, "planted-password-77");

    ASSERT_EQ(done.step, SignInProgress::Step::Done) << qPrintable(done.error.message);
    EXPECT_EQ(m_service.session(kId).status, SessionState::Status::SignedIn);
    for (const auto &entry : std::as_const(m_keychain.entries))
        EXPECT_FALSE(entry.contains("planted-password"));
    EXPECT_TRUE(ask().has_value());
}

TEST_F(SignIn, WrongPasswordIsTriedOnce)
{
    const auto failed = signIn(SignInMethod::Password, u"admin"_s, "wrong");

    EXPECT_EQ(failed.step, SignInProgress::Step::Failed);
    EXPECT_EQ(failed.error.kind, Error::Kind::SignInNeeded);
    EXPECT_TRUE(failed.error.message.contains(u"Invalid username or password"_s));
    EXPECT_EQ(m_server.count("POST /api/v1/session"), 1);
}

TEST_F(SignIn, RedirectCarriesNoPasswordOrToken)
{
    FakeArgoCd foreignServer;
    const auto redirect = [&foreignServer](const QByteArray &path) {
        return Script{send("HTTP/1.1 307 Temporary Redirect\r\nLocation: " + foreignServer.url().toEncoded() + path
                           + "\r\nContent-Length: 0\r\n\r\n")};
    };
    m_server.sessionFault = redirect("/api/v1/session");
    const auto failed = signIn(SignInMethod::Password, u"admin"_s, "planted-password-77");
    EXPECT_EQ(failed.step, SignInProgress::Step::Failed);
    m_server.sessionFault.reset();
    ASSERT_EQ(signIn(SignInMethod::Password, u"admin"_s, "planted-password-77").step, SignInProgress::Step::Done);
    m_server.apiFault = redirect("/api/version");
    EXPECT_FALSE(ask().has_value());
    std::optional<QString> trouble;
    QObject::connect(&m_service, &SignInService::signedOut, &m_context,
                     [&trouble](const QString &, const QString &warning) { trouble = warning; });
    m_service.signOut(kId);
    ASSERT_TRUE(waitUntil([&trouble] { return trouble.has_value(); }));
    EXPECT_TRUE(foreignServer.requests().empty()) << foreignServer.requests().front().line.constData();
}

TEST_F(SignIn, WithAPastedToken)
{
    const auto token = m_server.makeToken("argocd", "ci:apiKey", m_server.now, m_server.now + 3600);
    const auto done = signIn(SignInMethod::Token, {}, token);

    ASSERT_EQ(done.step, SignInProgress::Step::Done) << qPrintable(done.error.message);
    EXPECT_FALSE(m_service.session(kId).renewable);
    EXPECT_EQ(m_service.session(kId).signedInUntil, m_clock.now() + 1h);
    EXPECT_TRUE(ask().has_value());
}

TEST_F(SignIn, InvalidRevokedOrExpiredPastedTokenIsRejected)
{
    const auto revoked = m_server.makeToken("argocd", "ci:apiKey", m_server.now, m_server.now + 3600);
    m_server.revoke(revoked);
    const auto over = m_server.makeToken("argocd", "ci:apiKey", m_server.now - 7200, m_server.now - 3600);
    for (const auto &token : {QByteArray("nonsense"), revoked, over}) {
        const auto failed = signIn(SignInMethod::Token, {}, token);
        EXPECT_EQ(failed.step, SignInProgress::Step::Failed);
        EXPECT_FALSE(failed.error.message.contains(QString::fromLatin1(token)));
        EXPECT_TRUE(m_keychain.entries.isEmpty());
    }
}

TEST_F(SignIn, AnonymousAccessNeedsTheServersPermission)
{
    m_instance.signIn = SignInMethod::Anonymous;
    m_service.setInstance(m_instance, m_access);
    EXPECT_EQ(signIn(SignInMethod::Anonymous).step, SignInProgress::Step::Failed);
    m_server.isAnonymous = true;
    EXPECT_EQ(signIn(SignInMethod::Anonymous).step, SignInProgress::Step::Done);
    EXPECT_EQ(m_service.session(kId).status, SessionState::Status::Anonymous);
    EXPECT_TRUE(ask().has_value());
    EXPECT_TRUE(m_keychain.entries.isEmpty());
}

TEST_F(SignIn, SurvivesARestart)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);

    SignInService next(m_keychain, m_browser, m_clock);
    next.setInstance(m_instance, m_access);
    EXPECT_EQ(next.session(kId).status, SessionState::Status::Reading);
    EXPECT_TRUE(ask(next).has_value());
    EXPECT_EQ(next.session(kId).status, SessionState::Status::SignedIn);
    ASSERT_TRUE(waitUntil([&next] { return next.session(kId).user == u"dev@acme.example"_s; }));
}

TEST_F(SignIn, SignOutRevokesAndDeletesTokens)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
    std::optional<QString> trouble;
    QObject::connect(&m_service, &SignInService::signedOut, &m_context,
                     [&trouble](const QString &, const QString &warning, bool isForgotten) {
                         EXPECT_TRUE(isForgotten);
                         trouble = warning;
                     });

    m_service.signOut(kId);

    ASSERT_TRUE(waitUntil([&trouble] { return trouble.has_value(); }));
    EXPECT_EQ(*trouble, QString());
    EXPECT_EQ(m_server.count("POST /auth/logout"), 1);
    EXPECT_TRUE(m_keychain.entries.isEmpty());
    EXPECT_EQ(m_service.session(kId).status, SessionState::Status::SignInNeeded);
    const auto refused = ask();
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, Error::Kind::SignInNeeded);
}

TEST_F(SignIn, SlowSignOutKeepsTheSignInThatFollows)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
    const auto first = m_keychain.entries.first();
    std::optional<QString> trouble;
    QObject::connect(&m_service, &SignInService::signedOut, &m_context,
                     [&trouble](const QString &, const QString &said, bool isForgotten) {
                         EXPECT_TRUE(isForgotten);
                         trouble = said;
                     });
    m_server.logoutDelay = 3s;
    m_service.signOut(kId);
    ASSERT_TRUE(waitUntil([this] { return m_server.count("POST /auth/logout") == 1; }));
    ASSERT_EQ(signIn(SignInMethod::Password, u"admin"_s, "planted-password-77").step, SignInProgress::Step::Done);
    ASSERT_FALSE(trouble.has_value()) << "the server is still revoking the old token";

    ASSERT_TRUE(waitUntil([&trouble] { return trouble.has_value(); }));
    drainEvents();
    EXPECT_EQ(*trouble, QString()) << "the old token was revoked";
    EXPECT_EQ(m_service.session(kId).status, SessionState::Status::SignedIn);
    ASSERT_EQ(m_keychain.entries.size(), 1);
    EXPECT_NE(m_keychain.entries.first(), first) << "the new token is stored";
    EXPECT_TRUE(ask().has_value());
}

TEST_F(SignIn, AfterSignOutAFailedWriteToTheKeychainIsNoLongerReported)
{
    m_keychain.writeProblem = KeychainProblem{KeychainProblem::Kind::Locked, u"the keychain is locked"_s};
    ASSERT_TRUE(signIn(SignInMethod::Sso).tokenForThisRunOnly);
    m_keychain.writeProblem.reset();
    bool isSignedOut = false;
    QObject::connect(&m_service, &SignInService::signedOut, &m_context, [&isSignedOut] { isSignedOut = true; });
    m_service.signOut(kId);
    ASSERT_TRUE(waitUntil([&isSignedOut] { return isSignedOut; }));

    Credentials other; // of another process
    other.bearer = Secret(m_server.makeToken("argocd", "ci:apiKey", m_server.now, m_server.now + 3600));
    m_keychain.entries[keychainEntryName(m_instance, KeychainKind::SignIn)] = writtenCredentials(other).reveal();
    EXPECT_TRUE(ask().has_value());
    EXPECT_EQ(m_service.session(kId).status, SessionState::Status::SignedIn);
    EXPECT_FALSE(m_service.session(kId).tokenForThisRunOnly);
    EXPECT_EQ(m_service.session(kId).message, QString());
}

TEST_F(SignIn, WithoutAKeychainTheTokenIsKeptInMemoryAndThisIsReported)
{
    m_keychain.readProblem = KeychainProblem{KeychainProblem::Kind::Absent, u"no keychain is available"_s};
    m_keychain.writeProblem = m_keychain.readProblem;
    const auto done = signIn(SignInMethod::Sso);

    ASSERT_EQ(done.step, SignInProgress::Step::Done);
    EXPECT_TRUE(done.tokenForThisRunOnly);
    EXPECT_TRUE(m_service.session(kId).tokenForThisRunOnly);
    EXPECT_EQ(m_service.session(kId).message, u"no keychain is available"_s);
    EXPECT_TRUE(ask().has_value());
}

TEST_F(SignIn, LockedKeychainIsASeparateStateAndIsReadAgain)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
    SignInService next(m_keychain, m_browser, m_clock);
    next.setInstance(m_instance, m_access);
    m_keychain.readProblem = KeychainProblem{KeychainProblem::Kind::Locked, u"the keychain is locked"_s};

    const auto refused = ask(next);
    ASSERT_FALSE(refused.has_value());
    EXPECT_TRUE(lacksToken(refused.error())) << "no server rejected anything";
    const auto again = ask(next); // too early to read the keychain again
    ASSERT_FALSE(again.has_value());
    EXPECT_TRUE(lacksToken(again.error())) << "no server rejected anything";
    EXPECT_EQ(next.session(kId).status, SessionState::Status::KeychainShut);
    EXPECT_EQ(next.session(kId).message, u"the keychain is locked"_s);

    m_keychain.readProblem.reset();
    next.retry(kId);
    ASSERT_TRUE(waitUntil([&next] { return next.session(kId).status == SessionState::Status::SignedIn; }));
    EXPECT_TRUE(ask(next).has_value());
}

TEST_F(SignIn, RemovingAnInstanceRemovesItsEntry)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
    auto access = m_service.access(kId);
    m_service.removeInstance(kId);
    EXPECT_TRUE(waitUntil([this] { return m_keychain.entries.isEmpty(); }));
    const auto refused = requestWithToken(access);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, Error::Kind::SignInNeeded);
}

TEST_F(SignIn, TokenIsNotSentToAnotherUrl)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
    FakeArgoCd other;
    m_instance.baseUrl = other.url();
    m_access.baseUrl = other.url();
    m_service.setInstance(m_instance, m_access);
    EXPECT_FALSE(ask().has_value());
    for (const auto &request : other.requests())
        EXPECT_FALSE(request.headers.contains("authorization"));
}

TEST_F(SignIn, UndeletedKeychainEntryIsReportedAndNotUsed)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
    m_keychain.writeProblem = KeychainProblem{KeychainProblem::Kind::TimedOut, u"the keychain did not respond"_s};
    std::optional<bool> forgotten;
    QString warning;
    QObject::connect(&m_service, &SignInService::signedOut, &m_context,
                     [&](const QString &, const QString &trouble, bool isForgotten) {
                         forgotten = isForgotten;
                         warning = trouble;
                     });
    m_service.signOut(kId);
    ASSERT_TRUE(waitUntil([&] { return forgotten.has_value(); }));
    EXPECT_FALSE(*forgotten);
    EXPECT_TRUE(warning.contains(u"did not respond"_s));
    ASSERT_EQ(m_keychain.entries.size(), 1);
    EXPECT_FALSE(ask()) << "the entry is still readable but must not be used";
    EXPECT_EQ(m_service.session(kId).status, SessionState::Status::SignInNeeded);
}

TEST_F(SignIn, RemovalReportsEntriesLeftInTheKeychain)
{
    ASSERT_EQ(signIn(SignInMethod::Sso).step, SignInProgress::Step::Done);
    m_keychain.writeProblem = KeychainProblem{KeychainProblem::Kind::Locked, u"the keychain is locked"_s};
    QStringList left;
    QObject::connect(&m_service, &SignInService::leftBehind, &m_context,
                     [&left](const QString &name, const QString &trouble) {
                         left = {name, trouble};
                     });
    m_service.removeInstance(kId);
    ASSERT_TRUE(waitUntil([&left] { return !left.isEmpty(); }));
    EXPECT_EQ(left, (QStringList{u"staging"_s, u"the keychain is locked"_s}));
}

} // namespace lynceus
