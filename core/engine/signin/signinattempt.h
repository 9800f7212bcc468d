#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/model/instance.h"
#include "core/engine/clients/argocdclient.h"
#include "core/engine/signin/signinprogress.h"
#include "core/io/signin/browser.h"
#include "core/io/signin/credentials.h"
#include "core/io/signin/signinhttp.h"
#include "core/io/signin/ssoflow.h"

#include <QObject>

#include <memory>

namespace lynceus {

/// Method and input of a sign-in.
struct SignInWish
{
    SignInMethod method = SignInMethod::Sso;
    QString userName; ///< for Password
    Secret secret;    ///< the password or the pasted token
};

/// One sign-in, from the user's input to a token that the server accepts. Destroying it cancels it.
class SignInAttempt final : public QObject
{
    Q_OBJECT
public:
    SignInAttempt(const Instance &instance, InstanceAccess access, Browser &browser, const Clock &clock,
                  SignInWish wish, QObject *parent = nullptr);
    ~SignInAttempt() override;

    void start();
    [[nodiscard]] bool isStarted() const { return m_isStarted; }
    [[nodiscard]] SignInMethod method() const { return m_wish.method; }
    void pasteAddress(const QString &text);

Q_SIGNALS:
    /// Steps before Done.
    void progressed(const lynceus::SignInProgress &progress);
    /// Exactly one of these ends the attempt. @p credentials are empty for an anonymous instance.
    void done(const lynceus::Credentials &credentials, const QString &user);
    void failed(const lynceus::Error &error);

private:
    void report(SignInProgress::Step step, const QUrl &link = {}, const QString &userCode = {},
                const Error &error = {});
    void startSso();
    void runFlow(const SsoOffer &offer);
    void startPassword();
    void takeSession(const Result<SignInAnswer> &answer);
    void startToken();
    void startAnonymous();
    /// @p mustAnswer: the token is rejected if the server does not answer.
    void verify(Credentials credentials, const QString &claimedName, bool mustAnswer);

    Instance m_instance;
    InstanceAccess m_access;
    Browser &m_browser;
    const Clock &m_clock;
    SignInWish m_wish;
    SignInHttp m_http;
    std::unique_ptr<SsoFlow> m_flow;
    std::unique_ptr<ArgoCdClient> m_client; ///< without a token for settings, with the new one for userinfo
    SignInProgress m_shown;
    bool m_isStarted = false;
};

} // namespace lynceus
