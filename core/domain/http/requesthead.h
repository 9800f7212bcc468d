#pragma once

#include "core/domain/base/result.h"
#include "core/domain/http/httpheaders.h"
#include "core/domain/http/proxyenvironment.h"

#include <QUrl>

namespace lynceus {

/// Form of the target in the request line.
enum class RequestTarget {
    Path, ///< "/api/version": to the server itself, or through a tunnel
    Url,  ///< "http://argocd.acme.example/api/version": to an HTTP proxy (RFC 9112 §3.2.2)
};

/// Request line and header fields of an HTTP/1.1 request, with the blank line. Adds `Host`, and `Content-Length` unless
/// the method is GET. Omits user, password and fragment of @p url. Error::Kind::NotAllowed: a name, a value or the URL
/// contains bytes that would end its line; the message names the field and contains no value.
[[nodiscard]] Result<QByteArray> requestHead(QByteArrayView method, const QUrl &url, RequestTarget target,
                                             const HttpHeaders &headers, qsizetype bodyBytes);

/// Head of the CONNECT request to an HTTP proxy for a tunnel to @p host (name as ACE, or address without brackets),
/// with the proxy's credentials.
[[nodiscard]] QByteArray connectHead(const QString &host, quint16 port, const ProxyServer &proxy);

/// Value of `Proxy-Authorization`; empty if the proxy has no user. A secret.
[[nodiscard]] QByteArray proxyAuthorization(const ProxyServer &proxy);

/// "argocd.acme.example", "[::1]:8080": host as ACE, with the port unless it is the scheme's default.
[[nodiscard]] QByteArray authorityOf(const QUrl &url);

} // namespace lynceus
