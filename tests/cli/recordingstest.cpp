#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::linesOf;
using test::Program;
using test::ProgramResult;

namespace {

constexpr double kSpeed = 3;       // the client polls every second, which is every three seconds of the recording
constexpr Duration kSampling{600}; // accuracy of the times in a recording's index

int exitCodeFor(const QString &outcome)
{
    static const QHash<QString, int> kCodes{
        {u"deployed"_s, 0}, {u"failed"_s, 1}, {u"timed-out"_s, 3}, {u"superseded"_s, 6}};
    return kCodes.value(outcome, -1);
}

std::vector<QJsonObject> objectsIn(const QByteArray &output)
{
    std::vector<QJsonObject> objects;
    for (const auto &line : linesOf(output)) {
        const auto document = QJsonDocument::fromJson(line);
        EXPECT_TRUE(document.isObject()) << line.toStdString();
        objects.push_back(document.object());
    }
    return objects;
}

QStringList kindsIn(const std::vector<QJsonObject> &objects, const QString &member)
{
    QStringList kinds;
    for (const auto &object : objects)
        kinds << object[member].toObject()["kind"_L1].toString();
    return kinds;
}

class Recordings : public testing::TestWithParam<RecordingCase>
{
protected:
    ReplayServer &serve(const QStringList &recordings, double speed, const QString &fault = {})
    {
        std::vector<Recording> read;
        for (const auto &recording : recordings)
            read.push_back(readRecording(recordingFile(recording)).value());
        ReplayOptions options{.speed = speed};
        if (!fault.isEmpty())
            options.faults = {parseFault(fault).value()};
        m_server.emplace(std::move(read), std::move(options), m_clock);
        const auto listening = m_server->listen();
        EXPECT_TRUE(listening) << listening.error().message.toStdString();
        return *m_server;
    }

private:
    SystemClock m_clock;
    std::optional<ReplayServer> m_server;
};

class SeveralApplications : public Recordings
{ };

class ReplayErrors : public Recordings
{
protected:
    ProgramResult waitForShopWeb(double speed, const QString &fault)
    {
        auto &server = serve({u"deploy-ok.jsonl.gz"_s}, speed, fault);
        return test::run({u"wait"_s, u"--server"_s, server.baseUrl().toString(), u"--app"_s,
                          u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s});
    }
};

} // namespace

TEST_P(Recordings, WaitExitsAsListedInTheIndex)
{
    const auto &recording = GetParam();
    if (isKnownFailure(recording) || recording.outcomes.size() > 1)
        return; // the order of the outcomes depends on events after the recording
    const auto &outcome = recording.outcomes.front();
    auto &server = serve({recording.recording}, kSpeed);
    const auto application = recording.application.nameSpace + u'/' + recording.application.name;
    QStringList arguments{u"wait"_s, u"--server"_s, server.baseUrl().toString(), u"--output"_s, u"jsonl"_s};
    for (const auto &image : recording.images)
        arguments << u"--app"_s << application + u'=' + image;
    Program program(arguments + recording.options);
    const auto result = program.finish(std::chrono::seconds(120));
    const auto ended = server.position();

    const auto objects = objectsIn(result.output);
    ASSERT_FALSE(objects.empty()) << result.error.toStdString();
    const auto &verdict = objects.back();
    const auto text = result.output.toStdString();
    EXPECT_EQ(verdict["outcome"_L1].toString(), outcome) << text;
    EXPECT_EQ(result.exitCode, exitCodeFor(outcome)) << text;
    EXPECT_TRUE(result.error.isEmpty()) << result.error.toStdString();
    const auto cause = verdict["cause"_L1].toObject()["kind"_L1].toString();
    EXPECT_TRUE(recording.causes.isEmpty() ? cause.isEmpty() || outcome == u"timed-out"_s
                                           : outcome == u"deployed"_s || recording.causes.contains(cause))
        << text;
    if (!recording.blocker.isEmpty()) {
        EXPECT_TRUE(kindsIn(objects, u"blocker"_s).contains(recording.blocker)) << text;
    }
    if (outcome == u"deployed"_s && recording.running && !recording.has(u"--accept-suspended"_s)) {
        EXPECT_GE(ended.count(), (*recording.running - kSampling).count()) << text;
    }
}

/// Cases that are short enough to run in real time. recordingverdicttest.cpp judges the long ones in virtual time.
std::vector<RecordingCase> shortCases()
{
    static constexpr Duration kLongest{36'000};
    auto cases = recordingCases();
    std::erase_if(cases, [](const RecordingCase &each) {
        return each.end - each.registered > kLongest || each.outcomes.contains(u"timed-out"_s)
            || each.outcomes.contains(u"superseded"_s);
    });
    return cases;
}

INSTANTIATE_TEST_SUITE_P(Recorded, Recordings, testing::ValuesIn(shortCases()),
                         [](const auto &caseInfo) { return caseInfo.param.name().toStdString(); });

TEST_F(SeveralApplications, GetTheImagesOfTheirManifestsAndReportTheWorstOutcome)
{
    auto &server = serve({u"deploy-ok.jsonl.gz"_s, u"crashloop.jsonl.gz"_s}, kSpeed);
    Program program({u"wait"_s, u"--server"_s, server.baseUrl().toString(), u"--app"_s, u"shop-web"_s, u"--app"_s,
                     u"shop-search"_s, u"--image"_s, u"ghcr.io/acme/shop-search:7.1.0-crash"_s, u"--image"_s,
                     u"ghcr.io/acme/shop-web:1.5.0"_s, u"--output"_s, u"json"_s});
    const auto result = program.finish();
    EXPECT_EQ(result.exitCode, 1) << result.error.toStdString();
    const auto objects = objectsIn(result.output);
    ASSERT_EQ(objects.size(), 1U);
    EXPECT_EQ(objects[0]["outcome"_L1].toString(), u"failed"_s);
    const auto watches = objects[0]["watches"_L1].toArray();
    ASSERT_EQ(watches.size(), 2);
    EXPECT_EQ(watches[0]["outcome"_L1].toString(), u"deployed"_s);
    EXPECT_EQ(watches[0]["images"_L1][0].toString(), u"ghcr.io/acme/shop-web:1.5.0"_s);
    EXPECT_EQ(watches[1]["outcome"_L1].toString(), u"failed"_s);
    EXPECT_EQ(watches[1]["cause"_L1]["kind"_L1].toString(), u"crash-loop"_s);
    EXPECT_EQ(watches[1]["images"_L1][0].toString(), u"ghcr.io/acme/shop-search:7.1.0-crash"_s);
}

TEST_F(ReplayErrors, ExpiredTokenExitsWith7AndSuggestsSignIn)
{
    const auto result = waitForShopWeb(2, u"unauthorized@7s"_s);
    EXPECT_EQ(result.exitCode, 7);
    EXPECT_TRUE(result.error.contains("sign-in")) << result.error.toStdString();
    EXPECT_TRUE(result.output.contains("shop-web")) << result.output.toStdString(); // the last known state is shown too
}

TEST_F(ReplayErrors, WaitsForAServerThatStartsLater)
{
    const auto result = waitForShopWeb(4, u"unavailable@0s+12s"_s); // three seconds at this speed
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
}

TEST_F(ReplayErrors, InterruptedSearchIsReported)
{
    auto &server = serve({u"deploy-ok.jsonl.gz"_s}, 1, u"hang"_s);
    Program program(
        {u"wait"_s, u"--server"_s, server.baseUrl().toString(), u"--app"_s, u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s});
    ASSERT_TRUE(test::waitUntil([&] { return !server.requestCounts().isEmpty(); }));
    program.interrupt();
    const auto result = program.finish(std::chrono::seconds(10));
    EXPECT_EQ(result.exitCode, 130);
    EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
    EXPECT_TRUE(result.error.contains("interrupted before 127.0.0.1 responded")) << result.error.toStdString();
}

TEST_F(SeveralApplications, CtrlCEndsImmediatelyWithTheCurrentState)
{
    auto &server = serve({u"manual-sync.jsonl.gz"_s}, 1);
    Program program({u"wait"_s, u"--server"_s, server.baseUrl().toString(), u"--app"_s,
                     u"shop-manual=ghcr.io/acme/shop-manual:1.1.0"_s, u"--output"_s, u"jsonl"_s});
    ASSERT_FALSE(program.firstLine().isEmpty()); // the watch has started
    program.interrupt();
    const auto result = program.finish(std::chrono::seconds(10));
    EXPECT_EQ(result.exitCode, 130);
    const auto objects = objectsIn(result.output);
    ASSERT_FALSE(objects.empty());
    EXPECT_EQ(objects.back()["outcome"_L1].toString(), u"waiting"_s);
    EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
    EXPECT_TRUE(result.error.contains("interrupted")) << result.error.toStdString();
}

TEST_F(SeveralApplications, ReplayServesUntilCtrlC)
{
    Program program({u"replay"_s, recordingFile(u"deploy-ok.jsonl.gz"_s)});
    const auto url = QString::fromUtf8(program.firstLine());
    ASSERT_TRUE(url.startsWith(u"http://127.0.0.1:"_s));
    const auto apps = test::run({u"apps"_s, u"--server"_s, url, u"--name"_s, u"shop-web"_s});
    EXPECT_EQ(apps.exitCode, 0) << apps.error.toStdString();
    EXPECT_EQ(linesOf(apps.output).size(), 2) << apps.output.toStdString();
    program.interrupt();
    const auto result = program.finish(std::chrono::seconds(10));
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_TRUE(result.error.contains("lynceus wait --server " + url.toUtf8())) << result.error.toStdString();
}

} // namespace lynceus
