#pragma once

#include "core/domain/teamserver/servertask.h"

namespace lynceus {

/// Added to the notes of a verdict if only the first of the server's notes, workloads and pods were kept.
inline constexpr auto kEvidenceCut = "evidence-cut";

[[nodiscard]] inline bool isEvidenceCut(const ServerVerdict &verdict)
{
    return verdict.notes.contains(QLatin1StringView(kEvidenceCut));
}

} // namespace lynceus
