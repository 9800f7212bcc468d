#pragma once

#include "core/domain/base/result.h"
#include "core/domain/tasks/task.h"

#include <QByteArray>

namespace lynceus {

// Requests of pipelines to a team server. Error::Kind::BadInput with field, problem and remedy.

/// A new task: app, author, project, images or revision or chart_version, and optionally timeout, refresh, instance.
/// Ignores other fields, like Argo Watcher.
[[nodiscard]] Result<Task> taskFromJson(const QByteArray &body);

/// {"timeout": SECONDS}: total time for the task.
[[nodiscard]] Result<qint64> extensionFromJson(const QByteArray &body);

} // namespace lynceus
