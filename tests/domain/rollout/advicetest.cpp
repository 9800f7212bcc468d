// Advice must not undo a deliberate change.
#include "core/domain/rollout/verdict/advice.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using Kind = Blocker::Kind;

namespace {

struct Case
{
    Kind kind;
    const char *detail;
    Advice advice;
};

TEST(Advice, DependsOnAvailableEvidence)
{
    for (const auto &[kind, detail, advice] : {
             Case{Kind::AutoSyncOff, "", Advice::SyncOrEnableAutoSync},
             Case{Kind::AutoSyncOff, "rolled-back", Advice::AskBeforeSyncing},
             Case{Kind::AutoSyncOff, "applicationset", Advice::CheckApplicationSet},
             Case{Kind::AutoSyncOff, "changed-by-hand", Advice::CommitImage},
             Case{Kind::AutoSyncOff, "something newer", Advice::None},
             Case{Kind::ApplicationsetStep, "fleet", Advice::CheckEarlierSteps},
             Case{Kind::SyncWindow, "", Advice::WaitForWindow},
             Case{Kind::UpdateStrategy, "OnDelete", Advice::ContinueUpdate},
             Case{Kind::UpdateStrategy, "partition 2", Advice::ContinueUpdate},
             Case{Kind::OldPodsLeft, "", Advice::CheckUpdateStrategy},
             Case{Kind::OtherOperation, "", Advice::WaitForOperation},
             Case{Kind::ImageRewritten, "mirror.acme.example/hub", Advice::NameProxy},
             Case{Kind::ImageRewritten, "", Advice::ExpectDigest},
             Case{Kind::Starting, "", Advice::None},
             Case{Kind::WaitingForHook, "", Advice::None},
         }) {
        Blocker blocker;
        blocker.kind = kind;
        blocker.detail = QString::fromLatin1(detail);
        EXPECT_EQ(adviceFor(blocker), advice) << nameOf(kind).toStdString() << ' ' << detail;
    }
}

TEST(Advice, ToSyncIsGivenOnlyIfAutoSyncIsOff)
{
    for (int kind = 0; kind <= static_cast<int>(Kind::Stale); ++kind) {
        for (const auto &detail : {u""_s, u"rolled-back"_s, u"applicationset"_s, u"changed-by-hand"_s, u"OnDelete"_s}) {
            Blocker blocker;
            blocker.kind = static_cast<Kind>(kind);
            blocker.detail = detail;
            const bool mayBe = blocker.kind == Kind::AutoSyncOff && detail.isEmpty();
            EXPECT_EQ(adviceFor(blocker) == Advice::SyncOrEnableAutoSync, mayBe)
                << nameOf(blocker.kind).toStdString() << ' ' << detail.toStdString();
        }
    }
}

} // namespace

} // namespace lynceus
