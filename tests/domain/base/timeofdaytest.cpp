#include "core/domain/time/timeofday.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString shown(const char *name, TimeOfDay precision)
{
    const QLocale locale(QString::fromLatin1(name));
    return locale.toString(QTime(15, 4, 9), timeOfDayPattern(locale, precision)).replace(u'\u202f', u' ');
}

} // namespace

TEST(TimeOfDay, UsesTheSystemsTwelveOrTwentyFourHours)
{
    struct Case
    {
        const char *locale;
        QString minutes;
        QString seconds;
    };
    for (const auto &[locale, minutes, seconds] :
         {Case{"C", u"15:04"_s, u"15:04:09"_s}, Case{"en_US", u"3:04 PM"_s, u"3:04:09 PM"_s},
          Case{"en_GB", u"15:04"_s, u"15:04:09"_s}, Case{"de_DE", u"15:04"_s, u"15:04:09"_s},
          Case{"es_ES", u"15:04"_s, u"15:04:09"_s}, Case{"fi_FI", u"15.04"_s, u"15.04.09"_s},
          Case{"ko_KR", u"오후 3:04"_s, u"오후 3:04:09"_s}}) {
        EXPECT_EQ(shown(locale, TimeOfDay::Minutes), minutes) << locale;
        EXPECT_EQ(shown(locale, TimeOfDay::Seconds), seconds) << locale;
    }
}

TEST(TimeOfDay, RoundTripsInEachLocale)
{
    const QTime time(15, 4, 9);
    int read = 0;
    for (const auto &locale :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
        const auto usual = locale.timeFormat(QLocale::ShortFormat);
        if (!locale.toTime(locale.toString(time, usual), usual).isValid())
            continue; // Qt 6.4 cannot read its own digits outside the BMP and some of its names of AM and PM
        ++read;
        const auto minutes = timeOfDayPattern(locale, TimeOfDay::Minutes);
        const auto seconds = timeOfDayPattern(locale, TimeOfDay::Seconds);
        EXPECT_FALSE(minutes.contains(u's')) << qPrintable(locale.name() + u' ' + minutes);
        EXPECT_EQ(locale.toTime(locale.toString(time, seconds), seconds), time)
            << qPrintable(locale.name() + u": "_s + seconds + u" "_s + locale.toString(time, seconds));
    }
    EXPECT_GT(read, 400);
}

} // namespace lynceus
