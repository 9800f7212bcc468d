#include "core/domain/rollout/judging/awaiting.h"

#include "core/domain/rollout/judging/evidence.h"
#include "core/domain/rollout/judging/stages.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/domain/rollout/workloads/podcause.h"

#include <QByteArrayList>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Kind = Blocker::Kind;

const WorkloadView &at(const std::vector<WorkloadView> &workloads, int index)
{
    return workloads[static_cast<std::size_t>(index)];
}

Blocker blockerOn(Kind kind, const ResourceKey &resource, QString message = {},
                  std::optional<Instant> since = std::nullopt)
{
    Blocker blocker{kind, resource, std::move(message), std::nullopt};
    blocker.since = since;
    return blocker;
}

// The oldest matching pod, so that the named pod stays the same while others come.
template<typename Rule>
const PodView *oldestPod(const WorkloadView &workload, Rule rule)
{
    const PodView *oldest = nullptr;
    const auto order = [](const PodView &pod) {
        return std::tuple(pod.node->createdAt.value_or(Instant::max()), pod.node->key.name);
    };
    for (const auto &pod : workload.pods) {
        if (rule(pod) && (!oldest || order(pod) < order(*oldest)))
            oldest = &pod;
    }
    return oldest;
}

// A pod whose containers run reports "Running"; the counts show that they are not ready.
QString stepOf(const ResourceNode &pod)
{
    return pod.statusReason.isEmpty() ? pod.health.message : pod.statusReason;
}

// A crashing pod reports another reason in each of its steps; the text must not alternate with them.
QString troubleOf(const PodView &pod)
{
    const auto &node = *pod.node;
    const auto cause = causeOfBrokenPod(pod);
    if (cause && cause->kind == Cause::Kind::CrashLoop)
        return u"CrashLoopBackOff"_s;
    return node.health.message.isEmpty() ? stepOf(node) : node.health.message;
}

std::optional<Blocker> startingPod(const WorkloadView &workload)
{
    const auto *pod = oldestPod(workload, [](const PodView &each) { return each.isUpdated() && !each.ready; });
    if (!pod)
        return std::nullopt;
    const bool runs = pod->node->statusReason == "Running"_L1;
    const auto &resource = isJob(workload.key) && runs ? workload.key : pod->node->key;
    auto blocker = blockerOn(Kind::Starting, resource, {}, pod->node->createdAt);
    blocker.detail = stepOf(*pod->node);
    return blocker;
}

Blocker notCreated(const WorkloadView &workload)
{
    auto blocker = blockerOn(Kind::NotCreated, workload.key);
    blocker.detail = u"%1/%2"_s.arg(workload.counts.updated).arg(workload.counts.wanted);
    return blocker;
}

std::optional<Blocker> awaitedFrom(const RolloutMemory &memory, const WorkloadView &workload)
{
    if (workload.live && !workload.node)
        // The tree is older than the workload; Argo CD also shows an empty tree after a ComparisonError.
        return std::nullopt;
    if (auto found = oldPodInTheWay(workload))
        return found;
    if (auto found = startingPod(workload))
        return found;
    const auto &counts = workload.counts;
    if (!workload.live && workload.target && !workload.node)
        return blockerOn(Kind::NotCreated, workload.key);
    // If pods are not visible, there may be any number of them.
    if (memory.podsWereSeen && workload.absence == PodAbsence::None && counts.updated < std::max(1, counts.wanted))
        return notCreated(workload);
    if (!workload.node)
        return blockerOn(Kind::NotCreated, workload.key);
    if (counts.old > 0 && workload.health() == HealthStatus::Healthy)
        return blockerOn(Kind::OldPodsLeft, workload.key);
    if (workload.absence == PodAbsence::NotVisible && workload.health() == HealthStatus::Healthy)
        return std::nullopt; // no visible wait; its update strategy may keep old pods
    return blockerOn(Kind::Starting, workload.key, workload.node->health.message);
}

// For a revision without workloads: an unhealthy resource, or the application as a whole.
Blocker unhealthyResource(const RolloutMemory &memory)
{
    if (memory.tree.value) {
        for (const auto &node : memory.tree.value->nodes) {
            const auto health = node.health.status;
            if (node.parent < 0 && health != HealthStatus::None && health != HealthStatus::Healthy)
                return blockerOn(Kind::Starting, node.key, node.health.message);
        }
    }
    return blockerOn(Kind::Starting, {}, memory.application.value->health.message);
}

std::optional<Blocker> awaitedFromArgo(const Application &application, Stage stage)
{
    const auto &operation = application.operationState;
    if (isOperationPending(application)) {
        const auto words = operation ? operation->message : QString();
        return blockerOn(Kind::SyncRunning, {}, words, operation ? operation->startedAt : std::nullopt);
    }
    if (stage >= Stage::Applied)
        return blockerOn(Kind::ComparisonAwaited, {}, {}, operation ? operation->finishedAt : std::nullopt);
    return application.sync == SyncStatus::OutOfSync ? blockerOn(Kind::SyncAwaited, {}, sharedResourceText(application))
                                                     : blockerOn(Kind::ComparisonAwaited, {});
}

} // namespace

void keepStill(RolloutMemory &memory, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets,
               Stage stage, Instant now)
{
    // Only what the user sees: the release's counts, whatever its targets are, and its pods by name. A target that is
    // unknown for a while, or a pod that was re-created in the same state, does not count as progress.
    const auto counts = countsOf(workloads, targets);
    QByteArray mark = QByteArray::number(static_cast<int>(stage));
    for (const int count : {counts.wanted, counts.updated, counts.ready, counts.old})
        mark += '/' + QByteArray::number(count);
    QByteArrayList pods; // sorted, because trees are unordered
    for (const int target : targets) {
        for (const auto &pod : at(workloads, target).pods) {
            if (!pod.isUpdated())
                continue;
            const auto &node = *pod.node;
            pods.append(node.key.name.toUtf8() + node.statusReason.toUtf8()
                        + QByteArray::number(static_cast<int>(node.health.status)) + QByteArray::number(node.restarts));
        }
    }
    std::ranges::sort(pods);
    mark += ';' + pods.join(';');
    if (mark == memory.stillMark)
        return;
    // Progress while the manifests could not be rendered was not observed; it does not count as progress now.
    if (memory.stillMark != kUnrenderedMark)
        memory.stillSince = now;
    memory.stillMark = std::move(mark);
}

std::optional<Blocker> oldPodInTheWay(const WorkloadView &workload)
{
    if (workload.key.kind != "StatefulSet"_L1 || workload.health() == HealthStatus::Healthy)
        return std::nullopt;
    // An unready pod of the new version is waited for first, and is the current problem.
    if (std::ranges::any_of(workload.pods, [](const PodView &pod) { return pod.isUpdated() && !pod.ready; }))
        return std::nullopt;
    const auto *pod = oldestPod(workload, [](const PodView &each) { return each.isOld() && !each.ready; });
    if (!pod)
        return std::nullopt;
    return blockerOn(Kind::OldPodBroken, pod->node->key, troubleOf(*pod), pod->node->createdAt);
}

std::optional<Blocker> awaitedOf(const RolloutMemory &memory, const Expectation &expectation,
                                 const std::vector<WorkloadView> &workloads, const std::vector<int> &targets,
                                 Stage stage)
{
    const auto &application = *memory.application.value;
    if (stage == Stage::None || stage >= Stage::Running)
        return std::nullopt;
    // Until the manifests of a target are applied, its pods are old and nothing starts.
    for (const int target : targets) {
        const auto &workload = at(workloads, target);
        const bool isLive = stage >= Stage::Applied || workload.isKnownByPods
            || (workload.applied.image & workload.askedImages()) == workload.askedImages();
        if (isLive && memory.tree.value && !isRunning(workload, expectation)) {
            if (auto found = awaitedFrom(memory, workload))
                return found;
        }
    }
    for (const int target : targets) {
        const auto &workload = at(workloads, target);
        if (stage >= Stage::Applied && memory.tree.value && showsOnlyPods(workload)
            && isRunning(workload, expectation)) {
            auto blocker = blockerOn(Kind::Starting, workload.key);
            blocker.detail = u"settling"_s;
            return blocker;
        }
    }
    const auto rollout = referringRollout(memory, expectation, workloads, targets);
    // A tree without it is older than it, or empty after a ComparisonError.
    if (rollout && stage >= Stage::Applied && memory.tree.value && memory.tree.value->indexOf(*rollout) >= 0)
        return blockerOn(Kind::Starting, *rollout);
    const bool isDone = !isOperationPending(application) && application.sync == SyncStatus::Synced;
    if (stage == Stage::Rolling && targets.empty() && isDone)
        return unhealthyResource(memory);
    // An incomplete rollback: nothing syncs the application, and a sync would undo the rollback.
    const bool isRolledBack = std::ranges::any_of(workloads, [](const auto &workload) { return workload.held != 0; });
    if (isRolledBack && !application.autoSync && stage < Stage::Applied && !isOperationPending(application)) {
        auto blocker = blockerOn(Kind::AutoSyncOff, {});
        blocker.detail = u"rolled-back"_s;
        return blocker;
    }
    return awaitedFromArgo(application, stage);
}

} // namespace lynceus
