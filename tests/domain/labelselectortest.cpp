#include "core/domain/argocd/requests/labelselector.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const std::map<QString, QString> kLabels{
    {u"app"_s, u"shop-web"_s},
    {u"app.kubernetes.io/part-of"_s, u"shop"_s},
    {u"tier"_s, u"3"_s},
    {u"empty"_s, u""_s},
};

struct Case
{
    const char *selector;
    bool matches;
};

class LabelSelectorTable : public ::testing::TestWithParam<Case>
{ };

TEST_P(LabelSelectorTable, SelectsLikeKubernetes)
{
    const auto parsed = parseLabelSelector(QString::fromLatin1(GetParam().selector));
    ASSERT_TRUE(parsed) << parsed.error().message.toStdString();
    EXPECT_EQ(matches(*parsed, kLabels), GetParam().matches) << GetParam().selector;
}

INSTANTIATE_TEST_SUITE_P(All, LabelSelectorTable,
                         ::testing::Values(Case{"", true}, Case{"  ", true}, Case{"app", true}, Case{"!app", false},
                                           Case{"absent", false}, Case{"!absent", true}, Case{"! absent", true},
                                           Case{"app=shop-web", true}, Case{"app==shop-web", true},
                                           Case{"app = shop-web", true}, Case{"app=shop", false},
                                           Case{"app!=shop", true}, Case{"app!=shop-web", false},
                                           Case{"absent!=x", true}, Case{"app in (shop-api, shop-web)", true},
                                           Case{"app in (shop-api)", false}, Case{"app notin (shop-api)", true},
                                           Case{"app notin (shop-web,x)", false}, Case{"absent notin (x)", true},
                                           Case{"absent in (x)", false}, Case{"tier>2", true}, Case{"tier>3", false},
                                           Case{"tier<4", true}, Case{"app>1", false}, Case{"absent<4", false},
                                           Case{"empty=", true}, Case{"app=", false}, Case{"empty in (,x)", true},
                                           Case{"app.kubernetes.io/part-of=shop,tier in (2,3),!gone", true},
                                           Case{"app.kubernetes.io/part-of=shop,tier in (1,2)", false}));

class BadLabelSelector : public ::testing::TestWithParam<const char *>
{ };

TEST_P(BadLabelSelector, IsRejectedWithTheInvalidPart)
{
    const auto parsed = parseLabelSelector(QString::fromLatin1(GetParam()));
    ASSERT_FALSE(parsed) << GetParam();
    EXPECT_EQ(parsed.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(parsed.error().message.startsWith(u"label selector: \""_s)) << parsed.error().message.toStdString();
    EXPECT_FALSE(parsed.error().message.contains(u'\n'));
}

INSTANTIATE_TEST_SUITE_P(All, BadLabelSelector,
                         ::testing::Values(",", "app=,", "=x", "app in shop", "app in (a", "app in (a) b",
                                           "app within (a)", "in (a)", "app>x", "a b", "-app=x", "app=b c", "app=-x",
                                           "/app=x", "Upper.Prefix/app=x", "!", "app(", "a/b/c=x",
                                           "a234567890123456789012345678901234567890123456789012345678901234=x"));

} // namespace

} // namespace lynceus
