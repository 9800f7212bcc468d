#include "core/domain/rollout/judging/synctext.h"

#include "core/domain/rollout/sync/operation.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

struct Phrase
{
    QLatin1StringView words;
    SyncWait::For what;
};

constexpr std::array kPhrases{
    Phrase{"waiting for healthy state of "_L1, SyncWait::For::Health},
    Phrase{"waiting for completion of hook "_L1, SyncWait::For::Hook},
    Phrase{"waiting for deletion of "_L1, SyncWait::For::Deletion},
    Phrase{"blocked by sync window"_L1, SyncWait::For::Window},
};

// "apps/Deployment/web and 2 more resources"; core kinds have an empty group: "/Service/web".
ResourceKey keyIn(QStringView text)
{
    const auto end = text.indexOf(u' ');
    const auto parts = (end < 0 ? text : text.first(end)).split(u'/');
    if (parts.size() != 3)
        return {};
    return {parts[0].toString(), parts[1].toString(), {}, parts[2].toString()};
}

bool isTarget(const ResourceKey &key, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    return std::ranges::any_of(targets,
                               [&](int target) { return workloads[static_cast<std::size_t>(target)].key == key; });
}

std::optional<int> firstWaveBehind(const Application &application, const std::vector<WorkloadView> &workloads,
                                   const std::vector<int> &targets)
{
    std::optional<int> first;
    for (const auto &resource : application.resources) {
        const bool waits =
            !resource.hook && resource.sync == SyncStatus::OutOfSync && isTarget(resource.key, workloads, targets);
        if (waits && (!first || resource.syncWave < *first))
            first = resource.syncWave;
    }
    return first;
}

EarlierWave waveOf(const ResourceKey &key, const std::vector<WorkloadView> &workloads)
{
    const auto found = std::ranges::find(workloads, key, &WorkloadView::key);
    return {key, found == workloads.end() ? -1 : static_cast<int>(found - workloads.begin())};
}

HealthStatus healthOf(const ManagedResourceStatus &resource, const RolloutMemory &memory)
{
    const int index = memory.tree.value ? memory.tree.value->indexOf(resource.key) : -1;
    return index < 0 ? resource.health.status : memory.tree.value->nodes[static_cast<std::size_t>(index)].health.status;
}

// Deleted after its success: missing, and not waited for.
bool isCollectedJob(const ResourceKey &key, const std::vector<WorkloadView> &workloads)
{
    const auto found = std::ranges::find(workloads, key, &WorkloadView::key);
    return found != workloads.end() && found->absence == PodAbsence::JobCollected;
}

// Resources whose health the sync did not wait for: Argo CD fails their result, not the object itself.
const ManagedResourceStatus *unhealthyBefore(int wave, const RolloutMemory &memory,
                                             const std::vector<WorkloadView> &workloads)
{
    const auto &application = *memory.application.value;
    const ManagedResourceStatus *worst = nullptr;
    for (const auto &resource : application.resources) {
        if (resource.hook || resource.syncWave >= wave || resource.sync != SyncStatus::Synced
            || isCollectedJob(resource.key, workloads))
            continue;
        const auto health = healthOf(resource, memory);
        if (health == HealthStatus::Degraded)
            return &resource;
        if (!worst && (health == HealthStatus::Progressing || health == HealthStatus::Missing))
            worst = &resource;
    }
    return worst;
}

const ManagedResourceStatus *namedBy(const ResourceKey &named, const Application &application)
{
    const auto found = std::ranges::find_if(application.resources, [&](const ManagedResourceStatus &resource) {
        return !resource.hook && isNamed(named, resource.key);
    });
    return found == application.resources.end() ? nullptr : &*found;
}

} // namespace

std::optional<SyncWait> syncWaitOf(const QString &message)
{
    for (const auto &[words, what] : kPhrases) {
        const auto at = message.indexOf(words);
        if (at >= 0)
            return SyncWait{what, keyIn(QStringView(message).sliced(at + words.size()))};
    }
    return std::nullopt;
}

bool isNamed(const ResourceKey &named, const ResourceKey &key)
{
    return named.group == key.group && named.kind == key.kind && named.name == key.name;
}

std::optional<EarlierWave> earlierWave(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads,
                                       const std::vector<int> &targets)
{
    const auto &application = *memory.application.value;
    const auto &operation = application.operationState;
    if (!isOperationPending(application) || !operation)
        return std::nullopt;
    const auto wave = firstWaveBehind(application, workloads, targets);
    if (!wave)
        return std::nullopt;
    const auto wait = syncWaitOf(operation->message);
    if (wait && wait->what != SyncWait::For::Health)
        return std::nullopt;
    const auto *named = wait ? namedBy(wait->resource, application) : nullptr;
    if (named && named->syncWave < *wave && !isTarget(named->key, workloads, targets)) {
        // The message names the first of several; a broken one is more informative than one that is not applied yet.
        const bool isWell = healthOf(*named, memory) == HealthStatus::Healthy || isCollectedJob(named->key, workloads);
        const auto *worst =
            isWell || named->sync == SyncStatus::OutOfSync ? unhealthyBefore(*wave, memory, workloads) : nullptr;
        if (worst)
            return waveOf(worst->key, workloads);
        // A resource that is healthy now does not block the sync.
        return isWell ? std::nullopt : std::optional(waveOf(named->key, workloads));
    }
    if (named)
        return std::nullopt; // it waits for a target, or for something beside it
    if (wait && !wait->resource.kind.isEmpty())
        return EarlierWave{wait->resource, -1}; // not compared yet
    const auto *worst = unhealthyBefore(*wave, memory, workloads);
    return worst ? std::optional(waveOf(worst->key, workloads)) : std::nullopt;
}

} // namespace lynceus
