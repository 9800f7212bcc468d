#pragma once

#include "core/domain/base/time.h"

#include <QTimeZone>

namespace lynceus {

/// RFC 3339 on the clocks of @p zone: "2026-11-23T09:32:52+01:00"; with "Z" where they show UTC.
[[nodiscard]] QString formatRfc3339(Instant instant, const QTimeZone &zone);

} // namespace lynceus
