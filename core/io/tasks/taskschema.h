#pragma once

#include "core/io/tasks/taskdatabase.h"

namespace lynceus {

/// The version of the tables that this program writes; kept in the table "lynceus_schema".
[[nodiscard]] int taskSchemaVersion();

/// Brings the tables of an earlier version (or an empty database) to this one in one transaction; replicas that start
/// together do it one after the other. A newer version is refused and not touched.
[[nodiscard]] Result<void> migrateTasks(TaskDatabase &database);

} // namespace lynceus
