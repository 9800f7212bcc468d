#include "core/domain/rollout/judging/outcomes.h"

#include "core/domain/rollout/judging/desiredstate.h"
#include "core/domain/rollout/judging/stages.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/domain/rollout/workloads/podcause.h"
#include "core/domain/rollout/workloads/revisions.h"

#include <algorithm>

namespace lynceus {

namespace {

std::optional<Cause> regression(const Situation &situation)
{
    std::vector<Cause> causes;
    for (const int target : situation.targets) {
        const auto &workload = situation.workloads[static_cast<std::size_t>(target)];
        for (const auto &pod : workload.pods) {
            if (pod.isUpdated()) { // pods of the previous rollout may still be terminating
                if (auto cause = causeOfBrokenPod(pod))
                    causes.push_back(*std::move(cause));
            }
        }
        if (isDegraded(workload)) {
            Cause cause;
            cause.resource = workload.key;
            cause.message = workload.node->health.message;
            causes.push_back(cause);
        }
    }
    auto worst = chosenCause(causes);
    if (worst)
        worst->kind = Cause::Kind::Regressed;
    return worst;
}

// The blocker at the deadline, although nothing failed.
std::optional<Cause> leftOver(const RolloutMemory &memory, const Situation &situation)
{
    if (!memory.application.value || comparisonProblem(*memory.application.value))
        return std::nullopt;
    Cause cause;
    cause.kind = Cause::Kind::OutOfSync;
    cause.message = sharedResourceText(*memory.application.value);
    if (!memory.noticed) {
        // The cluster runs it, but git has another one.
        for (const auto &workload : situation.workloads) {
            cause.resource = workload.key;
            if (workload.applied.image && !workload.desired.image && workload.sync == SyncStatus::OutOfSync)
                return cause;
        }
        return std::nullopt;
    }
    for (const int target : situation.targets) {
        const auto &workload = situation.workloads[static_cast<std::size_t>(target)];
        cause.resource = workload.key;
        if (workload.sync == SyncStatus::OutOfSync)
            return cause;
    }
    // A workload that is no longer in git but still runs an older version beside the new one.
    cause.kind = Cause::Kind::PruningNeeded;
    cause.message.clear();
    for (const auto &resource : memory.application.value->resources) {
        const auto stays = [&](const WorkloadView &view) {
            return view.key == resource.key && !view.target && view.applied.repository;
        };
        cause.resource = resource.key;
        if (resource.requiresPruning && std::ranges::any_of(situation.workloads, stays))
            return cause;
    }
    return std::nullopt;
}

Decision undecidedAtDeadline(const RolloutMemory &memory, const Expectation &expectation, const Situation &situation)
{
    const auto part = std::max(kLastPartLeast, (expectation.deadline - expectation.registeredAt) / kLastPart);
    // A stored watch may have slept through its deadline: the first complete observation after it decides.
    const auto since = expectation.oneOff ? expectation.deadline - part : expectation.deadline;
    // For an application that was never created, the newest answer that it is missing is complete.
    const auto knownAt =
        situation.observation.access == Access::NotCreated ? situation.observation.missingAt : memory.completeAt;
    const bool known = knownAt && *knownAt >= since;
    if (!known)
        return {expectation.oneOff ? Outcome::Aborted : Outcome::Waiting, situation.failure.cause};
    auto cause = situation.failure.cause;
    return {Outcome::TimedOut, cause ? cause : leftOver(memory, situation)};
}

/// It runs after the deadline: the application's history may prove that it was deployed too late, if the first
/// deployment since it was last seen not applied was after the deadline.
bool cameTooLate(const RolloutMemory &memory, const Expectation &expectation)
{
    if (!memory.deploymentBefore)
        return false;
    const auto &history = memory.application.value->history;
    // Argo CD counts up by one. A gap means that older entries were dropped, which may have been in time.
    const auto first = std::ranges::find(history, *memory.deploymentBefore + 1, &DeploymentRecord::id);
    return first != history.end() && first->deployedAt && *first->deployedAt > expectation.deadline;
}

std::optional<Decision> decideAccess(const Expectation &expectation, const Observation &observation)
{
    if (observation.access == Access::Gone) {
        Cause cause;
        cause.kind = Cause::Kind::AppDeleted;
        cause.message = observation.accessMessage;
        return Decision{Outcome::Gone, cause};
    }
    if (observation.access == Access::SignIn && expectation.oneOff)
        return Decision{Outcome::SignInNeeded, std::nullopt};
    return std::nullopt;
}

// The replacement of the images may cause the failure: the release is superseded then, not failed.
bool isBeingReplaced(const RolloutMemory &memory)
{
    const bool byOperation = memory.operation.moved.since && !memory.manifests.shown.since;
    return memory.manifests.moved.since || byOperation || memory.revision.moved.since;
}

} // namespace

Bake updateBake(RolloutMemory &memory, const Expectation &expectation, const Situation &situation)
{
    Bake bake;
    const auto now = situation.observation.now;
    const bool runs = situation.stage >= Stage::Running;
    if (runs && !memory.runningSince)
        memory.runningSince = now;
    if (expectation.bake == Duration{0}) {
        bake.over = runs;
        return bake;
    }
    if (!memory.runningSince)
        return bake;
    if (!isBeingReplaced(memory))
        bake.broken = regression(situation);
    // The time between two observations counts only if both were good. Silence, an outage or sleep count if an
    // observation after them shows it running.
    const auto known = treeCountsUntil(memory, situation.observation);
    if (runs && memory.bakedUntil)
        memory.baked += std::max(Duration{0}, known - *memory.bakedUntil);
    memory.bakedUntil = runs ? std::optional(std::max(known, memory.bakedUntil.value_or(known))) : std::nullopt;
    const bool isLongEnough = memory.baked >= expectation.bake;
    if (isLongEnough && !memory.bakeDoneAt)
        memory.bakeDoneAt = known;
    bake.over = runs && !bake.broken && isLongEnough && memory.tree.at >= *memory.bakeDoneAt;
    if (runs)
        bake.overAt = now + (expectation.bake - memory.baked);
    return bake;
}

Decision decide(const RolloutMemory &memory, const Expectation &expectation, const Situation &situation,
                const Bake &bake)
{
    const auto now = situation.observation.now;
    if (auto decision = decideAccess(expectation, situation.observation))
        return *decision;
    const bool answering =
        situation.observation.access == Access::Good || situation.observation.access == Access::Permission;
    if (answering) {
        if (auto cause =
                memory.isByRevision ? revisionReplaced(memory, now) : supersededBy(memory, situation.workloads, now))
            return {Outcome::Superseded, cause};
        if (bake.broken)
            return {Outcome::Failed, bake.broken};
        if (situation.complete && bake.over) {
            const bool late = !expectation.oneOff && now > expectation.deadline && cameTooLate(memory, expectation);
            return {late ? Outcome::TimedOut : Outcome::Deployed, std::nullopt};
        }
        if (situation.failure.isFinal)
            return {Outcome::Failed, situation.failure.cause};
        if (auto cause = imageNotInApplication(memory, expectation, situation.workloads))
            return {Outcome::Failed, cause};
    }
    // A deadline within the bake time waits for its end, at most as long again, if pods that come and go interrupt it.
    const bool baking = memory.runningSince && expectation.bake > Duration{0};
    const auto deadline = baking ? expectation.deadline + expectation.bake : expectation.deadline;
    if (now < expectation.deadline || (baking && now < deadline))
        return {Outcome::Waiting, situation.failure.cause};
    return undecidedAtDeadline(memory, expectation, situation);
}

} // namespace lynceus
