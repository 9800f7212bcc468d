#include "core/domain/rollout/sync/hooks.h"

#include "core/domain/rollout/sync/operation.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

struct HookObservation
{
    bool failed = false;
    bool succeeded = false;
    bool isAfterPreSync = false;
    QString uid;
    QString message;
};

// The pod below a failed Job has the container's message; the Job only reports that it gave up.
QString lastWords(const ResourceTree &tree, int job)
{
    for (const int index : tree.podsUnder(job)) {
        const auto &pod = tree.nodes[static_cast<std::size_t>(index)];
        if (pod.health.status == HealthStatus::Degraded && !pod.health.message.isEmpty())
            return pod.health.message;
    }
    return tree.nodes[static_cast<std::size_t>(job)].health.message;
}

HookObservation inTree(const RolloutMemory &memory, const ResourceKey &key, Instant operationStart)
{
    HookObservation sighting;
    if (!memory.tree.value)
        return sighting;
    const int index = memory.tree.value->indexOf(key);
    if (index < 0)
        return sighting;
    const auto &node = memory.tree.value->nodes[static_cast<std::size_t>(index)];
    // A pod from before this operation belongs to the last release and is not deleted yet.
    if (!node.createdAt || *node.createdAt < operationStart)
        return sighting;
    sighting.failed = node.health.status == HealthStatus::Degraded;
    sighting.succeeded = node.health.status == HealthStatus::Healthy;
    sighting.uid = node.uid;
    if (sighting.failed)
        sighting.message = lastWords(*memory.tree.value, index);
    return sighting;
}

void noteFailure(RolloutMemory &memory, const ResourceKey &key, const HookObservation &sighting, int attempt,
                 Instant at)
{
    auto known = memory.failedHooks.find(key);
    if (known == memory.failedHooks.end()) {
        memory.failedHooks.insert(key,
                                  FailedHook{at, sighting.uid, attempt, sighting.message, sighting.isAfterPreSync});
        return;
    }
    known->isAfterPreSync = known->isAfterPreSync || sighting.isAfterPreSync;
    if (!sighting.uid.isEmpty() && sighting.uid != known->uid) {
        known->attempt = known->uid.isEmpty() ? known->attempt : std::max(attempt, known->attempt + 1);
        known->uid = sighting.uid;
    }
    if (!sighting.message.isEmpty())
        known->message = sighting.message;
}

const SyncResultResource *resultOf(const OperationState &operation, const ResourceKey &key)
{
    const auto found = std::ranges::find_if(operation.resources, [&](const SyncResultResource &resource) {
        return !resource.hookType.isEmpty() && resource.key == key;
    });
    return found == operation.resources.end() ? nullptr : &*found;
}

// This attempt has passed its PreSync hooks: it lists all that it ran, and another name is another object.
bool isInSyncPhase(const OperationState &operation)
{
    return std::ranges::any_of(operation.resources, [](const SyncResultResource &resource) {
        return resource.hookType.isEmpty() && resource.syncPhase == "Sync"_L1 && resource.status == "Synced"_L1;
    });
}

bool isAfterPreSync(const SyncResultResource &hook)
{
    return hook.hookType == "Sync"_L1 || hook.hookType == "PostSync"_L1;
}

// A hook that failed after the PreSync phase runs again only later in this attempt, unless another one in its place has
// succeeded.
bool hasPassedLaterHooks(const OperationState &operation)
{
    return std::ranges::any_of(operation.resources, [](const SyncResultResource &resource) {
        return isAfterPreSync(resource) && resource.hookPhase == "Succeeded"_L1;
    });
}

// Hooks of an earlier attempt, whose names are generated each time.
void forgetPastHooks(RolloutMemory &memory, const OperationState &operation)
{
    if (operation.phase == OperationPhase::Succeeded)
        memory.failedHooks.clear();
    if (!isInSyncPhase(operation))
        return;
    const bool passedLater = hasPassedLaterHooks(operation);
    memory.failedHooks.removeIf([&](const auto &hook) {
        return (passedLater || !hook.value().isAfterPreSync) && !resultOf(operation, hook.key());
    });
}

bool isFailedPhase(const QString &phase)
{
    return phase == "Failed"_L1 || phase == "Error"_L1;
}

} // namespace

QSet<ResourceKey> hookKeys(const Application &application)
{
    QSet<ResourceKey> keys;
    for (const auto &resource : application.resources) {
        if (resource.hook)
            keys.insert(resource.key);
    }
    if (application.operationState) {
        for (const auto &resource : application.operationState->resources) {
            // SyncFail hooks clean up after a failure; their result decides nothing.
            if (!resource.hookType.isEmpty() && resource.hookType != "SyncFail"_L1 && resource.hookType != "Skip"_L1)
                keys.insert(resource.key);
        }
    }
    return keys;
}

void updateHooks(RolloutMemory &memory)
{
    if (!memory.application.value)
        return;
    const auto &application = *memory.application.value;
    const auto &operation = application.operationState;
    if (!operation || !operation->startedAt)
        return; // missing for some milliseconds while an operation starts
    const auto key = operationKey(operation);
    if (key != memory.hooksOperation) {
        memory.hooksOperation = key;
        memory.failedHooks.clear();
    }
    if (!memory.noticed || !carriesImages(*operation, memory))
        return;
    // While it waits for a retry, retryCount already includes that one.
    const bool waitsForRetry = operation->phase == OperationPhase::Running && operation->finishedAt;
    const int attempt = std::max(1, operation->retryCount + (waitsForRetry ? 0 : 1));
    forgetPastHooks(memory, *operation);
    const bool namesAllHooks = operation->phase == OperationPhase::Succeeded || isInSyncPhase(*operation);
    for (const auto &hook : hookKeys(application)) {
        if (namesAllHooks && !resultOf(*operation, hook))
            continue;
        auto sighting = inTree(memory, hook, *operation->startedAt);
        if (const auto *result = resultOf(*operation, hook)) {
            sighting.failed = sighting.failed || isFailedPhase(result->hookPhase);
            sighting.succeeded = sighting.succeeded || result->hookPhase == "Succeeded"_L1;
            sighting.isAfterPreSync = isAfterPreSync(*result);
            if (sighting.message.isEmpty())
                sighting.message = result->message;
        }
        if (sighting.failed)
            noteFailure(memory, hook, sighting, attempt, std::max(memory.tree.at, memory.application.at));
        else if (sighting.succeeded)
            memory.failedHooks.remove(hook);
    }
}

std::optional<Cause> hookCause(const RolloutMemory &memory)
{
    const auto first = std::min_element(memory.failedHooks.constKeyValueBegin(), memory.failedHooks.constKeyValueEnd(),
                                        [](const auto &a, const auto &b) { return a.second.since < b.second.since; });
    if (first == memory.failedHooks.constKeyValueEnd())
        return std::nullopt;
    Cause cause;
    cause.kind = Cause::Kind::HookFailed;
    cause.resource = (*first).first;
    cause.message = (*first).second.message;
    cause.attempt = (*first).second.attempt;
    return cause;
}

std::optional<Instant> hookFailedSince(const RolloutMemory &memory)
{
    std::optional<Instant> since;
    for (const auto &hook : memory.failedHooks) {
        if (!since || hook.since < *since)
            since = hook.since;
    }
    return since;
}

} // namespace lynceus
