#include "core/domain/rollout/judging/failures.h"

#include "core/domain/rollout/judging/podfailures.h"
#include "core/domain/rollout/judging/refusals.h"
#include "core/domain/rollout/judging/stages.h"
#include "core/domain/rollout/sync/hooks.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/domain/rollout/workloads/podcause.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kWholeSeconds{1'000}; // servers report times without fractions

int depthOf(const Cause &cause)
{
    const auto &kind = cause.resource.kind;
    if (kind == "Pod"_L1)
        return 4;
    if (kind == "ReplicaSet"_L1 || cause.kind == Cause::Kind::HookFailed)
        return 3;
    return kind.isEmpty() ? 1 : 2;
}

Instant treeTimeOf(RolloutMemory &memory, const Observation &observation)
{
    if (memory.tree.at - memory.treeSeenAt > kEvidenceGap) {
        memory.podsBroken.since.reset();
        memory.brokenSince.clear();
        memory.degraded.clear();
        memory.unreadySince.clear();
    }
    memory.treeSeenAt = memory.tree.at;
    return treeCountsUntil(memory, observation);
}

// Per workload: two slow ones may exceed their deadlines in turn and still succeed. A pod that becomes ready shows
// progress, even if Progressing was not observed in between.
DegradedWorkload degradedNow(const RolloutMemory &memory, const WorkloadView &workload)
{
    const int ready = workload.counts.ready;
    const auto known = memory.degraded.constFind(workload.key);
    const bool goesOn = known != memory.degraded.constEnd() && ready <= known->ready;
    return goesOn ? *known : DegradedWorkload{memory.tree.at, ready};
}

void checkWorkloads(FailureQuery &query, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    auto &memory = query.memory;
    if (!memory.appliedOnce) {
        memory.degraded.clear();
        return;
    }
    // A tree that was read before the release was applied shows the previous version, regardless of its age.
    const auto &applied = memory.applied.since;
    const bool isOld = applied && memory.tree.at < *applied;
    QHash<ResourceKey, DegradedWorkload> degraded;
    for (const int target : targets) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        if (!isDegraded(workload)) {
            memory.wellAfterApplied.insert(workload.key);
            continue;
        }
        if (isOld || memory.revision.degradedBefore.contains(workload.key))
            continue;
        const auto known = degradedNow(memory, workload);
        const SustainedCondition evidence{known.since};
        degraded.insert(workload.key, known);
        // Before it was healthy once, this may be the state of the previous version.
        if (memory.wellAfterApplied.contains(workload.key) || evidence.lasted(kDegradedSettles, query.treeTime))
            query.add(causeOfDegraded(workload));
        query.endAfter(evidence, kDegradedSettles, query.treeTime);
    }
    memory.degraded = std::move(degraded);
}

void checkHooks(FailureQuery &query)
{
    auto cause = hookCause(query.memory);
    if (!cause)
        return;
    query.add(std::move(cause));
    const SustainedCondition evidence{hookFailedSince(query.memory)};
    query.endAfter(evidence, query.expectation.failAfter, query.observation.now);
}

Cause causeOfOperation(const OperationState &operation, const std::vector<WorkloadView> &workloads)
{
    Cause cause;
    cause.kind = operation.phase == OperationPhase::Error ? Cause::Kind::SyncError : Cause::Kind::SyncFailed;
    cause.message = operation.message;
    const auto isTarget = [&](const ResourceKey &key) {
        return std::ranges::any_of(workloads,
                                   [&](const WorkloadView &view) { return view.key == key && view.desired.image; });
    };
    const SyncResultResource *worst = nullptr;
    for (const auto &resource : operation.resources) {
        if (resource.status == "SyncFailed"_L1 && (!worst || isTarget(resource.key)))
            worst = &resource;
    }
    if (worst) {
        cause.resource = worst->key;
        cause.message = worst->message;
    }
    cause.message = withoutTemporaryNames(cause.message);
    cause.kind = kindOfRefusal(cause.message, cause.kind);
    return cause;
}

// The same revision, before a parameter of the application was changed. Manifests may be delayed and clocks may differ.
bool failedBeforeItWasWanted(const OperationState &operation, const RolloutMemory &memory)
{
    return memory.notShownAt && operation.finishedAt && operationKey(operation) == memory.baselineOperation
        && *operation.finishedAt + kOldFailureSettles < *memory.notShownAt;
}

void checkOperation(FailureQuery &query, const std::vector<WorkloadView> &workloads)
{
    auto &memory = query.memory;
    const auto &operation = memory.application.value->operationState;
    const bool over =
        operation && (operation->phase == OperationPhase::Failed || operation->phase == OperationPhase::Error);
    const bool retrying = operation && operation->phase == OperationPhase::Running && operation->finishedAt;
    const bool ours =
        (over || retrying) && !failedBeforeItWasWanted(*operation, memory) && carriesImages(*operation, memory);
    const bool failed = ours && over && !memory.application.value->pendingOperation;
    updateRefusals(memory);
    memory.operationFailed.keep(failed, memory.application.at);
    if (ours && over && memory.failedHooks.isEmpty())
        query.add(causeOfOperation(*operation, workloads));
    else if (memory.failedHooks.isEmpty())
        query.add(refusalCause(memory, workloads));
    query.endAfter(SustainedCondition{refusedSince(memory)}, query.expectation.failAfter, query.observation.now);
    const bool fromBefore = operationKey(operation) == memory.baselineOperation;
    query.endAfter(memory.operationFailed, fromBefore ? kOldFailureSettles : Duration{0}, query.observation.now);
}

bool isConfirmed(const RolloutMemory &memory, const Observation &observation)
{
    const auto &application = *memory.application.value;
    const auto since = *memory.conditions.since;
    const bool refreshed = observation.refreshAskedAt && *observation.refreshAskedAt > since
        && observation.refreshTakenUp && application.refreshAnnotation.isEmpty();
    return refreshed || (application.reconciledAt && *application.reconciledAt > since + kWholeSeconds);
}

void checkConditions(FailureQuery &query)
{
    auto &memory = query.memory;
    const auto *problem = comparisonProblem(*memory.application.value);
    // Git and the repo-server recover; only rendered manifests, or failures to render, are about the release.
    memory.conditions.keep(problem && !isRepositoryTrouble(*problem), memory.application.at);
    if (!memory.conditions.since)
        return;
    Cause cause;
    cause.kind = problem->type == "InvalidSpecError"_L1 ? Cause::Kind::InvalidSpec : Cause::Kind::ComparisonError;
    cause.message = withoutTemporaryNames(problem->message);
    query.add(cause);
    // Until git is read again, the error stays, even if it was fixed.
    if (isConfirmed(memory, query.observation))
        query.endAfter(memory.conditions, query.expectation.failAfter, memory.application.at);
}

// Before a revision is applied, its workloads are those of the previous one, possibly with the same images: only pods
// created since its sync started count.
std::vector<WorkloadView> sinceItsSync(const std::vector<WorkloadView> &workloads, Instant began)
{
    auto fresh = workloads;
    for (auto &workload : fresh) {
        std::erase_if(workload.pods,
                      [&](const PodView &pod) { return !pod.node->createdAt || *pod.node->createdAt < began; });
    }
    return fresh;
}

void noteSyncBegan(RolloutMemory &memory)
{
    auto &began = memory.revision.syncBegan;
    const auto &operation = memory.application.value->operationState;
    if (operation && operation->startedAt && carriesImages(*operation, memory)
        && (!began || *operation->startedAt < *began))
        began = operation->startedAt;
}

// The result of the sync, with client-side apply: "deployment.apps/web unchanged".
bool isLeftUnchanged(const RolloutMemory &memory, const ResourceKey &key)
{
    const auto &operation = memory.application.value->operationState;
    return operation && std::ranges::any_of(operation->resources, [&](const SyncResultResource &resource) {
               return resource.key == key && resource.message.endsWith(" unchanged"_L1);
           });
}

QString liveGeneration(const RolloutMemory &memory, const ResourceKey &key)
{
    if (!memory.managed.value)
        return {};
    const auto &all = memory.managed.value->workloads;
    const auto found = std::ranges::find(all, key, &ManagedWorkload::key);
    return found == all.end() ? QString() : found->liveGeneration;
}

// A workload that was broken before the sync, and that the sync left unchanged, is no failure of the version.
void noteBrokenBefore(RolloutMemory &memory, const std::vector<WorkloadView> &workloads,
                      const std::vector<int> &targets)
{
    auto &known = memory.revision;
    const auto isFresh = [&](const PodView &pod) {
        return known.syncBegan && pod.isCurrent() && pod.node->createdAt && *pod.node->createdAt >= *known.syncBegan;
    };
    for (const int target : targets) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        for (const auto &pod : workload.pods) {
            if (pod.ready)
                known.brokenBefore.remove(pod.node->uid);
            else if (!memory.appliedOnce && !isFresh(pod) && causeOfFailingPod(pod))
                known.brokenBefore.insert(pod.node->uid);
        }
        const auto generation = liveGeneration(memory, workload.key);
        const auto before = known.degradedBefore.constFind(workload.key);
        const bool isChanged = before != known.degradedBefore.cend() && *before != generation;
        if (!isDegraded(workload) || isChanged || std::ranges::any_of(workload.pods, isFresh))
            known.degradedBefore.remove(workload.key);
        else if (!memory.appliedOnce && (!known.syncBegan || isLeftUnchanged(memory, workload.key)))
            known.degradedBefore.insert(workload.key, generation);
    }
}

std::vector<WorkloadView> withoutBrokenBefore(const std::vector<WorkloadView> &workloads, const RolloutMemory &memory)
{
    auto others = workloads;
    for (auto &workload : others) {
        std::erase_if(workload.pods,
                      [&](const PodView &pod) { return memory.revision.brokenBefore.contains(pod.node->uid); });
    }
    return others;
}

void checkRevision(FailureQuery &query, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    auto &memory = query.memory;
    if (memory.appliedOnce) {
        checkPods(query, withoutBrokenBefore(workloads, memory), targets);
        checkWorkloads(query, workloads, targets);
        return;
    }
    const auto &operation = memory.application.value->operationState;
    if (memory.revision.syncBegan && operation && carriesImages(*operation, memory))
        checkPods(query, sinceItsSync(workloads, *memory.revision.syncBegan), targets);
}

} // namespace

Instant treeCountsUntil(const RolloutMemory &memory, const Observation &observation)
{
    // Data from before an outage, or before the newest change, proves nothing about the time since.
    const bool isNewest = memory.tree.at >= memory.changedAt && memory.tree.at >= observation.accessSince;
    const bool fresh =
        observation.access == Access::Good && isNewest && observation.now - memory.tree.at <= kEvidenceFresh;
    return fresh ? observation.now : memory.tree.at;
}

std::optional<Cause> chosenCause(const std::vector<Cause> &causes)
{
    // Deeper causes first: the pod that cannot pull explains the ReplicaSet that waits for it.
    const auto rank = [](const Cause &cause) {
        const int regressed = cause.kind == Cause::Kind::Regressed ? 0 : 1;
        return std::tuple(regressed, -depthOf(cause), static_cast<int>(cause.kind));
    };
    const auto worst = std::ranges::min_element(causes, {}, rank);
    return worst == causes.end() ? std::nullopt : std::optional(*worst);
}

Failure judgeFailure(RolloutMemory &memory, const Expectation &expectation, const Observation &observation,
                     const std::vector<WorkloadView> &workloads, const std::vector<int> &targets, Stage stage)
{
    if (!memory.application.value)
        return {};
    FailureQuery query{memory, expectation, observation, treeTimeOf(memory, observation), {}, {}};
    if (stage >= Stage::Applied)
        memory.appliedOnce = true;
    checkConditions(query);
    updateHooks(memory);
    if (memory.isByRevision)
        noteSyncBegan(memory);
    if (memory.tree.value && memory.isByRevision)
        noteBrokenBefore(memory, workloads, targets);
    // Before the image is noticed, the newest pods, workloads and hooks belong to the old version.
    if (memory.noticed) {
        if (memory.tree.value && memory.isByRevision) {
            checkRevision(query, workloads, targets);
        } else if (memory.tree.value) {
            checkPods(query, workloads, targets);
            checkWorkloads(query, workloads, targets);
        }
        checkHooks(query);
        checkOperation(query, workloads);
    }
    query.failure.cause = chosenCause(query.causes);
    return query.failure;
}

} // namespace lynceus
