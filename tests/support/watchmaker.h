#pragma once

#include "core/domain/watch/watchrecord.h"

namespace lynceus::test {

/// A watch as reported by the engine: shop-web 1.4.0 → 1.5.0 on `staging`, registered at kRegisteredAt on a server
/// whose clock is three seconds ahead, with 15 minutes until the deadline and no data yet.
inline constexpr Instant kRegisteredAt{Duration(1'795'000'000'000)}; ///< local clock
inline constexpr Duration kServerAhead{3'000};
[[nodiscard]] WatchRecord makeWatch(const QString &id, const QString &application = QStringLiteral("shop-web"),
                                    const QString &image = QStringLiteral("ghcr.io/acme/shop-web:1.5.0"));

[[nodiscard]] WatchRecord rolling(WatchRecord watch, int ready, int wanted);
[[nodiscard]] WatchRecord failing(WatchRecord watch, Cause::Kind kind = Cause::Kind::HookFailed);
[[nodiscard]] WatchRecord held(WatchRecord watch, Blocker::Kind kind = Blocker::Kind::AutoSyncOff);
/// The watch after its end, @p after its registration.
[[nodiscard]] WatchRecord ended(WatchRecord watch, Outcome outcome, Duration after = Duration(72'000));

} // namespace lynceus::test
