#include "core/domain/feed/feedplan.h"

#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace std::chrono_literals;

Error error(Error::Kind kind)
{
    return {kind, u"GET /api/v1/applications"_s, u"no"_s, true, 0};
}

const Error kLost = error(Error::Kind::Unreachable);

/// Listed at 0, stream opened at @p opened, then listed again.
FeedPlan live(Duration opened)
{
    FeedPlan plan(0ms);
    plan.listSent(0ms);
    plan.listed(0ms, false, 0.0);
    plan.streamSent(0ms);
    plan.streamOpened(opened);
    plan.listSent(opened);
    plan.listed(opened, false, 0.0);
    return plan;
}

TEST(FeedPlan, ListsThenStreamsThenListsAgain)
{
    FeedPlan plan(100ms);
    EXPECT_TRUE(plan.isListDue(100ms));
    EXPECT_FALSE(plan.isStreamDue(100ms));
    EXPECT_EQ(plan.connection(100ms), Connection::Connecting);
    plan.listSent(100ms);
    EXPECT_FALSE(plan.isListDue(200ms));
    plan.listed(200ms, false, 0.5);
    EXPECT_EQ(plan.connection(200ms), Connection::Live);
    ASSERT_TRUE(plan.isStreamDue(200ms));
    plan.streamSent(200ms);
    EXPECT_FALSE(plan.isListDue(1'200ms));
    EXPECT_TRUE(plan.isListDue(2'200ms))
        << "the stream is subscribed by now, although it sends nothing before a keepalive";
    EXPECT_EQ(plan.nextAt(1'200ms), 2'200ms);
    plan.listSent(2'200ms);
    plan.listed(2'300ms, false, 0.5);
    plan.streamOpened(15'200ms);
    EXPECT_FALSE(plan.isListDue(15'200ms)) << "once is enough";
}

TEST(FeedPlan, RelistsEveryFiveToTenMinutes)
{
    for (const double random : {0.0, 0.5, 0.999}) {
        auto plan = live(1s);
        plan.listSent(1s);
        plan.listed(1s, false, random);
        plan.received(299s);
        EXPECT_FALSE(plan.isListDue(299s));
        EXPECT_TRUE(plan.isListDue(602s));
    }
}

TEST(FeedPlan, DoubtfulListIsRequestedSoonButNotForever)
{
    auto plan = live(1s);
    auto now = Duration{10'000};
    Duration waited{0};
    for (int round = 0; round < 6; ++round) {
        plan.listSent(now);
        plan.listed(now, true, 0.5);
        const auto next = plan.nextAt(now);
        plan.received(next);
        waited = next - now;
        if (round == 0)
            EXPECT_EQ(waited, 2s);
        now = next;
    }
    EXPECT_GE(waited, 30s) << "a server that always lags";
}

TEST(FeedPlan, SilenceOf45SecondsIsStale)
{
    auto plan = live(1s);
    plan.received(20s);
    EXPECT_EQ(plan.connection(64'999ms), Connection::Live);
    EXPECT_EQ(plan.connection(65s), Connection::Stale);
    EXPECT_EQ(plan.nextAt(30s), 65s) << "a wake-up is scheduled at that time";
}

TEST(FeedPlan, StreamEndAfterALongTimeIsNormal)
{
    auto plan = live(1s);
    plan.received(300s);
    plan.streamEnded(kLost, 300s, 0.999);
    EXPECT_EQ(plan.connection(300s), Connection::Live);
    EXPECT_TRUE(plan.isStreamDue(301s));
    plan.streamSent(301s);
    EXPECT_TRUE(plan.isListDue(303s)) << "after each reconnect";
}

TEST(FeedPlan, EveryChangeIsReportedFromTheConfirmingListToTheEndOfTheStream)
{
    FeedPlan plan(0s);
    plan.listSent(0s);
    plan.listed(0s, false, 0.0);
    EXPECT_FALSE(plan.reportsEveryChange());
    plan.streamSent(0s);
    plan.streamOpened(1s);
    EXPECT_FALSE(plan.reportsEveryChange()) << "not confirmed by a list";
    plan.listSent(1s);
    EXPECT_FALSE(plan.reportsEveryChange());
    plan.listed(2s, true, 0.0);
    EXPECT_FALSE(plan.reportsEveryChange()) << "something may be missing";
    plan.listSent(4s);
    plan.listed(5s, false, 0.0);
    EXPECT_TRUE(plan.reportsEveryChange());
    plan.received(99s);
    plan.listSent(100s);
    plan.streamEnded(kLost, 100s, 0.5);
    EXPECT_FALSE(plan.reportsEveryChange());
    EXPECT_EQ(plan.connection(100s), Connection::Live) << "it stays Live until the data is stale";
    plan.streamSent(101s);
    plan.streamOpened(102s);
    plan.listed(102s, false, 0.5);
    EXPECT_FALSE(plan.reportsEveryChange()) << "this list was sent before the stream";
    plan.listSent(102s);
    plan.listed(103s, false, 0.5);
    EXPECT_TRUE(plan.reportsEveryChange());
    plan.startAgain(104s);
    EXPECT_FALSE(plan.reportsEveryChange());
}

TEST(FeedPlan, PollsWithoutAStream)
{
    FeedPlan plan(0s);
    auto now = Duration{0};
    int streams = 0;
    int lists = 0;
    Duration longestGap{0};
    Duration lastList{0};
    while (now < 20min) {
        if (plan.isListDue(now)) {
            plan.listSent(now);
            plan.listed(now, false, 0.9);
            longestGap = std::max(longestGap, now - lastList);
            lastList = now;
            ++lists;
        }
        if (plan.isStreamDue(now)) {
            plan.streamSent(now);
            plan.streamEnded(error(Error::Kind::NotArgoCd), now + 50ms, 0.5);
            ++streams;
        }
        now = std::max(plan.nextAt(now), now + 100ms);
    }
    EXPECT_EQ(plan.connection(now), Connection::Polling);
    EXPECT_LT(longestGap, FeedPlan::kSilence) << "not stale between two lists";
    EXPECT_LE(lists, 80);
    EXPECT_LE(streams, 3 + 4) << "a gateway may be fixed: retry every five minutes";
}

TEST(FeedPlan, SecondConsecutive401NeedsSignIn)
{
    auto plan = live(1s);
    plan.received(59s);
    plan.listSent(60s);
    plan.listFailed(error(Error::Kind::SignInNeeded), 60s, 0.5);
    EXPECT_EQ(plan.connection(60s), Connection::Live);
    ASSERT_TRUE(plan.isListDue(61s));
    plan.listSent(61s);
    plan.listFailed(error(Error::Kind::SignInNeeded), 61s, 0.5);
    plan.received(62s);
    EXPECT_EQ(plan.connection(62s), Connection::SignInNeeded) << "an open stream outlives the token";
    EXPECT_FALSE(plan.isListDue(120s)) << "only the user can sign in";
    plan.startAgain(130s);
    EXPECT_TRUE(plan.isListDue(130s));
    plan.listSent(130s);
    plan.listed(131s, false, 0.5);
    EXPECT_EQ(plan.connection(131s), Connection::Live);
}

TEST(FeedPlan, RestartDiscardsAPendingList)
{
    auto plan = live(1s);
    plan.listSent(60s);
    plan.startAgain(61s);
    EXPECT_TRUE(plan.isListDue(61s)) << "the pending answer is lost";
}

TEST(FeedPlan, ErrorContainsReasonAndNextRetry)
{
    struct Case
    {
        Error::Kind kind;
        Connection connection;
    };
    for (const auto &each :
         {Case{Error::Kind::Unreachable, Connection::Unreachable}, Case{Error::Kind::TimedOut, Connection::Unreachable},
          Case{Error::Kind::Server, Connection::Unreachable}, Case{Error::Kind::Certificate, Connection::Certificate},
          Case{Error::Kind::NotArgoCd, Connection::NotArgoCd}, Case{Error::Kind::Forbidden, Connection::Forbidden}}) {
        FeedPlan plan(0s);
        plan.listSent(0s);
        plan.listFailed(error(each.kind), 1s, 0.5);
        EXPECT_EQ(plan.connection(1s), each.connection) << "immediately before the first answer";
        ASSERT_TRUE(plan.trouble(1s));
        ASSERT_TRUE(plan.retryAt(1s));
        EXPECT_TRUE(plan.isListDue(*plan.retryAt(1s)));
        EXPECT_FALSE(plan.isStreamDue(*plan.retryAt(1s))) << "no stream while lists fail";
    }
}

TEST(FeedPlan, OneLostListIsNotReported)
{
    auto plan = live(1s);
    plan.listSent(300s);
    plan.received(300s);
    plan.listFailed(kLost, 301s, 0.5);
    EXPECT_EQ(plan.connection(301s), Connection::Live);
    plan.streamEnded(kLost, 302s, 0.5);
    plan.listSent(303s);
    plan.listFailed(kLost, 303s, 0.5);
    EXPECT_EQ(plan.connection(303s), Connection::Unreachable);
}

TEST(FeedPlan, StreamAloneDoesNotKeepAListCurrent)
{
    auto plan = live(1s);
    for (auto now = Duration{300s}; now < 900s; now += 10s) {
        plan.received(now);
        if (plan.isListDue(now)) {
            plan.listSent(now);
            plan.listFailed(kLost, now, 0.5);
        }
    }
    EXPECT_EQ(plan.connection(890s), Connection::Live);
    plan.received(902s);
    EXPECT_EQ(plan.connection(902s), Connection::Unreachable);
}

/// One hour of a feed plan with a server whose list and stream fail and recover at random.
class Hour final
{
public:
    explicit Hour(quint32 seed)
        : m_random(seed)
    { }

    void play()
    {
        for (m_now = Duration{0}; m_now < 1h; m_now += 100ms) {
            if (m_random() % 600 == 0)
                m_up = !m_up;
            if (m_random() % 3'000 == 0)
                m_streams = !m_streams;
            step();
        }
        m_up = m_streams = true;
        const auto mended = m_now;
        for (; m_now < mended + 6min; m_now += 100ms)
            step();
        EXPECT_EQ(m_plan.connection(m_now), Connection::Live);
        EXPECT_LT(m_requests, 60 * 66) << "a request a second at most, over the hour";
    }

private:
    void step()
    {
        const double random = static_cast<double>(m_random() % 1'000) / 1'000.0;
        if (m_open && (!m_up || !m_streams || m_random() % 20'000 == 0)) {
            m_open = false;
            m_plan.streamEnded(kLost, m_now, random);
        }
        if (m_open && m_random() % 100 == 0)
            m_plan.received(m_now);
        if (m_plan.isListDue(m_now)) {
            ++m_requests;
            m_plan.listSent(m_now);
            EXPECT_FALSE(m_plan.isListDue(m_now + 1h)) << "one at a time";
            if (m_up)
                m_plan.listed(m_now, m_random() % 10 == 0, random);
            else
                m_plan.listFailed(kLost, m_now, random);
        }
        if (m_plan.isStreamDue(m_now)) {
            ++m_requests;
            m_plan.streamSent(m_now);
            if (m_up && m_streams) {
                m_open = true;
                m_plan.streamOpened(m_now);
            } else {
                m_plan.streamEnded(kLost, m_now, random);
            }
        }
        EXPECT_GE(m_plan.nextAt(m_now), m_now);
        const auto connection = m_plan.connection(m_now);
        const bool trouble = m_plan.trouble(m_now) != nullptr;
        EXPECT_EQ(trouble, connection == Connection::Unreachable);
    }

    std::mt19937 m_random;
    FeedPlan m_plan{0ms};
    Duration m_now{0};
    bool m_up = true;
    bool m_streams = true;
    bool m_open = false;
    int m_requests = 0;
};

TEST(FeedPlan, RecoversFromAnyFaultSequence)
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(::testing::Message() << "seed " << seed);
        Hour(seed).play();
    }
}

} // namespace

} // namespace lynceus
