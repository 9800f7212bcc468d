#include "core/engine/demo/demoscenario.h"

#include "core/engine/demo/inventedweek.h"
#include "core/engine/facade/localengine.h"
#include "tests/support/waiting.h"

#include <QFileInfo>

#include <set>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(DemoScenario, HasTwoLocalInstancesWithItsApplications)
{
    const SystemClock clock;
    auto scenario = DemoScenario::make(clock);
    ASSERT_TRUE(scenario) << scenario.error().message.toStdString();
    const auto folder = QFileInfo((*scenario)->setup().instancesFile).path();
    {
        LocalEngine engine((*scenario)->setup(), clock);
        QMap<QString, InstanceState> instances;
        QSet<ApplicationKey> applications;
        QObject::connect(&engine, &Engine::instanceChanged, &engine,
                         [&](const InstanceState &state) { instances[state.instance.name] = state; });
        QObject::connect(&engine, &Engine::applicationsChanged, &engine, [&](const ChangeSet &changes) {
            for (const auto &entry : changes.inserted)
                applications.insert(entry.key);
        });
        engine.start();
        const auto requests = (*scenario)->requests();
        ASSERT_EQ(requests.size(), 4U);
        ASSERT_TRUE(test::waitUntil([&] {
            return std::ranges::all_of(requests, [&](const WatchRequest &request) {
                return applications.contains(request.application) && !request.images.empty();
            });
        }));
        ASSERT_TRUE(test::waitUntil([&] { return applications.size() >= 9; }));
        EXPECT_EQ(applications.size(), 9) << "only applications with more detail than a row";
        EXPECT_EQ(instances.keys(), (QStringList{u"production"_s, u"staging"_s}));
        for (const auto &state : instances)
            EXPECT_EQ(state.instance.baseUrl.host(), u"127.0.0.1"_s);
    }
    scenario->reset();
    EXPECT_FALSE(QFileInfo::exists(folder)) << "all written files are removed with the demo";
}

TEST(DemoScenario, DeploymentHistoryEndsWithTheRunningVersions)
{
    const SystemClock clock;
    const auto now = clock.now();
    const auto week = inventedWeek(now);
    EXPECT_GT(week.size(), 30U);
    QMap<QString, Deployment> last;
    std::set<QString> ids;
    std::set<Actor::Kind> actors;
    for (const auto &deployment : week) {
        EXPECT_TRUE(ids.insert(deploymentId(deployment)).second);
        EXPECT_TRUE(deployment.isOver());
        EXPECT_EQ(deployment.cause.isEmpty(), deployment.outcome == Deployment::Outcome::Deployed);
        EXPECT_LT(deployment.startedAt, now - std::chrono::hours(24)) << "the live ones are the newest";
        EXPECT_GT(deployment.startedAt, now - std::chrono::hours(24 * 8));
        EXPECT_TRUE(!deployment.commit || deployment.commit->message.contains("simulated"_L1));
        actors.insert(deployment.actor.kind);
        const auto name = deployment.application.instance + u' ' + deployment.application.name;
        if (last.contains(name)) {
            EXPECT_LT(last[name].startedAt, deployment.startedAt);
            EXPECT_EQ(last[name].images[0].to, deployment.images[0].from);
        }
        last[name] = deployment;
    }
    EXPECT_TRUE(actors.contains(Actor::Kind::ImageUpdater) && actors.contains(Actor::Kind::Rollback)
                && actors.contains(Actor::Kind::User));
    auto scenario = DemoScenario::make(clock);
    ASSERT_TRUE(scenario) << scenario.error().message.toStdString();
    LocalEngine engine((*scenario)->setup(), clock);
    QMap<QString, ApplicationEntry> seen; // in their first state
    QObject::connect(&engine, &Engine::applicationsChanged, &engine, [&](const ChangeSet &changes) {
        for (const auto &entry : changes.inserted)
            seen.insert(entry.key.instance + u' ' + entry.key.name, entry);
    });
    engine.start();
    EXPECT_TRUE(test::waitUntil([&] { return seen.size() == 9; }));
    for (auto one = last.begin(); one != last.end(); ++one) {
        ASSERT_TRUE(seen.contains(one.key())) << one.key().toStdString();
        const auto &change = one->images[0];
        EXPECT_TRUE(seen[one.key()].application->summaryImages.contains(change.repository + u':' + change.to[0]))
            << one.key().toStdString();
    }
    EXPECT_TRUE(test::waitUntil([&] { return engine.state().deployments().size() >= week.size(); }));
}

TEST(DemoScenario, ContainsFourReleasesOneOfThemDoneAtTheStart)
{
    const SystemClock clock;
    auto scenario = DemoScenario::make(clock);
    ASSERT_TRUE(scenario) << scenario.error().message.toStdString();
    LocalEngine engine((*scenario)->setup(), clock);
    QMap<QString, WatchRecord> watches;
    QObject::connect(&engine, &Engine::watchChanged, &engine,
                     [&](const WatchRecord &watch) { watches[watch.request.application.name] = watch; });
    (*scenario)->registerWatchesIn(engine);
    engine.start();
    ASSERT_TRUE(test::waitUntil([&] {
        return watches.size() == 4 && watches[u"shop-cart"_s].verdict.outcome == Outcome::Deployed
            && watches[u"shop-web"_s].verdict.stage >= Stage::Noticed;
    }));
    EXPECT_EQ(watches[u"shop-manual"_s].verdict.outcome, Outcome::Waiting);
    EXPECT_EQ(watches[u"shop-api"_s].verdict.outcome, Outcome::Waiting);
}

} // namespace lynceus
