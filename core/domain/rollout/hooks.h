#pragma once

#include "core/domain/rollout/memory.h"

namespace lynceus {

/// Keeps track of hooks that failed in the operation that carries the image. A failed hook stays failed through
/// retries, which empty syncResult, until that hook succeeds or the operation is another.
void updateHooks(RolloutMemory &memory);

/// The hook that failed first and still counts, as a cause.
[[nodiscard]] std::optional<Cause> hookCause(const RolloutMemory &memory);

/// Since when a failed hook is known without a break.
[[nodiscard]] std::optional<Instant> hookFailedSince(const RolloutMemory &memory);

/// Keys of everything that the application or its operation calls a hook.
[[nodiscard]] QSet<ResourceKey> hookKeys(const Application &application);

} // namespace lynceus
