#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/deployments/deployment.h"
#include "core/engine/historyexport.h"

namespace lynceus {

/// A row a deployment: start, application, change, actor, duration, outcome, proof and cause. Empty for none.
[[nodiscard]] QByteArray deploymentTable(const std::vector<Deployment> &deployments, const InstanceNames &instances,
                                         const TextStyle &style);
/// One array, in the order of @p deployments. Names are stable, more may come; times RFC 3339 in UTC.
[[nodiscard]] QByteArray deploymentJson(const std::vector<Deployment> &deployments, const InstanceNames &instances);
/// RFC 4180 with a head.
[[nodiscard]] QByteArray deploymentCsv(const std::vector<Deployment> &deployments, const InstanceNames &instances);

} // namespace lynceus
