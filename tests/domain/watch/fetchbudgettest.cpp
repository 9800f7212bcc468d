#include "tests/domain/watch/fetchsimulation.h"

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using namespace test;

struct Scenario
{
    const char *name;
    bool streams;
    Duration frameEvery; ///< between frames of the tree while pods change
    bool flapping;       ///< streams are cut about every 10 s
};

class CompleteRollout : public ::testing::TestWithParam<Scenario>
{ };

// A rollout that changes for ten minutes: it stays within the budget, and the decisive sources are read often enough.
TEST_P(CompleteRollout, StaysWithinTheBudgetWithoutStarvingASource)
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        FetchSimulation simulation(seed);
        simulation.applicationStreams = simulation.treeStreams = GetParam().streams;
        simulation.conditions.refreshWanted = simulation.conditions.commitWanted = true;
        simulation.conditions.failing = simulation.conditions.resourceFailing = simulation.conditions.held = true;
        simulation.conditions.resourcePending = simulation.conditions.still = true;
        const auto start = simulation.now;
        std::mt19937 random(seed);
        while (simulation.now - start < 600s) {
            const auto phase = (simulation.now - start) / 30s % 3;
            simulation.conditions.moving = phase != 0;
            simulation.conditions.nearlyThere = phase == 2;
            simulation.conditions.refreshWanted = phase == 0;
            simulation.runFor(GetParam().frameEvery);
            simulation.frame(Fetch::TreeStream, Fetch::Tree);
            if (!GetParam().streams)
                simulation.plan.changed(Fetch::Tree, simulation.now);
            if (random() % 3 == 0)
                simulation.frame(Fetch::ApplicationStream, Fetch::Application);
            if (GetParam().flapping && random() % static_cast<unsigned>(10s / GetParam().frameEvery) == 0)
                simulation.cutStreams();
        }
        EXPECT_LE(simulation.mostInAnyMinute(), RequestBudget::kMost) << GetParam().name << " seed " << seed;
        EXPECT_LE(simulation.longestGap(Fetch::Managed, start + 1s, simulation.now), 21s) << GetParam().name;
        if (!GetParam().streams) { // with streams, frames count as reads
            EXPECT_LE(simulation.longestGap(Fetch::Application, start + 1s, simulation.now), 12s) << GetParam().name;
            EXPECT_LE(simulation.longestGap(Fetch::Tree, start + 1s, simulation.now), 8s) << GetParam().name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, CompleteRollout,
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
TEST(FetchPlan, NormalRolloutNeedsHalfOfTheBudget)
{
    FetchSimulation simulation;
    simulation.conditions.refreshWanted = simulation.conditions.commitWanted = true;
    simulation.runFor(8s);
    simulation.conditions.moving = true;
    simulation.conditions.refreshWanted = false;
    for (int i = 0; i < 8; ++i) {
        simulation.frame(Fetch::ApplicationStream, Fetch::Application);
        simulation.runFor(80ms);
    }
    for (int i = 0; i < 20; ++i) {
        simulation.runFor(1s);
        simulation.frame(Fetch::TreeStream, Fetch::Tree);
    }
    simulation.conditions.nearlyThere = true;
    simulation.frame(Fetch::TreeStream, Fetch::Tree);
    simulation.runFor(1s);
    EXPECT_LE(simulation.all.size(), 40U);
}

// 667 quiet watches of one server together send 200 requests per minute; a hint causes a request at once.
TEST(FetchBudget, ManyQuietWatchesShareTheServer)
{
    FetchSimulation simulation;
    simulation.conditions.fed = simulation.conditions.refreshWanted = simulation.conditions.nearlyThere = true;
    simulation.conditions.applicationStream = simulation.conditions.treeStream = false;
    simulation.runFor(60s);
    simulation.conditions.quietEvery = 800s;
    const auto quietFrom = simulation.all.size();
    simulation.runFor(7200s);
    EXPECT_LE(simulation.all.size() - quietFrom, 4U * (7200 / 800 + 1));
    EXPECT_LE(simulation.longestGap(Fetch::Tree, simulation.now - 3600s, simulation.now), 801s);

    const auto before = simulation.sent[Fetch::Application].size();
    simulation.plan.hint(Fetch::Application, simulation.now);
    simulation.runFor(100ms);
    EXPECT_EQ(simulation.sent[Fetch::Application].size(), before + 1);
    const auto trees = simulation.sent[Fetch::Tree].size();
    simulation.plan.changed(Fetch::Application, simulation.now); // with a difference
    simulation.runFor(2s);
    EXPECT_GT(simulation.sent[Fetch::Tree].size(), trees);
    simulation.conditions.quietEvery = 0s; // the version is noticed
    simulation.conditions.moving = true;
    const auto moving = simulation.now;
    simulation.runFor(60s);
    EXPECT_LE(simulation.longestGap(Fetch::Tree, moving + 3s, simulation.now), 4s);
}

} // namespace

} // namespace lynceus
