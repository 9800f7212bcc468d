#include "core/engine/watches/explanations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kLogLines = 20;          // for display; the last lines of a crash have the reason
constexpr Duration kStuckAfter{3'000}; // an ordinary pod is scheduled by then

/// The first revision of the state with the image: of the operation that applies or applied it, otherwise of the
/// comparison. Empty for a chart, whose revision is a version without a commit.
QString revisionBehind(const Application &application, Stage stage)
{
    if (application.sources.empty() || !application.sources.front().chart.isEmpty())
        return {};
    const auto &operation = application.operationState;
    const bool applies = operation && (stage >= Stage::Applied || operation->phase == OperationPhase::Running);
    if (applies && !operation->resultRevisions.isEmpty())
        return operation->resultRevisions.front();
    return application.revisions.value(0);
}

/// Logs of init containers must be requested by name.
bool saysLastWords(const Cause &cause)
{
    return cause.kind == Cause::Kind::CrashLoop
        || (cause.kind == Cause::Kind::InitFailed && !cause.container.isEmpty());
}

bool isStuck(const ResourceNode &node, Instant now)
{
    const bool waits = node.health.status == HealthStatus::Progressing || node.health.status == HealthStatus::None;
    return waits && isBeforeContainers(node) && node.createdAt && now - *node.createdAt >= kStuckAfter;
}

/// The kubelet has started to pull the images: from here on, the tree shows problems.
bool isOnItsWay(const ResourceNode &node, const std::vector<ResourceEvent> &events)
{
    return std::ranges::any_of(events, [&](const ResourceEvent &event) {
        return event.reason == "Pulling"_L1 && event.involved.kind == node.key.kind
            && event.involved.name == node.key.name && event.involved.nameSpace == node.key.nameSpace;
    });
}

/// The workloads that are waited for: of an earlier wave, or of the release.
std::vector<ResourceKey> awaitedWorkloads(const Verdict &verdict)
{
    std::vector<ResourceKey> keys;
    if (verdict.blocker && verdict.blocker->kind == Blocker::Kind::WaitingForWave)
        keys.push_back(verdict.blocker->resource);
    for (const auto &workload : verdict.evidence.workloads) {
        if (workload.health.status != HealthStatus::Healthy)
            keys.push_back(workload.key);
    }
    return keys;
}

/// The ReplicaSet that creates the workload's pods; otherwise the workload.
int makerOfPods(const ResourceTree &tree, int owner)
{
    int newest = owner;
    for (int child = tree.nodes[static_cast<std::size_t>(owner)].firstChild; child >= 0;
         child = tree.nodes[static_cast<std::size_t>(child)].nextSibling) {
        const auto &node = tree.nodes[static_cast<std::size_t>(child)];
        const auto &known = tree.nodes[static_cast<std::size_t>(newest)];
        if (node.key.kind == "ReplicaSet"_L1 && (newest == owner || node.revision > known.revision))
            newest = child;
    }
    return newest;
}

/// The pod of a hook, newest attempt; -1 if it is gone.
int podOfHook(const ResourceTree &tree, const Cause &cause)
{
    const int hook = cause.kind == Cause::Kind::HookFailed ? tree.indexOf(cause.resource) : -1;
    if (hook < 0 || cause.resource.kind == "Pod"_L1)
        return hook;
    const auto pods = tree.podsUnder(hook);
    const auto newest = std::ranges::max_element(
        pods, {}, [&](int pod) { return tree.nodes[static_cast<std::size_t>(pod)].createdAt; });
    return newest == pods.end() ? -1 : *newest;
}

bool hasAllPods(const ResourceKey &workload, const Verdict &verdict)
{
    const auto known = std::ranges::find(verdict.evidence.workloads, workload, &WorkloadEvidence::key);
    return known != verdict.evidence.workloads.end() && known->pods.wanted <= known->pods.updated;
}

/// Pods that cannot be scheduled or mounted, and sets that may not create pods, only report this in events.
int stuckNode(const ResourceTree &tree, const Verdict &verdict, Instant now)
{
    for (const auto &workload : awaitedWorkloads(verdict)) {
        const int owner = tree.indexOf(workload);
        if (owner < 0)
            continue;
        const auto pods = tree.podsUnder(owner);
        const auto stuck = std::ranges::find_if(
            pods, [&](int pod) { return isStuck(tree.nodes[static_cast<std::size_t>(pod)], now); });
        if (stuck != pods.end())
            return *stuck;
        const int maker = makerOfPods(tree, owner);
        const auto &node = tree.nodes[static_cast<std::size_t>(maker)];
        // While a pod is starting or terminating, the next one is not due.
        const bool isBusy = std::ranges::any_of(tree.podsUnder(maker), [&](int pod) {
            return tree.nodes[static_cast<std::size_t>(pod)].health.status != HealthStatus::Healthy;
        });
        if (!isBusy && !hasAllPods(workload, verdict) && node.createdAt && now - *node.createdAt >= kStuckAfter)
            return maker;
    }
    return -1;
}

} // namespace

bool isBeforeContainers(const ResourceNode &node)
{
    const auto &reason = node.statusReason;
    return node.key.kind != "Pod"_L1
        || (reason != "Running"_L1 && reason != "Terminating"_L1 && !reason.startsWith("Init:"_L1));
}

void Explanations::follow(const Verdict &verdict, const WatchSources &sources, Instant now)
{
    m_broken.reset();
    m_pending = false;
    m_logPod = {};
    if (!sources.application() || !sources.tree() || verdict.stage < Stage::Noticed)
        return;
    m_revision = revisionBehind(*sources.application(), verdict.stage);
    const auto &tree = *sources.tree();
    if (const int pod = verdict.cause ? podOfHook(tree, *verdict.cause) : -1; pod >= 0) {
        const auto &node = tree.nodes[static_cast<std::size_t>(pod)];
        m_logPod = {node.key.name, node.key.nameSpace, verdict.cause->container, kLogLines, false};
    }
    int index = verdict.cause && !verdict.cause->resource.kind.isEmpty() ? tree.indexOf(verdict.cause->resource) : -1;
    const bool isDeep = index >= 0 && tree.nodes[static_cast<std::size_t>(index)].parent >= 0;
    if (!isDeep && verdict.stage < Stage::Running) {
        if (const int stuck = stuckNode(tree, verdict, now); stuck >= 0)
            index = stuck;
    }
    if (index < 0 || tree.nodes[static_cast<std::size_t>(index)].uid.isEmpty())
        return;
    const auto &node = tree.nodes[static_cast<std::size_t>(index)];
    m_broken = BrokenResource{node.key, node.uid};
    m_pending = !isDeep && isBeforeContainers(node) && !isOnItsWay(node, sources.resourceEvents());
    if (verdict.cause && node.key.kind == "Pod"_L1 && saysLastWords(*verdict.cause))
        m_logPod = {node.key.name, node.key.nameSpace, verdict.cause->container, kLogLines, node.restarts > 0};
}

void Explanations::logsCame(const std::vector<LogLine> &lines)
{
    m_lines = lines;
    for (auto &line : m_lines) {
        if (line.pod.isEmpty())
            line.pod = m_askedPod;
    }
}

QString Explanations::takeRevision()
{
    m_askedRevision = m_revision;
    return m_revision;
}

LogQuery Explanations::takeLogQuery()
{
    m_askedPod = m_logPod.pod;
    return m_logPod;
}

} // namespace lynceus
