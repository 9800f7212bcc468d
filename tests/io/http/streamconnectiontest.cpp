#include "core/io/http/requests/streamconnection.h"

#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

const QByteArray kStreamHead = head("200 OK", "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked");

/// The signals of a stream, in order.
struct StreamRecorder
{
    explicit StreamRecorder(StreamConnection &stream)
    {
        QObject::connect(&stream, &StreamConnection::opened, &stream, [this](std::optional<Instant> time) {
            signalNames.append("opened");
            serverTime = time;
        });
        QObject::connect(&stream, &StreamConnection::frameArrived, &stream,
                         [this](const QByteArray &payload) { signalNames.append("frame " + payload.trimmed()); });
        QObject::connect(&stream, &StreamConnection::keepaliveArrived, &stream,
                         [this] { signalNames.append("keepalive"); });
        QObject::connect(&stream, &StreamConnection::ended, &stream, [this](const Error &error) {
            signalNames.append("ended");
            ends.push_back(error);
        });
    }

    QByteArrayList signalNames;
    std::optional<Instant> serverTime;
    std::vector<Error> ends;
};

} // namespace

class StreamConnectionTest : public testing::Test
{
protected:
    std::unique_ptr<StreamConnection> streamTo(const RawServer &server, Duration silence = Duration(20'000))
    {
        return std::make_unique<StreamConnection>(accessTo(server.url()), listStreamPath(u"7"_s, {}), m_clock, nullptr,
                                                  silence);
    }

    FakeClock m_clock;
};

TEST_F(StreamConnectionTest, ReportsHeadFramesKeepalivesAndTheEnd)
{
    RawServer server([](const ReceivedRequest &) -> Script {
        return {send(kStreamHead + chunk("data: {\"result\":1} \n\n\n") + chunk(":\n")
                     + chunk("data: {\"result\":2}\n\ndata: {\"res") + "0\r\n\r\n")};
    });
    const auto stream = streamTo(server);
    StreamRecorder received(*stream);
    EXPECT_FALSE(stream->lastByteAt().has_value());

    stream->open();
    ASSERT_TRUE(waitUntil([&] { return !received.ends.empty(); }));
    drainEvents();

    EXPECT_EQ(received.signalNames,
              (QByteArrayList{"opened", "frame {\"result\":1}", "keepalive", "frame {\"result\":2}", "ended"}));
    EXPECT_EQ(received.serverTime, parseRfc3339("2026-11-23T08:32:52Z"));
    EXPECT_EQ(stream->lastByteAt(), m_clock.now());
    EXPECT_EQ(received.ends[0].kind, Error::Kind::Unreachable);
    EXPECT_EQ(received.ends[0].message, u"the stream ended"_s);
    EXPECT_TRUE(received.ends[0].retryable);
    const auto &request = server.requests().at(0);
    EXPECT_EQ(request.headers["accept"], "text/event-stream");
    EXPECT_EQ(request.headers["authorization"], QByteArray("Bearer ") + kToken);
}

TEST_F(StreamConnectionTest, YieldsTheSameFramesAtEverySplit)
{
    const QByteArray events = "data: {\"result\":\"first\"} \r\n\r\n:\n\ndata: {\"result\":\ndata: \"second\"}\n\n";
    const QByteArrayList expected{"opened", "frame {\"result\":\"first\"}", "keepalive",
                                  "frame {\"result\":\n\"second\"}", "ended"};
    for (qsizetype cut = 1; cut < events.size(); cut += 5) {
        RawServer server([&](const ReceivedRequest &) -> Script {
            return {send(kStreamHead + chunk(events.first(cut))), pause(Duration(3)),
                    send(chunk(events.sliced(cut)) + "0\r\n\r\n")};
        });
        const auto stream = streamTo(server);
        const StreamRecorder received(*stream);
        stream->open();
        ASSERT_TRUE(waitUntil([&] { return !received.ends.empty(); }));
        EXPECT_EQ(received.signalNames, expected) << "cut at " << cut;
    }
}

TEST_F(StreamConnectionTest, KeepalivesResetTheWatchdogAndSilenceEndsTheStream)
{
    RawServer server([](const ReceivedRequest &) -> Script {
        Script script{send(kStreamHead + chunk("data: {\"result\":1}\n\n"))};
        for (int i = 0; i < 6; ++i) { // in total longer than the limit
            script.push_back(pause(Duration(200)));
            script.push_back(send(chunk(":\n")));
        }
        return script;
    });
    const auto stream = streamTo(server, Duration(700));
    const StreamRecorder received(*stream);

    stream->open();
    ASSERT_TRUE(waitUntil([&] { return !received.ends.empty(); }));

    EXPECT_EQ(received.signalNames.count("keepalive"), 6);
    EXPECT_EQ(received.ends[0].kind, Error::Kind::TimedOut);
    EXPECT_TRUE(waitUntil([&] { return server.closedConnections() == 1; })) << "the broken connection is closed";
}

TEST_F(StreamConnectionTest, WaitsForAHeadSentWithTheFirstEvent)
{
    RawServer server([](const ReceivedRequest &) -> Script {
        return {pause(Duration(300)), send(kStreamHead + chunk("data: {\"result\":1}\n\n"))};
    });
    const auto stream = streamTo(server);
    const StreamRecorder received(*stream);

    stream->open();

    EXPECT_TRUE(waitUntil([&] { return received.signalNames.size() == 2; }));
    EXPECT_EQ(received.signalNames, (QByteArrayList{"opened", "frame {\"result\":1}"}));
}

TEST_F(StreamConnectionTest, ReportsTheMessageOfARefusal)
{
    RawServer server([](const ReceivedRequest &) -> Script {
        return {send(answer(
            "401 Unauthorized", "text/event-stream",
            R"(data: {"error":{"grpc_code":16,"http_code":401,"message":"invalid session: token is expired","http_status":"Unauthorized"}})"))};
    });
    const auto stream = streamTo(server);
    const StreamRecorder received(*stream);

    stream->open();
    ASSERT_TRUE(waitUntil([&] { return !received.ends.empty(); }));

    EXPECT_EQ(received.signalNames, (QByteArrayList{"ended"}));
    EXPECT_EQ(received.ends[0].kind, Error::Kind::SignInNeeded);
    EXPECT_TRUE(received.ends[0].message.contains("token is expired"_L1)) << qPrintable(received.ends[0].message);
}

TEST_F(StreamConnectionTest, DeliversInBandErrors)
{
    const QByteArray error = R"({"error":{"grpc_code":14,"http_code":503,"message":"gone"}})";
    RawServer server([&](const ReceivedRequest &) -> Script {
        return {send(kStreamHead + chunk("data: " + error + "\n\n") + "0\r\n\r\n")};
    });
    const auto stream = streamTo(server);
    const StreamRecorder received(*stream);

    stream->open();
    ASSERT_TRUE(waitUntil([&] { return !received.ends.empty(); }));

    EXPECT_EQ(received.signalNames, (QByteArrayList{"opened", "frame " + error, "ended"}));
}

TEST_F(StreamConnectionTest, RejectsDisallowedPathsAsynchronously)
{
    RawServer server([](const ReceivedRequest &) { return Script(); });
    StreamConnection stream(accessTo(server.url()), {u"/api/v1/stream/applicationsets"_s, {}}, m_clock);
    const StreamRecorder received(stream);

    stream.open();
    EXPECT_TRUE(received.signalNames.isEmpty()) << "no signal inside open()";
    ASSERT_TRUE(waitUntil([&] { return !received.ends.empty(); }));

    EXPECT_EQ(received.ends[0].kind, Error::Kind::NotAllowed);
    EXPECT_EQ(server.connections(), 0);
}

TEST_F(StreamConnectionTest, CanBeDestroyedByAReceiver)
{
    for (const auto *moment : {"opened", "frame", "keepalive", "ended"}) {
        RawServer server([](const ReceivedRequest &) -> Script {
            return {send(kStreamHead + chunk("data: 1\n\n:\n\ndata: 2\n\n") + "0\r\n\r\n")};
        });
        auto stream = streamTo(server);
        const StreamRecorder received(*stream);
        const auto destroyAt = [&](const char *now) {
            if (qstrcmp(now, moment) == 0)
                stream.reset();
        };
        QObject::connect(stream.get(), &StreamConnection::opened, &server, [&] { destroyAt("opened"); });
        QObject::connect(stream.get(), &StreamConnection::frameArrived, &server, [&] { destroyAt("frame"); });
        QObject::connect(stream.get(), &StreamConnection::keepaliveArrived, &server, [&] { destroyAt("keepalive"); });
        QObject::connect(stream.get(), &StreamConnection::ended, &server, [&] { destroyAt("ended"); });

        stream->open();

        ASSERT_TRUE(waitUntil([&] { return !stream; })) << moment;
        drainEvents();
        EXPECT_TRUE(received.signalNames.constLast().startsWith(moment)) << "received more than " << moment;
    }
}

} // namespace lynceus
