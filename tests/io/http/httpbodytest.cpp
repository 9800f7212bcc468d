#include "core/io/compression/gzip.h"
#include "core/io/http/transfers/bodyreader.h"
#include "tests/support/gzip.h"

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using namespace test;
using Failure = TransportOutcome::Failure;

constexpr qint64 kCap = 1024 * 1024;

/// Feeds the bytes in two parts, as a network may deliver them.
std::pair<Failure, QByteArray> read(BodyReader &reader, const QByteArray &bytes, qsizetype cut)
{
    for (const auto &part : {bytes.first(cut), bytes.sliced(cut)}) {
        if (const auto failure = reader.take(part); failure != Failure::None)
            return {failure, {}};
    }
    const auto failure = reader.finish();
    return {failure, reader.takeBody()};
}

std::pair<Failure, QByteArray> unpacked(const QByteArray &bytes, qsizetype cut)
{
    BodyReader reader("gzip", bytes.size(), kCap);
    return read(reader, bytes, cut);
}

} // namespace

TEST(HttpBody, IsTheSameAtEverySplitOfACompressedBody)
{
    QByteArray plain;
    for (int i = 0; i < 20'000; ++i)
        plain += QByteArray::number(i * 7919 % 100'003) + ' ';
    const auto packed = gzipped(plain);
    ASSERT_GT(packed.size(), 40'000);
    for (qsizetype cut = 0; cut <= packed.size(); cut += cut < 30 ? 1 : 997) {
        const auto [failure, body] = unpacked(packed, cut);
        ASSERT_EQ(failure, Failure::None) << "cut at " << cut;
        ASSERT_TRUE(body == plain) << "cut at " << cut;
    }
}

TEST(HttpBody, IsInvalidForEveryTruncatedCompressedBody)
{
    const auto packed = gzipped("{\"items\":[1,2,3,4,5,6,7,8,9,10]}");
    for (qsizetype size = 1; size < packed.size(); ++size)
        EXPECT_EQ(unpacked(packed.first(size), 0).first, Failure::Encoding) << size << " bytes";
    EXPECT_EQ(unpacked(packed + '\0', 0).first, Failure::Encoding);
    EXPECT_EQ(unpacked(packed + packed, packed.size()).first, Failure::Encoding);
}

TEST(HttpBody, BitErrorsAreDetected)
{
    const QByteArray plain = "{\"items\":[1,2,3,4,5,6,7,8,9,10]}";
    const auto packed = gzipped(plain);
    for (qsizetype bit = 0; bit < packed.size() * 8; ++bit) {
        auto wrong = packed;
        wrong[bit / 8] = static_cast<char>(wrong[bit / 8] ^ (1 << (bit % 8)));
        const auto [failure, body] = unpacked(wrong, 0);
        // Some bits of the gzip header have no effect
        EXPECT_TRUE(failure != Failure::None || body == plain) << "bit " << bit;
    }
}

TEST(HttpBody, EndsAtItsLimit)
{
    BodyReader exact({}, -1, 100'000);
    EXPECT_EQ(read(exact, QByteArray(100'000, 'x'), 50'000).first, Failure::None);
    BodyReader over({}, -1, 100'000);
    EXPECT_EQ(read(over, QByteArray(100'001, 'x'), 50'000).first, Failure::TooLarge);
    BodyReader announced({}, 100'001, 100'000);
    EXPECT_EQ(read(announced, "x", 0).first, Failure::TooLarge);
    BodyReader packed("gzip", -1, 100'000);
    EXPECT_EQ(read(packed, gzipBomb(1024 * 1024), 0).first, Failure::TooLarge);
    // An endless series of empty blocks: they produce no data and must still reach the cap.
    BodyReader deflateBomb("gzip", -1, 1000);
    QByteArray blocks = QByteArray::fromHex("1f8b08000000000000ff") + QByteArray::fromHex("000000ffff").repeated(1000);
    EXPECT_EQ(read(deflateBomb, blocks, 10).first, Failure::TooLarge);
}

TEST(HttpBody, RejectsOtherEncodings)
{
    for (const auto *coding : {"br", "deflate", "gzip, gzip", "zstd"}) {
        BodyReader reader(coding, -1, kCap);
        EXPECT_EQ(read(reader, "{}", 0).first, Failure::Encoding) << coding;
    }
    for (const auto *coding : {"", "identity", " Identity "}) {
        BodyReader reader(coding, -1, kCap);
        EXPECT_EQ(read(reader, "{}", 1).second, "{}") << coding;
    }
    BodyReader old("X-GZIP", -1, kCap);
    EXPECT_EQ(read(old, gzipped("{}"), 3).second, "{}");
}

TEST(HttpBody, HasRoomForTheParser)
{
    for (const qsizetype size : {0, 1, 63, 64, 65'535, 65'536, 200'000}) {
        BodyReader plain({}, size, kCap);
        const auto body = read(plain, QByteArray(size, 'x'), 0).second;
        EXPECT_EQ(body.size(), size);
        EXPECT_GE(body.capacity() - size, 64);
        BodyReader packed("gzip", -1, kCap);
        const auto inflated = read(packed, gzipped(QByteArray(size, 'x')), 0).second;
        EXPECT_EQ(inflated.size(), size);
        EXPECT_GE(inflated.capacity() - size, 64);
    }
}

} // namespace lynceus
