#include "core/engine/instances/showncertificate.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

std::optional<Instant> instantOf(const QDateTime &time)
{
    if (!time.isValid())
        return std::nullopt;
    return Instant(Duration(time.toMSecsSinceEpoch()));
}

} // namespace

UntrustedCertificate shownCertificate(const OpenAnswer &answer)
{
    const auto &certificate = answer.certificate;
    const auto nameOf = [](const QStringList &commonNames, const QStringList &organizations) {
        return (commonNames + organizations).join(", "_L1);
    };
    return {certificate.digest(QCryptographicHash::Sha256),
            nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                   certificate.subjectInfo(QSslCertificate::Organization)),
            nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                   certificate.issuerInfo(QSslCertificate::Organization)),
            instantOf(certificate.effectiveDate()),
            instantOf(certificate.expiryDate()),
            answer.certificateProblem};
}

} // namespace lynceus
