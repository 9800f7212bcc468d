#pragma once

#include "core/domain/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace lynceus {

/// The certificates of a PEM file, in its order.
/// Error::Kind::BadInput: the file cannot be read (with the system's reason) or has no certificate in it.
[[nodiscard]] Result<QList<QSslCertificate>> readCertificates(const QString &fileName);

/// The private key of a PEM file, RSA, EC or DSA. BadInput as above, and if it is encrypted: there would be no place
/// for its password.
[[nodiscard]] Result<QSslKey> readPrivateKey(const QString &fileName);

} // namespace lynceus
