#include "core/domain/argocd/responses/streamsplitter.h"
#include "tests/support/samples.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

void PrintTo(const StreamFrame &frame, std::ostream *stream)
{
    *stream << (frame.kind == StreamFrame::Kind::Data ? "data:" : "keepalive") << frame.payload.toStdString();
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

StreamFrame data(const QByteArray &payload)
{
    return {StreamFrame::Kind::Data, payload};
}

const StreamFrame kKeepalive{};

std::vector<StreamFrame> framesOf(const QByteArray &bytes)
{
    return StreamSplitter().feed(bytes).value();
}

void feed(StreamSplitter &splitter, QByteArrayView bytes, std::vector<StreamFrame> &frames)
{
    auto more = splitter.feed(bytes).value();
    std::ranges::move(more, std::back_inserter(frames));
}

/// Passes @p bytes in pieces of random length, many of them a single byte.
std::vector<StreamFrame> framesOfPieces(const QByteArray &bytes, std::mt19937 &random)
{
    StreamSplitter splitter;
    std::vector<StreamFrame> frames;
    std::geometric_distribution<qsizetype> length(0.1);
    for (qsizetype at = 0; at < bytes.size();) {
        const auto piece = std::min(length(random), bytes.size() - at);
        feed(splitter, QByteArrayView(bytes).sliced(at, piece), frames);
        at += piece;
    }
    return frames;
}

TEST(Splitter, ParsesArgoCdsFrames)
{
    EXPECT_THAT(framesOf("data: {\"result\":{}} \n\n\n:\n\ndata: {\"result\":1} \n\n"),
                ElementsAre(data("{\"result\":{}} "), kKeepalive, data("{\"result\":1} ")));
}

TEST(Splitter, FollowsTheStandardBeyondArgoCdsUsage)
{
    EXPECT_THAT(framesOf("data:a\ndata: b\ndata:  c\ndata\n\n"), ElementsAre(data("a\nb\n c\n")));
    EXPECT_THAT(framesOf("event: x\nid: 1\nretry: 5\ndatax: no\n\n"), IsEmpty());
    EXPECT_THAT(framesOf("data:a\n:comment\ndata:b\n\n"), ElementsAre(kKeepalive, data("a\nb")));
    EXPECT_THAT(framesOf("\xEF\xBB\xBF"
                         "data:a\n\n\xEF\xBB\xBF"
                         "data:b\n\n"),
                ElementsAre(data("a")));
    EXPECT_THAT(framesOf("data:\n\n"), ElementsAre(data("")));
    EXPECT_THAT(framesOf("data:a\rdata:b\r\rdata:c\r\n\r\n"), ElementsAre(data("a\nb"), data("c")));
    EXPECT_THAT(framesOf("\n\n\r\n\r"), IsEmpty());
}

TEST(Splitter, KeepsAPartialFrameUntilItsEnd)
{
    StreamSplitter splitter;
    EXPECT_THAT(splitter.feed("data: ab").value(), IsEmpty());
    EXPECT_EQ(splitter.pendingBytes(), 8);
    EXPECT_THAT(splitter.feed("c\n").value(), IsEmpty());
    EXPECT_EQ(splitter.pendingBytes(), 3);
    EXPECT_THAT(splitter.feed("\n").value(), ElementsAre(data("abc")));
    EXPECT_EQ(splitter.pendingBytes(), 0);
    EXPECT_THAT(splitter.feed({}).value(), IsEmpty());
}

TEST(Splitter, YieldsTheSameFramesAtEverySplit)
{
    auto recorded = sampleBody(u"logs.sse.http"_s);
    const auto whole = framesOf(recorded);
    ASSERT_EQ(whole.size(), 13U);
    const QByteArray tricky = "\xEF\xBB\xBF"
                              "data: \xC3\xA9\n:k\n\nid:1\ndata:a\ndata\ndata: b\n\n:\r\n\r\ndata:x\n\ndata:half";
    for (const auto *end : {"\n", "\r\n", "\r"}) {
        for (const auto &text : {recorded, tricky}) {
            auto bytes = text;
            bytes.replace("\r\n", "\n").replace("\n", end);
            const auto expected = framesOf(bytes);
            ASSERT_FALSE(expected.empty());
            for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
                StreamSplitter splitter;
                std::vector<StreamFrame> frames;
                feed(splitter, bytes.first(cut), frames);
                feed(splitter, bytes.sliced(cut), frames);
                ASSERT_EQ(frames, expected) << "cut at " << cut;
            }
            for (unsigned seed = 0; seed < 200; ++seed) {
                std::mt19937 random(seed);
                ASSERT_EQ(framesOfPieces(bytes, random), expected) << "seed " << seed;
            }
        }
    }
}

TEST(Splitter, AcceptsAllLineEndings)
{
    for (const auto *end : {"\n", "\r\n", "\r"}) {
        auto bytes = QByteArray("data: a\ndata: b\n\n:\ndata: c\n\n").replace("\n", end);
        EXPECT_THAT(framesOf(bytes), ElementsAre(data("a\nb"), kKeepalive, data("c")));
    }
}

TEST(Splitter, RejectsLargeFramesAtEverySplit)
{
    const QByteArray fits = "data:" + QByteArray(95, 'x') + "\n\n"; // the line has 100 bytes
    const QByteArray over = "data:" + QByteArray(96, 'x') + "\n\n";
    for (qsizetype piece : {1, 7, 1000}) {
        for (const auto &[bytes, isRefused] : {std::pair(fits, false), std::pair(over, true)}) {
            StreamSplitter splitter(100);
            bool refused = false;
            for (qsizetype at = 0; at < bytes.size(); at += piece) {
                const auto frames = splitter.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
                refused = refused || (!frames && frames.error().kind == Error::Kind::TooLarge);
            }
            EXPECT_EQ(refused, isRefused) << "pieces of " << piece;
        }
    }
}

TEST(Splitter, LimitCountsAllLinesOfAFrameOnly)
{
    StreamSplitter splitter(20);
    for (int i = 0; i < 100; ++i)
        ASSERT_TRUE(splitter.feed("data: 0123456789\n\n:\n"));
    ASSERT_TRUE(splitter.feed("data:012345678\n"));
    const auto refused = splitter.feed("data:0123456\n");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Error::Kind::TooLarge);
    EXPECT_FALSE(refused.error().retryable);
    EXPECT_FALSE(splitter.feed("\n")) << "the splitter has failed permanently";
}

TEST(Splitter, PadsPayloadsForTheParser)
{
    const auto frames = framesOf("data: {}\n\n");
    EXPECT_GE(frames.front().payload.capacity(), frames.front().payload.size() + 64);
}

} // namespace
} // namespace lynceus
