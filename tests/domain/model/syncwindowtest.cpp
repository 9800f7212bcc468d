#include "core/domain/syncwindows/syncwindow.h"

#include "core/domain/syncwindows/cronschedule.h"

#include <random>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Instant at(const char *text)
{
    const auto instant = parseRfc3339(text);
    EXPECT_TRUE(instant) << text;
    return instant.value_or(Instant{});
}

std::string next(const char16_t *schedule, const char *after)
{
    const auto parsed = CronSchedule::parse(schedule);
    if (!parsed)
        return "unreadable";
    const auto found = parsed->nextAfter(at(after), at(after) + std::chrono::days(2'000));
    return found ? formatRfc3339(*found).toStdString() : "never";
}

TEST(CronSchedule, FindsTheNextTime)
{
    // 2026-11-23 is a Monday.
    EXPECT_EQ(next(u"* * * * *", "2026-11-23T08:32:52Z"), "2026-11-23T08:33:00Z");
    EXPECT_EQ(next(u"* * * * *", "2026-11-23T08:33:00Z"), "2026-11-23T08:34:00Z") << "strictly after";
    EXPECT_EQ(next(u"0 10 * * *", "2026-11-23T10:00:00Z"), "2026-11-24T10:00:00Z");
    EXPECT_EQ(next(u"0 10 * * *", "2026-11-23T09:59:59.999Z"), "2026-11-23T10:00:00Z");
    EXPECT_EQ(next(u"30 23 31 * *", "2026-11-23T00:00:00Z"), "2026-12-31T23:30:00Z") << "November has no 31st";
    EXPECT_EQ(next(u"0 0 29 2 *", "2026-11-23T00:00:00Z"), "2028-02-29T00:00:00Z");
    EXPECT_EQ(next(u"0 0 30 feb *", "2026-11-23T00:00:00Z"), "never");
    EXPECT_EQ(next(u"*/20 8-10/2 * * *", "2026-11-23T08:40:00Z"), "2026-11-23T10:00:00Z");
    EXPECT_EQ(next(u"5/25 * * * *", "2026-11-23T08:31:00Z"), "2026-11-23T08:55:00Z");
    EXPECT_EQ(next(u"0 0 * * MON-fri", "2026-11-27T00:00:00Z"), "2026-11-30T00:00:00Z");
    EXPECT_EQ(next(u"0 0 * JAN,Mar sun", "2026-11-23T00:00:00Z"), "2027-01-03T00:00:00Z");
    EXPECT_EQ(next(u"0 0 ? * 7", "2026-11-23T00:00:00Z"), "2026-11-29T00:00:00Z");
    EXPECT_EQ(next(u"15,45 1,13 * * *", "2026-11-23T01:45:00Z"), "2026-11-23T13:15:00Z");
    EXPECT_EQ(next(u"0 0 1 1 *", "2026-12-31T23:59:59Z"), "2027-01-01T00:00:00Z");
}

TEST(CronSchedule, EitherOfTwoRestrictedDayFieldsIsEnough)
{
    EXPECT_EQ(next(u"0 0 25 * fri", "2026-11-23T00:00:00Z"), "2026-11-25T00:00:00Z");
    EXPECT_EQ(next(u"0 0 25 * fri", "2026-11-25T00:00:00Z"), "2026-11-27T00:00:00Z");
    EXPECT_EQ(next(u"0 0 */2 * sun", "2026-11-23T00:00:00Z"), "2026-11-25T00:00:00Z") << "a step restricts";
    EXPECT_EQ(next(u"0 0 25 * *", "2026-11-25T00:00:00Z"), "2026-12-25T00:00:00Z")
        << "if both day fields are restricted, either matches";
}

TEST(CronSchedule, RejectsInvalidSchedules)
{
    for (const auto *text : {u"",
                             u"* * * *",
                             u"* * * * * *",
                             u"60 * * * *",
                             u"* 24 * * *",
                             u"* * 0 * *",
                             u"* * 32 * *",
                             u"* * * 13 *",
                             u"* * * * 8",
                             u"-1 * * * *",
                             u"5-1 * * * *",
                             u"1-2-3 * * * *",
                             u"*/0 * * * *",
                             u"*/x * * * *",
                             u"1/2/3 * * * *",
                             u"a * * * *",
                             u"1, * * * *",
                             u"* * * foo *",
                             u"+5 * * * *",
                             u"@daily"})
        EXPECT_FALSE(CronSchedule::parse(text)) << QString::fromUtf16(text).toStdString();
}

TEST(CronSchedule, MatchesAMinuteByMinuteSearch)
{
    std::mt19937 random(17);
    const auto pick = [&random](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    for (int round = 0; round < 60; ++round) {
        const int minute = pick(0, 59);
        const int hour = pick(0, 23);
        const int weekday = pick(0, 6);
        const auto schedule = CronSchedule::parse(u"%1 %2 * * %3"_s.arg(minute).arg(hour).arg(weekday));
        ASSERT_TRUE(schedule);
        const Instant begin = at("2026-11-23T00:00:00Z") + std::chrono::minutes(pick(0, 20'000));
        auto walked = begin + 1min;
        for (;; walked += 1min) {
            const auto day = std::chrono::floor<std::chrono::days>(walked);
            if (walked - day == std::chrono::hours(hour) + std::chrono::minutes(minute)
                && std::chrono::weekday(day).c_encoding() == static_cast<unsigned>(weekday))
                break;
        }
        EXPECT_EQ(schedule->nextAfter(begin, begin + std::chrono::days(8)), std::optional(walked));
    }
}

/// A window and whether the server reports it as active.
struct Assigned
{
    SyncWindow window;
    bool active;
};

SyncWindowBlock block(const std::vector<Assigned> &assigned, const char *now)
{
    SyncWindows windows;
    for (const auto &[window, active] : assigned) {
        windows.assigned.push_back(window);
        if (active)
            windows.active.push_back(window);
    }
    return automatedSyncBlock(windows, at(now));
}

const SyncWindow kAllowDays{u"allow"_s, u"0 8 * * 1-5"_s, u"9h"_s, false};
const SyncWindow kDenyLunch{u"deny"_s, u"0 12 * * *"_s, u"1h"_s, true};
const SyncWindow kDenyNight{u"deny"_s, u"0 22 * * *"_s, u"8h"_s, false};

TEST(SyncWindows, FollowTheServersRules)
{
    EXPECT_FALSE(block({}, "2026-11-23T08:00:00Z").blocked);
    EXPECT_FALSE(block({{kAllowDays, true}}, "2026-11-23T09:00:00Z").blocked);
    EXPECT_FALSE(block({{kDenyLunch, false}}, "2026-11-23T09:00:00Z").blocked);
    EXPECT_TRUE(block({{kAllowDays, false}}, "2026-11-23T07:00:00Z").blocked);
    EXPECT_TRUE(block({{kAllowDays, true}, {kDenyLunch, true}}, "2026-11-23T12:30:00Z").blocked) << "deny wins";
}

TEST(SyncWindows, ReturnTheFirstUnblockedTime)
{
    const auto until = [](const std::vector<Assigned> &assigned, const char *now) {
        const auto found = block(assigned, now);
        EXPECT_TRUE(found.blocked) << now;
        return found.until ? formatRfc3339(*found.until).toStdString() : "unknown";
    };
    EXPECT_EQ(until({{kAllowDays, false}}, "2026-11-23T07:00:00Z"), "2026-11-23T08:00:00Z");
    EXPECT_EQ(until({{kAllowDays, false}}, "2026-11-27T17:00:00Z"), "2026-11-30T08:00:00Z") << "over the weekend";
    EXPECT_EQ(until({{kDenyLunch, true}}, "2026-11-23T12:00:00Z"), "2026-11-23T13:00:00Z");
    EXPECT_EQ(until({{kDenyLunch, true}}, "2026-11-23T12:59:59.999Z"), "2026-11-23T13:00:00Z");
    EXPECT_EQ(until({{kDenyNight, true}}, "2026-11-23T23:59:00Z"), "2026-11-24T06:00:00Z") << "across midnight";
    EXPECT_EQ(until({{kDenyNight, true}}, "2026-12-01T00:30:00Z"), "2026-12-01T06:00:00Z") << "across the month's end";
    EXPECT_EQ(until({{kDenyNight, true}}, "2027-01-01T00:30:00Z"), "2027-01-01T06:00:00Z") << "across the year's end";
    EXPECT_EQ(until({{kAllowDays, false}, {kDenyNight, true}}, "2026-11-24T03:00:00Z"), "2026-11-24T08:00:00Z");
    EXPECT_EQ(
        until({{{u"allow"_s, u"0 12 * * *"_s, u"2h"_s, false}, false}, {kDenyLunch, false}}, "2026-11-23T10:00:00Z"),
        "2026-11-23T13:00:00Z")
        << "the allow window opens under a deny";
    EXPECT_EQ(until({{{u"deny"_s, u"0 */2 * * *"_s, u"90m"_s, false}, true}}, "2026-11-23T10:10:00Z"),
              "2026-11-23T11:30:00Z");
    EXPECT_EQ(until({{{u"deny"_s, u"0,30 9,10 * * *"_s, u"45m"_s, false}, true}}, "2026-11-23T09:10:00Z"),
              "2026-11-23T11:15:00Z")
        << "overlapping starts";
    EXPECT_EQ(until({{{u"allow"_s, u"0 0 15 * *"_s, u"1h"_s, false}, false}}, "2026-11-23T09:10:00Z"),
              "2026-12-15T00:00:00Z");
}

TEST(SyncWindows, WindowsThatNeverEndHaveNoEnd)
{
    EXPECT_EQ(block({{{u"deny"_s, u"* * * * *"_s, u"1h"_s, false}, true}}, "2026-11-23T08:00:00Z"),
              (SyncWindowBlock{true, std::nullopt}));
    EXPECT_EQ(block({{{u"deny"_s, u"0 0 * * *"_s, u"24h"_s, false}, true}}, "2026-11-23T08:00:00Z"),
              (SyncWindowBlock{true, std::nullopt}));
    EXPECT_EQ(block({{{u"allow"_s, u"0 0 30 2 *"_s, u"1h"_s, false}, false}}, "2026-11-23T08:00:00Z"),
              (SyncWindowBlock{true, std::nullopt}));
    EXPECT_EQ(block({{{u"deny"_s, u"0 0 1 1 *"_s, u"9000h"_s, false}, true}}, "2026-11-23T08:00:00Z"),
              (SyncWindowBlock{true, std::nullopt}));
}

TEST(SyncWindows, UnknownTimesAreNotGuessed)
{
    EXPECT_EQ(block({{{u"deny"_s, u"whenever"_s, u"1h"_s, false}, true}}, "2026-11-23T08:00:00Z"),
              (SyncWindowBlock{true, std::nullopt}));
    EXPECT_EQ(block({{{u"deny"_s, u"0 8 * * *"_s, u"long"_s, false}, true}}, "2026-11-23T08:00:00Z"),
              (SyncWindowBlock{true, std::nullopt}));
    // In UTC this window is closed, so the project must have another time zone.
    EXPECT_EQ(block({{kDenyLunch, true}}, "2026-11-23T10:30:00Z"), (SyncWindowBlock{true, std::nullopt}));
}

TEST(SyncWindows, ActiveWindowCountsEvenIfNotAssigned)
{
    SyncWindows windows;
    windows.active.push_back(kDenyLunch);
    const auto found = automatedSyncBlock(windows, at("2026-11-23T12:30:00Z"));
    EXPECT_EQ(found, (SyncWindowBlock{true, at("2026-11-23T13:00:00Z")}));
}

TEST(SyncWindows, RandomWindowsMatchAMinuteByMinuteSearch)
{
    std::mt19937 random(23);
    const auto pick = [&random](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    for (int round = 0; round < 200; ++round) {
        struct Daily
        {
            bool denies;
            int start;  // minute of the day
            int length; // min, less than a day
        };
        std::vector<Daily> daily;
        for (int i = pick(1, 3); i > 0; --i)
            daily.push_back({pick(0, 1) == 1, pick(0, 1'439), pick(1, 1'000)});
        const auto isActive = [](const Daily &window, int minute) {
            return (minute - window.start + 1'440) % 1'440 < window.length;
        };
        const auto isBlocked = [&](int minute) {
            bool allows = false;
            bool allowed = false;
            for (const auto &window : daily) {
                if (window.denies && isActive(window, minute))
                    return true;
                allows = allows || !window.denies;
                allowed = allowed || (!window.denies && isActive(window, minute));
            }
            return allows && !allowed;
        };
        const int now = pick(0, 1'439);
        SyncWindows windows;
        for (const auto &window : daily) {
            windows.assigned.push_back({window.denies ? u"deny"_s : u"allow"_s,
                                        u"%1 %2 * * *"_s.arg(window.start % 60).arg(window.start / 60),
                                        u"%1m"_s.arg(window.length), false});
            if (isActive(window, now))
                windows.active.push_back(windows.assigned.back());
        }
        int end = now;
        while (end < now + 1'440 && isBlocked(end % 1'440))
            ++end;
        const auto midnight = at("2026-11-23T00:00:00Z");
        const auto found = automatedSyncBlock(windows, midnight + std::chrono::minutes(now));
        EXPECT_EQ(found.blocked, isBlocked(now)) << "round " << round;
        if (found.blocked) {
            EXPECT_EQ(found.until,
                      end == now + 1'440 ? std::nullopt : std::optional<Instant>(midnight + std::chrono::minutes(end)))
                << "round " << round;
        }
    }
}

} // namespace
