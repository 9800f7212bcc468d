#pragma once

#include "core/domain/argocd/answer.h"
#include "core/io/http/memorybudget.h"

#include <memory>

namespace lynceus {

/// A successful answer whose body is still packed (Request::unpacksLater): a tenth of its size as long as it waits.
struct PackedAnswer
{
    TransportOutcome outcome; ///< its body is packed
    QString asked;            ///< "GET /api/v1/…", safe to show
    qint64 cap = 0;           ///< bytes after unpacking
};

/// What classifyAnswer() says of it, unpacked; for any thread. The body has spare capacity as Reply::body.
/// @param share grows with what is unpacked, null: nothing bounds it but the cap. Errors: those of classifyAnswer();
/// Unreachable if the budget has no room.
[[nodiscard]] Result<QByteArray> unpacked(PackedAnswer answer, MemoryShare *share);

} // namespace lynceus
