#include "core/domain/board/boardfilter.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

TEST(BoardFilter, MatchesAllWordsInAnyOrderAndCase)
{
    BoardFilter filter;
    const auto matches = [&filter](const QString &text) {
        EXPECT_TRUE(filter.setText(text)) << qPrintable(text);
        return filter.matches(u"w1"_s, [] { return u"shop-web\nstaging\n1.4.0"_s; });
    };
    EXPECT_TRUE(matches(u"  STAGING   shop "_s));
    EXPECT_TRUE(matches(u"1.4"_s));
    EXPECT_FALSE(matches(u"shop production"_s));
    EXPECT_TRUE(matches({}));
    EXPECT_TRUE(matches(u"shop web"_s));
    EXPECT_FALSE(filter.setText(u" shop  web"_s)) << "the same words";
}

TEST(BoardFilter, ComposesATextOnlyWhenItIsNeeded)
{
    BoardFilter filter;
    int composed = 0;
    const auto matches = [&](const QString &watch) {
        return filter.matches(watch, [&composed] {
            ++composed;
            return u"shop-web"_s;
        });
    };
    EXPECT_TRUE(matches(u"w1"_s));
    EXPECT_EQ(composed, 0) << "no filter";
    for (const auto &text : {u"s"_s, u"sh"_s, u"sho"_s}) {
        std::ignore = filter.setText(text);
        EXPECT_TRUE(matches(u"w1"_s));
        EXPECT_TRUE(matches(u"w2"_s));
    }
    EXPECT_EQ(composed, 2) << "once for each watch";
}

TEST(BoardFilter, FindsChangedTexts)
{
    BoardFilter filter;
    std::ignore = filter.setText(u"ada"_s);
    QString note;
    const auto matches = [&](const QString &watch) { return filter.matches(watch, [&note] { return note; }); };
    EXPECT_FALSE(matches(u"w1"_s));
    EXPECT_FALSE(matches(u"w2"_s));
    note = u"ask Ada"_s;
    filter.forget(u"w1"_s);
    EXPECT_TRUE(matches(u"w1"_s));
    EXPECT_FALSE(matches(u"w2"_s)) << "its text is kept";
    filter.forgetAll();
    EXPECT_TRUE(matches(u"w2"_s));
}

} // namespace

} // namespace lynceus
