#include "core/io/compression/gzip.h"
#include "core/replay/server/httpresponse.h"
#include "tests/replay/serverfixture.h"
#include "tests/support/biglist.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <gmock/gmock.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::RawClient;

namespace {

class ReplayServing : public test::ServerTest
{
protected:
    void expectStatus(int status, const QByteArray &request, const std::string &part)
    {
        RawClient client(server->baseUrl());
        client.send(request + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        ASSERT_TRUE(client.readAnswer()) << request.constData();
        EXPECT_EQ(client.status(), status) << request.constData();
        EXPECT_THAT(client.body().toStdString(), testing::HasSubstr(part)) << request.constData();
    }
};

} // namespace

TEST_F(ReplayServing, AnswersSequentialRequestsOnOneConnection)
{
    start();
    RawClient client(server->baseUrl());
    for (int i = 0; i < 3; ++i) {
        client.get("/api/version");
        ASSERT_TRUE(client.readAnswer());
        EXPECT_EQ(client.status(), 200);
        EXPECT_TRUE(client.body().contains("v3.6.0+37ee009"));
    }
    client.get(test::kApplication, "Connection: close\r\n");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
    EXPECT_EQ(server->requestCounts().value(u"/api/version"_s), 3);
}

TEST_F(ReplayServing, AnswersPipelinedRequestsAndRequestsInPieces)
{
    start();
    RawClient client(server->baseUrl());
    client.send("GET /api/version HTTP/1.1\r\nHost: localhost\r\n\r\nGET /healthz HTTP/1.1\r\nHo");
    ASSERT_TRUE(client.readAnswer());
    client.send("st: localhost\r\n\r\n");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.body(), "ok");
}

TEST_F(ReplayServing, TimeStartsWithTheFirstApiRequest)
{
    start();
    clock.elapsed = Duration(90'000);
    expectStatus(200, "GET /healthz", "ok");
    EXPECT_EQ(server->position(), Duration(0));
    expectStatus(200, "GET /api/version", "v3.6.0");
    clock.elapsed += Duration(2'500);
    EXPECT_EQ(server->position(), Duration(2'500));
}

TEST_F(ReplayServing, DateHeaderFollowsTheRecordingAtItsSpeed)
{
    ReplayOptions options;
    options.speed = 10;
    start(options);
    RawClient client(server->baseUrl());
    client.get("/api/version");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.header("Date"), "Mon, 23 Nov 2026 08:32:52 GMT");
    clock.elapsed += Duration(2'000);
    client.get(test::kApplication);
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.header("Date"), "Mon, 23 Nov 2026 08:33:12 GMT");
    EXPECT_EQ(server->position(), Duration(20'000));
    const RecordedState recordedState(test::recordingNamed("deploy-ok"));
    EXPECT_EQ(client.body(), *recordedState.applicationAt(Duration(20'000)));
}

TEST_F(ReplayServing, KeepsTheLastAnswersOrRestartsAtTheEnd)
{
    start();
    expectStatus(200, "GET /api/version", "v3.6.0");
    clock.elapsed = Duration(1'000'000);
    EXPECT_EQ(server->position(), Duration(1'000'000));
    expectStatus(200, "GET " + test::kApplication, "shop-web:1.5.0");

    ReplayOptions options;
    options.loop = true;
    start(options);
    expectStatus(200, "GET /api/version", "v3.6.0");
    RawClient stream(server->baseUrl());
    stream.get(test::kListStream, test::kEvents);
    ASSERT_TRUE(test::waitUntil([&] { return server->openStreams() == 1; }));
    const Duration end = test::recordingNamed("deploy-ok")->end;
    clock.elapsed += end + Duration(100);
    EXPECT_EQ(server->position(), Duration(100));
    EXPECT_EQ(stream.readToEnd(), RawClient::End::Fin) << "the client must list again";
    expectStatus(200, "GET " + test::kApplication, "shop-web:1.4.0");
}

TEST_F(ReplayServing, CompressesOnRequest)
{
    start();
    RawClient client(server->baseUrl());
    client.get("/api/v1/applications", "Accept-Encoding: gzip, deflate\r\n");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.header("Content-Encoding"), "gzip");
    const auto body = gunzipped(client.body(), 1 << 20);
    ASSERT_TRUE(body);
    client.get("/api/v1/applications", "Accept-Encoding: identity\r\n");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.header("Content-Encoding"), "");
    EXPECT_TRUE(client.body() == *body);
    client.get("/api/v1/session/userinfo", "Accept-Encoding: gzip\r\n");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.header("Content-Encoding"), "");
}

TEST_F(ReplayServing, ServesALargeListFromAGeneratedRecording)
{
    Recording made;
    made.head.argocd = u"v3.6.0"_s;
    const QByteArray list = bigApplicationList(300);
    ASSERT_GT(list.size(), 1 << 20);
    made.lines = {{RecordingLine::Kind::Get, Duration(0), u"/api/v1/applications"_s, 200, "application/json", list}};
    start({}, {made});
    RawClient client(server->baseUrl());
    client.get("/api/v1/applications");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.header("Transfer-Encoding"), "chunked");
    EXPECT_TRUE(client.body() == list);
    client.get("/api/v1/applications", "Accept-Encoding: gzip\r\n");
    ASSERT_TRUE(client.readAnswer());
    EXPECT_TRUE(gunzipped(client.body(), 2 * list.size()).value_or(QByteArray()) == list);
}

TEST_F(ReplayServing, IsReadOnly)
{
    start();
    RawClient client(server->baseUrl());
    for (const QByteArray method : {"POST", "PUT", "PATCH", "DELETE"}) {
        client.send(
            method
            + " /api/v1/applications/shop-web/sync HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              "Content-Length: 2\r\n\r\n{}");
        ASSERT_TRUE(client.readAnswer()) << method.constData();
        EXPECT_EQ(client.status(), 405);
        EXPECT_EQ(client.body(), "Method Not Allowed\n");
        client.send(method + " /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
        ASSERT_TRUE(client.readAnswer());
        EXPECT_EQ(client.status(), 415) << "as Argo CD since 2.11, without the exact content type";
    }
    client.get(test::kApplication);
    ASSERT_TRUE(client.readAnswer());
    EXPECT_EQ(client.body(), *RecordedState(test::recordingNamed("deploy-ok")).applicationAt(Duration(0)));
}

TEST_F(ReplayServing, RejectsOtherProtocols)
{
    start();
    for (const QByteArray &nonsense :
         {QByteArray("hello\r\n\r\n"), QByteArray("GET / HTTP/2\r\n\r\n"),
          "GET / HTTP/1.1\r\nX: " + QByteArray(70'000, 'x'),
          QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"),
          QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n")}) {
        RawClient client(server->baseUrl());
        client.send(nonsense);
        EXPECT_NE(client.readToEnd(), RawClient::End::Open);
        EXPECT_TRUE(client.bytes().isEmpty() || client.bytes().startsWith("HTTP/1.1 400"));
    }
    expectStatus(200, "GET /api/version", "v3.6.0");
}

TEST_F(ReplayServing, ServesItsRoutesBelowTheBasePath)
{
    ReplayOptions options;
    options.basePath = u"argocd/"_s;
    start(options);
    EXPECT_EQ(server->baseUrl().path(), u"/argocd"_s);
    expectStatus(200, "GET /argocd/api/version", "v3.6.0");
    expectStatus(404, "GET /api/version", "404 page not found");
    expectStatus(404, "GET /argocdx/api/version", "404 page not found");
    expectStatus(404, "GET /argocd/api/v2/nothing", "Not Found");
    expectStatus(404, "GET /argocd/settings", "Not Found");
    expectStatus(200, "GET /healthz", "ok");
    RawClient browser(server->baseUrl());
    browser.get("/argocd/applications", "Accept: text/html,application/xhtml+xml\r\n");
    ASSERT_TRUE(browser.readAnswer());
    EXPECT_EQ(browser.header("Content-Type"), "text/html; charset=utf-8");
}

TEST_F(ReplayServing, RequiresItsToken)
{
    ReplayOptions options;
    options.token = "a.b.c";
    start(options);
    RawClient client(server->baseUrl());
    const auto ask = [&](const QByteArray &path, const QByteArray &headers) {
        client.get(path, headers);
        EXPECT_TRUE(client.readAnswer());
        return client.status();
    };
    EXPECT_EQ(ask(test::kApplication, {}), 401);
    EXPECT_EQ(client.body(), R"({"error":"no session information","code":16,"message":"no session information"})");
    EXPECT_EQ(ask(test::kApplication, "Authorization: Bearer x.y.z\r\n"), 401);
    EXPECT_TRUE(client.body().contains("invalid session: token signature is invalid"));
    EXPECT_EQ(ask(test::kApplication, "Authorization: Bearer a.b.c\r\n"), 200);
    EXPECT_EQ(ask("/api/version", {}), 200);
    EXPECT_EQ(client.body(), R"({"Version":"v3.6.0+37ee009"})");
    EXPECT_EQ(ask("/api/v1/session/userinfo", {}), 200);
    EXPECT_EQ(client.body(), "{}");
    EXPECT_EQ(ask(test::kListStream, test::kEvents), 401);
    EXPECT_EQ(client.header("Content-Type"), "text/event-stream");
    EXPECT_EQ(client.body(),
              "data: {\"error\":{\"grpc_code\":16,\"http_code\":401,\"message\":\"no session information\","
              "\"http_status\":\"Unauthorized\"}} \n\n\n");
    EXPECT_EQ(ask("/api/v1/settings", {}), 200);
}

TEST_F(ReplayServing, TwoServersCannotShareAPort)
{
    start();
    ReplayOptions options;
    options.port = static_cast<quint16>(server->baseUrl().port());
    ReplayServer second({}, options, clock);
    const auto listening = second.listen();
    ASSERT_FALSE(listening);
    EXPECT_EQ(listening.error().kind, Error::Kind::Unreachable);
    EXPECT_THAT(listening.error().message.toStdString(), testing::HasSubstr(std::to_string(options.port)));
}

TEST_F(ReplayServing, ListensOnLoopbackAndRejectsOtherHosts)
{
    start();
    EXPECT_EQ(server->baseUrl().host(), u"127.0.0.1"_s);
    for (const QByteArray &host : {QByteArray("localhost"), QByteArray("LOCALHOST:1234"), QByteArray("127.0.0.1:80"),
                                   QByteArray("127.9.9.9"), QByteArray("[::1]:80"), QByteArray("a.localhost")}) {
        RawClient client(server->baseUrl());
        client.send("GET /api/version HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        ASSERT_TRUE(client.readAnswer()) << host.toStdString();
        EXPECT_EQ(client.status(), 200) << host.toStdString();
    }
    for (const QByteArray &host :
         {QByteArray("attacker.example"), QByteArray("localhost.attacker.example"), QByteArray("10.0.0.1:80"),
          QByteArray("[2001:db8::1]"), QByteArray("[::1"), QByteArray("127.0.0.1.attacker.example")}) {
        RawClient client(server->baseUrl());
        client.send("GET /api/version HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        ASSERT_TRUE(client.readAnswer()) << host.toStdString();
        EXPECT_EQ(client.status(), 403) << host.toStdString();
        EXPECT_FALSE(client.body().contains("v3.6.0"));
        EXPECT_EQ(client.readToEnd(), RawClient::End::Fin);
    }
}

TEST_F(ReplayServing, RejectsAmbiguousHeaders)
{
    start();
    for (const QByteArray &headers :
         {QByteArray("Host: localhost\r\nHost: attacker.example\r\n"), QByteArray("Host: localhost\rX: y\r\n"),
          QByteArray("Host: localhost\r\nX: a\0b\r\n", 25)}) {
        RawClient client(server->baseUrl());
        client.send("GET /api/version HTTP/1.1\r\n" + headers + "\r\n");
        ASSERT_TRUE(client.readAnswer()) << headers.toStdString();
        EXPECT_EQ(client.status(), 400) << headers.toStdString();
    }
}

TEST(ReplayServingHeads, RejectsHeadersWithLineBreaks)
{
    HttpResponse response;
    response.contentType = "text/html\r\nSet-Cookie: a=b";
    response.headers = {{"Vary", "x\nX-Second: y"}, {"X-Na\rme", "v\0w"}};
    const auto head = responseHead(response, Instant(), true);
    EXPECT_FALSE(head.contains("Set-Cookie")) << head.toStdString();
    EXPECT_FALSE(head.contains("X-Second")) << head.toStdString();
    EXPECT_TRUE(head.contains("Content-Type: text/html\r\n"));
    EXPECT_TRUE(head.contains("Vary: x\r\n"));
    EXPECT_EQ(head.count("\r\n\r\n"), 1);
}

TEST_F(ReplayServing, SupportsTlsWithACertificateForLoopback)
{
    ReplayOptions options;
    options.tls = true;
    start(options);
    EXPECT_EQ(server->baseUrl().scheme(), u"https"_s);
    for (const QString &name : {u"localhost"_s, u"127.0.0.1"_s, u"::1"_s}) {
        QSslSocket client;
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.setCaCertificates({QSslCertificate(server->certificate())});
        client.setSslConfiguration(trusting);
        client.setPeerVerifyName(name);
        client.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(server->baseUrl().port()));
        ASSERT_TRUE(test::waitUntil([&] { return client.isEncrypted(); })) << client.errorString().toStdString();
        client.write("GET /api/version HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QByteArray bytes;
        EXPECT_TRUE(test::waitUntil([&] {
            bytes += client.readAll();
            return bytes.contains("v3.6.0");
        }));
    }
    QSslSocket stranger;
    stranger.setPeerVerifyName(u"argocd.example.com"_s);
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates({QSslCertificate(server->certificate())});
    stranger.setSslConfiguration(trusting);
    stranger.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(server->baseUrl().port()));
    EXPECT_TRUE(test::waitUntil([&] { return !stranger.sslHandshakeErrors().isEmpty(); }));
}

TEST_F(ReplayServing, ReportsRequestsWithoutSecrets)
{
    start();
    QStringList lines;
    QObject::connect(&*server, &ReplayServer::requestArrived, &*server, [&](const QString &line) { lines << line; });
    RawClient client(server->baseUrl());
    client.get("/api/v1/applications?project=shop&token=geheim", "Authorization: Bearer geheim\r\n");
    ASSERT_TRUE(client.readAnswer());
    ASSERT_EQ(lines.size(), 1);
    EXPECT_TRUE(lines.first().startsWith(u"GET "_s) && lines.first().contains(u"/api/v1/applications"_s))
        << lines.first().toStdString();
    EXPECT_FALSE(lines.first().contains(u"geheim"_s));
}

} // namespace lynceus
