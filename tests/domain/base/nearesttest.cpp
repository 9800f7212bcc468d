#include "core/domain/text/nearest.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

TEST(Nearest, FindsTheIntendedName)
{
    const QStringList commands{u"wait"_s, u"apps"_s, u"status"_s, u"tree"_s, u"explain"_s, u"replay"_s, u"demo"_s};
    EXPECT_EQ(nearestWords(u"wiat"_s, commands), QStringList{u"wait"_s}) << "a transposition is one edit";
    EXPECT_EQ(nearestWords(u"stauts"_s, commands), QStringList{u"status"_s});
    EXPECT_EQ(nearestWords(u"REPLAY"_s, commands), QStringList{u"replay"_s});
    EXPECT_EQ(nearestWords(u"app"_s, commands).value(0), u"apps"_s);
    EXPECT_EQ(nearestWords(u"xyzzy"_s, commands), QStringList());
    EXPECT_EQ(nearestWords(u"zq"_s, {u"ab"_s}), QStringList()) << "nothing in common";
    EXPECT_EQ(nearestWords(QString(600, u'x'), {QString(600, u'x')}), QStringList()) << "too long for a suggestion";
}

TEST(Nearest, ReturnsFewResultsBestFirst)
{
    const QStringList candidates{u"shop-api"_s, u"shop-web-2"_s, u"shop-web"_s,
                                 u"shop-wed"_s, u"shop-web"_s,   u"shop-wep"_s};
    EXPECT_EQ(nearestWords(u"shop-web"_s, candidates), (QStringList{u"shop-web"_s, u"shop-wed"_s, u"shop-wep"_s}));
    EXPECT_EQ(nearestWords(u"shop-web"_s, candidates, 1), QStringList{u"shop-web"_s});
    EXPECT_EQ(nearestWords(u"shop-web"_s, candidates, 0), QStringList());
}

TEST(NaturalOrder, ComparesNumbersByValue)
{
    QStringList names{u"web-10"_s, u"Web-2"_s, u"web-1"_s, u"api"_s,   u"web"_s,
                      u"web-02"_s, u"10"_s,    u"9"_s,     u"web-2b"_s};
    std::ranges::sort(names,
                      [](const QString &left, const QString &right) { return compareNaturally(left, right) < 0; });
    EXPECT_EQ(names.join(u' ').toStdString(), "9 10 api web web-1 Web-2 web-02 web-2b web-10");
    EXPECT_GT(compareNaturally(u"web-123456789012345678901234567890", u"web-99999999999999999999999999999"), 0);
    EXPECT_EQ(compareNaturally(u"web", u"web"), 0);
    EXPECT_NE(compareNaturally(u"Web", u"web"), 0) << "a total order";
    EXPECT_NE(compareNaturally(u"web-01", u"web-1"), 0);
}

TEST(NaturalOrder, IsAStrictWeakOrder)
{
    std::mt19937 random(5);
    const auto word = [&random] {
        const QString alphabet = u"aAbB012-"_s;
        QString text;
        for (int i = std::uniform_int_distribution<int>(0, 5)(random); i > 0; --i)
            text += alphabet[std::uniform_int_distribution<qsizetype>(0, alphabet.size() - 1)(random)];
        return text;
    };
    const auto sign = [](int value) { return (value > 0) - (value < 0); };
    for (int i = 0; i < 20'000; ++i) {
        const auto a = word();
        const auto b = word();
        const auto c = word();
        ASSERT_EQ(sign(compareNaturally(a, b)), -sign(compareNaturally(b, a)))
            << a.toStdString() << " " << b.toStdString();
        ASSERT_EQ(compareNaturally(a, b) == 0, a == b);
        if (compareNaturally(a, b) < 0 && compareNaturally(b, c) < 0) {
            ASSERT_LT(compareNaturally(a, c), 0) << a.toStdString() << " " << b.toStdString() << " " << c.toStdString();
        }
    }
}

} // namespace
