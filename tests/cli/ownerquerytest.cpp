#include "core/io/ipc/ownerlock.h"
#include "tests/cli/engineprocessfixture.h"
#include "tests/cli/fakeowner.h"
#include "tests/support/waiting.h"

#include <QCborArray>

#include <csignal>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::FakeOwner;
using test::linesOf;

namespace {

constexpr double kStill =
    1e-4; // recording seconds per second: repeated requests get equal answers, even on a slow machine
const auto kShopWeb = u"staging:argocd/shop-web=ghcr.io/acme/shop-web:1.5.0"_s;

class OwnerQuery : public test::EngineProcessFixture
{
protected:
    /// Starts a background service and registers a watch with it.
    void watchSomething(double speed = 0.2)
    {
        serve(u"deploy-ok"_s, speed);
        m_daemon = startDaemon();
        const auto added = run({u"watch"_s, u"add"_s, u"--app"_s, kShopWeb, u"--timeout"_s, u"1h"_s});
        ASSERT_EQ(added.exitCode, 0) << added.error.toStdString();
        m_id = added.output.trimmed();
        ASSERT_TRUE(test::waitUntil([&] { return stored(QString::fromLatin1(m_id)).id.size() == 5; }));
    }
    void endDaemon()
    {
        m_daemon->interrupt();
        ASSERT_EQ(m_daemon->finish().exitCode, 0);
    }

    /// Expects the answers from the store, and the reason @p why in one line on standard error.
    void expectFromStore(const QByteArray &why)
    {
        const QString id = QString::fromLatin1(m_id);
        for (const auto &command : {QStringList{u"watch"_s, u"list"_s}, QStringList{u"watch"_s, u"show"_s, id}}) {
            const auto result = run(command);
            EXPECT_EQ(result.exitCode, 0);
            EXPECT_TRUE(result.output.contains(m_id)) << result.output.toStdString();
            ASSERT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
            EXPECT_TRUE(result.error.contains(why)) << result.error.toStdString();
            EXPECT_TRUE(result.error.contains("the last stored state")) << result.error.toStdString();
        }
    }

    /// Counts the lists that commands requested: each command asks for the version first, and the engine does so only
    /// once.
    [[nodiscard]] int versionQuestions() const { return m_server->requestCounts().value(u"/api/version"_s); }

    std::unique_ptr<test::Program> m_daemon;
    QByteArray m_id;
};

} // namespace

TEST_F(OwnerQuery, OwnerReturnsWatchesAndHistory)
{
    watchSomething();
    const auto id = QString::fromLatin1(m_id);
    const auto newer = run({u"watch"_s, u"repeat"_s, id}).output.trimmed();
    ASSERT_TRUE(waitForOutcome(id, Outcome::Cancelled));
    const auto data = m_folder.filePath(u"data/lynceus"_s);
    ASSERT_TRUE(QFile::rename(data, data + u"-hidden"_s)); // a command that reads the store would find none
    const auto list = run({u"watch"_s, u"list"_s});
    EXPECT_TRUE(list.output.contains(m_id) && list.output.contains(newer)) << list.output.toStdString();
    EXPECT_TRUE(list.error.isEmpty()) << list.error.toStdString();
    const auto show = run({u"watch"_s, u"show"_s, QString::fromLatin1(newer)});
    EXPECT_TRUE(show.output.contains("Watch: " + newer)) << show.output.toStdString();
    EXPECT_TRUE(show.error.isEmpty()) << show.error.toStdString();
    const auto history = run({u"history"_s, u"--outcome"_s, u"cancelled"_s, u"--output"_s, u"csv"_s});
    EXPECT_TRUE(history.output.contains(m_id)) << history.output.toStdString() << history.error.toStdString();
    EXPECT_FALSE(history.output.contains(newer));
    const auto unknown = run({u"watch"_s, u"show"_s, u"wzzzz"_s});
    EXPECT_EQ(unknown.exitCode, 4);
    EXPECT_EQ(linesOf(unknown.error).size(), 1) << unknown.error.toStdString();
    ASSERT_TRUE(QFile::rename(data + u"-hidden"_s, data));
}

TEST_F(OwnerQuery, StoreIsReadIfTheOwnerHangs)
{
    watchSomething();
    ::kill(pid_t(m_daemon->process().processId()), SIGSTOP);
    expectFromStore("did not respond in time");
    ::kill(pid_t(m_daemon->process().processId()), SIGCONT);
}

TEST_F(OwnerQuery, StoreIsReadIfTheOwnerHasAnotherVersion)
{
    watchSomething();
    endDaemon();
    {
        const FakeOwner newer(m_place, 99, [](QLocalSocket &, const QCborMap &) {});
        expectFromStore("with protocol 99");
        EXPECT_EQ(newer.asked, 0);
    }
    const FakeOwner older(m_place, 1, [](QLocalSocket &socket, const QCborMap &question) {
        const QCborMap error{{u"kind"_s, int(Error::Kind::BadInput)}, {u"message"_s, u"what is that?"_s}};
        socket.write(ipcFrame({{u"id"_s, question.value(u"id"_s)}, {u"error"_s, error}}));
    });
    expectFromStore("what is that?");
    EXPECT_EQ(older.asked, 2);
}

TEST_F(OwnerQuery, OlderOwnerGetsNoIncompatibleRequests)
{
    watchSomething();
    endDaemon();
    OwnerLock lock(m_place);
    ASSERT_TRUE(lock.tryLock().value_or(false));
    QStringList commands;
    const FakeOwner older(m_place, 1, [&commands](QLocalSocket &socket, const QCborMap &question) {
        const auto command = question.value(u"verb"_s).toString();
        commands.append(command);
        // The answer to an unknown command contains its name.
        const QCborMap error{
            {u"kind"_s, int(Error::Kind::BadInput)}, {u"asked"_s, command}, {u"message"_s, u"unknown command"_s}};
        const QCborMap ids{{u"ids"_s, QCborArray{u"wfake"_s}}};
        const bool isKnown = command == u"watch-add"_s;
        socket.write(ipcFrame(
            {{u"id"_s, question.value(u"id"_s)}, {isKnown ? u"result"_s : u"error"_s, isKnown ? ids : error}}));
    });
    const QString named = u"staging:argocd/shop-web"_s;
    const std::vector<QStringList> calls{{u"--app"_s, named, u"--next"_s},
                                         {u"--app"_s, named, u"--revision"_s, u"3f2a1b0"_s},
                                         {u"--app"_s, named, u"--chart-version"_s, u"1.5.2"_s},
                                         {u"--app"_s, kShopWeb, u"--wait-for-app"_s},
                                         {u"--app"_s, kShopWeb, u"--with-children"_s}};
    for (const auto &call : calls) {
        const auto result = run(QStringList{u"watch"_s, u"add"_s} + call);
        EXPECT_EQ(result.exitCode, 2) << result.error.toStdString();
        EXPECT_TRUE(result.output.isEmpty()) << result.output.toStdString();
        EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
        EXPECT_TRUE(result.error.contains("older than this command")) << result.error.toStdString();
        EXPECT_TRUE(result.error.contains("quit it and try again")) << result.error.toStdString();
    }
    EXPECT_FALSE(commands.contains(u"watch-add"_s)) << "the other version would ignore unknown fields";
    EXPECT_EQ(commands.size(), qsizetype(calls.size()));
    // Commands that the older owner knows still work.
    EXPECT_EQ(run({u"watch"_s, u"add"_s, u"--app"_s, kShopWeb}).output.trimmed(), "wfake");
}

TEST_F(OwnerQuery, IncompleteAnswerIsNotShown)
{
    watchSomething();
    endDaemon();
    const FakeOwner closing(m_place, 1, [](QLocalSocket &socket, const QCborMap &question) {
        const QCborMap part{{u"watches"_s, QCborArray{QCborMap{{u"id"_s, u"wfake"_s}}}}};
        socket.write(ipcFrame({{u"id"_s, question.value(u"id"_s)}, {u"part"_s, part}}));
        socket.disconnectFromServer(); // after the bytes are written
    });
    expectFromStore("ended before it responded");
    EXPECT_FALSE(run({u"watch"_s, u"list"_s}).output.contains("wfake"));
    EXPECT_EQ(closing.asked, 3);
}

TEST_F(OwnerQuery, AppsOutputIsTheSameWithAnOwnerWithoutServerRequests)
{
    serve(u"already-deployed"_s, kStill);
    const std::vector<QStringList> calls{{u"--output"_s, u"json"_s},
                                         {u"--output"_s, u"jsonl"_s},
                                         {u"--output"_s, u"csv"_s},
                                         {},
                                         {u"--instance"_s, u"STAGING"_s, u"--name"_s, u"shop-*"_s},
                                         {u"--project"_s, u"shop"_s, u"--health"_s, u"healthy"_s},
                                         {u"--label"_s, u"team notin (nobody)"_s},
                                         {u"--label"_s, u"team=nobody"_s},
                                         {u"--app-namespace"_s, u"team-a"_s}};
    std::vector<test::ProgramResult> before;
    for (const auto &call : calls)
        before.push_back(run(QStringList{u"apps"_s} + call));
    EXPECT_GT(linesOf(before.front().output).size(), 5);
    m_daemon = startDaemon();
    ASSERT_TRUE(test::waitUntil([&] { return run({u"apps"_s}).error.contains("data of the running daemon"); }));
    const int questions = versionQuestions();
    for (std::size_t at = 0; at < calls.size(); ++at) {
        const auto after = run(QStringList{u"apps"_s} + calls[at]);
        EXPECT_EQ(after.output, before[at].output) << calls[at].join(u' ').toStdString();
        EXPECT_EQ(after.exitCode, before[at].exitCode);
        const bool isText = !calls[at].contains(u"--output"_s);
        EXPECT_EQ(after.error.contains("data of the running"), isText) << after.error.toStdString();
    }
    EXPECT_EQ(versionQuestions(), questions);
    const auto wrong = run({u"apps"_s, u"--label"_s, u"team in"_s});
    EXPECT_EQ(wrong.exitCode, 2) << wrong.error.toStdString();
}

TEST_F(OwnerQuery, AppsReadsFromTheServerIfTheOwnerHasNoData)
{
    serve(u"already-deployed"_s, kStill);
    const auto whole = run({u"apps"_s}).output;
    const auto expectAsked = [&](const char *why) {
        const int questions = versionQuestions();
        const auto result = run({u"apps"_s});
        EXPECT_EQ(result.exitCode, 0);
        EXPECT_EQ(result.output, whole) << why;
        EXPECT_TRUE(result.error.isEmpty()) << result.error.toStdString();
        EXPECT_EQ(versionQuestions(), questions + 1) << why;
    };
    const auto answer = [](QLocalSocket &socket, const QCborMap &question, const QString &kind,
                           const QCborMap &content) {
        socket.write(ipcFrame({{u"id"_s, question.value(u"id"_s)}, {kind, content}}));
    };
    const QCborMap begin{{u"heardAt"_s, qint64{m_clock.now().time_since_epoch().count()}}, {u"count"_s, 3}};
    {
        const FakeOwner closing(m_place, 1, [&](QLocalSocket &socket, const QCborMap &question) {
            answer(socket, question, u"part"_s, begin);
            socket.disconnectFromServer();
        });
        expectAsked("it died in the middle");
    }
    {
        const FakeOwner half(m_place, 1, [&](QLocalSocket &socket, const QCborMap &question) {
            answer(socket, question, u"part"_s, begin);
            answer(socket, question, u"result"_s, {});
        });
        expectAsked("it promised three");
    }
    {
        const FakeOwner broken(m_place, 1, [&](QLocalSocket &socket, const QCborMap &question) {
            answer(socket, question, u"part"_s, begin);
            answer(socket, question, u"part"_s, {{u"applications"_s, QByteArray("nonsense")}});
            answer(socket, question, u"result"_s, {});
        });
        expectAsked("it speaks of other fields");
    }
    {
        const FakeOwner old(m_place, 1, [&](QLocalSocket &socket, const QCborMap &question) {
            const auto longAgo = m_clock.now() - std::chrono::minutes(5);
            answer(socket, question, u"part"_s,
                   {{u"heardAt"_s, qint64{longAgo.time_since_epoch().count()}}, {u"count"_s, 0}});
            answer(socket, question, u"result"_s, {});
        });
        expectAsked("what it knows is old");
    }
    const FakeOwner silent(m_place, 1, [](QLocalSocket &, const QCborMap &) {});
    expectAsked("it hangs");
    EXPECT_EQ(silent.asked, 1);
}

TEST_F(OwnerQuery, AppsReportsTheErrorOfAnUnreachableServer)
{
    serve(u"already-deployed"_s, kStill);
    m_daemon = startDaemon();
    ASSERT_TRUE(test::waitUntil([&] { return run({u"apps"_s}).error.contains("data of the running"); }));
    m_server.reset();
    EXPECT_TRUE(test::waitUntil([&] { return run({u"apps"_s}).exitCode == 5; }))
        << "timeout: the owner has not detected the change";
}

} // namespace lynceus
