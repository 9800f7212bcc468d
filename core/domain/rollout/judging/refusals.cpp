#include "core/domain/rollout/judging/refusals.h"

#include "core/domain/rollout/sync/operation.h"
#include "core/domain/rollout/workloads/podcause.h"

#include <QRegularExpression>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

// A failed attempt without a result could not start: the project forbids it, or the cluster is not reachable.
bool failedAsAWhole(const OperationState &operation)
{
    const bool isOver = operation.phase == OperationPhase::Running
        ? operation.finishedAt.has_value()
        : operation.phase == OperationPhase::Failed || operation.phase == OperationPhase::Error;
    return isOver && operation.resources.empty() && !operation.message.isEmpty();
}

void keepRefusal(RolloutMemory &memory, const ResourceKey &key, const QString &message)
{
    const auto reason = withoutTemporaryNames(message);
    const auto known = memory.refusals.find(key);
    if (known == memory.refusals.end())
        memory.refusals.insert(key, RefusedResource{memory.application.at, reason});
    else if (known->message != reason)
        *known = RefusedResource{memory.application.at, reason};
}

bool isSucceeding(const SyncResultResource &resource)
{
    return resource.status == "Synced"_L1 || resource.status == "Pruned"_L1 || resource.status == "PruneSkipped"_L1;
}

} // namespace

QString withoutTemporaryNames(const QString &message)
{
    // kubectl writes each manifest to a file named by a number; the repo-server copies repositories to folders named by
    // a UUID.
    static const QRegularExpression kFile(uR"( "/(?:dev/shm|tmp|var/tmp)/[^"\s]*")"_s);
    static const QRegularExpression kFolder(
        uR"(/tmp/(?:_argocd-repo/)?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F-]{22,27}/?)"_s);
    static const QRegularExpression kAttempt(
        uR"((?:\.? Retrying attempt #\d+ at [^.]*\.| \(retried \d+ times?\)\.?)$)"_s);
    auto text = message;
    text.remove(kAttempt);
    text.remove(kFile);
    text.remove(kFolder);
    return text;
}

void updateRefusals(RolloutMemory &memory)
{
    const auto &application = *memory.application.value;
    const auto &operation = application.operationState;
    if (!operation || !operation->startedAt)
        return; // missing for some milliseconds while an operation starts
    // A retry may count as a new start: the requested revisions distinguish operations.
    const auto key = operation->requestedRevisions.isEmpty() || operation->retryCount == 0
        ? operationKey(operation)
        : u"retry@"_s + operation->requestedRevisions.join(u',');
    const bool isSame = key == memory.refusalsOperation
        || (operation->retryCount > 0 && memory.refusalsOperation.section(u'@', 1) == key.section(u'@', 1));
    memory.refusalsOperation = key;
    if (!isSame || operation->phase == OperationPhase::Succeeded || !carriesImages(*operation, memory)) {
        // The result of an attempt that has just started is empty; its revision identifies the release.
        memory.refusals.clear();
        if (operation->phase == OperationPhase::Succeeded || !carriesImages(*operation, memory))
            return;
    }
    if (failedAsAWhole(*operation))
        keepRefusal(memory, {}, operation->message);
    else if (!operation->resources.empty())
        memory.refusals.remove({});
    for (const auto &resource : operation->resources) {
        if (!resource.hookType.isEmpty())
            continue; // hooks are judged separately
        if (resource.status == "SyncFailed"_L1)
            keepRefusal(memory, resource.key, resource.message);
        else if (isSucceeding(resource))
            memory.refusals.remove(resource.key);
    }
}

std::optional<Cause> refusalCause(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads)
{
    const auto isTarget = [&](const ResourceKey &key) {
        return std::ranges::any_of(workloads,
                                   [&](const WorkloadView &view) { return view.key == key && view.desired.image; });
    };
    const auto rank = [&](const auto &entry) { return std::tuple(!isTarget(entry.first), entry.second.since); };
    const auto worst = std::min_element(memory.refusals.constKeyValueBegin(), memory.refusals.constKeyValueEnd(),
                                        [&](const auto &left, const auto &right) { return rank(left) < rank(right); });
    if (worst == memory.refusals.constKeyValueEnd())
        return std::nullopt;
    Cause cause;
    cause.resource = (*worst).first;
    cause.message = (*worst).second.message;
    cause.kind =
        kindOfRefusal(cause.message, cause.resource.kind.isEmpty() ? Cause::Kind::SyncError : Cause::Kind::SyncFailed);
    return cause;
}

std::optional<Instant> refusedSince(const RolloutMemory &memory)
{
    std::optional<Instant> since;
    for (const auto &refusal : memory.refusals) {
        if (!since || refusal.since < *since)
            since = refusal.since;
    }
    return since;
}

} // namespace lynceus
