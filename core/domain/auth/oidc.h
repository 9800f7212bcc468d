#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/time/time.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace lynceus {

/// The metadata of an OpenID provider (OpenID Connect Discovery §3) that we use.
struct ProviderMetadata
{
    QString issuer;
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl deviceEndpoint;           ///< empty: no device flow
    QUrl revocationEndpoint;       ///< empty: tokens cannot be revoked there
    QUrl keysEndpoint;             ///< its signing keys; may be empty
    QStringList scopesSupported;   ///< may be empty
    QStringList responseTypes;     ///< may be empty
    QStringList challengeMethods;  ///< may be empty
    QStringList grantTypes;        ///< may be empty
    QStringList signingAlgorithms; ///< of id_tokens (`alg`); may be empty
    bool sendsIssuer = false;      ///< the authorization response always has `iss` (RFC 9207)

    friend bool operator==(const ProviderMetadata &, const ProviderMetadata &) = default;
};

/// "<issuer>/.well-known/openid-configuration"
[[nodiscard]] QUrl discoveryUrl(const QString &issuer);

/// Malformed: not JSON, an endpoint is missing or not a URL. NotAllowed: the document belongs to another issuer
/// (mix-up), an http endpoint of an https issuer, or an endpoint of Argo CD's own Dex ("…/api/dex") on another server.
[[nodiscard]] Result<ProviderMetadata> decodeDiscovery(const QByteArray &body, const QString &issuer);

/// A successful answer of the token endpoint.
struct TokenGrant
{
    Secret idToken; ///< required by Argo CD; if empty, sign-in and renewal fail
    Secret accessToken;
    Secret refreshToken; ///< empty: the old one stays valid, or there is none
    std::optional<Duration> expiresIn;
};
[[nodiscard]] Result<TokenGrant> decodeTokenGrant(const QByteArray &body);

/// An error answer of an OAuth endpoint (RFC 6749 §5.2), or of the redirect.
struct OAuthRefusal
{
    QString code;        ///< "invalid_grant", …
    QString description; ///< redacted; may be empty
};
/// Empty if the body is something else, such as a gateway's page.
[[nodiscard]] std::optional<OAuthRefusal> decodeRefusal(const QByteArray &body);

/// Meaning of a refused renewal. Dex returns invalid_request for a refresh token that is unknown or was used before.
enum class RenewalEnd {
    SignInNeeded, ///< only a new sign-in helps
    Trouble,      ///< retry later
};
[[nodiscard]] RenewalEnd renewalEnd(int httpStatus, const std::optional<OAuthRefusal> &refusal);
/// Why the provider no longer renews a sign-in, with likely cause and remedy; one sentence.
[[nodiscard]] QString renewalRefusalText(const OAuthRefusal &refusal);

/// RFC 8628 §3.2.
struct DeviceGrant
{
    Secret deviceCode;
    QString userCode;
    QUrl verificationUri;         ///< where the user enters the code
    QUrl verificationUriComplete; ///< with the code; may be empty
    Duration expiresIn{0};
    Duration interval{5'000}; ///< between two polls; 5 s by default
};
[[nodiscard]] Result<DeviceGrant> decodeDeviceGrant(const QByteArray &body);

/// Reads `{"token":…}` of Argo CD's POST /api/v1/session.
[[nodiscard]] Result<Secret> decodeSessionToken(const QByteArray &body);

} // namespace lynceus
