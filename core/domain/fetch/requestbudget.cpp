#include "core/domain/fetch/requestbudget.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kSpan{60'000};
constexpr double kSlowPerMinute = 30.0; // sum of FetchPlan's slowest intervals, with streams and retries
constexpr double kFastSlack = 12.0;     // requests in reserve
constexpr double kSteadySlack = 4.0;

} // namespace

void RequestBudget::spend(Duration now)
{
    while (!m_sent.empty() && m_sent.front() + kSpan <= now)
        m_sent.pop_front();
    m_sent.push_back(now);
}

int RequestBudget::spent(Duration now) const
{
    return static_cast<int>(m_sent.end() - std::ranges::upper_bound(m_sent, now - kSpan));
}

RequestBudget::Pace RequestBudget::pace(Duration now) const
{
    // Whenever a sent request becomes a minute old, the later ones and the slowest pace until then must fit.
    auto slack = kMost - kSlowPerMinute;
    for (auto sent = std::ranges::upper_bound(m_sent, now - kSpan); sent != m_sent.end(); ++sent) {
        const double used = static_cast<double>(m_sent.end() - sent);
        const double slow =
            kSlowPerMinute * static_cast<double>((*sent + kSpan - now).count()) / static_cast<double>(kSpan.count());
        slack = std::min(slack, kMost - used - slow);
    }
    return slack > kFastSlack ? Fast : slack > kSteadySlack ? Steady : Slow;
}

Duration RequestBudget::roomAt(int ceiling, Duration now) const
{
    if (spent(now) < ceiling)
        return now;
    return m_sent[m_sent.size() - static_cast<std::size_t>(ceiling)] + kSpan;
}

} // namespace lynceus
