#pragma once

#include "core/domain/base/result.h"

#include <QByteArrayView>
#include <QStringView>

#include <chrono>
#include <optional>

namespace lynceus {

using Duration = std::chrono::milliseconds;

/// Wall time, UTC, in milliseconds since 1970. Argo CD's times have whole seconds.
using Instant = std::chrono::sys_time<Duration>;

/// RFC 3339 as in Kubernetes and Argo CD ("2026-11-23T08:32:52Z", also with fractions and offsets). Empty if invalid.
[[nodiscard]] std::optional<Instant> parseRfc3339(QByteArrayView text);

/// "2026-11-23T08:32:52Z", with milliseconds if not zero.
[[nodiscard]] QString formatRfc3339(Instant instant);

/// Time of an HTTP `Date` header (RFC 9110 §5.6.7, IMF-fixdate only, which servers must send).
[[nodiscard]] std::optional<Instant> parseHttpDate(QByteArrayView text);

/// IMF-fixdate, for servers such as the replay server: "Mon, 23 Nov 2026 08:32:52 GMT".
[[nodiscard]] QByteArray formatHttpDate(Instant instant);

/// "90s", "15m", "1h30m", "2d", "500ms"; rejects a number without unit. Error::Kind::BadInput explains the format.
[[nodiscard]] Result<Duration> parseDuration(QStringView text);

/// "15 min", "1 h 30 min", "40 s": short form for display, at most two units.
[[nodiscard]] QString formatDuration(Duration duration);

} // namespace lynceus
