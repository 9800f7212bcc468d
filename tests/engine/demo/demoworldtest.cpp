#include "core/engine/demo/demoworld.h"

#include "core/engine/localengine.h"
#include "tests/support/waiting.h"

#include <QFileInfo>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(DemoWorld, HasTwoInstancesOnThisComputerWithTheStorysApplications)
{
    const SystemClock clock;
    auto world = DemoWorld::make(clock);
    ASSERT_TRUE(world) << world.error().message.toStdString();
    const auto folder = QFileInfo((*world)->setup().instancesFile).path();
    {
        LocalEngine engine((*world)->setup(), clock);
        QMap<QString, InstanceState> instances;
        QSet<ApplicationKey> applications;
        QObject::connect(&engine, &Engine::instanceChanged, &engine,
                         [&](const InstanceState &state) { instances[state.instance.name] = state; });
        QObject::connect(&engine, &Engine::applicationsChanged, &engine, [&](const ChangeSet &changes) {
            for (const auto &entry : changes.inserted)
                applications.insert(entry.key);
        });
        engine.start();
        const auto story = (*world)->story();
        ASSERT_EQ(story.size(), 4U);
        ASSERT_TRUE(test::waitUntil([&] {
            return std::ranges::all_of(story, [&](const WatchRequest &request) {
                return applications.contains(request.application) && !request.images.empty();
            });
        }));
        ASSERT_TRUE(test::waitUntil([&] { return applications.size() >= 8; }));
        EXPECT_EQ(applications.size(), 8) << "those of which there is more to see than a row, and no others";
        EXPECT_EQ(instances.keys(), (QStringList{u"production"_s, u"staging"_s}));
        for (const auto &state : instances)
            EXPECT_EQ(state.instance.baseUrl.host(), u"127.0.0.1"_s);
    }
    world->reset();
    EXPECT_FALSE(QFileInfo::exists(folder)) << "everything that it writes goes with it";
}

TEST(DemoWorld, TellsFourReleasesOfWhichOneIsDoneAtOnce)
{
    const SystemClock clock;
    auto world = DemoWorld::make(clock);
    ASSERT_TRUE(world) << world.error().message.toStdString();
    LocalEngine engine((*world)->setup(), clock);
    QMap<QString, WatchRecord> watches;
    QObject::connect(&engine, &Engine::watchChanged, &engine,
                     [&](const WatchRecord &watch) { watches[watch.request.application.name] = watch; });
    (*world)->tellStoryTo(engine);
    engine.start();
    ASSERT_TRUE(test::waitUntil([&] {
        return watches.size() == 4 && watches[u"shop-cart"_s].verdict.outcome == Outcome::Deployed
            && watches[u"shop-web"_s].verdict.stage >= Stage::Noticed;
    }));
    EXPECT_EQ(watches[u"shop-manual"_s].verdict.outcome, Outcome::Waiting);
    EXPECT_EQ(watches[u"shop-api"_s].verdict.outcome, Outcome::Waiting);
}

} // namespace lynceus
