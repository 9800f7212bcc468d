#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/model/instance.h"
#include "core/engine/signin/sessionstate.h"
#include "core/engine/signin/signinprogress.h"
#include "core/io/clock.h"
#include "core/io/http/requests/instanceaccess.h"
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

/// The credentials of all instances: reads them from the keychain, provides tokens for requests, renews them before
/// they expire, signs in and out. Lives in the engine's thread, as do the keychain and everything that requests tokens.
///
/// Tokens that no keychain stores live as long as this object. The end of a session emits one sessionChanged(), however
/// many requests were refused. Network errors never end a session.
class SignInService final : public QObject
{
    Q_OBJECT
public:
    SignInService(Keychain &keychain, Browser &browser, const Clock &clock, QObject *parent = nullptr);
    ~SignInService() override;

    /// Adds or changes a stored instance; the sign-in is kept unless address or method changed. The keychain is read
    /// when the first token is needed. @param access `token` and `tokens` in it are ignored.
    void setInstance(const Instance &instance, const InstanceAccess &access);
    /// Deletes its credentials, also in the keychain, without revoking them; call signOut() before.
    void removeInstance(const QString &id);

    /// Access for requests, with a TokenSource that always provides the newest token. Call setInstance() before.
    [[nodiscard]] InstanceAccess access(const QString &id) const;
    [[nodiscard]] SessionState session(const QString &id) const;
    /// Why requests of this instance wait (keychain, renewal); empty if they do not wait.
    [[nodiscard]] QString awaited(const QString &id) const;

    /// Replaces a sign-in in progress. @p secret: the password or the pasted token; wiped after use and never sent
    /// twice.
    void signIn(const QString &id, SignInMethod method, const QString &userName, Secret secret);
    void cancelSignIn(const QString &id);
    /// @p address: the URL at which a browser on another machine ended.
    void pasteSignInAddress(const QString &id, const QString &address);
    /// Revokes the token at the server if possible, and deletes it in any case. A sign-in that completes before the end
    /// is kept.
    void signOut(const QString &id);
    /// Reads the keychain again, or repeats a failed renewal.
    void retry(const QString &id);

Q_SIGNALS:
    void progressed(const lynceus::SignInProgress &progress);
    void sessionChanged(const QString &id, const lynceus::SessionState &session);
    /// Result of signOut(). @p isForgotten false: the keychain still contains the token. @p trouble: what failed; empty
    /// if nothing.
    void signedOut(const QString &id, const QString &trouble, bool isForgotten);
    /// The keychain still contains the token of an instance that was removed or whose address changed, and it could not
    /// be deleted. @p name: of the instance.
    void leftBehind(const QString &name, const QString &trouble);

private:
    struct Holding;

    [[nodiscard]] Holding *holding(const QString &id) const;
    void addSession(const QString &id, Holding &holding, const Instance &instance, const InstanceAccess &access);
    void retire(std::unique_ptr<InstanceSession> session);
    void endAttempt(Holding &holding);
    void finishAlone(const QString &id, Holding &held);
    void startNext();
    void startOrWait(const QString &id, Holding &holding);
    void takeCredentials(const QString &id, const Credentials &credentials, const QString &user);
    void reportFailed(const QString &id, const Error &error);

    Keychain &m_keychain;
    Browser &m_browser;
    const Clock &m_clock;
    std::map<QString, std::unique_ptr<Holding>> m_holdings;
    /// By SSO callback port: the attempt that uses it, which may be about to end.
    QHash<quint16, QPointer<SignInAttempt>> m_ports;
    std::deque<QString> m_queue; ///< ids of instances whose sign-in waits for its port
};

} // namespace lynceus
