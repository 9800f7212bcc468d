#pragma once

#include "core/domain/time/time.h"

#include <QTime>
#include <QTimeZone>

#include <optional>

namespace lynceus {

/// A daily period by the user's wall clock. May cross midnight; from == until means all day.
struct QuietHours
{
    bool enabled = false;
    QTime from{20, 0};
    QTime until{8, 0};

    /// End of the quiet hours at @p now; empty if there are none.
    [[nodiscard]] std::optional<Instant> quietUntil(Instant now, const QTimeZone &zone) const;

    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

} // namespace lynceus
