#pragma once

#include "core/domain/rollout/imagematcher.h"
#include "core/domain/rollout/verdict.h"

#include <QSet>

namespace lynceus {

/// Evidence that must be unbroken for a while before it means something.
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

/// Where the expected images were seen as desired state, per source.
struct ShownBy
{
    ImageMask images = 0;     ///< ever shown by this source
    SustainedCondition shown; ///< all of them now (manifests only)
    SustainedCondition moved; ///< this source shows other images in their place now
};

struct FailedHook
{
    Instant since{};
    QString uid; ///< of the Job that failed: another one is another attempt
    int attempt = 1;
    QString message;
};

/// A target workload that says it is Degraded.
struct DegradedWorkload
{
    Instant since{}; ///< without a break, as far as was seen, and without a new pod that became ready
    int ready = 0;   ///< the most of its new pods that were ready at a time since then
};

/// A resource that the cluster, the API or the project refuses at each attempt of one operation.
struct RefusedResource
{
    Instant since{};
    QString message; ///< without what differs from attempt to attempt
};

/// What is known of an expected revision, chart version or next version. Revisions are those of all sources, in order.
struct RevisionMemory
{
    bool isBaselineKnown = false;
    std::vector<QStringList> baseline; ///< revisions that ran, were desired or were being applied at the beginning
    qint64 baselineDeployment = -1;    ///< newest entry of the history then
    std::vector<int> namedBefore;      ///< sources whose targetRevision was the expected name then
    SustainedCondition desired;        ///< Argo CD compares with the expected version
    SustainedCondition moved;          ///< it was desired, and what was before is desired now
    SustainedCondition idle;           ///< desired and Synced, and no operation brought it
    // Of the newest observation; not kept.
    bool isApplied = false; ///< an operation, the history or the comparison proves that it was applied
    bool isIdle = false;    ///< nothing had to be applied
    QString later;          ///< the revision that was applied after it
    std::optional<Blocker> unproven;
    bool isReplaced = false; ///< what was before took its place again
};

/// What earlier observations proved; see Judge.
struct RolloutMemory
{
    explicit RolloutMemory(const Expectation &expectation)
        : matcher(expectation)
        , isByRevision(!expectation.version.isImages())
    { }

    /// Compares with the expected images; with those of all desired manifests where another version is expected.
    ImageMatcher matcher;
    bool isByRevision = false; ///< follows from the expectation
    RevisionMemory revision;

    // The newest sighting of each source: an answer that was overtaken by a newer one says nothing.
    Timestamped<Application> application;
    Timestamped<ResourceTree> tree;
    Timestamped<ManagedResources> managed;

    // Baseline: what was there at the first observation of each source.
    QString uid;
    std::optional<QString> baselineOperation; ///< operationKey(); absent before the first application
    std::optional<QHash<ResourceKey, QStringList>> baselineImages;
    std::optional<QStringList> baselineLive; ///< images of the workloads in the cluster; git may have had newer ones
    std::optional<QStringList> baselinePods; ///< images of the pods; those of an earlier template may still have run
    /// When manifests first did not show the images: what had failed before cannot have been for them.
    std::optional<Instant> notShownAt;
    std::optional<Instant> lackedAt; ///< when manifests last did not show them all

    // The desired state.
    bool noticed = false;
    Instant noticedAt{};
    ShownBy manifests;
    ShownBy operation;
    QString showingOperation;         ///< operationKey() of the one whose result showed the images
    QSet<QStringList> imageRevisions; ///< revisions (of all sources) at which a target manifest showed them
    QStringList revisions;            ///< the application's, and since when it says so
    Instant revisionsSince{};
    QStringList otherImages;   ///< came before ours was noticed
    SustainedCondition absent; ///< no desired manifest has the repository

    // Progress.
    QByteArray changeMark; ///< what must be the same for the sources to belong together
    Instant changedAt{};
    Instant manifestsChangedAt{};
    std::optional<Instant> completeAt; ///< the last complete observation
    bool appliedOnce = false;
    SustainedCondition applied; ///< stage applied or more
    /// Newest entry of the application's history when a complete observation showed the images not applied; -1: none.
    std::optional<qint64> deploymentBefore;
    QByteArray stillMark; ///< stage, pod counts and the states of the new pods, and since when they are so
    Instant stillSince{};
    bool podsWereSeen = false;
    bool ranAtFirst = false;            ///< the first complete observation showed it running already
    bool tagCameAgain = false;          ///< pods of an older revision ran the images too
    QSet<ResourceKey> wellAfterApplied; ///< target workloads seen not Degraded since

    // Bake time.
    std::optional<Instant> runningSince; ///< first time that all ran
    Duration baked{0};
    std::optional<Instant> bakedUntil; ///< last observation counted into it
    std::optional<Instant> bakeDoneAt; ///< since then it is long enough: a look after that must still show it

    // Failing evidence.
    Instant treeSeenAt{};
    SustainedCondition podsBroken;       ///< some pod is, without a break and without another one becoming ready
    QHash<QString, Instant> brokenSince; ///< pod uid
    int mostReady = 0;                   ///< pods of the release, ever
    QHash<ResourceKey, DegradedWorkload> degraded;
    SustainedCondition conditions;
    SustainedCondition operationFailed;
    QHash<QString, Instant> unreadySince;    ///< pod uid
    QHash<QString, QString> podWords;        ///< pod uid: what it said before it only said that it backs off
    QHash<QString, QString> podContainers;   ///< pod uid: the container that fails
    QHash<QString, Cause> eventCauses;       ///< pod uid: what an event said while it does not start
    QHash<ResourceKey, Duration> usualStart; ///< the longest that a pod of it ran until it was ready, as seen
    QString hooksOperation;
    QHash<ResourceKey, FailedHook> failedHooks;
    QString refusalsOperation;
    QHash<ResourceKey, RefusedResource> refusals; ///< an empty key: the operation as a whole

    // What keeps the release from coming although Argo CD has nothing to do.
    QHash<ResourceKey, QString> jobsDone; ///< uid of a Job that carried the images and has succeeded
    QString otherJobsOperation;           ///< operationKey() of the one that made:
    QSet<ResourceKey> otherJobs;          ///< Jobs whose pods ran none of the images
    SustainedCondition liveDiffers;       ///< Synced, and the live template carries other images
    SustainedCondition rewritten;         ///< the newest pods carry other references than their template
};

} // namespace lynceus
