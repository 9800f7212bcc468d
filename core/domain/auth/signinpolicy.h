#pragma once

#include "core/domain/auth/oidc.h"
#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QByteArrayView>
#include <QUrl>

namespace lynceus {

/// Requests of the sign-in, besides the GETs of accesspolicy.h.
enum class SignInCall {
    Discovery,  ///< GET of the issuer's metadata
    Keys,       ///< GET of its signing keys
    Token,      ///< POST to its token endpoint
    Device,     ///< POST to its device endpoint
    Revocation, ///< POST to its revocation endpoint
    Session,    ///< POST of user name and password to the instance
    Logout,     ///< POST to the instance that revokes the token
};

/// Allowed destinations of an instance's sign-in requests.
struct SignInPlaces
{
    QUrl baseUrl;              ///< of the instance
    QString issuer;            ///< empty without a provider
    ProviderMetadata provider; ///< empty until discovered
};

/// The allow-list of sign-in requests: exact method, path and origin of each call. Without encryption, secrets go only
/// to this computer and to the origin of an instance that is itself configured with http. Anything else is
/// Error::Kind::NotAllowed.
[[nodiscard]] Result<void> checkSignInAllowed(SignInCall call, QByteArrayView method, const QUrl &url,
                                              const SignInPlaces &places);

/// Whether the content of a sign-in request may be sent: no line break and NUL in URL, form, cookie or JSON, plain or
/// percent-encoded. Otherwise NotAllowed.
[[nodiscard]] Result<void> checkSignInContent(QByteArrayView method, const QUrl &url, const Secret &form,
                                              const Secret &json, const Secret &cookie);

/// "<base>/api/v1/session" and "<base>/auth/logout"
[[nodiscard]] QUrl sessionUrl(const QUrl &baseUrl);
[[nodiscard]] QUrl logoutUrl(const QUrl &baseUrl);

/// "localhost", its subdomains, and loopback addresses as in URLs.
[[nodiscard]] bool isThisComputer(const QString &host);

} // namespace lynceus
