#pragma once

#include "core/domain/argocd/requests.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/http/outgoingrequest.h"

#include <QByteArray>
#include <QString>

namespace lynceus {

enum class Accepted {
    Json,        ///< one answer, gzip welcome: we unpack it ourselves
    EventStream, ///< exactly `text/event-stream`, else Argo CD sends lines of JSON without keepalives
};

/// A GET with everything that all our requests have in common, after the allow-list agreed to it.
/// Errors: NotAllowed; SignInNeeded if the token has characters that cannot be sent.
[[nodiscard]] Result<OutgoingRequest> networkRequest(const InstanceAccess &access, const ApiPath &path,
                                                     Accepted accepted, const QByteArray &correlationId);

/// What sign-in requests have in common, to an address that their own allow-list agreed to: TLS settings and gateway
/// headers of @p access, no token, no packing. NotAllowed if a header cannot be sent. The method is GET.
[[nodiscard]] Result<OutgoingRequest> signInNetworkRequest(const InstanceAccess &access, const QUrl &url,
                                                           const QString &asked);

/// The same access with the token that this request shall carry.
[[nodiscard]] InstanceAccess withToken(InstanceAccess access, Secret token);

/// "GET /api/v1/…", safe to show: without the query.
[[nodiscard]] QString askedText(const ApiPath &path);

/// A fresh X-Request-ID.
[[nodiscard]] QByteArray newCorrelationId();

} // namespace lynceus
