#pragma once

#include "core/domain/rollout/expectation/imagematcher.h"
#include "core/domain/rollout/verdict/verdict.h"

#include <QSet>

namespace lynceus {

/// Evidence that counts only after it was present without interruption for some time.
struct SustainedCondition
{
    std::optional<Instant> since;

    void keep(bool present, Instant at)
    {
        if (!present)
            since.reset();
        else if (!since)
            since = at;
    }
    [[nodiscard]] bool lasted(Duration limit, Instant at) const { return since && at - *since >= limit; }
};

/// Which expected images one source has shown as desired state.
struct ShownBy
{
    ImageMask images = 0;     ///< ever shown by this source
    SustainedCondition shown; ///< all are shown now (manifests only)
    SustainedCondition moved; ///< other images are shown in their place now
};

struct FailedHook
{
    Instant since{};
    QString uid; ///< of the failed Job; another uid is another attempt
    int attempt = 1;
    QString message;
    bool isAfterPreSync = false; ///< a Sync or PostSync hook
};

/// A target workload with health Degraded.
struct DegradedWorkload
{
    Instant since{}; ///< without a known interruption and without a new pod becoming ready
    int ready = 0;   ///< highest number of its ready new pods since then
};

/// A resource that cluster, API or project refuse at each attempt of an operation.
struct RefusedResource
{
    Instant since{};
    QString message; ///< without the parts that differ between attempts
};

/// The pods of a workload that has neither a health nor a known number of pods.
struct PodSet
{
    QSet<QString> uids;
    Instant since{};    ///< the set is unchanged since then
    qsizetype most = 0; ///< size of the largest set
};

/// State for an expected revision, chart version or next version. Revisions are those of all sources, in order.
struct RevisionMemory
{
    bool isBaselineKnown = false;
    std::vector<QStringList> baseline; ///< revisions that ran, were desired or were being applied at the beginning
    qint64 baselineDeployment = -1;    ///< newest entry of the history at the beginning
    std::vector<int> namedBefore;      ///< sources whose targetRevision already was the expected name at the beginning
    SustainedCondition desired;        ///< Argo CD compares with the expected version
    bool wasDesired = false;           ///< at some time; false if only an operation for it was seen
    SustainedCondition moved;          ///< it was desired, and the previous version is desired again
    std::optional<Instant> syncBegan;  ///< start of the first sync of the version that was seen
    /// Pods (by uid) and workloads (with the generation of the live manifest) that were already broken before the sync
    /// of the version began, and still are.
    QSet<QString> brokenBefore;
    QHash<ResourceKey, QString> degradedBefore;
    SustainedCondition idle; ///< desired and Synced, without an operation that applied it
    // From the newest observation; not stored.
    bool isApplied = false; ///< operation, history or comparison prove that it was applied
    bool isIdle = false;    ///< nothing had to be applied
    QString later;          ///< revision that was applied after it
    std::optional<Blocker> unproven;
    bool isReplaced = false; ///< the previous version has replaced it again
};

/// What earlier observations proved; see Judge.
struct RolloutMemory
{
    explicit RolloutMemory(const Expectation &expectation)
        : matcher(expectation)
        , isByRevision(!expectation.version.isImages())
    { }

    /// Compares with the expected images, or with those of all desired manifests if another version is expected.
    ImageMatcher matcher;
    bool isByRevision = false; ///< derived from the expectation
    RevisionMemory revision;

    // Newest data of each source; answers that arrive after newer ones are ignored.
    Timestamped<Application> application;
    Timestamped<ResourceTree> tree;
    Timestamped<ManagedResources> managed;

    // Baseline: the first observation of each source.
    QString uid;
    std::optional<QString> baselineOperation; ///< operationKey(); empty before the first application
    std::optional<QHash<ResourceKey, QStringList>> baselineImages;
    std::optional<QStringList> baselineLive; ///< images of the workloads in the cluster; git may have had newer ones
    std::optional<QStringList> baselinePods; ///< images of the pods; pods of an earlier template may still have run
    /// When manifests first did not show the images: earlier failures cannot be due to them.
    std::optional<Instant> notShownAt;
    std::optional<Instant> lackedAt; ///< when manifests last lacked some of them

    // Desired state.
    bool noticed = false;
    Instant noticedAt{};
    ShownBy manifests;
    ShownBy operation;
    QString showingOperation;         ///< operationKey() of the operation whose result showed the images
    QSet<QStringList> imageRevisions; ///< revisions (of all sources) at which a target manifest showed them
    QStringList revisions;            ///< of the application, and since when
    Instant revisionsSince{};
    QStringList otherImages;   ///< appeared before ours was noticed
    SustainedCondition absent; ///< no desired manifest contains the repository

    // Progress.
    QByteArray changeMark; ///< fingerprint; equal for sources that belong together
    Instant changedAt{};
    Instant manifestsChangedAt{};
    std::optional<Instant> completeAt; ///< last complete observation
    bool appliedOnce = false;
    SustainedCondition applied; ///< stage is Applied or later
    /// Newest history entry when a complete observation showed that the images were not applied; -1: none.
    std::optional<qint64> deploymentBefore;
    /// Fingerprint of stage, pod counts and states of the new pods, and since when it is unchanged.
    QByteArray stillMark;
    Instant stillSince{};
    bool podsWereSeen = false;
    QSet<ResourceKey> hadPods;          ///< custom kinds that had pods at some time
    bool ranAtFirst = false;            ///< the first complete observation showed it running
    bool tagCameAgain = false;          ///< pods of an older revision also ran the images
    QSet<ResourceKey> wellAfterApplied; ///< target workloads that were not Degraded at some time since then

    // Bake time.
    std::optional<Instant> runningSince; ///< first time that everything ran
    Duration baked{0};
    std::optional<Instant> bakedUntil; ///< last observation that was counted
    std::optional<Instant> bakeDoneAt; ///< when it was long enough; a later read must confirm it

    // Failing evidence.
    Instant treeSeenAt{};
    SustainedCondition podsBroken; ///< some pod is broken, without interruption and without another pod becoming ready
    QHash<QString, Instant> brokenSince; ///< by pod uid
    int mostReady = 0;                   ///< highest number of ready pods of the release
    QHash<ResourceKey, DegradedWorkload> degraded;
    SustainedCondition conditions;
    SustainedCondition operationFailed;
    QHash<QString, Instant> unreadySince;    ///< by pod uid
    QHash<QString, QString> podText;         ///< by pod uid: message before it only reported a back-off
    QHash<QString, QString> podContainers;   ///< by pod uid: the failing container
    QHash<QString, Cause> eventCauses;       ///< by pod uid: cause from an event while the pod does not start
    QHash<ResourceKey, Duration> usualStart; ///< longest observed time until a pod of the workload was ready
    QString hooksOperation;
    QHash<ResourceKey, FailedHook> failedHooks;
    QString refusalsOperation;
    QHash<ResourceKey, RefusedResource> refusals; ///< empty key: the operation as a whole

    // Reasons why the release does not arrive although Argo CD has nothing to do.
    QHash<ResourceKey, QString> jobsDone; ///< uid of a Job that carried the images and succeeded
    QString otherJobsOperation;           ///< operationKey() of the operation that created otherJobs
    QSet<ResourceKey> otherJobs;          ///< Jobs whose pods ran none of the images
    SustainedCondition liveDiffers;       ///< Synced, but the live template has other images
    QHash<ResourceKey, PodSet> podSets;   ///< of custom kinds whose pods are the only evidence; not stored
    SustainedCondition rewritten;         ///< the newest pods have other references than their template
};

} // namespace lynceus
