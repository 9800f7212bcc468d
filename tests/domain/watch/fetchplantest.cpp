#include "core/domain/watch/fetchplan.h"

#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using namespace std::chrono_literals;

/// A server at virtual time: answers after a while, or not at all, and can send frames.
class World
{
public:
    FetchPlan plan;
    FetchConditions conditions;
    Duration now{1'000'000}; // monotonic clocks do not begin at zero
    Duration latency{40};
    bool reachable = true;
    bool applicationStreams = true;
    bool treeStreams = true;
    std::map<Fetch, std::vector<Duration>> sent;
    std::vector<Duration> all;

    explicit World(unsigned seed = 1)
        : m_random(seed)
    { }

    void runUntil(Duration end)
    {
        while (now < end) {
            settle();
            step();
            auto next = end;
            const auto decision = plan.decide(conditions, now);
            if (decision.wakeAt)
                next = std::min(next, *decision.wakeAt);
            for (const auto &flight : m_flights)
                next = std::min(next, flight.at);
            for (auto &[stream, at] : m_keepalives)
                next = std::min(next, at);
            now = std::max(now + 1ms, next);
        }
        settle();
    }
    void runFor(Duration span) { runUntil(now + span); }

    void frame(Fetch stream, Fetch source)
    {
        if (!m_keepalives.contains(stream))
            return;
        plan.heard(stream, source, now);
        plan.changed(source, now);
    }

    void cutStreams()
    {
        for (const auto &[stream, at] : m_keepalives)
            plan.failed(stream, FailureKind::Trouble, now, now, random());
        m_keepalives.clear();
    }

    [[nodiscard]] int count(Fetch fetch) const
    {
        const auto found = sent.find(fetch);
        return found == sent.end() ? 0 : static_cast<int>(found->second.size());
    }

    [[nodiscard]] Duration longestGap(Fetch fetch, Duration from, Duration to) const
    {
        auto last = from;
        auto longest = 0ms;
        for (const auto at : sent.at(fetch)) {
            if (at < from || at > to)
                continue;
            longest = std::max(longest, at - last);
            last = at;
        }
        return std::max(longest, to - last);
    }

    [[nodiscard]] int mostInAnyMinute() const
    {
        int most = 0;
        for (auto first = all.begin(); first != all.end(); ++first) {
            const auto last = std::ranges::lower_bound(all, *first + 60s);
            most = std::max(most, static_cast<int>(last - first));
        }
        return most;
    }

private:
    struct Flight
    {
        Fetch fetch;
        Duration sentAt;
        Duration at;
    };

    double random() { return std::uniform_real_distribution<>(0.0, 0.999)(m_random); }

    static bool isStream(Fetch fetch) { return fetch == Fetch::TreeStream || fetch == Fetch::ApplicationStream; }

    [[nodiscard]] bool answers(Fetch fetch) const
    {
        if (fetch == Fetch::TreeStream)
            return reachable && treeStreams;
        return reachable && (fetch != Fetch::ApplicationStream || applicationStreams);
    }

    void step()
    {
        for (const auto fetch : plan.decide(conditions, now).due) {
            plan.sent(fetch, now);
            sent[fetch].push_back(now);
            all.push_back(now);
            if (fetch == Fetch::Commit)
                conditions.commitWanted = false;
            if (fetch == Fetch::Logs)
                conditions.logsWanted = false;
            giveUpOldest(fetch);
            m_flights.push_back({fetch, now, now + latency});
        }
    }

    void giveUpOldest(Fetch fetch)
    {
        if (std::ranges::count(m_flights, fetch, &Flight::fetch) < FetchPlan::kMostInFlight)
            return;
        m_flights.erase(std::ranges::find(m_flights, fetch, &Flight::fetch));
        plan.abandoned(fetch);
    }

    void settle()
    {
        for (std::size_t i = 0; i < m_flights.size();) {
            const auto flight = m_flights[i];
            if (flight.at > now) {
                ++i;
                continue;
            }
            m_flights.erase(m_flights.begin() + static_cast<std::ptrdiff_t>(i));
            if (!answers(flight.fetch)) {
                plan.failed(flight.fetch, FailureKind::Trouble, flight.sentAt, now, random());
                continue;
            }
            plan.succeeded(flight.fetch, flight.sentAt, now);
            if (flight.fetch == Fetch::Application)
                conditions.known = true;
            if (isStream(flight.fetch))
                m_keepalives[flight.fetch] = now + 15s;
        }
        for (auto &[stream, at] : m_keepalives) {
            if (at <= now && reachable) {
                plan.heard(stream, std::nullopt, now);
                at = now + 15s;
            }
        }
    }

    std::mt19937 m_random;
    std::vector<Flight> m_flights;
    std::map<Fetch, Duration> m_keepalives;
};

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
        EXPECT_TRUE(world.plan.hears(Fetch::TreeStream, world.now)) << "seed " << seed;
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
    for (const auto fetch :
         {Fetch::ApplicationEvents, Fetch::ResourceEvents, Fetch::SyncWindows, Fetch::Commit, Fetch::Logs})
        EXPECT_EQ(world.count(fetch), 0);
    world.conditions.failing = world.conditions.resourceFailing = world.conditions.held = true;
    world.conditions.commitWanted = world.conditions.logsWanted = true;
    world.runFor(59s);
    EXPECT_EQ(world.count(Fetch::Commit), 1);
    EXPECT_EQ(world.count(Fetch::Logs), 1);
    EXPECT_EQ(world.count(Fetch::SyncWindows), 1);
    EXPECT_EQ(world.count(Fetch::ApplicationEvents), 2);
    EXPECT_EQ(world.count(Fetch::ResourceEvents), 4);
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

struct Story
{
    const char *name;
    bool streams;
    Duration frameEvery; ///< of the tree, while pods move
    bool flapping;       ///< streams are cut every 10 s
};

class WholeRollout : public ::testing::TestWithParam<Story>
{ };

// A rollout of ten minutes, all of it moving: nothing asks for more, and the decisive sources never starve.
TEST_P(WholeRollout, KeepsTheBudgetAndStarvesNoSource)
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        World world(seed);
        world.applicationStreams = world.treeStreams = GetParam().streams;
        world.conditions.refreshWanted = world.conditions.commitWanted = true;
        world.conditions.failing = world.conditions.resourceFailing = world.conditions.held = true;
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
        if (!GetParam().streams) { // frames are reads too
            EXPECT_LE(world.longestGap(Fetch::Application, start + 1s, world.now), 12s) << GetParam().name;
            EXPECT_LE(world.longestGap(Fetch::Tree, start + 1s, world.now), 8s) << GetParam().name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, WholeRollout,
                         ::testing::Values(Story{"streams", true, 1s, false}, Story{"busy streams", true, 100ms, false},
                                           Story{"flapping streams", true, 500ms, true},
                                           Story{"no streams", false, 1s, false},
                                           Story{"no streams, busy", false, 200ms, false}),
                         [](const auto &story) {
                             std::string name = story.param.name;
                             std::erase_if(name, [](char c) { return c == ' ' || c == ','; });
                             return name;
                         });

// What an ordinary rollout costs: 8 s until noticed, 20 s of pods, then it is decided.
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

} // namespace

} // namespace lynceus
