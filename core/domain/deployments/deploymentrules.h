#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/deployments/deploymentmarks.h"

namespace lynceus {

/// What was known of an application before its newest operation.
struct ApplicationBefore
{
    std::optional<AppliedVersion> settled; ///< with which it was Synced last
    QStringList images;                    ///< of its pods
    QStringList desired;                   ///< of the result of its last successful sync; empty: not known
    HealthStatus health = HealthStatus::None;
    QStringList attempted{}; ///< of the results of later syncs: some of it may have been applied
    /// It was OutOfSync with the version that its last sync applied: being OutOfSync with another one says nothing.
    bool isDrifted = false;

    friend bool operator==(const ApplicationBefore &, const ApplicationBefore &) = default;
};

/// Whether an operation is a deployment, and why not.
enum class DeploymentDecision {
    IsDeployment,
    NotDecided,     ///< it has not said enough yet: ask again with what it says next
    NoOperation,    ///< nothing was synced: scaled, refreshed, pods replaced, only compared
    DryRun,         ///< it changes nothing
    SelfHeal,       ///< what drifted is set back to what it was meant to be
    PartialSync,    ///< selected resources, and no image changed
    Repeat,         ///< the version that the sync before it applied, and no other image
    InSync,         ///< the application was Synced with this version already: others' commits, and drift set back
    NothingApplied, ///< it left all resources unchanged
};

[[nodiscard]] QString nameOf(DeploymentDecision decision);

/// Decides on the newest operation of @p now.
[[nodiscard]] DeploymentDecision decideDeployment(const ApplicationBefore &before, const DeploymentMarks &now);

/// The version that the newest operation applies, as far as it is known; and that of the sync before it.
[[nodiscard]] AppliedVersion versionOfOperation(const DeploymentMarks &marks);
[[nodiscard]] std::optional<AppliedVersion> versionBefore(const std::vector<HistoryMark> &history, Instant startedAt);
/// The same revisions and, where both say them, the same sources.
[[nodiscard]] bool isSameVersion(const AppliedVersion &left, const AppliedVersion &right);

/// Whether the version was Synced already before the operation. Lists do not say with which settings of the sources:
/// then they count as those of @p previous.
[[nodiscard]] bool wasInSync(const ApplicationBefore &before, const std::optional<AppliedVersion> &previous,
                             const AppliedVersion &version);

/// Whether the newest operation says which images it applied: before 3.1, results do not.
[[nodiscard]] bool saysImages(const DeploymentMarks &marks);

/// Old and new versions by repository, in the order of repositories.
[[nodiscard]] std::vector<ImageChange> imageChanges(const ApplicationBefore &before, const DeploymentMarks &now);

/// Sets what the marks say of it: kind, images, chart, revisions, actor.
void describe(Deployment &deployment, const ApplicationBefore &before, const DeploymentMarks &now);
/// Of an entry of the history, after the one before it.
void describe(Deployment &deployment, const std::vector<HistoryMark> &history, std::size_t position);

/// Names the actor of an automated deployment more precisely, from who changed the source's settings last. Only that
/// of a ParameterOverride changes.
void takeManagers(Deployment &deployment, const QStringList &managers);
/// The commit and, if it is Image Updater's, the actor.
void takeCommit(Deployment &deployment, const RevisionMetadata &commit);

} // namespace lynceus
