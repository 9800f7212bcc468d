#include "tests/domain/rollout/groundtruth.h"

#include <algorithm>
#include <limits>

namespace lynceus::simulation {

namespace {

constexpr Ms kKnownAfter = 4'000;
constexpr Ms kHiddenJobDelay = 5'000; // if the pods of a Job are not visible: the tree may still have the previous Job
constexpr Ms kObservationGap = 2'000; // a state that lasts longer is observed, unless sources are late

using Mask = unsigned;

struct Shown
{
    Mask repositories = 0;
    Mask images = 0;
};

Shown imagesShownBy(const Template &pods, const Scenario &scenario)
{
    Shown shown;
    Mask bit = 1;
    for (const auto &[repository, tag] : scenario.expected) {
        if (pods.repository == repository || (repository == Sidecar && pods.sidecar >= 0))
            shown.repositories |= bit;
        if ((pods.repository == repository && pods.tag == tag) || (repository == Sidecar && pods.sidecar == tag))
            shown.images |= bit;
        bit <<= 1;
    }
    return shown;
}

Mask allOf(const Scenario &scenario)
{
    return (Mask(1) << scenario.expected.size()) - 1;
}

/// Pods of one workload.
struct PodTotals
{
    int newPods = 0;
    int ready = 0;
    int oldPods = 0;
    bool broken = false;
    bool unscheduled = false;
    bool completed = false;
};

PodTotals totalsOf(const Cluster &cluster, int index, Mask expectedMask, const Scenario &scenario, Ms now = 0)
{
    const auto &workload = cluster.workloads[static_cast<std::size_t>(index)];
    // A ReplicaSet without a revision number does not show its version; then the images decide, as without ReplicaSets.
    const bool numbered = hasReplicaSets(workload.kind) && workload.kind != Kind::CustomReplicaSets;
    PodTotals totals;
    for (const auto &pod : cluster.pods) {
        if (pod.workload != index || pod.isTerminating())
            continue;
        const bool carries = scenario.dialect.rewrites == Dialect::Rewrites::No
            && (imagesShownBy(pod.pods, scenario).images & expectedMask) == expectedMask;
        if (!carries || (numbered && pod.set != workload.current)) {
            ++totals.oldPods;
            continue;
        }
        ++totals.newPods;
        totals.ready += pod.isReady() ? 1 : 0;
        totals.broken = totals.broken || pod.isBroken();
        totals.unscheduled = totals.unscheduled || isUnscheduled(pod, now);
        totals.completed = totals.completed || pod.phase == PodPhase::Completed;
    }
    return totals;
}

bool runs(const Cluster &cluster, int index, const PodTotals &totals, int wanted, const Scenario &scenario)
{
    const auto &workload = cluster.workloads[static_cast<std::size_t>(index)];
    const bool rollout = workload.kind == Kind::Canary || workload.kind == Kind::BlueGreen;
    if (workload.kind == Kind::CronJob)
        return true;
    if (workload.kind == Kind::Job)
        return workload.collected || (totals.completed && totals.oldPods == 0);
    if (scenario.expectation.acceptSuspended && workload.state == State::Suspended
        && (rollout || workload.kind == Kind::Deployment))
        return (totals.newPods > 0 && totals.ready == totals.newPods) || workload.live.replicas == 0;
    const bool keepsOld = rollout && workload.state == State::Healthy;
    return totals.ready == totals.newPods && totals.newPods >= wanted && (totals.oldPods == 0 || keepsOld);
}

bool carries(const Operation &operation, const Scenario &scenario)
{
    const int revision = operation.result >= 0 ? operation.result : operation.requested;
    if (revision < 0)
        return true; // the revision is unknown; the current manifests decide
    Mask images = 0;
    for (int i = 0; i < scenario.setup.workloads; ++i) {
        const auto &manifest =
            scenario.setup.commits[static_cast<std::size_t>(revision)].manifests[static_cast<std::size_t>(i)];
        if (operation.selected == 0 || ((operation.selected >> i) & 1) != 0)
            images |= imagesShownBy(manifest.pods, scenario).images;
    }
    return images != 0;
}

const std::array<Manifest, kMostWorkloads> &commitOf(const Scenario &scenario, int revision)
{
    return scenario.setup.commits[static_cast<std::size_t>(revision)].manifests;
}

/// What late sources may combine: the smallest number of desired replicas and all images applied within a period.
struct RecentStates
{
    std::array<int, kMostWorkloads> wanted{};
    std::array<Mask, kMostWorkloads> applied{};
};

bool carriesNow(const SimulatedState &snapshot, int index, Mask expectedMask, const Scenario &scenario)
{
    const auto &workload = snapshot.cluster.workloads[static_cast<std::size_t>(index)];
    return (workload.exists || workload.collected)
        && (imagesShownBy(workload.live.pods, scenario).images & expectedMask) == expectedMask;
}

/// Workloads that one revision's manifests declare.
struct Targets
{
    Shown shown;
    bool run = true;
    bool broken = false;
    bool brokenSomewhere = false; ///< also pods that are not desired any more
    bool degraded = false;
    bool settled = true;

    [[nodiscard]] bool areAll(const Scenario &scenario) const { return shown.images == allOf(scenario); }
};

// Git no longer has the workload, but it was not pruned, and its pods run another version of an expected repository.
bool runsAnotherVersion(const Cluster &cluster, int index, const Scenario &scenario)
{
    const auto &workload = cluster.workloads[static_cast<std::size_t>(index)];
    const auto shown = imagesShownBy(workload.live.pods, scenario);
    if (!workload.exists || workload.kind == Kind::Job || workload.kind == Kind::CronJob
        || shown.images == shown.repositories)
        return false;
    return std::any_of(cluster.pods.begin(), cluster.pods.end(),
                       [&](const Pod &pod) { return pod.workload == index && !pod.isTerminating(); });
}

Targets targetsOf(const SimulatedState &snapshot, int revision, const Scenario &scenario,
                  const RecentStates *recent = nullptr)
{
    Targets targets;
    const auto &manifests = commitOf(scenario, revision);
    for (int i = 0; i < scenario.setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (manifests[at].removed) {
            targets.run = targets.run && !runsAnotherVersion(snapshot.cluster, i, scenario);
            continue;
        }
        const auto shown = imagesShownBy(manifests[at].pods, scenario);
        targets.shown.repositories |= shown.repositories;
        targets.shown.images |= shown.images;
        const auto &workload = snapshot.cluster.workloads[at];
        // Pods of a version that was desired a moment ago are just as broken.
        if (const auto live = imagesShownBy(workload.live.pods, scenario).images; live != 0)
            targets.brokenSomewhere = targets.brokenSomewhere || totalsOf(snapshot.cluster, i, live, scenario).broken;
        if (shown.images == 0)
            continue;
        const auto totals = totalsOf(snapshot.cluster, i, shown.images, scenario);
        const bool applied = recent ? (recent->applied[at] & shown.images) == shown.images
                                    : carriesNow(snapshot, i, shown.images, scenario);
        const int wanted = recent ? recent->wanted[at] : workload.live.replicas;
        const bool healthy = workload.state == State::Healthy
            || (workload.state == State::Suspended && scenario.expectation.acceptSuspended
                && scenario.dialect.seesPods); // whether a hidden canary has started is unknown
        targets.run = targets.run && applied && runs(snapshot.cluster, i, totals, wanted, scenario);
        targets.broken = targets.broken || totals.broken;
        targets.degraded = targets.degraded || (applied && workload.state == State::Degraded);
        targets.settled =
            targets.settled && snapshot.status.synced[at] && healthy && workload.observed == workload.generation;
    }
    return targets;
}

bool isUnscheduledIn(const SimulatedState &snapshot, const Scenario &scenario, Ms now)
{
    const auto &manifests = commitOf(scenario, snapshot.manifests);
    for (int i = 0; i < scenario.setup.workloads; ++i) {
        const auto images = imagesShownBy(manifests[static_cast<std::size_t>(i)].pods, scenario).images;
        if (images != 0 && totalsOf(snapshot.cluster, i, images, scenario, now).unscheduled)
            return true;
    }
    return false;
}

// Every workload that the last operation applied is unchanged, and its controller has observed it.
bool isAsApplied(const SimulatedState &snapshot, const Scenario &scenario)
{
    const auto &manifests = commitOf(scenario, snapshot.status.operation.result);
    for (const auto &resource : snapshot.status.operation.resources) {
        if (resource.of >= kMostWorkloads)
            continue;
        const auto at = static_cast<std::size_t>(resource.of);
        const auto &workload = snapshot.cluster.workloads[at];
        const bool healthy = workload.state == State::Healthy || workload.collected;
        if (!(workload.live.pods == manifests[at].pods) || workload.byHand || !healthy
            || workload.observed != workload.generation)
            return false;
    }
    return true;
}

bool saysSucceeded(const Operation &operation, int workload)
{
    return std::any_of(operation.resources.begin(), operation.resources.end(), [&](const Result &result) {
        return result.of == workload && result.hookPhase == HookPhase::Succeeded;
    });
}

} // namespace

std::optional<Blocker::Kind> awaitedIn(const SimulatedState &snapshot, const Scenario &scenario)
{
    using SpecialCase = Scenario::SpecialCase;
    const auto &status = snapshot.status;
    const bool isSpecial = scenario.specialCase == SpecialCase::ByHand || scenario.specialCase == SpecialCase::Rollback
        || scenario.specialCase == SpecialCase::Mirror || scenario.specialCase == SpecialCase::Digest;
    if (isSpecial || status.pending || status.operation.phase != Phase::Succeeded || status.comparisonError
        || !scenario.dialect.seesPods || status.reconciledAt < status.operation.finishedAt
        || status.revision != snapshot.manifests)
        return std::nullopt;
    const auto targets = targetsOf(snapshot, snapshot.manifests, scenario);
    if (!targets.areAll(scenario) || targets.broken || targets.degraded)
        return std::nullopt;
    const auto &manifests = commitOf(scenario, snapshot.manifests);
    bool areSynced = true;
    bool areApplied = true;
    bool areHealthy = true;
    bool keepsOld = false;
    for (int i = 0; i < scenario.setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto images = imagesShownBy(manifests[at].pods, scenario).images;
        if (manifests[at].removed || images == 0)
            continue;
        const auto &workload = snapshot.cluster.workloads[at];
        if (workload.collected)
            continue; // Argo CD reports the missing Job as a difference, but the release does not need it
        const auto totals = totalsOf(snapshot.cluster, i, images, scenario);
        areSynced = areSynced && status.synced[at];
        areApplied = areApplied && carriesNow(snapshot, i, images, scenario);
        areHealthy = areHealthy && workload.state == State::Healthy && workload.observed == workload.generation;
        const bool isKept = workload.live.onDelete || workload.live.partition >= totals.oldPods;
        keepsOld = keepsOld
            || (workload.kind == Kind::StatefulSet && totals.oldPods > 0 && isKept && totals.ready == totals.newPods);
    }
    if (!areSynced) {
        if (scenario.setup.hasSteps)
            return Blocker::Kind::ApplicationsetStep;
        return scenario.setup.autoSync ? std::nullopt : std::optional(Blocker::Kind::AutoSyncOff);
    }
    if (!areApplied)
        return scenario.setup.ignoresImages ? std::optional(Blocker::Kind::IgnoredDifference) : std::nullopt;
    if (areHealthy && keepsOld)
        return Blocker::Kind::UpdateStrategy;
    return std::nullopt;
}

bool ranWithin(const std::vector<const SimulatedState *> &snapshots, const Scenario &scenario)
{
    RecentStates recent;
    recent.wanted.fill(std::numeric_limits<int>::max());
    std::vector<int> revisions;
    for (const auto *snapshot : snapshots) {
        for (std::size_t i = 0; i < kMostWorkloads; ++i) {
            const auto &workload = snapshot->cluster.workloads[i];
            recent.wanted[i] = std::min<int>(recent.wanted[i], workload.live.replicas);
            recent.applied[i] |=
                workload.exists || workload.collected ? imagesShownBy(workload.live.pods, scenario).images : 0;
        }
        revisions.push_back(snapshot->manifests);
        // The target manifests may be the outdated part.
        if (snapshot->status.operation.phase == Phase::Succeeded && snapshot->status.operation.result >= 0)
            revisions.push_back(snapshot->status.operation.result);
    }
    std::ranges::sort(revisions);
    revisions.erase(std::unique(revisions.begin(), revisions.end()), revisions.end());
    return std::ranges::any_of(snapshots, [&](const SimulatedState *snapshot) {
        return std::ranges::any_of(revisions, [&](int revision) {
            const auto targets = targetsOf(*snapshot, revision, scenario, &recent);
            return targets.areAll(scenario) && targets.run;
        });
    });
}

void GroundTruth::update(const SimulatedState &snapshot, const Scenario &scenario, Ms now, Ms late)
{
    const auto &status = snapshot.status;
    const auto &operation = status.operation;
    const auto targets = targetsOf(snapshot, snapshot.manifests, scenario);
    const bool shown = targets.areAll(scenario) && !status.comparisonError;
    running.keep(shown && targets.run, now);
    updateJobs(snapshot, scenario, now);
    settled.keep(shown && targets.run && targets.settled && areJobsKnown(snapshot, snapshot.manifests, scenario, late)
                     && !status.pending && operation.phase == Phase::Succeeded
                     && status.reconciledAt >= operation.finishedAt && status.revision == snapshot.manifests,
                 now);
    const bool isBack = operation.phase == Phase::Succeeded && operation.result >= 0 && !scenario.setup.autoSync
        && operation.selected == 0 && operation.result != status.revision && status.revision == snapshot.manifests;
    const auto back = isBack ? targetsOf(snapshot, operation.result, scenario) : Targets{};
    held.keep(isBack && !scenario.setup.hasSteps && back.areAll(scenario) && back.run && isAsApplied(snapshot, scenario)
                  && areJobsKnown(snapshot, operation.result, scenario, late) && !status.pending
                  && !status.comparisonError && status.reconciledAt >= operation.finishedAt
                  && !targets.areAll(scenario),
              now);
    broken.keep(targets.broken, now);
    unscheduled.keep(isUnscheduledIn(snapshot, scenario, now), now);
    if (targets.broken || targets.brokenSomewhere)
        brokenAt = now;
    brokenAsRead.keep(brokenAt != kNever && now - brokenAt <= late, now);
    degraded.keep(targets.degraded || back.degraded, now);
    error.keep(status.comparisonError, now);
    absent.keep(targets.shown.repositories != allOf(scenario), now);
    shownRevision = targets.areAll(scenario) ? std::max(shownRevision, snapshot.manifests) : shownRevision;
    if (shownRevision >= 0 && snapshot.manifests > shownRevision && !targets.areAll(scenario))
        movedAt = now;
    noticed.keep(shown, now);
    if (shown && shownAt == kNever)
        shownAt = now;
    if (operation.phase != Phase::None)
        updateOperation(snapshot, scenario, now, late);
}

void GroundTruth::updateJobs(const SimulatedState &snapshot, const Scenario &scenario, Ms now)
{
    for (std::size_t i = 0; i < jobDone.size(); ++i) {
        const auto &job = snapshot.cluster.workloads[i];
        if (job.kind != Kind::Job || !job.exists)
            continue;
        const bool isDone = job.state == State::Healthy && job.observed == job.generation
            && now >= scenario.registeredAt && imagesShownBy(job.live.pods, scenario).images != 0;
        if (!isDone)
            jobDone[i] = {};
        jobDone[i].keep(isDone, now);
    }
}

// A failed Job is deleted as well: the success must have been visible for long enough or be in the result of the
// operation.
bool GroundTruth::areJobsKnown(const SimulatedState &snapshot, int revision, const Scenario &scenario, Ms late) const
{
    const auto &manifests = commitOf(scenario, revision);
    for (int i = 0; i < scenario.setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const bool isCollectedTarget =
            snapshot.cluster.workloads[at].collected && imagesShownBy(manifests[at].pods, scenario).images != 0;
        const Ms seenAfter = late + kObservationGap + (scenario.dialect.seesPods ? 0 : kHiddenJobDelay);
        if (isCollectedTarget && jobDone[at].longest <= seenAfter && !saysSucceeded(snapshot.status.operation, i))
            return false;
    }
    return true;
}

void GroundTruth::updateOperation(const SimulatedState &snapshot, const Scenario &scenario, Ms now, Ms late)
{
    const auto &operation = snapshot.status.operation;
    const bool ours = carries(operation, scenario);
    failed.keep(ours && (operation.phase == Phase::Failed || operation.phase == Phase::Error), now);
    hasFailed = hasFailed || failed.since != kNever;
    const bool continues = ours && operation.phase != Phase::Succeeded && operation.startedAt == operationBegan;
    operationBegan = operation.startedAt;
    bool hookFailed = false;
    bool showsFailure = false;
    for (std::size_t i = 0; i < failedHooks.size(); ++i) {
        const auto &each = snapshot.cluster.hooks[i];
        const bool fails = each.exists && each.phase == HookPhase::Failed && each.created >= operation.startedAt;
        const bool succeeds = each.exists && each.phase == HookPhase::Succeeded;
        failedHooks[i] = ours && (fails || (failedHooks[i] && continues && !succeeds));
        hookFailed = hookFailed || failedHooks[i];
        showsFailure = showsFailure || (ours && fails);
    }
    hook.keep(hookFailed, now);
    bool refuses = false;
    bool accepts = false;
    for (const auto &resource : operation.resources) {
        refuses = refuses || resource.status == ResultStatus::SyncFailed;
        accepts = accepts || (resource.of == 0 && resource.status == ResultStatus::Synced);
    }
    refusedNow = ours && operation.phase == Phase::Running && (refuses || (refusedNow && continues && !accepts));
    refused.keep(refusedNow, now);
    // A watch that is registered later only knows an operation if its revision was compared since.
    const int revision = operation.result >= 0 ? operation.result : operation.requested;
    known.keep(now >= scenario.registeredAt && !snapshot.status.comparisonError && revision >= 0
                   && revision == snapshot.manifests && revision == snapshot.status.revision,
               now);
    // Manifests and revision belong together only after both were stable for a while.
    const bool isStable = known.lasts(now) > kKnownAfter + late;
    refusedShown.keep(refusedNow && (refusedShown.since != kNever || (refuses && isStable)), now);
    hookShown.keep(hookFailed && (hookShown.since != kNever || (showsFailure && isStable)), now);
    if (!scenario.dialect.resultImages && scenario.setup.autoSync)
        return;
    Mask images = 0;
    for (const auto &resource : operation.resources) {
        if (resource.of < kMostWorkloads)
            images |= imagesShownBy(resource.pods, scenario).images;
    }
    if (images != 0)
        shownAt = std::min(shownAt, now);
    if (images == allOf(scenario))
        shownRevision = std::max(shownRevision, operation.result);
}

} // namespace lynceus::simulation
