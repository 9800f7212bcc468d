#pragma once

#include "app/serve/serveconfig.h"
#include "core/domain/tasks/task.h"
#include "core/domain/watch/watchrecord.h"

#include <QByteArray>
#include <QJsonObject>

namespace lynceus {

/// The fields of a task as `GET /tasks` and `GET /tasks/{id}` have them.
[[nodiscard]] QJsonObject jsonOf(const Task &task);

[[nodiscard]] QByteArray compact(const QJsonObject &object);

/// What a pipeline posted to register a task: app, author, project, images, and perhaps timeout, refresh, instance.
/// Other fields are ignored, as Argo Watcher does. Error::Kind::BadInput names the field, what is wrong and what would
/// be right.
[[nodiscard]] Result<Task> taskFromJson(const QByteArray &body);

/// The watch that follows a task. Error::Kind::BadInput: an image cannot be understood, or a limit of
/// watches is exceeded.
[[nodiscard]] Result<WatchRequest> watchRequestOf(const Task &task, const ApplicationKey &application,
                                                  const TaskDefaults &defaults);

} // namespace lynceus
