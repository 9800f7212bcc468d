#pragma once

#include "core/domain/base/time.h"
#include "core/domain/model/status.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// A source as it decides what an application is meant to run. The target revision is left out: what it stood for is
/// in the revision beside it.
struct SourceMark
{
    QString repoUrl;
    QString path;
    QString chart;
    /// Of everything else that changes manifests (Helm parameters and values, Kustomize images, …): its hash, because
    /// values may contain secrets. 0: nothing else.
    quint64 settings = 0;

    friend bool operator==(const SourceMark &, const SourceMark &) = default;
};

/// What a sync applied: revisions and the sources that they belong to.
struct AppliedVersion
{
    QStringList revisions;
    std::vector<SourceMark> sources; ///< in the order of revisions; empty if the server did not say

    friend bool operator==(const AppliedVersion &, const AppliedVersion &) = default;
};

/// `status.operationState`, as far as it says what is deployed, by whom and whether it worked.
struct OperationMark
{
    struct Resource
    {
        bool isHook = false;
        bool isUnchanged = false; ///< "deployment.apps/web unchanged": applying it changed nothing
        QStringList images;       ///< since 3.1
        /// Pruned, or kept because pruning is off (gitops-engine, ResultCodePruned and ResultCodePruneSkipped): no part
        /// of the version, and its images are old ones.
        bool isPruned = false;

        friend bool operator==(const Resource &, const Resource &) = default;
    };

    OperationPhase phase = OperationPhase::None;
    QString message; ///< without secrets
    std::optional<Instant> startedAt;
    std::optional<Instant> finishedAt; ///< also set while Running: then it waits for a retry
    QString user;                      ///< initiatedBy.username
    bool automated = false;
    bool dryRun = false;
    bool isPartial = false;            ///< only selected resources
    bool isSelfHeal = false;           ///< counts its attempts (since 2.13)
    AppliedVersion requested;          ///< may be empty: then what the application says
    AppliedVersion applied;            ///< of the result
    bool hasResult = false;            ///< there is a result, perhaps not of all resources yet
    std::vector<Resource> resources{}; ///< of the result

    friend bool operator==(const OperationMark &, const OperationMark &) = default;
};

/// An entry of `status.history`: a successful sync of everything.
struct HistoryMark
{
    qint64 id = 0;
    AppliedVersion version;
    std::optional<Instant> startedAt;
    std::optional<Instant> deployedAt;
    QString user;           ///< empty if automated or not said (before 2.11)
    bool automated = false; ///< false also before 2.11

    friend bool operator==(const HistoryMark &, const HistoryMark &) = default;
};

/// What an application says of its deployments at one moment.
struct DeploymentMarks
{
    QString name;
    QString nameSpace;
    QString uid;
    QString project;
    std::vector<SourceMark> sources; ///< of the spec
    SyncStatus sync = SyncStatus::Unknown;
    QStringList revisions;            ///< of the last comparison
    std::vector<SourceMark> compared; ///< the sources at that time: the spec may be newer
    HealthStatus health = HealthStatus::None;
    QStringList images; ///< of all pods, old and new, hooks too
    std::optional<OperationMark> operation;
    std::vector<HistoryMark> history; ///< oldest first
    QStringList sourceManagers;       ///< who wrote settings of the source last; only in a whole application
    bool isPending = false;           ///< a sync is requested; the last operation may be hidden meanwhile

    friend bool operator==(const DeploymentMarks &, const DeploymentMarks &) = default;
};

} // namespace lynceus
