#pragma once

#include "core/domain/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QString>

namespace lynceus {

/// The certificates of a PEM file, for `--server-crt`.
/// Error::Kind::BadInput: the file cannot be read (with the system's reason) or has no certificate in it.
[[nodiscard]] Result<QList<QSslCertificate>> readAuthorities(const QString &fileName);

} // namespace lynceus
