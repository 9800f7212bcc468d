#pragma once

#include "core/domain/argocd/answer.h"

namespace lynceus {

/// Who refused a request with 401 or 403.
struct Refusal
{
    enum class By {
        ArgoCd,  ///< its own JSON error: 401 with gRPC code 16, 403 with 7
        Gateway, ///< something in front of it: basic authentication, a sign-in page, a policy, a JWT filter
        Unknown, ///< JSON that was lost on its way: nothing tells who sent it
    };
    By by = By::Unknown;
    /// What the gateway says of itself, redacted and bounded: "Basic realm “tools”, page “ACME sign in”, server nginx".
    /// Empty if it says nothing, and for Argo CD.
    QString gateway;

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

/// The only place that tells Argo CD's refusals from those of gateways. A gateway that asks for a sign-in says nothing
/// about the token for Argo CD, and nothing about the application.
/// @param outcome with status 401 or 403.
[[nodiscard]] Refusal refusalOf(const TransportOutcome &outcome);

/// The text between <title> and </title> of a page in one line, redacted and bounded; empty if there is none.
[[nodiscard]] QString pageTitle(const QByteArray &page);

/// "text/html" of "Text/HTML; charset=utf-8".
[[nodiscard]] QByteArray mediaType(const QByteArray &contentType);

[[nodiscard]] bool isWebPage(const QByteArray &mediaType);

} // namespace lynceus
