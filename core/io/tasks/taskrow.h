#pragma once

#include "core/io/tasks/storedtask.h"

#include <QSqlQuery>
#include <QVariantList>

namespace lynceus {

/// Columns of a Task in the table `task`, in the order of taskFrom() and taskValues().
inline constexpr auto kTaskColumns =
    QLatin1StringView("id, instance, app, author, project, images, timeout, refresh, state, reason, created, updated, "
                      "revision, chart_version, token");

/// Milliseconds since 1970, as the database stores times.
[[nodiscard]] qint64 millisecondsOf(Instant instant);

/// @p row begins with kTaskColumns. An unknown state of a later version counts as ended without success.
[[nodiscard]] Task taskFrom(const QSqlQuery &row);
[[nodiscard]] QVariantList taskValues(const Task &task);

/// Values of the columns `record`, `memory` and `timeline`; the last two are null if they are empty.
[[nodiscard]] QVariant recordValue(const StoredTask &task);
[[nodiscard]] QVariant memoryValue(const StoredTask &task);
[[nodiscard]] QVariant timelineValue(const StoredTask &task);

/// @p row: kTaskColumns, record, memory, timeline. Error: recordFrom().
[[nodiscard]] Result<StoredTask> storedTaskFrom(const QSqlQuery &row);

} // namespace lynceus
