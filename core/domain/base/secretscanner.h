#pragma once

#include <QByteArray>
#include <QString>

namespace lynceus {

/// Replaces every secret in a text by "…". The one set of rules for logs, recordings, bundles, reports and messages:
/// passwords in URLs and connection strings, `NAME=VALUE`, `NAME: VALUE`, `"NAME": "VALUE"`, flags, HTTP headers,
/// XML elements and YAML whose names say so (see secretnames.h), tokens that a shape gives away (JWT, `ghp_…`,
/// `AKIA…` and about sixty others), private keys and hashes of passwords, and random values beside a name for secrets.
///
/// Image references, digests, commits, UUIDs, names and versions of Kubernetes' objects stay.
/// Takes time in proportion to the text. UTF-8; bytes that are not stay as they are.
[[nodiscard]] QByteArray withoutSecrets(QByteArrayView text);
[[nodiscard]] QString textWithoutSecrets(const QString &text);

} // namespace lynceus
