#pragma once

#include "core/domain/base/result.h"
#include "core/domain/deployments/deployment.h"
#include "core/io/store/storedwatch.h"

namespace lynceus {

/// What could be read of a damaged store.
struct Salvaged
{
    std::vector<StoredWatch> watches;
    std::vector<Deployment> deployments;
    int lost =
        0; ///< watches and deployments that were there and could not be understood; more may be gone without a trace
};

/// Renames a store and its log; the result is the new name. The error is a sentence.
[[nodiscard]] Result<QString> setAside(const QString &file, Instant now);

/// Whether what lies at the store's place is no store, so that it may be set aside: a folder, a pipe, a device, the
/// database of another program, or one that is damaged. A store of a newer version is none of these.
[[nodiscard]] bool canBeSetAside(const QString &file);
/// Renames what canBeSetAside() and its log; the result is the new name, "store.db.aside-20261118T110640Z".
/// BadInput: it is a store, or cannot be renamed; then nothing has changed.
[[nodiscard]] Result<QString> setObstacleAside(const QString &file, Instant now);

/// Reads each table from both ends until the damage.
[[nodiscard]] Salvaged salvage(const QString &file);

/// The one sentence that a person must know.
[[nodiscard]] QString salvageNotice(const QString &file, const QString &aside, const Salvaged &salvaged);

} // namespace lynceus
