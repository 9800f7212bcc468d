#pragma once

#include "core/domain/time/time.h"

#include <optional>

namespace lynceus {

/// Detects from wall and monotonic time that this computer slept (the monotonic clock stops meanwhile) or that its
/// clock was set. The clocks cannot distinguish the two; after both, known data may be outdated.
class JumpDetector final
{
public:
    /// Smaller differences are clock corrections.
    static constexpr Duration kJump{10'000};

    JumpDetector(Instant wall, Duration steady)
        : m_drift(wall.time_since_epoch() - steady)
    { }

    /// How far the wall clock has moved ahead of the monotonic clock (negative: back) since the last jump; empty if it
    /// did not jump.
    [[nodiscard]] std::optional<Duration> take(Instant wall, Duration steady)
    {
        const Duration drift = wall.time_since_epoch() - steady;
        const Duration by = drift - m_drift;
        if (by <= kJump && by >= -kJump)
            return std::nullopt;
        m_drift = drift;
        return by;
    }

private:
    Duration m_drift; ///< wall minus monotonic
};

} // namespace lynceus
