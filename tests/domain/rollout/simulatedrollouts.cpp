#include "tests/domain/rollout/simulatedcluster.h"

#include <algorithm>

// How each kind replaces old pods by new ones.

namespace lynceus::simulation {

bool Controllers::isNewest(const Pod &pod) const
{
    const auto &workload = m_cluster.workloads[static_cast<std::size_t>(pod.workload)];
    return hasReplicaSets(workload.kind) ? pod.set == workload.current
                                         : pod.pods == workload.sets[workload.current].pods;
}

int Controllers::count(int index, bool newest, bool readyOnly) const
{
    return static_cast<int>(std::count_if(m_cluster.pods.begin(), m_cluster.pods.end(), [&](const Pod &pod) {
        return pod.workload == index && !pod.isTerminating() && isNewest(pod) == newest
            && (!readyOnly || pod.isReady());
    }));
}

void Controllers::addPod(int index, int slot, Ms now, int chosen)
{
    if (m_cluster.pods.isFull())
        return;
    const auto &workload = m_cluster.workloads[static_cast<std::size_t>(index)];
    const auto &set = workload.sets[chosen < 0 ? workload.current : chosen];
    Pod pod;
    pod.id = ++m_lastId;
    pod.workload = static_cast<std::int8_t>(index);
    pod.set = static_cast<std::int8_t>(hasReplicaSets(workload.kind) ? workload.current : -1);
    pod.slot = static_cast<std::int8_t>(slot);
    pod.pods = set.pods;
    pod.created = now;
    pod.next = now + m_random.time(0, 400);
    m_cluster.pods.add(pod);
    if (m_behaviour.failure != Failure::None && set.pods == m_behaviour.fails && m_heals == kNever
        && m_behaviour.failureLasts != kNever)
        m_heals = now + m_behaviour.failureLasts;
}

void Controllers::remove(Pod &pod, Ms now)
{
    pod.gone = now + m_random.time(kTick, std::max(kTick, m_behaviour.mostTermination));
}

void Controllers::rollSets(int index, int newWanted, int oldWanted, Ms now)
{
    const int wanted = m_cluster.workloads[static_cast<std::size_t>(index)].live.replicas;
    int newPods = count(index, true, false);
    int oldPods = count(index, false, false);
    for (; newPods < newWanted && newPods + oldPods < std::max(wanted, newWanted + oldWanted) + 1; ++newPods)
        addPod(index, -1, now);
    int ready = count(index, true, true) + count(index, false, true);
    for (auto &pod : m_cluster.pods) {
        if (pod.workload != index || pod.isTerminating())
            continue;
        int &ownCount = isNewest(pod) ? newPods : oldPods;
        const int ownWanted = isNewest(pod) ? newWanted : oldWanted;
        // Pods that are not ready can be deleted at any time, ready ones only if enough others are ready.
        const bool mayGo = !pod.isReady() || ready > wanted - (m_behaviour.mayLosePods ? 1 : 0) || isNewest(pod);
        if (ownCount <= ownWanted || !mayGo)
            continue;
        ready -= pod.isReady() ? 1 : 0;
        --ownCount;
        remove(pod, now);
    }
}

void Controllers::rollSlots(int index, Ms now)
{
    const auto &workload = m_cluster.workloads[static_cast<std::size_t>(index)];
    std::array<Pod *, 16> places{};
    bool allReady = true;
    for (auto &pod : m_cluster.pods) {
        if (pod.workload != index)
            continue;
        if (pod.slot >= workload.live.replicas) {
            if (!pod.isTerminating())
                remove(pod, now);
            continue;
        }
        places[static_cast<std::size_t>(pod.slot)] = &pod;
        allReady = allReady && pod.isReady() && !pod.isTerminating();
    }
    const bool isOrdered = workload.kind == Kind::StatefulSet && m_behaviour.ordered;
    // A slot is filled again under the same name. Pods are replaced one by one, the highest slot first.
    const bool keepsOld = workload.kind == Kind::StatefulSet && workload.live.onDelete;
    const int partition = workload.kind == Kind::StatefulSet ? workload.live.partition : 0;
    bool replaced = false;
    for (int slot = workload.live.replicas; slot-- > 0;) {
        auto *pod = places[static_cast<std::size_t>(slot)];
        if (!pod) {
            // Below the partition, pods keep the old revision.
            const bool isKept = workload.kind == Kind::StatefulSet && slot < workload.live.partition;
            addPod(index, slot, now, isKept ? workload.before : -1);
            replaced = true;
        } else if (!replaced && !keepsOld && slot >= partition && !pod->isTerminating() && !isNewest(*pod)
                   && (allReady || (!pod->isReady() && !isOrdered))) {
            remove(*pod, now);
            replaced = true;
        }
    }
}

void Controllers::runJob(int index, Ms now)
{
    auto &job = m_cluster.workloads[static_cast<std::size_t>(index)];
    const bool isDone = job.state == State::Healthy || job.state == State::Degraded;
    if (isDone && job.observed == job.generation && job.doneAt == kNever)
        job.doneAt = now;
    if (job.doneAt != kNever && m_behaviour.jobTtl != kNever && now >= job.doneAt + m_behaviour.jobTtl) {
        for (int i = m_cluster.pods.count; i-- > 0;) {
            if (m_cluster.pods[i].workload == index)
                m_cluster.pods.removeAt(i);
        }
        job.exists = false;
        job.collected = job.state == State::Healthy;
        return;
    }
    bool runs = false;
    for (auto &pod : m_cluster.pods) {
        if (pod.workload != index || pod.isTerminating())
            continue;
        if (isNewest(pod))
            runs = true;
        else
            remove(pod, now);
    }
    if (!runs)
        addPod(index, 0, now);
}

void Controllers::stepCanary(int index, Ms now)
{
    auto &workload = m_cluster.workloads[static_cast<std::size_t>(index)];
    const int wanted = workload.live.replicas;
    if (workload.step >= m_behaviour.canarySteps) {
        const bool keeps = m_behaviour.keepOldPods > 0 && (!workload.switched || now < workload.oldPodsGoAt);
        rollSets(index, wanted, keeps ? count(index, false, false) : 0, now);
        if (!workload.switched && count(index, true, true) >= wanted && (keeps || count(index, false, false) == 0)) {
            workload.switched = true;
            workload.oldPodsGoAt = now + m_behaviour.keepOldPods;
        }
        return;
    }
    const int newWanted = wanted == 0 ? 0 : std::max(1, wanted * (workload.step + 1) / (m_behaviour.canarySteps + 1));
    rollSets(index, newWanted, std::max(0, wanted - newWanted), now);
    if (count(index, true, true) < newWanted)
        return;
    if (workload.stepEnds == 0)
        workload.stepEnds = m_behaviour.canaryPause == kNever ? kNever : now + m_behaviour.canaryPause;
    if (now >= workload.stepEnds || m_promoted) {
        ++workload.step;
        workload.stepEnds = 0;
    }
}

void Controllers::switchBlueGreen(int index, Ms now)
{
    auto &workload = m_cluster.workloads[static_cast<std::size_t>(index)];
    const int wanted = workload.live.replicas;
    const bool keeps = !workload.switched || now < workload.oldPodsGoAt;
    rollSets(index, wanted, keeps ? count(index, false, false) : 0, now);
    if (workload.switched || count(index, true, true) < wanted)
        return;
    if (workload.stepEnds == 0)
        workload.stepEnds = m_behaviour.canaryPause == kNever ? kNever : now + m_behaviour.canaryPause;
    if (now >= workload.stepEnds || m_promoted) {
        workload.switched = true;
        workload.oldPodsGoAt = now + m_behaviour.keepOldPods;
    }
}

void Controllers::watchProgress(int index, Ms now)
{
    auto &workload = m_cluster.workloads[static_cast<std::size_t>(index)];
    const int ready = count(index, true, true);
    if (ready != workload.readyBefore || ready >= workload.live.replicas) {
        workload.readyBefore = ready;
        workload.progressedAt = now;
        workload.overdue = false;
    } else if (workload.stepEnds == 0 && now - workload.progressedAt >= m_behaviour.progressDeadline) {
        workload.overdue = true;
    }
}

State Controllers::stateOf(int index) const
{
    const auto &workload = m_cluster.workloads[static_cast<std::size_t>(index)];
    const bool custom = workload.kind == Kind::CustomPods || workload.kind == Kind::CustomReplicaSets;
    if (workload.kind == Kind::CronJob)
        return State::Healthy;
    if (workload.kind == Kind::Deployment && workload.live.paused)
        return State::Suspended;
    if (workload.observed != workload.generation) // a custom health check ignores generations
        return custom && workload.sets.count > 0 ? workload.state : State::Progressing;
    if (workload.sets.count == 0)
        return State::Progressing;
    if (workload.kind == Kind::Job) {
        const auto has = [&](PodPhase phase) {
            return std::any_of(m_cluster.pods.begin(), m_cluster.pods.end(), [&](const Pod &pod) {
                return pod.workload == index && isNewest(pod) && pod.phase == phase;
            });
        };
        return has(PodPhase::Completed) ? State::Healthy : has(PodPhase::Failed) ? State::Degraded : State::Progressing;
    }
    const bool hasDeadline =
        workload.kind == Kind::Deployment || workload.kind == Kind::Canary || workload.kind == Kind::BlueGreen;
    if (workload.overdue && hasDeadline)
        return State::Degraded;
    const int wanted = workload.live.replicas;
    const bool rollout = workload.kind == Kind::Canary || workload.kind == Kind::BlueGreen;
    if (rollout && workload.stepEnds != 0)
        return State::Suspended;
    if (workload.kind == Kind::StatefulSet && (workload.live.onDelete || workload.live.partition > 0)) {
        const int allReady = count(index, true, true) + count(index, false, true);
        const int newPods = workload.live.onDelete ? 0 : std::max(0, wanted - workload.live.partition);
        return allReady >= wanted && count(index, true, true) >= newPods ? State::Healthy : State::Progressing;
    }
    if (count(index, true, true) < wanted)
        return State::Progressing;
    if (rollout)
        return workload.switched && (workload.kind == Kind::BlueGreen || workload.step >= m_behaviour.canarySteps)
            ? State::Healthy
            : State::Progressing;
    return count(index, false, false) == 0 ? State::Healthy : State::Progressing;
}

} // namespace lynceus::simulation
