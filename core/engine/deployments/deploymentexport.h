#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/engine/deployments/historyexport.h"

#include <QJsonArray>
#include <QTimeZone>

namespace lynceus {

/// Objects in the order of @p deployments. Field names are stable, fields may be added; times in RFC 3339, UTC.
[[nodiscard]] QJsonArray deploymentArray(const std::vector<Deployment> &deployments, const InstanceNames &instances);
/// deploymentArray() as a document.
[[nodiscard]] QByteArray deploymentJson(const std::vector<Deployment> &deployments, const InstanceNames &instances);
/// RFC 4180 with header.
[[nodiscard]] QByteArray deploymentCsv(const std::vector<Deployment> &deployments, const InstanceNames &instances);
/// One deployment with all details as Markdown, for chats, issues or the window. Names @p zone, in which times are
/// given. Text from servers is cleaned and cannot break the layout.
[[nodiscard]] QString deploymentMarkdown(const Deployment &deployment, const InstanceNames &instances,
                                         const QTimeZone &zone = QTimeZone::utc());

} // namespace lynceus
