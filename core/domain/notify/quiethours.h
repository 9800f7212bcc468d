#pragma once

#include "core/domain/base/time.h"

#include <QTime>
#include <QTimeZone>

#include <optional>

namespace lynceus {

/// A part of each day, by the wall clock of the person. May pass midnight; from == until means all day.
struct QuietHours
{
    bool enabled = false;
    QTime from{20, 0};
    QTime until{8, 0};

    /// When the quiet that holds at @p now ends; nothing if it is not quiet.
    [[nodiscard]] std::optional<Instant> quietUntil(Instant now, const QTimeZone &zone) const;

    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

} // namespace lynceus
