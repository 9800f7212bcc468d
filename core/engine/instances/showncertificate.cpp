#include "core/engine/instances/showncertificate.h"

#include "core/domain/text/visibletext.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 200; // the user decides by what follows it

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
        return visibleLine((commonNames + organizations).join(", "_L1), kLongestName);
    };
    return {certificate.digest(QCryptographicHash::Sha256),
            nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                   certificate.subjectInfo(QSslCertificate::Organization)),
            nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                   certificate.issuerInfo(QSslCertificate::Organization)),
            instantOf(certificate.effectiveDate()),
            instantOf(certificate.expiryDate()),
            visibleLine(answer.certificateProblem)};
}

} // namespace lynceus
