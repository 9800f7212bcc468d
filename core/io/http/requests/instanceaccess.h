#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/model/instance.h"
#include "core/io/http/requests/tokensource.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

#include <memory>
#include <optional>
#include <utility>

namespace lynceus {

class MemoryBudget;

/// How to reach one instance: data shared by all of its requests.
struct InstanceAccess
{
    QUrl baseUrl;                        ///< scheme, host, port and base path, without trailing slash
    Secret token;                        ///< bearer token for one-off calls; empty: anonymous
    std::shared_ptr<TokenSource> tokens; ///< for stored instances, replaces `token`; null: only `token`
    bool insecure = false;               ///< accept any certificate, for this call only; the command prints a warning
    QList<QSslCertificate> authorities;  ///< CA certificates; empty: the system's
    QByteArray pinnedFingerprint;        ///< SHA-256 of the only accepted certificate; empty: not pinned
    QList<QSslCertificate> clientCertificates; ///< client certificate chain, leaf first; may be empty
    /// Empty instead of a null key: even a null key loads OpenSSL, which plain HTTP does not need.
    std::optional<QSslKey> clientKey;
    ProxyChoice proxy = ProxyChoice::System;          ///< never for loopback
    QUrl proxyUrl;                                    ///< for Explicit only: http or socks5
    QList<std::pair<QByteArray, QByteArray>> headers; ///< for gateways in front of the instance; values are secrets
    std::shared_ptr<MemoryBudget> memory;             ///< shared by all instances in use; null: only this one
};

} // namespace lynceus
