#include "tests/domain/notify/policyintents.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace test::policy;
using testing::ElementsAre;
using Lines = QStringList;

namespace {

WatchRecord heldBy(Blocker::Kind kind)
{
    auto watch = watchOf(u"a"_s);
    watch.verdict.blocker = Blocker{kind, {}, {}, std::nullopt};
    return watch;
}

} // namespace

TEST(NeedsAttention, NotifiesOncePerReason)
{
    PolicyRun run;
    run.watch(watchOf(u"a"_s));
    run.settle();
    run.watch(heldBy(Blocker::Kind::AutoSyncOff));
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show watch:a needs-attention"_s});
    EXPECT_THAT(run.shown(u"watch:a"_s).buttons,
                ElementsAre(NoticeButton::Open, NoticeButton::Extend, NoticeButton::Snooze));
    EXPECT_EQ(run.policy.unseen(), 1);
    run.watch(heldBy(Blocker::Kind::SyncRunning)); // someone started a sync
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"withdraw watch:a"_s});
    run.watch(heldBy(Blocker::Kind::AutoSyncOff));
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines()) << "notified once";
    run.watch(heldBy(Blocker::Kind::Suspended));
    run.settle();
    EXPECT_EQ(run.news(), Lines{u"show watch:a needs-attention"_s}) << "a promotion is a separate reason";
}

TEST(NeedsAttention, DoesNotNotifyProblemsThatResolveThemselves)
{
    for (const auto kind : {Blocker::Kind::NotNoticed, Blocker::Kind::WaitingForWave, Blocker::Kind::Starting,
                            Blocker::Kind::Unreachable, Blocker::Kind::OldPodsLeft}) {
        PolicyRun run;
        run.watch(heldBy(kind));
        run.advance(1h);
        EXPECT_EQ(run.news(), Lines()) << qPrintable(nameOf(kind));
    }
    PolicyRun run;
    run.watch(heldBy(Blocker::Kind::SignIn));
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines()) << "the instance is notified once for all watches";
}

TEST(ParentAttention, ParentOutcomeIsNotifiedWithTheRelease)
{
    auto parent = watchOf(u"a"_s);
    parent.request.release = u"shop 2"_s;
    parent.request.withChildren = true;
    EXPECT_FALSE(newsOf(parent)) << "the start of the release is notified instead";
    parent.verdict.blocker = Blocker{Blocker::Kind::Permission, {}, {}, std::nullopt};
    EXPECT_TRUE(newsOf(parent));
    parent.verdict.outcome = Outcome::Failed;
    EXPECT_TRUE(newsOf(parent)) << "no child was found that could explain the end";
    parent.children = {u"b"_s};
    EXPECT_FALSE(newsOf(parent));
    auto child = watchOf(u"b"_s);
    child.request.release = parent.request.release;
    child.verdict.outcome = Outcome::Failed;
    EXPECT_TRUE(newsOf(child));
    EXPECT_EQ(newsOfRelease({parent.verdict.outcome, child.verdict.outcome})->kind, NoticeKind::Failed);
}

TEST(NeedsAttention, NotifiesAgainAfterASnooze)
{
    PolicyRun run;
    const auto held = heldBy(Blocker::Kind::AutoSyncOff);
    run.watch(held);
    run.settle();
    run.watch(snoozed(held, run.now + 1h));
    run.advance(30min);
    EXPECT_EQ(run.news(), Lines({u"show watch:a needs-attention"_s, u"withdraw watch:a"_s}));
    run.advance(31min);
    EXPECT_EQ(run.news(), Lines{u"show watch:a needs-attention"_s});
}

TEST(NeedsAttention, WaitsForTheEndOfQuietHoursAndCanBeDisabled)
{
    auto settings = quietAtNight();
    settings.kinds[std::size_t(NoticeKind::NeedsAttention)] = false;
    PolicyRun run(settings);
    run.watch(heldBy(Blocker::Kind::AutoSyncOff));
    run.advance(1h);
    EXPECT_EQ(run.news(), Lines());
}

} // namespace lynceus
