#pragma once

#include "core/domain/watch/watchrecord.h"

#include <span>

namespace lynceus {

/// With fewer waits there is no estimate: of four, a single one that took a night does not dominate.
inline constexpr std::size_t kLeastWaits = 4;
/// Argo CD's own interval: even with fast webhooks, it does not read git earlier by itself.
inline constexpr Duration kLeastUsualNotice{180'000};

/// How long Argo CD normally takes to notice the next version of an application: one and a half times the 75th
/// percentile of earlier waits, rounded up to minutes, at least kLeastUsualNotice. kDefaultUsualNotice with fewer than
/// kLeastWaits waits.
///
/// @p past: ended watches of this application, newest first; the newest kMostSamples that waited count, with any
/// outcome. A wait lasts from registration until Argo CD has noticed the version. These do not count: watches that
/// found the version noticed, watches of missing applications or with children (they waited for something else), and
/// watches that ended before it was noticed.
[[nodiscard]] Duration usualNotice(std::span<const WatchRecord> past);

} // namespace lynceus
