#pragma once

#include "core/engine/deployments/historyexport.h"
#include "core/io/store/watchstore.h"

namespace lynceus {

/// Reads the user's store while another process may write it. A running engine writes changes within a second.
class StoredWatches final
{
public:
    /// A missing store has no watches. Errors: those of WatchStore.
    [[nodiscard]] static Result<StoredWatches> open();

    [[nodiscard]] Result<std::vector<WatchRecord>> board();
    /// NotFound: unknown id.
    [[nodiscard]] Result<StoredWatch> watch(const QString &id);
    [[nodiscard]] Result<std::vector<WatchRecord>> history(const HistoryQuery &query);

    /// See WatchStore::pastOf().
    [[nodiscard]] Result<std::vector<WatchRecord>> pastOf(const ApplicationKey &application, int limit);
    /// The number of records that history() would find, including unreadable ones.
    [[nodiscard]] Result<int> countHistory(const HistoryQuery &query);
    /// A sentence about unreadable records that were skipped so far; empty if none.
    [[nodiscard]] QString unreadableNotice() const;

    [[nodiscard]] static Error notFound(const QString &id);

private:
    std::unique_ptr<WatchStore> m_store; ///< null: no store exists
};

/// From the settings; empty if they cannot be read, then ids are shown.
[[nodiscard]] InstanceNames storedInstanceNames();
/// Looks the name up ignoring case; returns @p name itself if unknown: history outlives instances and then uses their
/// ids.
[[nodiscard]] QString instanceIdOf(const InstanceNames &instances, const QString &name);

} // namespace lynceus
