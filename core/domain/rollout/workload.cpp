#include "core/domain/rollout/workload.h"

#include "core/domain/rollout/podrevisions.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

struct Lookup
{
    QHash<ResourceKey, int> nodes;
    QHash<ResourceKey, SyncStatus> sync;
    QHash<ResourceKey, QStringList> syncResult;
};

Lookup lookupOf(const Observation &observation)
{
    Lookup lookup;
    if (observation.tree.value) {
        const auto &nodes = observation.tree.value->nodes;
        // Backwards, so that of several with one key the first stays (as ResourceTree::indexOf says).
        for (auto i = static_cast<int>(nodes.size()); i-- > 0;) {
            const auto &node = nodes[static_cast<std::size_t>(i)];
            // Children are no workloads of their own, and there may be thousands.
            const bool isChild = node.key.kind == "Pod"_L1 || node.key.kind == "ReplicaSet"_L1;
            if (!node.orphaned && (!isChild || node.parent < 0))
                lookup.nodes.insert(node.key, i);
        }
    }
    if (observation.application.value) {
        for (const auto &resource : observation.application.value->resources) {
            if (!resource.hook)
                lookup.sync.insert(resource.key, resource.sync);
        }
        if (const auto &operation = observation.application.value->operationState) {
            for (const auto &resource : operation->resources) {
                if (resource.hookType.isEmpty() && !resource.images.isEmpty())
                    lookup.syncResult.insert(resource.key, resource.images);
            }
        }
    }
    return lookup;
}

PodView viewOf(const ResourceNode &node, bool newest, const WorkloadView &workload, ImageMatcher &matcher)
{
    PodView pod;
    pod.node = &node;
    pod.terminating = node.statusReason == "Terminating"_L1;
    pod.finished = isFinishedReason(node.statusReason);
    const auto match = matcher.match(node.images);
    const auto asked = workload.askedImages();
    pod.carries = asked != 0 && (match.image & asked) == asked;
    pod.newest = newest;
    const bool containersReady = !node.containers || node.readyContainers == node.containers;
    pod.ready = node.health.status == HealthStatus::Healthy && containersReady;
    return pod;
}

void addPods(WorkloadView &workload, const ResourceTree &tree, ImageMatcher &matcher)
{
    for (const auto &pod : podsWithRevisions(tree, workload.index)) {
        const auto &node = tree.nodes[static_cast<std::size_t>(pod.index)];
        workload.pods.push_back(viewOf(node, pod.newest, workload, matcher));
    }
}

void count(WorkloadView &workload)
{
    auto &counts = workload.counts;
    int current = 0;
    for (const auto &pod : workload.pods) {
        current += pod.isCurrent() ? 1 : 0;
        counts.updated += pod.isUpdated() ? 1 : 0;
        counts.ready += pod.isUpdated() && pod.ready ? 1 : 0;
        counts.old += pod.isOld() ? 1 : 0;
    }
    // The live number first: an autoscaler owns it, and git then often does not say one.
    if (workload.live && workload.live->replicas)
        counts.wanted = *workload.live->replicas;
    else if (workload.target && workload.target->replicas)
        counts.wanted = *workload.target->replicas;
    else
        counts.wanted = workload.key.kind == "CronJob"_L1 ? 0 : std::max(1, current);
}

PodAbsence absenceOf(const WorkloadView &workload, const WorkloadContext &context)
{
    if (workload.key.kind == "CronJob"_L1)
        return PodAbsence::CronJob; // its Jobs come later, and finished ones keep old images
    if (!workload.pods.empty())
        return PodAbsence::None;
    if (workload.counts.wanted == 0)
        return PodAbsence::NoReplicas;
    const bool saysHealthy = workload.health() == HealthStatus::Healthy || workload.health() == HealthStatus::Suspended;
    // Kubernetes calls nothing Healthy that wants pods and has none: this account, or the project, does not show them.
    return saysHealthy && !context.podsWereSeen ? PodAbsence::NotVisible : PodAbsence::None;
}

WorkloadView viewOf(const ManagedWorkload *managed, const ResourceKey &key, const Observation &observation,
                    const Lookup &lookup, ImageMatcher &matcher, const WorkloadContext &context)
{
    WorkloadView view;
    view.key = key;
    if (managed) {
        view.target = managed->target ? &*managed->target : nullptr;
        view.live = managed->live ? &*managed->live : nullptr;
    }
    view.syncResultImages = lookup.syncResult.value(key);
    if (const auto sync = lookup.sync.constFind(key); sync != lookup.sync.constEnd())
        view.sync = *sync;
    if (view.live)
        view.applied = matcher.match(view.live->images);
    if (view.target)
        view.desired = matcher.match(view.target->images);
    else if (view.live && !context.targetsUsable)
        view.desired = view.applied;
    else if (!managed)
        view.desired = matcher.match(view.syncResultImages);
    view.index = lookup.nodes.value(key, -1);
    if (view.index >= 0) {
        view.node = &observation.tree.value->nodes[static_cast<std::size_t>(view.index)];
        addPods(view, *observation.tree.value, matcher);
    }
    count(view);
    view.absence = absenceOf(view, context);
    return view;
}

} // namespace

ImageMask WorkloadView::askedImages() const
{
    return desired.image ? desired.image : desired.repository;
}

QStringList WorkloadView::images() const
{
    if (live)
        return live->images;
    return target ? target->images : syncResultImages;
}

std::vector<WorkloadView> workloadsOf(const Observation &observation, ImageMatcher &matcher,
                                      const WorkloadContext &context)
{
    const auto lookup = lookupOf(observation);
    std::vector<WorkloadView> workloads;
    QHash<ResourceKey, bool> known;
    if (observation.managed.value) {
        for (const auto &managed : observation.managed.value->workloads) {
            if (managed.hook)
                continue;
            known.insert(managed.key, true);
            workloads.push_back(viewOf(&managed, managed.key, observation, lookup, matcher, context));
        }
        return workloads;
    }
    // Managed resources not read (yet, or not allowed): the operation's result names what it applied, since 3.1.
    for (auto it = lookup.syncResult.constBegin(); it != lookup.syncResult.constEnd(); ++it)
        workloads.push_back(viewOf(nullptr, it.key(), observation, lookup, matcher, context));
    return workloads;
}

std::vector<int> targetsAmong(const std::vector<WorkloadView> &workloads)
{
    std::vector<int> carrying;
    std::vector<int> declaring;
    for (int i = 0; i < static_cast<int>(workloads.size()); ++i) {
        const auto &workload = workloads[static_cast<std::size_t>(i)];
        if (workload.desired.image)
            carrying.push_back(i);
        if (workload.desired.repository)
            declaring.push_back(i);
    }
    return carrying.empty() ? declaring : carrying;
}

bool isFinishedReason(const QString &reason)
{
    // kubelet eviction, node shutdown, preemption and admission at the node: phase Failed, never to run again.
    static constexpr std::array kReasons{
        "Evicted"_L1,
        "Shutdown"_L1,
        "NodeShutdown"_L1,
        "Terminated"_L1,
        "Preempting"_L1,
        "NodeAffinity"_L1,
        "NodeLost"_L1,
        "OutOfcpu"_L1,
        "OutOfmemory"_L1,
        "OutOfpods"_L1,
        "UnexpectedAdmissionError"_L1,
    };
    return std::ranges::find(kReasons, reason) != kReasons.end();
}

} // namespace lynceus
