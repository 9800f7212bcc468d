#include "core/domain/search/applicationfilter.h"

#include "core/domain/search/filtercompletion.h"
#include "core/domain/search/filtermatcher.h"

#include <array>
#include <random>
#include <tuple>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const std::map<QString, QString> kLabels{{u"Team"_s, u"Payments"_s}, {u"tier"_s, u"1"_s}};

FilterSubject shopWeb()
{
    return {.name = u"shop-web"_s,
            .nameSpace = u"argocd"_s,
            .instance = u"staging"_s,
            .project = u"shop"_s,
            .searched = SearchedText(u"shop-web"_s, u"shop"_s, u"ghcr.io/acme/shop-web:1.5.0\nghcr.io/acme/side:2"_s),
            .labels = &kLabels,
            .health = u"degraded",
            .sync = u"outofsync",
            .pinned = false};
}

bool passes(const FilterWords &filter, const FilterSubject &subject)
{
    return FilterMatcher(filter).fits(subject);
}

bool finds(const QString &filter)
{
    return passes(parseApplicationFilter(filter), shopWeb());
}

} // namespace

TEST(FilterWords, AllWordsMustMatch)
{
    for (const auto &filter : {u""_s,
                               u"  "_s,
                               u"web"_s,
                               u"SHOP-Web"_s,
                               u"health:degraded"_s,
                               u"health:deg"_s,
                               u"Health:DEGRADED"_s,
                               u"health:missing,degraded"_s,
                               u"sync:out"_s,
                               u"instance:stag"_s,
                               u"image:shop-web:1.5"_s,
                               u"label:team=payments"_s,
                               u"-project:legacy"_s,
                               u"-is:pinned"_s,
                               u"shop health:degraded instance:staging -image:api"_s,
                               u"namespace:argo"_s,
                               u"name:web"_s,
                               u"ghcr.io/acme/shop-web:1.5.0"_s,
                               u"health:"_s,
                               u"\"shop-web\""_s,
                               u"image:side:2"_s})
        EXPECT_TRUE(finds(filter)) << qPrintable(filter);
    for (const auto &filter :
         {u"api"_s, u"health:healthy"_s, u"-health:degraded"_s, u"project:legacy"_s, u"is:pinned"_s, u"web api"_s,
          u"-web"_s, u"sync:synced"_s, u"\"shop web\""_s, u"name:argocd"_s, u"instance:prod,edge"_s})
        EXPECT_FALSE(finds(filter)) << qPrintable(filter);
}

TEST(FilterWords, InvalidWordsAreReportedAndHideNothing)
{
    const auto misspelt = parseApplicationFilter(u"helth:degraded web");
    ASSERT_EQ(misspelt.tokens.size(), 2);
    EXPECT_EQ(misspelt.tokens[0].problem, u"unknown field helth; did you mean health?"_s);
    EXPECT_TRUE(passes(misspelt, shopWeb()));
    const auto value = parseApplicationFilter(u"health:broken");
    EXPECT_TRUE(value.tokens[0].problem.startsWith(u"broken is not one of healthy"_s));
    EXPECT_TRUE(passes(value, shopWeb()));
}

TEST(FilterWords, ReportsThePositionOfEachWord)
{
    const auto filter = parseApplicationFilter(u"  health:degraded  -\"a b\" x");
    ASSERT_EQ(filter.tokens.size(), 3);
    EXPECT_EQ(filter.tokens[0].start, 2);
    EXPECT_EQ(filter.tokens[0].length, 15);
    EXPECT_EQ(filter.tokens[1].start, 19);
    EXPECT_TRUE(filter.tokens[1].negated);
    EXPECT_EQ(filter.tokens[1].alternatives, QStringList{u"a b"_s});
    EXPECT_EQ(filter.tokens[2].length, 1);
}

TEST(FilterWords, SplittingKeepsEveryCharacter)
{
    std::mt19937 random(6);
    const QString letters = u"ab:,-\" /health:is.="_s;
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (auto length = random() % 24; length > 0; --length)
            text += letters[qsizetype(random() % std::size_t(letters.size()))];
        const auto filter = parseApplicationFilter(text);
        QString rest = text;
        for (auto token = filter.tokens.rbegin(); token != filter.tokens.rend(); ++token) {
            ASSERT_GE(token->start, 0);
            ASSERT_LE(token->start + token->length, rest.size()) << qPrintable(text);
            rest.remove(token->start, token->length);
            // A negated token hides exactly what the token shows, unless the token has no effect.
            auto turned = *token;
            turned.negated = !turned.negated;
            const bool idle = !token->problem.isEmpty() || token->alternatives.isEmpty();
            ASSERT_EQ(passes({{*token}}, shopWeb()) == passes({{turned}}, shopWeb()), idle) << qPrintable(text);
        }
        ASSERT_TRUE(rest.remove(u'"').remove(u'-').trimmed().isEmpty()) << qPrintable(text);
    }
}

TEST(FilterWords, OtherImagesReplaceTheSubjectsImages)
{
    auto subject = shopWeb();
    subject.searched = {};
    const auto finds = [&subject](const QString &filter, const char *images) {
        return FilterMatcher(parseApplicationFilter(filter)).fits(subject, images);
    };
    EXPECT_TRUE(finds(u"image:edge:2"_s, "ghcr.io/acme/edge:2.0"));
    EXPECT_FALSE(finds(u"image:edge:2"_s, "ghcr.io/acme/edge:3.0"));
    EXPECT_TRUE(finds(u"acme/edge shop-web"_s, "ghcr.io/acme/edge:2.0"));
    EXPECT_FALSE(finds(u"-acme/edge"_s, "ghcr.io/acme/edge:2.0"));
    EXPECT_FALSE(finds(u"-shop-web"_s, "ghcr.io/acme/edge:2.0"));
    EXPECT_TRUE(finds(u"-edge"_s, ""));
}

TEST(FilterWords, NonAsciiLettersMatchInAnyCase)
{
    auto subject = shopWeb();
    subject.searched = SearchedText(u"größe-ж"_s, u"çarşı"_s, {});
    for (const auto &filter : {u"GRÖ"_s, u"ö"_s, u"Ж"_s, u"çarş"_s, u"größe-ж"_s})
        EXPECT_TRUE(passes(parseApplicationFilter(filter), subject)) << qPrintable(filter);
    for (const auto &filter : {u"o"_s, u"s"_s, u"é"_s})
        EXPECT_FALSE(passes(parseApplicationFilter(filter), subject)) << qPrintable(filter);
}

TEST(FilterWords, NarrowingShowsNothingThatWasHidden)
{
    std::mt19937 random(7);
    const auto word = [&random] {
        constexpr std::array kValues{"w",       "we", "web", "web,api", "a", "ap", "api",
                                     "healthy", "he", "deg", "p",       "",  "out"};
        constexpr std::array kFields{"", "", "", "name:", "health:", "image:", "is:", "project:", "nothing:"};
        return (random() % 3 == 0 ? u"-"_s : QString()) + QLatin1StringView(kFields[random() % kFields.size()])
            + QLatin1StringView(kValues[random() % kValues.size()]);
    };
    const auto subject = [&random] {
        const auto text = [&random] {
            constexpr std::array kTexts{"web", "api", "wap", "we-ap", "shop"};
            return QString(QLatin1StringView(kTexts[random() % kTexts.size()]));
        };
        const auto name = text();
        const auto project = text();
        return FilterSubject{.name = name,
                             .project = project,
                             .searched = SearchedText(name, project, text()),
                             .health = random() % 2 ? u"healthy" : u"degraded",
                             .sync = u"outofsync",
                             .pinned = random() % 2 == 0};
    };
    int narrowing = 0;
    for (int round = 0; round < 4'000; ++round) {
        const auto before = parseApplicationFilter(random() % 2 ? word() : word() + u' ' + word());
        const auto next = parseApplicationFilter(random() % 2 ? word() : word() + u' ' + word());
        if (!narrows(next, before))
            continue;
        ++narrowing;
        for (int i = 0; i < 20; ++i) {
            const auto each = subject();
            ASSERT_LE(passes(next, each), passes(before, each));
        }
    }
    EXPECT_GT(narrowing, 200);
}

TEST(FilterWords, ContinuedTypingNarrows)
{
    const auto all = u"image:web health:deg -project:shop api"_s;
    for (const auto &[next, before, narrow] : {
             std::tuple{u"shop"_s, u"sho"_s, true},
             std::tuple{u"sho"_s, u"shop"_s, false},
             std::tuple{u"-sho"_s, u"-shop"_s, true},
             std::tuple{u"-shop"_s, u"-sho"_s, false},
             std::tuple{u"health:d"_s, u"health:"_s, true},
             std::tuple{u"web api"_s, u"web"_s, true},
             std::tuple{u"api web"_s, u"web"_s, false}, // also narrows, but this is not detected
             std::tuple{u"health:deg,mis"_s, u"health:deg"_s, false},
             std::tuple{all, QString(), true},
             std::tuple{QString(), all, false},
         })
        EXPECT_EQ(narrows(parseApplicationFilter(next), parseApplicationFilter(before)), narrow) << qPrintable(next);
}

TEST(FilterCompletion, OffersFieldsThenValues)
{
    const FilterVocabulary vocabulary{.instances = {u"production"_s, u"staging"_s, u"the edge"_s},
                                      .projects = {u"shop"_s}};
    auto completion = completionAt(u"web he"_s, 6, vocabulary);
    EXPECT_EQ(completion.candidates, QStringList{u"health:"_s});
    EXPECT_EQ(completion.start, 4);
    EXPECT_EQ(completion.length, 2);
    completion = completionAt(u"-in"_s, 3, vocabulary);
    EXPECT_EQ(completion.candidates, QStringList{u"instance:"_s});
    EXPECT_EQ(completion.start, 1);
    completion = completionAt(u"instance:"_s, 9, vocabulary);
    EXPECT_EQ(completion.candidates, (QStringList{u"production"_s, u"staging"_s, u"\"the edge\""_s}));
    completion = completionAt(u"instance:staging,pr rest"_s, 19, vocabulary);
    EXPECT_EQ(completion.candidates, QStringList{u"production"_s});
    EXPECT_EQ(completion.start, 17);
    EXPECT_EQ(completion.length, 2);
    EXPECT_TRUE(completionAt(u"wobble"_s, 6, vocabulary).candidates.isEmpty());
    EXPECT_TRUE(completionAt(u""_s, 0, vocabulary).candidates.isEmpty());
    EXPECT_TRUE(completionAt(u"health:degraded"_s, 15, vocabulary).candidates.isEmpty());
}

TEST(FilterCompletion, OffersTheFirstOfManyInNaturalOrder)
{
    FilterVocabulary vocabulary;
    for (int i = 20'000; i > 0; --i)
        vocabulary.images.append(u"service-%1"_s.arg(i));
    auto candidates = completionAt(u"image:"_s, 6, vocabulary).candidates;
    EXPECT_EQ(candidates.size(), kMostCandidates);
    EXPECT_EQ(candidates.first(3), (QStringList{u"service-1"_s, u"service-2"_s, u"service-3"_s}));
    candidates = completionAt(u"image:service-19999"_s, 19, vocabulary).candidates;
    EXPECT_TRUE(candidates.isEmpty()) << "the word is complete";
    candidates = completionAt(u"image:999"_s, 9, vocabulary).candidates;
    EXPECT_EQ(candidates.size(), 20 + 18) << "in the middle, too";
    EXPECT_EQ(candidates.front(), u"service-999"_s);
}

TEST(FilterCompletion, AcceptedCompletionIsValid)
{
    const FilterVocabulary vocabulary{{u"prod"_s, u"the edge"_s}, {u"shop"_s}, {u"argocd"_s}, {u"web"_s}};
    for (const auto &field : filterFieldNames()) {
        const QString typed = field + u':';
        const auto completion = completionAt(typed, typed.size(), vocabulary);
        for (const auto &candidate : completion.candidates) {
            const auto filter = parseApplicationFilter(typed + candidate);
            ASSERT_EQ(filter.tokens.size(), 1);
            EXPECT_TRUE(filter.tokens[0].problem.isEmpty()) << qPrintable(typed + candidate);
            EXPECT_EQ(nameOf(filter.tokens[0].field), field);
        }
    }
}

} // namespace lynceus
