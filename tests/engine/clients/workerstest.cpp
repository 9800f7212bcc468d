#include "core/engine/clients/workers.h"

#include "tests/support/waiting.h"

#include <atomic>

#include <gtest/gtest.h>

namespace lynceus::test {

namespace {

TEST(Workers, DeliverResultsInOrder)
{
    Workers workers;
    QObject context;
    std::vector<int> results;
    for (int number = 0; number < 50; ++number)
        workers.run(
            &context, [number] { return number; }, [&results](int result) { results.push_back(result); });
    ASSERT_TRUE(waitUntil([&] { return results.size() == 50U; }));
    EXPECT_TRUE(std::ranges::is_sorted(results));
}

TEST(Workers, LimitWorkAheadOfUntakenResults)
{
    Workers workers;
    QObject context;
    std::atomic<int> begun = 0;
    int taken = 0;
    int most = 0;
    for (int number = 0; number < 20; ++number) {
        workers.run(
            &context, [&begun] { return ++begun; },
            [&](int) {
                most = std::max(most, begun - taken);
                ++taken;
            });
    }
    ASSERT_TRUE(waitUntil([&] { return taken == 20; }));
    EXPECT_LE(most, Workers::kAhead);
}

TEST(Workers, ContinueAfterTheContextIsDestroyed)
{
    Workers workers;
    QObject context;
    bool isDone = false;
    {
        QObject gone;
        for (int number = 0; number < 10; ++number)
            workers.run(
                &gone, [] { return 1; }, [](int) { FAIL() << "the context is destroyed"; });
    }
    workers.run(
        &context, [] { return 2; }, [&isDone](int result) { isDone = result == 2; });
    EXPECT_TRUE(waitUntil([&] { return isDone; }));
}

TEST(Workers, CanBeDestroyedByAReceiver)
{
    auto workers = std::make_unique<Workers>();
    QObject context;
    int taken = 0;
    for (int number = 0; number < 5; ++number) {
        workers->run(
            &context, [] { return 1; },
            [&](int) {
                ++taken;
                workers.reset();
            });
    }
    ASSERT_TRUE(waitUntil([&] { return !workers; }));
    drainEvents();
    EXPECT_EQ(taken, 1);
}

} // namespace

} // namespace lynceus::test
