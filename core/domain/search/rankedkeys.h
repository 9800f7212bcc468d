#pragma once

#include <QByteArray>
#include <QHash>

#include <cstdint>
#include <vector>

namespace lynceus {

/// Sort keys shared by many rows, each stored once with its rank: comparing two rows is comparing two numbers, and a
/// new key costs a search instead of a sort.
class RankedKeys final
{
public:
    /// Returns the key's number, which stays the same until each hold() is matched by a release().
    [[nodiscard]] int hold(const QByteArray &key);
    void release(int number);
    /// Rank by number, in byte order. Valid until the next hold() or release().
    [[nodiscard]] const std::vector<int> &ranks();
    /// Upper bound of all numbers.
    [[nodiscard]] int numbers() const { return int(m_entries.size()); }

private:
    struct Entry
    {
        QByteArray key;
        std::uint64_t head = 0; ///< first eight bytes
        int holders = 0;
    };

    [[nodiscard]] bool before(int left, int right) const;
    void forgetReleased();
    void placeFresh();

    QHash<QByteArray, int> m_numberOf;
    std::vector<Entry> m_entries;
    std::vector<int> m_free;
    std::vector<int> m_ordered;
    std::vector<int> m_fresh; ///< held, but not in m_ordered yet
    bool m_anyReleased = false;
    std::vector<int> m_ranks;
};

} // namespace lynceus
