#pragma once

#include "core/io/store/database.h"

namespace lynceus {

/// The version of the store that this program writes; kept in the file as user_version.
[[nodiscard]] int schemaVersion();

/// The first version that has deployments.
inline constexpr int kFirstWithDeployments = 2;
/// The first version that has follow rules, and columns for the numbers of deployments.
inline constexpr int kFirstWithRules = 3;

/// Brings a store of an earlier version (or an empty file) to this one, a step a transaction, so that a crash leaves a
/// whole earlier version. A newer one, another program's, and one without its tables are refused and not touched.
[[nodiscard]] Result<void> migrate(Database &database);

/// Refuses what migrate() refuses, before anything is changed.
[[nodiscard]] Result<void> checkVersion(Database &database);

/// The same, and refuses an empty file; for those that only read.
[[nodiscard]] Result<void> checkSchema(Database &database);

/// Opens it read-only beside a process that writes, and also where no lock and no log can be made; checkSchema().
[[nodiscard]] Result<void> openToLook(Database &database);

} // namespace lynceus
