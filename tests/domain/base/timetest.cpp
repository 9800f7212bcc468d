#include "core/domain/time/time.h"

#include <random>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace std::chrono_literals;

namespace {

constexpr Instant at(std::chrono::milliseconds sinceEpoch)
{
    return Instant(sinceEpoch);
}

constexpr auto kMorning = at(std::chrono::milliseconds(1'795'422'772'000)); // 2026-11-23T08:32:52Z

TEST(Time, ParsesRfc3339OfKubernetes)
{
    const std::pair<const char *, Instant> table[] = {
        {"1970-01-01T00:00:00Z", at(0ms)},
        {"2026-11-23T08:32:52Z", kMorning},
        {"2026-11-23t08:32:52z", kMorning},
        {"2026-11-23T08:32:52.1Z", kMorning + 100ms},
        {"2026-11-23T08:32:52.123456789Z", kMorning + 123ms},
        {"2026-11-23T10:02:52+01:30", kMorning},
        {"2026-11-22T23:32:52-09:00", kMorning},
        {"2024-02-29T00:00:00Z", at(std::chrono::milliseconds(1'709'164'800'000))},
        {"2016-12-31T23:59:60Z", at(std::chrono::milliseconds(1'483'228'800'000))},
        {"1969-12-31T23:59:59.500Z", at(-500ms)},
        {"0001-01-01T00:00:00Z", at(std::chrono::milliseconds(-62'135'596'800'000))},
    };
    for (const auto &[text, instant] : table)
        EXPECT_EQ(parseRfc3339(text), std::optional(instant)) << text;
}

TEST(Time, RejectsInvalidRfc3339)
{
    for (const char *text : {"",
                             "2026-11-23",
                             "2026-11-23T08:32:52",
                             "2026-11-23 08:32:52Z",
                             "2026-11-23T08:32:52Zx",
                             "2026-13-01T00:00:00Z",
                             "2026-02-29T00:00:00Z",
                             "2026-00-10T00:00:00Z",
                             "2026-11-23T24:00:00Z",
                             "2026-11-23T08:60:00Z",
                             "2026-11-23T08:32:61Z",
                             "2026-11-23T08:32:52.Z",
                             "2026-11-23T08:32:52+1:30",
                             "2026-11-23T08:32:52+01:60",
                             "2026-11-23T08:32:52+24:00",
                             "2026-11-23T08:32:52+0130",
                             "+026-11-23T08:32:52Z",
                             "20x6-11-23T08:32:52Z",
                             "2026/11/23T08:32:52Z",
                             "null"})
        EXPECT_EQ(parseRfc3339(text), std::nullopt) << text;
}

TEST(Time, EveryInstantRoundTrips)
{
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> milliseconds(-62'000'000'000'000,
                                                             253'000'000'000'000); // years 5 to 9987
    for (int i = 0; i < 5'000; ++i) {
        const auto instant = at(std::chrono::milliseconds(milliseconds(random)));
        EXPECT_EQ(parseRfc3339(formatRfc3339(instant).toLatin1()), std::optional(instant));
        const auto whole = std::chrono::floor<std::chrono::seconds>(instant);
        EXPECT_EQ(parseHttpDate(formatHttpDate(instant)), std::optional<Instant>(whole));
    }
}

TEST(Time, FormatsOmitZeroMilliseconds)
{
    EXPECT_EQ(formatRfc3339(kMorning).toStdString(), "2026-11-23T08:32:52Z");
    EXPECT_EQ(formatRfc3339(kMorning + 7ms).toStdString(), "2026-11-23T08:32:52.007Z");
    EXPECT_EQ(formatHttpDate(kMorning).toStdString(), "Mon, 23 Nov 2026 08:32:52 GMT");
}

TEST(Time, HttpDatesAreFixdatesOnly)
{
    EXPECT_EQ(parseHttpDate("Mon, 23 Nov 2026 08:32:52 GMT"), std::optional(kMorning));
    for (const char *text :
         {"", "Monday, 23-Nov-26 08:32:52 GMT", "Mon Nov 23 08:32:52 2026", "Mon, 23 Nov 2026 08:32:52 UTC",
          "Mon, 23 Nov 2026 08:32:52 GMT ", "Xyz, 23 Nov 2026 08:32:52 GMT", "Mon, 23 Xyz 2026 08:32:52 GMT",
          "Mon, 31 Feb 2026 08:32:52 GMT", "Mon, 3 Nov 2026 08:32:52 GMT", "Mon", "Mo"})
        EXPECT_EQ(parseHttpDate(text), std::nullopt) << text;
}

TEST(Duration, IsParsedWithUnits)
{
    const std::pair<const char16_t *, Duration> table[] = {
        {u"90s", 90s},     {u"15m", 15min}, {u"1h30m", 90min}, {u"2d", 48h},
        {u"500ms", 500ms}, {u"0s", 0s},     {u"1.5h", 90min},  {u"1d2h3m4s5ms", 26h + 3min + 4s + 5ms},
    };
    for (const auto &[text, duration] : table) {
        const auto parsed = parseDuration(text);
        ASSERT_TRUE(parsed) << parsed.error().message.toStdString();
        EXPECT_EQ(*parsed, duration);
    }
}

TEST(Duration, ErrorShowsAnExample)
{
    const std::pair<const char16_t *, const char *> table[] = {
        {u"", "it is empty"},
        {u"15", "the unit of 15 is missing"},
        {u"m", "a number is missing before \"m\""},
        {u"15x", "\"x\" is not a unit"},
        {u"-5m", "\"-\""},
        {u"5 m", "\" m\" is not a unit"},
        {u"30m1h", "in descending order"},
        {u"1m1m", "in descending order"},
        {u"1.2.3s", "\"1.2.3\" is not a number"},
        {u".s", "\".\" is not a number"},
        {u"40000d", "a hundred years"},
        {u"9999999999999999s", "is not a number"},
        {u"1h30", "the unit of 30 is missing"},
    };
    for (const auto &[text, says] : table) {
        const auto parsed = parseDuration(text);
        ASSERT_FALSE(parsed) << says;
        EXPECT_EQ(parsed.error().kind, Error::Kind::BadInput);
        EXPECT_NE(parsed.error().message.toStdString().find(says), std::string::npos)
            << parsed.error().message.toStdString();
        EXPECT_NE(parsed.error().message.toStdString().find("1h30m"), std::string::npos) << "an example is given";
    }
}

TEST(Duration, IsFormattedBriefly)
{
    const std::pair<Duration, const char *> table[] = {
        {0ms, "0 s"},      {500ms, "500 ms"},   {1'900ms, "1 s"},      {40s, "40 s"},
        {60s, "1 min"},    {90s, "1 min 30 s"}, {15min, "15 min"},     {90min, "1 h 30 min"},
        {1h + 20s, "1 h"}, {50h, "2 d 2 h"},    {-90s, "-1 min 30 s"},
    };
    for (const auto &[duration, text] : table)
        EXPECT_EQ(formatDuration(duration).toStdString(), text);
}

} // namespace
