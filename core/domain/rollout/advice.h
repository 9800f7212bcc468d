#pragma once

#include "core/domain/rollout/verdict.h"

namespace lynceus {

/// What may be suggested against a blocker. Nothing that undoes what somebody did on purpose: pods that an update
/// strategy keeps are not to be deleted, and a rollback, the step of an ApplicationSet or a sync window is not to be
/// overruled by a sync.
enum class Advice {
    None, ///< only waiting helps, or nobody outside can tell what would
    SyncOrEnableAutoSync,
    SyncManually,
    AskBeforeSyncing,
    CheckApplicationSet,
    CommitImage,
    WaitForWindow,
    PromoteOrAccept,
    Resume,
    RemoveSkipReconcile,
    CheckCommit,
    WaitForOperation,
    CheckUpdateStrategy,
    ContinueUpdate,
    CheckController,
    CheckRepository,
    StopIgnoring,
    ExpectDigest,
    NameProxy,
    LookAtPod,
    LookAtEarlierSteps,
    PruneIt,
    FixManifests,
    CheckNetwork,
    SignIn,
    AskForRight,
    CheckCreation,
    CheckDeployments,
};

[[nodiscard]] Advice adviceFor(const Blocker &blocker);

/// It lasts until somebody acts: syncs, promotes, resumes, signs in. What Argo CD, a controller or the network resolves
/// by itself does not, and neither does an ordinary wait.
[[nodiscard]] bool needsPerson(Blocker::Kind kind);

} // namespace lynceus
