#include "tests/domain/notify/policyintents.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace test::policy;
using Lines = QStringList;

TEST(NotificationPolicy, NotifiesEachOutcomeOnceExceptCancelled)
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

TEST(NotificationPolicy, ShowsABannerWithinASecond)
{
    PolicyRun run;
    run.watch(ended(watchOf(u"a"_s), Outcome::Failed));
    ASSERT_TRUE(run.policy.wakeAt());
    EXPECT_LE(*run.policy.wakeAt() - run.now, 1s);
}

TEST(NotificationPolicy, VerdictReplacesTheWarningInPlace)
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

TEST(NotificationPolicy, WarningIsWithdrawnOnRecoveryAndNotRepeated)
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
    run.watch(kFailing); // this time it keeps failing
    run.advance(10min);
    EXPECT_EQ(run.news(), Lines{u"show watch:a failing"_s});
}

TEST(NotificationPolicy, IgnoresMomentaryProblems)
{
    PolicyRun run;
    run.watch(kFailing);
    run.advance(100ms);
    run.watch(healed(kFailing));
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines());
}

TEST(NotificationPolicy, FirstLoadIsSilent)
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
    run.watch(ended(kFailing, Outcome::Failed)); // changes after the start are news
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show watch:a failed"_s});
}

TEST(NotificationPolicy, NotifiesStartsOnRequestOnly)
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
        << "a recovered watch does not notify a start";
}

TEST(NotificationPolicy, DisabledNotificationsAreNotShown)
{
    NotificationSettings settings;
    settings.kinds[static_cast<std::size_t>(NoticeKind::Deployed)] = false;
    PolicyRun run(settings);
    run.watch(kFailing);
    run.settle();
    run.watch(ended(healed(kFailing), Outcome::Deployed));
    run.settle();
    EXPECT_EQ(run.news(), Lines({u"show watch:a failing"_s, u"withdraw watch:a"_s})) << "no outdated warning remains";
}

TEST(NotificationPolicy, ReleaseNotifiesOnceAtStartAtEndAndPerFailure)
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
    EXPECT_EQ(end.urgency, Urgency::Normal) << "the failure was already notified";
}

TEST(NotificationPolicy, ReusedReleaseNameIsANewRelease)
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

TEST(NotificationPolicy, UnreachableInstancesAreNotifiedTogetherAfterAMinuteAndOnRecovery)
{
    PolicyRun run;
    for (const auto &id : {u"prod"_s, u"test"_s})
        run.instance(id, InstanceNews::State::Well);
    run.instance(u"prod"_s, InstanceNews::State::Unreachable);
    run.advance(30s);
    run.instance(u"prod"_s, InstanceNews::State::Well); // the server was restarted
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines());
    run.instance(u"prod"_s, InstanceNews::State::Unreachable); // the VPN was disconnected
    run.instance(u"test"_s, InstanceNews::State::Unreachable);
    run.advance(62s);
    EXPECT_EQ(run.news(), Lines{u"show unreachable unreachable"_s});
    EXPECT_EQ(run.shown(u"unreachable"_s).instances.size(), 2U);
    run.instance(u"test"_s, InstanceNews::State::Well);
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"replace unreachable unreachable"_s});
    EXPECT_EQ(run.shown(u"unreachable"_s).instances.size(), 1U);
    EXPECT_EQ(run.shown(u"unreachable"_s).urgency, Urgency::Low) << "does not appear again";
    run.instance(u"prod"_s, InstanceNews::State::Well);
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"replace unreachable back"_s});
    EXPECT_EQ(run.shown(u"unreachable"_s).instances.size(), 2U) << "both were reported as unreachable";
}

TEST(NotificationPolicy, OnlyFurtherUnreachableInstancesAreReportedAgain)
{
    PolicyRun run;
    for (const auto &id : {u"a"_s, u"b"_s, u"c"_s})
        run.instance(id, InstanceNews::State::Well);
    for (const auto &id : {u"a"_s, u"b"_s})
        run.instance(id, InstanceNews::State::Unreachable);
    run.advance(62s);
    EXPECT_EQ(run.news(), Lines{u"show unreachable unreachable"_s});
    run.close(u"unreachable"_s);
    run.instance(u"a"_s, InstanceNews::State::Well);
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines()) << "b was already reported";
    run.instance(u"c"_s, InstanceNews::State::Unreachable);
    run.advance(62s);
    EXPECT_EQ(run.news(), Lines{u"show unreachable unreachable"_s}) << "c was not";
    for (const auto &id : {u"b"_s, u"c"_s})
        run.instance(id, InstanceNews::State::Well);
    run.settle();
    EXPECT_EQ(run.news(), Lines({u"replace unreachable unreachable"_s, u"replace unreachable back"_s}));
    EXPECT_EQ(run.shown(u"unreachable"_s).instances.size(), 3U);
    run.advance(1h);
    run.instance(u"a"_s, InstanceNews::State::Unreachable);
    run.advance(62s);
    EXPECT_EQ(run.news(), Lines{u"replace unreachable unreachable"_s}) << "unreachable again after it was back";
    EXPECT_EQ(run.shown(u"unreachable"_s).instances.size(), 1U);
}

TEST(NotificationPolicy, SecondOutageIsReportedBesideAnotherUnreachableInstance)
{
    PolicyRun run;
    for (const auto &id : {u"a"_s, u"b"_s})
        run.instance(id, InstanceNews::State::Well);
    run.instance(u"a"_s, InstanceNews::State::Unreachable);
    run.advance(62s);
    run.instance(u"b"_s, InstanceNews::State::Unreachable);
    run.advance(1h);
    run.close(u"unreachable"_s);
    run.instance(u"b"_s, InstanceNews::State::Well);
    run.advance(3h);
    std::ignore = run.news();
    run.instance(u"b"_s, InstanceNews::State::Unreachable);
    run.advance(62s);
    EXPECT_EQ(run.news(), Lines{u"show unreachable unreachable"_s});
}

TEST(NotificationPolicy, SignInIsNotifiedWhileWatchesNeedItAndWithdrawn)
{
    PolicyRun run;
    run.instance(u"idle"_s, InstanceNews::State::SignIn); // the state at the start; no watch needs this instance
    run.watch(watchOf(u"a"_s));                           // a watch of prod
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

TEST(NotificationPolicy, ActivatingTheWindowClearsTheCountAndWithdrawsBanners)
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

} // namespace lynceus
