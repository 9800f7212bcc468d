#pragma once

#include "core/engine/signin/storedsignin.h"
#include "core/io/signin/providerclient.h"

#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// One renewal of a stored sign-in. A lock serialises renewals across processes: after taking it, a process first reads
/// what others stored. The old refresh token is invalid after their renewal, and a provider may end the whole sign-in
/// if it is used twice.
///
/// Destroying the object cancels the renewal without further calls.
class TokenRenewal final : public QObject
{
    Q_OBJECT
public:
    struct Outcome
    {
        enum class Kind {
            Renewed,      ///< `credentials` are from the provider and not stored yet
            Newer,        ///< another process had renewed; its credentials were taken
            SignedOut,    ///< another process deleted the stored credentials
            Refused,      ///< the sign-in has ended; see `error`
            Failed,       ///< can be retried; see `error`
            NotRenewable, ///< the credentials that another process stored have no refresh token
        };
        Kind kind = Kind::Failed;
        std::optional<Credentials> credentials = {};
        Error error = {};
    };
    struct Session
    {
        StoredSignIn stored;
        /// Provider client for the issuer of the sign-in; valid during the renewal.
        std::function<ProviderClient &(const QString &issuer)> provider;
        /// Takes credentials that another process stored. Returns false if they have expired too; their refresh token
        /// is used then.
        std::function<bool(const Credentials &newer)> takeNewer;
    };

    /// @p ended is called once; nothing is called after it.
    TokenRenewal(Session session, Credentials present, std::function<void(const Outcome &)> ended,
                 QObject *parent = nullptr);
    ~TokenRenewal() override;

    /// @p isStored false: no keychain stores the sign-in, so other processes cannot have renewed it.
    void start(bool isStored);
    /// Releases the lock and prevents further calls; the object may be deleted later.
    void cancel();
    /// True until cancel(), also after the end: the result is stored under this lock.
    [[nodiscard]] bool hasLock() const { return m_lock != nullptr; }

private:
    void takeLockOf(const tl::expected<HeldLock, LockFailure> &taken);
    void renewNewest();
    /// True if there is nothing left to renew.
    [[nodiscard]] bool takeNewer(const KeychainResult<std::optional<Secret>> &stored);
    void renewAtProvider();
    void takeGrant(const ReceivedGrant &received);
    void findNewer(const Error &refusal);
    void end(Outcome outcome);

    Session m_session;
    Credentials m_credentials;
    std::function<void(const Outcome &)> m_ended; ///< null after the end
    HeldLock m_lock;
    bool m_isStored = false;
};

} // namespace lynceus
