#include "core/domain/rollout/workload.h"

#include "core/domain/rollout/hooks.h"
#include "core/domain/rollout/podrevisions.h"
#include "core/domain/rollout/podstate.h"

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
    pod.terminating = isBeingDeleted(node);
    pod.finished = isFinishedReason(node.statusReason);
    const auto match = matcher.match(node.images);
    const auto asked = workload.askedImages();
    pod.carries = asked != 0 && (match.image & asked) == asked;
    pod.newest = newest;
    // A pod that runs is Healthy by its Ready condition. Argo CD before 2.12.5 counts a native sidecar as an init
    // container that has not ended, and then says "Init:0/1" and "0/1" of it for good.
    pod.ready = node.health.status == HealthStatus::Healthy && endOfPod(node) == PodEnd::NotOver;
    return pod;
}

// The kinds whose pods Kubernetes keeps running, and replaces when they are over.
bool keepsPodsRunning(const ResourceKey &owner)
{
    static constexpr std::array kKinds{"ReplicaSet"_L1, "StatefulSet"_L1, "DaemonSet"_L1, "ReplicationController"_L1};
    return std::ranges::find(kKinds, owner.kind) != kKinds.end();
}

void markFinished(WorkloadView &workload, const ResourceTree &tree)
{
    const auto endOf = [&](const PodView &pod) {
        const int owner = pod.node->parent;
        const bool replaced = owner >= 0 && keepsPodsRunning(tree.nodes[static_cast<std::size_t>(owner)].key);
        return replaced ? endOfPod(*pod.node) : PodEnd::NotOver;
    };
    const auto isReplaced = [&](const PodView &pod) {
        return std::ranges::any_of(workload.pods, [&](const PodView &other) {
            return other.node->parent == pod.node->parent && other.isCurrent() && endOf(other) == PodEnd::NotOver;
        });
    };
    for (auto &pod : workload.pods) {
        const auto end = endOf(pod);
        pod.finished =
            pod.finished || end == PodEnd::Over || (end == PodEnd::PerhapsOver && (!pod.newest || isReplaced(pod)));
    }
}

// Jobs and experiments that test a Rollout are below it too; what they run is not what is released.
bool isPodOf(const WorkloadView &workload, const ResourceTree &tree, const ResourceNode &pod)
{
    const bool others = workload.key.kind == "Rollout"_L1 && workload.key.group == "argoproj.io"_L1;
    if (!others || pod.parent == workload.index || pod.parent < 0)
        return true;
    return tree.nodes[static_cast<std::size_t>(pod.parent)].parent == workload.index;
}

void addPods(WorkloadView &workload, const ResourceTree &tree, ImageMatcher &matcher)
{
    for (const auto &pod : podsWithRevisions(tree, workload.index)) {
        const auto &node = tree.nodes[static_cast<std::size_t>(pod.index)];
        if (isPodOf(workload, tree, node))
            workload.pods.push_back(viewOf(node, pod.newest, workload, matcher));
    }
    markFinished(workload, tree);
}

// A custom kind often has no health and says nowhere how many pods it wants: the workloads that its operator made of it
// do both.
bool waitsForChildren(const WorkloadView &workload, const ResourceTree &tree)
{
    static constexpr std::array kKinds{"Deployment"_L1, "StatefulSet"_L1, "DaemonSet"_L1, "ReplicaSet"_L1};
    return std::ranges::any_of(workload.pods, [&](const PodView &pod) {
        for (int owner = pod.node->parent; owner >= 0 && owner != workload.index;
             owner = tree.nodes[static_cast<std::size_t>(owner)].parent) {
            const auto &node = tree.nodes[static_cast<std::size_t>(owner)];
            const bool isWorkload = std::ranges::find(kKinds, node.key.kind) != kKinds.end();
            if (isWorkload && node.health.status != HealthStatus::Healthy && node.health.status != HealthStatus::None)
                return true;
        }
        return false;
    });
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
        counts.oldUnready += pod.isOld() && !pod.ready ? 1 : 0;
    }
    // The live number first: an autoscaler owns it, and git then often does not say one.
    const auto *spec = workload.live && workload.live->replicas ? workload.live : workload.target;
    workload.isWantedKnown = spec && spec->replicas;
    if (workload.isWantedKnown)
        counts.wanted = *spec->replicas;
    else if (workload.key.kind == "CronJob"_L1)
        counts.wanted = 0;
    else
        counts.wanted = spec ? std::max(1, current) : current; // without a manifest nobody knows
}

// A Healthy DaemonSet without pods has no node to run on. A Deployment without a ReplicaSet is never Healthy: a project
// may hide these and show the pods of other kinds.
bool mayHaveNoPods(const WorkloadView &workload)
{
    if (workload.key.group != "apps"_L1)
        return false;
    return workload.key.kind == "DaemonSet"_L1
        || (workload.key.kind == "Deployment"_L1 && workload.node->firstChild < 0);
}

PodAbsence absenceOf(const WorkloadView &workload, const WorkloadContext &context)
{
    if (workload.key.kind == "CronJob"_L1)
        return PodAbsence::CronJob; // its Jobs come later, and finished ones keep old images
    // Scaled to zero, pods that still terminate are none.
    if (workload.isWantedKnown && workload.counts.wanted == 0
        && std::ranges::none_of(workload.pods, &PodView::isCurrent))
        return PodAbsence::NoReplicas;
    if (!workload.pods.empty())
        return PodAbsence::None;
    const bool saysHealthy = workload.health() == HealthStatus::Healthy || workload.health() == HealthStatus::Suspended;
    if (workload.key.kind == "Job"_L1 && workload.key.group == "batch"_L1)
        return workload.health() == HealthStatus::Healthy ? PodAbsence::JobDone : PodAbsence::None;
    // Kubernetes calls nothing Healthy that wants pods and has none: this account, or the project, does not show them.
    return saysHealthy && (!context.podsWereSeen || mayHaveNoPods(workload)) ? PodAbsence::NotVisible
                                                                             : PodAbsence::None;
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
        view.waitsForChildren = waitsForChildren(view, *observation.tree.value);
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
        view.waitsForChildren = waitsForChildren(view, tree);
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

} // namespace lynceus
