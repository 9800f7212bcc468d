#pragma once

#include "core/engine/signin/signinservice.h"
#include "core/io/http/requests/httpclient.h"
#include "tests/support/fakeargocd.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/testbrowser.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

namespace lynceus {

/// An instance with a server that fails on request; keychain, browser and clock belong to the test.
class SignInFixture : public testing::Test
{
protected:
    static inline const QString kId = QStringLiteral("one");

    SignInFixture()
    {
        m_clock.jump(std::chrono::seconds(m_server.now) - m_clock.now().time_since_epoch());
        m_instance.id = kId;
        m_instance.name = QStringLiteral("staging");
        m_instance.baseUrl = m_server.url();
        m_instance.callbackPort = 0; // the system chooses one
        m_access.baseUrl = m_server.url();
        m_service.setInstance(m_instance, m_access);
        QObject::connect(&m_service, &SignInService::progressed, &m_context,
                         [this](const SignInProgress &progress) { m_progress.push_back(progress); });
        QObject::connect(&m_service, &SignInService::sessionChanged, &m_context,
                         [this](const QString &, const SessionState &state) { m_states.push_back(state); });
    }

    [[nodiscard]] bool isOver() const
    {
        using Step = SignInProgress::Step;
        return !m_progress.empty() && (m_progress.back().step == Step::Done || m_progress.back().step == Step::Failed);
    }

    /// Signs in. @return how the sign-in ended.
    SignInProgress signIn(SignInMethod method, const QString &user = {}, const QByteArray &secret = {})
    {
        m_progress.clear();
        m_service.signIn(kId, method, user, Secret(QByteArray(secret)));
        EXPECT_TRUE(test::waitUntil([this] { return isOver(); }));
        return m_progress.empty() ? SignInProgress() : m_progress.back();
    }

    Result<Reply> requestWithToken(const InstanceAccess &access)
    {
        HttpClient client(access, m_clock);
        const auto future = client.get({.path = versionPath()}, &m_context);
        EXPECT_TRUE(test::waitFor(future));
        return future.isFinished() && future.resultCount() == 1 ? future.result() : badInput(QStringLiteral("never"));
    }
    Result<Reply> ask(SignInService &service) { return requestWithToken(service.access(kId)); }
    Result<Reply> ask() { return ask(m_service); }

    /// How often the session reported that the user must sign in.
    [[nodiscard]] int endings() const
    {
        return static_cast<int>(std::count_if(m_states.begin(), m_states.end(), [](const SessionState &state) {
            return state.status == SessionState::Status::SignInNeeded;
        }));
    }

    test::FakeArgoCd m_server;
    test::FakeClock m_clock;
    test::FakeKeychain m_keychain;
    test::TestBrowser m_browser;
    QObject m_context;
    Instance m_instance;
    InstanceAccess m_access;
    SignInService m_service{m_keychain, m_browser, m_clock};
    std::vector<SignInProgress> m_progress;
    std::vector<SessionState> m_states;
};

} // namespace lynceus
