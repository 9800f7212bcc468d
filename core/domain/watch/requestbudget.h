#pragma once

#include "core/domain/base/time.h"

#include <cstddef>
#include <deque>

namespace lynceus {

/// How many requests were sent in the last minute, and how much haste the rest allows. Times are monotonic.
class RequestBudget final
{
public:
    static constexpr int kMost = 55; ///< requests in any 60 s: 60 are promised, and a few are kept for starting again

    /// Indexes tables of intervals.
    enum Pace : std::size_t { Fast, Steady, Slow };

    void spend(Duration now);
    [[nodiscard]] int spent(Duration now) const;
    /// Slow is kept up for ever without running dry; haste is for what the budget leaves beside it.
    [[nodiscard]] Pace pace(Duration now) const;
    /// When fewer than @p ceiling will have been sent in the last minute; now if that is so already.
    [[nodiscard]] Duration roomAt(int ceiling, Duration now) const;

private:
    std::deque<Duration> m_sent; ///< of the last minute, the oldest first
};

} // namespace lynceus
