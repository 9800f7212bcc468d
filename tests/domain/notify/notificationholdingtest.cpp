#include "tests/domain/notify/policyintents.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace test::policy;
using Lines = QStringList;

TEST(NotificationPolicy, SimultaneousNotificationsAreMerged)
{
    PolicyRun run;
    for (const auto &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        run.watch(ended(watchOf(id), Outcome::Deployed));
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show summary deployed"_s});
    EXPECT_EQ(run.shown(u"summary"_s).watches.size(), 4U);
    EXPECT_TRUE(run.shown(u"summary"_s).merged);
    run.removeWatch(u"b"_s);
    EXPECT_EQ(run.shown(u"summary"_s).watches.size(), 3U);
}

TEST(NotificationPolicy, ManyConcurrentFailuresShareOneCompleteBanner)
{
    PolicyRun run;
    for (int i = 0; i < 20; ++i)
        run.watch(ended(watchOf(u"w%1"_s.arg(i)), Outcome::Failed));
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show failures failed"_s});
    EXPECT_EQ(run.shown(u"failures"_s).watches.size(), 20U);
    EXPECT_EQ(run.shown(u"failures"_s).urgency, Urgency::Critical);
    run.close(u"failures"_s);
    for (int i = 20; i < 26; ++i) {
        run.watch(ended(watchOf(u"w%1"_s.arg(i)), Outcome::Failed));
        run.settle();
    }
    EXPECT_EQ(run.news().size(), 6) << "each failure separately, the last one in a new shared banner";
    EXPECT_EQ(run.shown(u"failures"_s).watches.size(), 1U);
}

// A typical day of a release manager: of twelve watches at once, four fail.
TEST(NotificationPolicy, EachOfTwelveConcurrentFailuresHasItsOwnBanner)
{
    PolicyRun run;
    for (int i = 0; i < 12; ++i)
        run.watch(watchOf(u"w%1"_s.arg(i, 2, 10, QChar(u'0'))));
    run.settle();
    for (int i = 0; i < 8; ++i)
        run.watch(ended(watchOf(u"w%1"_s.arg(i, 2, 10, QChar(u'0'))), Outcome::Deployed));
    run.watch(failing(watchOf(u"w08"_s)));
    run.watch(failing(watchOf(u"w09"_s), Cause::Kind::ImagePull));
    run.watch(ended(failing(watchOf(u"w10"_s)), Outcome::Failed));
    run.watch(ended(failing(watchOf(u"w11"_s)), Outcome::TimedOut));
    run.settle();
    EXPECT_EQ(run.news(),
              Lines({u"show watch:w08 failing"_s, u"show watch:w09 failing"_s, u"show watch:w10 failed"_s,
                     u"show watch:w11 timed-out"_s, u"show summary deployed"_s}));
    for (const auto &slot : {u"watch:w08"_s, u"watch:w09"_s, u"watch:w10"_s, u"watch:w11"_s})
        EXPECT_THAT(run.shown(slot).buttons, testing::Contains(NoticeButton::CopyCause)) << slot.toStdString();
    EXPECT_EQ(run.shown(u"summary"_s).watches.size(), 8U);
    run.advance(2s);
    EXPECT_EQ(run.news(), Lines()) << "no banner replaces them";
    run.watch(ended(failing(watchOf(u"w08"_s)), Outcome::Failed));
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"replace watch:w08 failed"_s});
}

TEST(NotificationPolicy, MoreThanFiveFailuresShareABannerThatDropsRecoveredOnes)
{
    PolicyRun run;
    for (int i = 0; i < 7; ++i)
        run.watch(failing(watchOf(u"w%1"_s.arg(i))));
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show failures failing"_s});
    EXPECT_EQ(run.shown(u"failures"_s).watches.size(), 7U);
    EXPECT_NE(run.shown(u"failures"_s).urgency, Urgency::Critical) << "nothing has failed yet";
    run.watch(healed(watchOf(u"w0"_s)));
    EXPECT_EQ(run.shown(u"failures"_s).watches.size(), 6U);
}

TEST(NotificationPolicy, NotificationsBeyondTheLimitAreQueued)
{
    PolicyRun run;
    const auto deploy = [&run](int i) {
        run.watch(ended(watchOf(u"w%1"_s.arg(i)), Outcome::Deployed));
        run.settle();
    };
    for (int i = 0; i < 6; ++i)
        deploy(i);
    run.close(u"summary"_s);
    std::ignore = run.news();
    deploy(6);
    deploy(7);
    EXPECT_EQ(run.news(), Lines()) << "six banners came up within a minute";
    EXPECT_EQ(run.policy.unseen(), 8);
    run.advance(10min);
    EXPECT_EQ(run.news(), Lines{u"show summary deployed"_s});
    EXPECT_EQ(run.shown(u"summary"_s).watches.size(), 2U);
}

TEST(NotificationPolicy, ChangesInTheActiveWindowAreNotifiedButNotUnseen)
{
    PolicyRun run;
    run.policy.setInView(true);
    run.watch(kFailing);
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show watch:a failing"_s});
    EXPECT_EQ(run.policy.unseen(), 0);
    run.policy.setInView(false);
    run.watch(ended(kFailing, Outcome::Failed));
    run.settle();
    EXPECT_EQ(run.policy.unseen(), 1);
}

TEST(NotificationPolicy, QuietHoursHoldEverythingButFailures)
{
    PolicyRun run(quietAtNight());
    run.instance(u"prod"_s, InstanceNews::State::Well);
    run.advance(12h); // 21:00
    run.watch(ended(watchOf(u"deployed"_s), Outcome::Deployed));
    run.watch(ended(watchOf(u"superseded"_s), Outcome::Superseded));
    run.watch(ended(watchOf(u"gone"_s), Outcome::Gone));
    run.watch(failing(watchOf(u"failing"_s)));
    run.watch(failing(watchOf(u"healing"_s)));
    run.watch(ended(watchOf(u"failed"_s), Outcome::Failed));
    run.watch(ended(watchOf(u"late"_s), Outcome::TimedOut));
    run.instance(u"prod"_s, InstanceNews::State::SignIn);
    run.advance(2h);
    EXPECT_EQ(run.news(), Lines({u"show watch:failed failed"_s, u"show watch:late timed-out"_s}));
    EXPECT_EQ(run.policy.unseen(), 8) << "held, not lost";
    run.watch(healed(watchOf(u"healing"_s)));
    run.advance(8h + 59min); // 07:59
    EXPECT_EQ(run.news(), Lines());
    run.advance(2min);
    EXPECT_EQ(run.news(), Lines({u"show watch:failing failing"_s, u"show summary sign-in-needed"_s}))
        << "conditions that still hold, with failures by name";
    EXPECT_EQ(run.shown(u"summary"_s).watches.size(), 3U);
    EXPECT_EQ(run.shown(u"summary"_s).instances.size(), 1U);
}

TEST(NotificationPolicy, SettingsDefineExceptionsToQuietHours)
{
    auto settings = quietAtNight();
    settings.inQuietHours.fill(false);
    settings.inQuietHours[std::size_t(NoticeKind::Deployed)] = true;
    PolicyRun run(settings);
    run.advance(12h); // 21:00
    run.watch(ended(watchOf(u"deployed"_s), Outcome::Deployed));
    run.watch(ended(watchOf(u"failed"_s), Outcome::Failed));
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines({u"show watch:deployed deployed"_s}));
    run.advance(10h); // 08:00
    EXPECT_EQ(run.news(), Lines({u"show watch:failed failed"_s})) << "held, not lost";
}

TEST(NotificationPolicy, MutingHoldsEverythingForItsTime)
{
    PolicyRun run;
    NotificationSettings muted;
    muted.mutedUntil = run.now + 1h;
    run.settings(muted);
    run.watch(ended(watchOf(u"a"_s), Outcome::Failed));
    run.watch(ended(watchOf(u"b"_s), Outcome::Deployed));
    run.advance(59min);
    EXPECT_EQ(run.news(), Lines());
    EXPECT_EQ(run.policy.unseen(), 2);
    EXPECT_TRUE(run.policy.failureUnseen());
    run.advance(1min);
    EXPECT_EQ(run.news(), Lines({u"show watch:a failed"_s, u"show watch:b deployed"_s}));
}

TEST(NotificationPolicy, UnmutingNotifiesImmediately)
{
    PolicyRun run;
    NotificationSettings muted;
    muted.mutedUntil = run.now + 1h;
    run.settings(muted);
    run.watch(ended(watchOf(u"a"_s), Outcome::Failed));
    run.advance(1min);
    run.settings({});
    EXPECT_EQ(run.news(), Lines{u"show watch:a failed"_s});
}

TEST(NotificationPolicy, SnoozeEndsOnChangeOrTimeout)
{
    PolicyRun run;
    run.watch(kFailing);
    run.settle();
    run.watch(snoozed(kFailing, run.now + 1h));
    EXPECT_EQ(run.news(), Lines({u"show watch:a failing"_s, u"withdraw watch:a"_s}));
    run.advance(59min);
    EXPECT_EQ(run.news(), Lines());
    run.advance(2min);
    EXPECT_EQ(run.news(), Lines{u"show watch:a failing"_s}) << "the condition still holds and was only postponed";

    PolicyRun other;
    other.watch(kFailing);
    other.settle();
    const auto until = other.now + 1h;
    other.watch(snoozed(kFailing, until));
    std::ignore = other.news();
    other.watch(snoozed(ended(kFailing, Outcome::Failed), until));
    other.settle();
    EXPECT_EQ(other.news(), Lines{u"show watch:a failed"_s}) << "something changed";
}

TEST(NotificationPolicy, ClockSetBackDelaysNothing)
{
    PolicyRun run;
    run.settle();
    run.watch(ended(watchOf(u"a"_s), Outcome::Failed));
    run.now -= 3h;
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show watch:a failed"_s});
}

TEST(NotificationPolicy, QuietHoursSpanMidnightAndFollowTheCalendar)
{
    const QTimeZone berlin("Europe/Berlin");
    const QuietHours night{true, {20, 0}, {8, 0}};
    const auto at = [&](const QString &text) { return *parseRfc3339(text.toLatin1()); };
    EXPECT_EQ(night.quietUntil(at(u"2026-11-23T18:59:59Z"_s), berlin), std::nullopt); // 19:59:59 in Berlin
    EXPECT_EQ(night.quietUntil(at(u"2026-11-23T19:00:00Z"_s), berlin), at(u"2026-11-24T07:00:00Z"_s));
    EXPECT_EQ(night.quietUntil(at(u"2026-11-24T06:59:59Z"_s), berlin), at(u"2026-11-24T07:00:00Z"_s));
    EXPECT_EQ(night.quietUntil(at(u"2026-11-24T07:00:00Z"_s), berlin), std::nullopt);
    // Summer time ends in this night, which is one hour longer.
    EXPECT_EQ(night.quietUntil(at(u"2026-10-24T20:00:00Z"_s), berlin), at(u"2026-10-25T07:00:00Z"_s));
    // 02:00 to 03:00 happens twice.
    const QuietHours untilRepeated{true, {20, 0}, {2, 30}};
    EXPECT_EQ(untilRepeated.quietUntil(at(u"2026-10-25T01:10:00Z"_s), berlin), at(u"2026-10-25T01:30:00Z"_s));
    EXPECT_EQ(untilRepeated.quietUntil(at(u"2026-10-25T01:30:00Z"_s), berlin), std::nullopt);
    EXPECT_GT(untilRepeated.quietUntil(at(u"2026-10-25T00:10:00Z"_s), berlin), at(u"2026-10-25T00:10:00Z"_s));
    const QuietHours noon{true, {12, 0}, {13, 0}};
    EXPECT_EQ(noon.quietUntil(at(u"2026-11-23T11:30:00Z"_s), berlin), at(u"2026-11-23T12:00:00Z"_s));
    EXPECT_EQ(noon.quietUntil(at(u"2026-11-23T12:00:00Z"_s), berlin), std::nullopt);
    const QuietHours always{true, {8, 0}, {8, 0}};
    EXPECT_TRUE(always.quietUntil(at(u"2026-11-23T11:30:00Z"_s), berlin));
    EXPECT_FALSE(QuietHours{}.quietUntil(at(u"2026-11-23T23:30:00Z"_s), berlin)) << "switched off";
}

} // namespace lynceus
