#pragma once

#include "core/domain/base/result.h"

#include <QByteArrayView>
#include <QStringView>

#include <chrono>
#include <optional>

namespace lynceus {

using Duration = std::chrono::milliseconds;

/// A point of wall time, UTC, in milliseconds since 1970. Argo CD's times have whole seconds.
using Instant = std::chrono::sys_time<Duration>;

/// RFC 3339 as Kubernetes and Argo CD write it ("2026-11-23T08:32:52Z", fractions and offsets too).
/// Nothing if it is no such time.
[[nodiscard]] std::optional<Instant> parseRfc3339(QByteArrayView text);

/// "2026-11-23T08:32:52Z", with milliseconds only if there are any.
[[nodiscard]] QString formatRfc3339(Instant instant);

/// The time of an HTTP `Date` header (RFC 9110 §5.6.7, IMF-fixdate only: servers must send that).
[[nodiscard]] std::optional<Instant> parseHttpDate(QByteArrayView text);

/// IMF-fixdate, for servers (the replay server): "Mon, 23 Nov 2026 08:32:52 GMT".
[[nodiscard]] QByteArray formatHttpDate(Instant instant);

/// "90s", "15m", "1h30m", "2d", "500ms"; a bare number is refused because its unit would be a guess.
/// Error::Kind::BadInput says what a duration looks like.
[[nodiscard]] Result<Duration> parseDuration(QStringView text);

/// "15 min", "1 h 30 min", "40 s": short form for people, two units at most.
[[nodiscard]] QString formatDuration(Duration duration);

} // namespace lynceus
