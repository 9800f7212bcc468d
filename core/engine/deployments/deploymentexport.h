#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/engine/deployments/historyexport.h"

#include <QJsonArray>
#include <QTimeZone>

namespace lynceus {

/// Objects in the order of @p deployments. Names are stable, more may come; times RFC 3339 in UTC.
[[nodiscard]] QJsonArray deploymentArray(const std::vector<Deployment> &deployments, const InstanceNames &instances);
/// The same as a document.
[[nodiscard]] QByteArray deploymentJson(const std::vector<Deployment> &deployments, const InstanceNames &instances);
/// RFC 4180 with a head.
[[nodiscard]] QByteArray deploymentCsv(const std::vector<Deployment> &deployments, const InstanceNames &instances);
/// One of them with all that it says itself, as Markdown for a chat, an issue or the window. Times are those of
/// @p zone, which is named. The servers' words are cleaned and cannot break the layout.
[[nodiscard]] QString deploymentMarkdown(const Deployment &deployment, const InstanceNames &instances,
                                         const QTimeZone &zone = QTimeZone::utc());

} // namespace lynceus
