#include "core/io/store/encoding/blobreader.h"
#include "core/io/store/encoding/blobwriter.h"

#include <limits>
#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr quint32 kMark = 0xfeedbeef;

TEST(Blob, NumbersOfAllSizesRoundTrip)
{
    std::mt19937_64 random(3);
    std::vector<quint64> numbers{0, 1, 127, 128, std::numeric_limits<quint64>::max()};
    for (int round = 0; round < 1'000; ++round)
        numbers.push_back(random() >> (random() % 64));
    BlobWriter writer;
    for (const auto number : numbers)
        writer.number(number);
    const auto bytes = writer.bytes(kMark);
    BlobReader reader(bytes, kMark);
    for (const auto number : numbers)
        ASSERT_EQ(reader.number(), number);
    EXPECT_TRUE(reader.isAtEnd());
    EXPECT_FALSE(reader.isBroken());
}

TEST(Blob, EqualTextsAreStoredOnce)
{
    const auto image = u"ghcr.io/acme/shop-web:1.5.0 ☃ 🚀"_s;
    BlobWriter once;
    once.text(image);
    BlobWriter often;
    for (int time = 0; time < 100; ++time)
        often.text(image);
    EXPECT_LT(often.bytes(kMark).size(), once.bytes(kMark).size() + 100);
    const auto bytes = often.bytes(kMark);
    BlobReader reader(bytes, kMark);
    const auto first = reader.text();
    EXPECT_EQ(first, image);
    EXPECT_EQ(reader.text().constData(), first.constData()) << "both texts share their memory";
}

TEST(Blob, TruncatedBlobIsInvalidAndEmpty)
{
    BlobWriter writer;
    writer.text(u"one"_s);
    writer.text(u"two"_s);
    writer.number(300U);
    const auto bytes = writer.bytes(kMark);
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        BlobReader reader(QByteArrayView(bytes).first(length), kMark);
        std::ignore = reader.text();
        std::ignore = reader.text();
        EXPECT_EQ(reader.number(), 0U) << length;
        EXPECT_TRUE(reader.isBroken()) << length;
        EXPECT_TRUE(reader.text().isEmpty());
    }
    EXPECT_TRUE(BlobReader(bytes, kMark + 1).isBroken()) << "a different entity tag";
}

/// Random bytes must not cause reads outside the buffer, and reading must end.
TEST(Blob, AnyBytesAreReadWithoutHanging)
{
    std::mt19937 random(11);
    int broken = 0;
    for (int round = 0; round < 5'000; ++round) {
        BlobWriter writer;
        writer.text(u"text"_s);
        auto bytes = writer.bytes(kMark);
        for (int each = 0; each < 12; ++each)
            bytes.append(static_cast<char>(random()));
        bytes[5 + static_cast<qsizetype>(random() % 6)] = static_cast<char>(random());
        BlobReader reader(bytes, kMark);
        while (!reader.isAtEnd())
            std::ignore = random() % 2 ? reader.number() : static_cast<quint64>(reader.text().size());
        broken += reader.isBroken() ? 1 : 0;
    }
    EXPECT_GT(broken, 1'000);
}

} // namespace

} // namespace lynceus
