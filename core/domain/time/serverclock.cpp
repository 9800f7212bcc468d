#include "core/domain/time/serverclock.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kDateCut{999}; // ms that a `Date` in whole seconds may have lost

constexpr Duration kLongestAnswer{60'000}; // limits from slower answers are not useful

} // namespace

void ServerClock::learn(Instant date, Instant askedAt, Instant answeredAt)
{
    if (answeredAt < askedAt || answeredAt - askedAt > kLongestAnswer)
        return; // our clock was set in between, or the computer slept: no conclusion
    const Duration least = date - answeredAt;
    const Duration most = date + kDateCut - askedAt;
    const bool agrees = m_least && m_most && least <= *m_most && most >= *m_least;
    m_least = agrees ? std::max(*m_least, least) : least;
    m_most = agrees ? std::min(*m_most, most) : most;
}

void ServerClock::forget()
{
    m_least.reset();
    m_most.reset();
}

Instant ServerClock::at(Instant ours) const
{
    return ours + offset().value_or(Duration::zero());
}

std::optional<Duration> ServerClock::offset() const
{
    if (!m_least || !m_most)
        return std::nullopt;
    return *m_least + (*m_most - *m_least) / 2;
}

} // namespace lynceus
