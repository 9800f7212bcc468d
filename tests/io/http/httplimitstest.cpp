#include "core/io/compression/gzip.h"
#include "core/io/http/requests/httpclient.h"
#include "core/io/http/requests/streamconnection.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/floodserver.h"
#include "tests/support/gzip.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

const QByteArray kVersion = R"({"Version":"v3.6.0"})";

Script never(const ReceivedRequest &)
{
    return {};
}

/// Answers each request with 256 MiB, compressed.
std::function<Script(const ReceivedRequest &)> bomb()
{
    return [packed = gzipBomb(256LL * 1024 * 1024)](const ReceivedRequest &) -> Script {
        return {send(head("200 OK",
                          "Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                              + QByteArray::number(packed.size()))
                     + packed)};
    };
}

} // namespace

class HttpLimits : public testing::Test
{
protected:
    Result<Reply> ask(HttpClient &client, Request request = {.path = versionPath()})
    {
        const auto future = client.get(request, &m_context);
        if (!waitFor(future))
            return badInput(u"the test's patience ended"_s);
        return future.result();
    }

    FakeClock m_clock;
    QObject m_context;
};

TEST_F(HttpLimits, DestroyedContextAbortsAndReceivesNothing)
{
    RawServer server(never);
    HttpClient client(accessTo(server.url()), m_clock);
    auto context = std::make_unique<QObject>();
    int received = 0;
    const auto future = client.get({.path = versionPath()}, context.get());
    const auto chain = QFuture(future).then(&m_context, [&received](const Result<Reply> &) { ++received; });
    ASSERT_TRUE(waitUntil([&] { return server.requests().size() == 1; }));

    context.reset();

    EXPECT_TRUE(future.isCanceled());
    EXPECT_TRUE(waitUntil([&] { return server.closedConnections() == 1; })) << "the socket stays open";
    drainEvents();
    EXPECT_EQ(received, 0);
    EXPECT_EQ(future.resultCount(), 0);
}

TEST_F(HttpLimits, CancelledFutureAbortsTheRequest)
{
    RawServer server(never);
    HttpClient client(accessTo(server.url()), m_clock);
    auto future = client.get({.path = versionPath()}, &m_context);
    ASSERT_TRUE(waitUntil([&] { return server.requests().size() == 1; }));

    future.cancel();

    EXPECT_TRUE(waitUntil([&] { return server.closedConnections() == 1; })) << "the socket stays open";
    EXPECT_TRUE(future.isFinished());
    EXPECT_EQ(future.resultCount(), 0);
}

TEST_F(HttpLimits, DestructionCancelsPendingRequests)
{
    RawServer server(never);
    auto client = std::make_unique<HttpClient>(accessTo(server.url()), m_clock);
    std::vector<Result<Reply>> outcomes;
    auto *asked = client.get();
    std::vector<QFuture<Result<Reply>>> late;
    for (int i = 0; i < 8; ++i) { // six in progress, two waiting
        client->get({.path = versionPath()}, &m_context).then(&m_context, [&](const Result<Reply> &result) {
            outcomes.push_back(result);
            late.push_back(asked->get({.path = versionPath()}, &m_context)); // during the destruction
        });
    }
    ASSERT_TRUE(waitUntil([&] { return server.requests().size() == 6; }));

    client.reset();
    drainEvents();

    ASSERT_EQ(outcomes.size(), 8U);
    for (const auto &outcome : outcomes) {
        ASSERT_FALSE(outcome.has_value());
        EXPECT_EQ(outcome.error().kind, Error::Kind::Cancelled);
    }
    for (const auto &future : late)
        EXPECT_TRUE(future.isFinished() && !future.result().has_value());
    EXPECT_TRUE(waitUntil([&] { return server.closedConnections() == 6; }));
}

TEST_F(HttpLimits, ContinuationCanDestroyTheClient)
{
    for (const auto &script :
         {Script{send(json(kVersion))}, Script{send(answer("200 OK", "text/html", "<html>"))},
          Script{send(head("200 OK", "Content-Type: application/json") + QByteArray(70'000, ' '))}}) {
        RawServer server([&](const ReceivedRequest &) { return script; });
        auto client = std::make_unique<HttpClient>(accessTo(server.url()), m_clock);
        int received = 0;
        client->get({.path = versionPath(), .bodyCap = 60'000}, &m_context)
            .then(&m_context, [&](const Result<Reply> &) {
                ++received;
                client.reset();
            });
        ASSERT_TRUE(waitUntil([&] { return received > 0; }));
        drainEvents();
        EXPECT_EQ(received, 1);
    }
}

TEST_F(HttpLimits, RequestsWaitingForAConnectionDoNotTimeOut)
{
    std::vector<ReceivedRequest> waiting;
    RawServer server([](const ReceivedRequest &) -> Script { return {pause(Duration(250)), send(json(kVersion))}; });
    HttpClient client(accessTo(server.url()), m_clock);
    std::vector<QFuture<Result<Reply>>> futures;
    for (int i = 0; i < 18; ++i) // three rounds of 250 ms each
        futures.push_back(client.get({.path = versionPath(), .inactivity = Duration(600)}, &m_context));
    EXPECT_EQ(client.sentRequests(), 6);

    for (const auto &future : futures) {
        ASSERT_TRUE(waitFor(future));
        EXPECT_TRUE(future.result().has_value()) << qPrintable(future.result().error().message);
    }
    EXPECT_EQ(client.sentRequests(), 18);
}

TEST_F(HttpLimits, OccasionalBytesResetTheTimeout)
{
    RawServer server([](const ReceivedRequest &) -> Script {
        const auto text = json(kVersion);
        const auto body = text.indexOf("\r\n\r\n") + 4;
        Script script{send(text.first(body))};
        for (qsizetype at = body; at < text.size(); at += 4) {
            script.push_back(send(text.sliced(at, qMin<qsizetype>(4, text.size() - at))));
            script.push_back(pause(Duration(150)));
        }
        return script;
    });
    HttpClient client(accessTo(server.url()), m_clock);

    const auto reply = ask(client, {.path = versionPath(), .inactivity = Duration(500)});

    ASSERT_TRUE(reply.has_value()) << qPrintable(reply.error().message);
}

TEST_F(HttpLimits, CompressionBombIsBoundedByTheLimit)
{
    RawServer server(bomb());
    HttpClient client(accessTo(server.url()), m_clock);
    resetPeak();
    const auto before = peakKiB();
    ASSERT_GT(before, 0);

    const auto reply = ask(client, {.path = versionPath(), .bodyCap = 1024 * 1024});

    ASSERT_FALSE(reply.has_value());
    EXPECT_EQ(reply.error().kind, Error::Kind::TooLarge);
    EXPECT_LE(peakKiB(), before + 16 * 1024);
}

TEST_F(HttpLimits, BombUncompressedLaterIsBoundedByLimitAndBudget)
{
    RawServer server(bomb());
    auto access = accessTo(server.url());
    access.memory = std::make_shared<MemoryBudget>(4 * 1024 * 1024);
    HttpClient client(std::move(access), m_clock);
    for (const auto &[cap, kind, words] : {std::tuple{qint64{2}, Error::Kind::TooLarge, "2 MiB"},
                                           std::tuple{qint64{64}, Error::Kind::Unreachable, "4 MiB together"}}) {
        auto reply = ask(client, {.path = versionPath(), .bodyCap = cap * 1024 * 1024, .unpacksLater = true});
        ASSERT_TRUE(reply.has_value()) << qPrintable(reply.error().message);
        ASSERT_TRUE(reply->packed.has_value());
        resetPeak();
        const auto before = peakKiB();

        const auto body = unpacked(*std::exchange(reply->packed, std::nullopt), reply->share.get());

        ASSERT_FALSE(body.has_value());
        EXPECT_EQ(body.error().kind, kind) << qPrintable(body.error().message);
        EXPECT_TRUE(body.error().message.contains(QString::fromLatin1(words))) << qPrintable(body.error().message);
        EXPECT_LE(peakKiB(), before + 32 * 1024); // the sanitizers keep freed buffers
    }
}

TEST_F(HttpLimits, AcceptsAnswersThatQtRejectsAsSuspicious)
{
    // More than 10 MiB at more than 40:1. Qt's own decompression refuses that, but real lists of 10,000 applications
    // reach it.
    QByteArray body = R"({"items":[)";
    body += QByteArray(R"({"metadata":{"name":"shop-web","namespace":"argocd"},"spec":{"project":"shop"}},)")
                .repeated(200'000);
    body += "{}]}";
    const auto packed = gzipped(body);
    ASSERT_GT(body.size(), 12 * 1024 * 1024);
    ASSERT_GT(body.size() / packed.size(), 40);
    RawServer server([&](const ReceivedRequest &) -> Script {
        return {send(head("200 OK",
                          "Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                              + QByteArray::number(packed.size()))
                     + packed)};
    });
    HttpClient client(accessTo(server.url()), m_clock);

    const auto reply = ask(client);

    ASSERT_TRUE(reply.has_value()) << qPrintable(reply.error().message);
    EXPECT_TRUE(reply->body == body);
}

TEST_F(HttpLimits, RequestsProceedWhileTenStreamsAreOpen)
{
    RawServer server([](const ReceivedRequest &request) -> Script {
        if (request.line.contains("/stream/"))
            return {send(head("200 OK", "Content-Type: text/event-stream") + ":\n\n")};
        return {send(json(kVersion))};
    });
    std::vector<std::unique_ptr<StreamConnection>> streams;
    int open = 0;
    for (int i = 0; i < 10; ++i) {
        streams.push_back(
            std::make_unique<StreamConnection>(accessTo(server.url()), listStreamPath(u"1"_s, {}), m_clock));
        QObject::connect(streams.back().get(), &StreamConnection::keepaliveArrived, &m_context, [&open] { ++open; });
        streams.back()->open();
    }
    ASSERT_TRUE(waitUntil([&] { return open == 10; }));
    HttpClient client(accessTo(server.url()), m_clock);

    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(ask(client).has_value());

    streams.clear();
    EXPECT_TRUE(waitUntil([&] { return server.closedConnections() == 10; }))
        << "timeout: the destroyed stream was not closed";
}

} // namespace lynceus
