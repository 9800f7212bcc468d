#include "core/replay/recordings/jsonslice.h"
#include "tests/replay/serverfixture.h"

#include <gmock/gmock.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::RawClient;

namespace {

/// The `data:` lines of a received event stream without header and chunk sizes; omits an incomplete last chunk.
std::vector<QByteArray> events(const QByteArray &received)
{
    QByteArray wire = received.sliced(received.indexOf("\r\n\r\n") + 4);
    if (!wire.endsWith("0\r\n\r\n"))
        wire += "0\r\n\r\n";
    const QByteArray text = test::unchunked(wire).value_or(QByteArray());
    std::vector<QByteArray> found;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith("data: "))
            found.push_back(line.sliced(6).trimmed());
    }
    return found;
}

QByteArray typeOf(const QByteArray &event)
{
    return jsonString(jsonValue(event, {"result", "type"})).toUtf8();
}

QByteArray nameOf(const QByteArray &event)
{
    return jsonString(jsonValue(event, {"result", "application", "metadata", "name"})).toUtf8();
}

class ReplayStreaming : public test::ServerTest
{
protected:
    std::unique_ptr<RawClient> open(const QByteArray &path, const QByteArray &accept = test::kEvents)
    {
        const int before = server->openStreams();
        auto client = std::make_unique<RawClient>(server->baseUrl());
        client->get(path, accept);
        EXPECT_TRUE(test::waitUntil([&] { return server->openStreams() > before; }));
        return client;
    }
};

} // namespace

TEST_F(ReplayStreaming, PlaysEachFrameOfTheRecordingOnceAndInOrder)
{
    start();
    const auto recording = test::recordingNamed("deploy-ok");
    const auto client = open(test::kTreeStream);
    EXPECT_TRUE(client->received().isEmpty()) << "neither headers nor tree before the first event";
    std::vector<QByteArray> expected;
    for (const RecordingLine &line : recording->lines) {
        if (line.kind == RecordingLine::Kind::Frame && line.path.contains("resource-tree"_L1))
            expected.push_back(line.body);
    }
    for (; clock.elapsed < Duration(20'000); clock.elapsed += Duration(2'500))
        settle();
    ASSERT_TRUE(client->readUntil([&](const QByteArray &bytes) {
        return bytes.contains("\r\n\r\n") && events(bytes).size() >= expected.size();
    }));
    EXPECT_TRUE(events(client->bytes()) == expected);
    EXPECT_TRUE(client->bytes().startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"));
}

TEST_F(ReplayStreaming, SendsNothingBeforeItsTime)
{
    start();
    const auto client = open(test::kListStream);
    clock.elapsed = Duration(1'056);
    settle();
    EXPECT_FALSE(client->readUntil([](const QByteArray &bytes) { return bytes.isEmpty(); })
                 && !client->received().isEmpty());
    clock.elapsed = Duration(1'057);
    ASSERT_TRUE(client->readUntil("\"resourceVersion\":\"1100\""));
}

TEST_F(ReplayStreaming, SendsEachApplicationFirstWithoutAVersion)
{
    start();
    const auto client = open("/api/v1/stream/applications");
    ASSERT_TRUE(client->readUntil("shop-web"));
    const auto all = events(client->bytes());
    EXPECT_GT(all.size(), 10U);
    EXPECT_TRUE(std::ranges::all_of(all, [](const QByteArray &event) { return typeOf(event) == "ADDED"; }));
}

TEST_F(ReplayStreaming, VersionWithANameSendsTheApplicationUnlessOlder)
{
    start();
    const auto newer = open("/api/v1/stream/applications?name=shop-web&resourceVersion=1");
    ASSERT_TRUE(newer->readUntil("\n\n\n"));
    EXPECT_EQ(nameOf(events(newer->bytes()).front()), "shop-web");
    const auto older = open("/api/v1/stream/applications?name=shop-web&resourceVersion=99999999");
    const auto plain = open("/api/v1/stream/applications?resourceVersion=1");
    settle();
    EXPECT_TRUE(older->received().isEmpty());
    EXPECT_TRUE(plain->received().isEmpty());
}

TEST_F(ReplayStreaming, FiltersByNameProjectAndLabels)
{
    start();
    const auto web = open(test::kListStream + "&name=shop-web");
    const auto none = open(test::kListStream + "&projects=other");
    const auto orders = open("/api/v1/stream/applications?selector=team%3Dorders");
    clock.elapsed = Duration(46'000);
    ASSERT_TRUE(
        web->readUntil([](const QByteArray &bytes) { return bytes.contains("\r\n\r\n") && events(bytes).size() > 5; }));
    for (const QByteArray &event : events(web->bytes()))
        EXPECT_EQ(nameOf(event), "shop-web");
    ASSERT_TRUE(orders->readUntil("orders"));
    for (const QByteArray &event : events(orders->bytes()))
        EXPECT_EQ(nameOf(event), "orders");
    EXPECT_FALSE(none->received().contains("data:"));
}

TEST_F(ReplayStreaming, FieldsReduceFramesAndRepeatedFramesAreDropped)
{
    start();
    const auto all = open(test::kListStream);
    const auto names = open(test::kListStream + "&fields=result.application.metadata.name");
    clock.elapsed = Duration(46'000);
    ASSERT_TRUE(all->readUntil("1.5.0"));
    ASSERT_TRUE(names->readUntil("shop-web"));
    const auto cut = events(names->bytes());
    EXPECT_LT(cut.size(), events(all->bytes()).size());
    EXPECT_EQ(cut.front(), R"({"result":{"application":{"metadata":{"name":"shop-web"}}}})");
    EXPECT_EQ(std::ranges::count(cut, cut.front()), 1);
}

TEST_F(ReplayStreaming, SendsKeepalivesAfterFifteenSecondsOfSilence)
{
    ReplayOptions options;
    options.speed = 0.001;
    start(options);
    const auto client = open(test::kListStream);
    clock.elapsed = Duration(14'999);
    settle();
    EXPECT_TRUE(client->received().isEmpty());
    clock.elapsed = Duration(15'000);
    ASSERT_TRUE(client->readUntil("2\r\n:\n\r\n"));
    clock.elapsed = Duration(30'000);
    ASSERT_TRUE(client->readUntil([](const QByteArray &bytes) { return bytes.count(":\n") >= 2; }));
}

TEST_F(ReplayStreaming, OtherAcceptHeadersGetJsonLines)
{
    start();
    const auto client = open("/api/v1/stream/applications", "Accept: */*\r\n");
    ASSERT_TRUE(client->readUntil("shop-web"));
    EXPECT_TRUE(client->bytes().contains("Content-Type: application/json\r\n"));
    EXPECT_FALSE(client->bytes().contains("data: "));
}

TEST_F(ReplayStreaming, UnknownTreeIsAnErrorEvent)
{
    start();
    RawClient client(server->baseUrl());
    client.get("/api/v1/stream/applications/nope/resource-tree", test::kEvents);
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.status(), 403);
    EXPECT_THAT(client.body().toStdString(), testing::HasSubstr("\"grpc_code\":7,\"http_code\":403"));
    client.get("/api/v1/stream/applications/shop-api/resource-tree?project=shop", test::kEvents);
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.status(), 501);
    client.get("/api/v1/applications/shop-web/logs?podName=x", test::kEvents);
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.status(), 501);
    EXPECT_TRUE(client.body().startsWith("data: {\"error\":{\"grpc_code\":12"));
    EXPECT_EQ(server->openStreams(), 0);
}

TEST_F(ReplayStreaming, RemovesStreamsClosedByTheClient)
{
    start();
    auto client = open(test::kListStream);
    client.reset();
    EXPECT_TRUE(test::waitUntil([&] { return server->openStreams() == 0; }));
}

} // namespace lynceus
