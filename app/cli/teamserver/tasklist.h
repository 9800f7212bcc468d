#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/teamserver/servertask.h"

#include <utility>
#include <vector>

namespace lynceus {

/// Tasks with the name of their team server, in the order in which they are shown.
using NamedTasks = std::vector<std::pair<QString, ServerTask>>;

/// A row a task. Empty for none.
[[nodiscard]] QByteArray taskTable(const NamedTasks &tasks, const TextStyle &style);
/// One array; names are stable, more may come.
[[nodiscard]] QByteArray taskListJson(const NamedTasks &tasks);
/// The same objects, one a line.
[[nodiscard]] QByteArray taskLinesJson(const NamedTasks &tasks);
/// One line a task, without columns: for what is told as it happens.
[[nodiscard]] QByteArray taskLines(const NamedTasks &tasks, const TextStyle &style);

} // namespace lynceus
