#include "tests/domain/notify/policyrun.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace lynceus {

using namespace test::policy;

namespace {

using Lines = QStringList;

const auto kFailing = failing(watchOf(u"a"_s));

NotificationSettings quietAtNight()
{
    NotificationSettings settings;
    settings.quietHours = {true, {20, 0}, {8, 0}};
    return settings;
}

} // namespace

TEST(NotificationPolicy, EachOutcomeIsToldOnceAndACancelledWatchNever)
{
    const std::vector<std::pair<Outcome, QString>> table = {
        {Outcome::Deployed, u"deployed"_s},          {Outcome::Failed, u"failed"_s},
        {Outcome::TimedOut, u"timed-out"_s},         {Outcome::Gone, u"gone"_s},
        {Outcome::Superseded, u"superseded"_s},      {Outcome::Aborted, u"aborted"_s},
        {Outcome::SignInNeeded, u"sign-in-needed"_s}};
    for (const auto &[outcome, name] : table) {
        PolicyRun run;
        run.watch(watchOf(u"a"_s));
        run.settle();
        run.watch(ended(watchOf(u"a"_s), outcome));
        EXPECT_EQ(run.news(), Lines()) << "a moment later others may have joined";
        run.settle();
        run.watch(ended(watchOf(u"a"_s), outcome));
        run.advance(24h);
        EXPECT_EQ(run.news(), Lines{u"show watch:a "_s + name});
        EXPECT_EQ(run.shown(u"watch:a"_s).urgency == Urgency::Critical, isFailure(run.shown(u"watch:a"_s).kind));
        EXPECT_EQ(run.policy.unseen(), 1);
    }
    PolicyRun run;
    run.watch(kFailing);
    run.settle();
    run.watch(ended(kFailing, Outcome::Cancelled));
    run.settle();
    EXPECT_EQ(run.news(), Lines({u"show watch:a failing"_s, u"withdraw watch:a"_s}));
    EXPECT_EQ(run.policy.unseen(), 0);
}

TEST(NotificationPolicy, ABannerComesWithinASecond)
{
    PolicyRun run;
    run.watch(ended(watchOf(u"a"_s), Outcome::Failed));
    ASSERT_TRUE(run.policy.wakeAt());
    EXPECT_LE(*run.policy.wakeAt() - run.now, 1s);
}

TEST(NotificationPolicy, AWarningIsReplacedInPlaceByTheVerdict)
{
    PolicyRun run;
    run.watch(kFailing);
    run.settle();
    EXPECT_THAT(run.shown(u"watch:a"_s).buttons,
                ElementsAre(NoticeButton::Open, NoticeButton::Extend, NoticeButton::Snooze, NoticeButton::CopyCause));
    run.watch(failing(kFailing, Cause::Kind::ImagePull));
    run.settle();
    run.watch(ended(kFailing, Outcome::Failed));
    run.settle();
    EXPECT_EQ(run.news(),
              Lines({u"show watch:a failing"_s, u"replace watch:a failing"_s, u"replace watch:a failed"_s}));
    EXPECT_THAT(run.shown(u"watch:a"_s).buttons, ElementsAre(NoticeButton::Open, NoticeButton::CopyCause));
    EXPECT_EQ(run.policy.unseen(), 1);
}

TEST(NotificationPolicy, AWarningIsTakenBackWhenItHealsAndNotRepeatedEachMinute)
{
    PolicyRun run;
    for (int minute = 0; minute < 15; ++minute) {
        run.watch(kFailing);
        run.advance(30s);
        run.watch(healed(kFailing));
        run.advance(30s);
    }
    EXPECT_EQ(
        run.news(),
        Lines({u"show watch:a failing"_s, u"withdraw watch:a"_s, u"show watch:a failing"_s, u"withdraw watch:a"_s}));
    run.watch(kFailing); // and this time it stays so
    run.advance(10min);
    EXPECT_EQ(run.news(), Lines{u"show watch:a failing"_s});
}

TEST(NotificationPolicy, AnInstantOfTroubleIsNoNews)
{
    PolicyRun run;
    run.watch(kFailing);
    run.advance(100ms);
    run.watch(healed(kFailing));
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines());
}

TEST(NotificationPolicy, TheFirstLoadIsSilent)
{
    PolicyRun run({}, false);
    run.watch(kFailing);
    run.watch(ended(watchOf(u"b"_s), Outcome::Failed));
    run.watch(ended(watchOf(u"c"_s, u"shop"_s), Outcome::Deployed));
    run.instance(u"prod"_s, InstanceNews::State::SignIn);
    run.instance(u"old"_s, InstanceNews::State::Unreachable);
    run.policy.started();
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines());
    EXPECT_EQ(run.policy.unseen(), 0);
    run.watch(ended(kFailing, Outcome::Failed)); // what happens afterwards is news
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show watch:a failed"_s});
}

TEST(NotificationPolicy, AStartIsToldOnRequestOnly)
{
    PolicyRun silent;
    silent.watch(watchOf(u"a"_s));
    silent.settle();
    EXPECT_EQ(silent.news(), Lines());
    NotificationSettings settings;
    settings.kinds[static_cast<std::size_t>(NoticeKind::Started)] = true;
    PolicyRun run(settings);
    run.watch(watchOf(u"a"_s));
    run.settle();
    run.watch(kFailing);
    run.settle();
    run.watch(healed(kFailing));
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines({u"show watch:a started"_s, u"replace watch:a failing"_s, u"withdraw watch:a"_s}))
        << "a watch that heals does not start again";
}

TEST(NotificationPolicy, WhatAPersonSwitchedOffIsNotTold)
{
    NotificationSettings settings;
    settings.kinds[static_cast<std::size_t>(NoticeKind::Deployed)] = false;
    PolicyRun run(settings);
    run.watch(kFailing);
    run.settle();
    run.watch(ended(healed(kFailing), Outcome::Deployed));
    run.settle();
    EXPECT_EQ(run.news(), Lines({u"show watch:a failing"_s, u"withdraw watch:a"_s})) << "no untrue warning is left";
}

TEST(NotificationPolicy, AReleaseSpeaksOnceAtItsStartAtItsEndAndForEachRealFailure)
{
    NotificationSettings settings;
    settings.kinds[static_cast<std::size_t>(NoticeKind::Started)] = true;
    PolicyRun run(settings);
    const QStringList ids{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    for (const auto &id : ids)
        run.watch(watchOf(id, u"shop 2.1"_s));
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show release:shop 2.1 started"_s});
    for (const auto &id : ids.first(3)) {
        run.watch(ended(watchOf(id, u"shop 2.1"_s), Outcome::Deployed));
        run.advance(1min);
    }
    run.watch(ended(failing(watchOf(u"d"_s, u"shop 2.1"_s)), Outcome::Failed));
    run.advance(1min);
    EXPECT_EQ(run.news(), Lines{u"show watch:d failed"_s});
    run.watch(ended(watchOf(u"e"_s, u"shop 2.1"_s), Outcome::Cancelled));
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"replace release:shop 2.1 failed"_s});
    const auto &end = run.shown(u"release:shop 2.1"_s);
    EXPECT_EQ(end.watches.size(), 5U);
    EXPECT_EQ(end.release, u"shop 2.1"_s);
    EXPECT_EQ(end.urgency, Urgency::Normal) << "the failure was told already";
}

TEST(NotificationPolicy, TheSameReleaseNameLaterIsARoundOfItsOwn)
{
    PolicyRun run;
    run.watch(watchOf(u"a"_s, u"nightly"_s));
    run.watch(ended(watchOf(u"a"_s, u"nightly"_s), Outcome::Failed));
    run.settle();
    run.watch(watchOf(u"b"_s, u"nightly"_s));
    run.settle();
    std::ignore = run.news();
    run.watch(ended(watchOf(u"b"_s, u"nightly"_s), Outcome::Deployed));
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show release:nightly deployed"_s});
    EXPECT_EQ(run.shown(u"release:nightly"_s).watches.size(), 1U);
}

TEST(NotificationPolicy, WhatComesTogetherIsMerged)
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

TEST(NotificationPolicy, ManyFailuresAtOnceShareOneBannerAndNoneIsMissing)
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
    EXPECT_EQ(run.news().size(), 6) << "each of them by itself, the last in a new shared one";
    EXPECT_EQ(run.shown(u"failures"_s).watches.size(), 1U);
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
    EXPECT_EQ(run.news().size(), 1) << "what is still true, in one";
    EXPECT_EQ(run.shown(u"summary"_s).watches.size(), 4U);
    EXPECT_EQ(run.shown(u"summary"_s).instances.size(), 1U);
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

TEST(NotificationPolicy, EndingTheMuteTellsAtOnce)
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

TEST(NotificationPolicy, ASnoozedWatchWakesOnChangeOrWhenItsTimeIsOver)
{
    PolicyRun run;
    run.watch(kFailing);
    run.settle();
    run.watch(snoozed(kFailing, run.now + 1h));
    EXPECT_EQ(run.news(), Lines({u"show watch:a failing"_s, u"withdraw watch:a"_s}));
    run.advance(59min);
    EXPECT_EQ(run.news(), Lines());
    run.advance(2min);
    EXPECT_EQ(run.news(), Lines{u"show watch:a failing"_s}) << "still so: it was only put off";

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

TEST(NotificationPolicy, UnreachableInstancesAreToldTogetherAfterAMinuteAndWhenTheyAreBack)
{
    PolicyRun run;
    for (const auto &id : {u"prod"_s, u"test"_s})
        run.instance(id, InstanceNews::State::Well);
    run.instance(u"prod"_s, InstanceNews::State::Unreachable);
    run.advance(30s);
    run.instance(u"prod"_s, InstanceNews::State::Well); // a restart
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines());
    run.instance(u"prod"_s, InstanceNews::State::Unreachable); // the VPN went
    run.instance(u"test"_s, InstanceNews::State::Unreachable);
    run.advance(62s);
    EXPECT_EQ(run.news(), Lines{u"show unreachable unreachable"_s});
    EXPECT_EQ(run.shown(u"unreachable"_s).instances.size(), 2U);
    run.instance(u"test"_s, InstanceNews::State::Well);
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"replace unreachable unreachable"_s});
    run.instance(u"prod"_s, InstanceNews::State::Well);
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"replace unreachable back"_s});
    EXPECT_EQ(run.shown(u"unreachable"_s).instances.size(), 1U);
}

TEST(NotificationPolicy, SignInIsToldWhenSomebodyWaitsForItAndTakenBack)
{
    PolicyRun run;
    run.instance(u"idle"_s, InstanceNews::State::SignIn); // as it was when the program came up, nobody waits
    run.watch(watchOf(u"a"_s));                           // of prod
    run.instance(u"prod"_s, InstanceNews::State::Connecting);
    run.instance(u"prod"_s, InstanceNews::State::SignIn);
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show sign-in:prod sign-in-needed"_s});
    run.instance(u"prod"_s, InstanceNews::State::Well);
    EXPECT_EQ(run.news(), Lines{u"withdraw sign-in:prod"_s});
    run.instance(u"prod"_s, InstanceNews::State::SignIn);
    run.instance(u"prod"_s, InstanceNews::State::SignIn);
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show sign-in:prod sign-in-needed"_s});
}

TEST(NotificationPolicy, LookingAtTheWindowEmptiesTheCountAndTakesTheBannersBack)
{
    PolicyRun run;
    run.watch(ended(watchOf(u"a"_s), Outcome::Deployed));
    run.settle();
    run.seeAll();
    EXPECT_EQ(run.policy.unseen(), 0);
    EXPECT_EQ(run.news(), Lines({u"show watch:a deployed"_s, u"withdraw watch:a"_s}));
    run.advance(24h);
    EXPECT_EQ(run.news(), Lines());
}

TEST(NotificationPolicy, AClockThatIsSetBackDelaysNothing)
{
    PolicyRun run;
    run.settle();
    run.watch(ended(watchOf(u"a"_s), Outcome::Failed));
    run.now -= 3h;
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show watch:a failed"_s});
}

TEST(NotificationPolicy, QuietHoursPassMidnightAndFollowTheCalendar)
{
    const QTimeZone berlin("Europe/Berlin");
    const QuietHours night{true, {20, 0}, {8, 0}};
    const auto at = [&](const QString &text) { return *parseRfc3339(text.toLatin1()); };
    EXPECT_EQ(night.quietUntil(at(u"2026-11-23T18:59:59Z"_s), berlin), std::nullopt); // 19:59:59 there
    EXPECT_EQ(night.quietUntil(at(u"2026-11-23T19:00:00Z"_s), berlin), at(u"2026-11-24T07:00:00Z"_s));
    EXPECT_EQ(night.quietUntil(at(u"2026-11-24T06:59:59Z"_s), berlin), at(u"2026-11-24T07:00:00Z"_s));
    EXPECT_EQ(night.quietUntil(at(u"2026-11-24T07:00:00Z"_s), berlin), std::nullopt);
    // Summer time ends in this night: it is an hour longer.
    EXPECT_EQ(night.quietUntil(at(u"2026-10-24T20:00:00Z"_s), berlin), at(u"2026-10-25T07:00:00Z"_s));
    const QuietHours noon{true, {12, 0}, {13, 0}};
    EXPECT_EQ(noon.quietUntil(at(u"2026-11-23T11:30:00Z"_s), berlin), at(u"2026-11-23T12:00:00Z"_s));
    EXPECT_EQ(noon.quietUntil(at(u"2026-11-23T12:00:00Z"_s), berlin), std::nullopt);
    const QuietHours always{true, {8, 0}, {8, 0}};
    EXPECT_TRUE(always.quietUntil(at(u"2026-11-23T11:30:00Z"_s), berlin));
    EXPECT_FALSE(QuietHours{}.quietUntil(at(u"2026-11-23T23:30:00Z"_s), berlin)) << "switched off";
}

} // namespace lynceus
