#pragma once

#include "core/domain/time/jumpdetector.h"
#include "core/io/clock.h"

namespace lynceus {

/// The server's time for one watch. It never goes back, and it does not jump if this computer's clock is set. It
/// follows the monotonic clock from an anchor; an answer moves the anchor only after the second contradiction. A step
/// of the server's own clock (it was set, or another server answers) does not count as elapsed time: otherwise evidence
/// would age at once, and a deadline would come early or never.
class WatchClock final
{
public:
    explicit WatchClock(const Clock &clock);

    /// Monotonic; only differences have a meaning.
    [[nodiscard]] Duration steady() const { return m_clock.steady(); }

    /// Server's time at @p steady. Never less than an earlier result.
    [[nodiscard]] Instant at(Duration steady);
    [[nodiscard]] Instant now() { return at(steady()); }
    /// Like at(), without changing the state; for past moments.
    [[nodiscard]] Instant past(Duration steady) const;

    /// @p serverNow: current server's time according to its last answer. The first answer sets the anchor.
    void learn(Instant serverNow);
    [[nodiscard]] bool isAnchored() const { return m_anchored; }
    /// Server's time; empty before the first answer, and after a jump until the next one.
    [[nodiscard]] std::optional<Instant> known() const;

    /// True once after this computer slept or its clock was set by more than a few seconds.
    [[nodiscard]] bool takeJump();

private:
    struct Step
    {
        Duration off;
        Duration steady;
    };

    [[nodiscard]] bool isStep(Duration off, Duration steadyNow);

    const Clock &m_clock;
    Instant m_anchor;
    Duration m_anchorSteady;
    JumpDetector m_jumps;
    Instant m_newest{};
    bool m_anchored = false;
    std::optional<Duration> m_contradiction; ///< offset in the last answer
    bool m_jumped = false;                   ///< the next answer tells how long this computer slept
    Duration m_steps{0};                     ///< sum of the ignored steps of the server's clock
    std::optional<Step> m_lastStep;
    bool m_runsFast = false; ///< steps repeat: a recording is played faster than real time
};

} // namespace lynceus
