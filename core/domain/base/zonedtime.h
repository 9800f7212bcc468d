#pragma once

#include "core/domain/base/time.h"

#include <QTimeZone>

namespace lynceus {

/// RFC 3339 on the clocks of @p zone: "2026-11-23T09:32:52+01:00"; with "Z" where they show UTC.
[[nodiscard]] QString formatRfc3339(Instant instant, const QTimeZone &zone);

/// "Europe/Berlin"; "UTC" for its other names.
[[nodiscard]] QString nameOf(const QTimeZone &zone);

/// A sentence in which each time of UTC ("2026-11-23T08:32:52Z") is said on the clocks of @p zone, with its name:
/// "2026-11-23 09:32:52 (Europe/Berlin)". For errors, which are made where nobody knows who will read them.
[[nodiscard]] QString withTimesIn(const QString &sentence, const QTimeZone &zone);

} // namespace lynceus
