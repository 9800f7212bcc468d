#include "tests/domain/rollout/simulatedanswers.h"

namespace lynceus::simulation {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    const char *group;
    const char *kind;
};

Words textOf(Kind kind)
{
    switch (kind) {
    case Kind::Deployment:
        return {"apps", "Deployment"};
    case Kind::StatefulSet:
        return {"apps", "StatefulSet"};
    case Kind::DaemonSet:
        return {"apps", "DaemonSet"};
    case Kind::Canary:
    case Kind::BlueGreen:
        return {"argoproj.io", "Rollout"};
    case Kind::Job:
        return {"batch", "Job"};
    case Kind::CronJob:
        return {"batch", "CronJob"};
    case Kind::CustomReplicaSets:
        return {"acme.example", "Fleet"};
    case Kind::CustomPods:
        return {"acme.example", "Squad"};
    }
    Q_UNREACHABLE();
}

ResourceKey keyOf(Kind kind, int index)
{
    const auto [group, name] = textOf(kind);
    return {QString::fromLatin1(group), QString::fromLatin1(name), u"shop"_s, u"web-%1"_s.arg(index)};
}

ResourceKey keyOfHook(int which)
{
    return {u"batch"_s, u"Job"_s, u"shop"_s, which == 0 ? u"migrate"_s : u"smoke"_s};
}

HealthStatus healthOf(State state)
{
    switch (state) {
    case State::Missing:
        return HealthStatus::Missing;
    case State::Progressing:
        return HealthStatus::Progressing;
    case State::Healthy:
        return HealthStatus::Healthy;
    case State::Degraded:
        return HealthStatus::Degraded;
    case State::Suspended:
        return HealthStatus::Suspended;
    }
    Q_UNREACHABLE();
}

QString revisionName(int revision)
{
    return u"%1f2a9c"_s.arg(revision, 4, 10, QLatin1Char('0'));
}

QStringList revisionNames(int revision)
{
    return revision < 0 ? QStringList() : QStringList{revisionName(revision)};
}

OperationPhase phaseOf(Phase phase)
{
    switch (phase) {
    case Phase::None:
        return OperationPhase::None;
    case Phase::Running:
        return OperationPhase::Running;
    case Phase::Failed:
        return OperationPhase::Failed;
    case Phase::Error:
        return OperationPhase::Error;
    case Phase::Succeeded:
        return OperationPhase::Succeeded;
    }
    Q_UNREACHABLE();
}

QString textOf(HookPhase phase)
{
    switch (phase) {
    case HookPhase::None:
        return {};
    case HookPhase::Running:
        return u"Running"_s;
    case HookPhase::Failed:
        return u"Failed"_s;
    case HookPhase::Succeeded:
        return u"Succeeded"_s;
    }
    Q_UNREACHABLE();
}

int append(ResourceTree &tree, ResourceNode node, int parent)
{
    const auto index = static_cast<int>(tree.nodes.size());
    node.parent = parent;
    if (parent >= 0) {
        node.nextSibling = tree.nodes[static_cast<std::size_t>(parent)].firstChild;
        tree.nodes[static_cast<std::size_t>(parent)].firstChild = index;
    }
    tree.nodes.push_back(std::move(node));
    return index;
}

Instant wholeSeconds(Ms time)
{
    return std::chrono::floor<std::chrono::seconds>(instantOf(time));
}

// As health_pod.go and populatePodInfo in Argo CD do.
void describe(ResourceNode &node, const Pod &pod)
{
    node.containers = pod.pods.sidecar >= 0 ? 2 : 1;
    node.readyContainers = 0;
    node.health.status = HealthStatus::Progressing;
    switch (pod.phase) {
    case PodPhase::Pending:
        node.statusReason = u"Pending"_s;
        break;
    case PodPhase::Creating:
        node.statusReason = u"ContainerCreating"_s;
        break;
    case PodPhase::PullError:
        node.statusReason = u"ImagePullBackOff"_s;
        node.health = {HealthStatus::Degraded, u"Back-off pulling image"_s};
        break;
    case PodPhase::Running:
        node.statusReason = u"Running"_s;
        break;
    case PodPhase::CrashWait:
        node.statusReason = u"CrashLoopBackOff"_s;
        node.health = {HealthStatus::Degraded, u"back-off restarting failed container"_s};
        break;
    case PodPhase::CrashRun: // still Degraded between two restarts
        node.statusReason = u"Running"_s;
        node.health = {HealthStatus::Degraded, u"container web exited with 1"_s};
        break;
    case PodPhase::Ready:
        node.statusReason = u"Running"_s;
        node.readyContainers = node.containers;
        node.health.status = HealthStatus::Healthy;
        break;
    case PodPhase::Completed:
        node.statusReason = u"Completed"_s;
        node.health.status = HealthStatus::Healthy;
        break;
    case PodPhase::Failed:
        node.statusReason = u"Error"_s;
        node.health = {HealthStatus::Degraded, u"container web exited with 1"_s};
        break;
    }
    if (pod.isTerminating()) {
        node.statusReason = u"Terminating"_s;
        node.health = {HealthStatus::Progressing, {}};
    }
}

} // namespace

QString podName(const Pod &pod)
{
    return u"web-%1-%2"_s.arg(pod.workload).arg(pod.slot >= 0 ? int(pod.slot) : pod.id);
}

Instant instantOf(Ms time)
{
    return Instant(std::chrono::milliseconds(1'795'422'600'000 + time));
}

RegistryProxies proxies()
{
    return {u"harbor.acme.example/mirror"_s};
}

ImageReference expectedImage(int repository, int tag)
{
    static constexpr const char *kNames[] = {"acme/web", "acme/worker", "acme/other", "acme/helper"};
    return {u"ghcr.io"_s, QLatin1String(kNames[repository]), u"1.%1.0"_s.arg(tag), {}};
}

QString SimulatedAnswers::image(int repository, int tag) const
{
    const auto name = familiarName(expectedImage(repository, tag));
    return m_dialect.behindProxy ? u"harbor.acme.example/mirror/"_s + name : name;
}

QStringList SimulatedAnswers::images(const Template &pods) const
{
    QStringList images{image(pods.repository, pods.tag)};
    if (pods.sidecar >= 0)
        images.append(image(Sidecar, pods.sidecar));
    return images;
}

// In the words of gitops-engine.
QString SimulatedAnswers::messageOf(const Operation &operation) const
{
    if (operation.phase == Phase::Running && operation.finishedAt != -1)
        return u"one or more synchronization tasks completed unsuccessfully. Retrying attempt #%1"_s.arg(
            operation.retries);
    if (operation.phase != Phase::Running || operation.waitsFor < 0)
        return {};
    const bool hook = operation.waitsFor >= kMostWorkloads;
    const auto key = hook ? keyOfHook(operation.waitsFor - kPreSync)
                          : keyOf(m_setup.kinds[static_cast<std::size_t>(operation.waitsFor)], operation.waitsFor);
    return (hook ? u"waiting for completion of hook %1/%2/%3"_s : u"waiting for healthy state of %1/%2/%3"_s)
        .arg(key.group, key.kind, key.name);
}

QStringList SimulatedAnswers::imagesOfPod(const Template &pods) const
{
    auto all = images(pods);
    for (auto &image : all) {
        if (m_dialect.rewrites == Dialect::Rewrites::Mirror)
            image.prepend(u"cache.acme.example/hub/"_s);
        else if (m_dialect.rewrites == Dialect::Rewrites::Digest)
            image = image.section(u':', 0, 0) + u"@sha256:"_s
                + image.section(u':', 1).remove(u'.').repeated(22).left(64).leftJustified(64, u'0');
    }
    return all;
}

OperationState SimulatedAnswers::operationOf(const Operation &operation) const
{
    OperationState state;
    state.phase = phaseOf(operation.phase);
    state.startedAt = wholeSeconds(operation.startedAt);
    if (operation.finishedAt != -1)
        state.finishedAt = wholeSeconds(operation.finishedAt);
    state.retryCount = operation.retries;
    state.automated = m_setup.autoSync || m_setup.hasSteps;
    if (m_setup.hasSteps)
        state.initiatedBy = u"applicationset-controller"_s;
    state.message = messageOf(operation);
    state.requestedRevisions = revisionNames(operation.requested);
    state.resultRevisions = revisionNames(operation.result);
    for (int i = 0; i < m_setup.workloads && operation.selected != 0; ++i) {
        auto key = keyOf(m_setup.kinds[static_cast<std::size_t>(i)], i);
        key.nameSpace.clear();
        if (((operation.selected >> i) & 1) != 0)
            state.selected.push_back(std::move(key));
    }
    for (const auto &resource : operation.resources) {
        SyncResultResource result;
        const bool hook = resource.of >= kMostWorkloads;
        result.status = resource.status == ResultStatus::Synced ? u"Synced"_s : u"SyncFailed"_s;
        result.hookPhase = textOf(resource.hookPhase);
        if (hook) {
            result.key = keyOfHook(resource.of - kPreSync);
            result.hookType = resource.of == kPreSync ? u"PreSync"_s : u"PostSync"_s;
            if (m_dialect.resultImages)
                result.images = {u"ghcr.io/acme/migrate:1"_s};
        } else {
            result.key = keyOf(m_setup.kinds[static_cast<std::size_t>(resource.of)], resource.of);
            if (m_dialect.resultImages)
                result.images = images(resource.pods);
        }
        state.resources.push_back(std::move(result));
    }
    return state;
}

std::shared_ptr<const Application> SimulatedAnswers::application(const SimulatedState &snapshot)
{
    for (const auto &kept : m_applications) {
        if (kept.version == snapshot.statusVersion)
            return kept.value;
    }
    const auto &status = snapshot.status;
    auto made = std::make_shared<Application>();
    made->name = u"shop"_s;
    made->nameSpace = u"argocd"_s;
    made->uid = u"uid-app"_s;
    made->project = u"default"_s;
    made->resourceVersion = QString::number(1'000 + snapshot.statusVersion);
    made->autoSync = m_setup.autoSync;
    if (m_setup.hasSteps)
        made->applicationSet = u"shops"_s;
    made->revisions = revisionNames(status.revision);
    made->reconciledAt = wholeSeconds(status.reconciledAt);
    bool allSynced = true;
    for (int i = 0; i < m_setup.workloads; ++i) {
        ManagedResourceStatus resource;
        const auto at = static_cast<std::size_t>(i);
        resource.requiresPruning = m_setup.commits[static_cast<std::size_t>(status.revision)].manifests[at].removed;
        if (resource.requiresPruning && !snapshot.cluster.workloads[at].exists)
            continue;
        resource.key = keyOf(m_setup.kinds[static_cast<std::size_t>(i)], i);
        const bool synced = status.synced[static_cast<std::size_t>(i)];
        resource.sync = status.comparisonError ? SyncStatus::Unknown
            : synced                           ? SyncStatus::Synced
                                               : SyncStatus::OutOfSync;
        allSynced = allSynced && synced;
        resource.syncWave = m_setup.wave[static_cast<std::size_t>(i)];
        made->resources.push_back(std::move(resource));
    }
    for (int which = 0; which < 2; ++which) {
        if (!snapshot.cluster.hooks[static_cast<std::size_t>(which)].exists)
            continue;
        ManagedResourceStatus resource;
        resource.key = keyOfHook(which);
        resource.hook = true;
        made->resources.push_back(std::move(resource));
    }
    made->sync = status.comparisonError ? SyncStatus::Unknown : allSynced ? SyncStatus::Synced : SyncStatus::OutOfSync;
    if (status.pending)
        made->pendingOperation = PendingOperation{revisionNames(status.pendingRevision), m_setup.autoSync};
    if (status.operation.phase != Phase::None)
        made->operationState = operationOf(status.operation);
    if (status.comparisonError)
        made->conditions.push_back({u"ComparisonError"_s,
                                    m_setup.errorIsNetwork ? u"dial tcp 10.96.0.7:8081: connect: connection refused"_s
                                                           : u"failed to generate manifest"_s,
                                    {}});
    m_applications[1] = std::exchange(m_applications[0], {snapshot.statusVersion, made});
    return made;
}

void SimulatedAnswers::addPods(ResourceTree &tree, const SimulatedState &snapshot, int index, int parent, int set) const
{
    for (const auto &pod : snapshot.cluster.pods) {
        if (pod.workload != index || pod.set != set)
            continue;
        ResourceNode node;
        node.key = {{}, u"Pod"_s, u"shop"_s, podName(pod)};
        node.uid = u"uid-pod-%1"_s.arg(pod.id);
        node.createdAt = wholeSeconds(pod.created);
        node.images = imagesOfPod(pod.pods);
        node.restarts = pod.restarts;
        describe(node, pod);
        if (m_dialect.miscountsSidecars && pod.pods.sidecar >= 0 && node.statusReason == "Running"_L1) {
            node.statusReason = u"Init:0/1"_s;
            node.readyContainers = 0;
            node.containers = 1;
        }
        append(tree, std::move(node), parent);
    }
}

void SimulatedAnswers::addWorkload(ResourceTree &tree, const SimulatedState &snapshot, int index) const
{
    const auto &workload = snapshot.cluster.workloads[static_cast<std::size_t>(index)];
    ResourceNode node;
    node.key = keyOf(workload.kind, index);
    const bool custom = workload.kind == Kind::CustomPods || workload.kind == Kind::CustomReplicaSets;
    if (!workload.exists) {
        node.health.status = HealthStatus::Missing;
        append(tree, std::move(node), -1);
        return;
    }
    node.uid = u"uid-workload-%1-%2"_s.arg(index).arg(workload.creations);
    if (workload.kind == Kind::Job)
        node.createdAt = wholeSeconds(workload.lastCreatedAt);
    if (!(custom && !m_dialect.customHasHealth) && workload.kind != Kind::CronJob)
        node.health.status = healthOf(workload.state);
    const bool numbered =
        workload.kind == Kind::Deployment || workload.kind == Kind::Canary || workload.kind == Kind::BlueGreen;
    if (numbered && workload.sets.count > 0)
        node.revision = workload.sets[workload.current].revision;
    const int root = append(tree, std::move(node), -1);
    if (!m_dialect.seesPods)
        return;
    if (!hasReplicaSets(workload.kind))
        return addPods(tree, snapshot, index, root, -1);
    for (int set = 0; set < workload.sets.count; ++set) {
        ResourceNode below;
        below.key = {u"apps"_s, u"ReplicaSet"_s, u"shop"_s, u"web-%1-%2"_s.arg(index).arg(set)};
        below.uid = u"uid-set-%1-%2"_s.arg(index).arg(set);
        below.health.status = HealthStatus::Healthy;
        if (numbered)
            below.revision = workload.sets[set].revision;
        addPods(tree, snapshot, index, append(tree, std::move(below), root), set);
    }
}

void SimulatedAnswers::addHook(ResourceTree &tree, const Hook &hook, int which) const
{
    ResourceNode node;
    node.key = keyOfHook(which);
    node.uid = u"uid-hook-%1"_s.arg(hook.id);
    node.createdAt = wholeSeconds(hook.created);
    node.health.status = hook.phase == HookPhase::Failed ? HealthStatus::Degraded
        : hook.phase == HookPhase::Succeeded             ? HealthStatus::Healthy
                                                         : HealthStatus::Progressing;
    append(tree, std::move(node), -1);
}

std::shared_ptr<const ResourceTree> SimulatedAnswers::tree(const SimulatedState &snapshot)
{
    for (const auto &kept : m_trees) {
        if (kept.version == snapshot.treeVersion)
            return kept.value;
    }
    auto made = std::make_shared<ResourceTree>();
    made->nodes.reserve(32);
    if (!snapshot.status.comparisonError) { // on an error, Argo CD caches an empty tree
        for (int i = 0; i < m_setup.workloads; ++i)
            addWorkload(*made, snapshot, i);
        for (int which = 0; which < 2; ++which) {
            if (snapshot.cluster.hooks[static_cast<std::size_t>(which)].exists)
                addHook(*made, snapshot.cluster.hooks[static_cast<std::size_t>(which)], which);
        }
    }
    m_trees[1] = std::exchange(m_trees[0], {snapshot.treeVersion, made});
    return made;
}

std::shared_ptr<const ManagedResources> SimulatedAnswers::managed(const SimulatedState &snapshot)
{
    for (const auto &kept : m_managed) {
        if (kept.version == snapshot.managedVersion)
            return kept.value;
    }
    auto made = std::make_shared<ManagedResources>();
    made->items = m_setup.workloads;
    made->targetsEmpty = snapshot.status.comparisonError;
    const auto specOf = [&](const Manifest &manifest, Kind kind) {
        WorkloadSpec spec;
        spec.images = images(manifest.pods);
        if (manifest.replicas >= 0 && kind != Kind::DaemonSet && kind != Kind::Job && kind != Kind::CronJob)
            spec.replicas = manifest.replicas;
        spec.paused = manifest.paused;
        if (kind == Kind::StatefulSet) {
            spec.onDelete = manifest.onDelete;
            spec.partition = manifest.partition;
        }
        return spec;
    };
    for (int i = 0; i < m_setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto &workload = snapshot.cluster.workloads[at];
        ManagedWorkload entry;
        entry.key = keyOf(workload.kind, i);
        const auto &wanted = m_setup.commits[static_cast<std::size_t>(snapshot.manifests)].manifests[at];
        if (wanted.removed && !workload.exists)
            continue;
        if (!snapshot.status.comparisonError && !wanted.removed)
            entry.target = specOf(wanted, workload.kind);
        if (workload.exists) {
            entry.live = specOf(workload.live, workload.kind);
            entry.live->imageOwners = {u"argocd-controller"_s};
            if (workload.byHand)
                entry.live->imageOwners.append(u"kubectl-set"_s);
        }
        made->workloads.push_back(std::move(entry));
    }
    m_managed[1] = std::exchange(m_managed[0], {snapshot.managedVersion, made});
    return made;
}

std::vector<ResourceEvent> SimulatedAnswers::events(const SimulatedState &snapshot, Ms now) const
{
    std::vector<ResourceEvent> events;
    for (const auto &pod : snapshot.cluster.pods) {
        if (!isUnscheduled(pod, now) || !m_dialect.seesPods)
            continue;
        ResourceEvent event;
        event.involved = {{}, u"Pod"_s, u"shop"_s, podName(pod)};
        event.type = u"Warning"_s;
        event.reason = u"FailedScheduling"_s;
        event.message = u"0/3 nodes are available: 3 Insufficient cpu."_s;
        event.first = event.last = wholeSeconds(pod.created + kSchedules);
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace lynceus::simulation
