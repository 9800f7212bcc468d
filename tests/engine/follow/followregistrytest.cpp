// Follow rules in a complete engine, from the network to the watch.
#include "core/domain/watch/watchrequests.h"
#include "core/io/store/deployments/deploymentstore.h"
#include "tests/engine/deployments/missedserver.h"
#include "tests/engine/facade/enginescene.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace test;

namespace {

class FollowRegistryTest : public LocalEngineTest
{
protected:
    void followWeb(const QUrl &url)
    {
        auto &engine = start();
        Instance instance;
        instance.name = u"staging"_s;
        instance.baseUrl = url;
        instance.colour = u"#3366cc"_s;
        instance.signIn = SignInMethod::Anonymous;
        const auto id = settled(engine.saveInstance(instance, &m_context));
        ASSERT_TRUE(id) << id.error().message.toStdString();
        m_id = *id;
        ASSERT_TRUE(waitUntil([this] { return m_state.connection == Connection::Live && !m_known.isEmpty(); }));
    }

    [[nodiscard]] Result<void> addRule(const QString &name, const QString &filter)
    {
        FollowRule rule;
        rule.name = name;
        rule.filter = filter;
        rule.deadline = std::chrono::minutes(30);
        return settled(m_engine->saveRule(rule, &m_context));
    }

    /// All deployments of the state, newest first.
    [[nodiscard]] std::vector<Deployment> deployments() const
    {
        std::vector<Deployment> found;
        for (const auto &[place, deployment] : m_engine->state().deployments())
            found.push_back(deployment);
        return found;
    }

    [[nodiscard]] const QMap<QString, WatchRecord> &watches() const { return m_engine->state().watches(); }
};

TEST_F(FollowRegistryTest, MatchingDeploymentGetsOneWatch)
{
    MissedServer server;
    followWeb(server.url());
    ASSERT_TRUE(addRule(u"shop"_s, u"project:shop instance:staging"_s));
    ASSERT_EQ(m_engine->state().rules().size(), 1U);
    server.reportSync(1);
    server.deploy(1);
    server.report();
    ASSERT_TRUE(waitUntil([this] { return watches().size() == 1; }));
    const auto &watch = watches().first();
    EXPECT_EQ(watch.request.who, followerName(u"shop"_s));
    EXPECT_EQ(watch.request.release, "shop: web 1.1"_L1);
    EXPECT_EQ(watch.request.timeout, Duration(std::chrono::minutes(30)));
    ASSERT_EQ(watch.request.images.size(), 1U);
    EXPECT_EQ(watch.request.images.front().tag, "1.1"_L1);
    EXPECT_TRUE(waitUntil([this] { return deployments().size() == 1 && deployments().front().rule == "shop"_L1; }));
    server.report(); // the same state again
    server.report();
    EXPECT_TRUE(waitUntil([&] { return deployments().front().commit.has_value(); }));
    EXPECT_EQ(watches().size(), 1);
}

TEST_F(FollowRegistryTest, NoWatchWithoutAMatchOrWhilePaused)
{
    MissedServer server;
    followWeb(server.url());
    ASSERT_TRUE(addRule(u"other"_s, u"project:billing"_s));
    FollowRule paused;
    paused.name = u"paused"_s;
    paused.filter = u"project:shop"_s;
    paused.isPaused = true;
    ASSERT_TRUE(settled(m_engine->saveRule(paused, &m_context)));
    server.reportSync(1);
    server.deploy(1);
    server.report();
    ASSERT_TRUE(waitUntil([this] { return !deployments().empty() && !deployments().front().images.empty(); }));
    EXPECT_TRUE(watches().isEmpty());
    EXPECT_TRUE(deployments().front().rule.isEmpty());
}

TEST_F(FollowRegistryTest, RulesSurviveARestartAndMissedDeploymentsAreNotWatched)
{
    MissedServer server;
    followWeb(server.url());
    ASSERT_TRUE(addRule(u"shop"_s, u"project:shop"_s));
    EXPECT_FALSE(addRule(u"bad name"_s, u"project:shop"_s)) << "rejected with a reason";
    m_engine.reset();
    server.deploy(1);
    m_known.clear();
    m_state = {};
    m_started = false;
    start();
    ASSERT_EQ(m_engine->state().rules().size(), 1U);
    ASSERT_TRUE(waitUntil([this] { return !deployments().empty(); }));
    EXPECT_EQ(deployments().front().proof, Deployment::Proof::Reconstructed);
    EXPECT_TRUE(watches().isEmpty()) << "the start was not observed";
    const auto removed = settled(m_engine->removeRule(u"shop"_s, &m_context));
    EXPECT_TRUE(removed);
    EXPECT_FALSE(settled(m_engine->removeRule(u"shop"_s, &m_context)));
    EXPECT_TRUE(m_engine->state().rules().empty());
}

TEST_F(FollowRegistryTest, StateContainsDeploymentsOfAnEarlierRun)
{
    const auto file = m_folder.filePath(u"store.db"_s);
    ASSERT_TRUE(WatchStore::open(file, m_clock.now()).has_value());
    std::vector<Deployment> old;
    for (int i = 0; i < 700; ++i) {
        Deployment deployment;
        deployment.application = {u"gone"_s, u"argocd"_s, u"app-%1"_s.arg(i)};
        deployment.startedAt = m_clock.now() - std::chrono::hours(i + 1);
        deployment.startedAt = std::chrono::floor<std::chrono::seconds>(deployment.startedAt);
        deployment.endedAt = deployment.startedAt + std::chrono::minutes(1);
        deployment.outcome = i % 10 == 0 ? Deployment::Outcome::Failed : Deployment::Outcome::Deployed;
        old.push_back(deployment);
    }
    ASSERT_TRUE(DeploymentStore::open(file).value()->write(old));
    start();
    const auto &state = m_engine->state();
    EXPECT_EQ(state.deployments().size(), EngineState::kMostDeployments);
    EXPECT_EQ(state.deployments().begin()->second, old.front()) << "newest first";
    EXPECT_EQ(*state.deployment(deploymentId(old[10])), old[10]);
    EXPECT_EQ(state.deployment(deploymentId(old[600])), nullptr);
    DeploymentQuery query;
    query.offset = 600;
    query.limit = 10;
    const auto page = settled(m_engine->deployments(query, &m_context));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->front(), old[600]);
    EXPECT_FALSE(settled(m_engine->deploymentTrend({}, &m_context))) << "a period is needed";
    query = {};
    query.from = old[99].startedAt;
    query.until = m_clock.now();
    const auto trend = settled(m_engine->deploymentTrend(query, &m_context));
    ASSERT_TRUE(trend);
    EXPECT_EQ(trend->now.judged, 100);
    EXPECT_EQ(trend->now.failed, 10);
    EXPECT_EQ(trend->before.judged, 100) << "as long before";
}

TEST(EngineState, OldDeploymentsAreRemovedAndThoseInProgressStay)
{
    EngineState state;
    const auto made = [](int number, Deployment::Outcome outcome) {
        Deployment deployment;
        deployment.application = {u"prod"_s, u"argocd"_s, u"app-%1"_s.arg(number)};
        deployment.startedAt = Instant{std::chrono::seconds(number)};
        deployment.outcome = outcome;
        return deployment;
    };
    const auto running = made(0, Deployment::Outcome::InProgress);
    EXPECT_TRUE(state.put(running).isEmpty());
    for (int i = 1; i < static_cast<int>(EngineState::kMostDeployments); ++i)
        EXPECT_TRUE(state.put(made(i, Deployment::Outcome::Deployed)).isEmpty());
    const auto next = made(1'000, Deployment::Outcome::Deployed);
    EXPECT_EQ(state.put(next), QStringList{deploymentId(made(1, Deployment::Outcome::Deployed))});
    EXPECT_EQ(state.deployments().size(), EngineState::kMostDeployments);
    EXPECT_EQ(*state.deployment(deploymentId(running)), running);
    EXPECT_EQ(state.deployments().begin()->second, next);
    auto changed = next;
    changed.outcome = Deployment::Outcome::Failed;
    EXPECT_TRUE(state.put(changed).isEmpty()) << "a change of one deployment";
    EXPECT_EQ(state.deployment(deploymentId(next))->outcome, Deployment::Outcome::Failed);
}

TEST(EngineState, EndedDeploymentsMakeRoomForThoseInProgress)
{
    EngineState state;
    const int many = static_cast<int>(EngineState::kMostDeployments) + 200;
    const auto made = [](int number, Deployment::Outcome outcome) {
        Deployment deployment;
        deployment.application = {u"prod"_s, u"argocd"_s, u"app-%1"_s.arg(number)};
        deployment.startedAt = Instant{std::chrono::seconds(number)};
        deployment.outcome = outcome;
        return deployment;
    };
    for (int i = 0; i < many; ++i)
        EXPECT_TRUE(state.put(made(i, Deployment::Outcome::InProgress)).isEmpty());
    EXPECT_EQ(state.deployments().size(), std::size_t(many)) << "no deployment in progress is removed";
    QStringList gone;
    for (int i = many - 1; i >= 0; --i)
        gone += state.put(made(i, Deployment::Outcome::Deployed));
    EXPECT_EQ(gone.size(), 200);
    EXPECT_EQ(gone.front(), deploymentId(made(many - 1, {})))
        << "the first ended deployment, although it is the newest";
    EXPECT_EQ(state.deployments().size(), EngineState::kMostDeployments);
    EXPECT_TRUE(state.put(made(many + 1, Deployment::Outcome::InProgress)).size() == 1);
    EXPECT_EQ(state.deployment(gone.front()), nullptr);
    auto later = made(300, Deployment::Outcome::Deployed); // the same second with milliseconds
    later.startedAt += Duration{5};
    EXPECT_TRUE(state.put(later).isEmpty());
    EXPECT_EQ(state.deployments().size(), EngineState::kMostDeployments);
    EXPECT_EQ(*state.deployment(deploymentId(later)), later);
}

} // namespace

} // namespace lynceus
