#include "tests/domain/rollout/rolloutgenerator.h"

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace lynceus::simulation;

namespace {

constexpr std::uint64_t kFirstSeed = 1;
constexpr int kSequences = 100'000;
constexpr int kMostBlames = 100;

std::uint64_t numberFrom(const char *variable, std::uint64_t otherwise)
{
    bool good = false;
    const auto value = qEnvironmentVariable(variable).toULongLong(&good);
    return good ? value : otherwise;
}

TEST(RolloutGenerator, NoFalseDeployedAndNoFalseFailedInAnySequence)
{
    const auto first = numberFrom("LYNCEUS_SEED", kFirstSeed);
    const auto count = numberFrom("LYNCEUS_SEQUENCES", kSequences);
    std::atomic<std::uint64_t> next{0};
    std::mutex mutex;
    std::map<Outcome, int> outcomes;
    std::uint64_t observations = 0;
    int trulyRan = 0;
    int blames = 0;
    const auto work = [&] {
        for (auto i = next++; i < count && blames < kMostBlames; i = next++) {
            const auto ending = play(first + i);
            const std::lock_guard lock(mutex);
            ++outcomes[ending.outcome];
            observations += static_cast<std::uint64_t>(ending.observations);
            trulyRan += ending.trulyRan ? 1 : 0;
            if (!ending.wrong.empty()) {
                ++blames;
                ADD_FAILURE() << "seed " << first + i << " " << ending.wrong;
            }
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    for (auto &thread : threads)
        thread.join();
    std::printf("seeds %llu..%llu, %llu observations, truly ran %d:", static_cast<unsigned long long>(first),
                static_cast<unsigned long long>(first + count - 1), static_cast<unsigned long long>(observations),
                trulyRan);
    for (const auto &[outcome, times] : outcomes)
        std::printf(" %s %d", qPrintable(nameOf(outcome)), times);
    std::printf("\n");
}

// LYNCEUS_STORY=seed tells one sequence tick by tick, for finding out what went wrong in it.
TEST(RolloutGenerator, TellsOneStoryIfAskedTo)
{
    const auto seed = numberFrom("LYNCEUS_STORY", 0);
    const auto ending = play(seed, seed != 0);
    EXPECT_EQ(ending.wrong, "");
}

} // namespace
