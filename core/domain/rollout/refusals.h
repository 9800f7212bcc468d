#pragma once

#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// The server's words without what differs from attempt to attempt: names of temporary files and folders, and Argo CD's
/// count of attempts.
[[nodiscard]] QString withoutTemporaryNames(const QString &message);

/// Keeps track of what is refused in the operation that carries the images. A resource that fails with the same reason
/// at each attempt has failed all the time, although each attempt begins with an empty result.
void updateRefusals(RolloutMemory &memory);

/// What has been refused longest, one of the release's own workloads first.
[[nodiscard]] std::optional<Cause> refusalCause(const RolloutMemory &memory,
                                                const std::vector<WorkloadView> &workloads);

/// Since when something has been refused without a break.
[[nodiscard]] std::optional<Instant> refusedSince(const RolloutMemory &memory);

} // namespace lynceus
