#pragma once

#include "core/domain/rollout/expectation/imagematcher.h"
#include "core/domain/rollout/verdict/observation.h"
#include "core/domain/rollout/verdict/verdict.h"

namespace lynceus {

/// A pod below a workload in one observation.
struct PodView
{
    const ResourceNode *node = nullptr;
    bool terminating = false; ///< being deleted; counts neither as new nor as old
    bool finished = false;    ///< evicted or ended: Kubernetes keeps the object, nothing runs in it
    bool carries = false;     ///< runs every expected image that its workload declares
    bool newest = false;      ///< of the newest revision; without revisions, the images decide
    bool ready = false;       ///< Healthy, all containers ready
    /// Failed below a Job that has not failed and may try again, or below a CronJob: no failure of the release.
    bool isExcused = false;

    [[nodiscard]] bool isCurrent() const { return !terminating && !finished; }
    [[nodiscard]] bool isUpdated() const { return isCurrent() && newest && carries; }
    [[nodiscard]] bool isOld() const { return isCurrent() && !(newest && carries); }
};

/// Why a workload's pods cannot prove anything.
enum class PodAbsence {
    None,
    NoReplicas,
    CronJob,
    JobDone,
    JobCollected, ///< the Job was deleted after its success
    NoWorkload,   ///< it only names the image and no visible pod runs it, or it has pods only on demand
    NotVisible,
};

/// Everything about one workload in one observation.
struct WorkloadView
{
    ResourceKey key;
    const WorkloadSpec *target = nullptr; ///< null: not in git, or the manifests could not be rendered
    const WorkloadSpec *live = nullptr;   ///< null: missing or unknown
    const ResourceNode *node = nullptr;   ///< null: not in the tree
    int index = -1;                       ///< of node
    std::optional<SyncStatus> sync;       ///< from status.resources; empty if not listed
    QStringList syncResultImages;         ///< from the last operation, if it applied this workload

    ImageMatcher::Match
        desired; ///< of the desired template: target, or if nothing could be rendered live, or syncResult
    ImageMatcher::Match applied; ///< of the live template
    /// Expected images that the last operation applied although git has others: a rollback, or a sync of another
    /// revision. Only if the application is not synced automatically.
    ImageMask held = 0;
    ImageMask brought = 0;  ///< like `held`, including images that are also in git
    bool isMention = false; ///< it has no pod template; its fields name the images
    std::vector<PodView> pods;
    PodCounts counts;
    bool isWantedKnown = false; ///< counts.wanted comes from a manifest, not from counting
    PodAbsence absence = PodAbsence::None;
    /// Its template is unknown (a Rollout with workloadRef, an operator's custom kind); only its pods show what it
    /// runs.
    bool isKnownByPods = false;
    /// Some of its pods belong to it directly, or to an object that does not replace its pods.
    bool hasLoosePods = false;
    /// A workload that an operator created for it is not Healthy (yet).
    bool waitsForChildren = false;

    [[nodiscard]] HealthStatus health() const { return node ? node->health.status : HealthStatus::None; }
    /// The expected images that this workload must run: those in its desired template or, before the version was
    /// noticed, those whose repository it declares.
    [[nodiscard]] ImageMask askedImages() const;
    /// Images that the cluster runs or is about to run.
    [[nodiscard]] QStringList images() const;
    /// Its update strategy keeps pods of the old version, so Healthy does not mean that all pods are new; and its
    /// status does not show that they are.
    [[nodiscard]] bool keepsOldPods() const;
};

/// Of an operator: neither Kubernetes nor Argo Rollouts defines it.
[[nodiscard]] bool isCustomKind(const ResourceKey &key);

/// A Kubernetes Job, whose pods run to completion.
[[nodiscard]] bool isJob(const ResourceKey &key);

struct WorkloadContext
{
    bool podsWereSeen = false; ///< some pod of the application was visible at some time
    bool targetsUsable = true; ///< false during a ComparisonError, when target manifests are empty
    const QHash<ResourceKey, QString> *jobsDone = nullptr; ///< Jobs whose success was observed, with their uids
    const QSet<ResourceKey> *hadPods = nullptr;            ///< custom kinds that had pods at some time
    ImageMask shownInGit = 0;                              ///< in the target of some workload; set by workloadsOf()
};

/// All workloads of the observation except hooks, with their pods. Includes owners without a template whose pods run an
/// expected repository.
[[nodiscard]] std::vector<WorkloadView> workloadsOf(const Observation &observation, ImageMatcher &matcher,
                                                    const WorkloadContext &context);

/// Positions of the workloads that the expectation is about: those with an expected image in the desired template; if
/// there are none, those that declare an expected repository.
[[nodiscard]] std::vector<int> targetsAmong(const std::vector<WorkloadView> &workloads);

/// Position of a workload that is no longer in git and still runs another version of an expected repository; -1 if
/// none. @p isSyncSettled: the application was read long enough after the last change of the manifests for its sync
/// statuses to match them.
[[nodiscard]] int leftoverAmong(const std::vector<WorkloadView> &workloads, bool isSyncSettled);

} // namespace lynceus
