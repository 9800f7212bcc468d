#include "core/io/compression/gzip.h"
#include "tests/io/http/wire.h"
#include "tests/support/gzip.h"

namespace lynceus::test {

namespace {

using enum Error::Kind;

constexpr Duration kShort{300}; // long for loopback, where the server answers at once or not at all

// Cuts between two values if there are several: in logs and streams, such a cut is not visible in the text.
QByteArray wholeLines(const QByteArray &body)
{
    const auto part = half(body);
    return part.first(part.lastIndexOf('\n') + 1);
}

QByteArray errorBody(int code)
{
    return R"({"error":"no","code":)" + QByteArray::number(code) + R"(,"message":"no"})";
}

// Answers as a proxy, a network or a crashing server leaves them.
std::vector<WireFault> silences()
{
    return {
        {"HangsBeforeHead", [](const Kind &) -> Script { return {}; }, TimedOut, TimedOut, kShort},
        {"HangsInHead", [](const Kind &) -> Script { return {send("HTTP/1.1 200 OK\r\nContent-Ty")}; }, TimedOut,
         TimedOut, kShort},
        {"HangsAfterHead", [](const Kind &k) -> Script { return {send(typed(k, length(k.body.size())))}; }, TimedOut,
         TimedOut, kShort},
        {"HangsInBody", [](const Kind &k) -> Script { return {send(typed(k, length(k.body.size())) + half(k.body))}; },
         TimedOut, TimedOut, kShort},
        {"HangsInChunk",
         [](const Kind &k) -> Script {
             return {send(typed(k, "Transfer-Encoding: chunked") + chunk(k.body).first(k.body.size() / 2))};
         },
         TimedOut, TimedOut, kShort},
        {"HangsAfterBodyWithoutLength", [](const Kind &k) -> Script { return {send(typed(k) + k.body)}; }, TimedOut,
         TimedOut, kShort},
    };
}

std::vector<WireFault> cuts()
{
    const auto shortened = [](const Kind &k) { return typed(k, length(k.body.size())) + half(k.body); };
    return {
        {"FinAfterRequest", [](const Kind &) -> Script { return {finish()}; }, Unreachable, Unreachable},
        {"RstAfterRequest", [](const Kind &) -> Script { return {reset()}; }, Unreachable, Unreachable},
        {"FinInHead",
         [](const Kind &) -> Script {
             return {send("HTTP/1.1 200 OK\r\nContent-Ty"), finish()};
         },
         Unreachable, Unreachable},
        {"RstInHead",
         [](const Kind &) -> Script {
             return {send("HTTP/1.1 200 OK\r\nContent-Ty"), reset()};
         },
         Unreachable, Unreachable},
        {"FinInBody",
         [=](const Kind &k) -> Script {
             return {send(shortened(k)), finish()};
         },
         Unreachable, Unreachable},
        {"RstInBody",
         [=](const Kind &k) -> Script {
             return {send(shortened(k)), reset()};
         },
         Unreachable, Unreachable},
        {"RstInBodyLater",
         [=](const Kind &k) -> Script {
             return {send(shortened(k)), pause(Duration(30)), reset()};
         },
         Unreachable, Unreachable},
        {"FinAfterHead",
         [](const Kind &k) -> Script {
             return {send(typed(k, length(k.body.size()))), finish()};
         },
         Unreachable, Unreachable},
        {"LengthTooLong",
         [](const Kind &k) -> Script {
             return {send(typed(k, length(k.body.size() + 1)) + k.body), finish()};
         },
         Unreachable, Unreachable},
        {"LengthTooShort",
         [](const Kind &k) -> Script { return {send(typed(k, length(half(k.body).size())) + k.body)}; }, Unreachable,
         Unreachable},
        {"TruncatedWithRightLength",
         [](const Kind &k) -> Script { return {send(typed(k, length(half(k.body).size())) + half(k.body))}; },
         Unreachable, Unreachable},
        {"EofFramingCut",
         [](const Kind &k) -> Script {
             return {send(typed(k, "Connection: close") + half(k.body)), finish()};
         },
         Unreachable, Unreachable},
        {"EofFramingCutBetweenLines",
         [](const Kind &k) -> Script {
             return {send(typed(k, "Connection: close") + wholeLines(k.body)), finish()};
         },
         Unreachable, Unreachable},
        {"EofFramingReset",
         [](const Kind &k) -> Script {
             return {send(typed(k, "Connection: close") + half(k.body)), reset()};
         },
         Unreachable, Unreachable},
    };
}

std::vector<WireFault> brokenChunks()
{
    const QByteArray chunked = "Transfer-Encoding: chunked";
    return {
        {"FinInChunk",
         [=](const Kind &k) -> Script {
             return {send(typed(k, chunked) + chunk(k.body).first(k.body.size() / 2)), finish()};
         },
         Unreachable, Unreachable},
        {"RstInChunk",
         [=](const Kind &k) -> Script {
             return {send(typed(k, chunked) + chunk(k.body).first(k.body.size() / 2)), reset()};
         },
         Unreachable, Unreachable},
        {"FinBetweenChunks",
         [=](const Kind &k) -> Script {
             return {send(typed(k, chunked) + chunk(half(k.body))), finish()};
         },
         Unreachable, Unreachable},
        {"FinBetweenChunksAndLines",
         [=](const Kind &k) -> Script {
             return {send(typed(k, chunked) + chunk(wholeLines(k.body) + ' ')), finish()};
         },
         Unreachable, Unreachable},
        {"BadChunkSizeFirst",
         [=](const Kind &k) -> Script { return {send(typed(k, chunked) + "zz\r\n" + k.body + "\r\n0\r\n\r\n")}; },
         Unreachable, Unreachable},
        {"BadChunkSizeLater",
         [=](const Kind &k) -> Script {
             return {send(typed(k, chunked) + chunk(half(k.body)) + "zz\r\nrest\r\n0\r\n\r\n")};
         },
         Unreachable, Unreachable},
        {"BadChunkSizeBetweenLines",
         [=](const Kind &k) -> Script {
             return {send(typed(k, chunked) + chunk(wholeLines(k.body) + ' ') + "zz\r\nrest\r\n0\r\n\r\n")};
         },
         Unreachable, Unreachable},
        {"NegativeChunkSize",
         [=](const Kind &k) -> Script {
             return {send(typed(k, chunked) + chunk(half(k.body)) + "-5\r\nrest\r\n0\r\n\r\n")};
         },
         Unreachable, Unreachable},
        {"EndChunkTooEarly",
         [=](const Kind &k) -> Script { return {send(typed(k, chunked) + chunk(half(k.body)) + "0\r\n\r\n")}; },
         Unreachable, Unreachable},
    };
}

std::vector<WireFault> brokenPacking()
{
    const QByteArray gzip = "Content-Encoding: gzip";
    const auto sized = [=](const Kind &k, const QByteArray &packed) -> Script {
        return {send(typed(k, gzip + "\r\n" + length(packed.size())) + packed)};
    };
    const auto cut = [](const QByteArray &packed) { return packed.first(packed.size() / 2); };
    return {
        {"GzipCutByFin",
         [=](const Kind &k) -> Script {
             return {send(typed(k, gzip + "\r\n" + length(gzipped(k.body).size())) + cut(gzipped(k.body))), finish()};
         },
         Unreachable, Unreachable},
        {"GzipCutByRst",
         [=](const Kind &k) -> Script {
             return {send(typed(k, gzip + "\r\n" + length(gzipped(k.body).size())) + cut(gzipped(k.body))), reset()};
         },
         Unreachable, Unreachable},
        {"GzipCutInChunks",
         [=](const Kind &k) -> Script {
             return {send(typed(k, gzip + "\r\nTransfer-Encoding: chunked") + chunk(cut(gzipped(k.body)))), finish()};
         },
         Unreachable, Unreachable},
        {"GzipCutWithEofFraming",
         [=](const Kind &k) -> Script {
             return {send(typed(k, gzip + "\r\nConnection: close") + cut(gzipped(k.body))), finish()};
         },
         Unreachable, Unreachable},
        {"GzipWithoutTrailer", [=](const Kind &k) { return sized(k, gzipped(k.body).chopped(8)); }, Unreachable,
         Unreachable},
        {"GzipShort", [=](const Kind &k) { return sized(k, cut(gzipped(k.body))); }, Unreachable, Unreachable},
        {"GzipWrongChecksum",
         [=](const Kind &k) {
             auto packed = gzipped(k.body);
             packed[packed.size() - 5] = static_cast<char>(~packed[packed.size() - 5]);
             return sized(k, packed);
         },
         Unreachable, Unreachable},
        {"GzipTrailingGarbage", [=](const Kind &k) { return sized(k, gzipped(k.body) + "garbage"); }, Unreachable,
         Unreachable},
        {"GzipOfHalf", [=](const Kind &k) { return sized(k, gzipped(half(k.body))); }, Unreachable, Unreachable},
        {"GzipThatIsNone", [=](const Kind &k) { return sized(k, k.body); }, Unreachable, Unreachable},
        {"GzipBomb", [=](const Kind &k) { return sized(k, gzipBomb(8 * 1024 * 1024)); }, TooLarge, Unreachable,
         Duration(20'000), Duration(60'000), 1024 * 1024},
        {"UnknownCoding",
         [](const Kind &k) -> Script {
             return {send(typed(k, "Content-Encoding: br\r\n" + length(k.body.size())) + k.body)};
         },
         Unreachable, Unreachable},
    };
}

std::vector<WireFault> otherAnswers()
{
    const auto says = [](const QByteArray &status, const QByteArray &type, const QByteArray &body) {
        return [=](const Kind &) -> Script { return {send(answer(status, type, body))}; };
    };
    const auto goes = [](const QByteArray &status, const QByteArray &where) {
        return [=](const Kind &) -> Script { return {send(head(status, "Content-Length: 0\r\nLocation: " + where))}; };
    };
    const QByteArray page = "<!DOCTYPE html><html><body>Sign in</body></html>";
    return {
        {"Empty", says("200 OK", "application/json", {}), Unreachable, NotArgoCd},
        {"Html", says("200 OK", "text/html; charset=utf-8", page), NotArgoCd, NotArgoCd},
        {"NoType", [=](const Kind &) -> Script { return {send(head("200 OK", length(page.size())) + page)}; },
         NotArgoCd, NotArgoCd},
        {"RedirectElsewhere", goes("302 Found", "http://127.0.0.1:1/api/version"), NotArgoCd, NotArgoCd},
        {"RedirectHere", goes("307 Temporary Redirect", "/login"), NotArgoCd, NotArgoCd},
        {"Unauthorized", says("401 Unauthorized", "application/json", errorBody(16)), SignInNeeded, SignInNeeded},
        {"UnauthorizedWithChallenge",
         [](const Kind &) -> Script {
             return {
                 send(head("401 Unauthorized",
                           "WWW-Authenticate: Basic realm=\"x\"\r\nContent-Type: application/json\r\nContent-Length: 2")
                      + "{}")};
         },
         NotArgoCd, NotArgoCd}, // the challenge comes from a gateway, not from Argo CD
        {"Forbidden", says("403 Forbidden", "application/json", errorBody(7)), Forbidden, Forbidden},
        {"NotFound", says("404 Not Found", "application/json", errorBody(5)), NotFound, NotFound},
        {"InternalError", says("500 Internal Server Error", "application/json", errorBody(2)), Server, Server},
        {"Unavailable", says("503 Service Unavailable", "text/html", page), Server, Server},
        {"TooMany", says("429 Too Many Requests", "application/json", errorBody(8)), Server, Server},
        {"EndlessErrorPage",
         [=](const Kind &) -> Script {
             return {send(head("503 Service Unavailable", "Content-Type: text/html") + page.repeated(4000))};
         },
         Server, Server},
        {"NotHttp",
         [](const Kind &) -> Script {
             return {send("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"), finish()};
         },
         Unreachable, Unreachable},
    };
}

std::vector<WireFault> excesses()
{
    return {
        {"SlowBytesPastDeadline",
         [](const Kind &k) -> Script {
             return {send(typed(k, length(k.body.size()))), drip(k.body, Duration(20))};
         },
         TimedOut, TimedOut, Duration(20'000), Duration(400)},
        {"LongerThanCap",
         [](const Kind &k) -> Script {
             return {send(typed(k, "Connection: close") + k.body.repeated(400)), finish()};
         },
         TooLarge, Unreachable, Duration(20'000), Duration(60'000), 16 * 1024},
        {"LengthPastCap", [](const Kind &k) -> Script { return {send(typed(k, length(1LL << 40)) + k.body)}; },
         TooLarge, TimedOut, kShort, Duration(60'000), 1024 * 1024},
    };
}

} // namespace

std::vector<WireFault> wireFaults()
{
    std::vector<WireFault> all;
    for (const auto &group : {silences(), cuts(), brokenChunks(), brokenPacking(), otherAnswers(), excesses()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace lynceus::test
