#pragma once

#include "core/engine/watches/activewatch.h"
#include "core/io/store/watchstore.h"

#include <memory>
#include <vector>

namespace lynceus {

/// Which watches the children of a watch have, among those of the board and of the store; it changes nothing. Made for
/// one question.
class WatchChildren final
{
public:
    using Runs = std::vector<std::unique_ptr<ActiveWatch>>;
    /// What a child that was found needs.
    struct Wanted
    {
        QStringList known;                   ///< ids of watches that serve it already, for another parent
        std::optional<WatchRequest> request; ///< nothing: watches that there are serve it
    };

    WatchChildren(const Runs &runs, WatchStore &store)
        : m_runs(runs)
        , m_store(store)
    { }

    [[nodiscard]] std::vector<ActiveWatch *> running(const ActiveWatch &parent) const;
    /// The records of its children, as far as they are kept.
    [[nodiscard]] std::vector<WatchRecord> records(const ActiveWatch &parent) const;
    [[nodiscard]] Wanted wantedFor(const ActiveWatch &parent, const FoundChild &child) const;
    /// A child's watch begins, or anything about it changed: its parents hear of it.
    void tellParents(const WatchRecord &child) const;

private:
    [[nodiscard]] const ActiveWatch *find(const QString &id) const;
    [[nodiscard]] std::vector<const ActiveWatch *> shared(const ActiveWatch &parent, const FoundChild &child) const;

    const Runs &m_runs;
    WatchStore &m_store;
};

} // namespace lynceus
