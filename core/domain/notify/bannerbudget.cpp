#include "core/domain/notify/bannerbudget.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kSpan = std::chrono::minutes(10);

} // namespace

int BannerBudget::spent(Instant now) const
{
    // After the wall clock was set back, future entries are ignored, so that the budget recovers within its span.
    return static_cast<int>(
        std::ranges::count_if(m_spent, [now](Instant at) { return at > now - kSpan && at <= now; }));
}

void BannerBudget::spend(Instant now)
{
    std::erase_if(m_spent, [now](Instant at) { return at <= now - kSpan || at > now; });
    m_spent.push_back(now);
}

std::optional<Instant> BannerBudget::freeAt(Instant now, int most) const
{
    if (most <= 0)
        return {};
    std::vector<Instant> counted;
    std::ranges::copy_if(m_spent, std::back_inserter(counted),
                         [now](Instant at) { return at > now - kSpan && at <= now; });
    if (std::ssize(counted) < most)
        return now;
    return counted[counted.size() - static_cast<std::size_t>(most)] + kSpan;
}

} // namespace lynceus
