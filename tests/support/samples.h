#pragma once

#include "core/domain/argocd/responses/answer.h"

#include <QByteArray>
#include <QString>

namespace lynceus {

/// One recorded response (tests/data/samples/NAME), header and body, in the form that the transport returns.
[[nodiscard]] TransportOutcome sampleAnswer(const QString &name);

/// Only the body; decompressed if the name ends in ".gz".
[[nodiscard]] QByteArray sampleBody(const QString &name);

} // namespace lynceus
