#include "core/io/http/requests/httpclient.h"
#include "core/io/http/requests/streamconnection.h"
#include "core/io/signin/signinhttp.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/floodserver.h"
#include "tests/support/waiting.h"

#include <QElapsedTimer>

#include <limits>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

constexpr Duration kSilence{500};
constexpr Duration kDeadline{1500};
constexpr qint64 kBodyCap = 8LL * 1024 * 1024;
constexpr qint64 kNetwork = 24LL * 1024 * 1024; // bytes that the system may buffer for both ends of several connections
constexpr int kMostMemory = 100 * 1024;         // KiB
constexpr qint64 kAtOnce = 250;                 // ms; not a wait, even on a loaded machine

const auto kName = [](const auto &parameter) { return std::string(parameter.param.name); };

/// Limits that must hold with every hostile server: memory, received bytes, and the time for ending.
class Measured
{
public:
    explicit Measured(const FloodServer &server)
        : m_server(server)
    {
        resetPeak();
        m_before = peakKiB();
    }

    void expectBounded(qint64 bytes) const
    {
        if (memoryCounts())
            EXPECT_LE(peakKiB() - m_before, kMostMemory);
        EXPECT_LE(m_server.sentBytes(), bytes + kNetwork) << "the server is not slowed down";
    }

    template<typename Owner>
    void expectQuickEnd(std::unique_ptr<Owner> &owner) const
    {
        QElapsedTimer timer;
        timer.start();
        owner.reset();
        EXPECT_LE(timer.elapsed(), kAtOnce);
        EXPECT_TRUE(waitUntil([this] { return m_server.openConnections() == 0; })) << "the connection stays";
    }

private:
    const FloodServer &m_server;
    int m_before = 0;
};

} // namespace

class HostileServer : public testing::TestWithParam<Flood>
{
protected:
    FakeClock m_clock;
    QObject m_context;
};

TEST_P(HostileServer, EndsARequestInTimeWithBoundedMemory)
{
    const FloodServer server(GetParam());
    const Measured measured(server);
    auto client = std::make_unique<HttpClient>(accessTo(server.url()), m_clock);

    const auto future = client->get(
        {.path = versionPath(), .inactivity = kSilence, .deadline = kDeadline, .bodyCap = kBodyCap}, &m_context);

    ASSERT_TRUE(waitFor(future));
    EXPECT_FALSE(future.result().has_value());
    measured.expectBounded(kBodyCap);
    measured.expectQuickEnd(client);
}

TEST_P(HostileServer, RequestCanBeCancelledImmediately)
{
    const FloodServer server(GetParam());
    const Measured measured(server);
    auto client = std::make_unique<HttpClient>(accessTo(server.url()), m_clock);
    const auto future = client->get({.path = versionPath(), .bodyCap = kBodyCap}, &m_context);
    ASSERT_TRUE(waitUntil([&] { return server.connections() == 1; }));
    drainEvents();

    measured.expectQuickEnd(client);
    EXPECT_TRUE(future.isFinished());
    measured.expectBounded(kBodyCap);
}

TEST_P(HostileServer, EndsASignInRequestInTimeWithBoundedMemory)
{
    const FloodServer server(GetParam());
    const Measured measured(server);
    auto http = std::make_unique<SignInHttp>(accessTo(server.url()), m_clock, nullptr, kDeadline);
    std::optional<Result<SignInAnswer>> reported;
    SignInPlaces places{.baseUrl = server.url(), .issuer = server.url().toString()};
    places.provider.tokenEndpoint = QUrl(server.url().toString() + u"/token"_s);
    SignInRequest request{.call = SignInCall::Token, .url = places.provider.tokenEndpoint};
    request.form = Secret(QByteArray("grant_type=refresh_token"));

    http->send(std::move(request), places, &m_context, [&reported](auto answer) { reported = std::move(answer); });

    ASSERT_TRUE(waitUntil([&] { return reported.has_value(); }));
    EXPECT_FALSE(reported->has_value());
    EXPECT_FALSE((*reported ? QString() : reported->error().message).isEmpty());
    measured.expectBounded(SignInHttp::kBodyCap);
    measured.expectQuickEnd(http);
}

INSTANTIATE_TEST_SUITE_P(All, HostileServer, testing::ValuesIn(floods(FloodKind::Request)), kName);

class HostileStream : public testing::TestWithParam<Flood>
{
protected:
    FakeClock m_clock;
};

TEST_P(HostileStream, EndsInTimeWithBoundedMemory)
{
    const FloodServer server(GetParam());
    const Measured measured(server);
    auto stream = std::make_unique<StreamConnection>(accessTo(server.url()), listStreamPath(u"1"_s, {}), m_clock,
                                                     nullptr, kSilence);
    std::vector<Error> ends;
    QObject::connect(stream.get(), &StreamConnection::ended, stream.get(),
                     [&ends](const Error &error) { ends.push_back(error); });

    stream->open();

    ASSERT_TRUE(waitUntil([&] { return !ends.empty(); }));
    EXPECT_EQ(ends.size(), 1U);
    EXPECT_NE(ends[0].kind, Error::Kind::Forbidden);
    measured.expectBounded(StreamSplitter::kDefaultCap);
    measured.expectQuickEnd(stream);
}

INSTANTIATE_TEST_SUITE_P(All, HostileStream, testing::ValuesIn(floods(FloodKind::Stream)), kName);

class EndlessStream : public testing::TestWithParam<Flood>
{
protected:
    FakeClock m_clock;
};

TEST_P(EndlessStream, IsThrottledAndDoesNotBlockTheEventLoop)
{
    constexpr int kRounds = 30;
    const FloodServer server(GetParam());
    const Measured measured(server);
    auto stream =
        std::make_unique<StreamConnection>(accessTo(server.url()), listStreamPath(u"1"_s, {}), m_clock, nullptr);
    qint64 taken = 0;
    QObject::connect(stream.get(), &StreamConnection::frameArrived, stream.get(), [&taken](const QByteArray &payload) {
        taken += payload.size();
        QElapsedTimer busy; // simulates what the engine does with an event
        busy.start();
        while (busy.nsecsElapsed() < 100'000) { }
    });
    int keepalives = 0;
    QObject::connect(stream.get(), &StreamConnection::keepaliveArrived, stream.get(), [&keepalives] { ++keepalives; });
    bool hasEnded = false;
    QObject::connect(stream.get(), &StreamConnection::ended, stream.get(), [&hasEnded] { hasEnded = true; });
    QTimer timer; // simulates other work in the engine's event loop
    int rounds = 0;
    QObject::connect(&timer, &QTimer::timeout, stream.get(), [&rounds] { ++rounds; });

    stream->open();
    ASSERT_TRUE(waitUntil([&] { return taken > 0 || keepalives > 0; }));
    timer.start(5);

    ASSERT_TRUE(waitUntil([&] { return rounds >= kRounds; })) << "the event loop had " << rounds << " turns";
    EXPECT_FALSE(hasEnded);
    EXPECT_TRUE(taken > 0 || keepalives < 10'000) << "keepalives are reported in batches";
    if (taken > 0)
        measured.expectBounded(2 * taken + qint64(GetParam().again.size()));
    else if (memoryCounts())
        measured.expectBounded(std::numeric_limits<qint32>::max());
    measured.expectQuickEnd(stream);
}

INSTANTIATE_TEST_SUITE_P(All, EndlessStream, testing::ValuesIn(endlessStreams()), kName);

TEST(HostileStreams, DoNotStarveRequests)
{
    const FloodServer flood(endlessStreams().at(2));
    const FakeClock clock;
    std::vector<std::unique_ptr<StreamConnection>> streams;
    for (int i = 0; i < 4; ++i) {
        streams.push_back(std::make_unique<StreamConnection>(accessTo(flood.url()), listStreamPath(u"1"_s, {}), clock));
        streams.back()->open();
    }
    ASSERT_TRUE(waitUntil([&] { return flood.connections() == 4; }));
    RawServer server([](const ReceivedRequest &) -> Script { return {send(json("{}"))}; });
    HttpClient client(accessTo(server.url()), clock);
    QObject context;
    for (int i = 0; i < 5; ++i) {
        const auto future = client.get({.path = versionPath()}, &context);
        ASSERT_TRUE(waitFor(future));
        EXPECT_TRUE(future.result().has_value()) << qPrintable(future.result().error().message);
    }
}

} // namespace lynceus
