// The decoded values of answers that were recorded from a real Argo CD.
#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/argocd/responses/answer.h"
#include "core/domain/argocd/responses/streamsplitter.h"
#include "core/replay/recordings/recording.h"
#include "tests/support/recordingcase.h"
#include "tests/support/samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Instant at(const char *time)
{
    return parseRfc3339(time).value();
}

TEST(DecoderSamples, Version)
{
    Decoder decoder;
    for (const auto *name : {"version.http", "version-signed-out.http"}) {
        const auto version = decoder.version(sampleBody(QString::fromLatin1(name))).value();
        EXPECT_EQ(version.version, u"v3.6.0+37ee009"_s);
        EXPECT_EQ(version.major, 3);
        EXPECT_EQ(version.minor, 6);
    }
}

TEST(DecoderSamples, OddVersions)
{
    struct Row
    {
        const char *text;
        int major;
        int minor;
    };
    Decoder decoder;
    for (const auto &[text, major, minor] : {Row{"2.14.21", 2, 14}, Row{"v10.0.1-rc1+vendor.7", 10, 0}, Row{"v3", 0, 0},
                                             Row{"latest", 0, 0}, Row{"v3.x.1", 0, 0}, Row{"v-3.1.0", 0, 0}}) {
        const auto version = decoder.version(R"({"Version":")" + QByteArray(text) + "\"}").value();
        EXPECT_EQ(version.major, major) << text;
        EXPECT_EQ(version.minor, minor) << text;
    }
    EXPECT_EQ(decoder.version("{}").error().message, u"Version is missing"_s);
}

TEST(DecoderSamples, SettingsAndUser)
{
    Decoder decoder;
    EXPECT_TRUE(decoder.settings(sampleBody(u"settings.http"_s)).value().appsInAnyNamespace);
    EXPECT_EQ(decoder.settings(sampleBody(u"settings.http"_s)).value().controllerNamespace, u"argocd"_s);
    EXPECT_EQ(decoder.settings(sampleBody(u"settings-dex-signed-out.http"_s)).value().url, u"http://localhost:8080"_s);
    EXPECT_EQ(decoder.settings(sampleBody(u"settings-signed-out.http"_s)).value().controllerNamespace, QString());

    const auto user = decoder.userInfo(sampleBody(u"userinfo.http"_s)).value();
    EXPECT_TRUE(user.loggedIn);
    EXPECT_EQ(user.username, u"admin"_s);
    EXPECT_EQ(user.issuer, u"argocd"_s);
    EXPECT_FALSE(decoder.userInfo(sampleBody(u"userinfo-signed-out.http"_s)).value().loggedIn);
}

TEST(DecoderSamples, Rights)
{
    Decoder decoder;
    EXPECT_TRUE(decoder.canI(sampleBody(u"can-i-yes.http"_s)).value());
    EXPECT_FALSE(decoder.canI(sampleBody(u"limited-can-i-logs.http"_s)).value());
    EXPECT_EQ(decoder.canI("{}").error().kind, Error::Kind::Malformed) << "a missing answer is not a refusal";
}

TEST(DecoderSamples, ListOfALimitedAccount)
{
    const auto list = Decoder().applicationList(sampleBody(u"limited-list.http"_s), ApplicationDetail::Full).value();
    EXPECT_EQ(list.resourceVersion, u"8022"_s);
    ASSERT_EQ(list.applications.size(), 1U);
    EXPECT_EQ(list.applications[0].name, u"shop-web"_s);
    EXPECT_EQ(list.applications[0].nameSpace, QString());
    EXPECT_EQ(list.applications[0].project, u"shop"_s);
    EXPECT_FALSE(list.applications[0].autoSync);
}

TEST(DecoderSamples, BigTree)
{
    const auto tree = Decoder().resourceTree(sampleBody(u"big-tree.json.gz"_s)).value();
    ASSERT_EQ(tree.nodes.size(), 1686U);
    const auto pods = std::ranges::count_if(tree.nodes, [](const ResourceNode &node) {
        return node.key.kind == u"Pod"_s && node.parent >= 0 && !node.images.isEmpty() && node.readyContainers;
    });
    EXPECT_EQ(pods, 366); // counted with jq
}

TEST(DecoderSamples, BigApplication)
{
    const auto application = Decoder().application(sampleBody(u"big-application.json.gz"_s)).value();
    EXPECT_EQ(application.resources.size(), 1280U);
    EXPECT_EQ(application.health.status, HealthStatus::Progressing);
    EXPECT_TRUE(application.health.message.startsWith(u"Caused by apps/Deployment:big/big-svc03"));
    EXPECT_EQ(application.resources.front().sync, SyncStatus::Synced);
    ASSERT_TRUE(application.operationState);
    EXPECT_EQ(application.operationState->phase, OperationPhase::Succeeded);
    EXPECT_TRUE(application.operationState->automated);
}

TEST(DecoderSamples, Events)
{
    const auto events = Decoder().events(sampleBody(u"resource-events.http"_s)).value();
    ASSERT_FALSE(events.empty());
    const auto &first = events.front();
    EXPECT_EQ(first.involved, (ResourceKey{{}, u"Application"_s, u"argocd"_s, u"shop-web"_s}));
    EXPECT_EQ(first.reason, u"OperationStarted"_s);
    EXPECT_EQ(first.type, u"Normal"_s);
    EXPECT_TRUE(first.message.startsWith(u"Initiated automated sync to"));
    EXPECT_EQ(first.last, at("2026-11-23T09:12:14Z"));
}

TEST(DecoderSamples, LogsAsLinesAndAsStream)
{
    Decoder decoder;
    std::vector<LogLine> lines;
    for (const auto &line : sampleBody(u"logs.ndjson.http"_s).split('\n')) {
        if (!line.trimmed().isEmpty())
            lines.push_back(decoder.logLine(line).value());
    }
    ASSERT_EQ(lines.size(), 13U);
    EXPECT_EQ(lines[1].content, u"config loaded from /etc/shop-search/config.yaml"_s);
    EXPECT_EQ(lines[1].time, at("2026-11-23T09:00:00.137Z"));
    EXPECT_EQ(lines[1].pod, u"shop-web-8944b77d8-9l8pb"_s);
    EXPECT_TRUE(lines.back().last);
    EXPECT_FALSE(lines.front().last);

    std::vector<LogLine> streamed;
    const auto frames = StreamSplitter().feed(sampleBody(u"logs.sse.http"_s)).value();
    std::ranges::transform(frames, std::back_inserter(streamed),
                           [&](const StreamFrame &frame) { return decoder.logLine(frame.payload).value(); });
    streamed.back().time = lines.back().time; // the end mark has the time of the call
    EXPECT_TRUE(streamed == lines);
}

TEST(DecoderSamples, RevisionAndSyncWindows)
{
    Decoder decoder;
    const auto revision = decoder.revisionMetadata(sampleBody(u"revision-metadata.http"_s)).value();
    EXPECT_EQ(revision.author, u"Release Bot <release@acme.example>"_s);
    EXPECT_EQ(revision.message, u"A big application"_s);
    EXPECT_EQ(revision.date, at("2026-11-23T09:11:59Z"));
    const ApplicationSetProgress progress{{{u"shop-eu"_s, 2, u"Progressing"_s}, {u"shop-us"_s, 0, u"Waiting"_s}}};
    EXPECT_EQ(
        decoder
            .applicationSet(R"({"metadata":{"name":"shop"},"spec":{"generators":[{"list":{"elements":[]}}]},"status":{
                      "applicationStatus":[{"application":"shop-eu","step":"2","status":"Progressing","message":"m",
                      "lastTransitionTime":"2026-11-20T08:00:00Z"},{"application":"shop-us","step":"?","status":"Waiting"}]}})")
            .value(),
        progress);
    EXPECT_EQ(decoder.applicationSet(R"({"metadata":{"name":"shop"},"status":{}})").value(), ApplicationSetProgress{});
    EXPECT_EQ(decoder.syncWindows(sampleBody(u"syncwindows.http"_s)).value(), SyncWindows{});
    const auto windows = decoder
                             .syncWindows(R"({"activeWindows":null,"assignedWindows":[
        {"kind":"deny","schedule":"0 22 * * *","duration":"1h","manualSync":true}],"canSync":false})")
                             .value();
    EXPECT_THAT(windows.active, IsEmpty());
    EXPECT_THAT(windows.assigned, ElementsAre(SyncWindow{u"deny"_s, u"0 22 * * *"_s, u"1h"_s, true}));
    EXPECT_FALSE(windows.canSync);
}

TEST(DecoderSamples, StreamErrorsAreClassified)
{
    Decoder decoder;
    const auto frame = StreamSplitter().feed(sampleBody(u"error-401-stream.http"_s)).value().front().payload;
    const auto check = [](const Error &error) {
        EXPECT_EQ(error.kind, Error::Kind::SignInNeeded);
        EXPECT_EQ(error.httpStatus, 401);
        EXPECT_FALSE(error.retryable);
        EXPECT_EQ(error.message, u"sign-in needed: no session information"_s);
    };
    check(decoder.applicationEvent(frame).error());
    check(decoder.resourceTreeEvent(frame).error());
    check(decoder.logLine(frame).error());
}

// Every answer in every recording can be decoded, and the result is consistent.
class DecoderRecordings : public ::testing::TestWithParam<RecordingCase>
{
protected:
    /// @return false if Lynceus does not read that path.
    bool decode(const RecordingLine &line)
    {
        const auto path = line.path.section(u'?', 0, 0);
        if (path == u"/api/v1/applications") {
            const auto list = decoder.applicationList(line.body, ApplicationDetail::Full).value();
            EXPECT_THAT(list.badItems, IsEmpty());
            EXPECT_FALSE(list.applications.empty());
            for (const auto &application : list.applications)
                checkApplication(application);
        } else if (path.endsWith(u"/resource-tree")) {
            EXPECT_FALSE(decoder.resourceTree(line.body).value().nodes.empty());
        } else if (path.endsWith(u"/managed-resources")) {
            EXPECT_GT(decoder.managedResources(line.body).value().items, 0);
        } else if (path.endsWith(u"/events")) {
            EXPECT_TRUE(decoder.events(line.body));
        } else if (path.count(u'/') == 4 && path.startsWith(u"/api/v1/applications/")) {
            checkApplication(decoder.application(line.body).value());
        } else {
            return false;
        }
        return true;
    }

    static void checkApplication(const Application &application)
    {
        EXPECT_FALSE(application.nameSpace.isEmpty());
        EXPECT_FALSE(application.project.isEmpty());
        EXPECT_FALSE(application.sources.empty());
        EXPECT_TRUE(application.createdAt);
        if (const auto &state = application.operationState; state && state->phase == OperationPhase::Succeeded) {
            EXPECT_FALSE(state->resources.empty());
            EXPECT_FALSE(state->resultRevisions.isEmpty());
        }
    }

    void decodeFrame(const RecordingLine &line)
    {
        if (line.path.contains(u"resource-tree"))
            EXPECT_FALSE(decoder.resourceTreeEvent(line.body).value().nodes.empty());
        else
            checkApplication(decoder.applicationEvent(line.body).value().application);
    }

    Decoder decoder;
};

TEST_P(DecoderRecordings, AreDecodedWithoutLoss)
{
    const auto recording = readRecording(recordingFile(GetParam().recording)).value();
    int answers = 0;
    int frames = 0;
    for (const auto &line : recording.lines) {
        if (line.kind == RecordingLine::Kind::Get && line.status == 200) {
            ASSERT_TRUE(isCompleteJson(line.body));
            answers += decode(line) ? 1 : 0;
        } else if (line.kind == RecordingLine::Kind::Frame) {
            decodeFrame(line);
            ++frames;
        }
    }
    EXPECT_GT(answers, 10);
    EXPECT_GT(frames, 0);
}

INSTANTIATE_TEST_SUITE_P(All, DecoderRecordings, ::testing::ValuesIn(recordingCases()),
                         [](const auto &info) { return info.param.name().toStdString(); });

} // namespace
} // namespace lynceus
