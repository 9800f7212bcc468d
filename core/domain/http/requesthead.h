#pragma once

#include "core/domain/base/result.h"
#include "core/domain/http/httpheaders.h"
#include "core/domain/http/proxyenvironment.h"

#include <QUrl>

namespace lynceus {

/// What the first line of a request names.
enum class RequestTarget {
    Path, ///< "/api/version": to the server itself, or through a tunnel to it
    Url,  ///< "http://argocd.acme.example/api/version": to an HTTP proxy (RFC 9112 §3.2.2)
};

/// Request line and header fields of an HTTP/1.1 request, with the blank line behind them. Adds `Host`, and
/// `Content-Length` unless the method is GET. User, password and fragment of @p url are not sent.
/// Error::Kind::NotAllowed: a name, a value or the address has bytes that would end the line they stand in; the message
/// names the field and shows no value.
[[nodiscard]] Result<QByteArray> requestHead(QByteArrayView method, const QUrl &url, RequestTarget target,
                                             const HttpHeaders &headers, qsizetype bodyBytes);

/// Head of the CONNECT that asks an HTTP proxy for a tunnel to a host (name as ACE, or address without brackets), with
/// its user and password.
[[nodiscard]] QByteArray connectHead(const QString &host, quint16 port, const ProxyServer &proxy);

/// Value of `Proxy-Authorization` for this proxy; empty if it has no user. It is a secret.
[[nodiscard]] QByteArray proxyAuthorization(const ProxyServer &proxy);

/// "argocd.acme.example", "[::1]:8080": host as ACE, and the port unless it is the scheme's own.
[[nodiscard]] QByteArray authorityOf(const QUrl &url);

} // namespace lynceus
