#pragma once

#include "core/domain/argocd/requests/requests.h"
#include "core/io/http/connections/outgoingrequest.h"
#include "core/io/http/requests/instanceaccess.h"

#include <QByteArray>
#include <QString>

namespace lynceus {

enum class Accepted {
    Json,        ///< one answer; gzip is accepted and decompressed by us
    EventStream, ///< exactly `text/event-stream`; otherwise Argo CD sends JSON lines without keepalives
};

/// A GET with everything that all our requests share, after a check against the allow-list. Errors: NotAllowed;
/// SignInNeeded if the token has characters that cannot be sent.
[[nodiscard]] Result<OutgoingRequest> networkRequest(const InstanceAccess &access, const ApiPath &path,
                                                     Accepted accepted, const QByteArray &correlationId);

/// A sign-in request to a URL that was checked against their own allow-list: TLS settings and gateway headers of @p
/// access, no token, no compression. NotAllowed if a header cannot be sent. The method is GET.
[[nodiscard]] Result<OutgoingRequest> signInNetworkRequest(const InstanceAccess &access, const QUrl &url,
                                                           const QString &asked);

/// @p access with the token for this request.
[[nodiscard]] InstanceAccess withToken(InstanceAccess access, Secret token);

/// "GET /api/v1/…", safe to show: without the query.
[[nodiscard]] QString askedText(const ApiPath &path);

/// A new X-Request-ID.
[[nodiscard]] QByteArray newCorrelationId();

} // namespace lynceus
