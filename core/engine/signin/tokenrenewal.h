#pragma once

#include "core/io/keychain/keychain.h"
#include "core/io/process/lockwait.h"
#include "core/io/signin/credentials.h"
#include "core/io/signin/providerclient.h"

#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// One renewal of a stored sign-in. Across processes one at a time, by the lock of the sign-in: whoever gets it first
/// reads what the others stored, because the old refresh token is worth nothing then, and a provider may end the whole
/// sign-in when it is used twice.
///
/// It ends with its object, which then calls nothing.
class TokenRenewal final : public QObject
{
    Q_OBJECT
public:
    struct Outcome
    {
        enum class Kind {
            Renewed,      ///< `credentials` are the provider's; nobody has stored them yet
            Newer,        ///< another process had renewed, and what it stored was taken
            SignedOut,    ///< another program removed what was stored
            Refused,      ///< the sign-in is over: `error` says why
            Failed,       ///< may be tried again: `error`
            NotRenewable, ///< what another process stored has no refresh token
        };
        Kind kind = Kind::Failed;
        std::optional<Credentials> credentials = {};
        Error error = {};
    };
    struct Session
    {
        Keychain &keychain;
        QString entry; ///< of the keychain
        /// At the issuer of a sign-in; stays while the renewal does.
        std::function<ProviderClient &(const QString &issuer)> provider;
        /// Takes what another process stored; false: that is over, too, and its refresh token is the one that counts.
        std::function<bool(const Credentials &newer)> takeNewer;
    };

    /// @p ended is called once, as the last thing.
    TokenRenewal(Session session, Credentials present, std::function<void(const Outcome &)> ended,
                 QObject *parent = nullptr);
    ~TokenRenewal() override;

    /// @p isStored false: no keychain has the sign-in, so that no other process does.
    void start(bool isStored);
    /// Its object may go later: from now on it calls nothing, and others may have the lock.
    void cancel();
    /// Until it is cancelled, also after its end: what it brought is stored with it.
    [[nodiscard]] bool hasLock() const { return m_lock != nullptr; }

private:
    void takeLockOf(const tl::expected<HeldLock, LockFailure> &taken);
    void renewNewest();
    /// Nothing is left to renew.
    [[nodiscard]] bool takeNewer(const KeychainResult<std::optional<Secret>> &stored);
    void renewAtProvider();
    void takeGrant(const ReceivedGrant &received);
    void lookForNewer(const Error &refusal);
    void end(Outcome outcome);

    Session m_session;
    Credentials m_credentials;
    std::function<void(const Outcome &)> m_ended; ///< null: it has ended
    HeldLock m_lock;
    bool m_isStored = false;
};

} // namespace lynceus
