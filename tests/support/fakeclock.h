#pragma once

#include "core/io/clock.h"

namespace lynceus::test {

/// A clock that stands still until a test moves it.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(Instant now = Instant(Duration(1'795'000'000'000)))
        : m_now(now)
    { }

    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] Duration steady() const override { return m_steady; }
    [[nodiscard]] Duration sinceBoot() const override { return m_steady + m_slept; }

    /// Moves both clocks.
    void advance(Duration by)
    {
        m_now += by;
        m_steady += by;
    }
    /// Changes only the wall clock, as when the user sets it.
    void jump(Duration by) { m_now += by; }
    void sleep(Duration how)
    {
        m_now += how;
        m_slept += how;
    }

private:
    Instant m_now;
    Duration m_steady{0};
    Duration m_slept{0};
};

} // namespace lynceus::test
