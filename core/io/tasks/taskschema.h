#pragma once

#include "core/io/tasks/taskdatabase.h"

namespace lynceus {

/// The version of the tables that this program writes; kept in the table "lynceus_schema".
[[nodiscard]] int taskSchemaVersion();

/// Whether the tables are of this version, without changing anything. BadInput: there are none, or they are of an
/// earlier or of a newer version; the sentence says what to do.
[[nodiscard]] Result<void> checkTaskSchema(TaskDatabase &database);

/// Brings the tables of an earlier version (or an empty database) to this one in one transaction; replicas that start
/// together do it one after the other. A newer version is refused and not touched.
[[nodiscard]] Result<void> migrateTasks(TaskDatabase &database);

} // namespace lynceus
