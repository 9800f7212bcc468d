#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QJsonDocument>

#include <fcntl.h>
#include <unistd.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 4096;

struct Ended
{
    int code = -1;
    QByteArray output;
};

/// Runs the program with standard streams set by @p prepare. Reads them only after it has ended or hangs.
Ended runWith(const QStringList &arguments, const std::function<void()> &prepare)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    // The leak checker cannot run, because the program disables ptrace.
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier(prepare);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(LYNCEUS_PROGRAM), arguments);
    const bool ended = test::waitUntil([&] { return process.state() == QProcess::NotRunning; });
    return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput()};
}

} // namespace

TEST(StandardStreams, AreCompleteInNonBlockingMode)
{
    SystemClock clock;
    ReplayServer server({readRecording(recordingFile(u"deploy-ok.jsonl.gz"_s)).value()}, {}, clock);
    ASSERT_TRUE(server.listen());
    const QStringList arguments{u"apps"_s, u"--server"_s, server.baseUrl().toString(), u"--output"_s, u"json"_s};
    const auto result = runWith(arguments, [] {
        ::fcntl(STDOUT_FILENO, F_SETPIPE_SZ, kPage);
        ::fcntl(STDOUT_FILENO, F_SETFL, O_NONBLOCK);
    });
    EXPECT_EQ(result.code, 0);
    EXPECT_GT(result.output.size(), kPage) << "more than one pipe buffer";
    EXPECT_TRUE(QJsonDocument::fromJson(result.output).isArray()) << result.output.right(100).toStdString();
}

TEST(StandardStreams, CanBeClosed)
{
    SystemClock clock;
    ReplayServer server({readRecording(recordingFile(u"already-deployed.jsonl.gz"_s)).value()}, {}, clock);
    ASSERT_TRUE(server.listen());
    const QStringList arguments{u"wait"_s,
                                u"--server"_s,
                                server.baseUrl().toString(),
                                u"--app"_s,
                                u"shop-cart=ghcr.io/acme/shop-cart:0.9.2"_s,
                                u"--output"_s,
                                u"json"_s};
    for (const int closed : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        const auto result = runWith(arguments, [closed] { ::close(closed); });
        EXPECT_EQ(result.code, 0) << closed;
    }
}

TEST(StandardStreams, FailedOutputIsAnError)
{
    const QTemporaryDir folder;
    const QHash<QString, QString> environment{{u"HOME"_s, folder.path()},
                                              {u"XDG_CONFIG_HOME"_s, folder.filePath(u"config"_s)},
                                              {u"XDG_DATA_HOME"_s, folder.filePath(u"data"_s)},
                                              {u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s}};
    for (const auto &command :
         {u"doctor"_s, u"doctor --output json"_s, u"demo --headless"_s, u"replay deploy-ok"_s, u"--version"_s}) {
        const auto program = test::Program::inShell(u"exec \"$0\" %1 >/dev/full"_s.arg(command), environment);
        const auto result = program->finish();
        EXPECT_EQ(result.exitCode, 2) << command.toStdString() << ": " << result.error.toStdString();
    }
}

TEST(StandardStreams, HelpWritesOnlyHelp)
{
    std::vector<std::pair<QString, std::unique_ptr<test::Program>>> calls;
    for (const auto &command : {u"wait"_s, u"instances add"_s, u"daemon"_s, u"serve"_s, u"replay"_s})
        calls.emplace_back(command, std::make_unique<test::Program>(command.split(u' ') + QStringList{u"--help"_s}));
    for (const auto &[command, call] : calls) {
        const auto result = call->finish();
        EXPECT_EQ(result.exitCode, 0) << command.toStdString();
        EXPECT_TRUE(result.output.contains("\nUsage: lynceus ")) << command.toStdString();
        EXPECT_EQ(result.error, QByteArray()) << command.toStdString();
    }
}

} // namespace lynceus
