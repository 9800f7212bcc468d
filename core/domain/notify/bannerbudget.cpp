#include "core/domain/notify/bannerbudget.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kDay = std::chrono::hours(24);

} // namespace

int BannerBudget::spent(Instant now) const
{
    // A wall clock that was set back must not leave a budget empty for longer than a day: what is to come counts not.
    return static_cast<int>(std::ranges::count_if(m_spent, [now](Instant at) { return at > now - kDay && at <= now; }));
}

void BannerBudget::spend(Instant now)
{
    std::erase_if(m_spent, [now](Instant at) { return at <= now - kDay || at > now; });
    m_spent.push_back(now);
}

} // namespace lynceus
