#pragma once

#include "core/engine/watches/activewatch.h"
#include "core/io/store/watchstore.h"

#include <memory>
#include <vector>

namespace lynceus {

/// Finds the watches of a watch's children on the board and in the store. Changes nothing. A short-lived object.
class WatchChildren final
{
public:
    using Runs = std::vector<std::unique_ptr<ActiveWatch>>;
    /// The watches that a found child needs.
    struct Wanted
    {
        QStringList known;                   ///< ids of existing watches, for another parent, that cover it
        std::optional<WatchRequest> request; ///< empty: existing watches cover it
    };

    WatchChildren(const Runs &runs, WatchStore &store)
        : m_runs(runs)
        , m_store(store)
    { }

    [[nodiscard]] std::vector<ActiveWatch *> running(const ActiveWatch &parent) const;
    /// Records of its children, if they are still stored.
    [[nodiscard]] std::vector<WatchRecord> records(const ActiveWatch &parent) const;
    [[nodiscard]] Wanted wantedFor(const ActiveWatch &parent, const FoundChild &child) const;
    /// Reports to the parents of @p child that its watch has started or changed.
    void reportParents(const WatchRecord &child) const;

private:
    [[nodiscard]] const ActiveWatch *find(const QString &id) const;
    [[nodiscard]] std::vector<const ActiveWatch *> shared(const ActiveWatch &parent, const FoundChild &child) const;

    const Runs &m_runs;
    WatchStore &m_store;
};

} // namespace lynceus
