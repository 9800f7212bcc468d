#include "core/domain/search/fuzzymatch.h"

#include <random>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QStringList found(const QString &typed, const QStringList &names, std::size_t most = 10)
{
    std::vector<FuzzyCandidate> candidates;
    for (const auto &name : names)
        candidates.push_back({name, 0});
    QStringList best;
    for (const auto &hit : bestHits(FuzzyPattern(typed), candidates, most))
        best.push_back(names[hit.candidate]);
    return best;
}

bool isWithin(QStringView letters, QStringView text)
{
    qsizetype at = 0;
    for (const auto letter : text) {
        if (at < letters.size() && letters[at] == letter)
            ++at;
    }
    return at == letters.size();
}

} // namespace

TEST(FuzzyMatch, RanksTheIntendedMatchFirst)
{
    EXPECT_EQ(found(u"web"_s, {u"shop-cobweb"_s, u"wide-elbow"_s, u"shop-web"_s, u"web-shop"_s, u"web"_s}),
              (QStringList{u"web"_s, u"web-shop"_s, u"shop-web"_s, u"shop-cobweb"_s, u"wide-elbow"_s}));
    EXPECT_EQ(found(u"sw"_s, {u"answer"_s, u"shop-web"_s, u"orders"_s}), (QStringList{u"answer"_s, u"shop-web"_s}));
    EXPECT_EQ(found(u"stag web"_s, {u"shop-web production"_s, u"shop-web staging"_s}),
              QStringList{u"shop-web staging"_s});
    EXPECT_TRUE(found(u"xyz"_s, {u"shop-web"_s}).isEmpty());
    EXPECT_EQ(found(u""_s, {u"b"_s, u"a"_s}), (QStringList{u"b"_s, u"a"_s}));
}

TEST(FuzzyMatch, FindsTextsWithTheLettersInOrder)
{
    std::mt19937 random(50);
    const auto word = [&](std::size_t longest) {
        QString text;
        for (auto length = 1 + random() % longest; length > 0; --length)
            text += u"abc-"[random() % 4];
        return text;
    };
    for (int round = 0; round < 20'000; ++round) {
        const auto typed = word(4);
        const auto name = word(10);
        const FuzzyPattern pattern(typed);
        ASSERT_EQ(pattern.score(name) >= 0, isWithin(typed, name)) << qPrintable(typed) << " in " << qPrintable(name);
        QString drawn;
        for (const int place : pattern.places(name))
            drawn += name[place];
        ASSERT_EQ(drawn, isWithin(typed, name) ? typed : QString());
    }
}

TEST(FuzzyMatch, BestMatchesEqualThoseOfAFullSort)
{
    std::mt19937 random(7);
    std::vector<FuzzyCandidate> candidates;
    for (int i = 0; i < 2'000; ++i) {
        QString text;
        for (auto length = 3 + random() % 9; length > 0; --length)
            text += u"abcde-"[random() % 6];
        candidates.push_back({text, int(random() % 3) * 10});
    }
    for (const auto &typed : {u"a"_s, u"ab"_s, u"bed"_s, u"c-a"_s}) {
        const FuzzyPattern pattern(typed);
        std::vector<FuzzyHit> all;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (const int score = pattern.score(candidates[i].lowered); score >= 0)
                all.push_back({int(i), score + candidates[i].bonus});
        }
        std::ranges::stable_sort(all, std::greater<>(), &FuzzyHit::score);
        all.resize(std::min<std::size_t>(all.size(), 50));
        EXPECT_EQ(bestHits(pattern, candidates, 50), all);
    }
}

} // namespace lynceus
