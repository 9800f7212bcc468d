#pragma once

#include "core/io/tasks/taskdatabase.h"

namespace lynceus {

/// The version of the tables that this program writes; stored in the table "lynceus_schema".
[[nodiscard]] int taskSchemaVersion();

/// Checks the version of the tables without changing anything. BadInput: no tables, or an earlier or newer version; the
/// sentence has the remedy.
[[nodiscard]] Result<void> checkTaskSchema(TaskDatabase &database);

/// Migrates the tables of an earlier version (or an empty database) in one transaction; replicas that start at the same
/// time do it one after another. Rejects a newer version without changing it.
[[nodiscard]] Result<void> migrateTasks(TaskDatabase &database);

} // namespace lynceus
