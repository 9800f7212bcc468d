#include "tests/domain/watch/fetchsimulation.h"

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using namespace test;

TEST(FetchPlan, RequestsTheApplicationFirstAndAlone)
{
    FetchSimulation simulation;
    const auto first = simulation.plan.decide(simulation.conditions, simulation.now);
    EXPECT_EQ(first.due, std::vector{Fetch::Application});

    simulation.runFor(200ms);
    EXPECT_EQ(simulation.count(Fetch::Tree), 1);
    EXPECT_EQ(simulation.count(Fetch::Managed), 1);
    EXPECT_EQ(simulation.count(Fetch::TreeStream), 1);
    EXPECT_EQ(simulation.count(Fetch::ApplicationStream), 1);
    EXPECT_EQ(simulation.count(Fetch::Refresh), 0) << "not wanted";
}

TEST(FetchPlan, PollsInsteadOfForbiddenStreams)
{
    FetchSimulation simulation;
    simulation.conditions.applicationStream = false;
    simulation.conditions.treeStream = false;
    simulation.runFor(60s);
    EXPECT_EQ(simulation.count(Fetch::TreeStream), 0);
    EXPECT_EQ(simulation.count(Fetch::ApplicationStream), 0);
    EXPECT_LE(simulation.longestGap(Fetch::Tree, simulation.now - 30s, simulation.now), 9s);
}

TEST(FetchPlan, ReadsRarelyWhileStreamsAreOpenAndNothingChanges)
{
    FetchSimulation simulation;
    simulation.runFor(10s);
    const auto before = simulation.all.size();
    simulation.runFor(60s);
    EXPECT_LE(simulation.all.size() - before, 10U) << "2 applications, 4 trees, 3 managed resources a minute";
    EXPECT_LE(simulation.longestGap(Fetch::Application, simulation.now - 60s, simulation.now), 31s);
    EXPECT_LE(simulation.longestGap(Fetch::Tree, simulation.now - 60s, simulation.now), 16s);
    EXPECT_LE(simulation.longestGap(Fetch::Managed, simulation.now - 60s, simulation.now), 21s);
}

TEST(FetchPlan, ReadsOtherSourcesAfterAChange)
{
    for (const auto source : {Fetch::Application, Fetch::Tree}) {
        FetchSimulation simulation;
        simulation.conditions.nearlyThere = true;
        simulation.runFor(20s);
        const auto changedAt = simulation.now;
        simulation.frame(source == Fetch::Tree ? Fetch::TreeStream : Fetch::ApplicationStream, source);
        simulation.runFor(1s);
        EXPECT_GE(simulation.sent[Fetch::Managed].back(), changedAt);
        if (source == Fetch::Application) {
            EXPECT_GE(simulation.sent[Fetch::Tree].back(), changedAt);
        } else {
            EXPECT_LT(simulation.sent[Fetch::Application].back(), changedAt)
                << "the stream would have reported a change";
        }
    }
}

TEST(FetchPlan, RereadsManagedResourcesBecauseTheyLag)
{
    FetchSimulation simulation;
    simulation.runFor(20s);
    const auto changedAt = simulation.now;
    const auto before = simulation.count(Fetch::Managed);
    simulation.frame(Fetch::ApplicationStream, Fetch::Application);
    simulation.runFor(2s);
    EXPECT_EQ(simulation.count(Fetch::Managed) - before, 2);
    EXPECT_GE(simulation.sent[Fetch::Managed].back() - changedAt, 1'200ms);
    EXPECT_LE(simulation.sent[Fetch::Managed].back() - changedAt, 1'800ms);
}

TEST(FetchPlan, CoalescesManyChanges)
{
    FetchSimulation simulation;
    simulation.runFor(20s);
    const auto before = simulation.count(Fetch::Managed);
    for (int i = 0; i < 100; ++i) {
        simulation.frame(Fetch::ApplicationStream, Fetch::Application);
        simulation.runFor(20ms);
    }
    EXPECT_LE(simulation.count(Fetch::Managed) - before, 2) << "2 s of frames, reads at least 2 s apart";
}

TEST(FetchPlan, PollsTheTreeEveryTwoSecondsWithoutStreamWhilePodsChange)
{
    FetchSimulation simulation;
    simulation.treeStreams = false;
    simulation.conditions.moving = true;
    simulation.runFor(120s);
    EXPECT_LE(simulation.longestGap(Fetch::Tree, simulation.sent[Fetch::Tree].front(), simulation.now), 2'000ms);
    EXPECT_LE(simulation.mostInAnyMinute(), RequestBudget::kMost);
}

TEST(FetchPlan, PollsEveryFewSecondsWithoutStreams)
{
    FetchSimulation simulation;
    simulation.treeStreams = simulation.applicationStreams = false;
    simulation.runFor(60s);
    simulation.runFor(300s);
    EXPECT_LE(simulation.longestGap(Fetch::Application, simulation.now - 300s, simulation.now), 8'200ms);
    EXPECT_LE(simulation.longestGap(Fetch::Tree, simulation.now - 300s, simulation.now), 5'200ms);
    EXPECT_LE(simulation.mostInAnyMinute(), RequestBudget::kMost);
}

TEST(FetchPlan, DetectsTheEndOfAnOutageWithinTwoSeconds)
{
    for (unsigned seed = 1; seed <= 50; ++seed) {
        FetchSimulation simulation(seed);
        simulation.conditions.moving = true;
        simulation.runFor(20s);
        simulation.reachable = false;
        simulation.cutStreams();
        simulation.runFor(8s);
        simulation.reachable = true;
        const auto backAt = simulation.now;
        simulation.runFor(2s);
        for (const auto fetch :
             {Fetch::Application, Fetch::Tree, Fetch::Managed, Fetch::TreeStream, Fetch::ApplicationStream})
            EXPECT_GE(simulation.sent[fetch].back(), backAt) << "seed " << seed;
        EXPECT_TRUE(simulation.plan.receives(Fetch::TreeStream, simulation.now)) << "seed " << seed;
        EXPECT_FALSE(simulation.plan.failingSince(Fetch::Application));
    }
}

TEST(FetchPlan, RequestsOnlyTheApplicationDuringAnOutage)
{
    FetchSimulation simulation;
    simulation.runFor(5s);
    simulation.reachable = false;
    simulation.cutStreams();
    simulation.runFor(3s);
    const auto trees = simulation.count(Fetch::Tree);
    const auto streams = simulation.count(Fetch::TreeStream);
    const auto probes = simulation.count(Fetch::Application);
    simulation.runFor(20s);
    EXPECT_EQ(simulation.count(Fetch::Tree), trees);
    EXPECT_EQ(simulation.count(Fetch::TreeStream), streams);
    EXPECT_GE(simulation.count(Fetch::Application) - probes, 8);
    EXPECT_LE(simulation.count(Fetch::Application) - probes, 25);
}

TEST(FetchPlan, RetriesBesideAHangingRequestWithBackoff)
{
    FetchSimulation simulation;
    simulation.runFor(5s);
    simulation.cutStreams();
    simulation.latency = 100s;
    const auto before = simulation.count(Fetch::Application);
    const auto trees = simulation.count(Fetch::Tree);
    simulation.runFor(60s);
    EXPECT_EQ(simulation.count(Fetch::Application) - before, 5) << "after 3, 9, 21 and 45 s";
    EXPECT_LE(simulation.count(Fetch::Tree) - trees, 2) << "other sources wait for the application";
    simulation.latency = 40ms;
    simulation.runFor(30s);
    EXPECT_GT(simulation.count(Fetch::Tree) - trees, 3);
}

TEST(FetchPlan, ReadsAServerThatTakesTwelveSeconds)
{
    FetchSimulation simulation;
    simulation.latency = 12s;
    simulation.runFor(60s);
    EXPECT_TRUE(simulation.conditions.known);
    EXPECT_GE(simulation.count(Fetch::Tree), 1);
    EXPECT_GE(simulation.count(Fetch::Managed), 1);
}

TEST(FetchPlan, IgnoresALateFailureOfARetriedRequest)
{
    FetchPlan plan;
    plan.sent(Fetch::Application, 0ms);
    plan.sent(Fetch::Application, 3s);
    plan.succeeded(Fetch::Application, 3s, 3'100ms);
    plan.failed(Fetch::Application, FailureKind::Trouble, 0ms, 20s, 0.5);
    EXPECT_FALSE(plan.failingSince(Fetch::Application));
}

TEST(FetchPlan, RefreshesAtRegistrationAndEveryMinuteWhileNeeded)
{
    FetchSimulation simulation;
    simulation.conditions.refreshWanted = true;
    simulation.runFor(150s);
    EXPECT_EQ(simulation.count(Fetch::Refresh), 3);
    EXPECT_LE(simulation.sent[Fetch::Refresh].front() - simulation.all.front(), 100ms);
    simulation.conditions.refreshWanted = false;
    simulation.runFor(120s);
    EXPECT_EQ(simulation.count(Fetch::Refresh), 3);
}

TEST(FetchPlan, RequestsEventsWindowsCommitAndLogsOnlyIfUseful)
{
    FetchSimulation simulation;
    simulation.runFor(60s);
    for (const auto fetch : {Fetch::ApplicationEvents, Fetch::ResourceEvents, Fetch::SyncWindows, Fetch::Commit,
                             Fetch::Logs, Fetch::ApplicationSet})
        EXPECT_EQ(simulation.count(fetch), 0);
    simulation.conditions.failing = simulation.conditions.resourceFailing = simulation.conditions.held = true;
    simulation.conditions.stepAwaited = true;
    simulation.conditions.commitWanted = simulation.conditions.logsWanted = true;
    simulation.runFor(59s);
    EXPECT_EQ(simulation.count(Fetch::Commit), 1);
    EXPECT_EQ(simulation.count(Fetch::Logs), 1);
    EXPECT_EQ(simulation.count(Fetch::SyncWindows), 1);
    EXPECT_EQ(simulation.count(Fetch::ApplicationSet), 2);
    EXPECT_EQ(simulation.count(Fetch::ApplicationEvents), 2);
    EXPECT_EQ(simulation.count(Fetch::ResourceEvents), 4);
}

TEST(FetchPlan, RequestsEventsOfAPodThatDoesNotStartWithinFiveSeconds)
{
    FetchSimulation simulation;
    simulation.conditions.resourcePending = true;
    simulation.runFor(60s);
    EXPECT_LE(simulation.longestGap(Fetch::ResourceEvents, simulation.now - 50s, simulation.now), 5s);
    EXPECT_LE(simulation.all.size(), 30U);
}

TEST(FetchPlan, ChecksControllerAndSyncWindowsEveryHalfMinuteWithoutProgress)
{
    FetchSimulation simulation;
    simulation.runFor(60s);
    EXPECT_EQ(simulation.count(Fetch::Refresh), 0);
    simulation.conditions.still = true;
    simulation.runFor(61s);
    EXPECT_EQ(simulation.count(Fetch::Refresh), 3);
    EXPECT_EQ(simulation.count(Fetch::SyncWindows), 3);
}

TEST(FetchPlan, DoesNotRequestADeclinedRefresh)
{
    FetchSimulation simulation;
    simulation.conditions.refreshDeclined = true;
    simulation.conditions.refreshWanted = true;
    simulation.conditions.still = true;
    simulation.runFor(61s);
    EXPECT_EQ(simulation.count(Fetch::Refresh), 0);
    EXPECT_EQ(simulation.count(Fetch::SyncWindows), 3);
}

TEST(FetchPlan, RequestsARefusedSourceRarely)
{
    FetchPlan plan;
    FetchConditions conditions;
    conditions.known = true;
    plan.sent(Fetch::Application, 0ms);
    plan.succeeded(Fetch::Application, 0ms, 10ms);
    plan.sent(Fetch::Managed, 10ms);
    plan.failed(Fetch::Managed, FailureKind::Refused, 10ms, 20ms, 0.0);
    const auto isDue = [&](Duration at) {
        return std::ranges::count(plan.decide(conditions, at).due, Fetch::Managed) > 0;
    };
    EXPECT_FALSE(isDue(25s));
    EXPECT_TRUE(isDue(31s));
}

TEST(FetchPlan, ReadsNothingAfterTheEnd)
{
    FetchSimulation simulation;
    simulation.runFor(5s);
    simulation.conditions.over = true;
    const auto decision = simulation.plan.decide(simulation.conditions, simulation.now + 100s);
    EXPECT_TRUE(decision.due.empty());
    EXPECT_FALSE(decision.wakeAt);
}

TEST(FetchPlan, DoubtReadsAllSourcesImmediately)
{
    FetchSimulation simulation;
    simulation.conditions.nearlyThere = true;
    simulation.runFor(7s);
    const auto at = simulation.now;
    simulation.plan.doubt(at);
    simulation.runFor(600ms);
    for (const auto fetch : {Fetch::Application, Fetch::Tree, Fetch::Managed})
        EXPECT_GE(simulation.sent[fetch].back(), at);
}

TEST(FetchPlan, RequestsMissingApplicationsSlowlyAndImmediatelyAfterAHint)
{
    FetchPlan plan;
    FetchConditions conditions;
    conditions.missing = conditions.awaited = true;
    Duration now{0};
    int applications = 0;
    int presences = 0;
    const auto runFor = [&](Duration length) {
        for (const auto until = now + length; now < until; now += 100ms) {
            for (const auto fetch : plan.decide(conditions, now).due) {
                plan.sent(fetch, now);
                applications += fetch == Fetch::Application ? 1 : 0;
                presences += fetch == Fetch::Presence ? 1 : 0;
                if (fetch == Fetch::Application)
                    plan.failed(fetch, FailureKind::Refused, now, now, 0.5);
                else
                    plan.succeeded(fetch, now, now);
            }
        }
    };
    runFor(60s);
    EXPECT_GE(applications, 11);
    EXPECT_LE(applications, 14);
    EXPECT_LE(presences, 5);
    runFor(3s);
    applications = 0;
    plan.hint(Fetch::Application, now);
    runFor(1s);
    EXPECT_EQ(applications, 1);
}

} // namespace

} // namespace lynceus
