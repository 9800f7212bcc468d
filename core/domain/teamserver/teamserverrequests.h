#pragma once

#include "core/domain/argocd/requests.h"
#include "core/domain/teamserver/servertask.h"

namespace lynceus {

// Paths of a team server's API, version 1 (docs/serve.md), as requests.h has those of Argo CD.

[[nodiscard]] ApiPath teamServerVersionPath();
[[nodiscard]] ApiPath teamServerConfigPath();
/// `lynceus serve` only: what its API offers, for everybody.
[[nodiscard]] ApiPath teamServerDescriptionPath();
[[nodiscard]] ApiPath serverTasksPath(const ServerTaskFilter &filter);
[[nodiscard]] ApiPath serverTaskPath(const QString &id);
/// `lynceus serve` only.
[[nodiscard]] ApiPath serverVerdictPath(const QString &id);
/// `lynceus serve` only: an event stream.
[[nodiscard]] ApiPath serverEventsPath();
/// Where a new task is posted.
[[nodiscard]] ApiPath newServerTaskPath();

/// The allow-list of what is posted to a team server: a new task, to the server's own origin and below its base path,
/// without user, query or fragment. Error::Kind::NotAllowed otherwise.
[[nodiscard]] Result<void> checkPostAllowed(const QUrl &url, const QUrl &baseUrl);

} // namespace lynceus
