#include "tests/domain/rollout/rolloutgenerator.h"

#include <map>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace lynceus::simulation;

namespace {

constexpr std::uint64_t kFirstSeed = 1;
constexpr int kSequences = 2'000; // ./dev long-tests plays 100,000, without sanitizers
constexpr int kShards = 40;
constexpr int kMaxFailures = 100;

std::uint64_t numberFrom(const char *variable, std::uint64_t otherwise)
{
    bool good = false;
    const auto value = qEnvironmentVariable(variable).toULongLong(&good);
    return good ? value : otherwise;
}

/// Each shard plays a part of the sequences, so that they run in parallel with other tests. With AddressSanitizer, long
/// runs are a quarter slower than short ones.
class RolloutSequences : public ::testing::TestWithParam<int>
{ };

TEST_P(RolloutSequences, CauseNoFalseDeployedOrFailed)
{
    const auto count = numberFrom("LYNCEUS_SEQUENCES", kSequences) / kShards;
    const auto first = numberFrom("LYNCEUS_SEED", kFirstSeed) + count * static_cast<std::uint64_t>(GetParam());
    std::map<Outcome, int> outcomes;
    std::uint64_t observations = 0;
    int expectedImagesRan = 0;
    int failures = 0;
    for (auto seed = first; seed < first + count && failures < kMaxFailures; ++seed) {
        const auto result = play(seed);
        ++outcomes[result.outcome];
        observations += static_cast<std::uint64_t>(result.observations);
        expectedImagesRan += result.expectedImagesRan ? 1 : 0;
        if (!result.wrong.empty()) {
            ++failures;
            ADD_FAILURE() << "seed " << seed << " " << result.wrong;
        }
    }
    std::printf("seeds %llu..%llu, %llu observations, expected images ran %d:", static_cast<unsigned long long>(first),
                static_cast<unsigned long long>(first + count - 1), static_cast<unsigned long long>(observations),
                expectedImagesRan);
    for (const auto &[outcome, times] : outcomes)
        std::printf(" %s %d", qPrintable(nameOf(outcome)), times);
    std::printf("\n");
}

INSTANTIATE_TEST_SUITE_P(Seeded, RolloutSequences, ::testing::Range(0, kShards));

// LYNCEUS_TRACE_SEED=seed prints each tick of one sequence, to find the cause of a contradiction.
TEST(RolloutGenerator, PrintsOneSequenceOnRequest)
{
    const auto seed = numberFrom("LYNCEUS_TRACE_SEED", 0);
    const auto result = play(seed, seed != 0);
    EXPECT_EQ(result.wrong, "");
}

} // namespace
