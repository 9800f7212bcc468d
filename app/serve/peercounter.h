#pragma once

#include "core/io/clock.h"

#include <QHash>
#include <QString>

namespace lynceus {

/// Counts by the client's address what went wrong within a minute.
class PeerCounter final
{
public:
    static constexpr Duration kWindow{60'000};
    /// Then all begin anew: an attacker with so many is not slowed anyway.
    static constexpr qsizetype kMostAddresses = 10'000;

    PeerCounter(const Clock &clock, int most)
        : m_clock(clock)
        , m_most(most)
    { }

    /// One more of @p peer; false: that is too many.
    [[nodiscard]] bool add(const QString &peer)
    {
        if (m_counts.size() >= kMostAddresses && !m_counts.contains(peer))
            m_counts.clear();
        auto &count = m_counts[peer];
        if (count.count == 0 || m_clock.steady() - count.since >= kWindow)
            count = {m_clock.steady(), 0};
        return ++count.count <= m_most;
    }
    /// One of @p peer went well after all.
    void takeBack(const QString &peer)
    {
        const auto found = m_counts.find(peer);
        if (found != m_counts.end() && found->count > 0)
            --found->count;
    }

private:
    struct Count
    {
        Duration since{0}; ///< steady
        int count = 0;
    };

    const Clock &m_clock;
    const int m_most;
    QHash<QString, Count> m_counts; ///< by address
};

} // namespace lynceus
