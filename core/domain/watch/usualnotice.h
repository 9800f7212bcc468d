#pragma once

#include "core/domain/watch/watchrecord.h"

#include <span>

namespace lynceus {

/// Fewer waits say nothing about the next one: with four, a single one that took a night decides nothing.
inline constexpr std::size_t kLeastWaits = 4;
/// Argo CD's own interval. However fast webhooks were, it has not looked by itself before.
inline constexpr Duration kLeastUsualNotice{180'000};

/// How long Argo CD may take to notice the next version of one application while waiting for it is normal: half as much
/// again as three of four of its earlier waits took, in whole minutes, rounded up; at least kLeastUsualNotice. With
/// fewer than kLeastWaits waits kDefaultUsualNotice.
///
/// @p past are watches of this application that are over, the newest first; the newest kMostSamples that waited count,
/// whatever their outcome. A wait begins with the registration and ends when Argo CD has noticed the version. One that
/// found it noticed did not wait, one for an application that did not exist or with children waited for something else,
/// and of one that ended before nobody knows how long it would have taken.
[[nodiscard]] Duration usualNotice(std::span<const WatchRecord> past);

} // namespace lynceus
