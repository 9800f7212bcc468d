#include "core/domain/time/zonedtime.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

TEST(ZonedTime, IsTheSameInstantInEveryZone)
{
    const struct
    {
        QTimeZone zone;
        QString text;
    } lines[] = {{QTimeZone::utc(), u"2026-11-23T23:32:52Z"_s},
                 {QTimeZone(3600), u"2026-11-24T00:32:52+01:00"_s},
                 {QTimeZone(5 * 3600 + 45 * 60), u"2026-11-24T05:17:52+05:45"_s},
                 {QTimeZone(-9 * 3600 - 30 * 60), u"2026-11-23T14:02:52-09:30"_s}};
    const auto at = *parseRfc3339("2026-11-23T23:32:52Z");
    for (const auto &line : lines) {
        const auto text = formatRfc3339(at, line.zone);
        EXPECT_EQ(text.toStdString(), line.text.toStdString());
        EXPECT_EQ(parseRfc3339(text.toLatin1()), at);
    }
    EXPECT_EQ(formatRfc3339(at + Duration(7), QTimeZone(3600)), u"2026-11-24T00:32:52.007+01:00"_s);
}

TEST(ZonedTime, SentencesShowLocalTimesWithTheirZone)
{
    const auto message =
        u"your sign-in expired at 2026-11-23T23:32:52Z: sign in again (asked 2026-07-01T00:00:00.5Z)"_s;
    EXPECT_EQ(withTimesIn(message, QTimeZone("Asia/Kolkata")).toStdString(),
              "your sign-in expired at 2026-11-24 05:02:52 (Asia/Kolkata): sign in again (asked 2026-07-01 05:30:00 "
              "(Asia/Kolkata))");
    EXPECT_EQ(withTimesIn(u"ended at 2026-11-23T23:32:52Z"_s, QTimeZone("Etc/UTC")).toStdString(),
              "ended at 2026-11-23 23:32:52 (UTC)");
    EXPECT_EQ(nameOf(QTimeZone::utc()), u"UTC"_s);
    for (const auto &words : {u"2026-99-99T23:32:52Z"_s, u"at 2026-11-23T23:32:52+01:00"_s, u"shop-web"_s, QString()})
        EXPECT_EQ(withTimesIn(words, QTimeZone("Asia/Kolkata")), words) << "no time of UTC";
}

} // namespace lynceus::test
