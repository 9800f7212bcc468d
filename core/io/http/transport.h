#pragma once

#include "core/domain/argocd/answer.h"
#include "core/domain/http/responseparser.h"

#include <QList>
#include <QSslError>
#include <QString>

namespace lynceus {

/// What an answer that is not 2xx may say about its reason; the rest of it is not read.
inline constexpr qsizetype kErrorBodyCap = 64 * 1024; // bytes; Argo CD's longest are a few KiB

/// What the network layer says against a response; None also if it only dislikes the status.
struct TransportProblem
{
    TransportOutcome::Failure failure = TransportOutcome::Failure::None;
    QString detail; ///< redacted
};

/// Why a certificate is not trusted, redacted; empty if nothing is said against it.
[[nodiscard]] QString certificateProblem(const QList<QSslError> &errors, const QString &host);

/// Status, type, length and place of an answer; no body.
[[nodiscard]] TransportOutcome outcomeOf(const ResponseHead &head);

[[nodiscard]] inline bool isSuccess(int httpStatus)
{
    return httpStatus >= 200 && httpStatus < 300;
}

} // namespace lynceus
