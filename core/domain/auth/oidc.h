#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/base/time.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace lynceus {

/// What an OpenID provider says of itself (OpenID Connect Discovery §3), as far as we use it.
struct ProviderMetadata
{
    QString issuer;
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl deviceEndpoint;           ///< empty: no device flow
    QUrl revocationEndpoint;       ///< empty: tokens cannot be revoked there
    QUrl keysEndpoint;             ///< its signing keys; empty: not said
    QStringList scopesSupported;   ///< empty: not said
    QStringList responseTypes;     ///< empty: not said
    QStringList challengeMethods;  ///< empty: not said
    QStringList grantTypes;        ///< empty: not said
    QStringList signingAlgorithms; ///< of id_tokens (`alg`); empty: not said
    bool sendsIssuer = false;      ///< the answer in the browser always has `iss` (RFC 9207)

    friend bool operator==(const ProviderMetadata &, const ProviderMetadata &) = default;
};

/// "<issuer>/.well-known/openid-configuration"
[[nodiscard]] QUrl discoveryUrl(const QString &issuer);

/// Malformed: no JSON, an endpoint is missing or no address. NotAllowed: the document is another issuer's
/// (a provider that could be mixed up with another), a plain http endpoint of an https issuer, or an endpoint of Argo
/// CD's own Dex ("…/api/dex") on another server: Dex has all of them itself.
[[nodiscard]] Result<ProviderMetadata> decodeDiscovery(const QByteArray &body, const QString &issuer);

/// A good answer of the token endpoint.
struct TokenGrant
{
    Secret idToken; ///< what Argo CD wants; empty: see requireIdToken()
    Secret accessToken;
    Secret refreshToken; ///< empty: the old one stays valid, or there is none
    std::optional<Duration> expiresIn;
};
[[nodiscard]] Result<TokenGrant> decodeTokenGrant(const QByteArray &body);

/// An error answer of an OAuth endpoint (RFC 6749 §5.2), or of the redirect.
struct OAuthRefusal
{
    QString code;        ///< "invalid_grant", …
    QString description; ///< redacted, may be empty
};
/// Nothing if the body is no such thing: a gateway's page.
[[nodiscard]] std::optional<OAuthRefusal> decodeRefusal(const QByteArray &body);

/// What a refused renewal means. Dex says invalid_request for a refresh token that is unknown or was used before.
enum class RenewalEnd {
    SignInNeeded, ///< nothing but a new sign-in helps
    Trouble,      ///< try again later
};
[[nodiscard]] RenewalEnd renewalEnd(int httpStatus, const std::optional<OAuthRefusal> &refusal);
/// Why a sign-in that the provider no longer renews is over, with the likely cause and what to do; one sentence.
[[nodiscard]] QString renewalRefusalText(const OAuthRefusal &refusal);

/// RFC 8628 §3.2.
struct DeviceGrant
{
    Secret deviceCode;
    QString userCode;
    QUrl verificationUri;         ///< where the person types the code
    QUrl verificationUriComplete; ///< the same with the code in it, may be empty
    Duration expiresIn{0};
    Duration interval{5'000}; ///< between two questions; 5 s unless said
};
[[nodiscard]] Result<DeviceGrant> decodeDeviceGrant(const QByteArray &body);

/// `{"token":…}` of Argo CD's POST /api/v1/session.
[[nodiscard]] Result<Secret> decodeSessionToken(const QByteArray &body);

} // namespace lynceus
