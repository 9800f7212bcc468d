#pragma once

#include "core/domain/model/ids.h"

#include <unordered_map>

namespace lynceus {

/// Finds the row of an application in a table whose rows contain the keys. Stores no keys, which for 50,000
/// applications would triple its memory.
///
/// Callers pass @p isAt to confirm that the row at a stored position has the key.
class PositionIndex final
{
public:
    [[nodiscard]] int size() const { return int(m_positions.size()); }

    /// -1: not found.
    template<typename IsAt>
    [[nodiscard]] int find(const ApplicationKey &key, IsAt isAt) const
    {
        const auto [first, last] = m_positions.equal_range(hashOf(key));
        for (auto each = first; each != last; ++each) {
            if (isAt(each->second))
                return each->second;
        }
        return -1;
    }
    /// The key must not be in the index.
    void insert(const ApplicationKey &key, int position) { m_positions.emplace(hashOf(key), position); }
    void erase(const ApplicationKey &key, int position)
    {
        const auto [first, last] = m_positions.equal_range(hashOf(key));
        for (auto each = first; each != last; ++each) {
            if (each->second == position) {
                m_positions.erase(each);
                return;
            }
        }
    }

private:
    struct AsItIs
    {
        std::size_t operator()(std::size_t hash) const { return hash; }
    };
    [[nodiscard]] static std::size_t hashOf(const ApplicationKey &key)
    {
        // Seeded: servers choose the names and must not be able to cause collisions.
        return qHash(key, QHashSeed::globalSeed());
    }

    std::unordered_multimap<std::size_t, int, AsItIs> m_positions; ///< by hash
};

} // namespace lynceus
