#pragma once

#include "core/domain/time/time.h"

namespace lynceus {

/// Source of time; created once in main and passed by reference. Tests use their own.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// This computer's wall time; may jump.
    [[nodiscard]] virtual Instant now() const = 0;
    /// Monotonic; only differences have a meaning. Stops while this computer sleeps.
    [[nodiscard]] virtual Duration steady() const = 0;
    /// Like steady(), but continues while this computer sleeps; steady() if the system has no such clock.
    [[nodiscard]] virtual Duration sinceBoot() const { return steady(); }
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] Duration steady() const override;
    [[nodiscard]] Duration sinceBoot() const override;
};

} // namespace lynceus
