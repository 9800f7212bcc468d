#pragma once

#include "core/domain/tasks/task.h"
#include "core/domain/time/time.h"
#include "core/io/serve/httpreply.h"

#include <QString>

namespace lynceus {

/// Foreign text as HTML, for content and for attributes in double quotes. Every text of a page that is not written in
/// the source goes through here, or through a function below, which calls it.
[[nodiscard]] QString escaped(const QString &text);

/// <time> with the moment in UTC; the page's script shows it in the reader's zone.
[[nodiscard]] QString timeHtml(Instant instant);
/// The state as a coloured label with its name.
[[nodiscard]] QString stateHtml(TaskState state);
/// What a task expects: its images, its revision or its chart version.
[[nodiscard]] QString versionHtml(const Task &task);

/// A whole page with its headers, which allow nothing but our own style sheet and script. @p base: the path under which
/// browsers find this server, without a slash at its end; empty for most. @p title and @p events (address of the stream
/// that announces changes, empty: none) are text, @p body is HTML.
[[nodiscard]] HttpReply pageReply(const QString &base, int status, const QString &title, const QString &events,
                                  const QString &body);

} // namespace lynceus
