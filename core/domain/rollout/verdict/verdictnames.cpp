#include "core/domain/rollout/verdict/verdict.h"

namespace lynceus {

using namespace Qt::StringLiterals;

QString nameOf(Stage stage)
{
    switch (stage) {
    case Stage::None:
        return u"none"_s;
    case Stage::Noticed:
        return u"noticed"_s;
    case Stage::Applied:
        return u"applied"_s;
    case Stage::Rolling:
        return u"rolling"_s;
    case Stage::Running:
        return u"running"_s;
    case Stage::Stable:
        return u"stable"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting:
        return u"waiting"_s;
    case Outcome::Deployed:
        return u"deployed"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::TimedOut:
        return u"timed-out"_s;
    case Outcome::Superseded:
        return u"superseded"_s;
    case Outcome::Aborted:
        return u"aborted"_s;
    case Outcome::Gone:
        return u"gone"_s;
    case Outcome::SignInNeeded:
        return u"sign-in-needed"_s;
    case Outcome::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(Blocker::Kind kind)
{
    switch (kind) {
    case Blocker::Kind::AutoSyncOff:
        return u"auto-sync-off"_s;
    case Blocker::Kind::SyncWindow:
        return u"sync-window"_s;
    case Blocker::Kind::Suspended:
        return u"suspended"_s;
    case Blocker::Kind::Paused:
        return u"paused"_s;
    case Blocker::Kind::SkipReconcile:
        return u"skip-reconcile"_s;
    case Blocker::Kind::NotNoticed:
        return u"not-noticed"_s;
    case Blocker::Kind::OtherOperation:
        return u"other-operation"_s;
    case Blocker::Kind::WaitingForWave:
        return u"waiting-for-wave"_s;
    case Blocker::Kind::WaitingForHook:
        return u"waiting-for-hook"_s;
    case Blocker::Kind::OldPodsLeft:
        return u"old-pods-left"_s;
    case Blocker::Kind::ControllerStalled:
        return u"controller-stalled"_s;
    case Blocker::Kind::RepoUnreachable:
        return u"repo-unreachable"_s;
    case Blocker::Kind::IgnoredDifference:
        return u"ignored-difference"_s;
    case Blocker::Kind::ImageRewritten:
        return u"image-rewritten"_s;
    case Blocker::Kind::UpdateStrategy:
        return u"update-strategy"_s;
    case Blocker::Kind::OldPodBroken:
        return u"old-pod-broken"_s;
    case Blocker::Kind::ApplicationsetStep:
        return u"applicationset-step"_s;
    case Blocker::Kind::PruningNeeded:
        return u"pruning-needed"_s;
    case Blocker::Kind::Starting:
        return u"starting"_s;
    case Blocker::Kind::NotCreated:
        return u"not-created"_s;
    case Blocker::Kind::DesiredStateError:
        return u"desired-state-error"_s;
    case Blocker::Kind::Unreachable:
        return u"unreachable"_s;
    case Blocker::Kind::SignIn:
        return u"sign-in"_s;
    case Blocker::Kind::Permission:
        return u"permission"_s;
    case Blocker::Kind::Stale:
        return u"stale"_s;
    case Blocker::Kind::SyncAwaited:
        return u"sync-awaited"_s;
    case Blocker::Kind::SyncRunning:
        return u"sync-running"_s;
    case Blocker::Kind::ComparisonAwaited:
        return u"comparison-awaited"_s;
    case Blocker::Kind::RevisionUnproven:
        return u"revision-unproven"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(Cause::Kind kind)
{
    switch (kind) {
    case Cause::Kind::Regressed:
        return u"regressed"_s;
    case Cause::Kind::ImagePull:
        return u"image-pull"_s;
    case Cause::Kind::CrashLoop:
        return u"crash-loop"_s;
    case Cause::Kind::ContainerConfig:
        return u"container-config"_s;
    case Cause::Kind::InitFailed:
        return u"init-failed"_s;
    case Cause::Kind::Unschedulable:
        return u"unschedulable"_s;
    case Cause::Kind::Volume:
        return u"volume"_s;
    case Cause::Kind::Quota:
        return u"quota"_s;
    case Cause::Kind::Readiness:
        return u"readiness"_s;
    case Cause::Kind::ProgressDeadline:
        return u"progress-deadline"_s;
    case Cause::Kind::RolloutAborted:
        return u"rollout-aborted"_s;
    case Cause::Kind::HookFailed:
        return u"hook-failed"_s;
    case Cause::Kind::SyncFailed:
        return u"sync-failed"_s;
    case Cause::Kind::SyncError:
        return u"sync-error"_s;
    case Cause::Kind::ComparisonError:
        return u"comparison-error"_s;
    case Cause::Kind::InvalidSpec:
        return u"invalid-spec"_s;
    case Cause::Kind::AdmissionDenied:
        return u"admission-denied"_s;
    case Cause::Kind::Degraded:
        return u"degraded"_s;
    case Cause::Kind::ImageNotInApplication:
        return u"image-not-in-application"_s;
    case Cause::Kind::Children:
        return u"children"_s;
    case Cause::Kind::PruningNeeded:
        return u"pruning-needed"_s;
    case Cause::Kind::OutOfSync:
        return u"out-of-sync"_s;
    case Cause::Kind::AppDeleted:
        return u"app-deleted"_s;
    case Cause::Kind::SupersededBy:
        return u"superseded-by"_s;
    case Cause::Kind::RolledBack:
        return u"rolled-back"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(Note::Kind kind)
{
    switch (kind) {
    case Note::Kind::AlreadyRunning:
        return u"already-running"_s;
    case Note::Kind::NoPods:
        return u"no-pods"_s;
    case Note::Kind::Suspended:
        return u"suspended"_s;
    case Note::Kind::OldPodsKept:
        return u"old-pods-kept"_s;
    case Note::Kind::OtherTag:
        return u"other-tag"_s;
    case Note::Kind::OtherImage:
        return u"other-image"_s;
    case Note::Kind::OtherWorkload:
        return u"other-workload"_s;
    case Note::Kind::NotInGit:
        return u"not-in-git"_s;
    case Note::Kind::MovingTag:
        return u"moving-tag"_s;
    case Note::Kind::MovingRevision:
        return u"moving-revision"_s;
    case Note::Kind::LaterRevision:
        return u"later-revision"_s;
    case Note::Kind::NothingToApply:
        return u"nothing-to-apply"_s;
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
