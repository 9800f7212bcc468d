#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/model/instance.h"
#include "core/io/http/tokensource.h"

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

/// How to reach one instance: everything that its requests have in common.
struct InstanceAccess
{
    QUrl baseUrl;                        ///< scheme, host, port and base path, no trailing slash
    Secret token;                        ///< bearer token of one-off calls; empty: anonymous
    std::shared_ptr<TokenSource> tokens; ///< of stored instances: `token` is not looked at; null: there is only `token`
    bool insecure = false;               ///< accept any certificate: this call only, said aloud by the face
    QList<QSslCertificate> authorities;  ///< own CA; empty: the system's
    QByteArray pinnedFingerprint;        ///< SHA-256 of the one certificate that is accepted; empty: none is pinned
    QList<QSslCertificate> clientCertificates; ///< our own, leaf first; empty: none
    /// Absent and not null: a null key already loads OpenSSL, also for those who speak plain HTTP.
    std::optional<QSslKey> clientKey;
    ProxyChoice proxy = ProxyChoice::System;          ///< never for loopback
    QUrl proxyUrl;                                    ///< Explicit only: http or socks5
    QList<std::pair<QByteArray, QByteArray>> headers; ///< for gateways in front of the instance; values are secrets
    std::shared_ptr<MemoryBudget> memory; ///< of all instances that are asked at one time; null: there is but this one
};

} // namespace lynceus
