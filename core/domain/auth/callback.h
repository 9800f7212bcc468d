#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QByteArray>
#include <QString>

namespace lynceus {

/// What the browser brought back (RFC 6749 §4.1.2), decoded; nothing of it is checked yet.
struct AuthorizationResponse
{
    QByteArray state;
    Secret code;              ///< empty if there is none
    QString error;            ///< "access_denied", …; empty if there is none
    QString errorDescription; ///< redacted
    QString issuer;           ///< RFC 9207 `iss`, empty if not sent
};

/// Whether @p target ("/auth/callback?…") is for the callback at all: exactly this path. Everything else is somebody
/// else's (a browser asks for /favicon.ico), and is answered with 404.
[[nodiscard]] bool isCallbackTarget(QByteArrayView target);

/// @p target of a request line. BadInput if a parameter comes twice or cannot be decoded: two readers of it could
/// disagree.
[[nodiscard]] Result<AuthorizationResponse> parseAuthorizationResponse(QByteArrayView target);

/// What a person copied from the address bar of a browser on another machine, as the target of a request line.
/// BadInput says what such an address looks like, and never repeats it.
[[nodiscard]] Result<QByteArray> targetOfPastedAddress(const QString &text);

/// What an answer must have to belong to one authorization request.
struct ExpectedResponse
{
    QByteArray state;
    QString issuer;
    bool sendsIssuer = false; ///< the provider's metadata promises `iss`: see ProviderMetadata
};

/// The code, or the one sentence why there is none. The state is compared first: what comes with a wrong one is not
/// shown, because anybody may have sent it. Then the issuer, which must be there if it is promised (RFC 9207 §2.4).
/// Errors: NotAllowed (wrong state; another issuer or none), Forbidden (denied), Server (any other error of the
/// provider), Malformed (neither code nor error, or a code that is none).
[[nodiscard]] Result<Secret> codeFrom(const AuthorizationResponse &response, const ExpectedResponse &expected);

} // namespace lynceus
