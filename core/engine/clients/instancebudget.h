#pragma once

#include "core/domain/watch/requestbudget.h"

#include <QHash>

namespace lynceus {

/// How many requests all watches of one instance, and what is read for its deployments, may send together: hundreds of
/// rollouts at once take longer, and the server does not feel it. Times are monotonic.
///
/// A single watch has a budget of its own beside this one (RequestBudget). While there is room for all who wait,
/// everybody may ask. Then who was let in longest ago comes first; of those who never were, the newest.
class InstanceBudget final
{
public:
    /// In any 60 s. An instance is promised 300: the rest is for its list and for what people look at.
    static constexpr int kMost = 240;
    /// Commits and missed deployments are read only where watches leave that much.
    static constexpr int kMostWithReading = 200;
    /// In a minute, what watches read without a reason: rollouts need the others.
    static constexpr int kMostQuiet = 200;

    /// Whether @p asker, a watch, may send the @p requests that are due, now and together: what is read of one
    /// application is judged together. If not, it waits, and asks again within a second.
    [[nodiscard]] bool mayAsk(const void *asker, Duration now, int requests = 1);
    /// It sent one.
    void spend(const void *asker, Duration now);
    /// How far apart reads of one watch are that no hint asks for, while nothing happens to its application: all
    /// watches share kMostQuiet requests a minute for them.
    [[nodiscard]] Duration quietEvery() const;
    /// It asks no more.
    void leave(const void *asker) { m_askers.remove(asker); }

    /// When a request that is not a watch's may be sent; now if that is so already.
    [[nodiscard]] Duration roomForReading(Duration now) const { return m_sent.roomAt(kMostWithReading, now); }
    void spendReading(Duration now) { m_sent.spend(now); }

    [[nodiscard]] int spent(Duration now) const { return m_sent.spent(now); }

private:
    struct Asker
    {
        int number = 0;                    ///< newer ones have higher numbers
        std::optional<Duration> servedAt;  ///< the last time
        std::optional<Duration> waitingAt; ///< when it was last refused
    };
    [[nodiscard]] static bool precedes(const Asker &left, const Asker &right);

    RequestBudget m_sent;
    QHash<const void *, Asker> m_askers;
    int m_count = 0;
};

} // namespace lynceus
