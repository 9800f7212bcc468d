#pragma once

#include "core/domain/time/time.h"

#include <cstddef>
#include <deque>

namespace lynceus {

/// Counts the requests of the last minute and derives how fast to read. Times are monotonic.
class RequestBudget final
{
public:
    static constexpr int kMost = 55; ///< requests in any 60 s; 60 are promised, a few are reserved for a restart

    /// Indexes the tables of intervals.
    enum Pace : std::size_t { Fast, Steady, Slow };

    void spend(Duration now);
    [[nodiscard]] int spent(Duration now) const;
    /// Slow can be sustained without exhausting the budget; faster paces use what is left.
    [[nodiscard]] Pace pace(Duration now) const;
    /// When fewer than @p ceiling requests will have been sent in the last minute; @p now if at once.
    [[nodiscard]] Duration roomAt(int ceiling, Duration now) const;

private:
    std::deque<Duration> m_sent; ///< times in the last minute, oldest first
};

} // namespace lynceus
