#pragma once

#include "core/domain/rollout/verdict/memory.h"

#include <optional>
#include <span>

namespace lynceus {

/// Images of the @p expected repositories that the application ran when its watch began, from the first of these that
/// has any: other images than expected of the workloads in the cluster; other images of the pods; the expected images,
/// if they were running already. Does not use git, which may have been ahead. Empty: not known yet.
[[nodiscard]] std::optional<QStringList> imagesBefore(const RolloutMemory &memory,
                                                      std::span<const ImageReference> expected,
                                                      const RegistryProxies &proxies);

} // namespace lynceus
