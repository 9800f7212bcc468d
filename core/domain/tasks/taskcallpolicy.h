#pragma once

#include "core/domain/base/result.h"

#include <QByteArrayView>
#include <QUrl>

namespace lynceus {

/// Requests to a server with tasks: `lynceus serve` or Argo Watcher.
enum class TaskCall {
    Version,     ///< GET /api/v1/version: identifies the server
    Description, ///< GET /api/v1/openapi.json: identifies a `lynceus serve` that protects its version
    Config,      ///< GET /api/v1/config
    Register,    ///< POST /api/v1/tasks
    Status,      ///< GET /api/v1/tasks/{id}
    Verdict,     ///< GET /api/v1/tasks/{id}/verdict; `lynceus serve` only
};

/// A valid task id: 1 to 64 letters, digits and hyphens.
[[nodiscard]] bool isTaskId(const QString &id);

[[nodiscard]] QByteArray methodOf(TaskCall call);
/// @p id: of the task, for calls that have one.
[[nodiscard]] QUrl taskCallUrl(const QUrl &baseUrl, TaskCall call, const QString &id = {});

/// The allow-list for requests to such servers: exact method, path and origin of each call. Anything else is
/// Error::Kind::NotAllowed.
[[nodiscard]] Result<void> checkTaskCallAllowed(QByteArrayView method, const QUrl &url, const QUrl &baseUrl);

} // namespace lynceus
