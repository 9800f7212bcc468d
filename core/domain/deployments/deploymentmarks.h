#pragma once

#include "core/domain/model/status.h"
#include "core/domain/time/time.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// The parts of a source that determine what an application should run. Without the target revision, whose value is in
/// the revision beside it.
struct SourceMark
{
    QString repoUrl;
    QString path;
    QString chart;
    /// Hash of everything else that changes manifests (Helm parameters and values, Kustomize images, …); a hash because
    /// values may contain secrets. 0: nothing else.
    quint64 settings = 0;

    friend bool operator==(const SourceMark &, const SourceMark &) = default;
};

/// What a sync applied: revisions and their sources.
struct AppliedVersion
{
    QStringList revisions;
    std::vector<SourceMark> sources; ///< in the order of revisions; empty if not reported

    friend bool operator==(const AppliedVersion &, const AppliedVersion &) = default;
};

/// The parts of `status.operationState` that tell what is deployed, by whom and whether it succeeded.
struct OperationMark
{
    struct Resource
    {
        bool isHook = false;
        bool isUnchanged = false; ///< "deployment.apps/web unchanged": nothing was applied
        QStringList images;       ///< since 3.1
        /// Pruned, or kept because pruning is off (gitops-engine, ResultCodePruned and ResultCodePruneSkipped): not
        /// part of the version; its images are old.
        bool isPruned = false;

        friend bool operator==(const Resource &, const Resource &) = default;
    };

    OperationPhase phase = OperationPhase::None;
    QString message; ///< without secrets
    std::optional<Instant> startedAt;
    std::optional<Instant> finishedAt; ///< also set while Running: it is then waiting for a retry
    QString user;                      ///< initiatedBy.username
    bool automated = false;
    bool dryRun = false;
    bool isPartial = false;            ///< only selected resources
    bool isSelfHeal = false;           ///< has a count of self-heal attempts (since 2.13)
    AppliedVersion requested;          ///< may be empty: then as in the application
    AppliedVersion applied;            ///< from the result
    bool hasResult = false;            ///< there is a result, possibly not of all resources yet
    std::vector<Resource> resources{}; ///< from the result

    friend bool operator==(const OperationMark &, const OperationMark &) = default;
};

/// An entry of `status.history`: a successful sync of all resources.
struct HistoryMark
{
    qint64 id = 0;
    AppliedVersion version;
    std::optional<Instant> startedAt;
    std::optional<Instant> deployedAt;
    QString user;           ///< empty if automated or not reported (before 2.11)
    bool automated = false; ///< always false before 2.11

    friend bool operator==(const HistoryMark &, const HistoryMark &) = default;
};

/// Data about deployments in one state of an application.
struct DeploymentMarks
{
    QString name;
    QString nameSpace;
    QString uid;
    QString project;
    std::vector<SourceMark> sources; ///< from the spec
    SyncStatus sync = SyncStatus::Unknown;
    QStringList revisions;            ///< from the last comparison
    std::vector<SourceMark> compared; ///< the sources at that time; the spec may be newer
    HealthStatus health = HealthStatus::None;
    QStringList images; ///< of all pods, old and new, including hooks
    std::optional<OperationMark> operation;
    std::vector<HistoryMark> history; ///< oldest first
    QStringList sourceManagers;       ///< last writers of the source's settings; only in a full application
    bool isPending = false;           ///< a sync is requested; the last operation may be hidden meanwhile

    friend bool operator==(const DeploymentMarks &, const DeploymentMarks &) = default;
};

} // namespace lynceus
