#include "core/engine/watch/explanations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kLogLines = 20;          // what a person reads; a crash says why in its last lines
constexpr Duration kStuckAfter{8'000}; // an ordinary pod is scheduled and started by then

/// The first revision of what carries the image: of the operation that applies or applied it, else of what was
/// compared. Empty for a chart, whose revision is a version and has no commit.
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

bool endsInAContainer(Cause::Kind kind)
{
    return kind == Cause::Kind::CrashLoop || kind == Cause::Kind::InitFailed;
}

bool isStuck(const ResourceNode &node, Instant now)
{
    const bool waits = node.health.status == HealthStatus::Progressing || node.health.status == HealthStatus::None;
    return waits && node.statusReason != "Terminating"_L1 && node.createdAt && now - *node.createdAt >= kStuckAfter;
}

/// Pods that cannot be scheduled or mounted, and sets that may not create pods, say so in their events only.
int stuckNode(const ResourceTree &tree, const Verdict &verdict, Instant now)
{
    for (const auto &pod : verdict.evidence.pods) {
        const auto found = std::ranges::find_if(tree.nodes, [&](const ResourceNode &node) {
            return node.key.kind == "Pod"_L1 && node.key.name == pod.name && isStuck(node, now);
        });
        if (found != tree.nodes.end())
            return static_cast<int>(found - tree.nodes.begin());
    }
    for (const auto &workload : verdict.evidence.workloads) {
        const int owner = tree.indexOf(workload.key);
        if (owner < 0 || workload.pods.wanted <= workload.pods.updated)
            continue;
        int newest = owner;
        for (int child = tree.nodes[static_cast<std::size_t>(owner)].firstChild; child >= 0;
             child = tree.nodes[static_cast<std::size_t>(child)].nextSibling) {
            const auto &node = tree.nodes[static_cast<std::size_t>(child)];
            const auto &known = tree.nodes[static_cast<std::size_t>(newest)];
            if (node.key.kind == "ReplicaSet"_L1 && (newest == owner || node.revision > known.revision))
                newest = child;
        }
        if (const auto &node = tree.nodes[static_cast<std::size_t>(newest)];
            node.createdAt && now - *node.createdAt >= kStuckAfter)
            return newest;
    }
    return -1;
}

} // namespace

void Explanations::follow(const Verdict &verdict, const WatchSources &sources, Instant now)
{
    m_broken.reset();
    m_logPod = {};
    if (!sources.application() || !sources.tree() || verdict.stage < Stage::Noticed)
        return;
    m_revision = revisionBehind(*sources.application(), verdict.stage);
    const auto &tree = *sources.tree();
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
    if (verdict.cause && node.key.kind == "Pod"_L1 && endsInAContainer(verdict.cause->kind))
        m_logPod = {node.key.name, node.key.nameSpace, {}, kLogLines, node.restarts > 0};
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
