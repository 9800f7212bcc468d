#include "core/io/compression/crc32.h"
#include "core/io/compression/deflater.h"
#include "core/io/compression/gzip.h"
#include "core/io/compression/inflater.h"

#include <gtest/gtest.h>

namespace lynceus::test {

namespace {

constexpr qsizetype kCap = 1 << 20;

/// Feeds the bytes one by one.
Inflater::State fedBytewise(Inflater &inflater, const QByteArray &packed, QByteArray &plain)
{
    auto state = inflater.state();
    for (qsizetype at = 0; at < packed.size(); ++at)
        state = inflater.feed(QByteArrayView(packed).sliced(at, 1), plain, kCap);
    return state;
}

} // namespace

class Compression : public testing::TestWithParam<CompressionFormat>
{ };

TEST_P(Compression, RoundTripsAtEverySplit)
{
    const QByteArray text = QByteArray("lynceus ").repeated(20'000);
    for (const auto &plain : {QByteArray(), QByteArray("x"), text}) {
        QByteArray packed;
        Deflater deflater(GetParam(), Deflater::kFastest);
        deflater.feed(plain.first(plain.size() / 2), packed);
        deflater.feed(plain.sliced(plain.size() / 2), packed, Deflater::Flush::End);
        QByteArray whole;
        EXPECT_EQ(Inflater(GetParam()).feed(packed, whole, kCap), Inflater::State::Complete);
        EXPECT_TRUE(whole == plain);
        QByteArray pieces;
        Inflater bytewise(GetParam());
        EXPECT_EQ(fedBytewise(bytewise, packed, pieces), Inflater::State::Complete);
        EXPECT_TRUE(pieces == plain);
        EXPECT_EQ(bytewise.feed("x", pieces, kCap), Inflater::State::Surplus);
    }
}

TEST_P(Compression, DistinguishesTruncatedDamagedAndTooLarge)
{
    const QByteArray plain(kCap, 'x');
    QByteArray packed;
    Deflater(GetParam(), Deflater::kSmallest).feed(plain, packed, Deflater::Flush::End);
    QByteArray out;
    EXPECT_EQ(Inflater(GetParam()).feed(packed.chopped(1), out, kCap), Inflater::State::More);
    out.clear();
    EXPECT_EQ(Inflater(GetParam()).feed(packed + 'x', out, kCap), Inflater::State::Surplus);
    out.clear();
    EXPECT_EQ(Inflater(GetParam()).feed(packed, out, kCap - 1), Inflater::State::TooLarge);
    EXPECT_LE(out.size(), kCap - 1 + Inflater::kPiece);
    out.clear();
    EXPECT_EQ(Inflater(GetParam()).feed("\xff\xff\xff\xff", out, kCap), Inflater::State::Broken);
}

TEST_P(Compression, FlushedBlockCanBeRepeated)
{
    Deflater deflater(GetParam(), Deflater::kSmallest);
    QByteArray begin;
    QByteArray piece;
    deflater.feed("begin ", begin, Deflater::Flush::Full);
    deflater.feed("again ", piece, Deflater::Flush::Full);
    QByteArray out;
    EXPECT_EQ(Inflater(GetParam()).feed(begin + piece + piece, out, kCap), Inflater::State::More);
    EXPECT_EQ(out, "begin again again ");
}

INSTANTIATE_TEST_SUITE_P(Formats, Compression,
                         testing::Values(CompressionFormat::Gzip, CompressionFormat::Zlib, CompressionFormat::Raw));

TEST(CompressionRules, DictionaryShrinksShortTextsAndIsOptional)
{
    const QByteArray dictionary("the commit of Ann, and what it brings");
    const QByteArray text("what the commit of Ann brings");
    const auto packedWith = [&](QByteArrayView known) {
        QByteArray packed;
        Deflater(CompressionFormat::Zlib, Deflater::kFastest, known).feed(text, packed, Deflater::Flush::End);
        return packed;
    };
    const auto unpackedWith = [&](const QByteArray &packed, QByteArrayView known) {
        Inflater inflater(CompressionFormat::Zlib, known);
        QByteArray plain;
        return fedBytewise(inflater, packed, plain) == Inflater::State::Complete ? plain : QByteArray("broken");
    };
    const auto small = packedWith(dictionary);
    EXPECT_LT(small.size(), packedWith({}).size() - 10);
    EXPECT_EQ(unpackedWith(small, dictionary), text);
    EXPECT_EQ(unpackedWith(packedWith({}), dictionary), text) << "packed before there was a dictionary";
    EXPECT_EQ(unpackedWith(small, {}), "broken");
    EXPECT_EQ(unpackedWith(small, QByteArrayView(dictionary).first(10)), "broken") << "a different dictionary";
}

TEST(CompressionRules, ChecksumIsVerified)
{
    for (const auto format : {CompressionFormat::Gzip, CompressionFormat::Zlib}) {
        QByteArray packed;
        Deflater(format, Deflater::kFastest).feed("lynceus", packed, Deflater::Flush::End);
        packed.back() = static_cast<char>(packed.back() ^ 1);
        QByteArray out;
        EXPECT_EQ(Inflater(format).feed(packed, out, kCap), Inflater::State::Broken);
    }
}

TEST(CompressionRules, PartChecksumsCombine)
{
    Crc32 whole;
    whole.add("123456789");
    EXPECT_EQ(whole.value(), 0xcbf43926U); // the check value of CRC-32 for the polynomial of RFC 1952
    Crc32 begin;
    begin.add("1234");
    Crc32 end;
    end.add("56789");
    begin.add(end, 5);
    EXPECT_EQ(begin.value(), whole.value());
}

TEST(CompressionRules, GunzipReportsTheError)
{
    const auto packed = gzipped("lynceus");
    EXPECT_TRUE(isGzip(packed));
    EXPECT_EQ(gunzipped(packed, kCap), QByteArray("lynceus"));
    EXPECT_EQ(gunzipped({}, kCap).error().message, QStringLiteral("the gzip data is incomplete"));
    EXPECT_EQ(gunzipped(packed.chopped(9), kCap).error().message, QStringLiteral("the gzip data is incomplete"));
    EXPECT_EQ(gunzipped("lynceus", kCap).error().message, QStringLiteral("the gzip data is damaged"));
    EXPECT_EQ(gunzipped(packed + packed, kCap).error().message, QStringLiteral("extra data follows the gzip data"));
    EXPECT_EQ(gunzipped(packed, 3).error().kind, Error::Kind::TooLarge);
}

} // namespace lynceus::test
