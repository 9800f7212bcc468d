#pragma once

#include "core/domain/base/result.h"

#include <QByteArrayView>
#include <QUrl>

namespace lynceus {

/// What is asked of a server that keeps tasks: `lynceus serve`, or an Argo Watcher.
enum class TaskCall {
    Version,  ///< GET /api/v1/version: which of the two it is
    Config,   ///< GET /api/v1/config
    Register, ///< POST /api/v1/tasks
    Status,   ///< GET /api/v1/tasks/{id}
    Verdict,  ///< GET /api/v1/tasks/{id}/verdict; `lynceus serve` only
};

/// An id as these servers give it: 1 to 64 letters, digits and hyphens.
[[nodiscard]] bool isTaskId(const QString &id);

[[nodiscard]] QByteArray methodOf(TaskCall call);
/// @p id: of the task, for calls about one.
[[nodiscard]] QUrl taskCallUrl(const QUrl &baseUrl, TaskCall call, const QString &id = {});

/// The one allow-list of what is sent to such servers: (method, path, origin) of each call, exactly.
/// Error::Kind::NotAllowed otherwise.
[[nodiscard]] Result<void> checkTaskCallAllowed(QByteArrayView method, const QUrl &url, const QUrl &baseUrl);

} // namespace lynceus
