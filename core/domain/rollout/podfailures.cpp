#include "core/domain/rollout/podfailures.h"

#include "core/domain/rollout/podcause.h"
#include "core/domain/rollout/stages.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

void lookAtReadiness(FailureLook &look, const WorkloadView &workload, QHash<QString, Instant> &stillUnready)
{
    for (const auto &pod : workload.pods) {
        const bool waits = pod.isUpdated() && !pod.ready && pod.node->health.status == HealthStatus::Progressing
            && pod.node->statusReason == "Running"_L1;
        if (!waits)
            continue;
        const auto since = look.memory.unreadySince.value(pod.node->uid, look.memory.tree.at);
        stillUnready.insert(pod.node->uid, since);
        if (look.treeTime - since < kReadinessPatience || isDegraded(workload))
            continue; // progress-deadline replaces it
        Cause cause;
        cause.kind = Cause::Kind::Readiness;
        cause.resource = pod.node->key;
        cause.message = pod.node->health.message;
        look.add(cause);
    }
}

void lookAtEvents(FailureLook &look, const WorkloadView &workload)
{
    const auto &events = look.observation.events;
    const auto since = look.memory.noticedAt - std::chrono::seconds{1}; // events have whole seconds
    for (const auto &pod : workload.pods) {
        if (pod.isUpdated() && !pod.ready && pod.node->health.status == HealthStatus::Progressing)
            look.add(causeFromEvents(pod.node->key, events, since));
    }
    if (workload.counts.updated >= workload.counts.wanted || !workload.node)
        return;
    look.add(causeFromEvents(workload.key, events, since));
    const auto &nodes = look.memory.tree.value->nodes;
    for (int child = workload.node->firstChild; child >= 0; child = nodes[static_cast<std::size_t>(child)].nextSibling)
        look.add(causeFromEvents(nodes[static_cast<std::size_t>(child)].key, events, since));
}

bool isBackOff(const QString &message)
{
    return message.isEmpty() || message.startsWith("back-off"_L1, Qt::CaseInsensitive);
}

// "Back-off pulling image" hides why: the words before it, or an event's, say it.
void explainBackOff(FailureLook &look, const ResourceNode &pod, Cause &cause)
{
    if (!isBackOff(pod.health.message)) {
        look.memory.podWords.insert(pod.uid, pod.health.message);
        return;
    }
    if (const auto known = look.memory.podWords.value(pod.uid); !known.isEmpty()) {
        cause.message = known;
        return;
    }
    for (const auto &event : look.observation.events) {
        const bool isReason = event.type == "Warning"_L1 && event.reason == "Failed"_L1 && !isBackOff(event.message);
        if (isReason && event.involved.kind == "Pod"_L1 && event.involved.name == pod.key.name)
            cause.message = event.message;
    }
}

// Each pod of a rolling update may crash once until its neighbour is there: as long as others become ready, only what
// one and the same pod does counts.
void keepBrokenPods(FailureLook &look, const QHash<QString, Instant> &broken, int ready)
{
    auto &memory = look.memory;
    if (ready > memory.mostReady) {
        memory.mostReady = ready;
        memory.podsBroken.since.reset();
    }
    memory.brokenSince = broken;
    memory.podsBroken.keep(!broken.isEmpty(), memory.tree.at);
    // A stream may have been silent about its end: the last word has a tree that was read after.
    look.endAfter(memory.podsBroken, look.expectation.failAfter, memory.tree.at);
    for (const auto &since : broken)
        look.endAfter(Unbroken{since}, look.expectation.failAfter, memory.tree.at);
}

} // namespace

void lookAtPods(FailureLook &look, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    int ready = 0;
    QHash<QString, Instant> broken;
    QHash<QString, Instant> stillUnready;
    for (const int target : targets) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        ready += workload.counts.ready;
        for (const auto &pod : workload.pods) {
            if (!pod.isUpdated())
                continue;
            if (auto cause = causeOfFailingPod(pod)) {
                const auto &uid = pod.node->uid;
                broken.insert(uid, look.memory.brokenSince.value(uid, look.memory.tree.at));
                explainBackOff(look, *pod.node, *cause);
                look.add(std::move(cause));
            }
        }
        lookAtReadiness(look, workload, stillUnready);
        lookAtEvents(look, workload);
    }
    look.memory.unreadySince = stillUnready;
    keepBrokenPods(look, broken, ready);
}

} // namespace lynceus
