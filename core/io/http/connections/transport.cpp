#include "core/io/http/connections/transport.h"

#include "core/domain/redaction/redact.h"
#include "core/domain/text/visibletext.h"
#include "core/io/process/runtimepackage.h"

#include <QSslCertificate>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLongestNames = 200; // chosen by the server; must not hide what follows

} // namespace

QString certificateProblem(const QList<QSslError> &errors, const QString &host)
{
    QStringList reasons;
    for (const auto &error : errors) {
        auto reason = error.errorString();
        if (error.error() == QSslError::HostNameMismatch) {
            const auto names =
                visibleLine(error.certificate().subjectAlternativeNames().values().join(", "_L1), kLongestNames);
            reason = u"it is issued for %1, not for %2"_s.arg(names.isEmpty() ? u"no host"_s : names, host);
        }
        if (!reasons.contains(reason))
            reasons.append(reason);
    }
    const bool isIssuerUnknown = std::ranges::any_of(errors, [](const QSslError &error) {
        return error.error() == QSslError::UnableToGetLocalIssuerCertificate
            || error.error() == QSslError::UnableToVerifyFirstCertificate;
    });
    if (const auto missing = isIssuerUnknown ? missingPackage(RuntimePackage::Certificates) : QString();
        !missing.isEmpty())
        reasons.append(missing);
    return redactedText(reasons.join("; "_L1));
}

TransportOutcome outcomeOf(const ResponseHead &head)
{
    TransportOutcome outcome;
    outcome.httpStatus = head.status;
    outcome.contentType = head.headers.value("Content-Type");
    outcome.location = head.headers.value("Location");
    outcome.authenticate = head.headers.value("WWW-Authenticate");
    outcome.server = head.headers.value("Server");
    outcome.contentLength = head.contentLength;
    return outcome;
}

} // namespace lynceus
