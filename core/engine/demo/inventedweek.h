#pragma once

#include "core/domain/deployments/deployment.h"

namespace lynceus {

/// A week of deployments before @p now, for the applications that the demo's instances have: up to the versions that
/// their recordings begin with. Nothing of it is recorded; commits say so.
[[nodiscard]] std::vector<Deployment> inventedWeek(Instant now);

} // namespace lynceus
