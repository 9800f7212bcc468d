#pragma once

#include "core/domain/argocd/responses/answer.h"

namespace lynceus {

/// Who refused a request with 401 or 403.
struct Refusal
{
    enum class By {
        ArgoCd,  ///< Argo CD's JSON error: 401 with gRPC code 16, 403 with 7
        Gateway, ///< something in front of Argo CD: basic authentication, a sign-in page, a policy, a JWT filter
        Unknown, ///< incomplete JSON: the sender is unknown
    };
    By by = By::Unknown;
    /// How the gateway identifies itself, redacted and shortened: "Basic realm “tools”, page “ACME sign in”, server
    /// nginx". Empty if it does not, and for Argo CD.
    QString gateway;

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

/// The only place that distinguishes refusals of Argo CD from those of gateways. A gateway's sign-in request proves
/// nothing about the token for Argo CD or the application. @param outcome with status 401 or 403.
[[nodiscard]] Refusal refusalOf(const TransportOutcome &outcome);

/// The text between <title> and </title> as one line, redacted and shortened; empty if there is none.
[[nodiscard]] QString pageTitle(const QByteArray &page);

/// "text/html" of "Text/HTML; charset=utf-8".
[[nodiscard]] QByteArray mediaType(const QByteArray &contentType);

[[nodiscard]] bool isWebPage(const QByteArray &mediaType);

} // namespace lynceus
