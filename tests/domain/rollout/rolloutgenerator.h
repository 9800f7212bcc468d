#pragma once

#include "core/domain/rollout/judging/judge.h"
#include "tests/domain/rollout/simulatedanswers.h"

#include <optional>
#include <string>

namespace lynceus::simulation {

/// All properties of a sequence that follow from its seed.
struct Scenario
{
    struct Event
    {
        enum class What { Scale, Evict, Crash, Promote, SetImage };
        Ms at = 0;
        What what = What::Evict;
        int workload = 0;
        int amount = 0; ///< replicas, or duration of a crash in ms
    };

    /// How one of the three sources is read.
    struct Source
    {
        Ms lag = 0;         ///< age of the answers
        Ms mostGap = 1'000; ///< between two readings
        int stalls = 0;     ///< percentage of readings that take seconds
        Ms missing = 0;     ///< no answers for this long after registration
        int reorders = 0;   ///< percentage of outdated answers that arrive again
    };

    /// Special feature of the sequence; each needs its own rules of truth.
    enum class SpecialCase {
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

    SpecialCase specialCase = SpecialCase::None;
    Setup setup;
    ClusterBehaviour behaviour;
    Dialect dialect;
    std::vector<std::pair<int, int>> expected; ///< repository and tag
    Template byHand;                           ///< pods that a manual change sets in the cluster
    int release = 0;                           ///< the first commit with the expected images
    Expectation expectation;
    Ms registeredAt = 0;
    Ms scriptEnds = 0;
    Ms sleepAt = kNever; ///< nothing is observed from then on; a new judge continues with the memory of the first
    Ms sleepLasts = 0;
    std::vector<Event> events;
    std::array<Source, 3> sources; ///< application, tree, managed resources
};

[[nodiscard]] Scenario scenarioFrom(RandomGenerator &random);
/// In some sequences, the program is restarted or the computer sleeps during the watch.
void chooseSleep(Scenario &scenario, RandomGenerator random);

/// Result of one sequence.
struct SequenceResult
{
    Outcome outcome = Outcome::Waiting;
    bool expectedImagesRan = false; ///< the expected images ran at some time after registration
    int observations = 0;
    std::string wrong; ///< contradiction between judge and truth; empty: none
};

/// Plays a sequence with a new judge. @p details: prints each tick to standard error.
[[nodiscard]] SequenceResult play(std::uint64_t seed, bool details = false);

} // namespace lynceus::simulation
