#pragma once

#include <QByteArray>
#include <QHash>

#include <cstdint>
#include <vector>

namespace lynceus {

/// Keys that many rows are sorted by, each kept once, with its rank among all of them: two rows are then compared as
/// two numbers, and a new key costs a search and not a sort.
class RankedKeys final
{
public:
    /// The key's number, the same for the same key until it was released as often as it was held.
    [[nodiscard]] int hold(const QByteArray &key);
    void release(int number);
    /// By number: smaller for what comes first in the order of bytes. Valid until the next hold() or release().
    [[nodiscard]] const std::vector<int> &ranks();
    /// How many numbers there may be: all are below it.
    [[nodiscard]] int numbers() const { return int(m_entries.size()); }

private:
    struct Entry
    {
        QByteArray key;
        std::uint64_t head = 0; ///< its first eight bytes
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
