#include "core/domain/rollout/sync/operation.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

// Only manifests with the expected image count: a sibling that keeps another tag of the same repository proves nothing.
bool appliesOtherImages(const OperationState &operation, RolloutMemory &memory)
{
    if (!memory.managed.value)
        return false;
    return std::ranges::any_of(operation.resources, [&](const SyncResultResource &resource) {
        const auto applied = memory.matcher.match(resource.images);
        if (!resource.hookType.isEmpty() || (applied.repository & ~applied.image) == 0)
            return false;
        const auto &workloads = memory.managed.value->workloads;
        const auto same = std::ranges::find(workloads, resource.key, &ManagedWorkload::key);
        return same != workloads.end() && same->target
            && (memory.matcher.match(same->target->images).image & ~applied.image) != 0;
    });
}

} // namespace

QString operationKey(const std::optional<OperationState> &operation)
{
    if (!operation || !operation->startedAt)
        return {};
    return formatRfc3339(*operation->startedAt) + u'@' + operation->requestedRevisions.join(u',');
}

bool isOperationPending(const Application &application)
{
    if (application.pendingOperation)
        return true;
    const auto &operation = application.operationState;
    return operation
        && (operation->phase == OperationPhase::Running || operation->phase == OperationPhase::Terminating);
}

ImageMatcher::Match imagesApplied(const OperationState &operation, ImageMatcher &matcher)
{
    ImageMatcher::Match all;
    for (const auto &resource : operation.resources) {
        if (!resource.hookType.isEmpty())
            continue;
        const auto match = matcher.match(resource.images);
        all.repository |= match.repository;
        all.image |= match.image;
    }
    return all;
}

bool sparesImages(const OperationState &operation, const Timestamped<ManagedResources> &managed, ImageMatcher &matcher)
{
    if (operation.dryRun)
        return true;
    if (operation.selected.empty() || !managed.value)
        return false;
    const auto isSelected = [&](const ManagedWorkload &workload) {
        return std::ranges::any_of(operation.selected, [&](const ResourceKey &key) {
            return key.group == workload.key.group && key.kind == workload.key.kind && key.name == workload.key.name
                && (key.nameSpace.isEmpty() || key.nameSpace == workload.key.nameSpace);
        });
    };
    // Workloads with the images or, before manifests show them, all that declare their repositories.
    ImageMask images = 0;
    ImageMask repositories = 0;
    bool isAnyShown = false;
    for (const auto &workload : managed.value->workloads) {
        const auto match = workload.target ? matcher.match(workload.target->images) : ImageMatcher::Match{};
        isAnyShown = isAnyShown || match.image;
        if (!isSelected(workload))
            continue;
        images |= match.image;
        repositories |= match.repository;
    }
    return (isAnyShown ? images : repositories) == 0;
}

bool carriesImages(const OperationState &operation, RolloutMemory &memory)
{
    if (sparesImages(operation, memory.managed, memory.matcher))
        return false;
    // Another revision may have the same images.
    const auto isKnown = [&] {
        return memory.imageRevisions.contains(operation.resultRevisions)
            || memory.imageRevisions.contains(operation.requestedRevisions);
    };
    if (memory.isByRevision)
        return isKnown();
    if (imagesApplied(operation, memory.matcher).image == memory.matcher.all())
        return true;
    // The same revision with other images: a parameter of the application was changed, not git.
    if (appliesOtherImages(operation, memory))
        return false;
    // All revisions together: with several sources, most are unchanged between releases.
    return isKnown();
}

QString sharedResourceText(const Application &application)
{
    const auto found =
        std::ranges::find(application.conditions, u"SharedResourceWarning"_s, &ApplicationCondition::type);
    return found == application.conditions.end() ? QString() : found->message;
}

bool isSyncedInSteps(const Application &application)
{
    if (application.applicationSet.isEmpty() || application.autoSync)
        return false;
    // controllers/applicationset: the user of the controller's RollingSync syncs.
    static constexpr auto kController = "applicationset-controller"_L1;
    const auto &operation = application.operationState;
    if (operation && operation->initiatedBy == kController)
        return true;
    const auto &history = application.history;
    if (!history.empty())
        return history.back().initiatedBy == kController;
    // Never synced: RollingSync has disabled the template's automated sync, and its step has not started.
    return application.autoSyncDisabled && !operation;
}

bool wasRolledBack(const Application &application)
{
    const auto &operation = application.operationState;
    if (application.autoSync || !operation || operation->phase != OperationPhase::Succeeded || operation->dryRun)
        return false;
    const auto &put = operation->resultRevisions.isEmpty() ? operation->requestedRevisions : operation->resultRevisions;
    if (put.isEmpty() || put == application.revisions || application.history.size() < 2)
        return false;
    const auto &history = application.history;
    if (history.back().revisions != put)
        return false;
    const auto between = std::find_if(history.rbegin(), history.rend(),
                                      [&](const DeploymentRecord &record) { return record.revisions != put; });
    return std::any_of(between, history.rend(),
                       [&](const DeploymentRecord &record) { return record.revisions == put; });
}

bool isRepositoryTrouble(const ApplicationCondition &condition)
{
    // Messages of git, ssh, Helm and gRPC if the other side is not reachable or rejects Argo CD.
    static constexpr std::array kWords{
        "failed to list refs"_L1,
        "unable to resolve"_L1,
        "repository not accessible"_L1,
        "connection refused"_L1,
        "connection reset"_L1,
        "no such host"_L1,
        "i/o timeout"_L1,
        "authentication required"_L1,
        "dial tcp"_L1,
        "failed to fetch"_L1,
        "repository not found"_L1,
        "code = unavailable"_L1,
        "code = deadlineexceeded"_L1,
        "context deadline exceeded"_L1,
        "handshake"_L1,
        "no route to host"_L1,
        "network is unreachable"_L1,
        "server misbehaving"_L1,
        "could not resolve host"_L1,
        "temporary failure in name"_L1,
        "bad gateway"_L1,
        "service unavailable"_L1,
        "gateway timeout"_L1,
        "client.timeout exceeded"_L1,
        "transport is closing"_L1,
        "error reading from server"_L1,
        "unexpected eof"_L1,
    };
    if (condition.type != "ComparisonError"_L1)
        return false;
    const auto message = condition.message.toLower();
    return std::ranges::any_of(kWords, [&](QLatin1StringView word) { return message.contains(word); });
}

const ApplicationCondition *comparisonProblem(const Application &application)
{
    const auto isProblem = [](const ApplicationCondition &condition) {
        return condition.type == "ComparisonError"_L1 || condition.type == "InvalidSpecError"_L1;
    };
    const auto found = std::ranges::find_if(application.conditions, isProblem);
    return found == application.conditions.end() ? nullptr : &*found;
}

} // namespace lynceus
