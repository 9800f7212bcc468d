#pragma once

#include "core/domain/rollout/verdict/memory.h"

namespace lynceus {

/// Updates the hooks that failed in the operation with the image. A failed hook stays failed through retries, which
/// empty syncResult, until it succeeds or another operation starts.
void updateHooks(RolloutMemory &memory);

/// The hook that failed first and still counts, as a cause.
[[nodiscard]] std::optional<Cause> hookCause(const RolloutMemory &memory);

/// Since when a hook has been failed without interruption.
[[nodiscard]] std::optional<Instant> hookFailedSince(const RolloutMemory &memory);

/// Keys of everything that the application or its operation marks as a hook.
[[nodiscard]] QSet<ResourceKey> hookKeys(const Application &application);

} // namespace lynceus
