#include "core/domain/teamserver/taskwatch.h"
#include "core/engine/facade/localengine.h"
#include "core/engine/teamserver/teamserverprobe.h"
#include "core/io/signin/systembrowser.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

const QByteArray kToken = "deploy-token";

WireStep answer(const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    return send("HTTP/1.1 " + status + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

/// An Argo Watcher that requires its token for reading.
class FakeArgoWatcher final
{
public:
    FakeArgoWatcher()
        : server([this](const ReceivedRequest &request) -> Script { return {reply(request)}; })
    { }

    QByteArray neededToken = kToken;
    bool isGone = false;
    RawServer server;

private:
    [[nodiscard]] WireStep reply(const ReceivedRequest &request) const
    {
        const auto path = request.line.split(' ').at(1).split('?').front();
        if (isGone)
            return finish();
        if (path == "/api/v1/config")
            return json(R"({"argo_cd_url":{"Scheme":"https","Host":"argocd.acme.example"},"state_type":"postgres"})");
        if (path == "/api/v1/version")
            return json(R"("0.15.0")");
        if (path != "/api/v1/tasks")
            return answer("404 Not Found", "text/html", "<html><title>Argo Watcher</title></html>");
        if (request.headers.value("argo_watcher_deploy_token") != neededToken)
            return answer("401 Unauthorized", "application/json", R"({"status":"no","error":"bad credential"})");
        return json(R"({"tasks":[{"id":"a-1","created":1795000000,"updated":1795000001,"app":"web","author":"ada",)"
                    R"("images":[{"image":"web","tag":"1.5.0"}],"status":"in progress"}]})");
    }
    static WireStep json(const QByteArray &body) { return answer("200 OK", "application/json; charset=utf-8", body); }
};

class TeamServersTest : public testing::Test
{
protected:
    TeamServersTest()
    {
        EngineSetup setup;
        setup.instancesFile = m_folder.filePath(u"instances.json"_s);
        setup.makeKeychain = [this] {
            auto keychain = std::make_unique<FakeKeychain>();
            m_keychain = keychain.get(); // only used while the engine's thread is idle
            return keychain;
        };
        setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
        m_engine = std::make_unique<LocalEngine>(setup, m_clock);
        m_engine->start();
    }
    [[nodiscard]] static Instance place(const QString &name, const QUrl &url)
    {
        Instance instance;
        instance.name = name;
        instance.baseUrl = url;
        instance.colour = u"#3366cc"_s;
        return instance;
    }
    template<typename T>
    T settled(QFuture<T> future)
    {
        EXPECT_TRUE(waitFor(future));
        return future.result();
    }
    [[nodiscard]] Result<QString> add(const QString &name, const QUrl &url, const QByteArray &token)
    {
        return settled(m_engine->addTeamServer(place(name, url), Secret(QByteArray(token)), &m_context));
    }
    [[nodiscard]] bool waitForConnection(const QString &id, Connection connection)
    {
        return waitUntil([&] {
            const auto *state = m_engine->state().teamServer(id);
            return state && state->connection == connection;
        });
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    QObject m_context;
    FakeKeychain *m_keychain = nullptr;
    std::unique_ptr<LocalEngine> m_engine;
};

} // namespace

TEST_F(TeamServersTest, TasksAreInTheStateAfterAddingTheServer)
{
    const FakeArgoWatcher watcher;
    const auto found = settled(m_engine->probeTeamServer(place(u"team"_s, watcher.server.url()), Secret(), &m_context));
    ASSERT_TRUE(found) << found.error().message.toStdString();
    EXPECT_EQ(found->kind, TeamServerKind::ArgoWatcher);
    ASSERT_FALSE(found->reading);
    EXPECT_EQ(found->reading.error().kind, Error::Kind::SignInNeeded);

    const auto id = add(u"team"_s, watcher.server.url(), kToken);
    ASSERT_TRUE(id) << id.error().message.toStdString();
    ASSERT_TRUE(waitForConnection(*id, Connection::Polling));
    const ServerTask *task = nullptr;
    ASSERT_TRUE(test::waitUntil([&] { return (task = m_engine->state().serverTask(*id, u"a-1"_s)) != nullptr; }));
    EXPECT_EQ(task->author, u"ada"_s);
    EXPECT_EQ(m_engine->state().instanceName(*id), u"team"_s);
    EXPECT_FALSE(settled(m_engine->applicationOf(*id, u"a-1"_s, &m_context)))
        << "no local instance has the application";
    EXPECT_EQ(m_keychain->entries.size(), 1);

    EXPECT_TRUE(settled(m_engine->renameTeamServer(*id, u"build"_s, &m_context)));
    EXPECT_TRUE(waitUntil([&] { return m_engine->state().instanceName(*id) == u"build"_s; }));
    EXPECT_FALSE(m_engine->state().serverTasks(*id).isEmpty());

    EXPECT_TRUE(settled(m_engine->removeTeamServer(*id, &m_context)));
    EXPECT_TRUE(waitUntil([&] { return !m_engine->state().teamServer(*id); }));
    EXPECT_TRUE(m_engine->state().serverTasks(*id).isEmpty());
    std::ignore = settled(m_engine->board(&m_context)); // answered after the requests to the keychain
    EXPECT_TRUE(m_keychain->entries.isEmpty()) << "the token is deleted with the server";
}

TEST_F(TeamServersTest, FailedAdditionLeavesNothingBehind)
{
    const RawServer page([](const ReceivedRequest &) -> Script {
        return {answer("200 OK", "text/html", "<html><title>Welcome</title></html>")};
    });
    QUrl unreachable;
    {
        const RawServer gone([](const ReceivedRequest &) -> Script { return {}; });
        unreachable = gone.url();
    }
    const FakeArgoWatcher watcher;
    const std::pair<Result<QString>, Error::Kind> refused[] = {
        {add(u"page"_s, page.url(), kToken), Error::Kind::NotArgoCd},
        {add(u"unreachable"_s, unreachable, kToken), Error::Kind::Unreachable},
        {add(u"wrong"_s, watcher.server.url(), "another"), Error::Kind::SignInNeeded},
        {add(u"none"_s, watcher.server.url(), {}), Error::Kind::SignInNeeded},
        {add(u"a:b"_s, watcher.server.url(), kToken), Error::Kind::BadInput},
    };
    for (const auto &[result, kind] : refused) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, kind) << result.error().message.toStdString();
        EXPECT_FALSE(result.error().message.isEmpty());
    }
    EXPECT_TRUE(m_engine->state().teamServers().isEmpty());
    EXPECT_TRUE(m_keychain->entries.isEmpty());
    for (const auto &request : page.requests())
        EXPECT_FALSE(request.headers.contains("argo_watcher_deploy_token"))
            << "only a recognised server gets the token";
}

TEST_F(TeamServersTest, RejectedTokenIsReplaced)
{
    FakeArgoWatcher watcher;
    const auto id = add(u"team"_s, watcher.server.url(), kToken);
    ASSERT_TRUE(id);
    ASSERT_TRUE(waitForConnection(*id, Connection::Polling));
    watcher.neededToken = "next";
    m_engine->retryTeamServer(*id);
    ASSERT_TRUE(waitForConnection(*id, Connection::SignInNeeded));
    EXPECT_FALSE(m_engine->state().serverTasks(*id).isEmpty()) << "known applications stay";
    const auto wrong = settled(m_engine->setTeamServerToken(*id, Secret(QByteArray("wrong")), &m_context));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().kind, Error::Kind::SignInNeeded);
    const auto right = settled(m_engine->setTeamServerToken(*id, Secret(QByteArray("next")), &m_context));
    ASSERT_TRUE(right) << right.error().message.toStdString();
    EXPECT_TRUE(waitForConnection(*id, Connection::Polling));
}

TEST_F(TeamServersTest, TemporarilyUnreachableServerLosesNothing)
{
    FakeArgoWatcher watcher;
    const auto id = add(u"team"_s, watcher.server.url(), kToken);
    ASSERT_TRUE(id);
    ASSERT_TRUE(waitForConnection(*id, Connection::Polling));
    watcher.isGone = true;
    m_engine->retryTeamServer(*id);
    ASSERT_TRUE(waitForConnection(*id, Connection::Unreachable));
    EXPECT_FALSE(m_engine->state().teamServer(*id)->message.isEmpty());
    EXPECT_NE(m_engine->state().serverTask(*id, u"a-1"_s), nullptr);
    watcher.isGone = false;
    EXPECT_TRUE(waitForConnection(*id, Connection::Polling)) << "timeout: the feed did not reconnect";
}

} // namespace lynceus
