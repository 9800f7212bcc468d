#include "tests/domain/rollout/rollouttruth.h"

#include <algorithm>
#include <limits>

namespace lynceus::simulation {

namespace {

constexpr Ms kKnownAfter = 4'000;
constexpr Ms kUnseenDwell = 5'000;  // if the pods of a Job are not visible: the tree may still have the previous Job
constexpr Ms kBetweenLooks = 2'000; // a state that lasts longer is observed, unless sources are late

using Mask = unsigned;

struct Shown
{
    Mask repositories = 0;
    Mask images = 0;
};

Shown shownBy(const Template &pods, const Scenario &scenario)
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
struct Tally
{
    int news = 0;
    int ready = 0;
    int olds = 0;
    bool broken = false;
    bool unscheduled = false;
    bool completed = false;
};

Tally tallyOf(const Cluster &cluster, int index, Mask asked, const Scenario &scenario, Ms now = 0)
{
    const auto &workload = cluster.workloads[static_cast<std::size_t>(index)];
    // A ReplicaSet without a revision number does not show its version; then the images decide, as without ReplicaSets.
    const bool numbered = hasReplicaSets(workload.kind) && workload.kind != Kind::CustomReplicaSets;
    Tally tally;
    for (const auto &pod : cluster.pods) {
        if (pod.workload != index || pod.isTerminating())
            continue;
        const bool carries =
            scenario.dialect.rewrites == Dialect::Rewrites::No && (shownBy(pod.pods, scenario).images & asked) == asked;
        if (!carries || (numbered && pod.set != workload.current)) {
            ++tally.olds;
            continue;
        }
        ++tally.news;
        tally.ready += pod.isReady() ? 1 : 0;
        tally.broken = tally.broken || pod.isBroken();
        tally.unscheduled = tally.unscheduled || isUnscheduled(pod, now);
        tally.completed = tally.completed || pod.phase == PodPhase::Completed;
    }
    return tally;
}

bool runs(const Cluster &cluster, int index, const Tally &tally, int wanted, const Scenario &scenario)
{
    const auto &workload = cluster.workloads[static_cast<std::size_t>(index)];
    const bool rollout = workload.kind == Kind::Canary || workload.kind == Kind::BlueGreen;
    if (workload.kind == Kind::CronJob)
        return true;
    if (workload.kind == Kind::Job)
        return workload.collected || (tally.completed && tally.olds == 0);
    if (scenario.expectation.acceptSuspended && workload.state == State::Suspended
        && (rollout || workload.kind == Kind::Deployment))
        return (tally.news > 0 && tally.ready == tally.news) || workload.live.replicas == 0;
    const bool keepsOld = rollout && workload.state == State::Healthy;
    return tally.ready == tally.news && tally.news >= wanted && (tally.olds == 0 || keepsOld);
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
            images |= shownBy(manifest.pods, scenario).images;
    }
    return images != 0;
}

const std::array<Manifest, kMostWorkloads> &commitOf(const Scenario &scenario, int revision)
{
    return scenario.setup.commits[static_cast<std::size_t>(revision)].manifests;
}

/// What late sources may combine: the smallest number of desired replicas and all images applied within a period.
struct Past
{
    std::array<int, kMostWorkloads> wanted{};
    std::array<Mask, kMostWorkloads> applied{};
};

bool carriesNow(const World &world, int index, Mask asked, const Scenario &scenario)
{
    const auto &workload = world.cluster.workloads[static_cast<std::size_t>(index)];
    return (workload.exists || workload.collected) && (shownBy(workload.live.pods, scenario).images & asked) == asked;
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
bool servesAnother(const Cluster &cluster, int index, const Scenario &scenario)
{
    const auto &workload = cluster.workloads[static_cast<std::size_t>(index)];
    const auto shown = shownBy(workload.live.pods, scenario);
    if (!workload.exists || workload.kind == Kind::Job || workload.kind == Kind::CronJob
        || shown.images == shown.repositories)
        return false;
    return std::any_of(cluster.pods.begin(), cluster.pods.end(),
                       [&](const Pod &pod) { return pod.workload == index && !pod.isTerminating(); });
}

Targets targetsOf(const World &world, int revision, const Scenario &scenario, const Past *past = nullptr)
{
    Targets targets;
    const auto &manifests = commitOf(scenario, revision);
    for (int i = 0; i < scenario.setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (manifests[at].removed) {
            targets.run = targets.run && !servesAnother(world.cluster, i, scenario);
            continue;
        }
        const auto shown = shownBy(manifests[at].pods, scenario);
        targets.shown.repositories |= shown.repositories;
        targets.shown.images |= shown.images;
        const auto &workload = world.cluster.workloads[at];
        // Pods of a version that was desired a moment ago are just as broken.
        if (const auto live = shownBy(workload.live.pods, scenario).images; live != 0)
            targets.brokenSomewhere = targets.brokenSomewhere || tallyOf(world.cluster, i, live, scenario).broken;
        if (shown.images == 0)
            continue;
        const auto tally = tallyOf(world.cluster, i, shown.images, scenario);
        const bool applied =
            past ? (past->applied[at] & shown.images) == shown.images : carriesNow(world, i, shown.images, scenario);
        const int wanted = past ? past->wanted[at] : workload.live.replicas;
        const bool healthy = workload.state == State::Healthy
            || (workload.state == State::Suspended && scenario.expectation.acceptSuspended
                && scenario.dialect.seesPods); // whether a hidden canary has started is unknown
        targets.run = targets.run && applied && runs(world.cluster, i, tally, wanted, scenario);
        targets.broken = targets.broken || tally.broken;
        targets.degraded = targets.degraded || (applied && workload.state == State::Degraded);
        targets.settled =
            targets.settled && world.status.synced[at] && healthy && workload.observed == workload.generation;
    }
    return targets;
}

bool isUnscheduledIn(const World &world, const Scenario &scenario, Ms now)
{
    const auto &manifests = commitOf(scenario, world.manifests);
    for (int i = 0; i < scenario.setup.workloads; ++i) {
        const auto images = shownBy(manifests[static_cast<std::size_t>(i)].pods, scenario).images;
        if (images != 0 && tallyOf(world.cluster, i, images, scenario, now).unscheduled)
            return true;
    }
    return false;
}

// Every workload that the last operation applied is unchanged, and its controller has observed it.
bool isAsApplied(const World &world, const Scenario &scenario)
{
    const auto &manifests = commitOf(scenario, world.status.operation.result);
    for (const auto &resource : world.status.operation.resources) {
        if (resource.of >= kMostWorkloads)
            continue;
        const auto at = static_cast<std::size_t>(resource.of);
        const auto &workload = world.cluster.workloads[at];
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

std::optional<Blocker::Kind> awaitedIn(const World &world, const Scenario &scenario)
{
    using Twist = Scenario::Twist;
    const auto &status = world.status;
    const bool isSpecial = scenario.twist == Twist::ByHand || scenario.twist == Twist::Rollback
        || scenario.twist == Twist::Mirror || scenario.twist == Twist::Digest;
    if (isSpecial || status.pending || status.operation.phase != Phase::Succeeded || status.comparisonError
        || !scenario.dialect.seesPods || status.reconciledAt < status.operation.finishedAt
        || status.revision != world.manifests)
        return std::nullopt;
    const auto targets = targetsOf(world, world.manifests, scenario);
    if (!targets.areAll(scenario) || targets.broken || targets.degraded)
        return std::nullopt;
    const auto &manifests = commitOf(scenario, world.manifests);
    bool areSynced = true;
    bool areApplied = true;
    bool areWell = true;
    bool keepsOld = false;
    for (int i = 0; i < scenario.setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto images = shownBy(manifests[at].pods, scenario).images;
        if (manifests[at].removed || images == 0)
            continue;
        const auto &workload = world.cluster.workloads[at];
        if (workload.collected)
            continue; // Argo CD reports the missing Job as a difference, but the release does not need it
        const auto tally = tallyOf(world.cluster, i, images, scenario);
        areSynced = areSynced && status.synced[at];
        areApplied = areApplied && carriesNow(world, i, images, scenario);
        areWell = areWell && workload.state == State::Healthy && workload.observed == workload.generation;
        const bool isKept = workload.live.onDelete || workload.live.partition >= tally.olds;
        keepsOld =
            keepsOld || (workload.kind == Kind::StatefulSet && tally.olds > 0 && isKept && tally.ready == tally.news);
    }
    if (!areSynced) {
        if (scenario.setup.hasSteps)
            return Blocker::Kind::ApplicationsetStep;
        return scenario.setup.autoSync ? std::nullopt : std::optional(Blocker::Kind::AutoSyncOff);
    }
    if (!areApplied)
        return scenario.setup.ignoresImages ? std::optional(Blocker::Kind::IgnoredDifference) : std::nullopt;
    if (areWell && keepsOld)
        return Blocker::Kind::UpdateStrategy;
    return std::nullopt;
}

bool ranWithin(const std::vector<const World *> &worlds, const Scenario &scenario)
{
    Past past;
    past.wanted.fill(std::numeric_limits<int>::max());
    std::vector<int> revisions;
    for (const auto *world : worlds) {
        for (std::size_t i = 0; i < kMostWorkloads; ++i) {
            const auto &workload = world->cluster.workloads[i];
            past.wanted[i] = std::min<int>(past.wanted[i], workload.live.replicas);
            past.applied[i] |= workload.exists || workload.collected ? shownBy(workload.live.pods, scenario).images : 0;
        }
        revisions.push_back(world->manifests);
        // The target manifests may be the outdated part.
        if (world->status.operation.phase == Phase::Succeeded && world->status.operation.result >= 0)
            revisions.push_back(world->status.operation.result);
    }
    std::ranges::sort(revisions);
    revisions.erase(std::unique(revisions.begin(), revisions.end()), revisions.end());
    return std::ranges::any_of(worlds, [&](const World *world) {
        return std::ranges::any_of(revisions, [&](int revision) {
            const auto targets = targetsOf(*world, revision, scenario, &past);
            return targets.areAll(scenario) && targets.run;
        });
    });
}

void Truth::update(const World &world, const Scenario &scenario, Ms now, Ms late)
{
    const auto &status = world.status;
    const auto &operation = status.operation;
    const auto targets = targetsOf(world, world.manifests, scenario);
    const bool shown = targets.areAll(scenario) && !status.comparisonError;
    running.keep(shown && targets.run, now);
    updateJobs(world, scenario, now);
    settled.keep(shown && targets.run && targets.settled && areJobsKnown(world, world.manifests, scenario, late)
                     && !status.pending && operation.phase == Phase::Succeeded
                     && status.reconciledAt >= operation.finishedAt && status.revision == world.manifests,
                 now);
    const bool isBack = operation.phase == Phase::Succeeded && operation.result >= 0 && !scenario.setup.autoSync
        && operation.selected == 0 && operation.result != status.revision && status.revision == world.manifests;
    const auto back = isBack ? targetsOf(world, operation.result, scenario) : Targets{};
    held.keep(isBack && !scenario.setup.hasSteps && back.areAll(scenario) && back.run && isAsApplied(world, scenario)
                  && areJobsKnown(world, operation.result, scenario, late) && !status.pending && !status.comparisonError
                  && status.reconciledAt >= operation.finishedAt && !targets.areAll(scenario),
              now);
    broken.keep(targets.broken, now);
    unscheduled.keep(isUnscheduledIn(world, scenario, now), now);
    if (targets.broken || targets.brokenSomewhere)
        brokenAt = now;
    brokenAsRead.keep(brokenAt != kNever && now - brokenAt <= late, now);
    degraded.keep(targets.degraded || back.degraded, now);
    error.keep(status.comparisonError, now);
    absent.keep(targets.shown.repositories != allOf(scenario), now);
    shownRevision = targets.areAll(scenario) ? std::max(shownRevision, world.manifests) : shownRevision;
    if (shownRevision >= 0 && world.manifests > shownRevision && !targets.areAll(scenario))
        movedAt = now;
    noticed.keep(shown, now);
    if (shown && shownAt == kNever)
        shownAt = now;
    if (operation.phase != Phase::None)
        updateOperation(world, scenario, now, late);
}

void Truth::updateJobs(const World &world, const Scenario &scenario, Ms now)
{
    for (std::size_t i = 0; i < jobDone.size(); ++i) {
        const auto &job = world.cluster.workloads[i];
        if (job.kind != Kind::Job || !job.exists)
            continue;
        const bool isDone = job.state == State::Healthy && job.observed == job.generation
            && now >= scenario.registeredAt && shownBy(job.live.pods, scenario).images != 0;
        if (!isDone)
            jobDone[i] = {};
        jobDone[i].keep(isDone, now);
    }
}

// A failed Job is deleted as well: the success must have been visible for long enough or be in the result of the
// operation.
bool Truth::areJobsKnown(const World &world, int revision, const Scenario &scenario, Ms late) const
{
    const auto &manifests = commitOf(scenario, revision);
    for (int i = 0; i < scenario.setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const bool isCollectedTarget =
            world.cluster.workloads[at].collected && shownBy(manifests[at].pods, scenario).images != 0;
        const Ms seenAfter = late + kBetweenLooks + (scenario.dialect.seesPods ? 0 : kUnseenDwell);
        if (isCollectedTarget && jobDone[at].longest <= seenAfter && !saysSucceeded(world.status.operation, i))
            return false;
    }
    return true;
}

void Truth::updateOperation(const World &world, const Scenario &scenario, Ms now, Ms late)
{
    const auto &operation = world.status.operation;
    const bool ours = carries(operation, scenario);
    failed.keep(ours && (operation.phase == Phase::Failed || operation.phase == Phase::Error), now);
    endedBadly = endedBadly || failed.since != kNever;
    const bool goesOn = ours && operation.phase != Phase::Succeeded && operation.startedAt == operationBegan;
    operationBegan = operation.startedAt;
    bool hookFailed = false;
    bool showsFailure = false;
    for (std::size_t i = 0; i < hookDown.size(); ++i) {
        const auto &each = world.cluster.hooks[i];
        const bool fails = each.exists && each.phase == HookPhase::Failed && each.created >= operation.startedAt;
        const bool succeeds = each.exists && each.phase == HookPhase::Succeeded;
        hookDown[i] = ours && (fails || (hookDown[i] && goesOn && !succeeds));
        hookFailed = hookFailed || hookDown[i];
        showsFailure = showsFailure || (ours && fails);
    }
    hook.keep(hookFailed, now);
    bool refuses = false;
    bool takes = false;
    for (const auto &resource : operation.resources) {
        refuses = refuses || resource.status == ResultStatus::SyncFailed;
        takes = takes || (resource.of == 0 && resource.status == ResultStatus::Synced);
    }
    refusedNow = ours && operation.phase == Phase::Running && (refuses || (refusedNow && goesOn && !takes));
    refused.keep(refusedNow, now);
    // A watch that is registered later only knows an operation if its revision was compared since.
    const int revision = operation.result >= 0 ? operation.result : operation.requested;
    known.keep(now >= scenario.registeredAt && !world.status.comparisonError && revision >= 0
                   && revision == world.manifests && revision == world.status.revision,
               now);
    // Manifests and revision belong together only after both were stable for a while.
    const bool isKnownForSure = known.lasts(now) > kKnownAfter + late;
    refusedShown.keep(refusedNow && (refusedShown.since != kNever || (refuses && isKnownForSure)), now);
    hookShown.keep(hookFailed && (hookShown.since != kNever || (showsFailure && isKnownForSure)), now);
    if (!scenario.dialect.resultImages && scenario.setup.autoSync)
        return;
    Mask images = 0;
    for (const auto &resource : operation.resources) {
        if (resource.of < kMostWorkloads)
            images |= shownBy(resource.pods, scenario).images;
    }
    if (images != 0)
        shownAt = std::min(shownAt, now);
    if (images == allOf(scenario))
        shownRevision = std::max(shownRevision, operation.result);
}

} // namespace lynceus::simulation
