#include "core/domain/rollout/workloads/workload.h"

#include "core/domain/rollout/sync/hooks.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/domain/rollout/workloads/podrevisions.h"
#include "core/domain/rollout/workloads/podstate.h"
#include "core/domain/rollout/workloads/rewritten.h"

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
        // Backwards, so that of several with the same key the first stays (like ResourceTree::indexOf()).
        for (auto i = static_cast<int>(nodes.size()); i-- > 0;) {
            const auto &node = nodes[static_cast<std::size_t>(i)];
            // Children are not workloads themselves, and there may be thousands.
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
    pod.carries = asked != 0 && (match.proven & asked) == asked;
    pod.newest = newest;
    // A running pod is Healthy by its Ready condition. Before 2.12.5, Argo CD counts a native sidecar as an unfinished
    // init container and always reports "Init:0/1" and "0/1".
    pod.ready = node.health.status == HealthStatus::Healthy && endOfPod(node) == PodEnd::NotOver;
    return pod;
}

// Kinds whose pods Kubernetes keeps running and replaces when they end.
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
            const bool isLater =
                !other.node->createdAt || !pod.node->createdAt || *other.node->createdAt >= *pod.node->createdAt;
            return isLater && other.node->parent == pod.node->parent && other.isCurrent()
                && endOf(other) == PodEnd::NotOver;
        });
    };
    for (auto &pod : workload.pods) {
        const auto end = endOf(pod);
        pod.finished =
            pod.finished || end == PodEnd::Over || (end == PodEnd::PerhapsOver && (!pod.newest || isReplaced(pod)));
    }
}

void markExcused(WorkloadView &workload, const ResourceTree &tree)
{
    for (auto &pod : workload.pods) {
        const auto *owner = pod.node->parent < 0 ? nullptr : &tree.nodes[static_cast<std::size_t>(pod.node->parent)];
        if (!owner || !isJob(owner->key) || !hasFailed(*pod.node))
            continue;
        pod.isExcused = owner->health.status != HealthStatus::Degraded || workload.key.kind == "CronJob"_L1;
    }
}

// Jobs and experiments that test a Rollout are below it too, but do not run the release.
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
    workload.hasLoosePods = std::ranges::any_of(workload.pods, [&](const PodView &pod) {
        return pod.node->parent < 0 || !keepsPodsRunning(tree.nodes[static_cast<std::size_t>(pod.node->parent)].key);
    });
    markFinished(workload, tree);
    markExcused(workload, tree);
}

// A custom kind often has neither a health nor a number of wanted pods; the workloads that its operator created have
// both.
bool waitsForChildren(const ResourceTree &tree, int index)
{
    static constexpr std::array kKinds{"Deployment"_L1, "StatefulSet"_L1, "DaemonSet"_L1, "ReplicaSet"_L1};
    for (int child = tree.nodes[static_cast<std::size_t>(index)].firstChild; child >= 0;
         child = tree.nodes[static_cast<std::size_t>(child)].nextSibling) {
        const auto &node = tree.nodes[static_cast<std::size_t>(child)];
        const bool isWorkload = std::ranges::find(kKinds, node.key.kind) != kKinds.end();
        const bool waits = node.health.status != HealthStatus::Healthy && node.health.status != HealthStatus::None;
        if ((isWorkload && waits) || waitsForChildren(tree, child))
            return true;
    }
    return false;
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
    // The live number first: an autoscaler sets it, and git then often has none.
    const auto *spec = workload.live && workload.live->replicas ? workload.live : workload.target;
    workload.isWantedKnown = spec && spec->replicas;
    if (workload.isWantedKnown)
        counts.wanted = *spec->replicas;
    else if (workload.key.kind == "CronJob"_L1)
        counts.wanted = 0;
    else
        counts.wanted = spec ? std::max(1, current) : current; // unknown without a manifest
}

// A Healthy DaemonSet without pods has no node to run on. A Deployment without a ReplicaSet is never Healthy: a project
// may hide ReplicaSets and show pods of other kinds.
bool mayHaveNoPods(const WorkloadView &workload)
{
    if (workload.key.group != "apps"_L1)
        return false;
    return workload.key.kind == "DaemonSet"_L1
        || (workload.key.kind == "Deployment"_L1 && workload.node->firstChild < 0);
}

// Deleted after its success, by its TTL or manually: the same Job does not exist again.
bool isCollected(const WorkloadView &workload, const WorkloadContext &context)
{
    const bool isGone = !workload.live && (!workload.node || workload.node->uid.isEmpty());
    return isJob(workload.key) && isGone && workload.pods.empty() && context.jobsDone
        && context.jobsDone->contains(workload.key);
}

// An operator has created workloads for it, which need pods.
bool hasWorkloadsBelow(const ResourceTree &tree, int index)
{
    static constexpr std::array kKinds{"Deployment"_L1, "StatefulSet"_L1, "DaemonSet"_L1, "ReplicaSet"_L1,
                                       "Job"_L1,        "CronJob"_L1,     "Pod"_L1};
    for (int child = tree.nodes[static_cast<std::size_t>(index)].firstChild; child >= 0;
         child = tree.nodes[static_cast<std::size_t>(child)].nextSibling) {
        const auto &node = tree.nodes[static_cast<std::size_t>(child)];
        if (std::ranges::find(kKinds, node.key.kind) != kKinds.end() || hasWorkloadsBelow(tree, child))
            return true;
    }
    return false;
}

// KEDA's ScaledJob and sets of runners have pods only when there is work. If pods were seen, their absence is a gap.
bool hasPodsOnDemand(const WorkloadView &workload, const ResourceTree &tree, const WorkloadContext &context)
{
    const bool hadPods = context.hadPods && context.hadPods->contains(workload.key);
    return isCustomKind(workload.key) && !hadPods && !workload.isWantedKnown
        && workload.health() == HealthStatus::Healthy && !hasWorkloadsBelow(tree, workload.index);
}

PodAbsence absenceOf(const WorkloadView &workload, const ResourceTree *tree, const WorkloadContext &context)
{
    if (isCollected(workload, context))
        return PodAbsence::JobCollected;
    if (workload.key.kind == "CronJob"_L1)
        return PodAbsence::CronJob; // its Jobs come later, and finished ones keep old images
    // When scaled to zero, terminating pods do not count.
    if (workload.isWantedKnown && workload.counts.wanted == 0
        && std::ranges::none_of(workload.pods, &PodView::isCurrent))
        return PodAbsence::NoReplicas;
    if (!workload.pods.empty())
        return PodAbsence::None;
    const bool saysHealthy = workload.health() == HealthStatus::Healthy || workload.health() == HealthStatus::Suspended;
    if (isJob(workload.key))
        return workload.health() == HealthStatus::Healthy ? PodAbsence::JobDone : PodAbsence::None;
    if (context.podsWereSeen && tree && workload.node && hasPodsOnDemand(workload, *tree, context))
        return PodAbsence::NoWorkload;
    // Kubernetes never reports Healthy for a workload that wants pods and has none: the account or the project cannot
    // see them.
    return saysHealthy && (!context.podsWereSeen || mayHaveNoPods(workload)) ? PodAbsence::NotVisible
                                                                             : PodAbsence::None;
}

// Managed fields of server-side apply name who last set an image: only Argo CD's own name means that it was not changed
// since.
bool isOnlySetByArgoCd(const WorkloadSpec &live)
{
    return !live.imageOwners.isEmpty() && std::ranges::all_of(live.imageOwners, [](const QString &owner) {
        return owner == "argocd-controller"_L1 || owner == "argocd-application-controller"_L1;
    });
}

// The expected images that the last operation applied although git's revision has others.
ImageMask broughtImages(const WorkloadView &view, const Observation &observation, ImageMatcher &matcher)
{
    const auto asked = view.applied.image;
    if (!asked || asked != view.applied.repository || view.sync == SyncStatus::Synced || !observation.application.value)
        return 0;
    const auto &application = *observation.application.value;
    const auto &operation = application.operationState;
    // Automated syncs, or those of an ApplicationSet, will change it.
    if (application.autoSync || isSyncedInSteps(application) || isOperationPending(application) || !operation
        || operation->phase != OperationPhase::Succeeded || operation->dryRun)
        return 0;
    // A rollback applies a whole revision. What that revision had for resources that were not selected is unknown.
    if (!operation->selected.empty())
        return 0;
    const auto &put = operation->resultRevisions.isEmpty() ? operation->requestedRevisions : operation->resultRevisions;
    if (put.isEmpty() || put == application.revisions)
        return 0;
    if (!view.syncResultImages.isEmpty())
        return (matcher.match(view.syncResultImages).image & asked) == asked ? asked : 0;
    // Before 3.1, results have no images: the operation must have applied the workload, without a later change.
    const bool wasApplied = std::ranges::any_of(operation->resources, [&](const SyncResultResource &resource) {
        return resource.key == view.key && resource.hookType.isEmpty() && resource.status == "Synced"_L1;
    });
    return wasApplied && isOnlySetByArgoCd(*view.live) ? asked : 0;
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
    if (view.live && context.targetsUsable) // also if it is no longer in git: a rollback restores it
        view.brought = broughtImages(view, observation, matcher);
    // An image that git has in this or another workload is the release, whatever a rollback left beside it.
    if ((view.desired.image & view.brought) != view.brought && (context.shownInGit & view.brought) != view.brought)
        view.held = view.brought;
    view.index = lookup.nodes.value(key, -1);
    if (view.index >= 0) {
        view.node = &observation.tree.value->nodes[static_cast<std::size_t>(view.index)];
        addPods(view, *observation.tree.value, matcher);
        view.waitsForChildren = waitsForChildren(*observation.tree.value, view.index);
    }
    count(view);
    view.absence = absenceOf(view, observation.tree.value.get(), context);
    if (view.absence == PodAbsence::JobCollected || view.absence == PodAbsence::NoWorkload)
        view.counts.wanted = 0;
    return view;
}

bool wasApplied(const Observation &observation, const WorkloadContext &context, const ResourceKey &key)
{
    if (context.jobsDone && context.jobsDone->contains(key))
        return true;
    const auto *application = observation.application.value.get();
    return application && application->operationState
        && std::ranges::any_of(application->operationState->resources, [&](const SyncResultResource &resource) {
               return resource.key == key && resource.hookType.isEmpty() && resource.status == "Synced"_L1;
           });
}

ImageMatcher::Match without(ImageMask repositories, ImageMatcher::Match match)
{
    match.repository &= ~repositories;
    match.image &= ~repositories;
    match.proven &= ~repositories;
    return match;
}

// Images that objects only name count if no workload declares their repository: an operator, or something that Argo CD
// does not see, creates the pods.
void addMentions(std::vector<WorkloadView> &workloads, const Observation &observation, const Lookup &lookup,
                 ImageMatcher &matcher, const WorkloadContext &context)
{
    ImageMask declared = 0;
    QSet<ResourceKey> managedKeys;
    for (const auto &workload : workloads) {
        declared |= workload.desired.repository | workload.applied.repository;
        managedKeys.insert(workload.key);
    }
    const auto *tree = observation.tree.value.get();
    for (const auto &mention : observation.managed.value->mentions) {
        const auto undeclared = [&](const QStringList &images) { return without(declared, matcher.match(images)); };
        const auto match = undeclared(mention.target);
        const bool isWorkload = managedKeys.contains(mention.key);
        // A Job that was deleted after its success names nothing any more; one that is not created yet will.
        const bool isGone =
            isWorkload && isJob(mention.key) && mention.live.isEmpty() && wasApplied(observation, context, mention.key);
        if (!match.repository || isGone)
            continue;
        auto view = viewOf(nullptr, mention.key, observation, lookup, matcher, context);
        view.isMention = true;
        view.desired = match;
        view.applied = undeclared(mention.live);
        // Other pods of an operator's resource, and those of a workload that names the image in a variable, do not
        // count.
        std::erase_if(view.pods, [&](const PodView &pod) { return undeclared(pod.node->images).repository == 0; });
        for (auto &pod : view.pods)
            pod.carries = (matcher.match(pod.node->images).proven & view.askedImages()) == view.askedImages();
        view.counts = {};
        count(view);
        // An operator's kind may also have containers of its own (sidecars); Kubernetes' kinds only name the image.
        const bool needsPods = view.index >= 0
            && (isWorkload ? isCustomKind(mention.key) && (!view.pods.empty() || view.waitsForChildren)
                           : hasWorkloadsBelow(*tree, view.index));
        if (!needsPods && view.absence != PodAbsence::CronJob) {
            view.absence = PodAbsence::NoWorkload;
            view.counts.wanted = 0;
        }
        workloads.push_back(std::move(view));
    }
}

QSet<ResourceKey> hooksOf(const Observation &observation)
{
    return observation.application.value ? hookKeys(*observation.application.value) : QSet<ResourceKey>{};
}

// Images of the pods below this node, except finished ones (Argo Workflows and operators keep them).
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

// Like repositoriesBelow() for a Rollout whose pods have other references than requested, set by a webhook.
ImageMask rewrittenBelow(const ResourceTree &tree, int index, const ImageMatcher &matcher)
{
    const auto &key = tree.nodes[static_cast<std::size_t>(index)].key;
    if (key.kind != "Rollout"_L1 || key.group != "argoproj.io"_L1)
        return 0;
    ImageMask repositories = 0;
    const auto &expected = matcher.expected();
    for (const int pod : tree.podsUnder(index)) {
        const auto &images = tree.nodes[static_cast<std::size_t>(pod)].images;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (rewrittenImage({expected[i]}, images))
                repositories |= ImageMask{1} << (i % ImageMatcher::kMostImages);
        }
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
        const auto repositories = repositoriesBelow(tree, i, matcher) | rewrittenBelow(tree, i, matcher);
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
        view.waitsForChildren = waitsForChildren(tree, i);
        count(view);
        workloads.push_back(std::move(view));
    }
}

} // namespace

bool isCustomKind(const ResourceKey &key)
{
    static constexpr std::array kBuiltIn{""_L1, "apps"_L1, "batch"_L1};
    return std::ranges::find(kBuiltIn, key.group) == kBuiltIn.end()
        && !(key.group == "argoproj.io"_L1 && key.kind == "Rollout"_L1);
}

bool isJob(const ResourceKey &key)
{
    return key.kind == "Job"_L1 && key.group == "batch"_L1;
}

ImageMask WorkloadView::askedImages() const
{
    if (held)
        return held;
    return desired.image ? desired.image : desired.repository;
}

QStringList WorkloadView::images() const
{
    if (live)
        return live->images;
    return target ? target->images : syncResultImages;
}

bool WorkloadView::keepsOldPods() const
{
    const auto *spec = live ? live : target;
    return spec && (spec->onDelete || spec->partition > 0) && !spec->isRolledOut;
}

std::vector<WorkloadView> workloadsOf(const Observation &observation, ImageMatcher &matcher,
                                      const WorkloadContext &known)
{
    const auto lookup = lookupOf(observation);
    auto context = known;
    std::vector<WorkloadView> workloads;
    if (observation.managed.value) {
        for (const auto &managed : observation.managed.value->workloads) {
            if (!managed.hook && managed.target)
                context.shownInGit |= matcher.match(managed.target->images).image;
        }
        for (const auto &managed : observation.managed.value->workloads) {
            if (managed.hook)
                continue;
            workloads.push_back(viewOf(&managed, managed.key, observation, lookup, matcher, context));
        }
        addMentions(workloads, observation, lookup, matcher, context);
        addOwnersWithoutTemplate(workloads, observation, lookup, matcher);
        return workloads;
    }
    // Managed resources not read (yet, or not allowed): since 3.1, the operation's result names what it applied.
    for (auto it = lookup.syncResult.constBegin(); it != lookup.syncResult.constEnd(); ++it)
        workloads.push_back(viewOf(nullptr, it.key(), observation, lookup, matcher, context));
    return workloads;
}

std::vector<int> targetsAmong(const std::vector<WorkloadView> &workloads)
{
    const bool noticed =
        std::ranges::any_of(workloads, [](const auto &view) { return (view.desired.image | view.held) != 0; });
    std::vector<int> targets;
    for (int i = 0; i < static_cast<int>(workloads.size()); ++i) {
        const auto &workload = workloads[static_cast<std::size_t>(i)];
        const bool carries =
            workload.desired.image || workload.held || (workload.isKnownByPods && workload.desired.repository);
        if (noticed ? carries : workload.desired.repository != 0)
            targets.push_back(i);
    }
    return targets;
}

int leftoverAmong(const std::vector<WorkloadView> &workloads, bool isSyncSettled)
{
    const auto stays = [isSyncSettled](const WorkloadView &workload) {
        // Finished Jobs do not serve, and new ones come from git. Argo CD does not report OutOfSync for resources that
        // may stay (IgnoreExtraneous) or are not its own; but its status may be from before the workload was removed
        // from git.
        const bool isToGo = workload.sync == SyncStatus::OutOfSync || !isSyncSettled;
        const bool serves =
            !workload.target && workload.live && isToGo && !isJob(workload.key) && workload.key.kind != "CronJob"_L1;
        if (!serves || !workload.applied.repository || workload.applied.image == workload.applied.repository)
            return false;
        // Pods that are not visible may serve, whatever the workload's health.
        const bool mayHavePods = workload.absence == PodAbsence::NotVisible || workload.absence == PodAbsence::None;
        return mayHavePods && (workload.pods.empty() || std::ranges::any_of(workload.pods, &PodView::isCurrent));
    };
    const auto found = std::ranges::find_if(workloads, stays);
    return found == workloads.end() ? -1 : static_cast<int>(found - workloads.begin());
}

} // namespace lynceus
