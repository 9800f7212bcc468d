#pragma once

#include "core/io/clock.h"

namespace lynceus::test {

/// The time of the simulated servers; it changes only when the script moves it.
class SimulatedClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return Instant{Duration{1'795'000'000'000}} + m_time; }
    [[nodiscard]] Duration steady() const override { return m_time; }
    void advance(Duration by) { m_time += by; }

private:
    Duration m_time{0};
};

} // namespace lynceus::test
