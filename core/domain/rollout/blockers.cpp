#include "core/domain/rollout/blockers.h"

#include "core/domain/rollout/awaiting.h"
#include "core/domain/rollout/operation.h"
#include "core/domain/rollout/syncwords.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Kind = Blocker::Kind;

Blocker blocker(Kind kind, QString message = {}, std::optional<Instant> until = std::nullopt)
{
    return Blocker{kind, {}, std::move(message), until};
}

Blocker withSince(Blocker blocker, std::optional<Instant> since)
{
    blocker.since = since;
    return blocker;
}

std::optional<Blocker> accessBlocker(const RolloutMemory &memory, const Observation &observation)
{
    switch (observation.access) {
    case Access::Unreachable:
        return blocker(Kind::Unreachable, observation.accessMessage);
    case Access::SignIn:
        return blocker(Kind::SignIn, observation.accessMessage);
    case Access::Permission:
        return blocker(Kind::Permission, observation.accessMessage);
    case Access::Good:
    case Access::Connecting:
    case Access::Gone:
        break;
    }
    const auto oldest = std::min(memory.application.at, memory.tree.value ? memory.tree.at : memory.application.at);
    if (memory.application.value && observation.now - oldest > kStaleAfter)
        return blocker(Kind::Stale, {}, oldest);
    return std::nullopt;
}

bool looksLikeRepositoryTrouble(const QString &message)
{
    static constexpr std::array kWords{
        "failed to list refs"_L1,
        "unable to resolve"_L1,
        "Unable to resolve"_L1,
        "repository not accessible"_L1,
        "connection refused"_L1,
        "no such host"_L1,
        "i/o timeout"_L1,
        "authentication required"_L1,
        "dial tcp"_L1,
        "failed to fetch"_L1,
        "repository not found"_L1,
        "code = Unavailable"_L1,
        "code = DeadlineExceeded"_L1,
        "handshake"_L1,
    };
    return std::ranges::any_of(kWords, [&](QLatin1StringView word) { return message.contains(word); });
}

std::optional<Blocker> controllerBlocker(const RolloutMemory &memory, const Observation &observation)
{
    const auto &application = *memory.application.value;
    if (application.skipReconcile)
        return blocker(Kind::SkipReconcile);
    if (observation.refreshAskedAt && !observation.refreshTakenUp
        && observation.now - *observation.refreshAskedAt >= kRefreshPatience)
        return blocker(Kind::ControllerStalled, {}, observation.refreshAskedAt);
    if (const auto *problem = comparisonProblem(application)) {
        const bool repository = problem->type == "ComparisonError"_L1 && looksLikeRepositoryTrouble(problem->message);
        return blocker(repository ? Kind::RepoUnreachable : Kind::DesiredStateError, problem->message);
    }
    return std::nullopt;
}

Blocker windowBlocker(const Observation &observation)
{
    const auto &windows = observation.syncWindows.value;
    return blocker(Kind::SyncWindow, {}, windows ? automatedSyncBlock(*windows, observation.now).until : std::nullopt);
}

std::optional<Blocker> operationBlocker(RolloutMemory &memory, const Observation &observation,
                                        const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    const auto &application = *memory.application.value;
    const auto &operation = application.operationState;
    if (!isOperationPending(application) || !operation || !operation->startedAt)
        return std::nullopt; // none, or one that has not begun: it will say within moments what it does
    // Without a revision at which a manifest showed the image nobody can say whose operation this is.
    // One that was asked for without a revision ("sync now") only says which one it took when it is over.
    const bool saysRevision = !operation->requestedRevisions.isEmpty() || !operation->resultRevisions.isEmpty();
    if (!memory.imageRevisions.isEmpty() && saysRevision && !carriesImages(*operation, memory))
        return blocker(Kind::OtherOperation, operation->message);
    const auto &message = operation->message;
    if (const auto wait = syncWaitOf(message)) {
        if (wait->what == SyncWait::For::Window)
            return windowBlocker(observation);
        if (wait->what == SyncWait::For::Hook)
            return Blocker{Kind::WaitingForHook, wait->resource, message, std::nullopt};
        if (wait->what == SyncWait::For::Deletion)
            return withSince({Kind::SyncRunning, wait->resource, message, std::nullopt}, operation->startedAt);
    }
    if (const auto wave = earlierWave(memory, workloads, targets))
        return Blocker{Kind::WaitingForWave, wave->resource, message, std::nullopt};
    return std::nullopt;
}

std::optional<Blocker> outOfSyncBlocker(const RolloutMemory &memory, const Observation &observation,
                                        const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    const auto &application = *memory.application.value;
    const bool waits = std::ranges::any_of(
        targets, [&](int target) { return workloads[static_cast<std::size_t>(target)].sync == SyncStatus::OutOfSync; });
    if (!waits || isOperationPending(application))
        return std::nullopt;
    if (!application.autoSync)
        return blocker(Kind::AutoSyncOff);
    const auto &windows = observation.syncWindows.value;
    const bool isClosed = windows && automatedSyncBlock(*windows, observation.now).blocked;
    return isClosed ? std::optional(windowBlocker(observation)) : std::nullopt;
}

std::optional<Blocker> suspendedBlocker(const WorkloadView &workload)
{
    if (workload.health() != HealthStatus::Suspended)
        return std::nullopt;
    const bool paused = workload.key.kind == "Deployment"_L1;
    return Blocker{paused ? Kind::Paused : Kind::Suspended, workload.key, workload.node->health.message, std::nullopt};
}

std::optional<Blocker> workloadBlocker(const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    for (const int target : targets) {
        if (auto found = suspendedBlocker(workloads[static_cast<std::size_t>(target)]))
            return found;
    }
    for (const int target : targets) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        const auto &pods = workload.counts;
        const bool onlyOldPodsLeft = workload.absence == PodAbsence::None && pods.updated > 0
            && pods.ready == pods.updated && pods.old > 0 && workload.health() == HealthStatus::Healthy;
        const bool nothingNew = workload.absence == PodAbsence::None && pods.updated == 0 && pods.old > 0
            && workload.health() == HealthStatus::Healthy;
        // Healthy with old pods: an OnDelete or partitioned update, which waits for a person.
        if (onlyOldPodsLeft || nothingNew)
            return Blocker{Kind::OldPodsLeft, workload.key, {}, std::nullopt};
    }
    return std::nullopt;
}

} // namespace

std::optional<Blocker> blockerOf(RolloutMemory &memory, const Expectation &expectation, const Observation &observation,
                                 const std::vector<WorkloadView> &workloads, const std::vector<int> &targets,
                                 Stage stage)
{
    if (auto found = accessBlocker(memory, observation))
        return found;
    if (!memory.application.value)
        return std::nullopt;
    if (auto found = controllerBlocker(memory, observation))
        return found;
    if (auto found = operationBlocker(memory, observation, workloads, targets))
        return found;
    if (stage == Stage::None)
        return withSince(blocker(Kind::NotNoticed, {}, observation.refreshAskedAt), expectation.registeredAt);
    if (auto found = outOfSyncBlocker(memory, observation, workloads, targets))
        return found;
    if (stage >= Stage::Applied && stage < Stage::Running) {
        if (auto found = workloadBlocker(workloads, targets))
            return found;
    }
    const bool isStill = observation.now - memory.stillSince >= kStillIsNamed;
    return isStill ? awaitedOf(memory, expectation, workloads, targets, stage) : std::nullopt;
}

} // namespace lynceus
