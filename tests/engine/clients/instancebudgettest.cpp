#include "core/engine/clients/instancebudget.h"

#include <algorithm>
#include <array>
#include <vector>

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace lynceus {
namespace {

constexpr std::size_t kWatches = 300;
constexpr int kRequestsPerRound = 3; // application, tree and manifests

TEST(InstanceBudget, AllowsAllRequestsBelowTheLimit)
{
    InstanceBudget budget;
    int watch = 0;
    for (int i = 0; i < InstanceBudget::kMost; ++i) {
        ASSERT_TRUE(budget.mayAsk(&watch, 0s)) << i;
        budget.spend(&watch, 0s);
    }
    EXPECT_FALSE(budget.mayAsk(&watch, 59s));
    EXPECT_TRUE(budget.mayAsk(&watch, 60s));
}

/// Every second, each watch needs three requests, as while its rollout changes.
TEST(InstanceBudget, HundredsOfWatchesStayBelowTheLimitWithoutStarvation)
{
    InstanceBudget budget;
    std::array<int, kWatches> served{};
    std::vector<Duration> sent;
    for (Duration now{0}; now < 10min; now += 1s) {
        for (auto &count : served) {
            if (!budget.mayAsk(&count, now, kRequestsPerRound))
                continue;
            for (int fetch = 0; fetch < kRequestsPerRound;
                 ++fetch) { // read together, so that they can be judged together
                budget.spend(&count, now);
                sent.push_back(now);
                ++count;
            }
        }
        const auto lastMinute = std::ranges::count_if(sent, [&](Duration at) { return at > now - 60s; });
        ASSERT_LE(lastMinute, InstanceBudget::kMost) << now.count();
    }
    EXPECT_GE(sent.size(), InstanceBudget::kMost * 9U) << "the budget is used fully";
    const auto [least, most] = std::ranges::minmax(served);
    EXPECT_GE(least, 4);
    EXPECT_LE(most - least, 6) << "all alike";
}

TEST(InstanceBudget, QuietWatchesShareBackgroundReads)
{
    InstanceBudget budget;
    EXPECT_EQ(budget.quietEvery(), 0s);
    std::array<int, 667> watches{};
    for (const auto &watch : watches)
        std::ignore = budget.mayAsk(&watch, 0s);
    EXPECT_EQ(budget.quietEvery(), 800'400ms) << "4 reads of 667 watches, 200 a minute";
    for (const auto &watch : watches)
        budget.leave(&watch);
    EXPECT_EQ(budget.quietEvery(), 0s) << "no other watch shares the budget";
}

TEST(InstanceBudget, ServesTheNewestWaitingRequestFirst)
{
    InstanceBudget budget;
    int old = 0;
    int newer = 0;
    int newest = 0;
    int filler = 0;
    for (int i = 0; i < InstanceBudget::kMost; ++i) {
        ASSERT_TRUE(budget.mayAsk(&filler, 0s));
        budget.spend(&filler, i == 0 ? 0s : 1s); // one request becomes possible after 60 s
    }
    for (auto *watch : {&old, &newer, &newest})
        EXPECT_FALSE(budget.mayAsk(watch, 59s));
    EXPECT_FALSE(budget.mayAsk(&old, 60s));
    EXPECT_FALSE(budget.mayAsk(&newer, 60s));
    EXPECT_TRUE(budget.mayAsk(&newest, 60s));
    budget.spend(&newest, 60s);
    EXPECT_FALSE(budget.mayAsk(&newer, 60s)) << "the slot is in use";
}

TEST(InstanceBudget, RemovedAndIdleRequestersBlockNoOthers)
{
    InstanceBudget budget;
    int filler = 0;
    int gone = 0;
    int silent = 0;
    int own = 0;
    for (int i = 0; i < InstanceBudget::kMost; ++i) {
        ASSERT_TRUE(budget.mayAsk(&filler, 0s));
        budget.spend(&filler, i == 0 ? 0s : 30s);
    }
    EXPECT_FALSE(budget.mayAsk(&own, 50s));
    EXPECT_FALSE(budget.mayAsk(&silent, 50s));
    EXPECT_FALSE(budget.mayAsk(&gone, 59s));
    budget.leave(&gone);
    EXPECT_TRUE(budget.mayAsk(&own, 60s));
}

TEST(InstanceBudget, ViewsLeaveCapacityForWatches)
{
    InstanceBudget budget;
    for (int i = 0; i < InstanceBudget::kMostWithReading; ++i) {
        ASSERT_EQ(budget.roomForReading(0s), 0s);
        budget.spendReading(0s);
    }
    EXPECT_EQ(budget.roomForReading(1s), 60s);
    int watch = 0;
    EXPECT_TRUE(budget.mayAsk(&watch, 1s));
    EXPECT_LE(InstanceBudget::kMost, 300) << "the documented limit";
}

} // namespace
} // namespace lynceus
