#include "core/engine/clients/instancebudget.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kMinute{60'000};
constexpr int kQuietReads = 4;         // per watch: application, tree, manifests, refresh
constexpr Duration kStillWaits{2'500}; // watches check their plan every second; a busy computer may be late

} // namespace

bool InstanceBudget::precedes(const Asker &left, const Asker &right)
{
    if (left.servedAt != right.servedAt)
        return left.servedAt < right.servedAt; // never served comes first
    return left.number > right.number;
}

bool InstanceBudget::mayAsk(const void *asker, Duration now, int requests)
{
    auto &own = m_askers[asker];
    if (own.number == 0)
        own.number = ++m_count;
    const int room = kMost - m_sent.spent(now);
    const auto isBefore = [&](const Asker &other) {
        return other.waitingAt && now - *other.waitingAt <= kStillWaits && precedes(other, own);
    };
    const auto before = std::ranges::count_if(m_askers, isBefore); // each may need as many
    if ((before + 1) * requests <= room) {
        own.waitingAt.reset();
        return true;
    }
    own.waitingAt = now;
    return false;
}

Duration InstanceBudget::quietEvery() const
{
    return kMinute * kQuietReads * m_askers.size() / kMostQuiet;
}

void InstanceBudget::spend(const void *asker, Duration now)
{
    m_sent.spend(now);
    if (const auto own = m_askers.find(asker); own != m_askers.end())
        own->servedAt = now;
}

} // namespace lynceus
