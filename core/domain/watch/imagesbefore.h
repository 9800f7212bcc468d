#pragma once

#include "core/domain/rollout/memory.h"

#include <optional>
#include <span>

namespace lynceus {

/// What the application ran of the @p expected repositories when its watch began: what the workloads in the cluster had
/// besides the expected images; if they had only these, what pods still ran; if these had no others either, it ran
/// already, and the expected images are what was before. Git is no source: it may have been ahead. Nothing: not known
/// yet.
[[nodiscard]] std::optional<QStringList> imagesBefore(const RolloutMemory &memory,
                                                      std::span<const ImageReference> expected,
                                                      const RegistryProxies &proxies);

} // namespace lynceus
