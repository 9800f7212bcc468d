#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/http/httpheaders.h"
#include "core/domain/model/instance.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

#include <optional>

namespace lynceus {

/// TLS settings: trusted certificates and client certificate.
struct TlsSettings
{
    bool insecure = false;                     ///< accept any certificate
    QList<QSslCertificate> authorities;        ///< CA certificates; empty: the system's
    QByteArray pinnedFingerprint;              ///< SHA-256 of the only accepted certificate; empty: not pinned
    QList<QSslCertificate> clientCertificates; ///< client certificate chain, leaf first; may be empty
    /// Empty instead of a null key: even a null key loads OpenSSL, which plain HTTP does not need.
    std::optional<QSslKey> clientKey;
};

/// A request as it is sent, with TLS and proxy settings.
struct OutgoingRequest
{
    QByteArray method = "GET";
    QUrl url;            ///< http or https
    HttpHeaders headers; ///< except those that requestHead() adds
    Secret body;
    TlsSettings tls;
    ProxyChoice proxy = ProxyChoice::System; ///< never for this computer
    QUrl proxyUrl;                           ///< for ProxyChoice::Explicit only
};

} // namespace lynceus
