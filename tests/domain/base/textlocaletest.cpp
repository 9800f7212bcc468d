#include "core/domain/text/textlocale.h"

#include <QDateTime>

#include <algorithm>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

TEST(TextLocale, AlwaysUsesWesternDigits)
{
    const auto all = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    ASSERT_GT(all.size(), 100);
    int others = 0;
    for (const auto &system : all) {
        const auto locale = textLocale(system);
        const QDateTime moment(QDate(2026, 11, 30), QTime(23, 45, 6));
        for (const auto &text : {locale.toString(1'234'567'890), locale.toString(moment, u"yyyy-MM-dd HH:mm:ss"_s),
                                 locale.toString(moment.date(), QLocale::ShortFormat)}) {
            EXPECT_TRUE(std::ranges::all_of(text, [](QChar c) { return !c.isDigit() || c.unicode() < 0x80; }))
                << system.name().toStdString() << ": " << text.toStdString();
        }
        others += locale == system ? 0 : 1;
    }
    EXPECT_GT(others, 10);
}

TEST(TextLocale, KeepsOtherSystemSettings)
{
    for (const auto *name : {"de_DE", "en_GB", "pt_BR", "fr_CH", "ja_JP", "ar_MA"}) {
        const QLocale system(QString::fromLatin1(name));
        EXPECT_EQ(textLocale(system), system) << name;
    }
    EXPECT_EQ(textLocale(QLocale(u"ar_EG"_s)).language(), QLocale::English);
    EXPECT_EQ(textLocale(QLocale(u"fa_IR"_s)).toString(1234), u"1,234"_s);
}

} // namespace lynceus
