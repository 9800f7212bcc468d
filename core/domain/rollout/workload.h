#pragma once

#include "core/domain/rollout/imagematcher.h"
#include "core/domain/rollout/observation.h"
#include "core/domain/rollout/verdict.h"

namespace lynceus {

/// A pod below a workload, as one observation shows it.
struct PodView
{
    const ResourceNode *node = nullptr;
    bool terminating = false; ///< being deleted: it counts neither as new nor as old
    bool finished = false;    ///< evicted or otherwise over: Kubernetes keeps the object, nothing runs in it
    bool carries = false;     ///< runs every expected image that its workload declares
    bool newest = false;      ///< of the newest revision (where there are revisions: else the images decide)
    bool ready = false;       ///< Healthy, all containers ready

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
    JobCollected, ///< the Job itself is gone, after its success
    NoWorkload,   ///< an object that names the image, and made no pods that can be seen
    NotVisible,
};

/// Everything that one observation says about one workload.
struct WorkloadView
{
    ResourceKey key;
    const WorkloadSpec *target = nullptr; ///< null: git does not have it, or its manifests could not be rendered
    const WorkloadSpec *live = nullptr;   ///< null: not there, or not known
    const ResourceNode *node = nullptr;   ///< null: not in the tree
    int index = -1;                       ///< of node
    std::optional<SyncStatus> sync;       ///< from status.resources; absent: not listed
    QStringList syncResultImages;         ///< from the last operation, if it applied this workload

    ImageMatcher::Match
        desired; ///< of the desired template: target, else (nothing could be rendered) live, else syncResult
    ImageMatcher::Match applied; ///< of the live template
    /// Expected images that the last operation put there although git wants others: a rollback, or a sync of another
    /// revision. Only where nothing syncs the application by itself.
    ImageMask held = 0;
    ImageMask brought = 0;  ///< the same, also of images that git wants too
    bool isMention = false; ///< it has no pod template; its fields name the images
    std::vector<PodView> pods;
    PodCounts counts;
    bool isWantedKnown = false; ///< counts.wanted comes from a manifest, not from counting
    PodAbsence absence = PodAbsence::None;
    /// No template of it is known (a Rollout with workloadRef, an operator's custom kind): its pods alone say what it
    /// runs.
    bool isKnownByPods = false;
    /// What an operator made of it, and runs an expected repository, is not Healthy (yet).
    bool waitsForChildren = false;

    [[nodiscard]] HealthStatus health() const { return node ? node->health.status : HealthStatus::None; }
    /// The expected images that this workload must run: those that its desired template carries, or (before it was
    /// noticed) those whose repository it declares.
    [[nodiscard]] ImageMask askedImages() const;
    /// What the cluster was told, or is about to be told, to run.
    [[nodiscard]] QStringList images() const;
    /// Its update strategy leaves pods of the old version as they are: Healthy does not mean that all are new.
    [[nodiscard]] bool keepsOldPods() const;
};

/// A Job of Kubernetes: its pods run until they are done.
[[nodiscard]] bool isJob(const ResourceKey &key);

struct WorkloadContext
{
    bool podsWereSeen = false; ///< some pod of this application was visible at some time
    bool targetsUsable = true; ///< false during a ComparisonError: target manifests are empty then
    const QHash<ResourceKey, QString> *jobsDone = nullptr; ///< Jobs whose success was seen, with their uids
    ImageMask shownInGit = 0;                              ///< by some workload's target; workloadsOf() sets it
};

/// All workloads of the observation that are no hooks, each with its pods; also owners without a template whose pods
/// run an expected repository: what they run must not be overlooked.
[[nodiscard]] std::vector<WorkloadView> workloadsOf(const Observation &observation, ImageMatcher &matcher,
                                                    const WorkloadContext &context);

/// Positions of those that the expectation is about: desired template carrying an expected image; if none does,
/// those that declare an expected repository.
[[nodiscard]] std::vector<int> targetsAmong(const std::vector<WorkloadView> &workloads);

/// Position of a workload that git has no more and that still runs another version of an expected repository; -1: none.
/// @p isSyncSettled the application was read long enough after the manifests changed for its sync statuses to be of
/// them.
[[nodiscard]] int leftoverAmong(const std::vector<WorkloadView> &workloads, bool isSyncSettled);

} // namespace lynceus
