#pragma once

#include "core/domain/base/result.h"
#include "core/domain/tasks/task.h"

#include <QByteArray>

namespace lynceus {

// What pipelines post to a team server. Error::Kind::BadInput names the field, what is wrong and what would be right.

/// A new task: app, author, project, images or revision or chart_version, and perhaps timeout, refresh, instance. Other
/// fields are ignored, as Argo Watcher does.
[[nodiscard]] Result<Task> taskFromJson(const QByteArray &body);

/// {"timeout": SECONDS}: how long a task may take altogether.
[[nodiscard]] Result<qint64> extensionFromJson(const QByteArray &body);

} // namespace lynceus
