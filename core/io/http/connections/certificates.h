#pragma once

#include "core/domain/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace lynceus {

/// The certificates in a PEM file, in order. Error::Kind::BadInput: the file cannot be read (with the system's reason)
/// or contains no certificate.
[[nodiscard]] Result<QList<QSslCertificate>> readCertificates(const QString &fileName);

/// The private key in a PEM file: RSA, EC or DSA. BadInput as above, and if it is encrypted, because its password could
/// not be configured.
[[nodiscard]] Result<QSslKey> readPrivateKey(const QString &fileName);

} // namespace lynceus
