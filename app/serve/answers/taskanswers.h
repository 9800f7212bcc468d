#pragma once

#include "core/domain/http/requestparser.h"
#include "core/io/serve/httpreply.h"
#include "core/io/tasks/taskstore.h"

namespace lynceus {

// Replies of the API about stored tasks. @p segment: the id as written in the path.

/// The id in a path segment; empty if it is invalid.
[[nodiscard]] QString taskIdIn(const QString &segment);

[[nodiscard]] HttpReply taskNotFound(const QString &segment);

/// The reply to a request that changed one task: the task, or 404, 406, 409 or 503.
[[nodiscard]] HttpReply taskChanged(const QString &segment, const Result<Task> &changed);

// Call these in the thread of the store.

/// {"tasks": […], "total": N} of "?status=STATE&app=NAME&from_timestamp=S&to_timestamp=S&limit=N&offset=N".
[[nodiscard]] HttpReply answerTasks(TaskStore &store, const HttpRequest &request, const QString &segment);
[[nodiscard]] HttpReply answerTask(TaskStore &store, const HttpRequest &request, const QString &segment);
[[nodiscard]] HttpReply answerVerdict(TaskStore &store, const HttpRequest &request, const QString &segment);

} // namespace lynceus
