#pragma once

#include "core/domain/base/jumpdetector.h"
#include "core/io/clock.h"

namespace lynceus {

/// The server's time as one watch sees it: it never goes back, and does not jump because this computer's clock was set.
/// It runs with the monotonic clock from an anchor; answers move the anchor only if they contradict it twice. A step of
/// the server's own clock (it was set, or another server with another time answers) is no time that went by: it is
/// left out, or evidence would be as old at once, and a deadline would come early or never.
class WatchClock final
{
public:
    explicit WatchClock(const Clock &clock);

    /// Monotonic; only differences mean anything.
    [[nodiscard]] Duration steady() const { return m_clock.steady(); }

    /// The server's time at @p steady; calls in growing order of @p steady give growing answers.
    [[nodiscard]] Instant at(Duration steady);
    [[nodiscard]] Instant now() { return at(steady()); }
    /// The same without remembering it: for moments before now.
    [[nodiscard]] Instant past(Duration steady) const;

    /// The server's time at this moment as its last answer lets us know it. The first one counts at once.
    void learn(Instant serverNow);
    [[nodiscard]] bool isAnchored() const { return m_anchored; }

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
    std::optional<Duration> m_contradiction; ///< how far off the last answer was
    bool m_jumped = false;                   ///< what the next answer says is how long this computer slept
    Duration m_steps{0};                     ///< of the server's clock, left out
    std::optional<Step> m_lastStep;
    bool m_runsFast = false; ///< not by steps: a recording that is played faster
};

} // namespace lynceus
