#include "core/domain/rollout/judging/podfailures.h"

#include "core/domain/rollout/judging/stages.h"
#include "core/domain/rollout/judging/synctext.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/domain/rollout/workloads/podcause.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualSlack = 150; // percent of the longest observed start

bool isAboutPod(const ResourceEvent &event, const ResourceNode &pod)
{
    return event.involved.kind == "Pod"_L1 && event.involved.name == pod.key.name
        && event.involved.nameSpace == pod.key.nameSpace;
}

// The kubelet's last message about a failed probe.
QString probeMessage(const Observation &observation, const ResourceNode &pod)
{
    QString message;
    Instant newest{};
    for (const auto &event : observation.events) {
        const auto at = event.last.value_or(Instant{});
        if (event.reason != "Unhealthy"_L1 || !isAboutPod(event, pod) || at < newest)
            continue;
        newest = at;
        message = event.message;
    }
    return message;
}

// A Job or CronJob runs to completion and is never ready in between.
bool runsToItsEnd(const WorkloadView &workload)
{
    return workload.key.group == "batch"_L1;
}

// The probes' delays, and the duration that pods of this workload needed so far: others need about as long.
Duration readinessPatience(const RolloutMemory &memory, const WorkloadView &workload)
{
    const auto *spec = workload.live ? workload.live : workload.target;
    const auto usual = memory.usualStart.value(workload.key) * kUsualSlack / 100;
    return std::max({kReadinessPatience, spec ? spec->probeDelay : Duration{0}, usual});
}

void checkReadiness(FailureQuery &query, const WorkloadView &workload, QHash<QString, Instant> &stillUnready)
{
    if (runsToItsEnd(workload))
        return;
    auto &memory = query.memory;
    const auto patience = readinessPatience(memory, workload);
    for (const auto &pod : workload.pods) {
        const auto &node = *pod.node;
        const auto since = memory.unreadySince.value(node.uid, memory.tree.at);
        if (pod.isUpdated() && pod.ready && memory.unreadySince.contains(node.uid)) {
            auto &usual = memory.usualStart[workload.key];
            usual = std::max(usual, memory.tree.at - since);
        }
        const bool waits = pod.isUpdated() && !pod.ready && node.health.status == HealthStatus::Progressing
            && node.statusReason == "Running"_L1;
        if (!waits)
            continue;
        stillUnready.insert(node.uid, since);
        if (query.treeTime - since < patience)
            continue;
        Cause cause;
        cause.kind = Cause::Kind::Readiness;
        cause.resource = node.key;
        cause.message = node.health.message.isEmpty() ? probeMessage(query.observation, node) : node.health.message;
        query.add(cause);
    }
}

// Start of the release, which may be older than the watch: from the operation that applied the images.
Instant releasedAt(const FailureQuery &query)
{
    const auto &operation = query.memory.application.value->operationState;
    auto since = query.memory.noticedAt;
    if (operation && operation->startedAt && carriesImages(*operation, query.memory))
        since = std::min(since, *operation->startedAt);
    return since - std::chrono::seconds{1}; // events have whole seconds
}

// The cause from an earlier event stays valid while the pod has made no progress, even if the list now has events of
// another object.
bool stillHolds(const Cause &cause, const ResourceNode &pod)
{
    return cause.kind == Cause::Kind::Unschedulable ? pod.statusReason == "Pending"_L1
                                                    : pod.statusReason != "Running"_L1;
}

void checkPodEvents(FailureQuery &query, const ResourceNode &pod, QHash<QString, Cause> &known)
{
    // The names of a StatefulSet's pods are reused: events from before this pod are about another one.
    const auto since = pod.createdAt ? *pod.createdAt - std::chrono::seconds{1} : releasedAt(query);
    auto cause = causeFromEvents(pod.key, query.observation.events, since);
    const bool isAsked = std::ranges::any_of(query.observation.events,
                                             [&](const ResourceEvent &event) { return isAboutPod(event, pod); });
    if (const auto before = query.memory.eventCauses.constFind(pod.uid);
        !isAsked && before != query.memory.eventCauses.constEnd() && stillHolds(*before, pod))
        cause = *before;
    if (!cause)
        return;
    known.insert(pod.uid, *cause);
    query.add(std::move(cause));
}

bool doesNotStart(const PodView &pod)
{
    return !pod.ready && pod.node->health.status == HealthStatus::Progressing;
}

void checkOwnerEvents(FailureQuery &query, const WorkloadView &workload)
{
    const auto &events = query.observation.events;
    const auto since = releasedAt(query);
    query.add(causeFromEvents(workload.key, events, since));
    const auto &nodes = query.memory.tree.value->nodes;
    for (int child = workload.node->firstChild; child >= 0;
         child = nodes[static_cast<std::size_t>(child)].nextSibling) {
        if (nodes[static_cast<std::size_t>(child)].key.kind != "Pod"_L1)
            query.add(causeFromEvents(nodes[static_cast<std::size_t>(child)].key, events, since));
    }
}

bool isBackOff(const QString &message)
{
    return message.isEmpty() || message.startsWith("back-off"_L1, Qt::CaseInsensitive);
}

// With several containers, the kubelet names the one that it restarts.
void findContainer(FailureQuery &query, const ResourceNode &pod, Cause &cause)
{
    if (cause.kind != Cause::Kind::CrashLoop && cause.kind != Cause::Kind::InitFailed)
        return;
    auto &known = query.memory.podContainers[pod.uid];
    if (const auto named = containerIn(pod.health.message); !named.isEmpty())
        known = named;
    for (const auto &event : query.observation.events) {
        if (known.isEmpty() && event.reason == "BackOff"_L1 && isAboutPod(event, pod))
            known = containerIn(event.message);
    }
    cause.container = known;
}

// "Back-off pulling image" hides the reason, which an earlier message or an event has.
void explainBackOff(FailureQuery &query, const ResourceNode &pod, Cause &cause)
{
    if (!isBackOff(pod.health.message)) {
        query.memory.podText.insert(pod.uid, pod.health.message);
        return;
    }
    if (const auto known = query.memory.podText.value(pod.uid); !known.isEmpty()) {
        cause.message = known;
        return;
    }
    for (const auto &event : query.observation.events) {
        const bool isReason = event.type == "Warning"_L1 && event.reason == "Failed"_L1 && !isBackOff(event.message);
        if (isReason && isAboutPod(event, pod))
            cause.message = event.message;
    }
}

// For a workload that is not a target: pods of its current template.
bool isNewOf(const WorkloadView &workload, const PodView &pod)
{
    const auto images = workload.images();
    return pod.isCurrent() && pod.newest
        && std::ranges::all_of(images, [&](const QString &image) { return pod.node->images.contains(image); });
}

// A broken earlier wave blocks the release. It causes a warning; the operation or the deadline decides whether it ends
// the release.
void checkWave(FailureQuery &query, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets,
               QHash<QString, Cause> &eventCauses)
{
    const auto wave = earlierWave(query.memory, workloads, targets);
    if (!wave || !carriesImages(*query.memory.application.value->operationState, query.memory))
        return;
    if (wave->workload < 0) {
        const int index = query.memory.tree.value->indexOf(wave->resource);
        const auto *node = index < 0 ? nullptr : &query.memory.tree.value->nodes[static_cast<std::size_t>(index)];
        if (!node || node->health.status != HealthStatus::Degraded)
            return;
        Cause cause;
        cause.resource = node->key;
        cause.message = node->health.message;
        return query.add(std::move(cause));
    }
    const auto &workload = workloads[static_cast<std::size_t>(wave->workload)];
    for (const auto &pod : workload.pods) {
        if (!isNewOf(workload, pod))
            continue;
        if (auto cause = causeOfFailingPod(pod)) {
            findContainer(query, *pod.node, *cause);
            explainBackOff(query, *pod.node, *cause);
            query.add(std::move(cause));
        }
        if (doesNotStart(pod))
            checkPodEvents(query, *pod.node, eventCauses);
    }
    if (isDegraded(workload))
        query.add(causeOfDegraded(workload));
}

// Each pod of a rolling update may crash once until another is ready: while others become ready, only a single pod's
// repeated failures count.
void keepBrokenPods(FailureQuery &query, const QHash<QString, Instant> &broken, int ready)
{
    auto &memory = query.memory;
    if (ready > memory.mostReady) {
        memory.mostReady = ready;
        memory.podsBroken.since.reset();
    }
    memory.brokenSince = broken;
    memory.podsBroken.keep(!broken.isEmpty(), memory.tree.at);
    // The stream may not have reported its end: a tree that was read afterwards decides.
    query.endAfter(memory.podsBroken, query.expectation.failAfter, memory.tree.at);
    for (const auto &since : broken)
        query.endAfter(SustainedCondition{since}, query.expectation.failAfter, memory.tree.at);
}

} // namespace

void checkPods(FailureQuery &query, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    int ready = 0;
    QHash<QString, Instant> broken;
    QHash<QString, Instant> stillUnready;
    QHash<QString, Cause> eventCauses;
    for (const int target : targets) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        ready += workload.counts.ready;
        for (const auto &pod : workload.pods) {
            if (!pod.isUpdated())
                continue;
            if (auto cause = causeOfFailingPod(pod)) {
                const auto &uid = pod.node->uid;
                broken.insert(uid, query.memory.brokenSince.value(uid, query.memory.tree.at));
                findContainer(query, *pod.node, *cause);
                explainBackOff(query, *pod.node, *cause);
                query.add(std::move(cause));
            }
            if (doesNotStart(pod))
                checkPodEvents(query, *pod.node, eventCauses);
        }
        checkReadiness(query, workload, stillUnready);
        if (workload.node && workload.counts.updated < workload.counts.wanted)
            checkOwnerEvents(query, workload);
    }
    checkWave(query, workloads, targets, eventCauses);
    query.memory.unreadySince = stillUnready;
    query.memory.eventCauses = eventCauses;
    keepBrokenPods(query, broken, ready);
}

} // namespace lynceus
