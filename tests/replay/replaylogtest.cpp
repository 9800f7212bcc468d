#include "core/replay/recordings/jsonslice.h"
#include "tests/replay/serverfixture.h"

#include <gmock/gmock.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::RawClient;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// Two containers of one pod, one of which was restarted.
Recording recordingWithLogs()
{
    auto recording = parseRecording(
        R"({"kind":"head","t":0,"tape":1,"recorded":"2026-11-23T08:32:52Z","scenario":"x","argocd":"v3.6.0","app":"web","appNamespace":"argocd","project":"shop","expect":["web:1"]}
{"kind":"get","t":0,"path":"/api/v1/applications","status":200,"type":"application/json","body":{"metadata":{"resourceVersion":"1"},"items":[{"metadata":{"name":"web","namespace":"argocd","uid":"1","resourceVersion":"1"},"spec":{"project":"shop"},"status":{}}]}}
{"kind":"log-line","t":10,"pod":"web-1","container":"web","content":"starting"}
{"kind":"log-line","t":20,"pod":"web-1","container":"web","content":"the end","previous":true}
{"kind":"log-line","t":30,"pod":"web-1","container":"web","content":"said \"hello\""}
{"kind":"log-line","t":40,"pod":"web-1","container":"metrics","content":"scraped"}
{"kind":"log-line","t":5000,"pod":"web-1","container":"web","content":"later"}
)",
        u"logs"_s);
    if (!recording)
        qFatal("%s", qPrintable(recording.error().message));
    return *std::move(recording);
}

std::vector<QString> contents(const QByteArray &text)
{
    std::vector<QString> found;
    for (QByteArray line : text.split('\n')) {
        if (line.startsWith("data: "))
            line.remove(0, 6);
        const auto result = jsonValue(line, {"result"});
        if (!result.isEmpty() && jsonValue(result, {"last"}) == "false")
            found.push_back(jsonString(jsonValue(result, {"content"})));
    }
    return found;
}

class ReplayLogs : public test::ServerTest
{
protected:
    QByteArray logs(const QByteArray &query)
    {
        RawClient client(server->baseUrl());
        client.get("/api/v1/applications/web/logs?project=shop&" + query);
        EXPECT_TRUE(client.readAnswer());
        EXPECT_EQ(client.status(), 200);
        return client.body();
    }
};

} // namespace

TEST_F(ReplayLogs, ContainOutputUntilTheCurrentTime)
{
    start({}, {recordingWithLogs()});
    settle();
    clock.elapsed = Duration(1'000);
    const auto body = logs("podName=web-1&container=web");
    EXPECT_THAT(contents(body), ElementsAre(u"starting"_s, u"said \"hello\""_s));
    EXPECT_TRUE(body.contains(R"("timeStampStr":"2026-11-23T08:32:52.030Z","podName":"web-1")")) << body.toStdString();
    EXPECT_TRUE(body.trimmed().endsWith(R"("podName":""}})")) << "the end mark comes last";
    EXPECT_THAT(contents(logs("podName=web-1&container=metrics")), ElementsAre(u"scraped"_s));
    EXPECT_THAT(contents(logs("podName=web-1&container=web&previous=true")), ElementsAre(u"the end"_s));
    EXPECT_THAT(contents(logs("podName=web-1&tailLines=1")), ElementsAre(u"said \"hello\""_s));
    clock.elapsed = Duration(6'000);
    EXPECT_THAT(contents(logs("podName=web-1&container=web")),
                ElementsAre(u"starting"_s, u"said \"hello\""_s, u"later"_s));
}

TEST_F(ReplayLogs, UnknownPodHasEmptyLogsLikeOnTheServer)
{
    start({}, {recordingWithLogs()});
    settle();
    EXPECT_THAT(logs("podName=web-2").toStdString(), IsEmpty());
    EXPECT_THAT(logs("podName=web-1&container=none").toStdString(), IsEmpty());
}

TEST_F(ReplayLogs, ContinueForFollowers)
{
    start({}, {recordingWithLogs()});
    settle();
    clock.elapsed = Duration(1'000);
    RawClient client(server->baseUrl());
    client.get("/api/v1/applications/web/logs?project=shop&podName=web-1&container=web&tailLines=1&follow=true",
               test::kEvents);
    ASSERT_TRUE(client.readUntil("hello"));
    EXPECT_FALSE(client.bytes().contains("starting"));
    EXPECT_FALSE(client.bytes().contains("later"));
    clock.elapsed = Duration(5'500);
    ASSERT_TRUE(client.readUntil("later"));
    EXPECT_EQ(client.end(), RawClient::End::Open);
    EXPECT_EQ(server->openStreams(), 1);
}

TEST_F(ReplayLogs, LineNeedsPodAndContainer)
{
    const auto recording = parseRecording(R"({"kind":"head","t":0,"tape":1,"recorded":"2026-11-23T08:32:52Z"})"
                                          "\n"
                                          R"({"kind":"log-line","t":1,"pod":"web-1","content":"x"})",
                                          u"logs"_s);
    ASSERT_FALSE(recording);
    EXPECT_TRUE(recording.error().message.contains("line 2"_L1)) << recording.error().message.toStdString();
    EXPECT_TRUE(recording.error().message.contains("container"_L1)) << recording.error().message.toStdString();
}

} // namespace lynceus
