#pragma once

#include "core/io/clock.h"

#include <QHash>
#include <QString>

namespace lynceus {

/// Counts failures by client address within a minute.
class PeerCounter final
{
public:
    static constexpr Duration kWindow{60'000};
    /// At this number of addresses all counts are reset: an attacker with so many addresses is not slowed down anyway.
    static constexpr qsizetype kMostAddresses = 10'000;

    PeerCounter(const Clock &clock, int most)
        : m_clock(clock)
        , m_most(most)
    { }

    /// Counts one failure of @p peer; false: too many.
    [[nodiscard]] bool add(const QString &peer)
    {
        if (m_counts.size() >= kMostAddresses && !m_counts.contains(peer))
            m_counts.clear();
        auto &count = m_counts[peer];
        if (count.count == 0 || m_clock.steady() - count.since >= kWindow)
            count = {m_clock.steady(), 0};
        return ++count.count <= m_most;
    }
    /// Subtracts one, because the attempt of @p peer succeeded.
    void takeBack(const QString &peer)
    {
        const auto found = m_counts.find(peer);
        if (found != m_counts.end() && found->count > 0)
            --found->count;
    }

private:
    struct Count
    {
        Duration since{0}; ///< steady time
        int count = 0;
    };

    const Clock &m_clock;
    const int m_most;
    QHash<QString, Count> m_counts; ///< by address
};

} // namespace lynceus
