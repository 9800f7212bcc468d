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

/// Whom to trust in a TLS handshake, and what to show there.
struct TlsSettings
{
    bool insecure = false;              ///< any certificate is accepted
    QList<QSslCertificate> authorities; ///< empty: the system's
    QByteArray pinnedFingerprint;       ///< SHA-256 of the only certificate that is accepted; empty: none is pinned
    QList<QSslCertificate> clientCertificates; ///< our own, leaf first; empty: none
    /// Absent and not null: a null key already loads OpenSSL, also for those who speak plain HTTP.
    std::optional<QSslKey> clientKey;
};

/// One request as it is sent, and the way that it takes.
struct OutgoingRequest
{
    QByteArray method = "GET";
    QUrl url;            ///< http or https
    HttpHeaders headers; ///< without those that requestHead() adds
    Secret body;
    TlsSettings tls;
    ProxyChoice proxy = ProxyChoice::System; ///< never for this computer
    QUrl proxyUrl;                           ///< ProxyChoice::Explicit only
};

} // namespace lynceus
