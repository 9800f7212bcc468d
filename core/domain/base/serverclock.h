#pragma once

#include "core/domain/base/time.h"

#include <optional>

namespace lynceus {

/// The server's clock, learnt from `Date` headers: whole seconds, cut off, stamped somewhere between asking and
/// answering. Each header bounds the offset from both sides; bounds are intersected until one contradicts (a clock was
/// set), which starts anew.
class ServerClock final
{
public:
    /// @param date the header; @param askedAt, @param answeredAt our wall clock around the request.
    void learn(Instant date, Instant askedAt, Instant answeredAt);

    /// Our own clock was set: what was learnt with it is not true any more.
    void forget();

    /// Our wall time turned into the server's; ours as it is before anything was learnt.
    [[nodiscard]] Instant at(Instant ours) const;

    /// Server minus ours, the middle of what is possible; nothing before the first header.
    [[nodiscard]] std::optional<Duration> offset() const;

private:
    std::optional<Duration> m_least;
    std::optional<Duration> m_most;
};

} // namespace lynceus
