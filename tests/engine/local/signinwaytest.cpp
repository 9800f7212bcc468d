#include "core/engine/localengine.h"
#include "core/io/signin/systembrowser.h"
#include "tests/support/fakeargocd.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;
using Step = SignInProgress::Step;

/// The window's engine, and what it keeps of a sign-in in the file with the instances.
class KeepsTheWay : public ::testing::Test
{
protected:
    KeepsTheWay()
    {
        m_server.now = m_clock.now().time_since_epoch() / std::chrono::seconds(1);
        Instance instance;
        instance.id = u"one"_s;
        instance.name = u"staging"_s;
        instance.baseUrl = m_server.url();
        instance.colour = u"#3366cc"_s;
        instance.signIn = SignInMethod::Anonymous;
        InstanceBook book(InstancesFile(file()), m_clock);
        EXPECT_TRUE(book.add(instance));
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
        setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
        m_engine = std::make_unique<LocalEngine>(setup, m_clock);
        QObject::connect(m_engine.get(), &Engine::started, m_engine.get(), [this] { m_started = true; });
        QObject::connect(m_engine.get(), &Engine::instanceChanged, m_engine.get(),
                         [this](const InstanceState &state) { m_state = state; });
        QObject::connect(m_engine.get(), &Engine::signInChanged, m_engine.get(),
                         [this](const SignInProgress &progress) { m_progress = progress; });
        QObject::connect(m_engine.get(), &Engine::noticeRaised, m_engine.get(),
                         [this](const QString &sentence) { m_notices.append(sentence); });
        m_engine->start();
        ASSERT_TRUE(waitUntil([this] { return m_started; }));
    }

    [[nodiscard]] bool signInEnds(SignInMethod method, const QByteArray &secret)
    {
        m_progress = {};
        m_engine->signIn(u"one"_s, method, method == SignInMethod::Password ? u"admin"_s : QString(),
                         Secret(QByteArray(secret)));
        return waitUntil([this] { return m_progress.step == Step::Done || m_progress.step == Step::Failed; });
    }

    [[nodiscard]] Instance kept() const { return InstancesFile(file()).read()->instances.front(); }
    [[nodiscard]] QString file() const { return m_folder.filePath(u"instances.json"_s); }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    FakeArgoCd m_server;
    std::unique_ptr<LocalEngine> m_engine;
    InstanceState m_state;
    SignInProgress m_progress;
    QStringList m_notices;
    bool m_started = false;
};

TEST_F(KeepsTheWay, AndTheUserNameOfWhoeverGotIn)
{
    start();
    ASSERT_TRUE(signInEnds(SignInMethod::Password, "planted-password-77"));
    ASSERT_EQ(m_progress.step, Step::Done) << m_progress.error.message.toStdString();
    ASSERT_TRUE(waitUntil([this] { return m_state.instance.signIn == SignInMethod::Password; }));
    EXPECT_EQ(kept().signIn, SignInMethod::Password);
    EXPECT_EQ(kept().userName, u"admin"_s);
    EXPECT_TRUE(m_notices.isEmpty()) << m_notices.join(u'\n').toStdString();
}

TEST_F(KeepsTheWay, ButNotOfWhoeverDidNot)
{
    start();
    ASSERT_TRUE(signInEnds(SignInMethod::Password, "wrong"));
    EXPECT_EQ(m_progress.step, Step::Failed);
    EXPECT_EQ(kept().signIn, SignInMethod::Anonymous);
    EXPECT_TRUE(kept().userName.isEmpty());
}

TEST_F(KeepsTheWay, AndTheTokenThatNoKeychainKeepsStillCounts)
{
    start(KeychainProblem{KeychainProblem::Kind::Absent, u"there is no keychain here"_s});
    ASSERT_TRUE(signInEnds(SignInMethod::Password, "planted-password-77"));
    ASSERT_EQ(m_progress.step, Step::Done);
    EXPECT_TRUE(m_progress.tokenForThisRunOnly);
    // The instance was an anonymous one until now.
    ASSERT_TRUE(waitUntil([this] { return m_state.instance.signIn == SignInMethod::Password; }));
    EXPECT_TRUE(waitUntil([this] { return m_state.tokenForThisRunOnly && m_state.signedInUntil.has_value(); }));
}

} // namespace

} // namespace lynceus
