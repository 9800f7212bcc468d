#pragma once

#include "core/domain/base/time.h"

#include <optional>

namespace lynceus {

/// Tells from wall and monotonic time whether this computer slept (the monotonic clock stands meanwhile) or its clock
/// was set. Nobody can tell one from the other by clocks alone; both make what is known doubtful.
class JumpDetector final
{
public:
    /// Less is a clock that is being disciplined.
    static constexpr Duration kJump{10'000};

    JumpDetector(Instant wall, Duration steady)
        : m_drift(wall.time_since_epoch() - steady)
    { }

    /// How far the wall clock went ahead of the monotonic one (or back) since the last jump; nothing if it did not
    /// jump.
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
