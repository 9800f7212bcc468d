#include "core/domain/rollout/workload.h"

#include "core/domain/rollout/hooks.h"
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
    const auto *spec = workload.live && workload.live->replicas ? workload.live : workload.target;
    workload.isWantedKnown = spec && spec->replicas;
    if (workload.isWantedKnown)
        counts.wanted = *spec->replicas;
    else
        counts.wanted = workload.key.kind == "CronJob"_L1 ? 0 : std::max(1, current);
}

PodAbsence absenceOf(const WorkloadView &workload, const WorkloadContext &context)
{
    if (workload.key.kind == "CronJob"_L1)
        return PodAbsence::CronJob; // its Jobs come later, and finished ones keep old images
    // Scaled to zero, pods that still terminate are none.
    if (workload.counts.wanted == 0 && std::ranges::none_of(workload.pods, &PodView::isCurrent))
        return PodAbsence::NoReplicas;
    if (!workload.pods.empty())
        return PodAbsence::None;
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

QSet<ResourceKey> hooksOf(const Observation &observation)
{
    return observation.application.value ? hookKeys(*observation.application.value) : QSet<ResourceKey>{};
}

// What the pods below this node run, finished ones left out (Argo Workflows and operators keep them).
ImageMask repositoriesBelow(const ResourceTree &tree, int index, ImageMatcher &matcher)
{
    ImageMask repositories = 0;
    for (const int pod : tree.podsUnder(index)) {
        const auto &node = tree.nodes[static_cast<std::size_t>(pod)];
        if (node.statusReason != "Completed"_L1 && !isFinishedReason(node.statusReason))
            repositories |= matcher.match(node.images).repository;
    }
    return repositories;
}

void addOwnersWithoutTemplate(std::vector<WorkloadView> &workloads, const Observation &observation,
                              const Lookup &lookup, ImageMatcher &matcher)
{
    if (!observation.tree.value)
        return;
    const auto &tree = *observation.tree.value;
    const auto hooks = hooksOf(observation);
    for (int i = 0; i < static_cast<int>(tree.nodes.size()); ++i) {
        const auto &node = tree.nodes[static_cast<std::size_t>(i)];
        if (node.parent >= 0 || node.firstChild < 0 || node.orphaned || hooks.contains(node.key)
            || std::ranges::find(workloads, node.key, &WorkloadView::key) != workloads.end())
            continue;
        const auto repositories = repositoriesBelow(tree, i, matcher);
        if (!repositories)
            continue;
        WorkloadView view;
        view.key = node.key;
        view.node = &node;
        view.index = i;
        view.isKnownByPods = true;
        view.desired.repository = repositories;
        if (const auto sync = lookup.sync.constFind(node.key); sync != lookup.sync.constEnd())
            view.sync = *sync;
        addPods(view, tree, matcher);
        count(view);
        workloads.push_back(std::move(view));
    }
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
    if (observation.managed.value) {
        for (const auto &managed : observation.managed.value->workloads) {
            if (managed.hook)
                continue;
            workloads.push_back(viewOf(&managed, managed.key, observation, lookup, matcher, context));
        }
        addOwnersWithoutTemplate(workloads, observation, lookup, matcher);
        return workloads;
    }
    // Managed resources not read (yet, or not allowed): the operation's result names what it applied, since 3.1.
    for (auto it = lookup.syncResult.constBegin(); it != lookup.syncResult.constEnd(); ++it)
        workloads.push_back(viewOf(nullptr, it.key(), observation, lookup, matcher, context));
    return workloads;
}

std::vector<int> targetsAmong(const std::vector<WorkloadView> &workloads)
{
    const bool noticed = std::ranges::any_of(workloads, [](const auto &view) { return view.desired.image != 0; });
    std::vector<int> targets;
    for (int i = 0; i < static_cast<int>(workloads.size()); ++i) {
        const auto &workload = workloads[static_cast<std::size_t>(i)];
        const bool carries = workload.desired.image || (workload.isKnownByPods && workload.desired.repository);
        if (noticed ? carries : workload.desired.repository != 0)
            targets.push_back(i);
    }
    return targets;
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
