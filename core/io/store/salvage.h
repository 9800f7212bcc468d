#pragma once

#include "core/domain/base/result.h"
#include "core/domain/deployments/deployment.h"
#include "core/domain/follow/followrule.h"
#include "core/io/store/storedwatch.h"

namespace lynceus {

/// What could be read from a damaged store.
struct Salvaged
{
    std::vector<StoredWatch> watches;
    std::vector<Deployment> deployments;
    std::vector<FollowRule> rules;
    /// Watches, deployments and follow rules that were found but are unreadable; others may have been lost without a
    /// trace.
    int lost = 0;
};

/// The name of a complete recovered store that has not yet replaced the damaged one.
[[nodiscard]] QString recoveredName(const QString &file);
[[nodiscard]] bool isRecovered(const QString &file);
/// Renames a damaged store and its log files, and then recoveredName() to @p file; returns the new name of the damaged
/// one. After an error or a kill, call it again. The error is a sentence.
[[nodiscard]] Result<QString> replaceDamaged(const QString &file, Instant now);

/// Whether the file at the store's path is not a usable store and may be renamed: a folder, a pipe, a device, the
/// database of another program, or a damaged one. False for a store of a newer version.
[[nodiscard]] bool canBeSetAside(const QString &file);
/// Renames what canBeSetAside() allows, with its log files; returns the new name, "store.db.aside-20261118T110640Z".
/// BadInput: it is a store, or cannot be renamed; nothing was changed then.
[[nodiscard]] Result<QString> setObstacleAside(const QString &file, Instant now);

/// Reads each table from both ends up to the damage.
[[nodiscard]] Salvaged salvage(const QString &file);

/// One sentence for the user.
[[nodiscard]] QString salvageNotice(const QString &file, const QString &aside, const Salvaged &salvaged);

} // namespace lynceus
