#include "core/engine/watches/watchclock.h"

#include <algorithm>
#include <utility>

namespace lynceus {

namespace {

constexpr Duration kTolerance{1'500};     // `Date` has whole seconds, and an answer takes time
constexpr Duration kSmallestStep{20'000}; // smaller differences are corrected, whatever their cause
constexpr Duration kStepsOfAFastClock{60'000};

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
    const auto off = serverNow - m_steps - past(steadyNow);
    if (m_anchored && std::chrono::abs(off) <= kTolerance) {
        m_contradiction.reset();
        m_jumped = false;
        return;
    }
    if (m_anchored && !m_jumped && !m_contradiction) {
        m_contradiction = off;
        return;
    }
    const bool leftOut = m_anchored && !m_jumped && isStep(off, steadyNow);
    m_contradiction.reset();
    if (leftOut) {
        m_steps += off;
        return;
    }
    if (!m_anchored)
        m_newest = {};
    m_anchor = serverNow - m_steps;
    m_anchorSteady = steadyNow;
    m_anchored = true;
    m_jumped = false;
}

std::optional<Instant> WatchClock::known() const
{
    return m_anchored && !m_jumped ? std::optional(past(steady())) : std::nullopt;
}

bool WatchClock::isStep(Duration off, Duration steadyNow)
{
    if (m_runsFast || std::chrono::abs(off) < kSmallestStep || std::chrono::abs(off - *m_contradiction) > kTolerance)
        return false;
    const auto before = std::exchange(m_lastStep, Step{off, steadyNow});
    const bool again =
        before && (before->off > Duration{0}) == (off > Duration{0}) && steadyNow - before->steady < kStepsOfAFastClock;
    if (again) {
        m_runsFast = true;
        m_steps = Duration{0};
    }
    return !again;
}

bool WatchClock::takeJump()
{
    const bool jumped = m_jumps.take(m_clock.now(), m_clock.steady()).has_value();
    // After a sleep, the monotonic clock is behind by its length: one answer is enough to correct it.
    m_jumped = m_jumped || jumped;
    return jumped;
}

} // namespace lynceus
