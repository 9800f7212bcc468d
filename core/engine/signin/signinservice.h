#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/model/instance.h"
#include "core/engine/signin/sessionstate.h"
#include "core/engine/signin/signinprogress.h"
#include "core/io/clock.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/keychain/keychain.h"
#include "core/io/signin/browser.h"
#include "core/io/signin/credentials.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <deque>
#include <map>
#include <memory>

namespace lynceus {

class InstanceSession;
class SignInAttempt;
class SignOut;

/// Holds the credentials of all instances: reads them from the keychain, hands tokens to requests, renews them before
/// they end, signs in and out. Lives in the engine's thread, and so do keychain and everything that asks for tokens.
///
/// Tokens that no keychain takes live as long as this object. An ended session is one sessionChanged(), however many
/// requests were refused; trouble with the network never ends one.
class SignInService final : public QObject
{
    Q_OBJECT
public:
    SignInService(Keychain &keychain, Browser &browser, const Clock &clock, QObject *parent = nullptr);
    ~SignInService() override;

    /// A stored instance, new or changed; a sign-in survives unless address or method changed. The keychain is first
    /// asked when somebody needs the token.
    /// @param access how to reach it; `token` and `tokens` are ignored.
    void setInstance(const Instance &instance, const InstanceAccess &access);
    /// Forgets its credentials, in the keychain too. Does not revoke: sign out before.
    void removeInstance(const QString &id);

    /// Access for its requests: carries a TokenSource that always has the newest token. The instance must be set.
    [[nodiscard]] InstanceAccess access(const QString &id) const;
    [[nodiscard]] SessionState session(const QString &id) const;
    /// What requests of this instance wait for before they are sent: the keychain, a renewal; empty if for nothing.
    [[nodiscard]] QString awaited(const QString &id) const;

    /// Replaces what is under way. @p secret: the password, or the pasted token; wiped after use, never tried twice.
    void signIn(const QString &id, SignInMethod method, const QString &userName, Secret secret);
    void cancelSignIn(const QString &id);
    /// The address at which a browser on another machine ended.
    void pasteSignInAddress(const QString &id, const QString &address);
    /// Revokes at the server where it can, and forgets in any case.
    void signOut(const QString &id);
    /// Reads the keychain again, or tries a renewal again that failed.
    void retry(const QString &id);

Q_SIGNALS:
    void progressed(const lynceus::SignInProgress &progress);
    void sessionChanged(const QString &id, const lynceus::SessionState &session);
    /// Answer to signOut(). Not forgotten: the keychain still holds the token. @p trouble: what could not be done,
    /// empty if all was.
    void signedOut(const QString &id, const QString &trouble, bool isForgotten);
    /// An instance that was removed, or got another address, has a token in the keychain that could not be deleted.
    /// @p name: of the instance.
    void leftBehind(const QString &name, const QString &trouble);

private:
    struct Holding;

    [[nodiscard]] Holding *holding(const QString &id) const;
    void addSession(const QString &id, Holding &holding, const Instance &instance, const InstanceAccess &access);
    void retire(std::unique_ptr<InstanceSession> session);
    void endAttempt(Holding &holding);
    void startNext();
    void startOrWait(const QString &id, Holding &holding);
    void takeCredentials(const QString &id, const Credentials &credentials, const QString &user);
    void tellFailed(const QString &id, const Error &error);

    Keychain &m_keychain;
    Browser &m_browser;
    const Clock &m_clock;
    std::map<QString, std::unique_ptr<Holding>> m_holdings;
    QHash<quint16, QPointer<SignInAttempt>> m_ports; ///< of single sign-on: who has it, perhaps on the way out
    std::deque<QString> m_queue;                     ///< instances whose sign-in waits for its port
};

} // namespace lynceus
