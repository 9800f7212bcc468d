#pragma once

#include "core/domain/model/instance.h"
#include "core/engine/clients/argocdclient.h"
#include "core/engine/signin/livecredentials.h"
#include "core/engine/signin/sessionstate.h"
#include "core/engine/signin/tokenrenewal.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/keychain/keychain.h"
#include "core/io/process/lockwait.h"
#include "core/io/signin/providerclient.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace lynceus {

/// The credentials of one instance and what keeps them alive.
///
/// Requests that ask while the keychain is read or the token renewed wait for that one piece of work. Across processes,
/// a lock per stored sign-in makes renewals and changes of the keychain's entry one at a time: whoever gets the lock
/// first reads what the others stored.
class InstanceSession final : public QObject
{
    Q_OBJECT
public:
    InstanceSession(const Instance &instance, InstanceAccess access, Keychain &keychain, const Clock &clock,
                    QObject *parent = nullptr);
    ~InstanceSession() override;

    [[nodiscard]] const Instance &instance() const { return m_instance; }
    [[nodiscard]] const SessionState &state() const { return m_state; }
    /// What requests wait for that asked for a token; empty if for nothing.
    [[nodiscard]] QString awaited() const;
    /// With the TokenSource of this session.
    [[nodiscard]] const InstanceAccess &access() const { return m_access; }

    /// Other TLS settings, headers or names; credentials stay.
    void update(const Instance &instance, InstanceAccess access);
    /// New credentials, empty ones for an anonymous instance; @p stored tells when the keychain has them, or that it
    /// does not, in which case they live as long as this object.
    void adopt(const Credentials &credentials, const QString &user, std::function<void()> stored);
    /// It is about to be forgotten: what is being revoked is not renewed.
    void leave() { m_isLeaving = true; }
    /// Forgets at once here, and in the keychain; @p forgotten gets the keychain's trouble, empty if there is none.
    void forget(std::function<void(const QString &trouble)> forgotten);
    void retry();
    /// The credentials once the keychain was read, nothing without a sign-in.
    void whenRead(std::function<void(const std::optional<Credentials> &)> read);

    // TokenSource
    void ask(std::optional<quint64> refused, QObject *context, TokenSource::Answer answer);
    void takeRenewed(quint64 generation, Secret token);

Q_SIGNALS:
    void changed(const lynceus::SessionState &state);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        TokenSource::Answer answer;
    };
    enum class Work { None, Reading, Renewing, Checking };

    void buildClients();
    void load();
    void takeStored(KeychainResult<std::optional<Secret>> stored);
    void use(Credentials credentials);
    [[nodiscard]] std::optional<Credentials> present() const;
    /// With the lock, waiting for it if need be: whatever the newest credentials are then.
    void store(std::function<void()> stored);
    void write(HeldLock lock, std::function<void()> stored);
    void removeEntry(HeldLock lock, std::function<void(const QString &trouble)> forgotten);
    void decide(bool isRefused, Waiting waiting);
    [[nodiscard]] Result<BearerToken> token() const;
    [[nodiscard]] bool isRenewable() const;
    [[nodiscard]] bool isOver() const;
    /// The end of the token has come.
    void expire();
    void renew();
    void takeRenewal(const TokenRenewal::Outcome &outcome);
    [[nodiscard]] ProviderClient &provider(const QString &issuer);
    void renewalFailed(const Error &error);
    /// Nothing is under way any more; releases the lock of a renewal.
    void rest();
    void check();
    [[nodiscard]] InstanceAccess checkAccess();
    void takeUser(const Result<Answer<UserInfo>> &user);
    void schedule();
    void timeIsUp();
    void end(const QString &message);
    void setState(SessionState state);
    [[nodiscard]] SessionState signedInState() const;
    void answerAll(const std::optional<Error> &error = {});
    [[nodiscard]] QString entry() const;

    Instance m_instance;
    InstanceAccess m_access;
    Keychain &m_keychain;
    const Clock &m_clock;
    std::unique_ptr<SignInHttp> m_http;
    std::unique_ptr<ProviderClient> m_provider;
    std::unique_ptr<ArgoCdClient> m_client; ///< asks userinfo with the session's own token

    std::optional<LiveCredentials> m_credentials; ///< nothing: not signed in, or anonymous
    QString m_user;
    QString m_keychainTrouble; ///< why no keychain keeps the token, empty if one does
    quint64 m_generation = 0;
    SessionState m_state;
    bool m_isRead = false;
    bool m_isLeaving = false;
    Work m_work = Work::None;
    std::unique_ptr<TokenRenewal> m_renewal; ///< the one under way
    std::vector<Waiting> m_waiting;
    std::vector<std::function<void()>> m_whenRead;
    std::optional<Duration> m_quietUntil; ///< steady clock: after trouble nobody is asked again before
    std::optional<Duration> m_checkedAt;  ///< steady clock
    QByteArray m_endedMark;               ///< of the token that ended: the keychain may still hold it
    Error m_trouble;
    QTimer m_timer;
};

} // namespace lynceus
