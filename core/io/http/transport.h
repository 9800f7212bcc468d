#pragma once

#include "core/domain/argocd/answer.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <QString>

namespace lynceus {

class PeerCheck;

/// What an answer that is not 2xx may say about its reason; the rest of it is not read.
inline constexpr qsizetype kErrorBodyCap = 64 * 1024; // bytes; Argo CD's longest are a few KiB

/// What the network layer says against this reply; None also if it only dislikes the status.
struct TransportProblem
{
    TransportOutcome::Failure failure = TransportOutcome::Failure::None;
    QString detail; ///< redacted
};

[[nodiscard]] TransportProblem problemOf(const QNetworkReply &reply, const PeerCheck &peer);

/// Why a certificate is not trusted, redacted; empty if nothing is said against it.
[[nodiscard]] QString certificateProblem(const QList<QSslError> &errors, const QString &host);

/// Status, type, length and place of an answer, as far as they came; no body.
[[nodiscard]] TransportOutcome headOf(const QNetworkReply &reply);

[[nodiscard]] inline bool isSuccess(int httpStatus)
{
    return httpStatus >= 200 && httpStatus < 300;
}

} // namespace lynceus
