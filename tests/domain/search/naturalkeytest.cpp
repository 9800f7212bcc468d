#include "core/domain/search/naturalkey.h"

#include "core/domain/text/nearest.h"

#include <random>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(NaturalKeys, SortLikeTheNaturalComparison)
{
    std::mt19937 random(20261123);
    const QString letters = u"aB01239-.zé"_s;
    const auto word = [&] {
        QString text;
        for (auto length = random() % 9; length > 0; --length)
            text += letters[qsizetype(random() % std::size_t(letters.size()))];
        return text;
    };
    for (int i = 0; i < 20'000; ++i) {
        const auto left = word();
        const auto right = word();
        int order = naturalKey(left).compare(naturalKey(right));
        if (order == 0)
            order = left.compare(right);
        const int expected = compareNaturally(left, right);
        ASSERT_EQ(order < 0, expected < 0) << left.toStdString() << " | " << right.toStdString();
        ASSERT_EQ(order > 0, expected > 0) << left.toStdString() << " | " << right.toStdString();
    }
}

} // namespace lynceus
