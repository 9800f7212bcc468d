#pragma once

#include "core/domain/rollout/verdict/verdict.h"

namespace lynceus {

/// What Lynceus may suggest for a blocker. Never undoes something intentional: it does not suggest to delete pods that
/// an update strategy keeps, or to sync against a rollback, an ApplicationSet step or a sync window.
enum class Advice {
    None, ///< only waiting helps, or the remedy is unknown
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
    CheckPod,
    CheckEarlierSteps,
    PruneIt,
    FixManifests,
    CheckNetwork,
    SignIn,
    AskForRight,
    CheckCreation,
    CheckDeployments,
};

[[nodiscard]] Advice adviceFor(const Blocker &blocker);

/// Whether the blocker lasts until a user acts: syncs, promotes, resumes, signs in. False for what Argo CD, a
/// controller or the network resolves, and for ordinary waits.
[[nodiscard]] bool needsPerson(Blocker::Kind kind);

} // namespace lynceus
