#pragma once

#include "core/domain/time/time.h"

#include <QTimeZone>

namespace lynceus {

/// RFC 3339 in @p zone: "2026-11-23T09:32:52+01:00"; with "Z" if it is UTC.
[[nodiscard]] QString formatRfc3339(Instant instant, const QTimeZone &zone);

/// "Europe/Berlin"; "UTC" for its aliases.
[[nodiscard]] QString nameOf(const QTimeZone &zone);

/// Converts each UTC time in a sentence ("2026-11-23T08:32:52Z") to @p zone, with its name: "2026-11-23 09:32:52
/// (Europe/Berlin)". For errors, which are created without knowing the reader's zone.
[[nodiscard]] QString withTimesIn(const QString &sentence, const QTimeZone &zone);

} // namespace lynceus
