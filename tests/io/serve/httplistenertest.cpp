#include "core/io/serve/httplistener.h"

#include "core/io/serve/bodysource.h"
#include "tests/support/rawclient.h"
#include "tests/support/waiting.h"

#include <QPromise>

#include <sys/resource.h>

#include <gtest/gtest.h>

namespace lynceus::test {

namespace {

/// Set by the test.
class ListenerClock final : public Clock
{
public:
    Duration elapsed{0};

    Instant now() const override { return Instant(Duration(1'800'000'000'000) + elapsed); }
    Duration steady() const override { return elapsed; }
};

/// Provides the bytes that a test gives it.
class TestSource final : public BodySource
{
public:
    QByteArray next() override { return std::exchange(bytes, {}); }
    void give(const QByteArray &more)
    {
        bytes += more;
        Q_EMIT ready();
    }
    void end() { Q_EMIT ended(); }

    QByteArray bytes;
};

/// Answers with the request that it received.
class EchoHandler final : public HttpHandler
{
public:
    HttpReply reply(const HttpRequest &request, const QString &peer) override
    {
        ++answered;
        lastPeer = peer;
        if (request.target == "/later") {
            promises.push_back(std::make_unique<QPromise<HttpReply>>());
            promises.back()->start();
            HttpReply pending;
            pending.later = std::make_shared<QFuture<HttpReply>>(promises.back()->future());
            return pending;
        }
        HttpReply reply{200, "text/plain", request.method + ' ' + request.target + ' ' + request.body};
        if (request.target == "/large")
            reply.body = QByteArray(20'000'000, 'x');
        if (request.target == "/stream") {
            source = std::make_shared<TestSource>();
            reply.source = source;
        }
        if (request.target == "/injected")
            reply.headers.append("X-Echo", "a\r\nX-Injected: b");
        return reply;
    }
    HttpReply refusal(int status, const QString &problem) override { return {status, "text/plain", problem.toUtf8()}; }

    int answered = 0;
    QString lastPeer;
    std::shared_ptr<TestSource> source;                         ///< of the last stream
    std::vector<std::unique_ptr<QPromise<HttpReply>>> promises; ///< for requests of "/later"
};

class HttpListenerTest : public testing::Test
{
protected:
    void start(ListenerLimits limits = {})
    {
        listener = std::make_unique<HttpListener>(handler, limits, clock);
        const auto listening = listener->listen(QHostAddress(QHostAddress::LocalHost), 0);
        ASSERT_TRUE(listening) << listening.error().message.toStdString();
        url.setPort(listener->port());
    }

    void waitForConnections(int count)
    {
        ASSERT_TRUE(waitUntil([&] { return listener->connections() == count; })) << listener->connections();
    }

    ListenerClock clock;
    EchoHandler handler;
    std::unique_ptr<HttpListener> listener;
    QUrl url{QStringLiteral("http://127.0.0.1")};
};

const QByteArray kHost = "Host: h\r\n";

} // namespace

TEST_F(HttpListenerTest, AnswersSequentialRequestsOnOneConnection)
{
    start();
    RawClient client(url);
    client.send("GET /a HTTP/1.1\r\n" + kHost + "\r\nPOST /b HTTP/1.1\r\n" + kHost + "Content-Length: 2\r\n\r\n{}");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.status(), 200);
    EXPECT_EQ(client.body(), "GET /a ");
    EXPECT_EQ(client.header("Date"), "Fri, 15 Jan 2027 08:00:00 GMT");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.body(), "POST /b {}");
    EXPECT_EQ(handler.lastPeer, QStringLiteral("127.0.0.1"));
    client.send("GET /c HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.header("Connection"), "close");
    EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
}

TEST_F(HttpListenerTest, DelayedAnswerBlocksNoOtherConnection)
{
    start();
    RawClient waiting(url);
    waiting.send("GET /later HTTP/1.1\r\n" + kHost + "\r\nGET /next HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(waitUntil([&] { return handler.promises.size() == 1; }));
    RawClient other(url);
    other.send("GET /other HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(other.readAnswer());
    EXPECT_EQ(waiting.received(), "");
    handler.promises.front()->addResult(HttpReply{201, "text/plain", "at last"});
    handler.promises.front()->finish();
    ASSERT_TRUE(waiting.readAnswer());
    EXPECT_EQ(waiting.status(), 201);
    EXPECT_EQ(waiting.body(), "at last");
    ASSERT_TRUE(waiting.readAnswer()); // the answers on a connection arrive in the order of the requests
    EXPECT_EQ(waiting.body(), "GET /next ");
}

TEST_F(HttpListenerTest, MissingAnswerIsServiceUnavailable)
{
    start();
    RawClient dropped(url);
    dropped.send("GET /later HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(waitUntil([&] { return handler.promises.size() == 1; }));
    handler.promises.clear();
    ASSERT_TRUE(dropped.readAnswer());
    EXPECT_EQ(dropped.status(), 503);

    RawClient late(url);
    late.send("GET /later HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(waitUntil([&] { return handler.promises.size() == 1; }));
    clock.elapsed = ListenerLimits().answer;
    listener->sweep();
    ASSERT_TRUE(late.readAnswer());
    EXPECT_EQ(late.status(), 503);
    EXPECT_EQ(late.readToEnd(), RawClient::End::Fin);
    handler.promises.front()->addResult(HttpReply{200, "text/plain", "too late"});
    handler.promises.front()->finish();
    drainEvents();
    EXPECT_FALSE(late.bytes().contains("too late"));
}

TEST_F(HttpListenerTest, OmitsTheBodyForHeadButKeepsItsLength)
{
    start();
    RawClient client(url);
    client.send("HEAD /a HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n");
    EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
    EXPECT_TRUE(client.bytes().contains("Content-Length: 8\r\n"));
    EXPECT_TRUE(client.bytes().endsWith("\r\n\r\n"));
}

TEST_F(HttpListenerTest, AllowsABodyWithExpectContinue)
{
    start();
    RawClient client(url);
    client.send("POST /a HTTP/1.1\r\n" + kHost + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    ASSERT_TRUE(client.readUntil("100 Continue\r\n\r\n"));
    client.send("{}");
    ASSERT_TRUE(client.readUntil("POST /a {}"));
}

TEST_F(HttpListenerTest, HeaderValuesCannotAddFields)
{
    start();
    RawClient client(url);
    client.send("GET /injected HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.status(), 200);
    EXPECT_FALSE(client.head().contains("X-Injected"));
}

// The refusal must arrive although the client is still sending: a reset would discard it.
TEST_F(HttpListenerTest, RejectsLargeBodiesBeforeTheyArrive)
{
    start();
    RawClient client(url);
    client.send("POST /a HTTP/1.1\r\n" + kHost + "Content-Length: 65537\r\n\r\n" + QByteArray(65'537, 'x'));
    EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
    EXPECT_TRUE(client.bytes().startsWith("HTTP/1.1 413 ")) << client.bytes().left(80).toStdString();
    EXPECT_EQ(handler.answered, 0);
}

TEST_F(HttpListenerTest, RejectsEndlessHeaders)
{
    start();
    RawClient client(url);
    client.send("GET /a HTTP/1.1\r\n" + kHost + "X: " + QByteArray(70'000, 'x'));
    EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
    EXPECT_TRUE(client.bytes().startsWith("HTTP/1.1 431 ")) << client.bytes().left(80).toStdString();
}

TEST_F(HttpListenerTest, EndsSlowRequestsAndSilentClients)
{
    start();
    RawClient slowHead(url);
    slowHead.send("GET /a HT");
    RawClient slowBody(url);
    slowBody.send("POST /a HTTP/1.1\r\n" + kHost + "Content-Length: 9\r\n\r\n{");
    RawClient idle(url);
    waitForConnections(3);
    RawClient other(url); // once it is answered, the bytes of the others have been read
    other.send("GET / HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n");
    EXPECT_EQ(other.readToEnd(), RawClient::End::Fin);

    clock.elapsed += ListenerLimits().head;
    listener->sweep();
    EXPECT_EQ(slowHead.readToEnd(), RawClient::End::Fin);
    EXPECT_TRUE(slowHead.bytes().startsWith("HTTP/1.1 408 ")) << slowHead.bytes().toStdString();
    EXPECT_EQ(slowBody.received(), QByteArray());

    clock.elapsed = ListenerLimits().request;
    listener->sweep();
    EXPECT_EQ(slowBody.readToEnd(), RawClient::End::Fin);
    EXPECT_TRUE(slowBody.bytes().startsWith("HTTP/1.1 408 ")) << slowBody.bytes().toStdString();
    EXPECT_EQ(idle.received(), QByteArray());

    clock.elapsed = ListenerLimits().idle;
    listener->sweep();
    EXPECT_EQ(idle.readToEnd(), RawClient::End::Fin);
    EXPECT_EQ(idle.bytes(), QByteArray());
}

TEST_F(HttpListenerTest, ClosesConnectionsThatDoNotReadTheirAnswer)
{
    start();
    RawClient client(url);
    client.send("GET /large HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(waitUntil([&] { return handler.answered == 1; }));
    drainEvents();
    clock.elapsed += ListenerLimits().write;
    listener->sweep();
    waitForConnections(0);
}

TEST_F(HttpListenerTest, OneThousandIdleConnectionsDoNotAffectOthers)
{
    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    auto raised = before;
    raised.rlim_cur = std::min<rlim_t>(raised.rlim_max, 4096);
    ::setrlimit(RLIMIT_NOFILE, &raised);
    start();
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 1'000; ++i) {
        idle.push_back(std::make_unique<RawClient>(url));
        ASSERT_TRUE(idle.back()->isConnected());
        if (i % 20 == 19)
            waitForConnections(i + 1);
    }
    RawClient client(url);
    client.send("GET /a HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.status(), 200);
    idle.clear();
    waitForConnections(1);
    ::setrlimit(RLIMIT_NOFILE, &before);
}

TEST_F(HttpListenerTest, ClosesTheLongestIdleConnectionFirst)
{
    start({.connections = 2});
    RawClient first(url);
    waitForConnections(1);
    clock.elapsed += Duration{1};
    RawClient second(url);
    waitForConnections(2);
    RawClient third(url);
    third.send("GET /a HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(third.readAnswer());
    EXPECT_NE(first.readToEnd(), RawClient::End::Open);
    second.send("GET /b HTTP/1.1\r\n" + kHost + "\r\n");
    EXPECT_TRUE(second.readAnswer());
    EXPECT_EQ(listener->connections(), 2);
}

/// Clients that read slowly and clients that send slowly are dropped in the order in which they started.
TEST_F(HttpListenerTest, SlowReadersDoNotBlockOthers)
{
    constexpr int kMost = 3;
    start({.connections = kMost});
    const auto take = [&](const QByteArray &request) {
        auto client = std::make_unique<RawClient>(url);
        const auto answered = handler.answered;
        client->send(request);
        if (request.endsWith("\r\n\r\n")) {
            EXPECT_TRUE(waitUntil([&] { return handler.answered > answered; }));
        }
        clock.elapsed += Duration{10};
        return client;
    };
    const auto large = "GET /large HTTP/1.1\r\n" + kHost + "\r\n";
    const auto reader = take(large);
    const auto writer = take("GET /slow HTT");
    waitForConnections(2);
    drainEvents(); // reads the bytes that have arrived
    const auto follower = take("GET /stream HTTP/1.1\r\n" + kHost + "\r\n");
    handler.source->give(QByteArray(20'000'000, 'x'));
    clock.elapsed += Duration{10};
    // Reading single bytes does not protect the reader, because it started first.
    ASSERT_TRUE(reader->readUntil("\r\n\r\n"));
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 2 * kMost; ++i) {
        RawClient other(url);
        other.send("GET /other HTTP/1.1\r\n" + kHost + "\r\n");
        ASSERT_TRUE(other.readAnswer()) << i;
        EXPECT_EQ(other.status(), 200);
        EXPECT_LE(listener->connections(), kMost);
        clock.elapsed += Duration{10};
        if (i == 0) {
            EXPECT_NE(reader->readToEnd(), RawClient::End::Open);
            EXPECT_EQ(writer->received(), "");
            EXPECT_EQ(writer->end(), RawClient::End::Open);
        }
        slow.push_back(take(large));
    }
    EXPECT_NE(writer->readToEnd(), RawClient::End::Open);
    EXPECT_NE(follower->readToEnd(), RawClient::End::Open);
}

/// These clients wait for the server, so they must not be dropped.
TEST_F(HttpListenerTest, KeepsConnectionsThatWaitForTheServer)
{
    start({.connections = 2});
    RawClient later(url);
    later.send("GET /later HTTP/1.1\r\n" + kHost + "\r\n");
    RawClient stream(url);
    stream.send("GET /stream HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(stream.readUntil("\r\n\r\n"));
    ASSERT_TRUE(waitUntil([&] { return handler.promises.size() == 1; }));
    clock.elapsed += Duration{10'000};
    RawClient third(url);
    EXPECT_NE(third.readToEnd(), RawClient::End::Open);
    handler.promises.front()->addResult(HttpReply{200, "text/plain", "at last"});
    handler.promises.front()->finish();
    ASSERT_TRUE(later.readAnswer());
    EXPECT_EQ(later.body(), "at last");
    handler.source->give("event");
    EXPECT_TRUE(stream.readUntil("event"));
}

TEST_F(HttpListenerTest, AnswerCanArriveAfterTheClientDisconnects)
{
    start();
    auto client = std::make_unique<RawClient>(url);
    client->send("GET /later HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(waitUntil([&] { return handler.promises.size() == 1; }));
    client.reset();
    waitForConnections(0);
    drainEvents();
    handler.promises.front()->addResult(HttpReply{200, "text/plain", "nobody is there"});
    handler.promises.front()->finish();
    drainEvents();
    RawClient other(url);
    other.send("GET /later HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(waitUntil([&] { return handler.promises.size() == 2; }));
    listener.reset();
    handler.promises.clear(); // the server may also be destroyed before its answers are ready
}

TEST_F(HttpListenerTest, StreamContinuesUntilItsEnd)
{
    start();
    RawClient client(url);
    client.send("GET /stream HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(client.readUntil("\r\n\r\n"));
    EXPECT_FALSE(client.bytes().contains("Content-Length"));
    EXPECT_TRUE(client.bytes().contains("Connection: close\r\n"));
    handler.source->give("one\n");
    ASSERT_TRUE(client.readUntil("one\n"));
    clock.elapsed += ListenerLimits().idle * 2; // an open stream has no idle timeout
    listener->sweep();
    client.send("what a client says meanwhile");
    handler.source->give("two\n");
    ASSERT_TRUE(client.readUntil("two\n"));
    handler.source->bytes = "not asked for";
    handler.source->end();
    EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
    EXPECT_TRUE(client.bytes().endsWith("two\n"));
}

TEST_F(HttpListenerTest, HeadOfAStreamHasNoBody)
{
    start();
    RawClient client(url);
    client.send("HEAD /stream HTTP/1.1\r\n" + kHost + "\r\n");
    EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
    EXPECT_TRUE(client.bytes().endsWith("\r\n\r\n"));
}

TEST_F(HttpListenerTest, ClosesStreamsThatAreNotRead)
{
    start();
    RawClient client(url);
    client.send("GET /stream HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(client.readUntil("\r\n\r\n"));
    const auto source = handler.source;
    source->give(QByteArray(20'000'000, 'x'));
    drainEvents();
    source->give("more"); // stays in the source; the listener does not buffer it
    EXPECT_EQ(source->bytes, "more");
    clock.elapsed += ListenerLimits().write - Duration{1};
    listener->sweep();
    EXPECT_EQ(listener->connections(), 1);
    clock.elapsed += Duration{1};
    listener->sweep();
    waitForConnections(0);
}

TEST_F(HttpListenerTest, StreamClosedByTheClientIsRemoved)
{
    start();
    auto client = std::make_unique<RawClient>(url);
    client->send("GET /stream HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(client->readUntil("\r\n\r\n"));
    const std::weak_ptr<TestSource> source = std::exchange(handler.source, nullptr);
    client.reset();
    waitForConnections(0);
    EXPECT_TRUE(waitUntil([&] { return source.expired(); }));
}

TEST_F(HttpListenerTest, DrainingEndsStreams)
{
    start();
    RawClient client(url);
    client.send("GET /stream HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(client.readUntil("\r\n\r\n"));
    handler.source->give("last");
    listener->drain();
    EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
    EXPECT_TRUE(client.bytes().endsWith("last"));
}

TEST_F(HttpListenerTest, DrainingEndsWaitingRequestsAndAcceptsNoConnections)
{
    start();
    RawClient client(url);
    client.send("GET /a HTTP/1.1\r\n" + kHost + "\r\n");
    ASSERT_TRUE(client.readAnswer());
    bool emptied = false;
    QObject::connect(listener.get(), &HttpListener::emptied, listener.get(), [&] { emptied = true; });
    listener->drain();
    EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
    EXPECT_FALSE(RawClient(url).isConnected());
    // The client keeps its end open, so the listener drops the connection after a time limit.
    client.send("x");
    clock.elapsed += Duration{5'000};
    listener->sweep();
    EXPECT_TRUE(waitUntil([&] { return emptied; }));
}

TEST_F(HttpListenerTest, ReportsWhyAnAddressCannotBeUsed)
{
    start();
    HttpListener second(handler, {}, clock);
    const auto listening = second.listen(QHostAddress(QHostAddress::LocalHost), listener->port());
    ASSERT_FALSE(listening);
    EXPECT_EQ(listening.error().kind, Error::Kind::Unreachable);
    EXPECT_TRUE(listening.error().asked.contains(QString::number(listener->port())));
}

} // namespace lynceus::test
