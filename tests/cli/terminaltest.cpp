#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/cli/pseudoterminal.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using test::Program;
using test::PseudoTerminal;

namespace {

constexpr int kColumns = test::PseudoTerminal::kColumns;

QByteArray withoutEscapes(QByteArray text)
{
    for (auto begin = text.indexOf('\x1b'); begin >= 0; begin = text.indexOf('\x1b', begin)) {
        auto end = begin + 1;
        while (end < text.size() && !std::isalpha(static_cast<unsigned char>(text[end])))
            ++end;
        text.remove(begin, end - begin + 1);
    }
    return text;
}

class OnATerminal : public testing::Test
{
protected:
    void start(const QString &recording, const QString &target, const QHash<QString, QString> &environment = {})
    {
        server.emplace(std::vector{readRecording(recordingFile(recording)).value()}, ReplayOptions{.speed = 6}, clock);
        ASSERT_TRUE(server->listen());
        program.emplace(QStringList{u"wait"_s, u"--server"_s, server->baseUrl().toString(), u"--app"_s, target},
                        environment, terminal.slave());
    }

    SystemClock clock;
    PseudoTerminal terminal;
    std::optional<ReplayServer> server;
    std::optional<Program> program;
};

} // namespace

TEST_F(OnATerminal, WaitRedrawsInPlaceWithinTheWidthAndRestoresTheCursor)
{
    start(u"deploy-ok.jsonl.gz"_s, u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s);
    const auto result = program->finish();
    EXPECT_EQ(result.exitCode, 0);
    const auto screen = terminal.screen();
    EXPECT_EQ(screen.count("\x1b[?25l"), 1) << screen.toStdString();
    EXPECT_TRUE(screen.endsWith("\x1b[?25h")) << screen.toStdString();
    EXPECT_TRUE(screen.contains("\x1b[J"));   // clears the old lines before drawing
    EXPECT_TRUE(screen.contains("\x1b[32m")); // uses colours
    for (const auto &line : withoutEscapes(screen).replace('\r', QByteArray()).split('\n'))
        EXPECT_LT(QString::fromUtf8(line).size(), kColumns) << line.toStdString();
    EXPECT_TRUE(result.output.contains("ghcr.io/acme/shop-web:1.5.0"));
    EXPECT_FALSE(result.output.contains('\x1b')); // standard output is a pipe here
}

TEST_F(OnATerminal, CtrlCRestoresTheCursorAndReportsTheState)
{
    start(u"manual-sync.jsonl.gz"_s, u"shop-manual=ghcr.io/acme/shop-manual:9.9.9"_s);
    ASSERT_TRUE(test::waitUntil([this] { return terminal.screen().contains("left"); }));
    program->interrupt();
    const auto result = program->finish(std::chrono::seconds(10));
    EXPECT_EQ(result.exitCode, 130);
    EXPECT_TRUE(terminal.screen().contains("interrupted"));
    EXPECT_TRUE(terminal.screen().endsWith("\x1b[?25h")) << terminal.screen().toStdString();
    EXPECT_TRUE(result.output.contains("shop-manual")) << result.output.toStdString();
}

TEST_F(OnATerminal, NoColorMeansNoColour)
{
    start(u"already-deployed.jsonl.gz"_s, u"shop-cart=ghcr.io/acme/shop-cart:0.9.2"_s, {{u"NO_COLOR"_s, u"1"_s}});
    EXPECT_EQ(program->finish().exitCode, 0);
    EXPECT_TRUE(terminal.screen().contains("shop-cart"));
    EXPECT_FALSE(terminal.screen().contains("\x1b[3")) << terminal.screen().toStdString();
}

} // namespace lynceus
