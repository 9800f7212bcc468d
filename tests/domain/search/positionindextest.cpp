#include "core/domain/search/positionindex.h"

#include <map>
#include <random>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

namespace lynceus {

TEST(PositionIndex, MatchesAMapAfterAnyChanges)
{
    const auto order = [](const ApplicationKey &left, const ApplicationKey &right) {
        return std::tie(left.instance, left.nameSpace, left.name)
            < std::tie(right.instance, right.nameSpace, right.name);
    };
    for (unsigned seed = 0; seed < 10; ++seed) {
        std::mt19937 random(seed);
        PositionIndex index;
        std::vector<ApplicationKey> rows; // never shrinks: positions of erased keys are used again
        std::vector<int> free;
        std::map<ApplicationKey, int, decltype(order)> truth(order);
        const auto find = [&](const ApplicationKey &key) {
            return index.find(key, [&](int position) { return rows[std::size_t(position)] == key; });
        };
        for (int step = 0; step < 2'000; ++step) {
            const auto word = [&] { return QString(QChar('a' + char(random() % 5))); };
            const ApplicationKey key{word(), word(), word()};
            const auto known = truth.find(key);
            ASSERT_EQ(find(key), known == truth.end() ? -1 : known->second);
            if (known != truth.end()) {
                index.erase(key, known->second);
                free.push_back(known->second);
                truth.erase(known);
            } else {
                int position = int(rows.size());
                if (free.empty()) {
                    rows.push_back(key);
                } else {
                    position = free.back();
                    free.pop_back();
                    rows[std::size_t(position)] = key;
                }
                index.insert(key, position);
                truth.emplace(key, position);
            }
            ASSERT_EQ(index.size(), int(truth.size()));
        }
        for (const auto &[key, position] : truth)
            EXPECT_EQ(find(key), position);
    }
}

} // namespace lynceus
