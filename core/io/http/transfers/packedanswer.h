#pragma once

#include "core/domain/argocd/responses/answer.h"
#include "core/io/http/transfers/memorybudget.h"

#include <memory>

namespace lynceus {

/// A successful answer with a compressed body (Request::unpacksLater): waiting answers use a tenth of the memory.
struct PackedAnswer
{
    TransportOutcome outcome; ///< its body is compressed
    QString asked;            ///< "GET /api/v1/…", safe to show
    qint64 cap = 0;           ///< bytes after decompression
};

/// Decompresses the body and returns the result of classifyAnswer(); can be called in any thread. The body has spare
/// capacity like Reply::body. @param share grows with the decompressed data; null: only the cap limits it. Errors:
/// those of classifyAnswer(); Unreachable if the budget has no room.
[[nodiscard]] Result<QByteArray> unpacked(PackedAnswer answer, MemoryShare *share);

} // namespace lynceus
