#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/deployments/deployment.h"
#include "core/engine/deployments/historyexport.h"

namespace lynceus {

/// One row per deployment: start, application, change, actor, duration, outcome, proof and cause. Empty for none.
[[nodiscard]] QByteArray deploymentTable(const std::vector<Deployment> &deployments, const InstanceNames &instances,
                                         const TextStyle &style);

} // namespace lynceus
