#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/teamserver/servertask.h"

#include <utility>
#include <vector>

namespace lynceus {

/// Tasks with the name of their team server, in display order.
using NamedTasks = std::vector<std::pair<QString, ServerTask>>;

/// One row per task. Empty for none.
[[nodiscard]] QByteArray taskTable(const NamedTasks &tasks, const TextStyle &style);
/// One JSON array; names are stable, more may be added.
[[nodiscard]] QByteArray taskListJson(const NamedTasks &tasks);
/// The same objects, one per line.
[[nodiscard]] QByteArray taskLinesJson(const NamedTasks &tasks);
/// One line per task, without columns: for changes as they happen.
[[nodiscard]] QByteArray taskLines(const NamedTasks &tasks, const TextStyle &style);

} // namespace lynceus
