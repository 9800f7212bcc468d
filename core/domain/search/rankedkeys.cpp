#include "core/domain/search/rankedkeys.h"

#include <algorithm>

namespace lynceus {

namespace {

std::uint64_t headOf(const QByteArray &key)
{
    std::uint64_t head = 0;
    for (qsizetype i = 0; i < 8; ++i)
        head = head << 8 | (i < key.size() ? std::uint8_t(key[i]) : 0U);
    return head;
}

} // namespace

int RankedKeys::hold(const QByteArray &key)
{
    if (const auto known = m_numberOf.constFind(key); known != m_numberOf.cend()) {
        ++m_entries[std::size_t(*known)].holders;
        return *known;
    }
    int number = numbers();
    if (m_free.empty()) {
        m_entries.emplace_back();
    } else {
        number = m_free.back();
        m_free.pop_back();
    }
    m_entries[std::size_t(number)] = {key, headOf(key), 1};
    m_numberOf.insert(key, number);
    m_fresh.push_back(number);
    return number;
}

void RankedKeys::release(int number)
{
    auto &entry = m_entries[std::size_t(number)];
    Q_ASSERT(entry.holders > 0);
    if (--entry.holders > 0)
        return;
    m_numberOf.remove(entry.key);
    m_anyReleased = true; // its number is reused only when no order contains it
}

const std::vector<int> &RankedKeys::ranks()
{
    if (!m_anyReleased && m_fresh.empty())
        return m_ranks;
    forgetReleased();
    placeFresh();
    m_ranks.assign(m_entries.size(), -1);
    for (std::size_t rank = 0; rank < m_ordered.size(); ++rank)
        m_ranks[std::size_t(m_ordered[rank])] = int(rank);
    return m_ranks;
}

bool RankedKeys::before(int left, int right) const
{
    const auto &one = m_entries[std::size_t(left)];
    const auto &other = m_entries[std::size_t(right)];
    return one.head != other.head ? one.head < other.head : one.key.compare(other.key) < 0;
}

void RankedKeys::forgetReleased()
{
    if (!m_anyReleased)
        return;
    for (auto *numbers : {&m_ordered, &m_fresh}) {
        std::erase_if(*numbers, [this](int number) {
            auto &entry = m_entries[std::size_t(number)];
            if (entry.holders > 0)
                return false;
            entry = {};
            m_free.push_back(number);
            return true;
        });
    }
    m_anyReleased = false;
}

void RankedKeys::placeFresh()
{
    const auto isBefore = [this](int left, int right) { return before(left, right); };
    std::ranges::sort(m_fresh, isBefore);
    std::vector<int> merged;
    merged.reserve(m_ordered.size() + m_fresh.size());
    auto from = m_ordered.cbegin();
    for (const int number : m_fresh) {
        const auto place = std::upper_bound(from, m_ordered.cend(), number, isBefore);
        merged.insert(merged.end(), from, place);
        merged.push_back(number);
        from = place;
    }
    merged.insert(merged.end(), from, m_ordered.cend());
    m_ordered = std::move(merged);
    m_fresh.clear();
}

} // namespace lynceus
