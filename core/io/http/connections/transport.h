#pragma once

#include "core/domain/argocd/responses/answer.h"
#include "core/domain/http/responseparser.h"

#include <QList>
#include <QSslError>
#include <QString>

namespace lynceus {

/// Maximum size of the body of an error response; the rest is not read.
inline constexpr qsizetype kErrorBodyCap = 64 * 1024; // bytes; Argo CD's longest are a few KiB

/// Error of the network layer; None also if it only reports the HTTP status.
struct TransportProblem
{
    TransportOutcome::Failure failure = TransportOutcome::Failure::None;
    QString detail; ///< redacted
};

/// Why a certificate is not trusted, redacted; empty if there are no errors.
[[nodiscard]] QString certificateProblem(const QList<QSslError> &errors, const QString &host);

/// Status, type, length and location of a response; without body.
[[nodiscard]] TransportOutcome outcomeOf(const ResponseHead &head);

[[nodiscard]] inline bool isSuccess(int httpStatus)
{
    return httpStatus >= 200 && httpStatus < 300;
}

} // namespace lynceus
