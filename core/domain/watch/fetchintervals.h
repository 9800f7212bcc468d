#pragma once

#include "core/domain/base/backoff.h"

#include <array>

namespace lynceus {

// How often FetchPlan reads what. "By pace" indexes with RequestBudget::Pace: fast, steady, slow.

inline constexpr Duration kApplicationSafety{
    30'000};                                   // a stream is a hint: events are lost when a subscriber is slow (#12214)
inline constexpr Duration kTreeSafety{15'000}; // the same; the tree decides, so it is asked twice as often
// Without streams; by pace. Pods change within a rollout, and a cause must be seen within 2 s.
inline constexpr std::array kApplicationPoll{Duration{3'000}, Duration{4'000}, Duration{8'000}};
inline constexpr std::array kTreePoll{Duration{3'000}, Duration{3'000}, Duration{5'000}};
inline constexpr std::array kMovingTreePoll{Duration{1'700}, Duration{3'000}, Duration{4'000}};
inline constexpr std::array kOnlyTreePoll{Duration{1'700}, Duration{1'800},
                                          Duration{2'400}}; // the application is heard
// How far apart reads of one source are that changes of the others ask for; by pace.
inline constexpr std::array kGap{Duration{2'000}, Duration{5'000}, Duration{10'000}};
inline constexpr std::array kLastGap{Duration{500}, Duration{2'000},
                                     Duration{6'000}}; // one complete look may end the watch
inline constexpr Duration kManagedSafety{
    20'000}; // images can change in the cluster without a change of the application
// Manifests lag behind the application by a second or more: an answer right after a change may be the old one.
inline constexpr Duration kManagedLag{4'500};
inline constexpr std::array kManagedLagPoll{Duration{1'200}, Duration{2'000}, Duration{5'000}};
inline constexpr Duration kUnmatchedEvery{5'000}; // the same while they may end the watch for their absence
inline constexpr Duration kRefreshEvery{60'000};  // verdict: while not noticed
inline constexpr Duration kRefreshRetry{10'000};  // one that was lost on the way
inline constexpr Duration kWindowsEvery{60'000};
inline constexpr Duration kResourceEventsEvery{15'000};
// A pod that waits for a node or a volume says why in its events only, and must be explained within 5 s of that.
inline constexpr std::array kPendingEventsEvery{Duration{4'500}, Duration{4'500}, Duration{15'000}}; // by pace
// Pods whose references do not tell what they run, one after the other.
inline constexpr std::array kPodManifestEvery{Duration{1'500}, Duration{3'000}, Duration{15'000}}; // by pace
// Nothing moves: a stalled controller and a sync window that has begun since are looked for.
inline constexpr Duration kStillLookEvery{30'000};
inline constexpr Duration kApplicationEventsEvery{30'000};
inline constexpr Duration kPresenceEvery{4'000}; // while it is not certain whether the application is gone
// An application that is not created yet; whether the token counts, and which namespace it is in, is asked less often.
inline constexpr Duration kAwaitedEvery{5'000};
inline constexpr Duration kAwaitedPresenceEvery{15'000};
inline constexpr Duration kHearingLimit{20'000}; // keepalives come every 15 s
// An answer that late is asked for again beside the first, then after twice as long, and so on: servers may be slow.
inline constexpr Duration kPatience{3'000};
inline constexpr int kMostPatience = 3;          // doublings
inline constexpr Duration kRefusedRetry{30'000}; // rights change rarely

// Recovery must be seen within 2 s after an outage, and a restarted server must not see all clients at once.
inline constexpr BackoffPolicy kProbeBackoff{Duration{300}, Duration{1'800}, 2.0, 0.3};
inline constexpr BackoffPolicy kReadBackoff{Duration{300}, Duration{5'000}, 2.0, 0.3};
inline constexpr BackoffPolicy kStreamBackoff{Duration{300}, Duration{30'000}, 2.0, 0.5};
// It did not open: a proxy may never let it.
inline constexpr BackoffPolicy kNoStreamBackoff{Duration{1'500}, Duration{30'000}, 3.0, 0.5};

} // namespace lynceus
