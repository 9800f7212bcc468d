#include "core/engine/teamserver/teamserverfeed.h"

#include "core/domain/teamserver/cutevidence.h"
#include "core/engine/teamserver/teamservers.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>
#include <QUrlQuery>

#include <functional>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

QByteArray task(const QByteArray &id, const QByteArray &state, const QByteArray &more = {})
{
    return R"({"id":")" + id + R"(","created":1795000000,"updated":1795000001,"app":"web","author":"ada",)"
        + R"("images":[{"image":"web","tag":"1.5.0"}],"status":")" + state + '"' + more + '}';
}

QByteArray list(const QByteArrayList &tasks)
{
    return R"({"tasks":[)" + tasks.join(',') + "]}";
}

QByteArray event(int id, const QByteArray &data)
{
    return "event: task\nid: " + QByteArray::number(id) + "\ndata: " + data + "\n\n";
}

WireStep answer(const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    return send("HTTP/1.1 " + status + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

const QByteArray kStreamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

/// A team server whose tasks the test changes.
class FakeTeamServer final
{
public:
    FakeTeamServer()
        : server([this](const ReceivedRequest &request) { return reply(request); })
    { }

    QByteArrayList tasks;
    QByteArray verdict;                 ///< of every task
    std::optional<WireStep> listAnswer; ///< replaces the tasks
    Script streamAnswer{send(kStreamHead)};
    std::function<void()> beforeStream; ///< called when a client requests the stream
    bool knowsPages = true;
    int lists = 0;
    int streams = 0;
    RawServer server;

private:
    Script reply(const ReceivedRequest &request)
    {
        if (request.line.contains("/api/v1/config"))
            return {answer("200 OK", "application/json",
                           R"({"argo_cd_url":"https://argocd.acme.example","state_type":"postgres"})")};
        if (request.line.contains("/api/v1/version"))
            return {answer("200 OK", "application/json", R"("0.15.0")")};
        if (request.line.contains("/api/v1/events")) {
            ++streams;
            if (beforeStream)
                beforeStream();
            return streamAnswer;
        }
        if (request.line.contains("/verdict"))
            return {answer("200 OK", "application/json", verdict)};
        if (!request.line.contains("status="))
            ++lists;
        if (listAnswer)
            return {*listAnswer};
        const QUrlQuery query(QUrl(QString::fromLatin1(request.line.split(' ').value(1))));
        const auto offset = knowsPages ? query.queryItemValue(u"offset"_s).toInt() : 0;
        const auto limit = query.queryItemValue(u"limit"_s).toInt();
        return {answer("200 OK", "application/json", list(tasks.mid(offset, limit)))};
    }
};

class TeamServerFeedTest : public testing::Test
{
protected:
    void follow(TeamServerKind kind)
    {
        TeamServerInstance server;
        server.kind = kind;
        server.place.id = u"id"_s;
        server.place.name = u"team"_s;
        server.place.baseUrl = m_team.server.url();
        TeamServerFeed::Pace pace;
        pace.shown = Duration(20);
        pace.hidden = std::chrono::hours(1);
        pace.firstRetry = m_firstRetry;
        pace.lastRetry = m_lastRetry;
        pace.silence = m_silence;
        pace.deadline = m_deadline;
        m_feed = std::make_unique<TeamServerFeed>(server, m_clock, pace);
        QObject::connect(m_feed.get(), &TeamServerFeed::tasksChanged, m_feed.get(),
                         [this](const ServerTaskChanges &changes) {
                             for (const auto &each : changes.tasks)
                                 m_reported.append(each.id + u' ' + each.stateName);
                             for (const auto &id : changes.removed)
                                 m_reported.append(id + u" removed"_s);
                         });
        m_liveReports = 0;
        QObject::connect(m_feed.get(), &TeamServerFeed::stateChanged, m_feed.get(),
                         [this](const TeamServerState &state) {
                             m_liveReports = state.connection == Connection::Live ? m_liveReports + 1 : 0;
                         });
        InstanceAccess access;
        access.baseUrl = m_team.server.url();
        access.headers = {{"Authorization", "Bearer deploy-token"}};
        m_feed->follow(access);
    }
    /// Live: also waits for the list that the feed reads when the stream has opened.
    [[nodiscard]] bool waitForConnection(Connection connection)
    {
        return waitUntil([&] {
            return m_feed->state().connection == connection && (connection != Connection::Live || m_liveReports > 1);
        });
    }

    FakeClock m_clock;
    Duration m_firstRetry{10};
    Duration m_lastRetry{40};
    Duration m_silence{45'000};
    Duration m_deadline{15'000};
    FakeTeamServer m_team;
    std::unique_ptr<TeamServerFeed> m_feed;
    QStringList m_reported;
    int m_liveReports = 0; ///< of the state; the first when the stream has opened, the second with the next list
};

} // namespace

TEST_F(TeamServerFeedTest, FollowsLynceusThroughItsStream)
{
    m_team.tasks = {task("1", "in progress")};
    follow(TeamServerKind::Lynceus);
    ASSERT_TRUE(waitForConnection(Connection::Live));
    EXPECT_EQ(m_reported, QStringList(u"1 in progress"_s));

    m_team.server.broadcast(
        event(7, task("1", "in progress", R"(,"verdict":{"outcome":"waiting","sentence":"Rolling out"})")));
    m_team.server.broadcast(event(8, task("2", "in progress")) + ":\n" + event(9, task("1", "deployed")));
    ASSERT_TRUE(waitUntil([&] { return m_reported.size() == 4; }));
    EXPECT_EQ(m_reported.mid(1), (QStringList{u"1 in progress"_s, u"2 in progress"_s, u"1 deployed"_s}));
    EXPECT_EQ(m_feed->tasks().value(u"1"_s).state, TaskState::Deployed);
    EXPECT_FALSE(m_feed->tasks().value(u"1"_s).verdict) << "a verdict belongs to the state it arrived with";
    for (const auto &request : m_team.server.requests())
        EXPECT_EQ(request.headers.value("authorization"), "Bearer deploy-token");
}

TEST_F(TeamServerFeedTest, ReloadsTheListOnTheServersRequest)
{
    m_team.tasks = {task("1", "in progress")};
    follow(TeamServerKind::Lynceus);
    ASSERT_TRUE(waitForConnection(Connection::Live));
    m_team.tasks = {task("1", "deployed")};
    m_team.server.broadcast("event: reset\ndata: {\"message\":\"read the list again\"}\n\n");
    ASSERT_TRUE(waitUntil([&] { return m_reported.contains(u"1 deployed"_s); }));
    EXPECT_EQ(m_team.streams, 1);
    EXPECT_EQ(m_feed->state().connection, Connection::Live);
}

TEST_F(TeamServerFeedTest, ReportsATaskThatEndsBeforeTheStreamOpens)
{
    m_team.tasks = {task("1", "in progress")};
    m_team.beforeStream = [this] { m_team.tasks = {task("1", "deployed")}; }; // which the stream does not report
    follow(TeamServerKind::Lynceus);
    ASSERT_TRUE(waitUntil([&] { return m_reported.contains(u"1 deployed"_s); }));
    EXPECT_EQ(m_reported, (QStringList{u"1 in progress"_s, u"1 deployed"_s}));
    EXPECT_EQ(m_feed->state().connection, Connection::Live);
    EXPECT_EQ(m_team.streams, 1);
    EXPECT_EQ(m_team.lists, 2);
}

TEST_F(TeamServerFeedTest, ReloadsTheListWhenTheStreamEnds)
{
    m_team.tasks = {task("1", "in progress"), task("2", "in progress")};
    follow(TeamServerKind::Lynceus);
    ASSERT_TRUE(waitForConnection(Connection::Live));
    m_team.tasks = {task("1", "failed")}; // without an event
    m_team.server.finishAll();
    ASSERT_TRUE(waitUntil([&] { return m_team.streams == 2; }));
    ASSERT_TRUE(waitForConnection(Connection::Live));
    EXPECT_EQ(m_reported.mid(2), (QStringList{u"1 failed"_s, u"2 removed"_s}));
}

TEST_F(TeamServerFeedTest, PollsServersWithoutAStream)
{
    for (const auto &refusal :
         {answer("404 Not Found", "application/json", R"({"error":"no such path"})"),
          answer("405 Method Not Allowed", "application/json", R"({"error":"no"})"),
          answer("501 Not Implemented", "text/html", "<html>"), answer("200 OK", "text/html", "<html>")}) {
        m_team.streamAnswer = {refusal};
        m_team.lists = m_team.streams = 0;
        follow(TeamServerKind::Lynceus);
        ASSERT_TRUE(waitForConnection(Connection::Polling)) << refusal.bytes.constData();
        m_feed->setShown(true);
        ASSERT_TRUE(waitUntil([&] { return m_team.lists > 3; }));
        EXPECT_EQ(m_team.streams, 1) << refusal.bytes.constData();
    }
}

TEST_F(TeamServerFeedTest, RetriesAStreamThatIsTemporarilyRefused)
{
    for (const auto &refusal : {answer("502 Bad Gateway", "text/html", "<html><title>502 Bad Gateway</title></html>"),
                                answer("503 Service Unavailable", "application/json", R"({"error":"too many"})"),
                                answer("504 Gateway Timeout", "text/plain", "timeout"),
                                answer("500 Internal Server Error", "application/json", R"({"error":"boom"})"),
                                answer("429 Too Many Requests", "application/json", R"({"error":"too many"})"),
                                answer("408 Request Timeout", "text/html", "<html>")}) {
        m_team.streamAnswer = {refusal};
        m_team.streams = 0;
        follow(TeamServerKind::Lynceus);
        ASSERT_TRUE(waitUntil([&] { return m_team.streams > 2; })) << refusal.bytes.constData();
        m_team.streamAnswer = {send(kStreamHead)};
        EXPECT_TRUE(waitForConnection(Connection::Live)) << refusal.bytes.constData();
    }
}

TEST_F(TeamServerFeedTest, PollsArgoWatcherWhileVisible)
{
    m_team.tasks = {task("1", "in progress")};
    follow(TeamServerKind::ArgoWatcher);
    ASSERT_TRUE(waitForConnection(Connection::Polling));
    EXPECT_EQ(m_team.lists, 1) << "the next list is due in an hour";
    m_feed->setShown(true);
    m_team.tasks = {task("1", "deployed")};
    ASSERT_TRUE(waitUntil([&] { return m_reported.contains(u"1 deployed"_s); }));
    EXPECT_EQ(m_team.streams, 0);
    EXPECT_FALSE(std::ranges::any_of(m_team.server.requests(), [](const ReceivedRequest &request) {
        return request.line.contains("applications") || !request.line.startsWith("GET ");
    }));
}

TEST_F(TeamServerFeedTest, KeepsItsTasksDuringServerErrors)
{
    m_team.tasks = {task("1", "in progress")};
    follow(TeamServerKind::ArgoWatcher);
    ASSERT_TRUE(waitForConnection(Connection::Polling));
    const std::vector<std::pair<WireStep, Connection>> troubles{
        {answer("500 Internal Server Error", "application/json", R"({"error":"boom"})"), Connection::Unreachable},
        {answer("401 Unauthorized", "application/json", R"({"error":"no"})"), Connection::SignInNeeded},
        {answer("200 OK", "text/html", "<html>"), Connection::NotArgoCd},
        {answer("200 OK", "application/json", R"({"tasks":[{"id":)"), Connection::Unreachable},
        {send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://elsewhere.example/\r\n\r\n"),
         Connection::NotArgoCd}};
    m_feed->setShown(true);
    for (const auto &[trouble, connection] : troubles) {
        m_team.listAnswer = trouble;
        EXPECT_TRUE(waitForConnection(connection)) << trouble.bytes.constData();
        EXPECT_FALSE(m_feed->state().message.isEmpty());
        m_team.listAnswer.reset();
        EXPECT_TRUE(waitForConnection(Connection::Polling)) << "timeout: the feed did not reconnect";
    }
    EXPECT_EQ(m_reported, QStringList(u"1 in progress"_s)) << "no update was lost, and none is wrongly deployed";
}

TEST_F(TeamServerFeedTest, TimesOutOnASilentServerAndRetries)
{
    m_deadline = Duration(50);
    m_team.listAnswer = pause(std::chrono::hours(1)); // the response never starts
    follow(TeamServerKind::ArgoWatcher);
    ASSERT_TRUE(waitForConnection(Connection::Unreachable));
    ASSERT_TRUE(waitUntil([&] { return m_team.lists > 2; }));
    m_team.listAnswer.reset();
    EXPECT_TRUE(waitForConnection(Connection::Polling));
}

TEST_F(TeamServerFeedTest, ClosesASilentStream)
{
    m_silence = Duration(50);
    follow(TeamServerKind::Lynceus);
    ASSERT_TRUE(waitUntil([&] { return m_team.streams > 2; })) << "read again each time";
    EXPECT_GE(m_team.lists, 3);
}

TEST_F(TeamServerFeedTest, ClosesAnInvalidStream)
{
    m_team.streamAnswer = {send(kStreamHead + event(1, "{\"id\":7}"))};
    follow(TeamServerKind::Lynceus);
    ASSERT_TRUE(waitUntil([&] { return m_team.streams > 1; }));
    m_team.streamAnswer = {send(kStreamHead + "data: " + QByteArray(2 * 1024 * 1024, 'x') + "\n\n")};
    const auto before = m_team.streams;
    ASSERT_TRUE(waitUntil([&] { return m_team.streams > before + 1; }));
    EXPECT_TRUE(m_reported.isEmpty());
}

TEST_F(TeamServerFeedTest, KeepsBoundedEvidence)
{
    follow(TeamServerKind::Lynceus);
    ASSERT_TRUE(waitForConnection(Connection::Live));
    const auto withPods = [](const QByteArray &id, int count, const QByteArray &reason) {
        QByteArrayList pods;
        for (int i = 0; i < count; ++i)
            pods +=
                R"({"name":"web-)" + QByteArray::number(i) + R"(","images":["web:1.5.0"],"reason":")" + reason + "\"}";
        return task(id, "in progress",
                    R"(,"verdict":{"outcome":"waiting","sentence":"Rolling out","evidence":{"pods":[)" + pods.join(',')
                        + "]}}");
    };
    const auto podsOf = [this](const QString &id) {
        const auto known = m_feed->tasks().value(id);
        return known.verdict && known.verdict->facts ? known.verdict->facts->evidence.pods.size() : 0;
    };
    m_team.server.broadcast(event(1, withPods("honest", 150, "Running")));
    ASSERT_TRUE(waitUntil([&] { return m_feed->tasks().contains(u"honest"_s); }));
    EXPECT_EQ(podsOf(u"honest"_s), 150U);

    const auto words = QByteArray("not ready ").repeated(150);
    constexpr int kTasks = 300; // each fills the limit of one task, together they exceed the limit of all
    for (int i = 0; i < kTasks; ++i)
        m_team.server.broadcast(event(i + 2, withPods("hostile-" + QByteArray::number(i), 25, words)));
    ASSERT_TRUE(waitUntil([&] { return m_feed->tasks().size() == kTasks + 1; }, std::chrono::seconds(90)));
    EXPECT_GE(podsOf(u"hostile-0"_s), 10U);
    EXPECT_LT(podsOf(u"hostile-0"_s), 25U) << "the first ones are kept";
    EXPECT_EQ(podsOf(u"hostile-299"_s), 0U);
    EXPECT_FALSE(isEvidenceCut(*m_feed->tasks().value(u"honest"_s).verdict));
    EXPECT_TRUE(isEvidenceCut(*m_feed->tasks().value(u"hostile-0"_s).verdict));
    EXPECT_EQ(m_feed->tasks().value(u"hostile-299"_s).verdict->sentence, u"Rolling out"_s);
    qsizetype kept = 0;
    for (const auto &known : m_feed->tasks()) {
        for (const auto &pod : known.verdict->facts->evidence.pods)
            kept += pod.reason.size();
    }
    EXPECT_LE(kept, TeamServerFeed::kMostDetailsOfAll);
    EXPECT_EQ(podsOf(u"honest"_s), 150U);

    m_team.server.broadcast(event(1'000, task("hostile-0", "deployed")));
    m_team.server.broadcast(event(1'001, withPods("late", 10, words)));
    ASSERT_TRUE(waitUntil([&] { return m_feed->tasks().contains(u"late"_s); }));
    EXPECT_EQ(podsOf(u"late"_s), 10U) << "there is room again";
}

TEST_F(TeamServerFeedTest, KeepsAllEvidenceOfAViewedTask)
{
    follow(TeamServerKind::Lynceus);
    ASSERT_TRUE(waitForConnection(Connection::Live));
    const auto verdict = [](int count) {
        QByteArrayList pods;
        for (int i = 0; i < count; ++i)
            pods += R"({"name":"web-)" + QByteArray::number(i) + R"(","reason":")"
                + QByteArray("not ready ").repeated(150) + "\"}";
        return R"({"outcome":"waiting","sentence":"Rolling out","evidence":{"pods":[)" + pods.join(',') + "]}}";
    };
    const auto podsOf = [this](const QString &id) {
        const auto known = m_feed->tasks().value(id);
        return known.verdict && known.verdict->facts ? known.verdict->facts->evidence.pods.size() : 0;
    };
    m_team.server.broadcast(event(1, task("large", "in progress", ",\"verdict\":" + verdict(50))));
    ASSERT_TRUE(waitUntil([&] { return podsOf(u"large"_s) > 0; }));
    ASSERT_LT(podsOf(u"large"_s), 50U);
    m_team.verdict = verdict(50);
    m_feed->readVerdict(u"large"_s);
    ASSERT_TRUE(waitUntil([&] { return podsOf(u"large"_s) == 50; }))
        << "timeout: the evidence of the running task was not truncated";
    EXPECT_FALSE(isEvidenceCut(*m_feed->tasks().value(u"large"_s).verdict));
    m_team.server.broadcast(event(2, task("large", "in progress", ",\"verdict\":" + verdict(60))));
    ASSERT_TRUE(waitUntil([&] { return podsOf(u"large"_s) == 60; })) << "timeout: later events were not kept";
    for (int i = 0; i < int(TeamServerFeed::kMostViewed); ++i)
        m_feed->readVerdict(u"other-%1"_s.arg(i));
    m_team.server.broadcast(event(3, task("large", "in progress", ",\"verdict\":" + verdict(61))));
    EXPECT_TRUE(waitUntil([&] { return podsOf(u"large"_s) < 50; }))
        << "timeout: the evidence was not truncated after the view closed";
}

TEST_F(TeamServerFeedTest, BacksOffIfTheStreamBreaksImmediately)
{
    m_team.streamAnswer = {send(kStreamHead), finish()};
    m_firstRetry = Duration{4};
    m_lastRetry = std::chrono::hours(1);
    follow(TeamServerKind::Lynceus);
    const auto isBackedOff = [&] { // 16 times the first delay, half of which is random
        return m_feed->interval() >= Duration{32} && m_feed->interval() < TeamServerFeed::Pace().live;
    };
    ASSERT_TRUE(waitUntil(isBackedOff)) << m_team.streams;
    EXPECT_GE(m_team.streams, 4);
    m_team.streamAnswer = {send(kStreamHead)};
    ASSERT_TRUE(waitForConnection(Connection::Live));
    m_clock.advance(TeamServerFeed::Pace().proven);
    m_team.server.finishAll();
    EXPECT_TRUE(waitUntil([&] { return m_feed->interval() <= m_firstRetry; }))
        << "timeout: a long-lived stream must reset the backoff";
}

TEST_F(TeamServerFeedTest, ReadsAllPagesOfTasksInProgress)
{
    for (int i = 0; i < 2'500; ++i)
        m_team.tasks += task(QByteArray::number(i), "in progress");
    follow(TeamServerKind::Lynceus);
    ASSERT_TRUE(waitForConnection(Connection::Live));
    EXPECT_EQ(m_feed->tasks().size(), 2'500);
    m_team.knowsPages = false;
    m_team.tasks = m_team.tasks.mid(0, 1'000);
    m_feed->startAgain();
    ASSERT_TRUE(waitUntil([&] { return m_feed->tasks().size() == 1'000; })) << "a repeated page ends the list";
}

TEST_F(TeamServerFeedTest, ReportsWhyACredentialCannotBeRead)
{
    follow(TeamServerKind::Lynceus);
    ASSERT_TRUE(waitForConnection(Connection::Live));
    m_feed->setObstacle({Error::Kind::SignInNeeded, {}, u"the keychain is locked"_s, false, 0});
    EXPECT_EQ(m_feed->state().connection, Connection::KeychainShut);
    EXPECT_EQ(m_feed->state().message, u"the keychain is locked"_s);
}

/// A configured Argo Watcher whose token is in the keychain.
class ConfiguredTeamServer : public testing::Test
{
protected:
    /// Opens the registry as a new run of the program does.
    void start()
    {
        m_servers.reset();
        m_gateways = std::make_unique<GatewayRegistry>(m_keychain);
        m_servers = std::make_unique<TeamServers>(teamServersFile(m_folder.filePath(u"team-servers.json"_s)),
                                                  *m_gateways, m_keychain, m_clock);
        TeamServerFeed::Pace pace;
        pace.hidden = Duration(10);
        m_servers->setPace(pace);
        m_connection.reset();
        QObject::connect(m_servers.get(), &TeamServers::stateChanged, m_servers.get(),
                         [this](const TeamServerState &state) { m_connection = state.connection; });
        m_servers->open();
    }
    void add(const QByteArray &token)
    {
        Instance place;
        place.name = u"team"_s;
        place.colour = u"#3366cc"_s;
        place.baseUrl = m_team.server.url();
        std::optional<Result<QString>> added;
        m_servers->add(place, Secret(QByteArray(token.constData(), token.size())), {}, &m_context,
                       [&added](const Result<QString> &id) { added = id; });
        ASSERT_TRUE(waitUntil([&added] { return added.has_value(); }));
        ASSERT_TRUE(*added) << added->error().message.toStdString();
        m_id = **added;
    }
    /// Whether the list is now read with @p token.
    [[nodiscard]] bool isReadWith(const QByteArray &token)
    {
        const auto before = m_team.server.requests().size();
        return waitUntil([&] { return m_team.server.requests().size() > before + 5; })
            && m_team.server.requests().back().headers.value("argo_watcher_deploy_token") == token;
    }

    FakeClock m_clock;
    FakeTeamServer m_team;
    FakeKeychain m_keychain;
    QTemporaryDir m_folder;
    QObject m_context;
    std::unique_ptr<GatewayRegistry> m_gateways;
    std::unique_ptr<TeamServers> m_servers;
    std::optional<Connection> m_connection; ///< last reported connection
    QString m_id;
};

TEST_F(ConfiguredTeamServer, TokenOfAServerRenamedMeanwhileIsUsed)
{
    start();
    add("the-old-token");
    ASSERT_TRUE(isReadWith("the-old-token"));
    std::optional<Result<void>> changed;
    m_servers->setToken(m_id, Secret(QByteArray("the-new-token")), &m_context,
                        [&changed](const Result<void> &result) { changed = result; });
    ASSERT_TRUE(m_servers->rename(m_id, u"renamed"_s, {}));
    ASSERT_TRUE(waitUntil([&changed] { return changed.has_value(); }));
    EXPECT_TRUE(*changed) << changed->error().message.toStdString();
    EXPECT_TRUE(isReadWith("the-new-token"));
    EXPECT_EQ(m_servers->registry().withId(m_id)->place.name, u"renamed"_s);
}

TEST_F(ConfiguredTeamServer, TokenOfAServerRemovedMeanwhileIsNotStored)
{
    start();
    add("the-old-token");
    std::optional<Result<void>> changed;
    m_servers->setToken(m_id, Secret(QByteArray("the-new-token")), &m_context,
                        [&changed](const Result<void> &result) { changed = result; });
    ASSERT_TRUE(m_servers->remove(m_id));
    ASSERT_TRUE(waitUntil([&changed] { return changed.has_value(); }));
    EXPECT_FALSE(*changed);
    EXPECT_TRUE(waitUntil([this] { return m_keychain.entries.isEmpty(); }));
}

TEST_F(ConfiguredTeamServer, ServerRenamedDuringKeychainAccessIsFollowed)
{
    start();
    add("a-token");
    start();
    ASSERT_TRUE(m_servers->rename(m_id, u"renamed"_s, {}));
    EXPECT_TRUE(waitUntil([this] { return m_connection == Connection::Polling; }));
    EXPECT_TRUE(isReadWith("a-token"));
}

} // namespace lynceus
