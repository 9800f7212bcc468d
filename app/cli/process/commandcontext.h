#pragma once

#include "core/io/clock.h"
#include "core/io/process/interruption.h"

#include <algorithm>

namespace lynceus {

/// The deadline of a command: a limit counted from the program's first instruction, on the steady clock.
class CommandDeadline final
{
public:
    CommandDeadline(const Clock &clock, Duration startedAt, Duration limit)
        : m_clock(clock)
        , m_startedAt(startedAt)
        , m_limit(limit)
    { }

    [[nodiscard]] Duration limit() const { return m_limit; }
    /// Never negative.
    [[nodiscard]] Duration left() const { return std::max(Duration{0}, m_limit - (m_clock.steady() - m_startedAt)); }

private:
    const Clock &m_clock;
    Duration m_startedAt;
    Duration m_limit;
};

/// What every command gets besides its options: start time and source of interruptions.
struct CommandContext
{
    const Clock &clock;
    Duration startedAt; ///< steady time at the program's first instruction
    Interruption &interruption;

    [[nodiscard]] CommandDeadline deadline(Duration limit) const { return {clock, startedAt, limit}; }
    /// For a command that waited for the user: the time until now does not count.
    [[nodiscard]] CommandContext restarted() const { return {clock, clock.steady(), interruption}; }
};

} // namespace lynceus
