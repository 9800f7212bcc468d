#include "tests/engine/signin/signinfixture.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;
using Step = SignInProgress::Step;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

/// Two instances whose providers accept only the same callback port, like Dex.
class SharedPort : public SignInFixture
{
protected:
    SharedPort()
    {
        m_browser.goes = false;
        m_instance.callbackPort = freePort();
        m_service.setInstance(m_instance, m_access);
        m_second.id = u"two"_s;
        m_second.name = u"production"_s;
        m_second.baseUrl = m_otherServer.url();
        m_second.callbackPort = m_instance.callbackPort;
        InstanceAccess access;
        access.baseUrl = m_second.baseUrl;
        m_service.setInstance(m_second, access);
        m_service.signIn(kId, SignInMethod::Sso, {}, {});
        EXPECT_TRUE(reaches(kId, Step::WaitsForPerson));
        m_service.signIn(m_second.id, SignInMethod::Sso, {}, {});
    }

    /// The last progress of the sign-in.
    [[nodiscard]] SignInProgress last(const QString &id) const
    {
        const auto found = std::find_if(m_progress.rbegin(), m_progress.rend(),
                                        [&id](const SignInProgress &progress) { return progress.instance == id; });
        return found == m_progress.rend() ? SignInProgress() : *found;
    }
    [[nodiscard]] bool reaches(const QString &id, Step step)
    {
        return waitUntil([&] { return last(id).instance == id && last(id).step == step; });
    }

    FakeArgoCd m_otherServer;
    Instance m_second;
};

TEST_F(SharedPort, SecondSignInWaitsWithAMessage)
{
    EXPECT_EQ(last(m_second.id).step, Step::Asking);
    EXPECT_TRUE(last(m_second.id).note.contains(u"staging"_s));
    EXPECT_TRUE(last(m_second.id).note.contains(QString::number(m_second.callbackPort)));
    drainEvents();
    EXPECT_TRUE(m_otherServer.requests().empty());

    m_browser.go(last(kId).link);
    ASSERT_TRUE(reaches(kId, Step::Done)) << last(kId).error.message.toStdString();
    ASSERT_TRUE(reaches(m_second.id, Step::WaitsForPerson)) << last(m_second.id).error.message.toStdString();
    EXPECT_TRUE(last(m_second.id).note.isEmpty());
    m_browser.go(last(m_second.id).link);
    EXPECT_TRUE(reaches(m_second.id, Step::Done)) << last(m_second.id).error.message.toStdString();
}

TEST_F(SharedPort, NextSignInStartsAfterTheFirstIsCancelled)
{
    m_service.cancelSignIn(kId);
    drainEvents();
    EXPECT_TRUE(reaches(m_second.id, Step::WaitsForPerson)) << last(m_second.id).error.message.toStdString();
}

TEST_F(SharedPort, WaitingSignInCanBeCancelled)
{
    m_service.cancelSignIn(m_second.id);
    EXPECT_EQ(last(m_second.id).step, Step::Failed);
    m_browser.go(last(kId).link);
    ASSERT_TRUE(reaches(kId, Step::Done));
    drainEvents();
    EXPECT_TRUE(m_otherServer.requests().empty());
}

TEST_F(SharedPort, NewSignInReplacesTheOldAttempt)
{
    const auto before = m_browser.opened;
    m_service.signIn(kId, SignInMethod::Sso, {}, {});
    drainEvents();
    EXPECT_TRUE(waitUntil([&] { return m_browser.opened > before; }));
    EXPECT_TRUE(waitUntil([this] {
        return last(kId).step == Step::WaitsForPerson || last(m_second.id).step == Step::WaitsForPerson;
    })) << last(kId).error.message.toStdString();
    EXPECT_NE(last(kId).step, Step::Failed);
    EXPECT_NE(last(m_second.id).step, Step::Failed);
}

TEST_F(SharedPort, OtherSignInMethodsNeedNoPort)
{
    m_service.cancelSignIn(m_second.id);
    const auto token = m_otherServer.makeToken("argocd", "ci:apiKey", m_server.now, m_server.now + 3600);
    m_service.signIn(m_second.id, SignInMethod::Token, {}, Secret(QByteArray(token)));
    EXPECT_TRUE(reaches(m_second.id, Step::Done)) << last(m_second.id).error.message.toStdString();
}

} // namespace

} // namespace lynceus
