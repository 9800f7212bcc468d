#include "core/domain/argocd/requests/requests.h"
#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::run;

namespace {

constexpr double kForward = 200; // recording seconds per second, to reach the interesting part

QJsonObject objectIn(const QByteArray &output)
{
    const auto document = QJsonDocument::fromJson(output);
    EXPECT_TRUE(document.isObject()) << output.toStdString();
    return document.object();
}

RecordingLine answer(const ApiPath &path, const QByteArray &body, RecordingLine::Kind kind = RecordingLine::Kind::Get)
{
    RecordingLine line;
    line.kind = kind;
    line.path = path.path + u'?' + path.query.toString(QUrl::FullyEncoded);
    line.contentType = "application/json";
    line.body = body;
    return line;
}

class InspectCommands : public testing::Test
{
protected:
    void load(const QString &name) { recording = readRecording(recordingFile(name)).value(); }

    /// Replays the recording and waits until it reaches @p position.
    void serveFrom(Duration position)
    {
        server.emplace(std::vector{recording}, ReplayOptions{.speed = kForward}, clock);
        ASSERT_TRUE(server->listen());
        ASSERT_EQ(call({u"apps"_s}).exitCode, 0); // the first request starts the recording
        ASSERT_TRUE(test::waitUntil([&] { return server->position() >= position; }));
    }

    test::ProgramResult call(const QStringList &arguments)
    {
        return run(arguments + QStringList{u"--server"_s, server->baseUrl().toString()});
    }

    Recording recording;
    SystemClock clock;
    std::optional<ReplayServer> server;
};

} // namespace

TEST_F(InspectCommands, StatusShowsAuthorFirstLineAndDateOfTheCommit)
{
    load(u"already-deployed.jsonl.gz"_s);
    serveFrom(Duration{0});
    const auto before = objectIn(call({u"status"_s, u"shop-cart"_s, u"-o"_s, u"json"_s}).output);
    EXPECT_TRUE(before["commit"_L1].isNull());
    const auto revision = before["revisions"_L1][0].toString();
    ASSERT_FALSE(revision.isEmpty());
    const ApplicationKey key{u"x"_s, u"argocd"_s, u"shop-cart"_s};
    recording.lines.push_back(answer(
        revisionMetadataPath(key, u"shop"_s, revision),
        R"({"author":"Jane Doe <jane@acme.example>","date":"2026-11-23T08:00:00Z","message":"Release 0.9.2\n\nlong story"})"));
    serveFrom(Duration{0});
    const auto text = call({u"status"_s, u"shop-cart"_s, u"--utc"_s}).output;
    EXPECT_TRUE(text.contains(revision.left(7).toUtf8() + " \"Release 0.9.2\" by Jane Doe, 2026-11-23T08:00:00Z"))
        << text.toStdString();
    EXPECT_FALSE(text.contains("long story"));
    const auto commit =
        objectIn(call({u"status"_s, u"shop-cart"_s, u"-o"_s, u"json"_s}).output)["commit"_L1].toObject();
    EXPECT_EQ(commit["author"_L1].toString(), u"Jane Doe <jane@acme.example>"_s);
    EXPECT_EQ(commit["date"_L1].toString(), u"2026-11-23T08:00:00Z"_s);
}

TEST_F(InspectCommands, ExplainNamesThePodItsEventsAndItsLastLogLines)
{
    load(u"crashloop.jsonl.gz"_s);
    const Duration crashing{60'000};
    serveFrom(crashing);
    const auto before = objectIn(call({u"explain"_s, u"shop-search"_s, u"-o"_s, u"json"_s}).output);
    EXPECT_FALSE(before["well"_L1].toBool());
    EXPECT_EQ(before["cause"_L1]["kind"_L1].toString(), u"crash-loop"_s);
    EXPECT_FALSE(before["events"_L1].toArray().isEmpty());
    // A recording contains no logs, and the output must say so.
    EXPECT_FALSE(before["logError"_L1].toString().isEmpty());
    const auto pod = before["cause"_L1]["resource"_L1].toObject();
    const ApplicationKey key{u"x"_s, u"argocd"_s, u"shop-search"_s};
    const LogQuery query{pod["name"_L1].toString(), pod["namespace"_L1].toString(), {}, 10, true};
    recording.lines.push_back(answer(logsPath(key, u"shop"_s, query),
                                     R"({"result":{"content":"panic: no index","last":false,"podName":"x"}})"
                                     "\n"
                                     R"({"result":{"content":"","last":true,"podName":"x"}})"
                                     "\n",
                                     RecordingLine::Kind::Log));
    serveFrom(crashing);
    const auto result = call({u"explain"_s, u"shop-search"_s});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_TRUE(result.output.startsWith("Pod " + pod["name"_L1].toString().toUtf8())) << result.output.toStdString();
    EXPECT_TRUE(result.output.contains("panic: no index")) << result.output.toStdString();
}

TEST_F(InspectCommands, ExplainReportsThatAllIsHealthy)
{
    load(u"already-deployed.jsonl.gz"_s);
    serveFrom(Duration{0});
    const auto result = call({u"explain"_s, u"shop-cart"_s});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_TRUE(result.output.startsWith("argocd/shop-cart is healthy")) << result.output.toStdString();
}

TEST_F(InspectCommands, TreeShowsTheBrokenPodFirst)
{
    load(u"image-typo.jsonl.gz"_s);
    serveFrom(Duration{40'000});
    const auto lines = test::linesOf(call({u"tree"_s, u"shop-web"_s}).output);
    ASSERT_GT(lines.size(), 4);
    EXPECT_TRUE(lines[1].contains("Deployment shop-web")) << lines[1].toStdString();
    EXPECT_TRUE(lines[3].contains("ImagePullBackOff")) << lines[3].toStdString();
    EXPECT_TRUE(lines[3].contains("ghcr.io/acme/shop-web:1.6.0-typo"));
}

TEST_F(InspectCommands, AppsFiltersAndPrintsEveryFormat)
{
    load(u"already-deployed.jsonl.gz"_s);
    serveFrom(Duration{0});
    EXPECT_EQ(test::linesOf(call({u"apps"_s, u"--name"_s, u"shop-web"_s, u"-o"_s, u"csv"_s}).output).size(), 2);
    EXPECT_EQ(test::linesOf(call({u"apps"_s, u"--name"_s, u"shop-web"_s, u"-o"_s, u"jsonl"_s}).output).size(), 1);
    const auto document = QJsonDocument::fromJson(call({u"apps"_s, u"-o"_s, u"json"_s}).output);
    ASSERT_TRUE(document.isArray());
    EXPECT_GT(document.array().size(), 10);
    const auto none = call({u"apps"_s, u"--project"_s, u"nothing"_s});
    EXPECT_EQ(none.exitCode, 0);
    EXPECT_TRUE(none.output.isEmpty());
    EXPECT_EQ(test::linesOf(none.error).size(), 1);
}

} // namespace lynceus
