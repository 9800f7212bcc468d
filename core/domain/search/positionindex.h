#pragma once

#include "core/domain/model/ids.h"

#include <unordered_map>

namespace lynceus {

/// Finds the position of an application in a table whose rows hold their keys: without a copy of them, which for 50,000
/// applications takes three times as much memory as this.
///
/// What is found is confirmed by @p isAt of each call: whether the row at a position, which was inserted and not erased
/// since, is that of the key.
class PositionIndex final
{
public:
    [[nodiscard]] int size() const { return int(m_positions.size()); }

    /// -1: it is not there.
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
    /// The key is not there yet.
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
        return qHash(key, QHashSeed::globalSeed()); // servers choose names: they must not choose collisions
    }

    std::unordered_multimap<std::size_t, int, AsItIs> m_positions; ///< by hash
};

} // namespace lynceus
