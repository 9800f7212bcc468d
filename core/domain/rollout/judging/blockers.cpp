#include "core/domain/rollout/judging/blockers.h"

#include "core/domain/rollout/judging/awaiting.h"
#include "core/domain/rollout/judging/refusals.h"
#include "core/domain/rollout/judging/stages.h"
#include "core/domain/rollout/judging/synctext.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/domain/rollout/workloads/revisions.h"
#include "core/domain/rollout/workloads/rewritten.h"

#include <QRegularExpression>

#include <limits>
#include <tuple>

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

Blocker applicationAwaited(const Expectation &expectation, const Observation &observation)
{
    const auto &application = expectation.application;
    auto found = blocker(Kind::NotCreated, observation.accessMessage);
    found.resource = {u"argoproj.io"_s, u"Application"_s, application.nameSpace, application.name};
    return awaitedSince(std::move(found), expectation.registeredAt, observation.now, expectation.usualNotice);
}

std::optional<Blocker> accessBlocker(const RolloutMemory &memory, const Expectation &expectation,
                                     const Observation &observation)
{
    switch (observation.access) {
    case Access::Unreachable:
        return blocker(Kind::Unreachable, observation.accessMessage);
    case Access::SignIn:
        return signInBlocker(observation.accessMessage, observation.lacksToken);
    case Access::Permission:
        return blocker(Kind::Permission, observation.accessMessage);
    case Access::NotCreated:
        return applicationAwaited(expectation, observation);
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

std::optional<Blocker> controllerBlocker(const RolloutMemory &memory, const Observation &observation)
{
    const auto &application = *memory.application.value;
    if (application.skipReconcile)
        return blocker(Kind::SkipReconcile);
    if (observation.refreshAskedAt && !observation.refreshTakenUp
        && observation.now - *observation.refreshAskedAt >= kRefreshPatience)
        return blocker(Kind::ControllerStalled, {}, observation.refreshAskedAt);
    if (const auto *problem = comparisonProblem(application)) {
        return blocker(isRepositoryTrouble(*problem) ? Kind::RepoUnreachable : Kind::DesiredStateError,
                       withoutTemporaryNames(problem->message));
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
        return std::nullopt; // none, or not started yet: its message will follow within seconds
    // Without a revision at which a manifest showed the image, the operation cannot be attributed. An operation
    // requested without a revision ("sync now") reports its revision only at its end.
    const bool saysRevision = !operation->requestedRevisions.isEmpty() || !operation->resultRevisions.isEmpty();
    if (!memory.imageRevisions.isEmpty() && saysRevision && !carriesImages(*operation, memory))
        return blocker(Kind::OtherOperation, operation->message);
    if (!memory.refusals.isEmpty())
        return std::nullopt; // it retries what is refused; the cause has the details
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

// The application that the ApplicationSet waits for before this one: in the earliest step that is not done, preferably
// one in progress. Members of the same step also wait for each other if the strategy limits their number.
const ApplicationSetProgress::Member *awaitedMember(const ApplicationSetProgress &progress,
                                                    const Application &application)
{
    using Member = ApplicationSetProgress::Member;
    const auto self = std::ranges::find(progress.members, application.name, &Member::application);
    const int step = self == progress.members.end() || self->step == 0 ? std::numeric_limits<int>::max() : self->step;
    const auto order = [](const Member &member) {
        return std::tuple(member.step, member.status == "Waiting"_L1, member.application);
    };
    const Member *awaited = nullptr;
    for (const auto &member : progress.members) {
        const bool isBefore = member.application != application.name && member.step <= step
            && member.status != "Healthy"_L1 && !(member.step == step && member.status == "Waiting"_L1);
        if (isBefore && (!awaited || order(member) < order(*awaited)))
            awaited = &member;
    }
    return awaited;
}

Blocker stepBlocker(const Application &application, const Observation &observation)
{
    auto found = blocker(Kind::ApplicationsetStep);
    found.detail = application.applicationSet;
    const auto &progress = observation.applicationSet.value;
    if (const auto *awaited = progress ? awaitedMember(*progress, application) : nullptr) {
        found.resource = {u"argoproj.io"_s, u"Application"_s, application.nameSpace, awaited->application};
        found.message = awaited->step > 0 ? u"step %1, %2"_s.arg(awaited->step).arg(awaited->status) : awaited->status;
    }
    return found;
}

std::optional<Blocker> outOfSyncBlocker(const RolloutMemory &memory, const Observation &observation,
                                        const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    const auto &application = *memory.application.value;
    const bool waits = std::ranges::any_of(targets, [&](int target) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        return workload.sync == SyncStatus::OutOfSync && !workload.held && workload.absence != PodAbsence::JobCollected;
    });
    // A revision may only change other resources.
    const bool isAwaited =
        memory.isByRevision && !memory.revision.isApplied && application.sync == SyncStatus::OutOfSync;
    if ((!waits && !isAwaited) || isOperationPending(application))
        return std::nullopt;
    if (isSyncedInSteps(application))
        return stepBlocker(application, observation);
    if (!application.autoSync) {
        auto found = blocker(Kind::AutoSyncOff);
        found.detail = wasRolledBack(application)  ? u"rolled-back"_s
            : application.applicationSet.isEmpty() ? QString()
                                                   : u"applicationset"_s;
        return found;
    }
    const auto &windows = observation.syncWindows.value;
    const bool isClosed = windows && automatedSyncBlock(*windows, observation.now).blocked;
    return isClosed ? std::optional(windowBlocker(observation)) : std::nullopt;
}

// Argo CD reports Synced although the cluster has another image: the difference is ignored.
bool isDifferenceIgnored(const WorkloadView &workload)
{
    const auto asked = workload.askedImages();
    return workload.sync == SyncStatus::Synced && workload.live && workload.target && workload.desired.image
        && (workload.applied.image & asked) != asked;
}

bool isMatching(const QString &pattern, const QString &text)
{
    return pattern.isEmpty() || pattern == text
        || QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern)).match(text).hasMatch();
}

QString ignoredField(const Application &application, const ResourceKey &key)
{
    for (const auto &ignored : application.ignoredDifferences) {
        const bool isMeant = isMatching(ignored.group, key.group) && isMatching(ignored.kind, key.kind)
            && (ignored.nameSpace.isEmpty() || ignored.nameSpace == key.nameSpace)
            && (ignored.name.isEmpty() || ignored.name == key.name);
        if (!isMeant)
            continue;
        // Preferably one that names images, otherwise one that covers all fields.
        const auto image =
            std::ranges::find_if(ignored.fields, [](const QString &field) { return field.contains("image"_L1); });
        if (image != ignored.fields.end())
            return *image;
        if (!ignored.fields.isEmpty())
            return ignored.fields.front();
        if (!ignored.managers.isEmpty())
            return u"fields of "_s + ignored.managers.join(u", "_s);
    }
    return {};
}

std::optional<Blocker> ignoredBlocker(RolloutMemory &memory, const std::vector<WorkloadView> &workloads,
                                      const std::vector<int> &targets)
{
    const auto &application = *memory.application.value;
    const auto found = std::ranges::find_if(
        targets, [&](int target) { return isDifferenceIgnored(workloads[static_cast<std::size_t>(target)]); });
    const bool differs = found != targets.end() && !isOperationPending(application);
    memory.liveDiffers.keep(differs, memory.managed.at);
    if (!differs || !memory.liveDiffers.lasted(kBlockerSettles, memory.managed.at))
        return std::nullopt;
    const auto &workload = workloads[static_cast<std::size_t>(*found)];
    auto matcher = memory.matcher;
    const auto rewritten = rewrittenImage(memory.matcher.expected(), workload.live->images);
    const auto field = ignoredField(application, workload.key);
    if (rewritten && field.isEmpty()) // a webhook changes the template, and Argo CD ignores changes by webhooks
        return Blocker{Kind::ImageRewritten, workload.key, {}, std::nullopt, rewritten->image, rewritten->proxy};
    QString image;
    for (const auto &live : workload.live->images) {
        const auto match = matcher.match(live);
        if (image.isEmpty() || (match.repository && !match.image))
            image = live;
    }
    return Blocker{Kind::IgnoredDifference, workload.key, {}, std::nullopt, image, field};
}

// The cluster runs an image that is not in git and that no operation applied: a manual change.
std::optional<Blocker> unwantedBlocker(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads)
{
    const auto &application = *memory.application.value;
    auto matcher = memory.matcher;
    for (const auto &workload : workloads) {
        const bool runs = workload.live && workload.applied.image && workload.target && !workload.desired.image
            && workload.desired.repository && workload.sync == SyncStatus::OutOfSync;
        if (!runs || workload.held)
            continue;
        auto found = blocker(application.autoSync ? Kind::NotNoticed : Kind::AutoSyncOff);
        found.resource = workload.key;
        found.detail = u"changed-by-hand"_s;
        for (const auto &image : workload.target->images) {
            if (matcher.match(image).repository)
                found.image = image;
        }
        return found;
    }
    return std::nullopt;
}

std::optional<Blocker> suspendedBlocker(const WorkloadView &workload)
{
    if (workload.health() != HealthStatus::Suspended)
        return std::nullopt;
    const bool paused = workload.key.kind == "Deployment"_L1;
    return Blocker{paused ? Kind::Paused : Kind::Suspended, workload.key, workload.node->health.message, std::nullopt};
}

// Running pods of an older ReplicaSet or with another image are kept by a strategy.
std::optional<Blocker> strategyBlocker(const WorkloadView &workload, bool isByRevision)
{
    // Then it is unknown whether old pods are left.
    const bool isUnseen = workload.absence == PodAbsence::NotVisible
        || (isByRevision && workload.absence == PodAbsence::None && workload.counts.old == 0);
    if (!workload.keepsOldPods() || workload.health() != HealthStatus::Healthy
        || (!isUnseen && (workload.absence != PodAbsence::None || workload.counts.old == 0)))
        return std::nullopt;
    const auto *spec = workload.live ? workload.live : workload.target;
    if (spec->onDelete)
        return Blocker{Kind::UpdateStrategy, workload.key, {}, std::nullopt, {}, u"OnDelete"_s};
    // With a partition, it is Healthy once every pod from that ordinal on is new.
    if (!isUnseen && workload.counts.old > spec->partition)
        return std::nullopt;
    return Blocker{Kind::UpdateStrategy, workload.key, {}, std::nullopt, {}, u"partition %1"_s.arg(spec->partition)};
}

std::optional<Blocker> rewrittenBlocker(RolloutMemory &memory, const std::vector<WorkloadView> &workloads,
                                        const std::vector<int> &targets)
{
    std::optional<Blocker> found;
    for (const int target : targets) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        const auto rewritten = rewrittenPods(memory, workload);
        if (rewritten) {
            found = Blocker{Kind::ImageRewritten, workload.key, {}, std::nullopt, rewritten->image, rewritten->proxy};
            break;
        }
    }
    memory.rewritten.keep(found.has_value(), memory.tree.at);
    return memory.rewritten.lasted(kBlockerSettles, memory.tree.at) ? found : std::nullopt;
}

std::optional<Blocker> workloadBlocker(RolloutMemory &memory, const std::vector<WorkloadView> &workloads,
                                       const std::vector<int> &targets)
{
    for (const int target : targets) {
        if (auto found = suspendedBlocker(workloads[static_cast<std::size_t>(target)]))
            return found;
    }
    if (auto found = rewrittenBlocker(memory, workloads, targets))
        return found;
    if (memory.rewritten.since)
        return std::nullopt; // pods with another reference are not old; this is reported once it has lasted
    for (const int target : targets) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        if (auto found = strategyBlocker(workload, memory.isByRevision))
            return found;
        const auto &pods = workload.counts;
        const bool onlyOldPodsLeft = workload.absence == PodAbsence::None && pods.updated > 0
            && pods.ready == pods.updated && pods.old > 0 && workload.health() == HealthStatus::Healthy;
        const bool nothingNew = workload.absence == PodAbsence::None && pods.updated == 0 && pods.old > 0
            && workload.health() == HealthStatus::Healthy;
        if (onlyOldPodsLeft || nothingNew)
            return Blocker{Kind::OldPodsLeft, workload.key, {}, std::nullopt};
    }
    if (const int left = leftover(memory, workloads); left >= 0)
        return Blocker{Kind::PruningNeeded, workloads[static_cast<std::size_t>(left)].key, {}, std::nullopt};
    return std::nullopt;
}

} // namespace

std::optional<Blocker> blockerOf(RolloutMemory &memory, const Expectation &expectation, const Observation &observation,
                                 const std::vector<WorkloadView> &workloads, const std::vector<int> &targets,
                                 Stage stage)
{
    if (auto found = accessBlocker(memory, expectation, observation))
        return found;
    if (!memory.application.value)
        return std::nullopt;
    if (auto found = controllerBlocker(memory, observation))
        return found;
    if (auto found = operationBlocker(memory, observation, workloads, targets))
        return found;
    // For an application created during the watch, the wait starts at its creation.
    const auto since =
        std::max(expectation.registeredAt, memory.application.value->createdAt.value_or(expectation.registeredAt));
    const auto awaited = [&](Blocker blocker) {
        return awaitedSince(std::move(blocker), since, observation.now, expectation.usualNotice);
    };
    if (stage == Stage::None && memory.isByRevision) {
        auto found = awaited(revisionAwaited(memory));
        found.until = observation.refreshAskedAt;
        return found;
    }
    if (stage == Stage::None) {
        if (auto found = unwantedBlocker(memory, workloads))
            return found;
        return awaited(blocker(Kind::NotNoticed, {}, observation.refreshAskedAt));
    }
    // An operation applied it although git has a newer revision: a sync would replace it.
    if (stage == Stage::Noticed && memory.revision.unproven && !memory.revision.wasDesired)
        return memory.revision.unproven;
    if (auto found = outOfSyncBlocker(memory, observation, workloads, targets))
        return found;
    if (auto found = ignoredBlocker(memory, workloads, targets))
        return found;
    if (stage >= Stage::Applied && stage < Stage::Running) {
        if (auto found = workloadBlocker(memory, workloads, targets))
            return found;
    }
    const bool isStill = observation.now - memory.stillSince >= kStillIsNamed;
    if (isStill && stage == Stage::Noticed && memory.revision.unproven)
        return memory.revision.unproven;
    return isStill ? awaitedOf(memory, expectation, workloads, targets, stage) : std::nullopt;
}

} // namespace lynceus
