#include "core/domain/http/responseparser.h"

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using State = ResponseParser::State;

/// What the parser made of a response.
struct Outcome
{
    State state = State::Head;
    int status = 0;
    QByteArray body;
    QByteArray surplus;
    bool keepsConnection = false;
    bool isCutShort = false;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

void PrintTo(const Outcome &outcome, std::ostream *out)
{
    *out << "state " << int(outcome.state) << ", status " << outcome.status << ", body \"" << outcome.body.toStdString()
         << "\", surplus \"" << outcome.surplus.toStdString() << "\", keeps " << outcome.keepsConnection;
}

Outcome outcomeOf(QByteArrayView bytes, qsizetype piece, bool ends)
{
    ResponseParser parser;
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        auto rest = bytes.sliced(at, qMin(piece, bytes.size() - at));
        while (!rest.isEmpty()) {
            const auto taken = parser.take(rest);
            outcome.body += taken.body;
            if (taken.bytes == 0)
                break;
            rest = rest.sliced(taken.bytes);
        }
        if (parser.state() == State::Complete)
            outcome.surplus += rest;
    }
    if (ends)
        parser.end();
    outcome.state = parser.state();
    outcome.status = parser.hasHead() ? parser.head().status : 0;
    outcome.keepsConnection = parser.keepsConnection();
    outcome.isCutShort = parser.isCutShort();
    return outcome;
}

struct Case
{
    const char *name;
    QByteArray bytes;
    State state;
    QByteArray body = {};
    bool keeps = false;
    QByteArray surplus = {};
};

void PrintTo(const Case &c, std::ostream *out)
{
    *out << c.name;
}

QByteArray ok(const QByteArray &fields, const QByteArray &body = {})
{
    return "HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body;
}

const QByteArray kChunked = "Transfer-Encoding: chunked\r\n";

std::vector<Case> completeOnes()
{
    return {
        {"Length", ok("Content-Length: 2\r\n", "{}"), State::Complete, "{}", true},
        {"NoBytes", ok("Content-Length: 0\r\n"), State::Complete, "", true},
        {"LineFeedsAlone", "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", State::Complete, "{}", true},
        {"NoReason", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\n{}", State::Complete, "{}", true},
        {"EmptyReason", "HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\n{}", State::Complete, "{}", true},
        {"AnyCase", ok("content-LENGTH:2\r\n", "{}"), State::Complete, "{}", true},
        {"SpaceAroundTheValue", ok("Content-Length: \t 2 \t\r\n", "{}"), State::Complete, "{}", true},
        {"TheSameLengthTwice", ok("Content-Length: 2\r\nContent-Length: 2\r\n", "{}"), State::Complete, "{}", true},
        {"Close", ok("Connection: Keep-Alive, Close\r\nContent-Length: 2\r\n", "{}"), State::Complete, "{}", false},
        {"Http10", "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}", State::Complete, "{}", false},
        {"UntilTheEnd", ok("", "{}"), State::Body, "{}", false},
        {"NoContent", "HTTP/1.1 204 No Content\r\n\r\n", State::Complete, "", true},
        {"NotModifiedWithALength", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", State::Complete, "",
         false},
        {"Interim",
         "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + ok("Content-Length: 2\r\n", "{}"),
         State::Complete, "{}", true},
        {"Chunks", ok(kChunked, "2\r\n{}\r\n1\r\n \r\n0\r\n\r\n"), State::Complete, "{} ", true},
        {"ChunksOfLineFeeds", ok(kChunked, "2\n{}\n0\n\n"), State::Complete, "{}", true},
        {"ChunkExtensions", ok(kChunked, "2;a=b;c=\"d\"\r\n{}\r\n0;e\r\n\r\n"), State::Complete, "{}", true},
        {"ChunkSizesInAnyCase", ok(kChunked, "00A\r\n0123456789\r\na \r\n0123456789\r\n0\r\n\r\n"), State::Complete,
         "01234567890123456789", true},
        {"Trailers", ok(kChunked, "2\r\n{}\r\n0\r\nA: b\r\nC: d\r\n\r\n"), State::Complete, "{}", true},
        {"AnyCaseOfChunked", ok("transfer-encoding:  Chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"), State::Complete, "{}",
         true},
        {"ChunksOverruleALength", ok(kChunked + "Content-Length: 99\r\n", "2\r\n{}\r\n0\r\n\r\n"), State::Complete,
         "{}", false},
        {"BytesBehindTheEnd", ok("Content-Length: 2\r\n", "{}HTTP/1.1 200 OK\r\n\r\n"), State::Complete, "{}", true,
         "HTTP/1.1 200 OK\r\n\r\n"},
        {"BytesBehindTheLastChunk", ok(kChunked, "0\r\n\r\nx"), State::Complete, "", true, "x"},
    };
}

/// Responses that two parsers could read differently, and responses that are invalid.
std::vector<Case> brokenOnes()
{
    return {
        {"OtherProtocol", "SSH-2.0-OpenSSH_9.2p1\r\n", State::Broken},
        {"OtherProtocolWithoutALine", QByteArray("\x15\x03\x01", 3), State::Broken},
        {"Http2", "HTTP/2 200\r\n\r\n", State::Broken},
        {"Http09", "<html>", State::Broken},
        {"NoStatus", "HTTP/1.1\r\n\r\n", State::Broken},
        {"ShortStatus", "HTTP/1.1 20 OK\r\n\r\n", State::Broken},
        {"LongStatus", "HTTP/1.1 2000 OK\r\n\r\n", State::Broken},
        {"SignedStatus", "HTTP/1.1 +20 OK\r\n\r\n", State::Broken},
        {"StatusBelow100", "HTTP/1.1 099 OK\r\n\r\n", State::Broken},
        {"Switching", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", State::Broken},
        {"EmptyLineFirst", "\r\nHTTP/1.1 200 OK\r\n\r\n", State::Broken},
        {"SpaceBeforeTheColon", ok("Content-Length : 2\r\n", "{}"), State::Broken},
        {"NoColon", ok("Content-Length 2\r\n", "{}"), State::Broken},
        {"NoName", ok(": 2\r\n", "{}"), State::Broken},
        {"Folded", ok("A: b\r\n c\r\n"), State::Broken},
        {"FoldedFirst", ok(" a: b\r\n"), State::Broken},
        {"ControlCharacterInAName", ok("A\x01: b\r\n"), State::Broken},
        {"CarriageReturnInAValue", ok("A: b\rContent-Length: 2\r\n"), State::Broken},
        {"NulInAValue", ok(QByteArray("A: b\0c\r\n", 8)), State::Broken},
        {"TwoLengths", ok("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"), State::Broken},
        {"ListOfLengths", ok("Content-Length: 2, 2\r\n", "{}"), State::Broken},
        {"SignedLength", ok("Content-Length: +2\r\n", "{}"), State::Broken},
        {"NegativeLength", ok("Content-Length: -1\r\n", "{}"), State::Broken},
        {"HexadecimalLength", ok("Content-Length: 0x2\r\n", "{}"), State::Broken},
        {"EmptyLength", ok("Content-Length:\r\n", "{}"), State::Broken},
        {"HugeLength", ok("Content-Length: 9999999999999999999\r\n", "{}"), State::Broken},
        {"WrongLengthBesideChunks", ok(kChunked + "Content-Length: x\r\n", "0\r\n\r\n"), State::Broken},
        {"UnknownCoding", ok("Transfer-Encoding: gzip\r\n", "{}"), State::Broken},
        {"TwoCodings", ok("Transfer-Encoding: gzip, chunked\r\n", "{}"), State::Broken},
        {"ChunkedTwice", ok(kChunked + kChunked, "0\r\n\r\n"), State::Broken},
        {"IdentityCoding", ok("Transfer-Encoding: identity\r\n", "{}"), State::Broken},
        {"CodingWithControlCharacter",
         ok("Transfer-Encoding: \x0b"
            "chunked\r\n",
            "0\r\n\r\n"),
         State::Broken},
        {"NoChunkSize", ok(kChunked, "\r\n"), State::Broken},
        {"ChunkSizeThatIsNone", ok(kChunked, "zz\r\n"), State::Broken},
        {"NegativeChunkSize", ok(kChunked, "-5\r\n"), State::Broken},
        {"PrefixedChunkSize", ok(kChunked, "0x5\r\n"), State::Broken},
        {"HugeChunkSize", ok(kChunked, "fffffffffffffffff\r\n"), State::Broken},
        {"ChunkLongerThanItSays", ok(kChunked, "2\r\n{}}\r\n0\r\n\r\n"), State::Broken, "{}"},
        {"CarriageReturnInAChunkSize", ok(kChunked, "2\r;\r\n{}\r\n0\r\n\r\n"), State::Broken},
        {"LongChunkExtension", ok(kChunked, "2;" + QByteArray(5000, 'a') + "\r\n{}\r\n0\r\n\r\n"), State::Broken},
        {"EndlessTrailers", ok(kChunked, "0\r\n" + QByteArray("A: b\r\n").repeated(5000) + "\r\n"), State::Broken},
        {"LongHead", ok(QByteArray("A: b\r\n").repeated(5) + "C: " + QByteArray(70'000, 'd') + "\r\n"), State::Broken},
        {"ManyFields", ok(QByteArray("A: b\r\n").repeated(257)), State::Broken},
        {"EndlessInterim", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(3000), State::Broken},
    };
}

const auto kName = [](const auto &parameter) { return std::string(parameter.param.name); };

class CompleteResponse : public testing::TestWithParam<Case>
{ };

TEST_P(CompleteResponse, IsParsedTheSameAtEverySplit)
{
    const auto &c = GetParam();
    const Outcome expected{
        c.state, QByteArrayView(c.bytes).contains(" 204 ") ? 204 : c.bytes.contains(" 304 ") ? 304 : 200,
        c.body,  c.surplus,
        c.keeps, false};
    for (qsizetype piece = 1; piece <= c.bytes.size(); ++piece)
        ASSERT_EQ(outcomeOf(c.bytes, piece, false), expected) << piece << " bytes at a time";
}

INSTANTIATE_TEST_SUITE_P(All, CompleteResponse, testing::ValuesIn(completeOnes()), kName);

class DelimitedResponse : public testing::TestWithParam<Case>
{ };

/// Without those whose body ends with the connection.
auto delimitedOnes()
{
    auto cases = completeOnes();
    std::erase_if(cases, [](const Case &one) { return one.state != State::Complete; });
    return cases;
}

TEST_P(DelimitedResponse, IsIncompleteIfItEndsEarly)
{
    const auto &c = GetParam();
    const auto whole = c.bytes.chopped(c.surplus.size());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto outcome = outcomeOf(whole.first(size), qMax<qsizetype>(size, 1), true);
        ASSERT_EQ(outcome.state, State::Broken) << size << " bytes";
        ASSERT_TRUE(outcome.isCutShort);
        ASSERT_FALSE(outcome.keepsConnection);
    }
}

INSTANTIATE_TEST_SUITE_P(All, DelimitedResponse, testing::ValuesIn(delimitedOnes()), kName);

class BrokenResponse : public testing::TestWithParam<Case>
{ };

TEST_P(BrokenResponse, IsRejectedAtEverySplit)
{
    const auto &c = GetParam();
    const auto step = qMax<qsizetype>(1, c.bytes.size() / 100);
    for (qsizetype piece = 1; piece <= c.bytes.size(); piece += step) {
        const auto outcome = outcomeOf(c.bytes, piece, false);
        ASSERT_EQ(outcome.state, State::Broken) << piece << " bytes at a time";
        ASSERT_EQ(outcome.body, c.body);
        ASSERT_FALSE(outcome.keepsConnection);
    }
}

INSTANTIATE_TEST_SUITE_P(All, BrokenResponse, testing::ValuesIn(brokenOnes()), kName);

TEST(ResponseParser, ReturnsTheUnmodifiedHead)
{
    ResponseParser parser;
    const auto bytes = ok("Date: today\r\nX-A: one\r\nx-a:two\r\nContent-Length: 3\r\n");
    EXPECT_EQ(parser.take(bytes).bytes, bytes.size());
    ASSERT_TRUE(parser.hasHead());
    EXPECT_EQ(parser.head().headers.value("date"), "today");
    EXPECT_EQ(parser.head().headers.value("X-A"), "one, two");
    EXPECT_EQ(parser.head().headers.value("X-B"), "");
    EXPECT_FALSE(parser.head().headers.contains("X-B"));
    EXPECT_EQ(parser.head().contentLength, 3);
}

TEST(ResponseParser, CompletesABodyDelimitedByConnectionClose)
{
    const auto outcome = outcomeOf(ok("", "{}"), 1000, true);
    EXPECT_EQ(outcome.state, State::Complete);
    EXPECT_EQ(outcome.body, "{}");
    EXPECT_FALSE(outcome.keepsConnection);
}

TEST(ResponseParser, LimitsAnEndlessHead)
{
    for (const QByteArray &endless : {QByteArray("X-A: b\r\n"), QByteArray("a"), QByteArray("A:\n")}) {
        ResponseParser parser;
        (void)parser.take("HTTP/1.1 200 OK\r\n");
        qsizetype taken = 0;
        const auto piece = endless.repeated(200);
        while (parser.state() == State::Head)
            taken += parser.take(piece).bytes;
        EXPECT_EQ(parser.state(), State::Broken);
        EXPECT_LE(taken, ResponseParser::kHeadCap + piece.size());
        EXPECT_NE(*parser.problem(), '\0');
    }
}

} // namespace

} // namespace lynceus
