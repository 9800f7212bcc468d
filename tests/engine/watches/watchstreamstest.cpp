#include "core/engine/watches/watchstreams.h"

#include "core/engine/clients/argocdclient.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

constexpr Duration kAskedAt{1'234};

class WatchStreamsTest : public testing::Test
{
protected:
    void SetUp() override
    {
        auto recording = builtInRecording(u"deploy-ok"_s);
        ASSERT_TRUE(recording);
        m_key = {u"i1"_s, recording->head.applicationNamespace, recording->head.application};
        std::vector<Recording> recordings;
        recordings.push_back(*std::move(recording));
        ReplayOptions options;
        options.speed = 20.0;
        m_server = std::make_unique<ReplayServer>(std::move(recordings), options, m_clock);
        ASSERT_TRUE(m_server->listen());
        InstanceAccess access;
        access.baseUrl = m_server->baseUrl();
        m_client = std::make_unique<ArgoCdClient>(u"i1"_s, access, m_clock);
        m_streams = std::make_unique<WatchStreams>(*m_client, m_clock);
        QObject::connect(m_streams.get(), &WatchStreams::opened, m_streams.get(), [this](Fetch stream, Duration at) {
            m_opened.push_back(stream);
            EXPECT_EQ(at, kAskedAt);
        });
        QObject::connect(m_streams.get(), &WatchStreams::ended, m_streams.get(),
                         [this](Fetch stream) { m_ended.push_back(stream); });
        QObject::connect(m_streams.get(), &WatchStreams::applicationArrived, m_streams.get(), [this] { ++m_arrived; });
        QObject::connect(m_streams.get(), &WatchStreams::treeArrived, m_streams.get(), [this] { ++m_trees; });
    }

    SystemClock m_clock; // sockets use real time
    ApplicationKey m_key;
    std::unique_ptr<ReplayServer> m_server;
    std::unique_ptr<ArgoCdClient> m_client;
    std::unique_ptr<WatchStreams> m_streams;
    std::vector<Fetch> m_opened;
    std::vector<Fetch> m_ended;
    int m_arrived = 0;
    int m_trees = 0;
};

} // namespace

TEST_F(WatchStreamsTest, EachReportsItsOwnEvents)
{
    m_streams->openApplication(m_key, {}, {}, kAskedAt);
    ASSERT_TRUE(waitUntil([this] { return m_arrived > 0; }));
    EXPECT_EQ(m_opened, std::vector{Fetch::ApplicationStream});
    EXPECT_EQ(m_trees, 0);
    m_streams->openTree(m_key, {}, kAskedAt);
    ASSERT_TRUE(waitUntil([this] { return m_trees > 0; }));
    EXPECT_EQ(m_opened.back(), Fetch::TreeStream);
    EXPECT_TRUE(m_ended.empty());
}

TEST_F(WatchStreamsTest, ClosedStreamReportsNothing)
{
    EXPECT_FALSE(m_streams->close(Fetch::TreeStream)) << "the stream was not open";
    m_streams->openTree(m_key, {}, kAskedAt);
    ASSERT_TRUE(waitUntil([this] { return !m_opened.empty(); }));
    EXPECT_TRUE(m_streams->close(Fetch::TreeStream));
    EXPECT_FALSE(m_streams->close(Fetch::TreeStream));
    ASSERT_TRUE(waitUntil([this] {
        drainEvents();
        return m_server->openStreams() == 0;
    }));
    EXPECT_TRUE(m_ended.empty());
    m_streams->openTree(m_key, {}, kAskedAt);
    EXPECT_TRUE(waitUntil([this] { return m_opened.size() == 2; }));
}

TEST_F(WatchStreamsTest, StreamEndedByTheServerIsClosed)
{
    m_streams->openApplication(m_key, {}, {}, kAskedAt);
    ASSERT_TRUE(waitUntil([this] { return !m_opened.empty(); }));
    bool wasOpen = true;
    QObject::connect(m_streams.get(), &WatchStreams::ended, m_streams.get(),
                     [this, &wasOpen](Fetch stream) { wasOpen = m_streams->close(stream); });
    m_server.reset();
    ASSERT_TRUE(waitUntil([this] { return !m_ended.empty(); }));
    EXPECT_EQ(m_ended, std::vector{Fetch::ApplicationStream});
    EXPECT_FALSE(wasOpen);
}

} // namespace lynceus
