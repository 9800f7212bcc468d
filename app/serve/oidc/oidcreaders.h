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

/// Validates tokens of an OpenID provider that allow reading.
///
/// The provider's keys are read at the start and every kRefresh, and again when a token uses an unknown key, at most
/// every kAgain; until then that token is neither accepted nor rejected. While the provider is unavailable, known keys
/// stay valid.
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
    /// How to reach the provider.
    [[nodiscard]] static InstanceAccess accessTo(const ServeOidc &settings);

    struct Finding
    {
        enum class Kind {
            Allowed,
            Refused,
            Unavailable, ///< unknown: the provider's keys are not read yet, or are being read again
        };
        Kind kind = Kind::Refused;
        QString reason; ///< a clause for the client, without parts of the token
    };
    /// Checks a JWT: signature, issuer, audience (the client id) and times.
    [[nodiscard]] Finding check(const QByteArray &token);
    /// True if @p token may be one of a provider: a JWT that is not signed with a shared secret.
    [[nodiscard]] static bool isProviderToken(const QByteArray &token);

Q_SIGNALS:
    /// For the log: the keys cannot be read, or can be read again; each once.
    void said(const QString &sentence);

private:
    void readKeys();
    void take(const Result<QByteArray> &body);

    const ServeOidc m_settings;
    const Clock &m_clock;
    std::unique_ptr<SignInHttp> m_http;
    std::unique_ptr<ProviderClient> m_provider;
    SigningKeys m_keys;
    QString m_trouble; ///< last error of reading the keys; empty after success
    QTimer m_next;
    Duration m_readAt{0}; ///< steady time
    int m_failures = 0;
    bool m_isReading = false;
};

} // namespace lynceus
