#include "core/domain/rollout/judging/stages.h"

#include "core/domain/rollout/judging/desiredstate.h"
#include "core/domain/rollout/sync/operation.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

bool hasHealthCheck(const ResourceKey &key)
{
    // Argo CD has built-in health checks for these; a custom kind has a health only with a custom check.
    static constexpr std::array kKinds{"Deployment"_L1, "StatefulSet"_L1, "DaemonSet"_L1,
                                       "ReplicaSet"_L1, "Job"_L1,         "Pod"_L1};
    const bool builtIn = key.group.isEmpty() || key.group == "apps"_L1 || key.group == "batch"_L1;
    return (builtIn && std::ranges::find(kKinds, key.kind) != kKinds.end())
        || (key.group == "argoproj.io"_L1 && key.kind == "Rollout"_L1);
}

bool carriesAllApplied(const WorkloadView &workload, const RolloutMemory &memory, ImageMatcher &matcher)
{
    const auto asked = workload.askedImages();
    if ((workload.live || workload.isMention) && (workload.applied.image & asked) == asked)
        return true;
    if (workload.absence == PodAbsence::JobCollected)
        return true; // it had them when its success was observed
    // Live manifests lag by a second or more. If pods prove the rest, the operation's result suffices until they must
    // have caught up; the cluster, or ignoreDifferences, may have kept another image.
    const auto &operation = memory.application.value->operationState;
    const bool isLag = operation && operation->finishedAt && memory.managed.at < *operation->finishedAt + kLiveSettles;
    return isLag && workload.absence == PodAbsence::None && !operation->dryRun
        && operation->phase == OperationPhase::Succeeded
        && (matcher.match(workload.syncResultImages).image & asked) == asked;
}

// The operation applied an image of a repository that the workload's manifest does not declare yet or, after a
// rollback, no longer declares.
bool areManifestsBehind(const std::vector<WorkloadView> &workloads, ImageMatcher &matcher)
{
    return std::ranges::any_of(workloads, [&](const WorkloadView &workload) {
        return workload.target && !workload.held
            && (matcher.match(workload.syncResultImages).image & ~workload.desired.repository) != 0;
    });
}

// Phase of the operation if it affects the images; a dry run or one for other resources does not.
OperationPhase phaseThatCounts(const RolloutMemory &memory, ImageMatcher &matcher)
{
    const auto &operation = memory.application.value->operationState;
    const bool counts = operation && !sparesImages(*operation, memory.managed, matcher);
    return counts ? operation->phase : OperationPhase::None;
}

// A rollback applied the images to a workload that no longer has them (a Job may have failed and been deleted), or that
// is not judged. Before 3.1, results have no images: it may then have been any image of the repository, and a Job that
// is neither in git nor in the cluster may have failed, unless its pods were observed to run others.
bool isRollbackBroken(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads,
                      const std::vector<int> &targets, ImageMatcher &matcher)
{
    const auto &operation = *memory.application.value->operationState;
    return std::ranges::any_of(operation.resources, [&](const SyncResultResource &resource) {
        const auto found = std::ranges::find(workloads, resource.key, &WorkloadView::key);
        const auto *workload = found == workloads.end() ? nullptr : &*found;
        if (!resource.hookType.isEmpty() || resource.status != "Synced"_L1
            || (workload && workload->absence == PodAbsence::JobCollected))
            return false;
        if (resource.images.isEmpty() && memory.otherJobs.contains(resource.key))
            return false;
        if (resource.images.isEmpty() && !workload)
            return isJob(resource.key);
        if (resource.images.isEmpty())
            return workload->target && !workload->live && workload->desired.repository != 0;
        const auto brought = matcher.match(resource.images).image;
        if (brought == 0)
            return false;
        const bool isJudged = std::ranges::find(targets, static_cast<int>(found - workloads.begin())) != targets.end();
        return !workload || !isJudged || (workload->applied.image & brought) != brought;
    });
}

bool isApplied(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    const auto &application = *memory.application.value;
    if (isOperationPending(application) || (memory.isByRevision && !memory.revision.isApplied))
        return false;
    auto matcher = memory.matcher;
    const auto phase = phaseThatCounts(memory, matcher);
    if (phase != OperationPhase::Succeeded && phase != OperationPhase::None)
        return false;
    if (areManifestsBehind(workloads, matcher))
        return false;
    const bool isRolledBack = std::ranges::any_of(workloads, [](const auto &workload) { return workload.held != 0; });
    if (isRolledBack && isRollbackBroken(memory, workloads, targets, matcher))
        return false;
    ImageMask covered = 0;
    for (const int target : targets) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        if (workload.isKnownByPods) {
            if (workload.sync == SyncStatus::OutOfSync)
                return false;
            continue; // it declares nothing, so it covers nothing; its pods are judged later
        }
        // A rollback leaves its resources OutOfSync; and a deleted Job is missing, which does not count as a
        // difference.
        const bool isAsWanted = workload.sync == SyncStatus::Synced || (isRolledBack && workload.brought)
            || workload.absence == PodAbsence::JobCollected;
        if (!isAsWanted || !carriesAllApplied(workload, memory, matcher))
            return false;
        covered |= workload.askedImages();
    }
    return covered == memory.matcher.all();
}

bool isComparedAgain(const Application &application)
{
    if (!application.operationState || !application.operationState->finishedAt || application.operationState->dryRun)
        return true;
    return application.reconciledAt && *application.reconciledAt >= *application.operationState->finishedAt;
}

bool hasNewPod(const WorkloadView &workload)
{
    if (workload.absence != PodAbsence::None)
        return true;
    return std::ranges::any_of(workload.pods, &PodView::isUpdated);
}

// Manifests, tree and application may each be delayed: together they count only once all were read again.
bool isSeenSince(const RolloutMemory &memory, Duration dwell)
{
    return memory.applied.since
        && std::min({memory.application.at, memory.tree.at, memory.managed.at}) >= *memory.applied.since + dwell;
}

bool isTooFresh(const WorkloadView &workload, const RolloutMemory &memory)
{
    if (const auto at = podsSettleAt(workload, memory); at && memory.tree.at < *at)
        return true;
    const bool isMention = workload.absence == PodAbsence::NoWorkload;
    const bool isUnseen = workload.absence == PodAbsence::NotVisible || workload.absence == PodAbsence::JobDone;
    // Another revision may have the same images: pods then cannot distinguish old health from new.
    if (!isUnseen && !isMention && !memory.isByRevision)
        return false;
    if (isMention && memory.application.value->health.status != HealthStatus::Healthy)
        return true;
    return !isSeenSince(memory, isMention ? kMentionDwell : kUnseenPodsDwell);
}

// For a revision without workloads, only Argo CD's status of the application is available.
Stage stageWithoutWorkloads(const RolloutMemory &memory, const Expectation &expectation)
{
    const auto &application = *memory.application.value;
    if (!memory.revision.isApplied || isOperationPending(application))
        return Stage::Noticed;
    if (!isComparedAgain(application))
        return Stage::Applied;
    const auto health = application.health.status;
    const bool isWell =
        health == HealthStatus::Healthy || (health == HealthStatus::Suspended && expectation.acceptSuspended);
    return isWell && application.sync == SyncStatus::Synced && isSeenSince(memory, kMentionDwell) ? Stage::Running
                                                                                                  : Stage::Rolling;
}

bool isRollout(const ResourceKey &key)
{
    return key.kind == "Rollout"_L1 && key.group == "argoproj.io"_L1;
}

bool hasTemplate(const ResourceKey &key, const std::vector<WorkloadView> &workloads)
{
    const auto found = std::ranges::find(workloads, key, &WorkloadView::key);
    return found != workloads.end() && !found->isKnownByPods;
}

bool isJobDone(const WorkloadView &job)
{
    // A finished Job keeps its pods as Completed 0/1; its health shows whether all of them succeeded.
    return job.health() == HealthStatus::Healthy && job.counts.old == 0;
}

} // namespace

bool showsOnlyPods(const WorkloadView &workload)
{
    return workload.absence == PodAbsence::None && workload.hasLoosePods && workload.health() == HealthStatus::None
        && !workload.isWantedKnown && !hasHealthCheck(workload.key);
}

std::optional<Instant> podsSettleAt(const WorkloadView &workload, const RolloutMemory &memory)
{
    if (!showsOnlyPods(workload))
        return std::nullopt;
    const auto known = memory.podSets.constFind(workload.key);
    if (known == memory.podSets.cend())
        return memory.tree.at + kMentionDwell;
    return known->since + (known->uids.size() < known->most ? kFewerPodsDwell : kMentionDwell);
}

bool isHealthy(const WorkloadView &workload, const Expectation &expectation)
{
    switch (workload.health()) {
    case HealthStatus::Healthy:
        return true;
    case HealthStatus::Suspended:
        return expectation.acceptSuspended || workload.absence == PodAbsence::CronJob;
    case HealthStatus::None:
        return workload.node && !hasHealthCheck(workload.key);
    case HealthStatus::Degraded:
        return workload.absence == PodAbsence::CronJob;
    case HealthStatus::Progressing:
        // A CronJob with a running Job counts like one between two Jobs.
        return workload.absence == PodAbsence::CronJob;
    case HealthStatus::Missing:
    case HealthStatus::Unknown:
        return false;
    }
    return false;
}

bool isDegraded(const WorkloadView &workload)
{
    return workload.health() == HealthStatus::Degraded && workload.absence != PodAbsence::CronJob;
}

bool isRunning(const WorkloadView &workload, const Expectation &expectation)
{
    if (workload.absence == PodAbsence::JobCollected)
        return true;
    if (!isHealthy(workload, expectation))
        return false;
    // Pods that are not visible, and pods of another revision with the same images, cannot be told from new ones.
    const bool areAlike = workload.absence == PodAbsence::None && !expectation.version.isImages();
    if ((workload.absence == PodAbsence::NotVisible || areAlike) && workload.keepsOldPods())
        return false;
    if (workload.absence == PodAbsence::NotVisible)
        return workload.health() != HealthStatus::Suspended; // paused, and it is unknown whether a new pod exists
    if (workload.absence != PodAbsence::None)
        return true;
    if (workload.key.kind == "Job"_L1 && workload.key.group == "batch"_L1)
        return isJobDone(workload);
    const auto &pods = workload.counts;
    if (pods.updated == 0 || pods.ready < pods.updated)
        return false;
    if (workload.health() == HealthStatus::None && workload.waitsForChildren)
        return false;
    // Another pod takes the place of one that is being deleted.
    if (showsOnlyPods(workload) && std::ranges::any_of(workload.pods, &PodView::terminating))
        return false;
    if (workload.health() == HealthStatus::Suspended)
        return true; // accepted: a paused canary keeps old pods and is as large as its step
    if (workload.isWantedKnown && pods.updated < pods.wanted)
        return false;
    // A Healthy Rollout decides about its old pods itself: blue-green keeps them for a while.
    const bool keepsOldPods = workload.key.kind == "Rollout"_L1 && workload.health() == HealthStatus::Healthy;
    return pods.old == 0 || keepsOldPods;
}

bool seemsScaledDown(const WorkloadView &workload, const Expectation &expectation)
{
    const auto &pods = workload.counts;
    return isHealthy(workload, expectation) && workload.isWantedKnown && pods.updated > 0 && pods.updated < pods.wanted
        && pods.ready == pods.updated && pods.old == 0;
}

int leftover(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads)
{
    if (comparisonProblem(*memory.application.value))
        return -1; // then no workload has a target
    // Synced may come from a comparison before the workload was removed from git. The status may be published some
    // seconds after the manifests, and read even later.
    constexpr Duration kStatusSettles{10'000};
    const auto &application = memory.application;
    const bool isComparedSince =
        application.value->reconciledAt && *application.value->reconciledAt >= memory.manifestsChangedAt;
    return leftoverAmong(workloads, isComparedSince || application.at >= memory.manifestsChangedAt + kStatusSettles);
}

std::optional<ResourceKey> referringRollout(const RolloutMemory &memory, const Expectation &expectation,
                                            const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    const bool isScaledDown = std::ranges::any_of(targets, [&](int target) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        return workload.absence == PodAbsence::NoReplicas && workload.key.kind == "Deployment"_L1;
    });
    if (!isScaledDown)
        return std::nullopt;
    const auto healthOf = [&](const ResourceKey &key) {
        const int index = memory.tree.value ? memory.tree.value->indexOf(key) : -1;
        return index < 0 ? HealthStatus::Missing
                         : memory.tree.value->nodes[static_cast<std::size_t>(index)].health.status;
    };
    for (const auto &resource : memory.application.value->resources) {
        if (resource.hook || !isRollout(resource.key) || hasTemplate(resource.key, workloads))
            continue;
        const auto health = healthOf(resource.key);
        const bool isPaused = health == HealthStatus::Suspended && expectation.acceptSuspended;
        if (health != HealthStatus::Healthy && !isPaused)
            return resource.key;
    }
    return std::nullopt;
}

Stage reachedStage(const RolloutMemory &memory, const Expectation &expectation,
                   const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    if (!memory.noticed)
        return Stage::None;
    if (!memory.application.value)
        return Stage::Noticed;
    if (memory.isByRevision && targets.empty())
        return stageWithoutWorkloads(memory, expectation);
    if (targets.empty() || !isApplied(memory, workloads, targets))
        return Stage::Noticed;
    const auto each = [&](auto rule) {
        return std::ranges::all_of(targets,
                                   [&](int target) { return rule(workloads[static_cast<std::size_t>(target)]); });
    };
    if (!isComparedAgain(*memory.application.value) || !each(hasNewPod))
        return Stage::Applied;
    const auto runs = [&](const WorkloadView &workload) {
        return isRunning(workload, expectation) && !isTooFresh(workload, memory);
    };
    if (!each(runs) || referringRollout(memory, expectation, workloads, targets))
        return Stage::Rolling;
    // Another version of the same repository keeps serving beside it.
    return leftover(memory, workloads) < 0 ? Stage::Running : Stage::Rolling;
}

} // namespace lynceus
