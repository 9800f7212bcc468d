#pragma once

#include <QByteArray>
#include <QString>

namespace lynceus {

/// Replaces every secret in a text by "…". The common rules for logs, recordings, bundles, reports and messages:
/// passwords in URLs and connection strings; `NAME=VALUE`, `NAME: VALUE`, `"NAME": "VALUE"`, flags, HTTP headers, XML
/// elements and YAML with secret names (see secretnames.h); tokens with a known shape (JWT, `ghp_…`, `AKIA…` and about
/// sixty others); private keys and password hashes; random values next to a secret name.
///
/// Keeps image references, digests, commits, UUIDs, and names and versions of Kubernetes objects. Linear time. UTF-8;
/// invalid bytes stay unchanged.
[[nodiscard]] QByteArray withoutSecrets(QByteArrayView text);
[[nodiscard]] QString textWithoutSecrets(const QString &text);

} // namespace lynceus
