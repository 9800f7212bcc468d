#pragma once

#include "core/domain/tasks/task.h"
#include "core/domain/time/time.h"
#include "core/io/serve/httpreply.h"

#include <QString>

namespace lynceus {

/// Escapes text for HTML content and attributes in double quotes. Every text of a page that is not a literal must pass
/// through this function, or through one below, which calls it.
[[nodiscard]] QString escaped(const QString &text);

/// <time> in UTC; the page's script shows it in the reader's time zone.
[[nodiscard]] QString timeHtml(Instant instant);
/// The state as a coloured label with text.
[[nodiscard]] QString stateHtml(TaskState state);
/// The expected images, revision or chart version of a task.
[[nodiscard]] QString versionHtml(const Task &task);

/// A complete page. Its headers only allow our own style sheet and script. @p base: the path of this server in
/// browsers, without a trailing slash; usually empty. @p title and @p events (address of the event stream; empty: none)
/// are text, @p body is HTML.
[[nodiscard]] HttpReply pageReply(const QString &base, int status, const QString &title, const QString &events,
                                  const QString &body);

} // namespace lynceus
