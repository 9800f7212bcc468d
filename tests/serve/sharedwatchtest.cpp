#include "app/serve/teamserver.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/engine/facade/localengine.h"
#include "core/engine/teamserver/teamserverprobe.h"
#include "core/io/signin/systembrowser.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kToken = "a-deploy-token-for-tests";

/// A team server and a user's Lynceus with the same Argo CD, which replays a recording.
class SharedWatchTest : public testing::Test
{
protected:
    SharedWatchTest()
    {
        auto recording = builtInRecording(u"deploy-ok"_s);
        EXPECT_TRUE(recording);
        m_app = recording->head.application;
        m_image = recording->head.images.front();
        ReplayOptions options;
        options.speed = 8.0;
        std::vector<Recording> recordings;
        recordings.push_back(*std::move(recording));
        m_argocd = std::make_unique<ReplayServer>(std::move(recordings), options, m_clock);
        EXPECT_TRUE(m_argocd->listen());
        ServeConfig config;
        config.port = 0;
        config.database.file = m_folder.filePath(u"tasks.db"_s);
        config.instances = {{u"prod"_s, m_argocd->baseUrl(), {}, {}, {}}};
        config.access.deployTokens = {{u"desk"_s, Secret(QByteArray(kToken.constData(), kToken.size()))}};
        config.access.openReading = false;
        m_server = std::make_unique<TeamServer>(config, m_clock);
        EXPECT_TRUE(m_server->start());

        EngineSetup setup;
        setup.instancesFile = m_folder.filePath(u"instances.json"_s);
        setup.makeKeychain = [] { return std::make_unique<FakeKeychain>(); };
        setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
        m_engine = std::make_unique<LocalEngine>(setup, m_clock);
        m_engine->start();
    }
    template<typename T>
    T settled(QFuture<T> future)
    {
        EXPECT_TRUE(waitFor(future));
        return future.result();
    }
    [[nodiscard]] static Instance place(const QString &name, const QUrl &url)
    {
        Instance instance;
        instance.name = name;
        instance.baseUrl = url;
        instance.colour = u"#3366cc"_s;
        instance.signIn = SignInMethod::Anonymous;
        return instance;
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    QObject m_context;
    QString m_app;
    QString m_image;
    std::unique_ptr<ReplayServer> m_argocd;
    std::unique_ptr<TeamServer> m_server;
    std::unique_ptr<LocalEngine> m_engine;
};

} // namespace

TEST_F(SharedWatchTest, SharedWatchIsATaskWithItsVerdictForEveryUser)
{
    const auto found = settled(m_engine->probeTeamServer(place(u"build"_s, m_server->url()), Secret(), &m_context));
    ASSERT_TRUE(found) << found.error().message.toStdString();
    EXPECT_EQ(found->kind, TeamServerKind::Lynceus);
    const auto server = settled(m_engine->addTeamServer(
        place(u"build"_s, m_server->url()), Secret(QByteArray(kToken.constData(), kToken.size())), &m_context));
    ASSERT_TRUE(server) << server.error().message.toStdString();
    const auto isLive = [&] {
        const auto *state = m_engine->state().teamServer(*server);
        return state && state->connection == Connection::Live;
    };
    ASSERT_TRUE(waitUntil(isLive));

    const auto instance = settled(m_engine->saveInstance(place(u"staging"_s, m_argocd->baseUrl()), &m_context));
    ASSERT_TRUE(instance);
    const auto isListed = [&] {
        const auto *state = m_engine->state().instance(*instance);
        return state && state->connection == Connection::Live && state->applications > 0;
    };
    ASSERT_TRUE(waitUntil(isListed));
    WatchRequest request;
    request.application = {*instance, u"argocd"_s, m_app};
    request.images = {parseImageReference(m_image).value()};
    const auto watches = settled(m_engine->addWatches({request}, &m_context));
    ASSERT_TRUE(watches) << watches.error().message.toStdString();

    const auto shared = settled(m_engine->shareWatch(watches->front(), *server, u"ada"_s, &m_context));
    ASSERT_TRUE(shared) << shared.error().message.toStdString();
    EXPECT_EQ(shared->server, u"build"_s);
    EXPECT_EQ(shared->page, taskPage(m_server->url(), shared->task));
    const auto *task = static_cast<const ServerTask *>(nullptr);
    const auto hasVerdict = [&] {
        task = m_engine->state().serverTask(*server, shared->task);
        return task && task->verdict && task->verdict->facts;
    };
    ASSERT_TRUE(waitUntil(hasVerdict)) << "by the stream";
    EXPECT_EQ(task->author, u"ada"_s);
    EXPECT_EQ(task->instance, u"prod"_s);
    EXPECT_TRUE(m_engine->state().hasOwnWatchOf(*task)) << "the sharing user sees the watch once";
    EXPECT_EQ(settled(m_engine->applicationOf(*server, shared->task, &m_context)), request.application)
        << "the local detail pane shows the application";
}

TEST_F(SharedWatchTest, WrongTokenIsRejectedWithAMessage)
{
    const auto refused =
        settled(m_engine->addTeamServer(place(u"build"_s, m_server->url()), Secret(QByteArray("wrong")), &m_context));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Error::Kind::SignInNeeded);
    EXPECT_FALSE(refused.error().message.isEmpty());
    EXPECT_TRUE(m_engine->state().teamServers().isEmpty());
}

} // namespace lynceus::test
