#include "tests/replay/serverfixture.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using test::RawClient;
using End = RawClient::End;

namespace {

class ReplayStreamFaults : public test::ServerTest
{
protected:
    RawClient &get(const QByteArray &path, const QByteArray &headers)
    {
        client.emplace(server->baseUrl());
        client->get(path, headers);
        return *client;
    }

    std::optional<RawClient> client;
};

} // namespace

TEST_F(ReplayStreamFaults, OpenStreamIsCutInsideAFrameOnTime)
{
    for (const auto &[fault, end] :
         {std::pair(u"cut@3s:stream"_s, End::Fin), std::pair(u"reset-in-body@3s:stream"_s, End::Reset),
          std::pair(u"bad-chunk@3s:stream"_s, End::Fin), std::pair(u"reset@3s:stream"_s, End::Reset)}) {
        clock.elapsed = Duration(0);
        startWith(fault);
        get("/api/v1/stream/applications", test::kEvents);
        ASSERT_TRUE(client->readUntil("\n\n\n"));
        settle();
        const qsizetype before = client->received().size();
        ASSERT_GT(before, 0);
        clock.elapsed = Duration(3'000);
        EXPECT_EQ(client->readToEnd(), end) << fault.toStdString();
        EXPECT_FALSE(client->bytes().endsWith("0\r\n\r\n"));
        if (fault.startsWith("cut"_L1) || fault.startsWith("reset-in-body"_L1)) {
            EXPECT_GT(client->bytes().size(), before);
            EXPECT_FALSE(client->bytes().endsWith("\n\n\n\r\n"));
        }
        clock.elapsed = Duration(3'500);
        EXPECT_EQ(get(test::kListStream, test::kEvents).readToEnd(), end) << "new streams also fail during the fault";
    }
}

TEST_F(ReplayStreamFaults, SilentStreamStaysOpenAndLosesItsFrames)
{
    startWith(u"silence@0s-30s:stream"_s);
    get("/api/v1/stream/applications", test::kEvents);
    ASSERT_TRUE(test::waitUntil([&] { return server->openStreams() == 1; }));
    clock.elapsed = Duration(29'000);
    settle();
    EXPECT_TRUE(client->received().isEmpty());
    clock.elapsed = Duration(46'000);
    ASSERT_TRUE(client->readUntil("data: "));
    EXPECT_FALSE(client->bytes().contains("\"resourceVersion\":\"1100\"")) << "frame of 1,057 ms";
    EXPECT_EQ(client->end(), End::Open);
}

TEST_F(ReplayStreamFaults, SlowStreamSendsFewBytes)
{
    startWith(u"slow-bytes:stream"_s);
    get("/api/v1/stream/applications", test::kEvents);
    ASSERT_TRUE(test::waitUntil([&] { return server->openStreams() == 1; }));
    clock.elapsed += Duration(4'000);
    settle();
    EXPECT_EQ(client->received(), "HTTP/1.1 200");
}

} // namespace lynceus
