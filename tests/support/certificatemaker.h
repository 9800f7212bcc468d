#pragma once

#include "tests/support/rawserver.h"

#include <QByteArray>

namespace lynceus::test {

struct CertificateOptions
{
    QByteArray names = "DNS:localhost,IP:127.0.0.1"; ///< subjectAltName in OpenSSL's syntax
    long validFromSeconds = -3600;                   ///< from now
    long validUntilSeconds = 3600;                   ///< from now
    QByteArray organization = "Argo CD";             ///< of subject and issuer
};

/// Generates a self-signed certificate with its key.
[[nodiscard]] RawServer::Identity makeIdentity(const CertificateOptions &wish = {});

} // namespace lynceus::test
