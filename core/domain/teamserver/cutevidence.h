#pragma once

#include "core/domain/teamserver/servertask.h"

namespace lynceus {

/// Beside the notes of its server: of the notes, workloads and pods that the server said, only the first are kept.
inline constexpr auto kEvidenceCut = "evidence-cut";

[[nodiscard]] inline bool isEvidenceCut(const ServerVerdict &verdict)
{
    return verdict.notes.contains(QLatin1StringView(kEvidenceCut));
}

} // namespace lynceus
