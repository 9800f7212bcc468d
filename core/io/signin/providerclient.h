#pragma once

#include "core/domain/auth/oidc.h"
#include "core/io/signin/signinhttp.h"

#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// Tokens with the time of their arrival.
struct ReceivedGrant
{
    TokenGrant grant;
    Instant receivedAt{}; ///< our clock
    Instant issuerTime{}; ///< the provider's clock; ours if it sent no time
};

/// Requests to one OpenID provider. Answers are called later, once, unless the context was destroyed. Errors: those of
/// SignInHttp; Malformed, Server, and SignInNeeded if only a new sign-in helps.
class ProviderClient final : public QObject
{
    Q_OBJECT
public:
    ProviderClient(SignInHttp &http, QUrl baseUrl, QString issuer, QObject *parent = nullptr);

    template<typename T>
    using Answer = std::function<void(Result<T>)>;

    [[nodiscard]] const QString &issuer() const { return m_places.issuer; }
    [[nodiscard]] const ProviderMetadata &metadata() const { return m_places.provider; }

    /// Requests the metadata once. The other calls do this first if necessary.
    void discover(QObject *context, Answer<ProviderMetadata> answer);
    /// The body of the provider's key set, requested each time. Malformed if its URL is not in the metadata.
    void keys(QObject *context, Answer<QByteArray> answer);
    /// Exchanges a code for tokens. @p form: see codeExchangeForm().
    void redeem(Secret form, QObject *context, Answer<ReceivedGrant> answer);
    /// SignInNeeded: the provider rejected this refresh token. Other errors are temporary.
    void renew(const QString &clientId, const Secret &refreshToken, QObject *context, Answer<ReceivedGrant> answer);
    void startDevice(Secret form, QObject *context, Answer<DeviceGrant> answer);
    /// Empty while the user has not finished. `slow_down` is Server and retryable: wait longer.
    void pollDevice(Secret form, QObject *context, Answer<std::optional<ReceivedGrant>> answer);
    /// NotFound if the provider does not support this.
    void revoke(const QString &clientId, const Secret &refreshToken, QObject *context, Answer<void> answer);

private:
    void post(SignInCall call, const QUrl &url, Secret form, QObject *context, SignInHttp::Answer answer);

    SignInHttp &m_http;
    SignInPlaces m_places;
};

} // namespace lynceus
