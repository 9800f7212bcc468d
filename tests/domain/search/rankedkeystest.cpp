#include "core/domain/search/rankedkeys.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace lynceus {

namespace {

/// Few letters and lengths around 8 bytes, so that many keys share prefixes and some are prefixes of others.
QByteArray randomKey(std::mt19937 &random)
{
    QByteArray key;
    for (auto left = random() % 12; left > 0; --left)
        key.append(char("ab\xff"[random() % 3]));
    return key;
}

} // namespace

TEST(RankedKeys, RanksMatchSorting)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::mt19937 random(seed);
        RankedKeys ranked;
        std::vector<std::pair<QByteArray, int>> held; // each key as often as it is held
        for (int step = 0; step < 400; ++step) {
            if (!held.empty() && random() % 3 == 0) {
                const auto gone = held.begin() + std::ptrdiff_t(random() % held.size());
                ranked.release(gone->second);
                held.erase(gone);
            } else {
                const auto key = randomKey(random);
                held.emplace_back(key, ranked.hold(key));
            }
            if (random() % 8 != 0)
                continue;
            const auto &ranks = ranked.ranks();
            std::ranges::sort(held);
            for (std::size_t i = 0; i + 1 < held.size(); ++i) {
                const int rank = ranks[std::size_t(held[i].second)];
                const int next = ranks[std::size_t(held[i + 1].second)];
                ASSERT_EQ(held[i].first == held[i + 1].first, rank == next) << seed << ' ' << step;
                ASSERT_LE(rank, next) << seed << ' ' << step;
            }
        }
    }
}

TEST(RankedKeys, ReusesNumbersOfReleasedKeys)
{
    RankedKeys ranked;
    for (int round = 0; round < 100; ++round) {
        const int number = ranked.hold(QByteArray::number(round));
        EXPECT_EQ(ranked.ranks()[std::size_t(number)], 0);
        ranked.release(number);
        EXPECT_TRUE(std::ranges::all_of(ranked.ranks(), [](int rank) { return rank < 0; }));
    }
    EXPECT_EQ(ranked.numbers(), 1);
}

} // namespace lynceus
