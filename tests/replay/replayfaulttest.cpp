#include "core/io/compression/gzip.h"
#include "core/replay/recordings/recordedstate.h"
#include "core/replay/server/brokenanswer.h"
#include "tests/replay/serverfixture.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <gmock/gmock.h>
#include <zlib.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::RawClient;
using End = RawClient::End;

namespace {

/// The effect of a fault on one GET and one stream.
class ReplayFaults : public test::ServerTest
{
protected:
    RawClient &get(const QByteArray &path = test::kApplication, const QByteArray &headers = {})
    {
        client.emplace(server->baseUrl());
        client->get(path, headers);
        return *client;
    }

    static QByteArray headOf(const QByteArray &bytes) { return bytes.first(bytes.indexOf("\r\n\r\n")); }
    static QByteArray bodyOf(const QByteArray &bytes) { return bytes.sliced(bytes.indexOf("\r\n\r\n") + 4); }
    static qsizetype lengthOf(const QByteArray &bytes)
    {
        const QByteArray head = headOf(bytes);
        const qsizetype at = head.indexOf("Content-Length: ") + 16;
        return head.mid(at).split('\r').first().toLongLong();
    }

    const QByteArray whole = *RecordedState(test::recordingNamed("deploy-ok")).applicationAt(Duration(0));
    std::optional<RawClient> client;
};

} // namespace

TEST_F(ReplayFaults, RefuseStopsListeningAndClosesConnections)
{
    startWith(u"refuse@5s-13s"_s);
    RawClient inside(server->baseUrl());
    inside.get("/api/version");
    ASSERT_TRUE(inside.readAnswer());
    clock.elapsed = Duration(5'000);
    EXPECT_EQ(inside.readToEnd(), End::Reset);
    EXPECT_FALSE(RawClient(server->baseUrl()).isConnected());
    clock.elapsed = Duration(13'000);
    std::optional<RawClient> again;
    ASSERT_TRUE(test::waitUntil([&] { return again.emplace(server->baseUrl()).isConnected(); })) << "on the same port";
    again->get("/api/version");
    EXPECT_TRUE(again->readAnswer());
}

TEST_F(ReplayFaults, RefuseFromTheStartEnds)
{
    startWith(u"refuse@0s-2s"_s);
    EXPECT_FALSE(RawClient(server->baseUrl()).isConnected());
    clock.elapsed = Duration(2'000);
    EXPECT_TRUE(test::waitUntil([&] { return RawClient(server->baseUrl()).isConnected(); }));
}

TEST_F(ReplayFaults, HangAndSilenceNeverAnswer)
{
    for (const QString &fault : {u"hang:shop-web"_s, u"silence:shop-web"_s}) {
        startWith(fault);
        get();
        clock.elapsed += Duration(3'600'000);
        settle();
        EXPECT_TRUE(client->received().isEmpty());
        EXPECT_EQ(client->end(), End::Open);
    }
}

TEST_F(ReplayFaults, ResetFollowsTheRequest)
{
    startWith(u"reset"_s);
    EXPECT_EQ(get().readToEnd(), End::Reset);
    EXPECT_TRUE(client->bytes().isEmpty());
}

TEST_F(ReplayFaults, CutEndsInsideTheBody)
{
    startWith(u"cut"_s);
    EXPECT_EQ(get().readToEnd(), End::Fin);
    EXPECT_TRUE(headOf(client->bytes()).contains("Transfer-Encoding: chunked"));
    const QByteArray body = bodyOf(client->bytes());
    EXPECT_FALSE(test::unchunked(body));
    EXPECT_TRUE(whole.startsWith(body.sliced(body.indexOf("\r\n") + 2)));
    EXPECT_NEAR(static_cast<double>(body.size()), static_cast<double>(whole.size()) / 2, 20);
}

TEST_F(ReplayFaults, GzipCutTruncatesGzipInBothFramings)
{
    startWith(u"gzip-cut"_s);
    RawClient keeper(server->baseUrl());
    EXPECT_EQ(get().readToEnd(), End::Fin);
    EXPECT_TRUE(headOf(client->bytes()).contains("Content-Encoding: gzip"));
    EXPECT_TRUE(headOf(client->bytes()).contains("chunked"));
    EXPECT_FALSE(test::unchunked(bodyOf(client->bytes())));

    const HttpResponse right{.contentType = "application/json", .body = whole};
    const WirePlan byClose = brokenAnswer(Fault::Kind::GzipCut, right, {}, 1);
    EXPECT_FALSE(headOf(byClose.bytes).contains("chunked"));
    EXPECT_FALSE(headOf(byClose.bytes).contains("Content-Length"));
    EXPECT_TRUE(gzipped(whole).startsWith(bodyOf(byClose.bytes)));
    EXPECT_EQ(byClose.end, WirePlan::End::Fin);
}

TEST_F(ReplayFaults, GzipShortHasACorrectLengthAndATruncatedStream)
{
    startWith(u"gzip-short"_s);
    ASSERT_TRUE(get().readAnswer());
    EXPECT_EQ(client->header("Content-Encoding"), "gzip");
    EXPECT_TRUE(gzipped(whole).startsWith(client->body()));
    EXPECT_EQ(gunzipped(client->body(), 1 << 20).error().message, u"the gzip data is incomplete"_s);
}

TEST_F(ReplayFaults, ResetInBodyFollowsHalfOfTheBody)
{
    startWith(u"reset-in-body"_s);
    EXPECT_EQ(get().readToEnd(), End::Reset);
    EXPECT_EQ(lengthOf(client->bytes()), whole.size());
    EXPECT_EQ(bodyOf(client->bytes()), whole.first(whole.size() / 2));
}

TEST_F(ReplayFaults, BadChunkHasAnInvalidSize)
{
    startWith(u"bad-chunk"_s);
    EXPECT_EQ(get().readToEnd(), End::Fin);
    EXPECT_TRUE(bodyOf(client->bytes()).startsWith("none\r\n{"));
}

TEST_F(ReplayFaults, HalfHeadEndsInsideTheHeaders)
{
    startWith(u"half-head"_s);
    EXPECT_EQ(get().readToEnd(), End::Fin);
    EXPECT_TRUE(client->bytes().startsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_FALSE(client->bytes().contains("\r\n\r\n"));
}

TEST_F(ReplayFaults, FalseLengthExceedsTheBody)
{
    startWith(u"false-length"_s);
    EXPECT_EQ(get().readToEnd(), End::Fin);
    EXPECT_EQ(bodyOf(client->bytes()), whole);
    EXPECT_EQ(lengthOf(client->bytes()), whole.size() + 1000);
}

TEST_F(ReplayFaults, TruncateAndEmptyHaveCorrectLengths)
{
    startWith(u"truncate"_s);
    ASSERT_TRUE(get().readAnswer());
    EXPECT_EQ(client->body(), whole.first(whole.size() / 2));
    startWith(u"empty"_s);
    ASSERT_TRUE(get().readAnswer());
    EXPECT_EQ(client->status(), 200);
    EXPECT_EQ(client->header("Content-Length"), "0");
    client->get("/healthz");
    EXPECT_TRUE(client->readAnswer()) << "the connection stays";
}

TEST_F(ReplayFaults, StatusesHaveTheFormatOfTheirSources)
{
    struct
    {
        QString fault;
        int status;
        QByteArray type;
        QByteArray part;
    } const cases[] = {
        {u"unauthorized"_s, 401, "application/json", R"({"error":"no session information","code":16)"},
        {u"unavailable"_s, 503, "text/html; charset=utf-8", "nginx"},
        {u"html"_s, 200, "text/html; charset=utf-8", "Sign in to continue"},
        {u"redirect"_s, 302, "text/html; charset=utf-8", ""},
    };
    for (const auto &one : cases) {
        startWith(one.fault);
        ASSERT_TRUE(get().readAnswer()) << one.fault.toStdString();
        EXPECT_EQ(client->status(), one.status);
        EXPECT_EQ(client->header("Content-Type"), one.type);
        EXPECT_TRUE(client->body().contains(one.part)) << client->body().constData();
    }
    EXPECT_EQ(client->header("Location"), "https://sign-in.invalid/login");
    startWith(u"unauthorized"_s);
    ASSERT_TRUE(get(test::kListStream, test::kEvents).readAnswer());
    EXPECT_EQ(client->status(), 401);
    EXPECT_TRUE(client->body().startsWith("data: {\"error\":{\"grpc_code\":16"));
}

TEST_F(ReplayFaults, SlowSendsThreeBytesPerSecond)
{
    startWith(u"slow-bytes:shop-web"_s);
    ASSERT_TRUE(get().readUntil("\r\n\r\n"));
    EXPECT_EQ(lengthOf(client->bytes()), whole.size());
    EXPECT_TRUE(bodyOf(client->bytes()).isEmpty());
    for (int second = 1; second <= 5; ++second) {
        clock.elapsed += Duration(1'000);
        settle();
        EXPECT_EQ(bodyOf(client->received()), whole.first(qsizetype(3) * second));
    }
}

TEST_F(ReplayFaults, BombDecompressesToAGigabyteOfJson)
{
    const QByteArray bomb = gzipBomb();
    EXPECT_LT(bomb.size(), 2 << 20);
    z_stream stream{};
    ASSERT_EQ(inflateInit2(&stream, 31), Z_OK);
    QByteArray input = bomb;
    QByteArray piece(1 << 20, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    QByteArray start;
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (start.isEmpty())
            start = piece.first(24);
    }
    EXPECT_EQ(state, Z_STREAM_END) << "checksum and length are correct";
    EXPECT_GT(stream.total_out, uLong(1) << 30);
    EXPECT_EQ(start, "{\"metadata\":{},\"items\":[");
    inflateEnd(&stream);

    startWith(u"bomb"_s);
    ASSERT_TRUE(get().readAnswer());
    EXPECT_EQ(client->header("Content-Encoding"), "gzip");
    EXPECT_TRUE(client->body() == bomb);
}

TEST_F(ReplayFaults, FaultsKeepToTheirWindowAndPath)
{
    startWith(u"unavailable@1s-2s:resource-tree"_s);
    const QByteArray tree = "/api/v1/applications/shop-web/resource-tree?project=shop";
    const auto status = [&](const QByteArray &path) {
        EXPECT_TRUE(get(path).readAnswer());
        return client->status();
    };
    EXPECT_EQ(status(tree), 200);
    clock.elapsed = Duration(1'000);
    EXPECT_EQ(status(tree), 503);
    EXPECT_EQ(status(test::kApplication), 200);
    clock.elapsed = Duration(2'000);
    EXPECT_EQ(status(tree), 200);
}

TEST_F(ReplayFaults, StallTlsAcceptsConnectionsButNeverAnswersTheHello)
{
    const auto fault = parseFault(u"stall-tls@0s-5s"_s);
    ASSERT_TRUE(fault);
    ReplayOptions options;
    options.tls = true;
    options.faults = {*fault};
    start(options);
    RawClient raw(server->baseUrl());
    ASSERT_TRUE(raw.isConnected());
    raw.send("\x16\x03\x01 hello");
    clock.elapsed = Duration(5'000);

    QSslSocket secure;
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates({QSslCertificate(server->certificate())});
    secure.setSslConfiguration(trusting);
    secure.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(server->baseUrl().port()));
    EXPECT_TRUE(test::waitUntil([&] { return secure.isEncrypted(); }))
        << "timeout: the fault did not end with its window";
    EXPECT_TRUE(raw.received().isEmpty());
    EXPECT_EQ(raw.end(), End::Open);
}

TEST_F(ReplayFaults, EachFaultAppliesToEachKindOfRequest)
{
    for (const QString &name : faultNames()) {
        startWith(name + u"@1s"_s);
        settle();
        clock.elapsed = Duration(1'000);
        for (const QByteArray &path : {test::kApplication, QByteArray("/api/v1/applications"), test::kListStream,
                                       test::kTreeStream, QByteArray("/api/v1/applications/nope"),
                                       QByteArray("/nothing"), QByteArray("/api/v1/applications/shop-web/logs")}) {
            RawClient one(server->baseUrl());
            if (one.isConnected())
                one.get(path, test::kEvents);
        }
        RawClient last(server->baseUrl());
        if (last.isConnected()) {
            last.get(test::kApplication);
            test::waitUntil([&] {
                return server->requestCounts().value(u"/api/v1/applications/shop-web"_s) >= 1 || last.end() != End::Open
                    || name == "stall-tls"_L1;
            });
        }
    }
}

} // namespace lynceus
