#include "core/domain/rollout/verdict/advice.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Kind = Blocker::Kind;

/// Condition for an advice.
enum class When {
    Always,
    NoDetail,     ///< the blocker has no detail, so nothing shows that it is intentional
    RolledBack,   ///< an operation restored an older deployment
    Owned,        ///< an ApplicationSet owns the application
    ByHand,       ///< the cluster was changed without an operation
    KnownProxy,   ///< a known prefix explains the reference
    UnknownProxy, ///< no known prefix does
    Application,  ///< it is about an application
};

struct Row
{
    Kind kind;
    When when;
    Advice advice;
};

/// The first matching row applies; no row: no advice.
constexpr std::array kTable{
    Row{Kind::AutoSyncOff, When::RolledBack, Advice::AskBeforeSyncing},
    Row{Kind::AutoSyncOff, When::Owned, Advice::CheckApplicationSet},
    Row{Kind::AutoSyncOff, When::ByHand, Advice::CommitImage},
    Row{Kind::AutoSyncOff, When::NoDetail, Advice::SyncOrEnableAutoSync},
    Row{Kind::SyncAwaited, When::Always, Advice::SyncManually},
    Row{Kind::SyncWindow, When::Always, Advice::WaitForWindow},
    Row{Kind::Suspended, When::Always, Advice::PromoteOrAccept},
    Row{Kind::Paused, When::Always, Advice::Resume},
    Row{Kind::SkipReconcile, When::Always, Advice::RemoveSkipReconcile},
    Row{Kind::NotNoticed, When::ByHand, Advice::CommitImage},
    Row{Kind::NotNoticed, When::Always, Advice::CheckCommit},
    Row{Kind::OtherOperation, When::Always, Advice::WaitForOperation},
    Row{Kind::OldPodsLeft, When::Always, Advice::CheckUpdateStrategy},
    Row{Kind::UpdateStrategy, When::Always, Advice::ContinueUpdate},
    Row{Kind::ControllerStalled, When::Always, Advice::CheckController},
    Row{Kind::RepoUnreachable, When::Always, Advice::CheckRepository},
    Row{Kind::IgnoredDifference, When::Always, Advice::StopIgnoring},
    Row{Kind::ImageRewritten, When::KnownProxy, Advice::NameProxy},
    Row{Kind::ImageRewritten, When::UnknownProxy, Advice::ExpectDigest},
    Row{Kind::OldPodBroken, When::Always, Advice::CheckPod},
    Row{Kind::ApplicationsetStep, When::Always, Advice::CheckEarlierSteps},
    Row{Kind::PruningNeeded, When::Always, Advice::PruneIt},
    Row{Kind::DesiredStateError, When::Always, Advice::FixManifests},
    Row{Kind::Unreachable, When::Always, Advice::CheckNetwork},
    Row{Kind::SignIn, When::NoDetail, Advice::SignIn}, // otherwise the message contains the remedy
    Row{Kind::Permission, When::Always, Advice::AskForRight},
    Row{Kind::NotCreated, When::Application, Advice::CheckCreation},
    Row{Kind::RevisionUnproven, When::Always, Advice::CheckDeployments},
};

bool holds(When when, const Blocker &blocker)
{
    switch (when) {
    case When::Always:
        return true;
    case When::NoDetail:
    case When::UnknownProxy:
        return blocker.detail.isEmpty();
    case When::RolledBack:
        return blocker.detail == "rolled-back"_L1;
    case When::Owned:
        return blocker.detail == "applicationset"_L1;
    case When::ByHand:
        return blocker.detail == "changed-by-hand"_L1;
    case When::KnownProxy:
        return !blocker.detail.isEmpty();
    case When::Application:
        return blocker.resource.kind == "Application"_L1;
    }
    return false;
}

} // namespace

Advice adviceFor(const Blocker &blocker)
{
    const auto row = std::ranges::find_if(
        kTable, [&](const Row &candidate) { return candidate.kind == blocker.kind && holds(candidate.when, blocker); });
    return row == kTable.end() ? Advice::None : row->advice;
}

bool needsPerson(Blocker::Kind kind)
{
    switch (kind) {
    case Kind::AutoSyncOff:
    case Kind::SyncWindow:
    case Kind::Suspended:
    case Kind::Paused:
    case Kind::SkipReconcile:
    case Kind::PruningNeeded:
    case Kind::SignIn:
    case Kind::Permission:
        return true;
    case Kind::NotNoticed:
    case Kind::OtherOperation:
    case Kind::WaitingForWave:
    case Kind::WaitingForHook:
    case Kind::OldPodsLeft:
    case Kind::ControllerStalled:
    case Kind::RepoUnreachable:
    case Kind::IgnoredDifference:
    case Kind::ImageRewritten:
    case Kind::UpdateStrategy:
    case Kind::OldPodBroken:
    case Kind::ApplicationsetStep:
    case Kind::Starting:
    case Kind::NotCreated:
    case Kind::DesiredStateError:
    case Kind::Unreachable:
    case Kind::Stale:
    case Kind::SyncAwaited:
    case Kind::SyncRunning:
    case Kind::ComparisonAwaited:
    case Kind::RevisionUnproven:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
