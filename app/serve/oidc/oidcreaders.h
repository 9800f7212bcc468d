#pragma once

#include "app/serve/serveconfig.h"
#include "core/io/clock.h"
#include "core/io/signin/providerclient.h"
#include "core/io/signin/signingkeys.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace lynceus {

/// Who may read because an OpenID provider says who they are: checks the tokens that it issued for us.
///
/// The provider's keys are read at the start and every kRefresh, and again when a token names one that is not known,
/// at most every kAgain; until they are there, that token is neither allowed nor refused. While the provider is away,
/// the keys that are known go on counting: whoever has a valid token reads.
class OidcReaders final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kRefresh{300'000};
    static constexpr Duration kAgain{10'000};
    static constexpr Duration kFirstRetry{1'000};
    static constexpr Duration kLastRetry{60'000};

    OidcReaders(const ServeOidc &settings, const Clock &clock, QObject *parent = nullptr);
    ~OidcReaders() override;

    void start();
    /// How the provider is reached.
    [[nodiscard]] static InstanceAccess accessTo(const ServeOidc &settings);

    struct Finding
    {
        enum class Kind {
            Allowed,
            Refused,
            Unavailable, ///< nobody knows: the provider's keys could not be read yet, or are being read again
        };
        Kind kind = Kind::Refused;
        QString reason; ///< a clause for the client, with nothing of the token
    };
    /// Of a JWT: signature, issuer, audience (the client id) and times.
    [[nodiscard]] Finding check(const QByteArray &token);
    /// @p token may be one of a provider, and is no JWT that is signed with a shared secret.
    [[nodiscard]] static bool isProviderToken(const QByteArray &token);

Q_SIGNALS:
    /// For the log: keys were read again after trouble, or could not be read; each once.
    void said(const QString &sentence);

private:
    void readKeys();
    void take(const Result<QByteArray> &body);

    const ServeOidc m_settings;
    const Clock &m_clock;
    std::unique_ptr<SignInHttp> m_http;
    std::unique_ptr<ProviderClient> m_provider;
    SigningKeys m_keys;
    QString m_trouble; ///< why the keys could not be read the last time; empty: they were
    QTimer m_next;
    Duration m_readAt{0}; ///< steady
    int m_failures = 0;
    bool m_isReading = false;
};

} // namespace lynceus
