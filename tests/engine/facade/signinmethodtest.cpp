#include "core/engine/facade/localengine.h"
#include "tests/support/fakeargocd.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/observedengine.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;
using Step = SignInProgress::Step;

/// The window's engine with the file of instances, which keeps the sign-in method.
class SignInMethodTest : public ::testing::Test
{
protected:
    SignInMethodTest()
    {
        m_server.now = m_clock.now().time_since_epoch() / std::chrono::seconds(1);
        InstanceRegistry registry(InstancesFile(file()), m_clock);
        EXPECT_TRUE(registry.add(stagingAt(m_server.url())));
    }

    void start(const std::optional<KeychainProblem> &writeProblem = {})
    {
        EngineSetup setup;
        setup.instancesFile = file();
        setup.makeKeychain = [writeProblem] {
            auto keychain = std::make_unique<FakeKeychain>();
            keychain->writeProblem = writeProblem;
            return keychain;
        };
        m_engine = makeObservedEngine(setup, m_clock, m_reported);
        m_engine->start();
        ASSERT_TRUE(waitUntil([this] { return m_reported.started; }));
    }

    [[nodiscard]] bool signInEnds(SignInMethod method, const QByteArray &secret)
    {
        m_reported.progress = {};
        m_engine->signIn(u"one"_s, method, method == SignInMethod::Password ? u"admin"_s : QString(),
                         Secret(QByteArray(secret)));
        return waitUntil(
            [this] { return m_reported.progress.step == Step::Done || m_reported.progress.step == Step::Failed; });
    }

    [[nodiscard]] Instance kept() const { return InstancesFile(file()).read()->instances.front(); }
    [[nodiscard]] QString file() const { return m_folder.filePath(u"instances.json"_s); }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    FakeArgoCd m_server;
    ReportedState m_reported;
    std::unique_ptr<LocalEngine> m_engine;
};

TEST_F(SignInMethodTest, StoresTheUserNameAfterSignIn)
{
    start();
    ASSERT_TRUE(signInEnds(SignInMethod::Password, "planted-password-77"));
    ASSERT_EQ(m_reported.progress.step, Step::Done) << m_reported.progress.error.message.toStdString();
    ASSERT_TRUE(waitUntil([this] { return m_reported.state.instance.signIn == SignInMethod::Password; }));
    EXPECT_EQ(kept().signIn, SignInMethod::Password);
    EXPECT_EQ(kept().userName, u"admin"_s);
    EXPECT_TRUE(m_reported.notices.isEmpty()) << m_reported.notices.join(u'\n').toStdString();
}

TEST_F(SignInMethodTest, StoresNothingAfterAFailedSignIn)
{
    start();
    ASSERT_TRUE(signInEnds(SignInMethod::Password, "wrong"));
    EXPECT_EQ(m_reported.progress.step, Step::Failed);
    EXPECT_EQ(kept().signIn, SignInMethod::Anonymous);
    EXPECT_TRUE(kept().userName.isEmpty());
}

TEST_F(SignInMethodTest, KeepsATokenWithoutKeychainForTheRun)
{
    start(KeychainProblem{KeychainProblem::Kind::Absent, u"no keychain is available"_s});
    ASSERT_TRUE(signInEnds(SignInMethod::Password, "planted-password-77"));
    ASSERT_EQ(m_reported.progress.step, Step::Done);
    EXPECT_TRUE(m_reported.progress.tokenForThisRunOnly);
    // Before, the instance was anonymous.
    ASSERT_TRUE(waitUntil([this] { return m_reported.state.instance.signIn == SignInMethod::Password; }));
    EXPECT_TRUE(waitUntil(
        [this] { return m_reported.state.tokenForThisRunOnly && m_reported.state.signedInUntil.has_value(); }));
}

} // namespace

} // namespace lynceus
