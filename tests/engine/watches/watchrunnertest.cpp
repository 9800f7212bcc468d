#include "core/domain/fetch/accessstate.h"
#include "tests/support/waiting.h"
#include "tests/support/wirewatch.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr double kFast = 4.0; // speed of the recording; timeouts of the client are not faster
constexpr Duration kPatience{90'000};

TEST(WatchRunner, ReportsDeployedOnlyOnceItRuns)
{
    WireCase wire;
    wire.recording = u"deploy-ok"_s;
    wire.speed = kFast;
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::Deployed);
    EXPECT_EQ(watch.runner().project(), u"shop"_s) << "found out from the application";
    EXPECT_EQ(watch.runner().expectation().application.nameSpace, u"argocd"_s);
    EXPECT_GE(watch.overAt(), Duration{16'297}) << "running_ms of the recording, less 0.6 s of sampling";
    EXPECT_LE(watch.mostOpenStreams(), 2);
    EXPECT_EQ(watch.reportedVerdicts().back().verdict.outcome, Outcome::Deployed);
    EXPECT_FALSE(watch.runner().startError());
}

RecordingLine extraLine(RecordingLine::Kind kind, const ApiPath &path, int status, const QByteArray &body)
{
    RecordingLine line;
    line.kind = kind;
    line.path = path.path + u'?' + path.query.query();
    line.status = status;
    line.contentType = "application/json";
    line.body = body;
    return line;
}

TEST(WatchRunner, ReportsTheCommitOfTheImage)
{
    WireCase wire;
    wire.recording = u"deploy-ok"_s;
    wire.speed = kFast;
    wire.extraLines = {
        extraLine(RecordingLine::Kind::Get,
                  revisionMetadataPath({{}, {}, u"shop-web"_s}, {}, u"1e978e3ff209f8a4f1e3813791d3a8f0aaa6b61d"_s), 200,
                  R"({"author":"Ada","date":"2026-11-23T08:32:50Z","message":"Release 1.5.0"})")};
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    ASSERT_TRUE(watch.runner().commit());
    EXPECT_EQ(watch.runner().commit()->author, u"Ada"_s);
    EXPECT_EQ(watch.runner().commit()->message, u"Release 1.5.0"_s);
}

TEST(WatchRunner, NamesTheApplicationThatARollingSyncAwaits)
{
    WireCase wire;
    wire.recording = u"appset-prod-waits"_s;
    wire.speed = kFast;
    wire.timeout = Duration{40'000};
    wire.extraLines = {
        extraLine(RecordingLine::Kind::Get, applicationSetPath(u"fleet"_s, u"argocd"_s), 200,
                  R"({"status":{"applicationStatus":[{"application":"fleet-prod","step":"3","status":"Waiting"},
            {"application":"fleet-dev","step":"1","status":"Progressing"}]}})")};
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    const auto named = std::ranges::count_if(watch.reportedVerdicts(), [](const WireWatch::ReportedVerdict &each) {
        const auto &blocker = each.verdict.blocker;
        return blocker && blocker->kind == Blocker::Kind::ApplicationsetStep && blocker->resource.name == u"fleet-dev"_s
            && blocker->message == u"step 1, Progressing"_s;
    });
    EXPECT_GT(named, 0);
}

const QStringList kCrashingPods{u"shop-search-65f74d49dc-79v2n"_s, u"shop-search-65f74d49dc-dmchs"_s};

std::vector<RecordingLine> logLines(int status, const QByteArray &body, const QString &application = u"shop-search"_s,
                                    const QString &nameSpace = u"shop-search"_s,
                                    const QStringList &pods = kCrashingPods)
{
    std::vector<RecordingLine> lines;
    for (const auto &pod : pods) {
        for (const bool previous : {false, true})
            lines.push_back(extraLine(RecordingLine::Kind::Log,
                                      logsPath({{}, {}, application}, {}, {pod, nameSpace, {}, 20, previous}), status,
                                      body));
    }
    return lines;
}

TEST(WatchRunner, ReadsTheLogOfACrashingContainer)
{
    WireCase wire;
    wire.recording = u"crashloop"_s;
    wire.speed = kFast;
    wire.failAfter = Duration{10'000};
    wire.extraLines = logLines(200,
                               R"({"result":{"content":"panic: no index"}})"
                               "\n"
                               R"({"result":{"content":"","last":true}})");
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::Failed);
    ASSERT_EQ(watch.runner().lastLogLines().size(), 1U);
    EXPECT_EQ(watch.runner().lastLogLines().front().content, u"panic: no index"_s);
    EXPECT_FALSE(watch.runner().logError());
}

TEST(WatchRunner, ReadsTheLogOfAFailedHooksPod)
{
    WireCase wire;
    wire.recording = u"presync-fails"_s;
    wire.speed = kFast;
    wire.extraLines = logLines(200,
                               R"({"result":{"content":"ERROR: column \"lock\" already exists"}})"
                               "\n"
                               R"({"result":{"content":"","last":true}})",
                               u"shop-api"_s, u"shop-api"_s,
                               {u"shop-api-migrate-dwbb2"_s, u"shop-api-migrate-srngm"_s, u"shop-api-migrate-zsf6z"_s});
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    ASSERT_TRUE(watch.runner().verdict().cause);
    EXPECT_EQ(watch.runner().verdict().cause->kind, Cause::Kind::HookFailed);
    ASSERT_EQ(watch.runner().lastLogLines().size(), 1U);
    EXPECT_EQ(watch.runner().lastLogLines().front().content, u"ERROR: column \"lock\" already exists"_s);
    EXPECT_TRUE(watch.runner().lastLogLines().front().pod.startsWith(u"shop-api-migrate-"_s));
}

TEST(WatchRunner, RemembersThatLogsAreForbidden)
{
    WireCase wire;
    wire.recording = u"crashloop"_s;
    wire.speed = kFast;
    wire.failAfter = Duration{10'000};
    wire.extraLines =
        logLines(403, R"({"error":"permission denied: logs, get","code":7,"message":"permission denied"})");
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::Failed);
    EXPECT_TRUE(watch.runner().lastLogLines().empty());
    ASSERT_TRUE(watch.runner().logError());
    EXPECT_EQ(watch.runner().logError()->kind, Error::Kind::Forbidden);
}

TEST(WatchRunner, RejectedTokenEndsWithSignInNeeded)
{
    WireCase wire;
    wire.recording = u"deploy-ok"_s;
    wire.serverToken = "other";
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(Duration{5'000}));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::SignInNeeded);
    ASSERT_TRUE(watch.runner().startError());
    EXPECT_EQ(watch.runner().startError()->kind, Error::Kind::SignInNeeded);
}

TEST(WatchRunner, TokenThatExpiresDuringTheWatchEndsWithSignInNeeded)
{
    WireCase wire;
    wire.recording = u"deploy-ok"_s;
    wire.speed = kFast;
    wire.faults = {u"unauthorized@8s"_s};
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::SignInNeeded);
}

TEST(WatchRunner, UnknownApplicationIsGoneWhenTheListConfirmsIt)
{
    std::vector<std::unique_ptr<WireWatch>> watches;
    for (const auto &project : {QString(), u"shop"_s}) { // 403 without a project, 404 with one
        WireCase wire;
        wire.recording = u"deploy-ok"_s;
        wire.name = u"shop-wbe"_s;
        wire.project = project;
        watches.push_back(std::make_unique<WireWatch>(wire));
        watches.back()->start();
    }
    EXPECT_FALSE(watches.front()->wait(Duration{5'000}));
    for (const auto &watch : watches) {
        ASSERT_TRUE(watch->wait(AccessState::kGoneAfter + kPatience));
        EXPECT_EQ(watch->runner().verdict().outcome, Outcome::Gone);
    }
}

TEST(WatchRunner, AwaitedApplicationIsNotCreatedUntilTheDeadline)
{
    std::vector<std::unique_ptr<WireWatch>> watches;
    for (const auto &project : {QString(), u"shop"_s}) { // 403 without a project, 404 with one
        WireCase wire;
        wire.recording = u"deploy-ok"_s;
        wire.name = u"shop-wbe"_s;
        wire.project = project;
        wire.waitForApp = true;
        wire.timeout = AccessState::kGoneAfter + Duration{4'000};
        watches.push_back(std::make_unique<WireWatch>(wire));
        watches.back()->start();
    }
    for (const auto &watch : watches) {
        ASSERT_TRUE(watch->wait(AccessState::kGoneAfter + kPatience));
        EXPECT_EQ(watch->runner().verdict().outcome, Outcome::TimedOut);
        EXPECT_TRUE(watch->hadBlocker(Blocker::Kind::NotCreated));
        EXPECT_FALSE(watch->hadBlocker(Blocker::Kind::Unreachable));
        EXPECT_LE(watch->requests(), 20) << "the sync may take hours";
    }
}

TEST(WatchRunner, AwaitedApplicationThatAppearsIsWatched)
{
    WireCase wire;
    wire.recording = u"deploy-ok"_s;
    wire.speed = kFast;
    wire.waitForApp = true;
    wire.createdAt = Duration{4'000};
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::Deployed);
    EXPECT_GE(watch.overAt(), Duration{16'297}) << "running_ms of the recording, less 0.6 s of sampling";
    EXPECT_TRUE(watch.hadBlocker(Blocker::Kind::NotCreated));
    EXPECT_EQ(watch.runner().project(), u"shop"_s) << "found out from the application";
    for (const auto &report : watch.reportedVerdicts()) {
        if (report.at < *wire.createdAt)
            EXPECT_EQ(report.verdict.stage, Stage::None) << report.at.count();
    }
}

TEST(WatchRunner, AnotherNewApplicationIsNotTheAwaitedOne)
{
    WireCase wire;
    wire.recording = u"deploy-ok"_s;
    wire.speed = kFast;
    wire.name = u"shop-wb"_s;
    wire.waitForApp = true;
    wire.createdAt = Duration{2'000};
    wire.timeout = Duration{20'000};
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::TimedOut);
    ASSERT_TRUE(watch.runner().verdict().blocker);
    EXPECT_EQ(watch.runner().verdict().blocker->kind, Blocker::Kind::NotCreated);
}

/// Expected versions of recordings that were made for images.
struct RevisionCase
{
    const char *recording;
    ExpectedVersion version;
    Outcome outcome;
    /// The cluster runs it from then on, less 0.6 s of sampling. It must not be deployed earlier. 0: never.
    Duration running;
    Duration timeout;
    const char *name;
};

void PrintTo(const RevisionCase &revision, std::ostream *stream)
{
    *stream << revision.name;
}

class Revisions : public testing::TestWithParam<RevisionCase>
{ };

TEST_P(Revisions, MatchTheRecordedOutcome)
{
    const auto &expected = GetParam();
    WireCase wire;
    wire.recording = QString::fromLatin1(expected.recording);
    wire.version = expected.version;
    wire.speed = kFast;
    wire.timeout = expected.timeout;
    wire.failAfter = Duration{10'000};
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    EXPECT_EQ(watch.runner().verdict().outcome, expected.outcome);
    for (const auto &report : watch.reportedVerdicts()) {
        if (report.verdict.outcome == Outcome::Deployed)
            EXPECT_GE(report.at, expected.running);
    }
}

constexpr auto kNext = ExpectedVersion::Kind::Next;
constexpr auto kRevision = ExpectedVersion::Kind::Revision;
constexpr auto kChart = ExpectedVersion::Kind::ChartVersion;

INSTANTIATE_TEST_SUITE_P(
    Recorded, Revisions,
    testing::Values(
        RevisionCase{
            "deploy-ok", {kRevision, u"1e978e3"_s}, Outcome::Deployed, Duration{16'297}, Duration{900'000}, "Commit"},
        RevisionCase{"deploy-ok", {kNext, {}}, Outcome::Deployed, Duration{16'297}, Duration{900'000}, "Next"},
        RevisionCase{
            "v2.8-good", {kNext, {}}, Outcome::Deployed, Duration{14'753}, Duration{900'000}, "NextOnOldServers"},
        RevisionCase{"multi",
                     {kRevision, u"c9c7dc4"_s},
                     Outcome::Deployed,
                     Duration{11'908},
                     Duration{900'000},
                     "OneOfSeveralSources"},
        RevisionCase{"image-typo", {kNext, {}}, Outcome::Failed, {}, Duration{900'000}, "NextThatCannotBePulled"},
        RevisionCase{
            "crashloop", {kRevision, u"5adca32"_s}, Outcome::Failed, {}, Duration{900'000}, "CommitThatCrashes"},
        // Parameters of the application change without a new revision, and the last deployed revision is unknown.
        RevisionCase{"kustparam", {kNext, {}}, Outcome::TimedOut, {}, Duration{22'000}, "ParametersAreNoNextVersion"},
        RevisionCase{
            "deploy-ok", {kRevision, u"0123456"_s}, Outcome::TimedOut, {}, Duration{30'000}, "AnUnknownCommit"},
        RevisionCase{"deploy-ok", {kChart, u"1.5.0"_s}, Outcome::TimedOut, {}, Duration{30'000}, "NoChart"}),
    [](const auto &caseInfo) { return std::string(caseInfo.param.name); });

TEST(WatchRunner, OtherServersEndTheWatchImmediately)
{
    WireCase wire;
    wire.recording = u"deploy-ok"_s;
    wire.faults = {u"html"_s};
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(Duration{2'000}));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::Aborted);
    ASSERT_TRUE(watch.runner().startError());
    EXPECT_EQ(watch.runner().startError()->kind, Error::Kind::NotArgoCd);
}

TEST(WatchRunner, UnreachableServerEndsTheWatchAfterTheStartLimit)
{
    for (const auto *fault : {"reset", "hang", "unavailable"}) {
        WireCase wire;
        wire.recording = u"deploy-ok"_s;
        wire.faults = {QString::fromLatin1(fault)};
        wire.startLimit = Duration{1'200};
        WireWatch watch(wire);
        watch.start();
        EXPECT_FALSE(watch.wait(Duration{1'000})) << fault;
        ASSERT_TRUE(watch.wait(Duration{2'500})) << fault;
        EXPECT_EQ(watch.runner().verdict().outcome, Outcome::Aborted);
        ASSERT_TRUE(watch.runner().startError());
        EXPECT_FALSE(watch.runner().startError()->message.isEmpty());
    }
}

TEST(WatchRunner, TimesOutWithItsBlocker)
{
    WireCase wire;
    wire.recording = u"suspended"_s;
    wire.speed = kFast;
    wire.timeout = Duration{30'000};
    WireWatch watch(wire);
    watch.start();
    ASSERT_TRUE(watch.wait(kPatience));
    EXPECT_EQ(watch.runner().verdict().outcome, Outcome::TimedOut);
    ASSERT_TRUE(watch.runner().verdict().blocker);
    EXPECT_EQ(watch.runner().verdict().blocker->kind, Blocker::Kind::Paused);
}

TEST(WatchRunner, EmitsNothingAfterDestruction)
{
    for (const int requests : {0, 1, 3, 5}) {
        WireCase wire;
        wire.recording = u"deploy-ok"_s;
        wire.speed = 8.0;
        WireWatch watch(wire);
        watch.start();
        ASSERT_TRUE(test::waitUntil([&] { return watch.requests() >= requests; }));
        watch.destroyRunner();
        EXPECT_TRUE(test::waitUntil([&] { return watch.server().openStreams() == 0; })) << "the connections are closed";
        test::drainEvents();
        EXPECT_EQ(watch.finishedCount(), 0) << "after " << requests << " requests";
    }
}

TEST(WatchRunner, CanBeDestroyedByAReceiver)
{
    WireCase wire;
    wire.recording = u"already-deployed"_s;
    WireWatch watch(wire);
    QObject::connect(&watch, &WireWatch::over, &watch, &WireWatch::destroyRunner);
    watch.start();
    EXPECT_TRUE(test::waitUntil([&] { return watch.finishedCount() > 0; }));
    test::drainEvents();
    EXPECT_EQ(watch.finishedCount(), 1);
}

} // namespace

} // namespace lynceus
