#include "tests/domain/watch/fetchworld.h"

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using namespace test;
using World = FetchWorld;

struct Scenario
{
    const char *name;
    bool streams;
    Duration frameEvery; ///< between frames of the tree while pods change
    bool flapping;       ///< streams are cut about every 10 s
};

class WholeRollout : public ::testing::TestWithParam<Scenario>
{ };

// A rollout that changes for ten minutes: it stays within the budget, and the decisive sources are read often enough.
TEST_P(WholeRollout, KeepsTheBudgetAndStarvesNoSource)
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        World world(seed);
        world.applicationStreams = world.treeStreams = GetParam().streams;
        world.conditions.refreshWanted = world.conditions.commitWanted = true;
        world.conditions.failing = world.conditions.resourceFailing = world.conditions.held = true;
        world.conditions.resourcePending = world.conditions.still = true;
        const auto start = world.now;
        std::mt19937 random(seed);
        while (world.now - start < 600s) {
            const auto phase = (world.now - start) / 30s % 3;
            world.conditions.moving = phase != 0;
            world.conditions.nearlyThere = phase == 2;
            world.conditions.refreshWanted = phase == 0;
            world.runFor(GetParam().frameEvery);
            world.frame(Fetch::TreeStream, Fetch::Tree);
            if (!GetParam().streams)
                world.plan.changed(Fetch::Tree, world.now);
            if (random() % 3 == 0)
                world.frame(Fetch::ApplicationStream, Fetch::Application);
            if (GetParam().flapping && random() % static_cast<unsigned>(10s / GetParam().frameEvery) == 0)
                world.cutStreams();
        }
        EXPECT_LE(world.mostInAnyMinute(), RequestBudget::kMost) << GetParam().name << " seed " << seed;
        EXPECT_LE(world.longestGap(Fetch::Managed, start + 1s, world.now), 21s) << GetParam().name;
        if (!GetParam().streams) { // with streams, frames count as reads
            EXPECT_LE(world.longestGap(Fetch::Application, start + 1s, world.now), 12s) << GetParam().name;
            EXPECT_LE(world.longestGap(Fetch::Tree, start + 1s, world.now), 8s) << GetParam().name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, WholeRollout,
                         ::testing::Values(Scenario{"streams", true, 1s, false},
                                           Scenario{"busy streams", true, 100ms, false},
                                           Scenario{"flapping streams", true, 500ms, true},
                                           Scenario{"no streams", false, 1s, false},
                                           Scenario{"no streams, busy", false, 200ms, false}),
                         [](const auto &details) {
                             std::string name = details.param.name;
                             std::erase_if(name, [](char c) { return c == ' ' || c == ','; });
                             return name;
                         });

// A typical rollout: noticed after 8 s, pods change for 20 s, then it is decided.
TEST(FetchPlan, AnOrdinaryRolloutCostsHalfOfWhatIsPromised)
{
    World world;
    world.conditions.refreshWanted = world.conditions.commitWanted = true;
    world.runFor(8s);
    world.conditions.moving = true;
    world.conditions.refreshWanted = false;
    for (int i = 0; i < 8; ++i) {
        world.frame(Fetch::ApplicationStream, Fetch::Application);
        world.runFor(80ms);
    }
    for (int i = 0; i < 20; ++i) {
        world.runFor(1s);
        world.frame(Fetch::TreeStream, Fetch::Tree);
    }
    world.conditions.nearlyThere = true;
    world.frame(Fetch::TreeStream, Fetch::Tree);
    world.runFor(1s);
    EXPECT_LE(world.all.size(), 40U);
}

// 667 quiet watches of one server together send 200 requests per minute; a hint causes a request at once.
TEST(FetchBudget, ManyQuietWatchesShareTheServer)
{
    World world;
    world.conditions.fed = world.conditions.refreshWanted = world.conditions.nearlyThere = true;
    world.conditions.applicationStream = world.conditions.treeStream = false;
    world.runFor(60s);
    world.conditions.quietEvery = 800s;
    const auto quietFrom = world.all.size();
    world.runFor(7200s);
    EXPECT_LE(world.all.size() - quietFrom, 4U * (7200 / 800 + 1));
    EXPECT_LE(world.longestGap(Fetch::Tree, world.now - 3600s, world.now), 801s);

    const auto before = world.sent[Fetch::Application].size();
    world.plan.hint(Fetch::Application, world.now);
    world.runFor(100ms);
    EXPECT_EQ(world.sent[Fetch::Application].size(), before + 1);
    const auto trees = world.sent[Fetch::Tree].size();
    world.plan.changed(Fetch::Application, world.now); // with a difference
    world.runFor(2s);
    EXPECT_GT(world.sent[Fetch::Tree].size(), trees);
    world.conditions.quietEvery = 0s; // the version is noticed
    world.conditions.moving = true;
    const auto moving = world.now;
    world.runFor(60s);
    EXPECT_LE(world.longestGap(Fetch::Tree, moving + 3s, world.now), 4s);
}

} // namespace

} // namespace lynceus
