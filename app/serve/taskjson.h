#pragma once

#include "app/serve/serveconfig.h"
#include "core/domain/tasks/task.h"
#include "core/domain/watch/watchrecord.h"

#include <QByteArray>
#include <QJsonObject>

namespace lynceus {

/// The fields of a task in `GET /tasks` and `GET /tasks/{id}`.
[[nodiscard]] QJsonObject jsonOf(const Task &task);

[[nodiscard]] QByteArray compact(const QJsonObject &object);

/// The watch for a task. Error::Kind::BadInput: an image, a revision or a chart version is invalid, or a limit of
/// watches is exceeded.
[[nodiscard]] Result<WatchRequest> watchRequestOf(const Task &task, const ApplicationKey &application,
                                                  const TaskDefaults &defaults);

} // namespace lynceus
