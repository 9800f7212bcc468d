#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/deployments/deploymentmarks.h"

namespace lynceus {

/// State of an application before its newest operation.
struct ApplicationBefore
{
    std::optional<AppliedVersion> settled; ///< last version with which it was Synced
    QStringList images;                    ///< of its pods
    QStringList desired;                   ///< images in the result of its last successful sync; empty: unknown
    HealthStatus health = HealthStatus::None;
    QStringList attempted{}; ///< images in the results of later syncs; some may have been applied
    /// It was OutOfSync with the version of its last sync. OutOfSync with another version proves nothing.
    bool isDrifted = false;

    friend bool operator==(const ApplicationBefore &, const ApplicationBefore &) = default;
};

/// Whether an operation is a deployment, and if not, why.
enum class DeploymentDecision {
    IsDeployment,
    NotDecided,     ///< not enough data yet; ask again with the next data
    NoOperation,    ///< nothing was synced: scaled, refreshed, pods replaced, only compared
    DryRun,         ///< changes nothing
    SelfHeal,       ///< reverts drift
    PartialSync,    ///< selected resources, and no image changed
    Repeat,         ///< the same version as the previous sync, and no other image
    InSync,         ///< the application was already Synced with this version: unrelated commits, or reverted drift
    NothingApplied, ///< all resources were unchanged
};

[[nodiscard]] QString nameOf(DeploymentDecision decision);

/// Decides about the newest operation in @p now.
[[nodiscard]] DeploymentDecision decideDeployment(const ApplicationBefore &before, const DeploymentMarks &now);

/// The version of the newest operation, as far as known, and of the sync before it.
[[nodiscard]] AppliedVersion versionOfOperation(const DeploymentMarks &marks);
[[nodiscard]] std::optional<AppliedVersion> versionBefore(const std::vector<HistoryMark> &history, Instant startedAt);
/// Same revisions and, if both report them, same sources.
[[nodiscard]] bool isSameVersion(const AppliedVersion &left, const AppliedVersion &right);

/// Whether the version was already Synced before the operation. Lists do not include settings of sources; they count as
/// those of @p previous.
[[nodiscard]] bool wasInSync(const ApplicationBefore &before, const std::optional<AppliedVersion> &previous,
                             const AppliedVersion &version);

/// Whether the result of the newest operation has images; before 3.1, it has not.
[[nodiscard]] bool saysImages(const DeploymentMarks &marks);

/// Old and new versions by repository, sorted by repository.
[[nodiscard]] std::vector<ImageChange> imageChanges(const ApplicationBefore &before, const DeploymentMarks &now);

/// Sets kind, images, chart, revisions and actor from the marks.
void describe(Deployment &deployment, const ApplicationBefore &before, const DeploymentMarks &now);
/// The same for the history entry at @p position, compared with the previous entry.
void describe(Deployment &deployment, const std::vector<HistoryMark> &history, std::size_t position);

/// Refines the actor of an automated deployment from the last writers of the source's settings. Changes only
/// ParameterOverride.
void takeManagers(Deployment &deployment, const QStringList &managers);
/// Sets the commit and, if it is from Image Updater, the actor.
void takeCommit(Deployment &deployment, const RevisionMetadata &commit);

} // namespace lynceus
