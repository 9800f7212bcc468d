#include "core/replay/server/brokenanswer.h"

#include "core/io/compression/gzip.h"
#include "core/replay/server/replayplayer.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using End = WirePlan::End;

constexpr qsizetype kTooMuch = 1000; ///< bytes that a false Content-Length announces beyond the body
constexpr qsizetype kMostBeforeReset =
    32'768; ///< bytes; fits into any socket buffer, so that the reset does not discard it

constexpr auto kProxyPage = "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n"
                            "<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n<hr><center>nginx"
                            "</center>\r\n</body>\r\n</html>\r\n";
constexpr auto kSignInPage = "<!doctype html><html><head><title>Sign in</title></head>"
                             "<body>Sign in to continue.</body></html>\n";

QByteArray half(const QByteArray &bytes)
{
    return bytes.first(bytes.size() / 2);
}

WirePlan plan(HttpResponse response, Instant date, Framing framing, const QByteArray &wire, End end)
{
    response.framing = framing;
    return {responseHead(response, date, end == End::KeepAlive) + wire, {}, end};
}

WirePlan page(int status, const QByteArray &html, Instant date)
{
    HttpResponse response{.status = status, .contentType = "text/html; charset=utf-8", .body = html};
    return plan(response, date, Framing::Length, html, End::KeepAlive);
}

WirePlan cut(const HttpResponse &right, Instant date)
{
    const QByteArray whole = chunk(right.body);
    return plan(right, date, Framing::Chunked, half(whole), End::Fin);
}

WirePlan brokenGzip(Fault::Kind kind, HttpResponse right, Instant date, int turn)
{
    right.gzip = true;
    const QByteArray whole = gzipped(right.body);
    right.body = half(whole);
    if (kind == Fault::Kind::GzipShort)
        return plan(right, date, Framing::Length, right.body, End::KeepAlive);
    if (turn % 2 == 0)
        return plan(right, date, Framing::Chunked, half(chunk(whole)), End::Fin);
    return plan(right, date, Framing::Close, right.body, End::Fin);
}

WirePlan brokenLength(Fault::Kind kind, HttpResponse right, Instant date)
{
    if (kind == Fault::Kind::Truncate) {
        right.body = half(right.body);
        return plan(right, date, Framing::Length, right.body, End::KeepAlive);
    }
    if (kind == Fault::Kind::FalseLength) {
        right.length = right.body.size() + kTooMuch;
        return plan(right, date, Framing::Length, right.body, End::Fin);
    }
    return plan(right, date, Framing::Length, half(right.body).left(kMostBeforeReset), End::Reset);
}

WirePlan halfHead(HttpResponse right, Instant date)
{
    right.framing = Framing::Length;
    return {half(responseHead(right, date, true)), {}, End::Fin};
}

WirePlan unauthorized(const HttpResponse &right, Instant date)
{
    const HttpResponse response =
        ReplayPlayer::unauthorized(right.contentType == "text/event-stream", u"no session information"_s);
    const bool isChunked = response.framing == Framing::Chunked;
    return plan(response, date, response.framing, isChunked ? chunked(response.body) : response.body, End::KeepAlive);
}

WirePlan slow(HttpResponse right, Instant date)
{
    right.framing = Framing::Length;
    return {responseHead(right, date, true), right.body, End::Hang};
}

WirePlan bomb(HttpResponse right, Instant date)
{
    right.status = 200;
    right.gzip = true;
    right.body = gzipBomb();
    return plan(right, date, Framing::Length, right.body, End::KeepAlive);
}

WirePlan redirect(Instant date)
{
    HttpResponse response{.status = 302, .contentType = "text/html; charset=utf-8"};
    // .invalid is never a host (RFC 2606): a client that follows the redirect is noticed and reaches no server.
    response.headers.emplace_back("Location", "https://sign-in.invalid/login");
    return plan(response, date, Framing::Length, {}, End::KeepAlive);
}

} // namespace

WirePlan brokenAnswer(Fault::Kind kind, const HttpResponse &right, Instant date, int turn)
{
    using Kind = Fault::Kind;
    switch (kind) {
    case Kind::Hang:
    case Kind::Silence:
    case Kind::StallTls:
        return {{}, {}, End::Hang};
    case Kind::Refuse:
    case Kind::Reset:
        return {{}, {}, End::Reset};
    case Kind::Cut:
        return cut(right, date);
    case Kind::GzipCut:
    case Kind::GzipShort:
        return brokenGzip(kind, right, date, turn);
    case Kind::ResetInBody:
    case Kind::FalseLength:
    case Kind::Truncate:
        return brokenLength(kind, right, date);
    case Kind::BadChunk:
        return plan(right, date, Framing::Chunked, "none\r\n" + right.body + "\r\n0\r\n\r\n", End::Fin);
    case Kind::HalfHead:
        return halfHead(right, date);
    case Kind::Empty:
        return plan({.status = 200, .contentType = right.contentType}, date, Framing::Length, {}, End::KeepAlive);
    case Kind::Unauthorized:
        return unauthorized(right, date);
    case Kind::Unavailable:
        return page(503, kProxyPage, date);
    case Kind::Html:
        return page(200, kSignInPage, date);
    case Kind::SlowBytes:
        return slow(right, date);
    case Kind::Bomb:
        return bomb(right, date);
    case Kind::Redirect:
        return redirect(date);
    }
    return {};
}

} // namespace lynceus
