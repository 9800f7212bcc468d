#include "core/engine/facade/engineservices.h"
#include "core/io/signin/systembrowser.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Services in this thread, and a computer that goes to sleep when the test says so.
struct EngineWithSleep
{
    EngineWithSleep()
    {
        setup.instancesFile = folder.filePath(u"instances.json"_s);
        setup.storeFile = folder.filePath(u"store.db"_s);
        setup.makeKeychain = [] { return std::make_unique<test::FakeKeychain>(); };
        setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
        setup.makeSleepWatch = [this] {
            auto made = std::make_unique<SleepWatch>();
            sleep = made.get();
            return made;
        };
    }

    /// The verdict that a newly started program would read.
    [[nodiscard]] std::optional<Verdict> stored(const QString &id) const
    {
        const auto store = WatchStore::openToRead(setup.storeFile);
        if (!store || !*store)
            return std::nullopt;
        const auto watch = (*store)->watch(id);
        return watch && *watch ? std::optional((*watch)->record.verdict) : std::nullopt;
    }

    QTemporaryDir folder;
    SystemClock clock;
    EngineSetup setup;
    SleepWatch *sleep = nullptr;
};

} // namespace

// The battery may be empty before the computer wakes up.
TEST(SleepFlush, StateIsStoredBeforeTheComputerSleeps)
{
    EngineWithSleep fixture;
    ReplayServer server(std::vector{builtInRecording(u"deploy-ok"_s).value()}, ReplayOptions{.speed = 4.0},
                        fixture.clock);
    ASSERT_TRUE(server.listen());
    EngineServices services(fixture.setup, fixture.clock, nullptr);
    ASSERT_TRUE(fixture.sleep);
    services.start();
    Instance instance;
    instance.name = u"staging"_s;
    instance.baseUrl = server.baseUrl();
    instance.colour = u"#3366cc"_s;
    instance.signIn = SignInMethod::Anonymous;
    const auto saved = services.registry().save(instance);
    ASSERT_TRUE(saved) << saved.error().message.toStdString();
    WatchRequest request;
    request.application = {*saved, u"argocd"_s, u"shop-web"_s};
    request.images = {parseImageReference(u"ghcr.io/acme/shop-web:1.5.0"_s).value()};
    int slept = 0;
    QObject::connect(&services, &EngineServices::watchChanged, &services, [&](const WatchRecord &watch) {
        if (watch.isOver() || watch.verdict.stage == Stage::None)
            return;
        if (fixture.stored(watch.id) == watch.verdict)
            return; // usually it is written a moment later, but the signal can be late on a slow computer
        Q_EMIT fixture.sleep->goingToSleep();
        EXPECT_EQ(fixture.stored(watch.id), watch.verdict);
        ++slept;
    });
    const auto ids = services.watches().add({request});
    ASSERT_TRUE(ids) << ids.error().message.toStdString();
    ASSERT_TRUE(test::waitUntil([&] { return slept >= 2; }, std::chrono::seconds(90)));
}

} // namespace lynceus
