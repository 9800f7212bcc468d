#pragma once

#include "core/domain/rollout/judging/judge.h"
#include "tests/domain/rollout/worldsnapshots.h"

#include <optional>
#include <string>

namespace lynceus::simulation {

/// Everything about one sequence that its seed decides before it begins.
struct Scenario
{
    struct Event
    {
        enum class What { Scale, Evict, Crash, Promote, SetImage };
        Ms at = 0;
        What what = What::Evict;
        int workload = 0;
        int amount = 0; ///< replicas, or how long a crash lasts
    };

    /// How the three sources reach the watcher.
    struct Source
    {
        Ms lag = 0;         ///< the server's answer is that old
        Ms mostGap = 1'000; ///< between two readings
        int stalls = 0;     ///< percent: a reading that takes seconds
        Ms missing = 0;     ///< from the registration on
        int reorders = 0;   ///< percent: an overtaken answer comes again
    };

    /// What this sequence has besides: each has a truth of its own.
    enum class Twist {
        None,
        Rollback,
        ByHand,
        OnDelete,
        Partition,
        JobTtl,
        IgnoredImages,
        Mirror,
        Digest,
        Steps,
        Leftover,
        Network,
    };

    Twist twist = Twist::None;
    Setup setup;
    Habits habits;
    Dialect dialect;
    std::vector<std::pair<int, int>> expected; ///< repository and tag
    Template byHand;                           ///< what somebody sets in the cluster
    int release = 0;                           ///< the commit that first has them
    Expectation expectation;
    Ms registeredAt = 0;
    Ms scriptEnds = 0;
    Ms sleepAt = kNever; ///< from then on nobody looks; another judge goes on with what this one knew
    Ms sleepLasts = 0;
    std::vector<Event> events;
    std::array<Source, 3> sources; ///< application, tree, managed resources
};

[[nodiscard]] Scenario scenarioFrom(Dice &dice);
/// In some sequences the program is restarted, or the computer sleeps, in the middle of the watch.
void chooseSleep(Scenario &scenario, Dice dice);

/// What became of one sequence.
struct Ending
{
    Outcome outcome = Outcome::Waiting;
    bool trulyRan = false; ///< the cluster ran what was expected at some time after the registration
    int observations = 0;
    std::string wrong; ///< empty: judge and truth agree
};

/// Plays a sequence against a judge of its own. @p story: told tick by tick on standard error.
[[nodiscard]] Ending play(std::uint64_t seed, bool story = false);

} // namespace lynceus::simulation
