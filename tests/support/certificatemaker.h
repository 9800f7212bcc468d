#pragma once

#include "tests/support/rawserver.h"

#include <QByteArray>

namespace lynceus::test {

struct CertificateWish
{
    QByteArray names = "DNS:localhost,IP:127.0.0.1"; ///< subjectAltName as OpenSSL writes it
    long validFromSeconds = -3600;                   ///< from now
    long validUntilSeconds = 3600;                   ///< from now
};

/// A self-signed certificate with its key, made for this run.
[[nodiscard]] RawServer::Identity makeIdentity(const CertificateWish &wish = {});

} // namespace lynceus::test
