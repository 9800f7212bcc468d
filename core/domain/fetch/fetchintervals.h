#pragma once

#include "core/domain/time/backoff.h"

#include <array>

namespace lynceus {

// Intervals of FetchPlan. "By pace": index with RequestBudget::Pace (fast, steady, slow).

// With a stream: events are lost when a subscriber is slow (#12214).
inline constexpr Duration kApplicationSafety{30'000};
// With a stream; the tree decides the verdict, so it is read twice as often.
inline constexpr Duration kTreeSafety{15'000};
// Without streams; by pace. Pods change within a rollout, and a cause must be detected within 2 s.
inline constexpr std::array kApplicationPoll{Duration{3'000}, Duration{4'000}, Duration{8'000}};
inline constexpr std::array kTreePoll{Duration{3'000}, Duration{3'000}, Duration{5'000}};
inline constexpr std::array kMovingTreePoll{Duration{1'700}, Duration{3'000}, Duration{4'000}};
// The application is streamed.
inline constexpr std::array kOnlyTreePoll{Duration{1'700}, Duration{1'800}, Duration{2'400}};
// Minimum time between reads of one source that are due to changes of the others; by pace.
inline constexpr std::array kGap{Duration{2'000}, Duration{5'000}, Duration{10'000}};
// One complete observation may end the watch.
inline constexpr std::array kLastGap{Duration{500}, Duration{2'000}, Duration{6'000}};
// Images can change in the cluster without a change of the application.
inline constexpr Duration kManagedSafety{20'000};
// Manifests lag behind the application by a second or more: an answer right after a change may be the old one.
inline constexpr Duration kManagedLag{4'500};
inline constexpr std::array kManagedLagPoll{Duration{1'200}, Duration{2'000}, Duration{5'000}};
inline constexpr Duration kUnmatchedEvery{5'000}; // while missing images in them may end the watch
inline constexpr Duration kRefreshEvery{60'000};  // verdict: while not noticed
inline constexpr Duration kRefreshRetry{10'000};  // after one that was lost
inline constexpr Duration kWindowsEvery{60'000};
inline constexpr Duration kResourceEventsEvery{15'000};
// A pod that waits for a node or a volume has the reason only in its events, which must be reported within 5 s.
inline constexpr std::array kPendingEventsEvery{Duration{4'500}, Duration{4'500}, Duration{15'000}}; // by pace
// Manifests of pods whose image references are not conclusive; one after another.
inline constexpr std::array kPodManifestEvery{Duration{1'500}, Duration{3'000}, Duration{15'000}}; // by pace
// Without progress: look for a stalled controller and a sync window that has started.
inline constexpr Duration kIdleCheckInterval{30'000};
inline constexpr Duration kApplicationEventsEvery{30'000};
inline constexpr Duration kPresenceEvery{4'000}; // until it is certain whether the application is gone
// An application that is not created yet; token and namespace are checked less often.
inline constexpr Duration kAwaitedEvery{5'000};
inline constexpr Duration kAwaitedPresenceEvery{15'000};
inline constexpr Duration kSilenceLimit{20'000}; // keepalives arrive every 15 s
// A request without an answer for this long is repeated while the first is open, then after twice as long, and so on:
// servers may be slow.
inline constexpr Duration kPatience{3'000};
inline constexpr int kMostPatience = 3;          // number of doublings
inline constexpr Duration kRefusedRetry{30'000}; // permissions change rarely

// Recovery must be detected within 2 s after an outage, and clients must not return to a restarted server all at once.
inline constexpr BackoffPolicy kProbeBackoff{Duration{300}, Duration{1'800}, 2.0, 0.3};
inline constexpr BackoffPolicy kReadBackoff{Duration{300}, Duration{5'000}, 2.0, 0.3};
inline constexpr BackoffPolicy kStreamBackoff{Duration{300}, Duration{30'000}, 2.0, 0.5};
// The stream did not open; a proxy may never allow it.
inline constexpr BackoffPolicy kNoStreamBackoff{Duration{1'500}, Duration{30'000}, 3.0, 0.5};

} // namespace lynceus
