#pragma once

#include "core/engine/deployments/historyexport.h"
#include "core/io/store/watchstore.h"

namespace lynceus {

/// The person's store, beside whoever writes it. A running engine writes within a second what it knows.
class StoredWatches final
{
public:
    /// No store yet is no watches. Errors: those of WatchStore.
    [[nodiscard]] static Result<StoredWatches> open();

    [[nodiscard]] Result<std::vector<WatchRecord>> board();
    /// NotFound: there is no such watch.
    [[nodiscard]] Result<StoredWatch> watch(const QString &id);
    [[nodiscard]] Result<std::vector<WatchRecord>> history(const HistoryQuery &query);

    /// See WatchStore::pastOf().
    [[nodiscard]] Result<std::vector<WatchRecord>> pastOf(const ApplicationKey &application, int limit);
    /// How many history() would find, with those that cannot be read.
    [[nodiscard]] Result<int> countHistory(const HistoryQuery &query);
    /// The sentence about what was left out so far because it cannot be read; empty if nothing was.
    [[nodiscard]] QString unreadableNotice() const;

    [[nodiscard]] static Error notFound(const QString &id);

private:
    std::unique_ptr<WatchStore> m_store; ///< null: there is none
};

/// As the settings have them; without them instances go by their ids.
[[nodiscard]] InstanceNames storedInstanceNames();
/// By name without regard to case, else the text itself: history outlives instances, which then go by their id.
[[nodiscard]] QString instanceIdOf(const InstanceNames &instances, const QString &name);

} // namespace lynceus
