#pragma once

#include "core/io/store/database/database.h"

namespace lynceus {

/// The store's version that this program writes; stored as user_version.
[[nodiscard]] int schemaVersion();

/// The first version with deployments.
inline constexpr int kFirstWithDeployments = 2;
/// The first version with follow rules, and with columns for the metrics of deployments.
inline constexpr int kFirstWithRules = 3;

/// Migrates a store of an earlier version (or an empty file), one transaction per step, so that a crash leaves a valid
/// earlier version. Rejects newer versions, databases of other programs and stores without their tables, without
/// changing them.
[[nodiscard]] Result<void> migrate(Database &database);

/// Rejects what migrate() rejects, before anything is changed.
[[nodiscard]] Result<void> checkVersion(Database &database);

/// Like checkVersion(), also rejects an empty file; for read-only access.
[[nodiscard]] Result<void> checkSchema(Database &database);

/// Opens the database read-only beside a writing process, also where locks and log files are not possible; then
/// checkSchema().
[[nodiscard]] Result<void> openReadOnly(Database &database);

} // namespace lynceus
