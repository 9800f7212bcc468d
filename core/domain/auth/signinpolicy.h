#pragma once

#include "core/domain/auth/oidc.h"
#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QByteArrayView>
#include <QUrl>

namespace lynceus {

/// The sign-in traffic: what is sent beside the GETs of accesspolicy.h.
enum class SignInCall {
    Discovery,  ///< GET of the issuer's document
    Keys,       ///< GET of the keys with which it signs
    Token,      ///< POST to its token endpoint
    Device,     ///< POST to its device endpoint
    Revocation, ///< POST to its revocation endpoint
    Session,    ///< POST of user name and password to the instance
    Logout,     ///< POST to the instance, which revokes the token
};

/// Where sign-in calls of one instance may go.
struct SignInPlaces
{
    QUrl baseUrl;              ///< of the instance
    QString issuer;            ///< empty if there is no provider
    ProviderMetadata provider; ///< empty until discovered
};

/// The one allow-list of sign-in traffic: (method, path, origin) of each call, exactly. Without encryption, secrets go
/// to this computer only, and to the origin of an instance that is itself configured with http.
/// Error::Kind::NotAllowed otherwise.
[[nodiscard]] Result<void> checkSignInAllowed(SignInCall call, QByteArrayView method, const QUrl &url,
                                              const SignInPlaces &places);

/// Whether what a sign-in request carries may be sent: no line break and no NUL in address, form, cookie or JSON, as
/// they are or percent-encoded. NotAllowed otherwise.
[[nodiscard]] Result<void> checkSignInContent(QByteArrayView method, const QUrl &url, const Secret &form,
                                              const Secret &json, const Secret &cookie);

/// "<base>/api/v1/session" and "<base>/auth/logout"
[[nodiscard]] QUrl sessionUrl(const QUrl &baseUrl);
[[nodiscard]] QUrl logoutUrl(const QUrl &baseUrl);

/// "localhost", names below it, and loopback addresses as URLs write them.
[[nodiscard]] bool isThisComputer(const QString &host);

} // namespace lynceus
