#pragma once

#include "core/domain/auth/oidc.h"
#include "core/io/signin/signinhttp.h"

#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// Tokens and when they came.
struct ReceivedGrant
{
    TokenGrant grant;
    Instant receivedAt{}; ///< our clock
    Instant issuerTime{}; ///< the provider's clock, ours if it did not say
};

/// The calls of one OpenID provider. Answers come later, once, unless the context died. Besides what SignInHttp says:
/// Malformed, Server, and SignInNeeded where only a new sign-in helps.
class ProviderClient final : public QObject
{
    Q_OBJECT
public:
    ProviderClient(SignInHttp &http, QUrl baseUrl, QString issuer, QObject *parent = nullptr);

    template<typename T>
    using Answer = std::function<void(Result<T>)>;

    [[nodiscard]] const QString &issuer() const { return m_places.issuer; }
    [[nodiscard]] const ProviderMetadata &metadata() const { return m_places.provider; }

    /// Asked once for all that follows. The others discover first where nobody did.
    void discover(QObject *context, Answer<ProviderMetadata> answer);
    /// The body of its key set, each time anew. Discovers first; Malformed if the provider does not say where it is.
    void keys(QObject *context, Answer<QByteArray> answer);
    /// A code for tokens. @p form: see codeExchangeForm().
    void redeem(Secret form, QObject *context, Answer<ReceivedGrant> answer);
    /// SignInNeeded: the provider itself said that this refresh token is of no use. Any other error is trouble.
    void renew(const QString &clientId, const Secret &refreshToken, QObject *context, Answer<ReceivedGrant> answer);
    void startDevice(Secret form, QObject *context, Answer<DeviceGrant> answer);
    /// Nothing while the person is not done. `slow_down` is Server and retryable: wait longer.
    void pollDevice(Secret form, QObject *context, Answer<std::optional<ReceivedGrant>> answer);
    /// NotFound if the provider cannot do that.
    void revoke(const QString &clientId, const Secret &refreshToken, QObject *context, Answer<void> answer);

private:
    void post(SignInCall call, const QUrl &url, Secret form, QObject *context, SignInHttp::Answer answer);

    SignInHttp &m_http;
    SignInPlaces m_places;
};

} // namespace lynceus
