#include "core/domain/auth/keychainchunks.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const QString kName = u"Argo CD https://a.example, sign-in [1]"_s;

QByteArray valueOf(qsizetype size, int seed = 0)
{
    QByteArray value;
    value.reserve(size);
    for (qsizetype i = 0; i < size; ++i)
        value.append(static_cast<char>(' ' + (i * 31 + seed * 17 + i / 7) % 95));
    return value;
}

std::vector<QByteArray> partsOf(const KeychainChunks &chunks)
{
    std::vector<QByteArray> parts;
    for (const auto &part : chunks.parts)
        parts.push_back(part.bytes);
    return parts;
}

} // namespace

TEST(KeychainChunks, ValuesRoundTripInBoundedEntries)
{
    for (const qsizetype limit : {qsizetype(256), qsizetype(1'000), kSmallestEntryLimit, qsizetype(0)}) {
        for (qsizetype size = 0; size < 9'000; size += size < 600 ? 1 : 97) {
            const auto value = valueOf(size);
            const auto chunks = keychainChunks(kName, Secret(QByteArray(value)), limit);
            if (limit > 0) {
                EXPECT_LE(chunks.head.size(), limit);
                for (const auto &part : chunks.parts)
                    EXPECT_LE(part.bytes.size(), limit);
            } else {
                EXPECT_TRUE(chunks.parts.empty());
            }
            const auto names = partNames(kName, chunks.head);
            ASSERT_TRUE(names.has_value());
            ASSERT_EQ(names->size(), qsizetype(chunks.parts.size()));
            for (qsizetype i = 0; i < names->size(); ++i)
                EXPECT_EQ(names->at(i), chunks.parts[size_t(i)].name);
            const auto joined = joinedChunks(chunks.head, partsOf(chunks));
            ASSERT_TRUE(joined.has_value()) << limit << ' ' << size;
            EXPECT_EQ(joined->reveal(), value);
        }
    }
}

TEST(KeychainChunks, NewValueDoesNotOverwritePartsOfTheOldOne)
{
    const auto one = keychainChunks(kName, Secret(valueOf(8'000, 1)), kSmallestEntryLimit);
    const auto two = keychainChunks(kName, Secret(valueOf(8'000, 2)), kSmallestEntryLimit);
    QSet<QString> names;
    for (const auto &part : one.parts)
        names.insert(part.name);
    for (const auto &part : two.parts)
        EXPECT_FALSE(names.contains(part.name));
    // A head with the parts of another value is damaged data, not a token.
    EXPECT_FALSE(joinedChunks(one.head, partsOf(two)).has_value());
}

TEST(KeychainChunks, DamageIsDetected)
{
    const auto chunks = keychainChunks(kName, Secret(valueOf(3'000)), kSmallestEntryLimit);
    const auto parts = partsOf(chunks);
    for (qsizetype i = 0; i < chunks.head.size(); ++i) {
        auto damaged = chunks.head;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        EXPECT_FALSE(joinedChunks(damaged, parts).has_value()) << i;
        EXPECT_FALSE(joinedChunks(chunks.head.first(i), parts).has_value()) << i;
    }
    EXPECT_FALSE(joinedChunks(chunks.head, {}).has_value());
    EXPECT_FALSE(joinedChunks(chunks.head, {QByteArray()}).has_value());
}

TEST(KeychainChunks, ForeignEntriesAreNotHeads)
{
    for (const auto *text :
         {"", "password", "lynceus1\n", "lynceus1 0 3 0123456789abcdef", "lynceus2 0 0 0123456789abcdef\n",
          "lynceus1 -1 0 0123456789abcdef\n", "lynceus1 01 0 0123456789abcdef\n",
          "lynceus1 99999999999 0 0123456789abcdef\n", "lynceus1 0 0 0123\n"})
        EXPECT_FALSE(partNames(kName, text).has_value()) << text;
}

} // namespace lynceus
