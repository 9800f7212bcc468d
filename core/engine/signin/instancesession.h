#pragma once

#include "core/domain/model/instance.h"
#include "core/engine/clients/argocdclient.h"
#include "core/engine/signin/livecredentials.h"
#include "core/engine/signin/sessionstate.h"
#include "core/engine/signin/tokenrenewal.h"
#include "core/io/http/requests/instanceaccess.h"
#include "core/io/signin/providerclient.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace lynceus {

/// The credentials of one instance: reads, renews and deletes them.
///
/// Requests that arrive while the keychain is read or the token is renewed wait for the same operation. A lock per
/// stored sign-in serialises renewals and changes of the keychain entry across processes: after taking the lock, a
/// process first reads what others stored.
class InstanceSession final : public QObject
{
    Q_OBJECT
public:
    InstanceSession(const Instance &instance, InstanceAccess access, Keychain &keychain, const Clock &clock,
                    QObject *parent = nullptr);
    ~InstanceSession() override;

    [[nodiscard]] const Instance &instance() const { return m_instance; }
    [[nodiscard]] const SessionState &state() const { return m_state; }
    /// Why requests wait for a token; empty if they do not wait.
    [[nodiscard]] QString awaited() const;
    /// Contains the TokenSource of this session.
    [[nodiscard]] const InstanceAccess &access() const { return m_access; }

    /// Changes TLS settings, headers or names; keeps the credentials.
    void update(const Instance &instance, InstanceAccess access);
    /// Takes new credentials; empty ones for an anonymous instance. Calls @p stored when the keychain has stored or
    /// rejected them; rejected credentials live as long as this object.
    void adopt(const Credentials &credentials, const QString &user, std::function<void()> stored);
    /// Call before sign-out: credentials that are being revoked are not renewed.
    void leave() { m_isLeaving = true; }
    /// Deletes the credentials in memory at once, then in the keychain. @p forgotten receives the keychain's error, or
    /// an empty string.
    void forget(std::function<void(const QString &trouble)> forgotten);
    void retry();
    /// Calls @p read with the credentials when the keychain was read; empty without a sign-in.
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
    /// Stores the newest credentials.
    void store(std::function<void()> stored);
    void decide(bool isRefused, Waiting waiting);
    [[nodiscard]] Result<BearerToken> token() const;
    [[nodiscard]] bool isRenewable() const;
    [[nodiscard]] bool isOver() const;
    /// Call when the token has expired.
    void expire();
    void renew();
    void takeRenewal(const TokenRenewal::Outcome &outcome);
    [[nodiscard]] ProviderClient &provider(const QString &issuer);
    void renewalFailed(const Error &error);
    /// Ends the current operation and releases the lock of a renewal.
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
    [[nodiscard]] StoredSignIn storedSignIn() const;

    Instance m_instance;
    InstanceAccess m_access;
    Keychain &m_keychain;
    const Clock &m_clock;
    std::unique_ptr<SignInHttp> m_http;
    std::unique_ptr<ProviderClient> m_provider;
    std::unique_ptr<ArgoCdClient> m_client; ///< requests userinfo with the session's own token

    std::optional<LiveCredentials> m_credentials; ///< empty: not signed in, or anonymous
    QString m_user;
    QString m_keychainTrouble; ///< why no keychain stores the token; empty if one does
    quint64 m_generation = 0;
    SessionState m_state;
    bool m_isRead = false;
    bool m_isLeaving = false;
    Work m_work = Work::None;
    std::unique_ptr<TokenRenewal> m_renewal; ///< in progress
    std::vector<Waiting> m_waiting;
    std::vector<std::function<void()>> m_whenRead;
    std::optional<Duration> m_quietUntil; ///< steady clock: no new attempt before this time after an error
    std::optional<Duration> m_checkedAt;  ///< steady clock
    QByteArray m_endedMark;               ///< of the expired token, which the keychain may still contain
    Error m_trouble;
    QTimer m_timer;
};

} // namespace lynceus
