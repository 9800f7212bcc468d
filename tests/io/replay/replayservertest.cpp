#include "core/io/replay/replayserver.h"

#include "core/io/replay/gzip.h"
#include "tests/io/replay/rawclient.h"
#include "tests/io/replay/tapes.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using test::RawClient;

namespace {

class HandClock final : public Clock
{
public:
    Duration elapsed{0};

    Instant now() const override { return Instant(Duration(1'800'000'000'000) + elapsed); }
    Duration steady() const override { return elapsed; }
};

class Server : public testing::Test
{
protected:
    void start(const ReplayOptions &options = {}, std::vector<Tape> tapes = {})
    {
        if (tapes.empty())
            tapes.push_back(*test::tapeNamed("deploy-ok"));
        server.emplace(std::move(tapes), options, clock);
        const auto listening = server->listen();
        ASSERT_TRUE(listening) << listening.error().message.toStdString();
    }

    HandClock clock;
    std::optional<ReplayServer> server;
};

const QByteArray kStream = "/api/v1/stream/applications?resourceVersion=1099";
const QByteArray kEvents = "Accept: text/event-stream\r\n";

} // namespace

TEST_F(Server, AnswersOneRequestAfterTheOtherOnOneConnection)
{
    start();
    RawClient client(server->baseUrl());
    for (int i = 0; i < 3; ++i) {
        client.get("/api/version");
        ASSERT_TRUE(client.readAnswer());
        EXPECT_EQ(client.status(), 200);
        EXPECT_TRUE(client.body().contains("v3.6.0+37ee009"));
    }
    client.get("/api/v1/applications/shop-web?project=shop", "Connection: close\r\n");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
    EXPECT_EQ(server->requestCounts().value(u"/api/version"_s), 3);
}

TEST_F(Server, PlaysFramesAtTheirTimes)
{
    start();
    RawClient client(server->baseUrl());
    client.get(kStream, kEvents);
    EXPECT_TRUE(test::waitUntil([&] { return server->openStreams() == 1; }));
    EXPECT_TRUE(client.bytes().isEmpty());
    clock.elapsed = Duration(1056);
    EXPECT_FALSE(client.bytes().contains("data:"));
    clock.elapsed = Duration(1057);
    ASSERT_TRUE(client.readUntil("\"resourceVersion\":\"1100\""));
    EXPECT_TRUE(client.bytes().startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"));
}

} // namespace lynceus
