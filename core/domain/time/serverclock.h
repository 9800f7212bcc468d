#pragma once

#include "core/domain/time/time.h"

#include <optional>

namespace lynceus {

/// Estimates the server's clock from `Date` headers: whole seconds, truncated, set at some time between request and
/// answer. Each header limits the offset from both sides. The limits are intersected; a contradiction (a clock was set)
/// starts over.
class ServerClock final
{
public:
    /// @param date the header. @param askedAt, @param answeredAt our wall clock before and after the request.
    void learn(Instant date, Instant askedAt, Instant answeredAt);

    /// Call if our own clock was set; earlier limits are then invalid.
    void forget();

    /// Converts our wall time to the server's; unchanged before the first header.
    [[nodiscard]] Instant at(Instant ours) const;

    /// Server's clock minus ours, the middle of the possible range; empty before the first header.
    [[nodiscard]] std::optional<Duration> offset() const;

private:
    std::optional<Duration> m_least;
    std::optional<Duration> m_most;
};

} // namespace lynceus
