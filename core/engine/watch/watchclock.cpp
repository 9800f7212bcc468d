#include "core/engine/watch/watchclock.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kTolerance{1'500}; // `Date` has whole seconds, and an answer takes its time

} // namespace

WatchClock::WatchClock(const Clock &clock)
    : m_clock(clock)
    , m_anchor(clock.now())
    , m_anchorSteady(clock.steady())
    , m_jumps(m_anchor, m_anchorSteady)
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
    const bool jumped = m_jumps.take(m_clock.now(), m_clock.steady()).has_value();
    // After a sleep the monotonic clock is behind by its length: one answer is enough to say so.
    m_contradicted = m_contradicted || jumped;
    return jumped;
}

} // namespace lynceus
