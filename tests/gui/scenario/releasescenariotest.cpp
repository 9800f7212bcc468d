#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/startup/desktopintegration.h"
#include "core/engine/facade/localengine.h"
#include "core/io/desktop/desktopsettings.h"
#include "core/io/desktop/freedesktopnotifications.h"
#include "core/io/desktop/sleepwatch.h"
#include "core/io/keychain/nokeychain.h"
#include "core/io/settings/windowmemory.h"
#include "core/io/signin/systembrowser.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/fakenotificationservice.h"
#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#ifdef LYNCEUS_DBUS

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Shown = FakeNotificationService::Shown;

class NoTray final : public PanelIcon
{
public:
    [[nodiscard]] bool isOffered() const override { return false; }
    void setShown(bool) override { }
    void setState(const QIcon &, const QString &) override { }
    void setMenu(QMenu *) override { }
    void say(const QString &, const QString &, bool) override { }
};

/// Uses the program's window, engine, network and desktop integration. A recording replaces Argo CD, and a fake service
/// receives the notifications.
class ReleaseOnADesktop : public testing::Test
{
protected:
    ReleaseOnADesktop()
    {
        service.appear();
        QObject::connect(&engine, &Engine::instanceChanged, &engine,
                         [this](const InstanceState &state) { live = state.connection == Connection::Live; });
        QObject::connect(&engine, &Engine::watchChanged, &engine,
                         [this](const WatchRecord &watch) { watches[watch.request.application.name] = watch; });
        engine.start();
    }

    void play()
    {
        std::vector<Recording> recordings;
        for (const auto *name : {"deploy-ok", "presync-fails"}) {
            auto recording = builtInRecording(QString::fromLatin1(name));
            ASSERT_TRUE(recording);
            recordings.push_back(std::move(*recording));
        }
        server = std::make_unique<ReplayServer>(std::move(recordings), ReplayOptions{.speed = 6.0}, clock);
        ASSERT_TRUE(server->listen());
        Instance instance;
        instance.name = u"staging"_s;
        instance.baseUrl = server->baseUrl();
        instance.colour = u"#3366cc"_s;
        instance.signIn = SignInMethod::Anonymous;
        const auto saved = engine.saveInstance(instance, &context);
        ASSERT_TRUE(waitFor(saved));
        ASSERT_TRUE(saved.result());
        ASSERT_TRUE(waitUntil([this] { return live; }));
        watchBoth(saved.result().value());
    }

    void watchBoth(const QString &instance)
    {
        std::vector<WatchRequest> requests(2);
        requests[0].application = {instance, u"argocd"_s, u"shop-web"_s};
        requests[0].images = {*parseImageReference(u"ghcr.io/acme/shop-web:1.5.0")};
        requests[1].application = {instance, u"argocd"_s, u"shop-api"_s};
        requests[1].images = {*parseImageReference(u"ghcr.io/acme/shop-api:2.1.0")};
        requests[1].failAfter = 20s; // in recording time
        const auto added = engine.addWatches(requests, &context);
        ASSERT_TRUE(waitFor(added));
        ASSERT_TRUE(added.result()) << added.result().error().message.toStdString();
    }

    std::vector<Shown> about(const QString &application) const
    {
        std::vector<Shown> found;
        std::ranges::copy_if(service.shown, std::back_inserter(found),
                             [&](const Shown &each) { return each.title.contains(application); });
        return found;
    }

    const SystemClock clock; // sockets use the system clock
    PrivateBus bus;
    FakeNotificationService service{bus.connection()};
    QTemporaryDir folder;
    QObject context;
    std::unique_ptr<ReplayServer> server;
    LocalEngine engine{{.instancesFile = folder.filePath(u"instances.json"_s),
                        .cacheFile = folder.filePath(u"cache.db"_s),
                        .storeFile = folder.filePath(u"store.db"_s),
                        .makeKeychain = [] { return std::make_unique<NoKeychain>(); },
                        .makeBrowser = [] { return std::make_unique<SystemBrowser>(); }},
                       clock};
    WindowMemory memory{folder.filePath(u"window.json"_s)};
    PreferencesFile preferences{folder.filePath(u"preferences.json"_s)};
    DesktopSettings settings;
    SleepWatch sleep;
    FreedesktopNotifications desktop{bus.connection()};
    NoTray panel;
    MainWindow window{{engine, clock, memory, settings, u"ada"_s, {}}};
    DesktopIntegration integration{window,
                                   {engine, clock, preferences, desktop, panel, sleep,
                                    Autostart(folder.filePath(u"autostart"_s), u"/usr/bin/lynceus"_s)}};
    bool live = false;
    QMap<QString, WatchRecord> watches;
};

} // namespace

// Plays the recordings at six times their speed.
TEST_F(ReleaseOnADesktop, NotifiesOncePerChangeAndItsButtonsWork)
{
    play();
    ASSERT_TRUE(waitUntil(
        [this] {
            return watches[u"shop-web"_s].verdict.outcome == Outcome::Deployed
                && watches[u"shop-api"_s].verdict.outcome == Outcome::Failed;
        },
        kPatience * 3));
    ASSERT_TRUE(waitUntil([this] {
        return !about(u"shop-web"_s).empty() && !about(u"shop-api"_s).empty()
            && about(u"shop-api"_s).back().title.contains(u"failed"_s);
    }));
    drainEvents();

    const auto good = about(u"shop-web"_s);
    ASSERT_EQ(good.size(), 1U) << "one release, one notification";
    EXPECT_EQ(good.front().title, u"shop-web 1.5.0 is deployed on staging"_s);
    EXPECT_EQ(good.front().replaces, 0U);
    EXPECT_EQ(good.front().actions, QStringList({u"default"_s, u"Open"_s, u"open"_s, u"Open"_s}));

    const auto bad = about(u"shop-api"_s);
    ASSERT_EQ(bad.size(), 2U) << "the verdict replaces the early warning";
    EXPECT_EQ(bad.front().title, u"shop-api 2.1.0 is failing on staging"_s);
    EXPECT_EQ(bad.front().replaces, 0U);
    EXPECT_EQ(bad.front().hints.value(u"urgency"_s).value<uchar>(), 1);
    EXPECT_TRUE(bad.front().actions.contains(u"Extend 10 min"_s));
    EXPECT_EQ(bad.back().title, u"shop-api 2.1.0 failed on staging"_s);
    EXPECT_EQ(bad.back().replaces, bad.front().id);
    EXPECT_EQ(bad.back().hints.value(u"urgency"_s).value<uchar>(), 2);
    EXPECT_TRUE(bad.back().body.contains(u"shop-api-migrate"_s)) << bad.back().body.toStdString();
    EXPECT_EQ(service.shown.size(), 3U) << "no other notifications";

    service.press(bad.back().id, u"copy-cause"_s);
    EXPECT_TRUE(waitUntil([] { return QGuiApplication::clipboard()->text().contains(u"shop-api-migrate"_s); }));
    EXPECT_FALSE(window.isVisible());
    service.press(bad.back().id, u"open"_s);
    EXPECT_TRUE(waitUntil([this] { return window.isVisible(); }));
    EXPECT_TRUE(waitUntil([this] {
        const auto *current = window.releases().currentWatch();
        return current && current->request.application.name == u"shop-api"_s;
    }));
}

} // namespace lynceus::test

#endif
