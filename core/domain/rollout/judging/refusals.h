#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// The message without parts that differ between attempts: names of temporary files and folders, and Argo CD's attempt
/// count.
[[nodiscard]] QString withoutTemporaryNames(const QString &message);

/// Updates what is refused in the operation with the images. A resource that fails with the same reason at each attempt
/// counts as failed throughout, although each attempt starts with an empty result.
void updateRefusals(RolloutMemory &memory);

/// The longest refusal, with workloads of the release first.
[[nodiscard]] std::optional<Cause> refusalCause(const RolloutMemory &memory,
                                                const std::vector<WorkloadView> &workloads);

/// Since when something has been refused without interruption.
[[nodiscard]] std::optional<Instant> refusedSince(const RolloutMemory &memory);

} // namespace lynceus
