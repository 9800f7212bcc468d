#include "core/domain/search/bigramset.h"

#include "core/domain/search/filtermatcher.h"

#include <random>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QString randomText(std::mt19937 &random, std::size_t length)
{
    static const QString letters = u"abcdefgh-:/.19éß한😀"_s;
    QString text;
    while (std::size_t(text.size()) < length)
        text += letters.mid(qsizetype(random() % std::size_t(letters.size())), 1);
    return text;
}

} // namespace

TEST(BigramSet, ContainsEachPartOfItsTexts)
{
    std::mt19937 random(11);
    for (int round = 0; round < 20'000; ++round) {
        const auto text = randomText(random, random() % 40);
        const auto first = text.isEmpty() ? 0 : random() % std::size_t(text.size());
        const auto part = text.mid(qsizetype(first), qsizetype(random() % 8));
        BigramSet asUtf16;
        asUtf16.add(QStringView(text));
        for (const auto &texts : {asUtf16, BigramSet(QByteArrayView(text.toUtf8()))}) {
            BigramSet word;
            word.add(QStringView(part));
            ASSERT_TRUE(texts.mayHold(word)) << qPrintable(text) << " / " << qPrintable(part);
        }
    }
}

TEST(BigramSet, ExcludesMostOtherWords)
{
    BigramSet texts("shop-web\nshop\nghcr.io/acme/shop-web:1.5.0");
    for (const auto *word : {"shopw", "q", "web-", "acme-", "bill", "4711", "1.6"})
        EXPECT_FALSE(texts.mayHold(BigramSet(word))) << word;
    EXPECT_TRUE(texts.mayHold(BigramSet("")));
    EXPECT_FALSE(BigramSet().mayHold(BigramSet("a")));
    texts.add(QByteArrayView("bill-4711"));
    EXPECT_TRUE(texts.mayHold(BigramSet("bill")));
    EXPECT_TRUE(texts.mayHold(BigramSet("web"))) << "earlier content is kept";

    const auto both = BigramSet("catalog") | BigramSet("search");
    for (const auto *word : {"cat", "log", "search"})
        EXPECT_TRUE(both.mayHold(BigramSet(word))) << word;
    EXPECT_FALSE(both.mayHold(BigramSet("mail")));
}

TEST(BigramSet, ExcludesNoMatchingApplication)
{
    std::mt19937 random(12);
    constexpr std::array kFields{"", "", "name:", "project:", "image:", "namespace:", "instance:", "health:", "label:"};
    int leftOut = 0;
    int fitting = 0;
    for (int round = 0; round < 20'000; ++round) {
        const auto name = randomText(random, 1 + random() % 8);
        const auto project = randomText(random, random() % 8);
        const auto image = randomText(random, random() % 12);
        const FilterSubject subject{.name = name,
                                    .nameSpace = randomText(random, 3),
                                    .instance = randomText(random, 3),
                                    .project = project,
                                    .searched = SearchedText(name, project, image),
                                    .health = u"healthy",
                                    .sync = u"synced"};
        QString typed;
        for (auto words = 1 + random() % 2; words > 0; --words) {
            typed += random() % 4 == 0 ? u" -"_s : u" "_s;
            typed += QLatin1StringView(kFields[random() % kFields.size()]);
            typed += randomText(random, 1 + random() % 3);
            if (random() % 4 == 0)
                typed += u',' + randomText(random, 2);
        }
        const FilterMatcher matcher(parseApplicationFilter(typed));
        const bool fits = matcher.fits(subject);
        const BigramSet bigrams(subject.searched.all());
        const bool mayFit = matcher.mayFit(bigrams);
        auto view = subject.view();
        view.bigrams = &bigrams;
        ASSERT_EQ(matcher.fits(view), fits) << qPrintable(typed);
        ASSERT_LE(fits, mayFit) << qPrintable(typed) << " in " << subject.searched.all().toByteArray().constData();
        fitting += fits ? 1 : 0;
        leftOut += mayFit ? 0 : 1;
    }
    EXPECT_GT(fitting, 2'000);
    EXPECT_GT(leftOut, 2'000);
}

} // namespace lynceus
