// A webhook replaces tags by digests: only the status of the pods shows whether it is the same image.
#include "core/domain/argocd/requests/requests.h"
#include "tests/support/eventloop.h"
#include "tests/support/simulatedclock.h"
#include "tests/support/waiting.h"
#include "tests/support/wirewatch.h"

#include <QTimer>

#include <algorithm>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto kName = "ghcr.io/acme/shop-web"_ba;
const auto kDigest = "sha256:" + QByteArray(64, 'a');

/// The live manifests of the new pods in the recording deploy-ok.
std::vector<RecordingLine> podManifests(const QByteArray &reported, const QByteArray &digest)
{
    std::vector<RecordingLine> lines;
    for (const auto *pod : {"5vwns", "spz4q", "9glxz"}) {
        RecordingLine line;
        line.kind = RecordingLine::Kind::Manifest;
        const ResourceKey key{{}, u"Pod"_s, u"shop-web"_s, u"shop-web-b45559d75-"_s + QLatin1StringView(pod)};
        const auto path = resourcePath({{}, {}, u"shop-web"_s}, {}, key, u"v1"_s);
        line.path = path.path + u'?' + path.query.toString(QUrl::FullyEncoded);
        line.contentType = "application/json";
        line.body = R"({"manifest":"{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\")" + kName + '@' + kDigest
            + R"(\"}]},\"status\":{\"containerStatuses\":[{\"name\":\"web\",\"image\":\")" + kName + reported
            + R"(\",\"imageID\":\")" + kName + '@' + digest + R"(\"}]}}"})";
        lines.push_back(line);
    }
    return lines;
}

WireCase rewritten(std::vector<RecordingLine> manifests)
{
    WireCase wire;
    wire.recording = u"deploy-ok"_s;
    wire.speed = 2.0;
    wire.timeout = 40'000ms;
    wire.podImageBefore = kName + ":1.5.0";
    wire.podImage = kName + '@' + kDigest;
    wire.extraLines = std::move(manifests);
    return wire;
}

} // namespace

TEST(PodImagesOverHttp, ProveTheVersionByTheStatusOfThePod)
{
    WireWatch watch(rewritten(podManifests(":1.5.0", kDigest)));
    watch.start();
    ASSERT_TRUE(watch.wait(120s));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::Deployed);
    EXPECT_GE(watch.overAt(), 16'400ms); // of the recording; the cluster was sampled every 0.4 s
    const auto &pods = watch.runner().verdict().evidence.pods;
    EXPECT_EQ(
        std::ranges::count(pods, QStringList(QString::fromLatin1(kName + ":1.5.0@" + kDigest)), &PodEvidence::images),
        3);
}

TEST(PodImagesOverHttp, RestartedWatchReadsThemAgain)
{
    auto wire = rewritten(podManifests(":1.5.0", kDigest));
    wire.speed = 1.0; // periods of observation use the server's clock
    wire.timeout = 120'000ms;
    wire.bake = 4'000ms;
    wire.isStored = true;
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(test::waitUntil([&] { return watch.runner().verdict().stage == Stage::Running; }, 120s));
    const auto before = watch.reportedVerdicts().size();
    watch.restart();
    ASSERT_TRUE(watch.wait(120s));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::Deployed);
    for (auto report = watch.reportedVerdicts().begin() + std::ptrdiff_t(before);
         report != watch.reportedVerdicts().end(); ++report)
        EXPECT_GE(report->verdict.stage, Stage::Running) << report->at.count();
}

// In virtual time: between reading the tree and a pod's status, the pod seems to run another version.
TEST(PodImagesOverHttp, RestartedWatchReportsNothingBeforeReadingThem)
{
    constexpr Duration kStep = 500ms;
    constexpr Duration kRestart = 60s;
    auto recording = recordingNamed(u"deploy-ok"_s);
    for (auto &line : recording.lines) {
        if (line.path.contains("resource-tree"_L1))
            line.body.replace(kName + ":1.5.0", kName + '@' + kDigest);
    }
    const auto manifests = podManifests(":1.5.0", kDigest);
    recording.lines.insert(recording.lines.begin(), manifests.begin(), manifests.end());
    test::SimulatedClock clock;
    ReplayServer server({recording}, ReplayOptions(), clock);
    ASSERT_TRUE(server.listen());
    int requests = 0;
    QObject::connect(&server, &ReplayServer::requestArrived, &server, [&requests] { ++requests; });
    InstanceAccess access;
    access.baseUrl = server.baseUrl();
    access.token = Secret(QByteArray("e30.e30.e30"));
    ArgoCdClient client(u"tape"_s, access, clock);
    Expectation expectation;
    expectation.application = {u"tape"_s, recording.head.applicationNamespace, recording.head.application};
    expectation.images = {parseImageReference(recording.head.images.front()).value()};
    expectation.bake = 600s;
    expectation.oneOff = false;

    auto runner = std::make_unique<WatchRunner>(client, clock, expectation, 3'600s, WatchOptions());
    const auto pass = [&] {
        clock.advance(kStep);
        server.checkClock();
        runner->wakeUp();
        test::waitUntilStill([&] { return requests; }, 20, [] { return false; });
    };
    runner->start();
    while (server.position() < kRestart)
        pass();
    ASSERT_EQ(runner->verdict().stage, Stage::Running);

    auto judge = runner->judge();
    runner = std::make_unique<WatchRunner>(client, clock, expectation, 3'600s, WatchOptions());
    std::vector<Verdict> verdicts;
    QObject::connect(runner.get(), &WatchRunner::verdictChanged, runner.get(),
                     [&verdicts](const Verdict &verdict) { verdicts.push_back(verdict); });
    const auto restartedAt = server.position();
    runner->resume(std::move(judge), kRestart);
    while (server.position() < restartedAt + 20s)
        pass();
    EXPECT_TRUE(verdicts.empty()) << nameOf(verdicts.front().stage).toStdString();
    EXPECT_EQ(runner->verdict().stage, Stage::Running);
    EXPECT_EQ(runner->verdict().pods.ready, 3) << "the pods were read";
}

TEST(PodImagesOverHttp, DetectAnotherVersion)
{
    WireWatch watch(rewritten(podManifests(":1.4.9", kDigest)));
    watch.start();
    ASSERT_TRUE(watch.wait(120s));
    EXPECT_NE(watch.runner().verdict().outcome, Outcome::Deployed);
    EXPECT_TRUE(watch.hadBlocker(Blocker::Kind::ImageRewritten));
}

TEST(PodImagesOverHttp, ProveNothingWithoutAnEqualDigest)
{
    WireWatch watch(rewritten(podManifests(":1.5.0", "sha256:" + QByteArray(64, 'b'))));
    watch.start();
    ASSERT_TRUE(watch.wait(120s));
    EXPECT_NE(watch.runner().verdict().outcome, Outcome::Deployed);
    EXPECT_TRUE(watch.hadBlocker(Blocker::Kind::ImageRewritten));
    EXPECT_LE(watch.mostRequestsInAMinute(), 60);
}

} // namespace lynceus
