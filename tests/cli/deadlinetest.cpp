#include "tests/cli/programrun.h"
#include "tests/cli/pseudoterminal.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>

#include <csignal>
#include <sys/types.h>
#include <termios.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::Program;
using test::ProgramResult;
using test::RawServer;
using test::ReceivedRequest;
using test::Script;

namespace {

constexpr Duration kWide{15'000}; // the limit is 2 s, but a loaded machine under sanitizers is slow

/// Runs commands with their own home folder against servers that never finish an answer.
class Deadlines : public testing::Test
{
protected:
    void store(const QUrl &url, const QString &signIn)
    {
        const QJsonObject instance{
            {u"id"_s, u"id-1"_s}, {u"name"_s, u"staging"_s}, {u"url"_s, url.toString()}, {u"signIn"_s, signIn}};
        ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"lynceus"_s));
        std::ignore = test::fileWith(
            m_folder, u"lynceus/instances.json"_s,
            QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"instances"_s, QJsonArray{instance}}}).toJson());
    }

    [[nodiscard]] QHash<QString, QString> environment() const
    {
        return {{u"HOME"_s, m_folder.path()},
                {u"XDG_CONFIG_HOME"_s, m_folder.path()},
                {u"XDG_RUNTIME_DIR"_s, m_folder.path()},
                {u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s}};
    }

    /// Runs every command that contacts a server in parallel. Each must end by itself and name the server that did not
    /// respond.
    void expectAllEnd(const RawServer::Answer &answer)
    {
        RawServer server(answer);
        const auto url = server.url().toString();
        store(server.url(), u"sso"_s);
        const QStringList oneOff{u"--server"_s, url};
        const QStringList limit{u"--request-timeout"_s, u"2s"_s};
        const QString image = u"web=ghcr.io/acme/web:1"_s;
        const std::vector<QStringList> calls{
            QStringList{u"wait"_s, u"--app"_s, image, u"--timeout"_s, u"2s"_s} + oneOff,
            QStringList{u"apps"_s} + oneOff + limit,
            QStringList{u"status"_s, u"web"_s} + oneOff + limit,
            QStringList{u"tree"_s, u"argocd/web"_s} + oneOff + limit,
            QStringList{u"explain"_s, u"web"_s} + oneOff + limit,
            QStringList{u"record"_s, u"web"_s, u"--output"_s, m_folder.filePath(u"recording.jsonl"_s)} + oneOff + limit,
            QStringList{u"doctor"_s} + oneOff + limit,
            QStringList{u"instances"_s, u"add"_s, u"other"_s, url} + limit,
            QStringList{u"instances"_s, u"test"_s} + limit,
            QStringList{u"login"_s, u"staging"_s, u"--no-browser"_s} + limit,
        };
        std::vector<std::unique_ptr<Program>> programs;
        for (const auto &call : calls)
            programs.push_back(std::make_unique<Program>(call, environment()));
        QElapsedTimer since;
        since.start();
        for (std::size_t i = 0; i < calls.size(); ++i) {
            const auto result = programs[i]->finish();
            const auto call = calls[i].join(u' ').toStdString();
            EXPECT_LT(since.elapsed(), kWide.count()) << call;
            const auto allOutput = result.error + result.output;
            // Without a keychain, the sign-in fails before it contacts the server.
            if (calls[i].startsWith(u"login"_s) && result.exitCode == 7
                && allOutput.contains("no keychain is available"))
                continue;
            // The exit code for the missing keychain takes precedence over that for the silent server.
            const bool asksKeychain = calls[i].startsWith(u"doctor"_s) || calls[i].contains(u"test"_s);
            EXPECT_TRUE(result.exitCode == 5 || (asksKeychain && result.exitCode == 7))
                << call << ": " << result.exitCode << "\n"
                << allOutput.toStdString();
            EXPECT_TRUE(allOutput.contains("no response within")) << call << "\n" << allOutput.toStdString();
            EXPECT_TRUE(allOutput.contains(url.toUtf8()) || allOutput.contains("127.0.0.1")) << call << "\n"
                                                                                             << allOutput.toStdString();
            EXPECT_EQ(result.error.count("no response within"), result.error.contains("no response within") ? 1 : 0)
                << call << "\n"
                << allOutput.toStdString();
        }
        EXPECT_FALSE(QFile::exists(m_folder.filePath(u"recording.jsonl"_s)));
        QFile stored(m_folder.filePath(u"lynceus/instances.json"_s));
        ASSERT_TRUE(stored.open(QIODevice::ReadOnly));
        EXPECT_FALSE(stored.readAll().contains("other"));
    }

    QTemporaryDir m_folder;
};

const QByteArray kHead = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n";

QByteArray answerOf(const QByteArray &json)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size())
        + "\r\n\r\n" + json;
}

} // namespace

TEST_F(Deadlines, EveryCommandEndsIfTheServerIsSilent)
{
    expectAllEnd([](const ReceivedRequest &) { return Script(); });
}

TEST_F(Deadlines, EveryCommandEndsIfTheHeadersAreSlow)
{
    expectAllEnd([](const ReceivedRequest &) { return Script{test::drip(kHead, Duration{200})}; });
}

TEST_F(Deadlines, EveryCommandEndsIfTheBodyIsSlow)
{
    expectAllEnd([](const ReceivedRequest &) {
        return Script{test::send(kHead), test::drip(QByteArray(100'000, ' '), Duration{200})};
    });
}

TEST_F(Deadlines, WaitExitsWith3AfterAnAnswer)
{
    RawServer server([](const ReceivedRequest &request) {
        return request.line.contains("/api/version") ? Script{test::send(answerOf(R"({"Version":"v3.0.0"})"))}
                                                     : Script();
    });
    Program program({u"wait"_s, u"--server"_s, server.url().toString(), u"--app"_s, u"web=ghcr.io/acme/web:1"_s,
                     u"--timeout"_s, u"8s"_s, u"--output"_s, u"json"_s},
                    environment());
    const auto result = program.finish();
    EXPECT_EQ(result.exitCode, 3) << result.error.toStdString();
    EXPECT_TRUE(result.error.contains("timed out after 8 s")) << result.error.toStdString();
    EXPECT_TRUE(result.error.contains("waiting for the list of applications")) << result.error.toStdString();
    const auto verdict = QJsonDocument::fromJson(result.output).object();
    EXPECT_EQ(verdict["outcome"_L1].toString(), u"timed-out"_s) << result.output.toStdString();
}

TEST_F(Deadlines, AnswersOfOtherInstancesAreStillListed)
{
    RawServer silent([](const ReceivedRequest &) { return Script(); });
    RawServer good([](const ReceivedRequest &request) {
        return Script{test::send(
            answerOf(request.line.contains("/api/version")
                         ? R"({"Version":"v3.0.0"})"
                         : R"({"metadata":{},"items":[{"metadata":{"name":"web","namespace":"argocd"}}]})"))};
    });
    QJsonArray instances;
    for (const auto &[name, url] : {std::pair(u"good"_s, good.url()), std::pair(u"silent"_s, silent.url())})
        instances.append(
            QJsonObject{{u"id"_s, name}, {u"name"_s, name}, {u"url"_s, url.toString()}, {u"signIn"_s, u"anonymous"_s}});
    ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"lynceus"_s));
    std::ignore = test::fileWith(m_folder, u"lynceus/instances.json"_s,
                                 QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"instances"_s, instances}}).toJson());
    Program program({u"apps"_s, u"--request-timeout"_s, u"2s"_s}, environment());
    const auto result = program.finish();
    EXPECT_EQ(result.exitCode, 5) << result.error.toStdString();
    EXPECT_TRUE(result.output.contains("web")) << result.output.toStdString();
    EXPECT_TRUE(result.error.contains("silent: ")) << result.error.toStdString();
    EXPECT_TRUE(result.error.contains("no response within 2 s")) << result.error.toStdString();
}

TEST_F(Deadlines, IgnoredTokenExitsWith7)
{
    RawServer server([](const ReceivedRequest &request) {
        const auto &line = request.line;
        if (line.contains("/session/userinfo"))
            return Script{test::send(answerOf(R"({"iss":"sso"})"))};
        if (line.contains("/api/version"))
            return Script{test::send(answerOf(R"({"Version":"v3.0.0"})"))};
        return Script{test::send(answerOf(R"({"metadata":{},"items":null})"))};
    });
    auto signedIn = environment();
    signedIn.insert(u"ARGOCD_AUTH_TOKEN"_s, u"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJib2IiLCJleHAiOjE3MDAwMDAwMDB9.c2ln"_s);
    const QStringList oneOff{u"--server"_s, server.url().toString()};
    for (const auto &call :
         {QStringList{u"apps"_s}, QStringList{u"status"_s, u"web"_s}, QStringList{u"explain"_s, u"web"_s},
          QStringList{u"wait"_s, u"--app"_s, u"web=ghcr.io/acme/web:1"_s}}) {
        const auto result = test::run(call + oneOff, signedIn);
        EXPECT_EQ(result.exitCode, 7) << result.error.toStdString();
        EXPECT_TRUE(result.error.contains("the token expired at 2023-11-14T22:13:20Z")) << result.error.toStdString();
        EXPECT_TRUE(result.error.contains("pass a valid token")) << result.error.toStdString();
    }
    const auto without = test::run(QStringList{u"apps"_s} + oneOff, environment());
    EXPECT_EQ(without.exitCode, 0) << "no account is reported without sign-in: " << without.error.toStdString();
}

TEST_F(Deadlines, GatewayRefusalIsReportedWithARemedy)
{
    RawServer server([](const ReceivedRequest &) {
        return Script{test::send("HTTP/1.1 401 Unauthorized\r\nContent-Type: text/plain\r\nWWW-Authenticate: Basic "
                                 "realm=\"tools\"\r\nServer: nginx\r\nContent-Length: 6\r\n\r\nno way")};
    });
    auto signedIn = environment();
    signedIn.insert(u"ARGOCD_AUTH_TOKEN"_s, u"a.b.c"_s);
    const auto oneOff = test::run({u"status"_s, u"web"_s, u"--server"_s, server.url().toString()}, signedIn);
    EXPECT_EQ(oneOff.exitCode, 5) << oneOff.error.toStdString();
    EXPECT_TRUE(oneOff.error.contains(
        "a gateway in front of Argo CD rejected the request (status 401, Basic realm “tools”, “no way”, server nginx)"))
        << oneOff.error.toStdString();
    EXPECT_TRUE(oneOff.error.contains("--header 'NAME: VALUE'")) << oneOff.error.toStdString();
    EXPECT_FALSE(oneOff.error.contains("--auth-token-file")) << "a token is given: " << oneOff.error.toStdString();
    store(server.url(), u"anonymous"_s);
    const auto stored = test::run({u"apps"_s}, environment());
    EXPECT_EQ(stored.exitCode, 5) << stored.error.toStdString();
    EXPECT_TRUE(stored.error.contains("staging: ")) << stored.error.toStdString();
    EXPECT_TRUE(stored.error.contains("add the instance again with --header")) << stored.error.toStdString();
}

TEST_F(Deadlines, SignalEndsEveryCommandWithItsExitCode)
{
    RawServer server([](const ReceivedRequest &) { return Script(); });
    store(server.url(), u"anonymous"_s);
    const auto url = server.url().toString();
    const std::vector<QStringList> calls{
        {u"wait"_s, u"--app"_s, u"web=ghcr.io/acme/web:1"_s, u"--server"_s, url, u"--output"_s, u"json"_s},
        {u"apps"_s},
        {u"status"_s, u"web"_s},
        {u"explain"_s, u"web"_s},
        {u"doctor"_s},
        {u"instances"_s, u"test"_s},
        {u"record"_s, u"web"_s, u"--output"_s, m_folder.filePath(u"recording.jsonl"_s)},
    };
    for (const auto &[signal, code] : {std::pair(SIGTERM, 143), std::pair(SIGINT, 130), std::pair(SIGHUP, 129)}) {
        for (const auto &call : calls) {
            const int before = server.connections();
            Program program(call, environment());
            ASSERT_TRUE(test::waitUntil([&] { return server.connections() > before; })) << call[0].toStdString();
            QElapsedTimer since;
            since.start();
            ASSERT_EQ(::kill(pid_t(program.process().processId()), signal), 0);
            const auto result = program.finish();
            EXPECT_LT(since.elapsed(), 8'000) << call[0].toStdString();
            EXPECT_EQ(result.exitCode, code) << call[0].toStdString() << result.error.toStdString();
            if (call[0] != u"wait"_s)
                continue;
            EXPECT_TRUE(result.error.contains("interrupted")) << result.error.toStdString();
            EXPECT_EQ(
                QJsonDocument::fromJson(result.output).object()["application"_L1].toObject()["name"_L1].toString(),
                u"web"_s)
                << result.output.toStdString();
        }
    }
}

TEST_F(Deadlines, SignalEndsAPromptAndRestoresEcho)
{
    RawServer server([](const ReceivedRequest &) { return Script(); });
    store(server.url(), u"password"_s);
    test::PseudoTerminal terminal;
    const auto program =
        Program::onTerminal({u"login"_s, u"staging"_s, u"--username"_s, u"admin"_s}, environment(), terminal.slave());
    ASSERT_TRUE(test::waitUntil([&] { return terminal.screen().contains("Password of admin"); }));
    const auto echoes = [&] {
        termios traits = {};
        EXPECT_EQ(::tcgetattr(terminal.slave(), &traits), 0);
        return (traits.c_lflag & static_cast<tcflag_t>(ECHO)) != 0;
    };
    EXPECT_FALSE(echoes());
    ASSERT_EQ(::kill(pid_t(program->process().processId()), SIGTERM), 0);
    EXPECT_EQ(program->finish().exitCode, 143);
    EXPECT_TRUE(echoes());
}

TEST_F(Deadlines, SilentSessionBusBlocksNoCommand)
{
    QLocalServer bus; // accepts connections and never answers
    ASSERT_TRUE(bus.listen(m_folder.filePath(u"bus"_s)));
    RawServer server([](const ReceivedRequest &) { return Script(); });
    store(server.url(), u"token"_s);
    auto hanging = environment();
    hanging.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + bus.fullServerName());
    Program limited({u"status"_s, u"web"_s, u"--request-timeout"_s, u"2s"_s}, hanging);
    Program ended({u"status"_s, u"web"_s, u"--request-timeout"_s, u"10m"_s}, hanging);
    QElapsedTimer since;
    since.start();
    EXPECT_EQ(limited.finish().exitCode, 5);
    EXPECT_LT(since.elapsed(), kWide.count());
    ASSERT_EQ(::kill(pid_t(ended.process().processId()), SIGTERM), 0);
    since.restart();
    EXPECT_EQ(ended.finish().exitCode, 143);
    EXPECT_LT(since.elapsed(), kWide.count());
}

TEST_F(Deadlines, IgnoredSighupStaysIgnored)
{
    RawServer server([](const ReceivedRequest &) { return Script(); });
    QProcess nohup;
    nohup.start(u"sh"_s,
                {u"-c"_s, u"trap '' HUP; exec \"$0\" \"$@\""_s, QStringLiteral(LYNCEUS_PROGRAM), u"status"_s, u"web"_s,
                 u"--server"_s, server.url().toString()});
    ASSERT_TRUE(test::waitUntil([&] { return server.connections() > 0; }));
    ASSERT_EQ(::kill(pid_t(nohup.processId()), SIGHUP), 0);
    ASSERT_EQ(::kill(pid_t(nohup.processId()), SIGTERM), 0); // arrives after SIGHUP
    ASSERT_TRUE(test::waitUntil([&] { return nohup.state() == QProcess::NotRunning; }));
    EXPECT_EQ(nohup.exitCode(), 143) << "and not 129";
}

} // namespace lynceus
