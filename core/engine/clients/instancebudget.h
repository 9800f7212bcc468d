#pragma once

#include "core/domain/fetch/requestbudget.h"

#include <QHash>

namespace lynceus {

/// Limits how many requests all watches of an instance, together with the readers for its deployments, may send. With
/// hundreds of rollouts at once, watches slow down instead of overloading the server. Times are monotonic.
///
/// Each watch also has its own budget (RequestBudget). While there is room for all that wait, each may send. Otherwise,
/// the watch that was served longest ago comes first; watches that were never served come before all others, the newest
/// first.
class InstanceBudget final
{
public:
    /// Per 60 s. Lynceus promises at most 300 per instance; the rest is for lists and for what the user looks at.
    static constexpr int kMost = 240;
    /// Commits and missed deployments are read only while fewer requests than this were sent.
    static constexpr int kMostWithReading = 200;
    /// Per minute, for reads of watches without a hint of a change; rollouts need the rest.
    static constexpr int kMostQuiet = 200;

    /// Whether @p asker, a watch, may now send its @p requests due requests. They are allowed together, because data of
    /// one application is judged together. If not, the watch waits and asks again within a second.
    [[nodiscard]] bool mayAsk(const void *asker, Duration now, int requests = 1);
    /// Records a sent request of @p asker.
    void spend(const void *asker, Duration now);
    /// Interval between reads of one watch while nothing changes: all watches share kMostQuiet requests a minute for
    /// these.
    [[nodiscard]] Duration quietEvery() const;
    /// Removes @p asker.
    void leave(const void *asker) { m_askers.remove(asker); }

    /// When a request that does not belong to a watch may be sent; @p now if at once.
    [[nodiscard]] Duration roomForReading(Duration now) const { return m_sent.roomAt(kMostWithReading, now); }
    void spendReading(Duration now) { m_sent.spend(now); }

    [[nodiscard]] int spent(Duration now) const { return m_sent.spent(now); }

private:
    struct Asker
    {
        int number = 0;                    ///< higher for newer watches
        std::optional<Duration> servedAt;  ///< last time
        std::optional<Duration> waitingAt; ///< last time that it was refused
    };
    [[nodiscard]] static bool precedes(const Asker &left, const Asker &right);

    RequestBudget m_sent;
    QHash<const void *, Asker> m_askers;
    int m_count = 0;
};

} // namespace lynceus
