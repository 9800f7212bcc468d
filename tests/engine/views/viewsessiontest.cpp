#include "core/engine/views/viewsession.h"

#include "core/replay/server/replayserver.h"
#include "tests/support/waiting.h"
#include "tests/support/wirewatch.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

const QString kInstance = u"staging"_s;

class ViewSessionTest : public ::testing::Test
{
protected:
    ViewSessionTest()
        : m_clients(m_clock, m_workers)
    { }

    void serve(const QStringList &faults = {}, double speed = 1.0)
    {
        ReplayOptions options;
        options.speed = speed;
        for (const auto &fault : faults)
            options.faults.push_back(*parseFault(fault));
        std::vector<Recording> recordings;
        recordings.push_back(recordingNamed(u"deploy-ok"_s));
        m_server = std::make_unique<ReplayServer>(std::move(recordings), options, m_clock);
        ASSERT_TRUE(m_server->listen());
        InstanceAccess access;
        access.baseUrl = m_server->baseUrl();
        m_clients.set(kInstance, access);
    }

    struct Seen
    {
        std::unique_ptr<ViewSession> session;
        std::shared_ptr<const ResourceTree> tree;
        int trees = 0;
        std::optional<Error> trouble;
    };

    Seen &view(const QString &name = u"shop-web"_s)
    {
        auto &seen = *m_seen.emplace_back(std::make_unique<Seen>());
        seen.session =
            std::make_unique<ViewSession>(ApplicationKey{kInstance, u"argocd"_s, name}, QString(), m_clients, m_clock);
        QObject::connect(seen.session.get(), &ViewSession::treeRead, seen.session.get(),
                         [&seen](const std::shared_ptr<const ResourceTree> &tree) {
                             seen.tree = tree;
                             ++seen.trees;
                         });
        QObject::connect(seen.session.get(), &ViewSession::troubleChanged, seen.session.get(),
                         [&seen](const std::optional<Error> &trouble) { seen.trouble = trouble; });
        seen.session->start();
        return seen;
    }

    /// Runs deferred deletions while it waits, because they close connections.
    template<typename Condition>
    [[nodiscard]] static bool eventually(Condition holds)
    {
        return waitUntil([&holds] {
            drainEvents();
            return holds();
        });
    }

    SystemClock m_clock; // sockets use real time
    Workers m_workers;
    InstanceClients m_clients;
    std::unique_ptr<ReplayServer> m_server;
    std::vector<std::unique_ptr<Seen>> m_seen;
};

TEST_F(ViewSessionTest, ThreeViewsStreamTheFourthPollsAndViewsYieldToWatches)
{
    serve({}, 4.0);
    for (int count = 0; count < 4; ++count)
        view();
    ASSERT_TRUE(eventually([this] { return m_server->openStreams() == TreeStreamLimiter::kMost; }));
    ASSERT_TRUE(eventually([this] {
        return std::ranges::all_of(m_seen, [](const auto &seen) { return seen->trees >= 3; });
    })) << "with or without a stream each sees the rollout";
    EXPECT_LE(m_server->openStreams(), TreeStreamLimiter::kMost);
    const std::unique_ptr<TreeSlot> watch(
        m_clients.treeStreamLimiter(kInstance)->ask(TreeStreamLimiter::For::Watch, nullptr));
    EXPECT_TRUE(eventually([this] { return m_server->openStreams() == TreeStreamLimiter::kMost - 1; }));
}

TEST_F(ViewSessionTest, ReportsTemporaryErrors)
{
    serve({u"unavailable@0s-4s"_s});
    auto &seen = view();
    ASSERT_TRUE(eventually([&] { return seen.trouble; }));
    ASSERT_TRUE(eventually([&] { return !seen.trouble && seen.tree; }));
    m_clients.remove(kInstance);
    ASSERT_TRUE(seen.trouble);
    EXPECT_EQ(seen.trouble->kind, Error::Kind::Cancelled) << "paused";
    EXPECT_TRUE(eventually([this] { return m_server->openStreams() == 0; }));
}

TEST_F(ViewSessionTest, ReportsAnUnknownApplication)
{
    serve();
    const auto &seen = view(u"nobody"_s);
    ASSERT_TRUE(eventually([&] { return seen.trouble; }));
    EXPECT_FALSE(seen.tree);
}

} // namespace

} // namespace lynceus
