#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QByteArray>
#include <QString>

namespace lynceus {

/// Parameters of the redirect (RFC 6749 §4.1.2), decoded and unchecked.
struct AuthorizationResponse
{
    QByteArray state;
    Secret code;              ///< may be empty
    QString error;            ///< "access_denied", …; may be empty
    QString errorDescription; ///< redacted
    QString issuer;           ///< `iss` of RFC 9207; empty if not sent
};

/// Whether @p target ("/auth/callback?…") is the callback: exactly this path. Other requests (browsers ask for
/// /favicon.ico) are answered with 404.
[[nodiscard]] bool isCallbackTarget(QByteArrayView target);

/// Parses @p target of a request line. BadInput if a parameter occurs twice or cannot be decoded, because readers could
/// disagree about it.
[[nodiscard]] Result<AuthorizationResponse> parseAuthorizationResponse(QByteArrayView target);

/// Converts an address that the user copied from a browser on another machine to a request target. BadInput describes
/// the expected address and never repeats the input.
[[nodiscard]] Result<QByteArray> targetOfPastedAddress(const QString &text);

/// What a response must contain to belong to one authorization request.
struct ExpectedResponse
{
    QByteArray state;
    QString issuer;
    bool sendsIssuer = false; ///< the provider's metadata promises `iss`; see ProviderMetadata
};

/// The code, or an error in one sentence. Compares the state first: parameters with a wrong state are not shown,
/// because anyone may have sent them. Then the issuer, which is required if promised (RFC 9207 §2.4). Errors:
/// NotAllowed (wrong state; wrong or missing issuer), Forbidden (denied), Server (any other error of the provider),
/// Malformed (no code and no error, or an invalid code).
[[nodiscard]] Result<Secret> codeFrom(const AuthorizationResponse &response, const ExpectedResponse &expected);

} // namespace lynceus
