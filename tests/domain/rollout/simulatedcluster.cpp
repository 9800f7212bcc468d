#include "tests/domain/rollout/simulatedcluster.h"

#include <algorithm>

namespace lynceus::simulation {

bool hasReplicaSets(Kind kind)
{
    return kind == Kind::Deployment || kind == Kind::Canary || kind == Kind::BlueGreen
        || kind == Kind::CustomReplicaSets;
}

void Controllers::settle(int index)
{
    auto &workload = m_cluster.workloads[static_cast<std::size_t>(index)];
    workload.exists = true;
    workload.creations = 1;
    workload.step = m_behaviour.canarySteps;
    if (workload.sets.count == 0)
        workload.sets.add({workload.live.pods, 1});
    workload.current = workload.sets.count - 1;
    if (workload.kind == Kind::CronJob)
        return;
    for (int slot = 0; slot < std::max<int>(workload.live.replicas, workload.kind == Kind::Job ? 1 : 0); ++slot) {
        addPod(index, slot, 0);
        m_cluster.pods[m_cluster.pods.count - 1].phase =
            workload.kind == Kind::Job ? PodPhase::Completed : PodPhase::Ready;
    }
    workload.readyBefore = workload.live.replicas;
    workload.state = stateOf(index);
}

void Controllers::tick(Ms now)
{
    movePods(now);
    for (int i = 0; i < kMostWorkloads; ++i) {
        auto &workload = m_cluster.workloads[static_cast<std::size_t>(i)];
        if (!workload.exists)
            continue;
        takeUpGeneration(workload, now);
        if (workload.observed == workload.generation || workload.kind != Kind::Deployment)
            reconcile(i, now);
        // A status usually follows its pods at once. A generation that is not observed yet shows at once.
        if (workload.observed != workload.generation || m_random.chance(70))
            workload.state = stateOf(i);
    }
}

void Controllers::apply(int index, const Manifest &manifest, Ms now)
{
    auto &workload = m_cluster.workloads[static_cast<std::size_t>(index)];
    auto live = manifest;
    if (live.replicas < 0)
        live.replicas = workload.exists ? workload.live.replicas : std::int8_t{1};
    workload.byHand = false;
    if (workload.exists && live == workload.live)
        return;
    if (!workload.exists || (workload.kind == Kind::Job && !(live.pods == workload.live.pods))) {
        ++workload.creations; // the template of a Job is immutable, so the Job is replaced
        workload.lastCreatedAt = now;
    }
    workload.collected = false;
    workload.doneAt = kNever;
    workload.exists = true;
    workload.live = live;
    ++workload.generation;
    workload.reactsAt = now + m_random.time(0, m_behaviour.mostReaction);
    workload.state = stateOf(index);
}

void Controllers::setByHand(int index, const Template &pods, Ms now)
{
    auto &workload = m_cluster.workloads[static_cast<std::size_t>(index)];
    if (!workload.exists)
        return;
    auto manifest = workload.live;
    manifest.pods = pods;
    apply(index, manifest, now);
    workload.byHand = true;
}

void Controllers::scale(int index, int replicas, Ms now)
{
    auto manifest = m_cluster.workloads[static_cast<std::size_t>(index)].live;
    manifest.replicas = static_cast<std::int8_t>(replicas);
    const bool byHand = m_cluster.workloads[static_cast<std::size_t>(index)].byHand;
    apply(index, manifest, now);
    m_cluster.workloads[static_cast<std::size_t>(index)].byHand = byHand;
}

void Controllers::evictOne(int index, Ms now)
{
    if (m_cluster.workloads[static_cast<std::size_t>(index)].kind == Kind::Job)
        return;
    for (auto &pod : m_cluster.pods) {
        if (pod.workload == index && !pod.isTerminating()) {
            remove(pod, now);
            return;
        }
    }
}

void Controllers::crashOne(int index, Ms now, Ms lasts)
{
    for (auto &pod : m_cluster.pods) {
        if (pod.workload == index && !pod.isTerminating() && pod.isReady()) {
            pod.phase = PodPhase::PullError; // any broken phase that `failure` does not control
            pod.next = now + lasts;
            return;
        }
    }
}

void Controllers::promote()
{
    m_promoted = true;
}

void Controllers::startHook(int hook, Ms now, Ms lasts)
{
    m_cluster.hooks[static_cast<std::size_t>(hook)] = {true, ++m_lastId, now, now + lasts, HookPhase::Running};
}

void Controllers::endHook(int hook, bool succeeded)
{
    m_cluster.hooks[static_cast<std::size_t>(hook)].phase = succeeded ? HookPhase::Succeeded : HookPhase::Failed;
}

void Controllers::movePods(Ms now)
{
    for (int i = m_cluster.pods.count; i-- > 0;) {
        if (m_cluster.pods[i].gone <= now)
            m_cluster.pods.removeAt(i);
        else if (m_cluster.pods[i].next <= now && !m_cluster.pods[i].isTerminating())
            movePod(m_cluster.pods[i], now);
    }
}

void Controllers::movePod(Pod &pod, Ms now)
{
    const bool fails = m_behaviour.failure != Failure::None && pod.pods == m_behaviour.fails && now < m_heals;
    const auto go = [&](PodPhase phase, Ms next) {
        pod.phase = phase;
        pod.next = next;
    };
    switch (pod.phase) {
    case PodPhase::Pending:
        if (fails && m_behaviour.failure == Failure::Unschedulable)
            return go(PodPhase::Pending, std::min(m_heals, now + kTick));
        return go(PodPhase::Creating, now + m_random.time(0, m_behaviour.mostStart / 2));
    case PodPhase::Creating:
        if (fails && m_behaviour.failure == Failure::Pull)
            return go(PodPhase::PullError, m_heals);
        return go(PodPhase::Running, now + m_random.time(0, m_behaviour.mostStart));
    case PodPhase::PullError:
        return go(PodPhase::Running, now + m_random.time(0, m_behaviour.mostStart));
    case PodPhase::Running:
        if (m_cluster.workloads[static_cast<std::size_t>(pod.workload)].kind == Kind::Job && !fails) {
            const bool isBad = m_behaviour.jobsFail && pod.pods == m_behaviour.failingJob;
            return go(isBad ? PodPhase::Failed : PodPhase::Completed, kNever);
        }
        if (fails && m_behaviour.failure == Failure::NeverReady)
            return go(PodPhase::Running, m_heals);
        if (fails)
            return go(PodPhase::CrashWait, now + m_random.time(kTick, 1'200));
        return go(PodPhase::Ready, kNever);
    case PodPhase::CrashWait:
        ++pod.restarts;
        return go(fails ? PodPhase::CrashRun : PodPhase::Running, now + m_random.time(kTick, 800));
    case PodPhase::CrashRun:
        return go(fails ? PodPhase::CrashWait : PodPhase::Running, now + m_random.time(kTick, 1'200));
    case PodPhase::Ready:
    case PodPhase::Completed:
    case PodPhase::Failed:
        return;
    }
}

void Controllers::takeUpGeneration(Workload &workload, Ms now)
{
    if (workload.observed == workload.generation || now < workload.reactsAt)
        return;
    workload.observed = workload.generation;
    if (workload.sets.count > 0 && workload.sets[workload.current].pods == workload.live.pods)
        return;
    int newest = 0;
    int found = -1;
    for (int i = 0; i < workload.sets.count; ++i) {
        newest = std::max(newest, workload.sets[i].revision);
        found = workload.sets[i].pods == workload.live.pods ? i : found;
    }
    // A ReplicaSet with the same template is reused with a new revision number.
    if (found < 0) {
        found = workload.sets.count;
        workload.sets.add({workload.live.pods, 0});
    }
    workload.sets[found].revision = newest + 1;
    workload.before = workload.current;
    workload.current = found;
    workload.step = 0;
    workload.stepEnds = 0;
    workload.switched = false;
    workload.progressedAt = now;
    workload.readyBefore = 0;
    workload.overdue = false;
}

void Controllers::reconcile(int index, Ms now)
{
    auto &workload = m_cluster.workloads[static_cast<std::size_t>(index)];
    if (workload.sets.count == 0)
        return; // the controller has not observed it yet
    const int wanted = workload.live.replicas;
    switch (workload.kind) {
    case Kind::Deployment:
        if (!workload.live.paused)
            rollSets(index, wanted, 0, now);
        break;
    case Kind::CustomReplicaSets:
        rollSets(index, wanted, 0, now);
        break;
    case Kind::Canary:
        stepCanary(index, now);
        break;
    case Kind::BlueGreen:
        switchBlueGreen(index, now);
        break;
    case Kind::StatefulSet:
    case Kind::DaemonSet:
    case Kind::CustomPods:
        rollSlots(index, now);
        break;
    case Kind::Job:
        runJob(index, now);
        break;
    case Kind::CronJob:
        break;
    }
    watchProgress(index, now);
}

} // namespace lynceus::simulation
