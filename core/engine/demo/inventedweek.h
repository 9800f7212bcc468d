#pragma once

#include "core/domain/deployments/deployment.h"

namespace lynceus {

/// A week of deployments before @p now for the applications of the demo's instances, ending with the versions in their
/// recordings. The commits say that they are invented.
[[nodiscard]] std::vector<Deployment> inventedWeek(Instant now);

} // namespace lynceus
