#include "core/domain/time/backoff.h"

#include <limits>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace std::chrono_literals;

namespace {

TEST(Backoff, GrowsToItsLimit)
{
    const BackoffPolicy policy{.first = 500ms, .most = 30s, .factor = 2.0, .jitter = 0.0};
    const std::pair<int, Duration> table[] = {
        {1, 500ms}, {2, 1s}, {3, 2s}, {6, 16s}, {7, 30s}, {1'000, 30s}, {std::numeric_limits<int>::max(), 30s},
        {0, 500ms}};
    for (const auto &[failures, delay] : table)
        EXPECT_EQ(backoffDelay(policy, failures, 0.7), delay) << failures;
}

TEST(Backoff, JitterIsProportionalToTheDelay)
{
    const BackoffPolicy policy{.first = 1s, .most = 30s, .factor = 2.0, .jitter = 0.5};
    EXPECT_EQ(backoffDelay(policy, 1, 0.0), 500ms);
    EXPECT_EQ(backoffDelay(policy, 1, 0.5), 750ms);
    EXPECT_EQ(backoffDelay(policy, 1, 0.999'999), 1s);
    EXPECT_EQ(backoffDelay(policy, 20, 0.0), 15s) << "clients of a restarted server must not return together";
}

TEST(Backoff, ServersHintIsALowerBoundWithinTheLimit)
{
    const BackoffPolicy policy{.first = 1s, .most = 30s, .factor = 2.0, .jitter = 0.0};
    EXPECT_EQ(backoffDelay(policy, 1, 0.0, 10s), 10s);
    EXPECT_EQ(backoffDelay(policy, 5, 0.0, 2s), 16s);
    EXPECT_EQ(backoffDelay(policy, 1, 0.0, 24h), 30s);
}

} // namespace
