#pragma once

#include "core/domain/model/ids.h"
#include "core/domain/model/status.h"
#include "core/domain/time/time.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace lynceus {

/// `status.resources[]`: a top-level object that Argo CD manages.
struct ManagedResourceStatus
{
    ResourceKey key;
    SyncStatus sync = SyncStatus::Unknown;
    Health health; ///< missing in lists since 3.0
    bool hook = false;
    bool requiresPruning = false;
    int syncWave = 0;

    friend bool operator==(const ManagedResourceStatus &, const ManagedResourceStatus &) = default;
};

/// `operationState.syncResult.resources[]`.
struct SyncResultResource
{
    ResourceKey key;
    QString status;    ///< Synced, SyncFailed, Pruned, PruneSkipped; empty while running
    QString hookType;  ///< PreSync, Sync, PostSync, SyncFail, Skip; empty for ordinary resources
    QString hookPhase; ///< valid only together with hookType: ordinary resources always keep "Running"
    QString syncPhase; ///< PreSync, Sync, PostSync: when it was applied or run
    QString message;
    QStringList images; ///< since 3.1

    friend bool operator==(const SyncResultResource &, const SyncResultResource &) = default;
};

struct ApplicationSource
{
    QString repoUrl;
    QString path;
    QString chart;
    QString targetRevision;

    friend bool operator==(const ApplicationSource &, const ApplicationSource &) = default;
};

/// `status.operationState`.
struct OperationState
{
    OperationPhase phase = OperationPhase::None;
    QString message;
    std::optional<Instant> startedAt;
    std::optional<Instant> finishedAt; ///< also set while Running: it is then waiting for a retry
    int retryCount = 0;
    QString initiatedBy; ///< user name; empty if automated
    bool automated = false;
    bool dryRun = false;               ///< operation.sync.dryRun: changes nothing
    std::vector<ResourceKey> selected; ///< operation.sync.resources: only these (without namespace: any); empty: all
    QStringList requestedRevisions;    ///< operation.sync.revision(s)
    QStringList resultRevisions;       ///< syncResult.revision(s); empty without syncResult
    std::vector<ApplicationSource> sources;    ///< syncResult.source(s), in the order of resultRevisions; may be empty
    std::vector<SyncResultResource> resources; ///< syncResult.resources

    friend bool operator==(const OperationState &, const OperationState &) = default;
};

/// `operation` of the application: pending, or just started.
struct PendingOperation
{
    QStringList revisions;
    bool automated = false;

    friend bool operator==(const PendingOperation &, const PendingOperation &) = default;
};

struct ApplicationCondition
{
    QString type; ///< ends with Error, Warning or Info
    QString message;
    std::optional<Instant> since;

    friend bool operator==(const ApplicationCondition &, const ApplicationCondition &) = default;
};

/// `spec.ignoreDifferences[]`: fields whose differences Argo CD ignores.
struct IgnoredDifference
{
    QString group; ///< "*" and other globs, as in the answer
    QString kind;
    QString nameSpace;    ///< empty: any
    QString name;         ///< empty: any
    QStringList fields;   ///< JSON pointers and jq path expressions
    QStringList managers; ///< field managers whose fields are ignored

    friend bool operator==(const IgnoredDifference &, const IgnoredDifference &) = default;
};

/// `status.history[]`, oldest first.
struct DeploymentRecord
{
    qint64 id = 0;
    QStringList revisions;
    std::optional<Instant> startedAt;
    std::optional<Instant> deployedAt;
    QString initiatedBy = {};                    ///< user name; empty if automated or not reported (before 2.11)
    std::vector<ApplicationSource> sources = {}; ///< in the order of revisions; may be empty

    friend bool operator==(const DeploymentRecord &, const DeploymentRecord &) = default;
};

/// The parts of an Application that we read from a list, a GET or a stream. Lists with `fields` leave many of them
/// empty.
struct Application
{
    QString name;
    QString nameSpace; ///< empty if not in the answer: Argo CD's own namespace
    QString uid;
    QString resourceVersion;
    QString project; ///< "default" if spec has none; empty if the answer has no spec
    std::map<QString, QString> labels;
    std::optional<Instant> createdAt;
    std::optional<Instant> deletionTimestamp;
    QString refreshAnnotation;  ///< "normal" or "hard" while a refresh is pending; otherwise empty
    bool skipReconcile = false; ///< annotation: the status is not updated
    QString applicationSet;     ///< name of the owning ApplicationSet; empty if none

    bool autoSync = false;         ///< syncPolicy.automated present and enabled != false
    bool autoSyncDisabled = false; ///< syncPolicy.automated present and enabled == false
    std::vector<IgnoredDifference> ignoredDifferences;
    /// `sources` unless empty, otherwise `source`; with `sourceHydrator`, the source that it writes and Argo CD syncs.
    std::vector<ApplicationSource> sources;
    QString destinationNamespace;
    QString destinationCluster; ///< its name in Argo CD, otherwise its address; empty if not reported

    SyncStatus sync = SyncStatus::Unknown;
    QStringList revisions;                          ///< sync.revision or sync.revisions
    std::vector<ApplicationSource> comparedSources; ///< sync.comparedTo: the sources at the time of the comparison
    /// status.sourceHydrator.lastSuccessfulOperation: the commit with manifests that was made from the dry commit.
    QString hydratedRevision;
    QString dryRevision;
    Health health;
    std::optional<Instant> reconciledAt;
    std::optional<PendingOperation> pendingOperation;
    std::optional<OperationState> operationState;
    std::vector<ApplicationCondition> conditions;
    QStringList summaryImages; ///< union over all pods, old and new, including hooks; for display only
    QStringList externalUrls;
    std::vector<ManagedResourceStatus> resources;
    std::vector<DeploymentRecord> history;

    friend bool operator==(const Application &, const Application &) = default;
};

} // namespace lynceus
