#include "core/io/http/transfers/memorybudget.h"

#include "core/io/http/requests/httpclient.h"
#include "core/io/http/requests/streamconnection.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/floodserver.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

constexpr qint64 kMiB = 1024 * 1024;

/// Stands for an answer that is being read. Counts how often it was told to end.
struct BufferOwner
{
    explicit BufferOwner(const std::shared_ptr<MemoryBudget> &budget)
        : share(budget, &owner, [this] { ++ends; })
    { }

    QObject owner;
    int ends = 0;
    MemoryShare share;
};

Flood endlessBody()
{
    return {"EndlessBody", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", QByteArray(64 * 1024, ' ')};
}

} // namespace

TEST(MemoryBudget, AbortsTheLargestFromTheEventLoop)
{
    const auto budget = std::make_shared<MemoryBudget>(100);
    BufferOwner large(budget);
    BufferOwner small(budget);
    EXPECT_TRUE(large.share.resize(70));
    EXPECT_TRUE(small.share.resize(30));
    EXPECT_EQ(budget->usedBytes(), 100);
    EXPECT_TRUE(small.share.resize(31));
    EXPECT_EQ(large.ends, 0) << "not within another call";
    EXPECT_EQ(budget->usedBytes(), 31);
    drainEvents();
    EXPECT_EQ(large.ends, 1);
    EXPECT_FALSE(large.share.resize(1)) << "the download was aborted";
    EXPECT_EQ(budget->usedBytes(), 31);
}

TEST(MemoryBudget, RejectsGrowthOfTheLargest)
{
    const auto budget = std::make_shared<MemoryBudget>(100);
    BufferOwner small(budget);
    BufferOwner large(budget);
    EXPECT_TRUE(small.share.resize(40));
    EXPECT_TRUE(large.share.resize(60));
    EXPECT_FALSE(large.share.resize(61));
    drainEvents();
    EXPECT_EQ(small.ends + large.ends, 0);
    EXPECT_EQ(budget->usedBytes(), 40);
}

TEST(MemoryBudget, DoesNotAbortAnswersInUse)
{
    const auto budget = std::make_shared<MemoryBudget>(100);
    BufferOwner used(budget);
    EXPECT_TRUE(used.share.resize(80));
    used.share.keep();
    BufferOwner next(budget);
    EXPECT_FALSE(next.share.resize(30));
    drainEvents();
    EXPECT_EQ(used.ends, 0);
    EXPECT_EQ(budget->usedBytes(), 80);
}

TEST(MemoryBudget, IsReleasedAfterAnAnswer)
{
    const auto budget = std::make_shared<MemoryBudget>(100);
    {
        BufferOwner first(budget);
        EXPECT_TRUE(first.share.resize(100));
        EXPECT_TRUE(first.share.resize(20));
        EXPECT_EQ(budget->usedBytes(), 20);
        EXPECT_TRUE(first.share.resize(100));
    }
    EXPECT_EQ(budget->usedBytes(), 0);
    BufferOwner second(budget);
    EXPECT_TRUE(second.share.resize(100));
    EXPECT_TRUE(MemoryShare(nullptr, nullptr, {}).resize(1'000)) << "no memory budget";
}

TEST(MemoryBudget, IsSharedByTheRequestsOfAllInstances)
{
    const FakeClock clock;
    const auto budget = std::make_shared<MemoryBudget>(8 * kMiB);
    std::vector<std::unique_ptr<FloodServer>> servers;
    std::vector<std::unique_ptr<HttpClient>> clients;
    std::vector<QFuture<Result<Reply>>> answers;
    QObject context;
    resetPeak();
    const int before = peakKiB();
    for (int i = 0; i < 20; ++i) {
        servers.push_back(std::make_unique<FloodServer>(endlessBody()));
        auto access = accessTo(servers.back()->url());
        access.memory = budget;
        clients.push_back(std::make_unique<HttpClient>(access, clock));
        answers.push_back(clients.back()->get({.path = versionPath()}, &context));
    }
    for (const auto &answer : answers) {
        ASSERT_TRUE(waitFor(answer));
        ASSERT_FALSE(answer.result().has_value());
        EXPECT_TRUE(answer.result().error().retryable) << "the answer may fit without others";
        EXPECT_TRUE(answer.result().error().message.contains(u"8 MiB"_s))
            << answer.result().error().message.toStdString();
    }
    EXPECT_EQ(budget->usedBytes(), 0);
    if (memoryCounts())
        EXPECT_LE(peakKiB() - before, 60 * 1024) << "without the budget, 20 bodies of 64 MiB";
}

TEST(MemoryBudget, AllowsASmallAnswerBesideAFlood)
{
    const FakeClock clock;
    const auto budget = std::make_shared<MemoryBudget>(2 * kMiB);
    const FloodServer flood(endlessBody());
    RawServer good([](const ReceivedRequest &) -> Script { return {send(json("{}"))}; });
    auto access = accessTo(flood.url());
    access.memory = budget;
    HttpClient attacked(access, clock);
    access = accessTo(good.url());
    access.memory = budget;
    HttpClient client(access, clock);
    QObject context;
    for (int round = 0; round < 20; ++round) {
        const auto endless = attacked.get({.path = versionPath()}, &context);
        const auto answer = client.get({.path = versionPath()}, &context);
        ASSERT_TRUE(waitFor(answer));
        EXPECT_TRUE(answer.result().has_value());
        ASSERT_TRUE(waitFor(endless));
        EXPECT_FALSE(endless.result().has_value());
    }
}

TEST(MemoryBudget, AppliesToAnEndlessEvent)
{
    const FakeClock clock;
    const FloodServer server({"EndlessEvent", "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: ",
                              QByteArray(64 * 1024, 'a')});
    auto access = accessTo(server.url());
    access.memory = std::make_shared<MemoryBudget>(4 * kMiB);
    StreamConnection stream(access, listStreamPath(u"1"_s, {}), clock);
    std::optional<Error> end;
    QObject::connect(&stream, &StreamConnection::ended, &stream, [&end](const Error &error) { end = error; });
    stream.open();
    ASSERT_TRUE(waitUntil([&] { return end.has_value(); }));
    EXPECT_TRUE(end->retryable);
    EXPECT_TRUE(end->message.contains(u"4 MiB"_s)) << end->message.toStdString();
    EXPECT_LE(server.sentBytes(), 24 * kMiB);
}

} // namespace lynceus
