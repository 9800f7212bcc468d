#pragma once

#include "core/domain/argocd/responses/answer.h"

#include <QByteArray>
#include <QString>

namespace lynceus {

/// One recorded answer (tests/data/samples/NAME), head and body, as the transport would hand it over.
[[nodiscard]] TransportOutcome sampleAnswer(const QString &name);

/// The body alone; a name ending in ".gz" is decompressed.
[[nodiscard]] QByteArray sampleBody(const QString &name);

} // namespace lynceus
