#pragma once

#include "core/domain/argocd/requests/requests.h"
#include "core/domain/teamserver/servertask.h"

namespace lynceus {

// Paths of a team server's API, version 1 (docs/serve.md).

[[nodiscard]] ApiPath teamServerVersionPath();
[[nodiscard]] ApiPath teamServerConfigPath();
/// `lynceus serve` only: description of its API, without authentication.
[[nodiscard]] ApiPath teamServerDescriptionPath();
[[nodiscard]] ApiPath serverTasksPath(const ServerTaskFilter &filter);
[[nodiscard]] ApiPath serverTaskPath(const QString &id);
/// `lynceus serve` only.
[[nodiscard]] ApiPath serverVerdictPath(const QString &id);
/// `lynceus serve` only: an event stream.
[[nodiscard]] ApiPath serverEventsPath();
/// Path for posting a new task.
[[nodiscard]] ApiPath newServerTaskPath();

/// The allow-list for POST requests to a team server: a new task, to the server's own origin and below its base path,
/// without user, query or fragment. Anything else is Error::Kind::NotAllowed.
[[nodiscard]] Result<void> checkPostAllowed(const QUrl &url, const QUrl &baseUrl);

} // namespace lynceus
