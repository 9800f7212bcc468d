#include "core/io/clock.h"
#include "core/io/store/watchstore.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/keyringbus.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrlQuery>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

constexpr Duration kHour{std::chrono::hours(1)};

WireStep answer(const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    return send("HTTP/1.1 " + status + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

QByteArray secondsAgo(int seconds)
{
    return QByteArray::number(std::chrono::floor<std::chrono::seconds>(SystemClock().now()).time_since_epoch().count()
                              - seconds);
}

QByteArray task(const QByteArray &id, const QByteArray &state, const QByteArray &author, int age)
{
    return R"({"id":")" + id + R"(","created":)" + secondsAgo(age) + R"(,"updated":)" + secondsAgo(age)
        + R"(,"app":"shop-web","author":")" + author + R"(","project":"shop","images":[{"image":"web","tag":"1.5.0"}],)"
        + R"("status":")" + state + R"(","status_reason":"because <b>\u001b[31m of it</b>"})";
}

/// Answers like Argo Watcher, which returns its web page for unknown paths.
class FakeArgoWatcher final
{
public:
    FakeArgoWatcher()
        : server([this](const ReceivedRequest &request) -> Script { return {reply(request)}; })
    { }

    QByteArray neededToken; ///< empty: no token required
    QByteArrayList tasks;
    RawServer server;

private:
    [[nodiscard]] WireStep reply(const ReceivedRequest &request) const
    {
        const auto path = request.line.split(' ').at(1).split('?').front();
        if (path == "/api/v1/config")
            return json(R"({"argo_cd_url":{"Scheme":"https","Host":"argocd.acme.example"},"state_type":"postgres"})");
        const bool isApi = path == "/api/v1/version" || path == "/api/v1/tasks";
        if (!isApi)
            return answer("200 OK", "text/html", "<html><title>Argo Watcher</title></html>");
        if (request.headers.value("argo_watcher_deploy_token") != neededToken)
            return answer("401 Unauthorized", "application/json", R"({"status":"no","error":"bad credential"})");
        if (request.line.startsWith("POST"))
            return answer("202 Accepted", "application/json", R"({"id":"new-task","status":"accepted"})");
        if (path.endsWith("version"))
            return json(R"("0.15.0")");
        const QUrlQuery query(QUrl(QString::fromLatin1(request.line.split(' ').at(1))));
        const auto page =
            tasks.mid(query.queryItemValue(u"offset"_s).toInt(), query.queryItemValue(u"limit"_s).toInt());
        return json(R"({"tasks":[)" + page.join(',') + "]}");
    }
    static WireStep json(const QByteArray &body) { return answer("200 OK", "application/json; charset=utf-8", body); }
};

/// Runs commands with their own home folder.
class TeamServers : public testing::Test
{
protected:
    [[nodiscard]] QHash<QString, QString> environment() const
    {
        return {{u"XDG_CONFIG_HOME"_s, m_home.path()},
                {u"XDG_DATA_HOME"_s, m_home.path()},
                {u"XDG_RUNTIME_DIR"_s, m_home.filePath(u"run"_s)}};
    }
    [[nodiscard]] ProgramResult call(const QStringList &arguments) const { return run(arguments, environment()); }
    [[nodiscard]] ProgramResult add(const QString &name, const FakeArgoWatcher &watcher) const
    {
        return call({u"instances"_s, u"add"_s, name, watcher.server.url().toString()});
    }
    void storeWatch(const QString &id, Outcome outcome, const QString &application = u"shop-web"_s,
                    const QString &image = u"ghcr.io/acme/shop-web:1.5.0"_s)
    {
        const auto now = SystemClock().now();
        StoredWatch stored;
        auto &record = stored.record;
        record.id = id;
        record.request.application = {u"i1"_s, u"argocd"_s, application};
        record.request.images = {parseImageReference(image).value()};
        record.request.release = u"2026-49"_s;
        record.expectation.application = record.request.application;
        record.expectation.images = record.request.images;
        record.expectation.registeredAt = now;
        record.expectation.deadline = now + kHour;
        record.registeredAt = now;
        record.verdict.outcome = outcome;
        if (outcome != Outcome::Waiting)
            record.endedAt = now;
        auto store = WatchStore::open(m_home.filePath(u"lynceus/store.db"_s), now);
        ASSERT_TRUE(store);
        ASSERT_TRUE(store->store->write({stored}, WatchStore::Durability::Power));
    }

    QTemporaryDir m_home;
};

} // namespace

TEST_F(TeamServers, AreRecognisedListedTestedRenamedAndRemoved)
{
    FakeArgoWatcher watcher;
    const auto added = add(u"watcher"_s, watcher);
    ASSERT_EQ(added.exitCode, 0) << added.error.constData();
    EXPECT_TRUE(added.output.startsWith("watcher: http://127.0.0.1:")) << added.output.constData();
    EXPECT_TRUE(added.output.contains("team server (Argo Watcher), version 0.15.0")) << added.output.constData();

    const auto list = call({u"instances"_s, u"list"_s});
    EXPECT_TRUE(list.output.contains("team server (Argo Watcher)")) << list.output.constData();
    const auto rows =
        QJsonDocument::fromJson(call({u"instances"_s, u"list"_s, u"--output"_s, u"json"_s}).output).array();
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows.at(0).toObject().value("kind"_L1).toString(), u"argo-watcher"_s);

    const auto tested = call({u"instances"_s, u"test"_s});
    EXPECT_EQ(tested.exitCode, 0) << tested.error.constData();
    EXPECT_TRUE(tested.output.contains("can be read")) << tested.output.constData();
    const auto apps = call({u"apps"_s, u"--instance"_s, u"watcher"_s});
    EXPECT_EQ(apps.exitCode, 2) << "applications are not requested from a team server";

    EXPECT_EQ(add(u"Watcher"_s, watcher).exitCode, 2) << "the name is taken";
    EXPECT_EQ(call({u"instances"_s, u"rename"_s, u"watcher"_s, u"team"_s}).exitCode, 0);
    EXPECT_EQ(call({u"instances"_s, u"remove"_s, u"team"_s}).exitCode, 0);
    EXPECT_TRUE(call({u"instances"_s, u"list"_s}).output.isEmpty());
    for (const auto &request : watcher.server.requests())
        EXPECT_FALSE(request.line.contains("/applications")) << request.line.constData();
}

TEST_F(TeamServers, OtherServersAreRejected)
{
    RawServer page([](const ReceivedRequest &) -> Script { return {answer("200 OK", "text/html", "<html></html>")}; });
    const auto added = call({u"instances"_s, u"add"_s, u"page"_s, page.url().toString()});
    EXPECT_EQ(added.exitCode, 5);
    EXPECT_TRUE(added.error.contains("instead of JSON from Argo CD")) << added.error.constData();
    EXPECT_EQ(linesOf(added.error).size(), 1);
    EXPECT_FALSE(QFile::exists(m_home.filePath(u"lynceus/team-servers.json"_s)));
}

TEST_F(TeamServers, RequiredTokenIsRequestedAndStoredInTheKeychainOnly)
{
    KeyringBus bus;
    bus.startKeyring();
    FakeArgoWatcher watcher;
    watcher.neededToken = "planted-deploy-token-77";
    watcher.tasks = {task("1", "deployed", "ada", 60)};
    auto environment = TeamServers::environment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
    environment.insert(u"HOME"_s, bus.home());
    const auto url = watcher.server.url().toString();

    const auto without = run({u"instances"_s, u"add"_s, u"watcher"_s, url}, environment);
    EXPECT_EQ(without.exitCode, 7) << without.error.constData();
    EXPECT_TRUE(without.error.contains("--auth-token-file")) << without.error.constData();

    const QTemporaryDir files;
    const auto file = fileWith(files, u"token"_s, watcher.neededToken + '\n');
    const auto with = run({u"instances"_s, u"add"_s, u"watcher"_s, url, u"--auth-token-file"_s, file}, environment);
    ASSERT_EQ(with.exitCode, 0) << with.error.constData();
    const auto tasks = run({u"tasks"_s}, environment);
    EXPECT_EQ(tasks.exitCode, 0) << tasks.error.constData();
    EXPECT_TRUE(tasks.output.contains("shop-web")) << "read with the token of the keychain";
    QFile stored(m_home.filePath(u"lynceus/team-servers.json"_s));
    ASSERT_TRUE(stored.open(QIODevice::ReadOnly));
    const auto text = stored.readAll();
    EXPECT_TRUE(text.contains("ARGO_WATCHER_DEPLOY_TOKEN"));
    for (const auto &outputText : {text, without.error, with.output, with.error, tasks.output, tasks.error})
        EXPECT_FALSE(outputText.contains(watcher.neededToken));
}

TEST_F(TeamServers, TasksOfAllAreListedDespiteFailures)
{
    FakeArgoWatcher one;
    one.tasks = {task("1", "deployed", "ada", 60), task("2", "exploded", "bob", 30)};
    FakeArgoWatcher other;
    other.tasks = {task("3", "failed", "Ada", 45)};
    ASSERT_EQ(add(u"one"_s, one).exitCode, 0);
    ASSERT_EQ(add(u"other"_s, other).exitCode, 0);

    const auto all = call({u"tasks"_s});
    EXPECT_EQ(all.exitCode, 0) << all.error.constData();
    const auto lines = linesOf(all.output);
    ASSERT_EQ(lines.size(), 4) << all.output.constData();
    EXPECT_TRUE(lines[1].contains("exploded")) << "an unknown state is shown unchanged";
    EXPECT_TRUE(lines[2].contains("failed"));
    EXPECT_TRUE(lines[3].contains("deployed"));
    EXPECT_FALSE(all.output.contains('\x1b'));

    const auto byAuthor =
        QJsonDocument::fromJson(call({u"tasks"_s, u"--author"_s, u"ada"_s, u"--output"_s, u"json"_s}).output);
    ASSERT_EQ(byAuthor.array().size(), 2);
    EXPECT_EQ(byAuthor.array().at(0).toObject().value("server"_L1).toString(), u"other"_s);
    EXPECT_EQ(linesOf(call({u"tasks"_s, u"--limit"_s, u"1"_s, u"--output"_s, u"jsonl"_s}).output).size(), 1);

    other.neededToken = "now it needs one";
    const auto rest = call({u"tasks"_s});
    EXPECT_EQ(rest.exitCode, 7);
    EXPECT_EQ(linesOf(rest.output).size(), 3);
    EXPECT_TRUE(rest.error.startsWith("lynceus: other: ")) << rest.error.constData();
    EXPECT_EQ(call({u"tasks"_s, u"--team-server"_s, u"on"_s}).exitCode, 2);
    EXPECT_EQ(call({u"tasks"_s, u"--state"_s, u"fine"_s}).exitCode, 2);
    EXPECT_EQ(call({u"tasks"_s, u"--follow"_s, u"--output"_s, u"json"_s}).exitCode, 2);
}

TEST_F(TeamServers, AllPagesOfTheListAreRead)
{
    FakeArgoWatcher watcher;
    for (int i = 0; i < 1'200; ++i)
        watcher.tasks += task(QByteArray::number(i), "deployed", i % 600 == 599 ? "grace" : "ada", i);
    ASSERT_EQ(add(u"watcher"_s, watcher).exitCode, 0);
    const auto listed = [this](const QStringList &more) {
        const auto result =
            call(QStringList{u"tasks"_s, u"--request-timeout"_s, u"120s"_s, u"--output"_s, u"jsonl"_s} + more);
        EXPECT_EQ(result.exitCode, 0) << result.error.constData();
        return result.output.count('\n');
    };
    EXPECT_EQ(listed({u"--limit"_s, u"5000"_s}), 1'200);
    EXPECT_EQ(listed({u"--limit"_s, u"1100"_s}), 1'100);
    EXPECT_EQ(listed({u"--author"_s, u"grace"_s}), 2) << "regardless of their age";
}

TEST_F(TeamServers, TasksAreFollowed)
{
    FakeArgoWatcher watcher;
    watcher.tasks = {task("1", "in progress", "ada", 60)};
    ASSERT_EQ(add(u"team"_s, watcher).exitCode, 0);
    Program program({u"tasks"_s, u"--follow"_s, u"--output"_s, u"jsonl"_s}, environment());
    const auto first = QJsonDocument::fromJson(program.firstLine()).object();
    EXPECT_EQ(first.value("state"_L1).toString(), u"in progress"_s);
    watcher.tasks = {task("1", "deployed", "ada", 60)};
    // Each list takes two requests: when the second list starts, the change in the first one has been printed.
    const auto before = watcher.server.requests().size();
    ASSERT_TRUE(waitUntil([&] { return watcher.server.requests().size() >= before + 3; }, Duration{60'000}));
    program.interrupt();
    const auto result = program.finish();
    EXPECT_EQ(result.exitCode, 130);
    const auto lines = linesOf(result.output);
    ASSERT_EQ(lines.size(), 2) << result.output.constData();
    EXPECT_EQ(QJsonDocument::fromJson(lines[1]).object().value("state"_L1).toString(), u"deployed"_s);
}

TEST_F(TeamServers, FollowingEndsWhenTheReaderHasEnded)
{
    FakeArgoWatcher watcher;
    watcher.tasks = {task("1", "in progress", "ada", 60)};
    ASSERT_EQ(add(u"team"_s, watcher).exitCode, 0);
    const auto pipe = Program::inShell(
        u"{ \"$0\" tasks --follow --output jsonl; echo \"ended with $?\" >&2; } | head -n 1"_s, environment());
    EXPECT_TRUE(pipe->firstLine().contains("in progress"));
    watcher.tasks = {task("1", "deployed", "ada", 60)};
    const auto result = pipe->finish();
    EXPECT_EQ(linesOf(result.output).size(), 1);
    EXPECT_TRUE(result.error.contains("ended with 0")) << result.error.constData();
}

TEST_F(TeamServers, WatchIsSharedOnceUnchanged)
{
    FakeArgoWatcher watcher;
    ASSERT_EQ(add(u"team"_s, watcher).exitCode, 0);
    ASSERT_NO_FATAL_FAILURE(storeWatch(u"w7k3f"_s, Outcome::Waiting));
    const auto posts = [&watcher] {
        return std::ranges::count_if(watcher.server.requests(),
                                     [](const ReceivedRequest &request) { return request.line.startsWith("POST"); });
    };
    const QStringList share{u"watch"_s, u"share"_s, u"w7k3f"_s, u"team"_s, u"--author"_s, u"ada"_s};

    const auto dry = call(share + QStringList(u"--dry-run"_s));
    EXPECT_EQ(dry.exitCode, 0) << dry.error.constData();
    EXPECT_EQ(posts(), 0);
    const auto shared = call(share);
    ASSERT_EQ(shared.exitCode, 0) << shared.error.constData();
    EXPECT_EQ(shared.output, "w7k3f: shared on team as task new-task (1.5.0)\n");
    ASSERT_EQ(posts(), 1);
    const auto sent = QJsonDocument::fromJson(watcher.server.requests().back().body).object();
    EXPECT_EQ(sent.value("app"_L1).toString(), u"shop-web"_s);
    EXPECT_EQ(sent.value("author"_L1).toString(), u"ada"_s);
    EXPECT_EQ(sent.value("project"_L1).toString(), u"2026-49"_s);
    EXPECT_EQ(QJsonDocument::fromJson(dry.output).object().value("images"_L1), sent.value("images"_L1));
    EXPECT_LE(sent.value("timeout"_L1).toInt(), 3'600);
    EXPECT_GT(sent.value("timeout"_L1).toInt(), 3'000);

    const auto unwritten =
        Program::inShell(u"exec \"$0\" watch share w7k3f team --author ada >/dev/full"_s, environment())->finish();
    EXPECT_EQ(unwritten.exitCode, 2);
    EXPECT_TRUE(unwritten.error.contains("shared on team as task new-task")) << unwritten.error.constData();
    ASSERT_EQ(posts(), 2);

    watcher.neededToken = "planted-deploy-token-77";
    const auto refused = call(share);
    EXPECT_EQ(refused.exitCode, 7);
    EXPECT_TRUE(refused.error.contains("--deploy-token-file")) << refused.error.constData();
    const QTemporaryDir files;
    const auto file = fileWith(files, u"token"_s, watcher.neededToken);
    const auto allowed = call(share + QStringList{u"--deploy-token-file"_s, file});
    EXPECT_EQ(allowed.exitCode, 0) << allowed.error.constData();
    EXPECT_EQ(posts(), 4);
    EXPECT_FALSE((allowed.output + allowed.error + refused.error).contains(watcher.neededToken));
}

TEST_F(TeamServers, EndedWatchIsNotShared)
{
    FakeArgoWatcher watcher;
    ASSERT_EQ(add(u"team"_s, watcher).exitCode, 0);
    ASSERT_NO_FATAL_FAILURE(storeWatch(u"wover"_s, Outcome::Deployed));
    const auto shared = call({u"watch"_s, u"share"_s, u"wover"_s, u"team"_s});
    EXPECT_EQ(shared.exitCode, 2);
    EXPECT_TRUE(shared.error.startsWith("lynceus: wover: has ended")) << shared.error.constData();
    EXPECT_EQ(call({u"watch"_s, u"share"_s, u"wnone"_s, u"team"_s}).exitCode, 4);
    EXPECT_EQ(call({u"watch"_s, u"share"_s, u"wover"_s}).exitCode, 2);
}

// Uses a real `lynceus serve`: a pipeline registers a task, and a user sees it and shares a watch.
TEST_F(TeamServers, RealServerIsRecognisedReadAndUsedForSharing)
{
    auto recording = builtInRecording(u"deploy-ok"_s);
    ASSERT_TRUE(recording);
    const auto app = recording->head.application;
    const auto image = recording->head.images.front();
    std::vector<Recording> recordings;
    recordings.push_back(*std::move(recording));
    const SystemClock clock;
    ReplayServer argoCd(std::move(recordings), {}, clock);
    ASSERT_TRUE(argoCd.listen());
    const QByteArray token = "a-deploy-token-for-tests";
    const auto tokenFile = fileWith(m_home, u"token"_s, token);
    Program serve({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--server"_s, argoCd.baseUrl().toString(),
                   u"--database"_s, u"sqlite:"_s + m_home.filePath(u"tasks.db"_s), u"--deploy-token-file"_s,
                   tokenFile});
    const auto line = serve.firstLine();
    ASSERT_TRUE(line.startsWith("listening on ")) << serve.finish().error.constData();
    const auto url = QString::fromLatin1(line.sliced(13)).trimmed();

    const auto added = call({u"instances"_s, u"add"_s, u"team"_s, url});
    ASSERT_EQ(added.exitCode, 0) << added.error.constData();
    EXPECT_TRUE(added.output.contains("team server (lynceus serve), version lynceus ")) << added.output.constData();
    ASSERT_NO_FATAL_FAILURE(storeWatch(u"w7k3f"_s, Outcome::Waiting, app, image));
    const auto shared = call(
        {u"watch"_s, u"share"_s, u"w7k3f"_s, u"team"_s, u"--author"_s, u"ada"_s, u"--deploy-token-file"_s, tokenFile});
    ASSERT_EQ(shared.exitCode, 0) << shared.error.constData();
    const auto rows = QJsonDocument::fromJson(call({u"tasks"_s, u"--output"_s, u"json"_s}).output).array();
    ASSERT_EQ(rows.size(), 1);
    const auto row = rows.at(0).toObject();
    EXPECT_EQ(row.value("author"_L1).toString(), u"ada"_s);
    EXPECT_TRUE(row.value("app"_L1).toString().endsWith(app)) << qPrintable(row.value("app"_L1).toString());
    EXPECT_TRUE(shared.output.contains(row.value("id"_L1).toString().toUtf8()));
}

TEST_F(TeamServers, DoctorChecksThem)
{
    FakeArgoWatcher watcher;
    ASSERT_EQ(add(u"team"_s, watcher).exitCode, 0);
    const auto found = call({u"doctor"_s, u"team"_s, u"--output"_s, u"json"_s});
    EXPECT_TRUE(found.output.contains("Argo Watcher, version 0.15.0")) << found.output.constData();
    EXPECT_TRUE(found.output.contains("tasks can be read"));
    watcher.neededToken = "now it needs one";
    const auto bad = call({u"doctor"_s, u"team"_s, u"--output"_s, u"json"_s});
    EXPECT_EQ(bad.exitCode, 7) << bad.output.constData();
}

} // namespace lynceus
