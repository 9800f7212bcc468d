#include "core/engine/feeds/instancefeed.h"

#include "core/engine/clients/instanceclients.h"
#include "tests/engine/feeds/feedserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;
using namespace std::chrono_literals;

Instance instanceAt(const QUrl &url)
{
    Instance instance;
    instance.id = u"i1"_s;
    instance.name = u"prod"_s;
    instance.baseUrl = url;
    return instance;
}

/// Runs deferred deletions while it waits, because they close connections.
template<typename Condition>
bool eventually(Condition holds)
{
    return waitUntil([&holds] {
        drainEvents();
        return holds();
    });
}

class InstanceFeedTest : public ::testing::Test
{
protected:
    InstanceFeedTest()
        : m_clients(m_clock, m_workers)
    {
        m_server.set("web", "Healthy");
        m_server.set("api", "Healthy");
    }

    InstanceFeed &feed(const Instance &instance)
    {
        m_feed = std::make_unique<InstanceFeed>(instance, m_clock);
        QObject::connect(m_feed.get(), &InstanceFeed::applicationsChanged, m_feed.get(),
                         [this](const ChangeSet &changes) { m_changes.push_back(changes); });
        QObject::connect(m_feed.get(), &InstanceFeed::stateChanged, m_feed.get(),
                         [this](const InstanceState &state) { m_states.push_back(state); });
        InstanceAccess access;
        access.baseUrl = instance.baseUrl;
        m_clients.set(instance.id, access);
        m_feed->follow(m_clients.client(instance.id));
        return *m_feed;
    }
    InstanceFeed &feed() { return feed(instanceAt(m_server.url())); }

    [[nodiscard]] bool becomesLive()
    {
        return eventually([this] {
            return m_feed->state().connection == Connection::Live && m_server.streams() > 0 && m_server.lists() > 1
                && m_changes.size() > 0;
        });
    }
    [[nodiscard]] HealthStatus healthOf(const QString &name) const
    {
        const auto found = m_feed->snapshot().find({u"i1"_s, u"argocd"_s, name});
        return found ? found->health.status : HealthStatus::None;
    }

    SystemClock m_clock; // sockets use real time
    Workers m_workers;
    FeedServer m_server;
    InstanceClients m_clients;
    std::unique_ptr<InstanceFeed> m_feed;
    std::vector<ChangeSet> m_changes;
    std::vector<InstanceState> m_states;
};

TEST_F(InstanceFeedTest, ListsThenReceivesEachChange)
{
    feed();
    ASSERT_TRUE(becomesLive());
    ASSERT_EQ(m_changes.size(), 1U);
    EXPECT_EQ(m_changes.front().inserted.size(), 2U);
    EXPECT_EQ(m_feed->state().serverVersion, u"v3.6.0+37ee009"_s);
    EXPECT_EQ(m_feed->state().applications, 2);
    ASSERT_TRUE(eventually([&] { return m_feed->state().user == u"ada"_s; }));

    m_server.report("web", "Degraded");
    m_server.report("new", "Progressing");
    m_server.reportDeleted("api");
    ASSERT_TRUE(eventually([&] { return m_changes.size() == 2; }));
    EXPECT_EQ(m_changes[1].removed.size(), 1U);
    EXPECT_EQ(m_changes[1].inserted.size(), 1U);
    ASSERT_EQ(m_changes[1].changed.size(), 1U) << "simultaneous changes are one change set";
    EXPECT_NE(m_changes[1].changed[0].mask & static_cast<FieldMask>(ApplicationField::Health), 0U);
    for (const auto &path : m_server.paths()) {
        if (path.contains("/stream/"))
            EXPECT_TRUE(path.contains("resourceVersion=12") && path.contains("result.application.metadata.uid"))
                << path.toStdString();
    }
}

TEST_F(InstanceFeedTest, NewListContainsChangesMissedByTheStream)
{
    feed();
    ASSERT_TRUE(becomesLive());
    m_server.set("web", "Degraded"); // without an event
    m_server.cutStreams();
    ASSERT_TRUE(eventually([&] { return healthOf(u"web"_s) == HealthStatus::Degraded; }));
    EXPECT_TRUE(eventually([&] { return m_server.streams() == 2; }));
    EXPECT_EQ(m_feed->state().connection, Connection::Live);
}

TEST_F(InstanceFeedTest, PollsWithoutAStream)
{
    m_server.streamAnswer = jsonAnswer("{}", "501 Not Implemented");
    feed();
    ASSERT_TRUE(eventually([&] { return m_feed->state().connection == Connection::Polling; }));
    EXPECT_EQ(m_feed->state().applications, 2);
    EXPECT_EQ(m_server.streams(), 3);
}

TEST_F(InstanceFeedTest, ToleratesOne401ButNotTwo)
{
    m_server.listAnswer =
        jsonAnswer(R"({"error":"invalid session","code":16,"message":"invalid session"})", "401 Unauthorized");
    feed();
    ASSERT_TRUE(eventually([&] { return m_server.lists() == 1; }));
    m_server.listAnswer = {};
    ASSERT_TRUE(becomesLive());
    for (const auto &state : m_states)
        EXPECT_NE(state.connection, Connection::SignInNeeded);

    m_server.listAnswer =
        jsonAnswer(R"({"error":"invalid session","code":16,"message":"invalid session"})", "401 Unauthorized");
    m_server.cutStreams();
    ASSERT_TRUE(eventually([&] { return m_feed->state().connection == Connection::SignInNeeded; }));
    EXPECT_FALSE(m_feed->state().message.isEmpty());
    EXPECT_EQ(m_feed->state().applications, 2) << "known applications stay";

    m_server.listAnswer = {};
    m_feed->startAgain(); // after a sign-in
    ASSERT_TRUE(eventually([&] { return m_feed->state().connection == Connection::Live; }));
}

TEST_F(InstanceFeedTest, ReportsAnUnreachableServerAndReconnects)
{
    m_server.listAnswer = {reset()};
    feed();
    ASSERT_TRUE(eventually([&] { return m_feed->state().connection == Connection::Unreachable; }));
    EXPECT_FALSE(m_feed->state().message.isEmpty());
    EXPECT_TRUE(m_feed->state().retryAt);
    m_server.listAnswer = {};
    ASSERT_TRUE(becomesLive());
    EXPECT_TRUE(m_feed->state().message.isEmpty());
    EXPECT_FALSE(m_feed->state().retryAt);
}

TEST_F(InstanceFeedTest, BrokenFramesAndPartialListsLoseNothing)
{
    const QByteArray whole = R"({"metadata":{"resourceVersion":"99"},"items":[]})";
    m_server.listAnswer = {send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                                + QByteArray::number(whole.size()) + "\r\n\r\n" + whole.first(20)),
                           finish()};
    feed();
    ASSERT_TRUE(eventually([&] { return m_server.lists() >= 2; }));
    m_server.listAnswer = {};
    ASSERT_TRUE(becomesLive());
    EXPECT_EQ(m_feed->state().applications, 2);
    m_server.wire().broadcast("data: {\"result\":{\"type\":\"DELETED\",\"applic\n\n");
    const int streams = m_server.streams();
    ASSERT_TRUE(eventually([&] { return m_server.streams() > streams; }))
        << "timeout: the unreadable stream was not reopened";
    EXPECT_EQ(m_feed->state().applications, 2);
}

TEST_F(InstanceFeedTest, RemovesApplicationsThatNoLongerMatchTheFilter)
{
    auto instance = instanceAt(m_server.url());
    instance.projects = QStringList{u"shop"_s};
    instance.selector = u"tier=web"_s;
    feed(instance);
    ASSERT_TRUE(becomesLive());
    m_server.wire().broadcast(
        "data: {\"result\":{\"type\":\"MODIFIED\",\"application\":{\"metadata\":{\"name\":\"web\",\"namespace\":"
        "\"argocd\",\"resourceVersion\":\"77\",\"labels\":{\"tier\":\"db\"}},\"spec\":{\"project\":\"shop\"}}}}\n\n");
    ASSERT_TRUE(eventually([&] { return m_feed->state().applications == 1; }));
}

TEST_F(InstanceFeedTest, BadSelectorIsReportedAndNothingIsSent)
{
    auto instance = instanceAt(m_server.url());
    instance.selector = u"a in b"_s;
    feed(instance);
    drainEvents();
    EXPECT_EQ(m_feed->state().connection, Connection::Unreachable);
    EXPECT_FALSE(m_feed->state().message.isEmpty());
    EXPECT_TRUE(m_server.paths().isEmpty());
}

TEST_F(InstanceFeedTest, DoesNotContactAPausedInstance)
{
    feed();
    ASSERT_TRUE(becomesLive());
    m_clients.remove(u"i1"_s);
    m_feed->follow(nullptr);
    EXPECT_EQ(m_feed->state().connection, Connection::Connecting) << "before the instance is paused";
    auto paused = instanceAt(m_server.url());
    paused.paused = true;
    m_feed->setInstance(paused);
    EXPECT_EQ(m_feed->state().connection, Connection::Paused);
    ASSERT_TRUE(eventually([&] { return m_server.wire().closedConnections() == m_server.wire().connections(); }));
    EXPECT_EQ(m_feed->state().applications, 2);
    EXPECT_TRUE(m_feed->state().receivedAt);
}

TEST_F(InstanceFeedTest, ShowsCachedApplicationsFirst)
{
    auto cached = std::make_shared<Application>();
    cached->name = u"web"_s;
    cached->nameSpace = u"argocd"_s;
    m_feed = std::make_unique<InstanceFeed>(instanceAt(m_server.url()), m_clock);
    QObject::connect(m_feed.get(), &InstanceFeed::applicationsChanged, m_feed.get(),
                     [this](const ChangeSet &changes) { m_changes.push_back(changes); });
    const auto readAt = m_clock.now() - 1h;
    m_feed->showCached({{{u"i1"_s, u"argocd"_s, u"web"_s}, cached}}, readAt);
    ASSERT_EQ(m_changes.size(), 1U);
    EXPECT_TRUE(m_changes.front().fromCache);
    EXPECT_EQ(m_feed->state().receivedAt, readAt) << "the age is that of the cache";
    InstanceAccess access;
    access.baseUrl = m_server.url();
    m_clients.set(u"i1"_s, access);
    m_feed->follow(m_clients.client(u"i1"_s));
    ASSERT_TRUE(becomesLive());
    ASSERT_TRUE(eventually([&] { return m_changes.size() >= 2U; }));
    EXPECT_FALSE(m_changes[1].fromCache);
    EXPECT_EQ(m_changes[1].inserted.size(), 1U);
    EXPECT_GT(*m_feed->state().receivedAt, readAt);
}

TEST_F(InstanceFeedTest, ChangedUrlDiscardsTheOldApplications)
{
    feed();
    ASSERT_TRUE(becomesLive());
    FeedServer other;
    other.set("only", "Healthy");
    const auto moved = instanceAt(other.url());
    InstanceAccess access;
    access.baseUrl = other.url();
    m_clients.set(u"i1"_s, access);
    m_feed->setInstance(moved);
    m_feed->follow(m_clients.client(u"i1"_s));
    ASSERT_TRUE(eventually([&] { return m_feed->state().applications == 1; }));
    EXPECT_EQ(healthOf(u"only"_s), HealthStatus::Healthy);
}

TEST_F(InstanceFeedTest, ClockJumpCausesANewList)
{
    FakeClock clock;
    InstanceClients clients(clock, m_workers);
    InstanceFeed follower(instanceAt(m_server.url()), clock);
    InstanceAccess access;
    access.baseUrl = m_server.url();
    clients.set(u"i1"_s, access);
    follower.follow(clients.client(u"i1"_s));
    ASSERT_TRUE(eventually([&] { return m_server.lists() == 2 && m_server.streams() == 1; }));
    clock.jump(1h); // the computer slept
    m_server.report("web", "Degraded");
    m_server.cutStreams();
    ASSERT_TRUE(eventually([&] { return m_server.lists() >= 3 && m_server.streams() >= 2; }));
}

TEST_F(InstanceFeedTest, CanBeDestroyedByAReceiver)
{
    feed();
    QObject::connect(m_feed.get(), &InstanceFeed::applicationsChanged, &m_clients, [this] {
        QMetaObject::invokeMethod(
            &m_clients, [this] { m_feed.reset(); }, Qt::QueuedConnection);
    });
    ASSERT_TRUE(eventually([&] { return !m_feed; }));
    EXPECT_TRUE(eventually([&] { return m_server.wire().closedConnections() == m_server.wire().connections(); }));
}

} // namespace

} // namespace lynceus
