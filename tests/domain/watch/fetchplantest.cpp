#include "tests/domain/watch/fetchworld.h"

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using namespace test;
using World = FetchWorld;

TEST(FetchPlan, AsksForTheApplicationFirstAndAlone)
{
    World world;
    const auto first = world.plan.decide(world.conditions, world.now);
    EXPECT_EQ(first.due, std::vector{Fetch::Application});

    world.runFor(200ms);
    EXPECT_EQ(world.count(Fetch::Tree), 1);
    EXPECT_EQ(world.count(Fetch::Managed), 1);
    EXPECT_EQ(world.count(Fetch::TreeStream), 1);
    EXPECT_EQ(world.count(Fetch::ApplicationStream), 1);
    EXPECT_EQ(world.count(Fetch::Refresh), 0) << "not wanted";
}

TEST(FetchPlan, OpensNoStreamThatItMayNotAndPollsInstead)
{
    World world;
    world.conditions.applicationStream = false;
    world.conditions.treeStream = false;
    world.runFor(60s);
    EXPECT_EQ(world.count(Fetch::TreeStream), 0);
    EXPECT_EQ(world.count(Fetch::ApplicationStream), 0);
    EXPECT_LE(world.longestGap(Fetch::Tree, world.now - 30s, world.now), 9s);
}

TEST(FetchPlan, ReadsRarelyWhileStreamsAreUpAndNothingMoves)
{
    World world;
    world.runFor(10s);
    const auto before = world.all.size();
    world.runFor(60s);
    EXPECT_LE(world.all.size() - before, 10U) << "2 applications, 4 trees, 3 managed resources a minute";
    EXPECT_LE(world.longestGap(Fetch::Application, world.now - 60s, world.now), 31s);
    EXPECT_LE(world.longestGap(Fetch::Tree, world.now - 60s, world.now), 16s);
    EXPECT_LE(world.longestGap(Fetch::Managed, world.now - 60s, world.now), 21s);
}

TEST(FetchPlan, ReadsTheOthersAfterAChangeOfOne)
{
    for (const auto source : {Fetch::Application, Fetch::Tree}) {
        World world;
        world.conditions.nearlyThere = true;
        world.runFor(20s);
        const auto changedAt = world.now;
        world.frame(source == Fetch::Tree ? Fetch::TreeStream : Fetch::ApplicationStream, source);
        world.runFor(1s);
        EXPECT_GE(world.sent[Fetch::Managed].back(), changedAt);
        if (source == Fetch::Application) {
            EXPECT_GE(world.sent[Fetch::Tree].back(), changedAt);
        } else {
            EXPECT_LT(world.sent[Fetch::Application].back(), changedAt) << "its stream would have told";
        }
    }
}

TEST(FetchPlan, ReadsManagedResourcesOnceMoreBecauseTheyLag)
{
    World world;
    world.runFor(20s);
    const auto changedAt = world.now;
    const auto before = world.count(Fetch::Managed);
    world.frame(Fetch::ApplicationStream, Fetch::Application);
    world.runFor(2s);
    EXPECT_EQ(world.count(Fetch::Managed) - before, 2);
    EXPECT_GE(world.sent[Fetch::Managed].back() - changedAt, 1'200ms);
    EXPECT_LE(world.sent[Fetch::Managed].back() - changedAt, 1'800ms);
}

TEST(FetchPlan, CoalescesManyChanges)
{
    World world;
    world.runFor(20s);
    const auto before = world.count(Fetch::Managed);
    for (int i = 0; i < 100; ++i) {
        world.frame(Fetch::ApplicationStream, Fetch::Application);
        world.runFor(20ms);
    }
    EXPECT_LE(world.count(Fetch::Managed) - before, 2) << "2 s of frames, reads at least 2 s apart";
}

TEST(FetchPlan, PollsTheTreeEveryTwoSecondsWhileItsStreamCannotBeHadAndPodsMove)
{
    World world;
    world.treeStreams = false;
    world.conditions.moving = true;
    world.runFor(120s);
    EXPECT_LE(world.longestGap(Fetch::Tree, world.sent[Fetch::Tree].front(), world.now), 2'000ms);
    EXPECT_LE(world.mostInAnyMinute(), RequestBudget::kMost);
}

TEST(FetchPlan, PollsEveryFewSecondsWithoutStreams)
{
    World world;
    world.treeStreams = world.applicationStreams = false;
    world.runFor(60s);
    world.runFor(300s);
    EXPECT_LE(world.longestGap(Fetch::Application, world.now - 300s, world.now), 8'200ms);
    EXPECT_LE(world.longestGap(Fetch::Tree, world.now - 300s, world.now), 5'200ms);
    EXPECT_LE(world.mostInAnyMinute(), RequestBudget::kMost);
}

TEST(FetchPlan, SeesTheEndOfAnOutageWithinTwoSeconds)
{
    for (unsigned seed = 1; seed <= 50; ++seed) {
        World world(seed);
        world.conditions.moving = true;
        world.runFor(20s);
        world.reachable = false;
        world.cutStreams();
        world.runFor(8s);
        world.reachable = true;
        const auto backAt = world.now;
        world.runFor(2s);
        for (const auto fetch :
             {Fetch::Application, Fetch::Tree, Fetch::Managed, Fetch::TreeStream, Fetch::ApplicationStream})
            EXPECT_GE(world.sent[fetch].back(), backAt) << "seed " << seed;
        EXPECT_TRUE(world.plan.receives(Fetch::TreeStream, world.now)) << "seed " << seed;
        EXPECT_FALSE(world.plan.failingSince(Fetch::Application));
    }
}

TEST(FetchPlan, OnlyTheApplicationIsAskedDuringAnOutage)
{
    World world;
    world.runFor(5s);
    world.reachable = false;
    world.cutStreams();
    world.runFor(3s);
    const auto trees = world.count(Fetch::Tree);
    const auto streams = world.count(Fetch::TreeStream);
    const auto probes = world.count(Fetch::Application);
    world.runFor(20s);
    EXPECT_EQ(world.count(Fetch::Tree), trees);
    EXPECT_EQ(world.count(Fetch::TreeStream), streams);
    EXPECT_GE(world.count(Fetch::Application) - probes, 8);
    EXPECT_LE(world.count(Fetch::Application) - probes, 25);
}

TEST(FetchPlan, AsksAgainBesideAnAnswerThatHangsWithGrowingPatience)
{
    World world;
    world.runFor(5s);
    world.cutStreams();
    world.latency = 100s;
    const auto before = world.count(Fetch::Application);
    const auto trees = world.count(Fetch::Tree);
    world.runFor(60s);
    EXPECT_EQ(world.count(Fetch::Application) - before, 5) << "after 3, 9, 21 and 45 s";
    EXPECT_LE(world.count(Fetch::Tree) - trees, 2) << "the others wait for it";
    world.latency = 40ms;
    world.runFor(30s);
    EXPECT_GT(world.count(Fetch::Tree) - trees, 3);
}

TEST(FetchPlan, AServerThatTakesTwelveSecondsIsStillRead)
{
    World world;
    world.latency = 12s;
    world.runFor(60s);
    EXPECT_TRUE(world.conditions.known);
    EXPECT_GE(world.count(Fetch::Tree), 1);
    EXPECT_GE(world.count(Fetch::Managed), 1);
}

TEST(FetchPlan, ALateFailureOfAQuestionThatWasAskedAgainCountsForNothing)
{
    FetchPlan plan;
    plan.sent(Fetch::Application, 0ms);
    plan.sent(Fetch::Application, 3s);
    plan.succeeded(Fetch::Application, 3s, 3'100ms);
    plan.failed(Fetch::Application, FailureKind::Trouble, 0ms, 20s, 0.5);
    EXPECT_FALSE(plan.failingSince(Fetch::Application));
}

TEST(FetchPlan, RefreshesAtRegistrationAndEachMinuteWhileWanted)
{
    World world;
    world.conditions.refreshWanted = true;
    world.runFor(150s);
    EXPECT_EQ(world.count(Fetch::Refresh), 3);
    EXPECT_LE(world.sent[Fetch::Refresh].front() - world.all.front(), 100ms);
    world.conditions.refreshWanted = false;
    world.runFor(120s);
    EXPECT_EQ(world.count(Fetch::Refresh), 3);
}

TEST(FetchPlan, EventsWindowsCommitAndLogsOnlyWhenTheyHelp)
{
    World world;
    world.runFor(60s);
    for (const auto fetch : {Fetch::ApplicationEvents, Fetch::ResourceEvents, Fetch::SyncWindows, Fetch::Commit,
                             Fetch::Logs, Fetch::ApplicationSet})
        EXPECT_EQ(world.count(fetch), 0);
    world.conditions.failing = world.conditions.resourceFailing = world.conditions.held = true;
    world.conditions.stepAwaited = true;
    world.conditions.commitWanted = world.conditions.logsWanted = true;
    world.runFor(59s);
    EXPECT_EQ(world.count(Fetch::Commit), 1);
    EXPECT_EQ(world.count(Fetch::Logs), 1);
    EXPECT_EQ(world.count(Fetch::SyncWindows), 1);
    EXPECT_EQ(world.count(Fetch::ApplicationSet), 2);
    EXPECT_EQ(world.count(Fetch::ApplicationEvents), 2);
    EXPECT_EQ(world.count(Fetch::ResourceEvents), 4);
}

TEST(FetchPlan, AsksForTheEventsOfAPodThatDoesNotStartWithinFiveSeconds)
{
    World world;
    world.conditions.resourcePending = true;
    world.runFor(60s);
    EXPECT_LE(world.longestGap(Fetch::ResourceEvents, world.now - 50s, world.now), 5s);
    EXPECT_LE(world.all.size(), 30U);
}

TEST(FetchPlan, LooksForAStalledControllerAndASyncWindowEachHalfMinuteWhileNothingMoves)
{
    World world;
    world.runFor(60s);
    EXPECT_EQ(world.count(Fetch::Refresh), 0);
    world.conditions.still = true;
    world.runFor(61s);
    EXPECT_EQ(world.count(Fetch::Refresh), 3);
    EXPECT_EQ(world.count(Fetch::SyncWindows), 3);
}

TEST(FetchPlan, ADeclinedRefreshIsNeverRequested)
{
    World world;
    world.conditions.refreshDeclined = true;
    world.conditions.refreshWanted = true;
    world.conditions.still = true;
    world.runFor(61s);
    EXPECT_EQ(world.count(Fetch::Refresh), 0);
    EXPECT_EQ(world.count(Fetch::SyncWindows), 3);
}

TEST(FetchPlan, ARefusedSourceIsAskedRarely)
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

TEST(FetchPlan, NothingIsReadOnceItIsOver)
{
    World world;
    world.runFor(5s);
    world.conditions.over = true;
    const auto decision = world.plan.decide(world.conditions, world.now + 100s);
    EXPECT_TRUE(decision.due.empty());
    EXPECT_FALSE(decision.wakeAt);
}

TEST(FetchPlan, DoubtReadsAllAtOnce)
{
    World world;
    world.conditions.nearlyThere = true;
    world.runFor(7s);
    const auto at = world.now;
    world.plan.doubt(at);
    world.runFor(600ms);
    for (const auto fetch : {Fetch::Application, Fetch::Tree, Fetch::Managed})
        EXPECT_GE(world.sent[fetch].back(), at);
}

TEST(FetchPlan, AsksSlowlyForWhatIsNotCreatedAndAtOnceAfterAHint)
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
