#include "core/engine/watch/watchclock.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kTolerance{1'500}; // `Date` has whole seconds, and an answer takes its time
constexpr Duration kJump{10'000};     // less is a clock that is being disciplined, not a sleep

} // namespace

WatchClock::WatchClock(const Clock &clock)
    : m_clock(clock)
    , m_anchor(clock.now())
    , m_anchorSteady(clock.steady())
    , m_drift(m_anchor.time_since_epoch() - m_anchorSteady)
{ }

Instant WatchClock::past(Duration steady) const
{
    return m_anchor + (steady - m_anchorSteady);
}

Instant WatchClock::at(Duration steady)
{
    m_newest = std::max(m_newest, past(steady));
    return m_newest;
}

void WatchClock::learn(Instant serverNow)
{
    const auto steadyNow = m_clock.steady();
    const auto off = std::chrono::abs(serverNow - past(steadyNow));
    if (m_anchored && off <= kTolerance) {
        m_contradicted = false;
        return;
    }
    if (m_anchored && !m_contradicted) {
        m_contradicted = true;
        return;
    }
    if (!m_anchored)
        m_newest = {};
    m_anchor = serverNow;
    m_anchorSteady = steadyNow;
    m_anchored = true;
    m_contradicted = false;
}

bool WatchClock::takeJump()
{
    const auto drift = m_clock.now().time_since_epoch() - m_clock.steady();
    const bool jumped = std::chrono::abs(drift - m_drift) > kJump;
    if (jumped)
        m_drift = drift;
    return jumped;
}

} // namespace lynceus
