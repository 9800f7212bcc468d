#include "tests/domain/rollout/rollouttruth.h"

namespace lynceus::simulation {

namespace {

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

/// What the pods of one workload add up to.
struct Tally
{
    int news = 0;
    int ready = 0;
    int olds = 0;
    bool broken = false;
    bool completed = false;
};

Tally tallyOf(const Cluster &cluster, int index, Mask asked, const Scenario &scenario)
{
    const auto &workload = cluster.workloads[static_cast<std::size_t>(index)];
    // A ReplicaSet without a number tells no revision: then the images decide, as they do without ReplicaSets.
    const bool numbered = hasReplicaSets(workload.kind) && workload.kind != Kind::CustomReplicaSets;
    Tally tally;
    for (const auto &pod : cluster.pods) {
        if (pod.workload != index || pod.isTerminating())
            continue;
        const bool carries = (shownBy(pod.pods, scenario).images & asked) == asked;
        if (!carries || (numbered && pod.set != workload.current)) {
            ++tally.olds;
            continue;
        }
        ++tally.news;
        tally.ready += pod.isReady() ? 1 : 0;
        tally.broken = tally.broken || pod.isBroken();
        tally.completed = tally.completed || pod.phase == PodPhase::Completed;
    }
    return tally;
}

bool runs(const Cluster &cluster, int index, const Tally &tally, const Scenario &scenario)
{
    const auto &workload = cluster.workloads[static_cast<std::size_t>(index)];
    const bool rollout = workload.kind == Kind::Canary || workload.kind == Kind::BlueGreen;
    if (workload.kind == Kind::CronJob)
        return true;
    if (workload.kind == Kind::Job)
        return tally.completed && tally.olds == 0;
    if (scenario.expectation.acceptSuspended && workload.state == State::Suspended
        && (rollout || workload.kind == Kind::Deployment))
        return (tally.news > 0 && tally.ready == tally.news) || workload.live.replicas == 0;
    const bool keepsOld = rollout && workload.state == State::Healthy;
    return tally.ready == tally.news && tally.news >= workload.live.replicas && (tally.olds == 0 || keepsOld);
}

bool carries(const Operation &operation, const Scenario &scenario)
{
    const int revision = operation.result >= 0 ? operation.result : operation.requested;
    if (revision < 0)
        return true; // it does not say which; the manifests of the day do
    Mask images = 0;
    for (const auto &manifest : scenario.setup.commits[static_cast<std::size_t>(revision)].manifests)
        images |= shownBy(manifest.pods, scenario).images;
    return images != 0;
}

} // namespace

void Truth::update(const World &world, const Scenario &scenario, Ms now)
{
    const auto &cluster = world.cluster;
    const auto &status = world.status;
    const auto &manifests = scenario.setup.commits[static_cast<std::size_t>(world.manifests)].manifests;
    Shown all;
    bool run = true;
    bool anyBroken = false;
    bool anyDegraded = false;
    bool synced = true;
    for (int i = 0; i < scenario.setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto shown = shownBy(manifests[at].pods, scenario);
        all.repositories |= shown.repositories;
        all.images |= shown.images;
        const auto &workload = cluster.workloads[at];
        if (shown.images == 0)
            continue;
        const auto tally = tallyOf(cluster, i, shown.images, scenario);
        const bool applied = (shownBy(workload.live.pods, scenario).images & shown.images) == shown.images;
        run = run && applied && runs(cluster, i, tally, scenario);
        anyBroken = anyBroken || tally.broken;
        anyDegraded = anyDegraded || (applied && workload.state == State::Degraded);
        const bool healthy = workload.state == State::Healthy
            || (workload.state == State::Suspended && scenario.expectation.acceptSuspended);
        synced = synced && status.synced[at] && healthy && workload.observed == workload.generation;
    }
    const bool shown = all.images == allOf(scenario) && !status.comparisonError;
    const auto &operation = status.operation;
    running.keep(shown && run, now);
    settled.keep(shown && run && synced && !status.pending && operation.phase == Phase::Succeeded
                     && status.reconciledAt >= operation.finishedAt && status.revision == world.manifests,
                 now);
    broken.keep(anyBroken, now);
    degraded.keep(anyDegraded, now);
    error.keep(status.comparisonError, now);
    absent.keep(all.repositories != allOf(scenario), now);
    if (noticed.since != kNever && all.images != allOf(scenario))
        movedAt = now;
    noticed.keep(shown, now);
    if (shown && shownAt == kNever)
        shownAt = now;
    if (operation.phase != Phase::None) {
        const bool ours = carries(operation, scenario);
        failed.keep(ours && (operation.phase == Phase::Failed || operation.phase == Phase::Error), now);
        bool hookFailed = hook.since != kNever && ours && operation.phase != Phase::Succeeded;
        for (const auto &each : cluster.hooks) {
            if (each.exists && each.phase == HookPhase::Failed && ours)
                hookFailed = true;
            else if (each.exists && each.phase == HookPhase::Succeeded)
                hookFailed = false;
        }
        hook.keep(hookFailed, now);
        for (const auto &resource : operation.resources) {
            const bool isHook = resource.of >= kMostWorkloads;
            if (!isHook && shownBy(resource.pods, scenario).images != 0 && scenario.dialect.resultImages)
                shownAt = std::min(shownAt, now);
        }
    }
}

} // namespace lynceus::simulation
