#include "core/domain/http/requestparser.h"

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using State = RequestParser::State;

constexpr qsizetype kMostBody = 100;

struct Reading
{
    State state = State::Head;
    int status = 0;
    HttpRequest request;
    QByteArray rest;
};

Reading readingOf(const QByteArray &bytes, qsizetype piece)
{
    RequestParser parser(kMostBody);
    qsizetype at = 0;
    while (at < bytes.size() && (parser.state() == State::Head || parser.state() == State::Body))
        at += parser.take(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
    return {parser.state(), parser.status(), parser.request(), bytes.sliced(at)};
}

/// Checks that every way to split the bytes gives the same result.
Reading readingOf(const QByteArray &bytes)
{
    const auto whole = readingOf(bytes, bytes.size());
    const qsizetype first = bytes.size() > 1000 ? 38 : 1; // smaller pieces of long heads take seconds
    for (qsizetype piece = first; piece < std::min<qsizetype>(bytes.size(), 40); ++piece) {
        const auto pieces = readingOf(bytes, piece);
        EXPECT_EQ(pieces.state, whole.state) << piece;
        EXPECT_EQ(pieces.status, whole.status) << piece;
        EXPECT_EQ(pieces.request.headers, whole.request.headers) << piece;
        EXPECT_EQ(pieces.request.body, whole.request.body) << piece;
    }
    return whole;
}

const QByteArray kHost = "Host: shop.example\r\n";

} // namespace

TEST(RequestParser, ParsesOneRequestAtATime)
{
    const auto reading = readingOf("\r\nPOST /api/v1/tasks?a=%20b HTTP/1.1\r\n" + kHost
                                   + "content-LENGTH: 4\r\nAccept: text/html;q=0, application/json\r\n\r\n{\"a\"GET /");
    ASSERT_EQ(reading.state, State::Complete);
    EXPECT_EQ(reading.request.method, "POST");
    EXPECT_EQ(reading.request.target, "/api/v1/tasks?a=%20b");
    EXPECT_EQ(reading.request.header("Content-Length"), "4");
    EXPECT_EQ(reading.request.body, "{\"a\"");
    EXPECT_TRUE(reading.request.keepAlive);
    EXPECT_TRUE(reading.request.accepts("Accept", "application/json"));
    EXPECT_FALSE(reading.request.accepts("Accept", "text/html"));
    EXPECT_EQ(reading.rest, "GET /");
}

TEST(RequestParser, KeepsTheConnectionByVersionAndHeader)
{
    EXPECT_FALSE(readingOf("GET / HTTP/1.1\r\n" + kHost + "Connection: x, Close\r\n\r\n").request.keepAlive);
    EXPECT_FALSE(readingOf("GET / HTTP/1.0\r\n\r\n").request.keepAlive);
    EXPECT_TRUE(readingOf("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").request.keepAlive);
}

TEST(RequestParser, ReportsExpectContinue)
{
    RequestParser parser(kMostBody);
    const QByteArray head = "POST / HTTP/1.1\r\n" + kHost + "Expect: 100-Continue\r\nContent-Length: 2\r\n\r\n";
    EXPECT_EQ(parser.take(head), head.size());
    EXPECT_EQ(parser.state(), State::Body);
    EXPECT_TRUE(parser.expectsContinue());
}

// A request that two parsers could read differently allows request smuggling.
TEST(RequestParser, RejectsAmbiguousRequests)
{
    const std::vector<std::pair<QByteArray, int>> cases = {
        {"GET / HTTP/1.1\nHost: h\n\n", 400},
        {"GET / HTTP/1.1\r\nHost: h\nX: y\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\n" + kHost + kHost + "\r\n", 400},
        {"GET / HTTP/1.1\r\n" + kHost + "X : y\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\n" + kHost + "X: y\r\n z\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\n" + kHost + "X: \x01\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\n" + kHost + "no colon\r\n\r\n", 400},
        {"GET http://h/ HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"GET /a b HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"GET /\xc3\xa4 HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"GET /a#b HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"G@T / HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"nonsense\r\n", 400},
        {"\x16\x03\x01", 400},
        {"GET / HTTP/2.0\r\n" + kHost + "\r\n", 505},
        {"POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n", 411},
        {"POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n", 400},
        {"POST / HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\nContent-Length: 3\r\n\r\n", 400},
        {"POST / HTTP/1.1\r\n" + kHost + "Content-Length: +3\r\n\r\n", 400},
        {"POST / HTTP/1.1\r\n" + kHost + "Content-Length: -1\r\n\r\n", 400},
        {"POST / HTTP/1.1\r\n" + kHost + "Content-Length: 3, 3\r\n\r\n", 400},
        {"POST / HTTP/1.1\r\n" + kHost + "Content-Length: 101\r\n\r\n", 413},
        {"POST / HTTP/1.1\r\n" + kHost + "Content-Length: 99999999999999999999\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\n" + kHost + "Expect: 200-ok\r\n\r\n", 417},
        {"GET / HTTP/1.1\r\n" + kHost + QByteArray("X: y\r\n").repeated(200) + "\r\n", 431},
        {"GET / HTTP/1.1\r\n" + kHost + "X: " + QByteArray(RequestParser::kHeadCap, 'x') + "\r\n\r\n", 431},
        {"GET /" + QByteArray(RequestParser::kHeadCap, 'x'), 431},
        {QByteArray("\r\n").repeated(RequestParser::kHeadCap), 431},
    };
    for (const auto &[bytes, status] : cases) {
        const auto reading = readingOf(bytes);
        EXPECT_EQ(reading.state, State::Broken) << bytes.left(80).toStdString();
        EXPECT_EQ(reading.status, status) << bytes.left(80).toStdString();
    }
}

TEST(RequestParser, WaitsForTheRest)
{
    const QByteArray whole = "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 2\r\n\r\n{}";
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto state = readingOf(whole.first(size), 1000).state;
        EXPECT_TRUE(state == State::Head || state == State::Body) << size;
    }
    EXPECT_EQ(readingOf(whole).state, State::Complete);
}

} // namespace lynceus
