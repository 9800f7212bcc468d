#include "app/cli/explain/diagnosis.h"

#include "core/domain/rollout/judging/judge.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace std::chrono_literals;

constexpr Duration kBefore = 1h;      // events repeat every few minutes: older ones do not matter
constexpr Duration kLasting = 15s;    // longer than all settling times of the judge, except for the ones below
constexpr Duration kPatience = 10s;   // replaces fail-after and image-grace
constexpr Duration kStep = 1s;        // between two judgements, as the judge requires
constexpr std::size_t kMostAsked = 4; // requests for events: enough to find a shared reason of pods

Observation observationAt(const Inspection &inspection, const std::vector<ResourceEvent> &events, Instant now)
{
    Observation observation;
    observation.now = now;
    observation.access = Access::Good;
    observation.accessSince = now;
    observation.application = {inspection.application, now};
    observation.tree = {inspection.tree ? inspection.tree : std::make_shared<const ResourceTree>(), now};
    observation.managed = {inspection.managed ? inspection.managed : std::make_shared<const ManagedResources>(), now};
    observation.events = events;
    observation.refreshAskedAt = now;
    observation.refreshTakenUp = inspection.application->refreshAnnotation.isEmpty();
    return observation;
}

Verdict judged(const Inspection &inspection, const Expectation &expectation, const std::vector<ResourceEvent> &events)
{
    Judge judge(expectation);
    judge.observe(observationAt(inspection, events, expectation.registeredAt));
    for (auto now = inspection.readAt - kLasting; now <= inspection.readAt; now += kStep)
        judge.observe(observationAt(inspection, events, now));
    return judge.verdict();
}

Expectation expectationFor(const Inspection &inspection, std::vector<ImageReference> images,
                           const RegistryProxies &proxies)
{
    Expectation expectation;
    expectation.application = inspection.key;
    expectation.images = std::move(images);
    expectation.registeredAt = inspection.readAt - kBefore;
    expectation.deadline = inspection.readAt + kBefore;
    expectation.failAfter = kPatience;
    expectation.imageGrace = kPatience;
    expectation.registryProxies = proxies;
    return expectation;
}

std::optional<Cause> causeInConditions(const Application &application)
{
    const auto error = std::ranges::find_if(application.conditions, [](const ApplicationCondition &condition) {
        return condition.type.endsWith("Error"_L1);
    });
    if (error == application.conditions.end())
        return std::nullopt;
    Cause cause;
    cause.kind = error->type == "InvalidSpecError"_L1 ? Cause::Kind::InvalidSpec
        : error->type == "ComparisonError"_L1         ? Cause::Kind::ComparisonError
                                                      : Cause::Kind::SyncError;
    cause.message = error->message;
    return cause;
}

std::optional<Cause> causeInOperation(const Application &application)
{
    const auto &operation = application.operationState;
    const bool hasFailed =
        operation && (operation->phase == OperationPhase::Failed || operation->phase == OperationPhase::Error);
    if (!hasFailed || application.sync == SyncStatus::Synced)
        return std::nullopt; // failed earlier, but is now as git requires it
    Cause cause;
    cause.kind = operation->phase == OperationPhase::Error ? Cause::Kind::SyncError : Cause::Kind::SyncFailed;
    cause.message = operation->message;
    return cause;
}

/// A broken resource that is not a workload: a volume claim, an ingress, a custom resource.
std::optional<Cause> causeInTree(const Inspection &inspection)
{
    if (!inspection.tree)
        return std::nullopt;
    const auto &nodes = inspection.tree->nodes;
    const auto isBroken = [](const ResourceNode &node) { return node.health.status == HealthStatus::Degraded; };
    // Prefer pods, which are deepest; otherwise the first one, which is nearest to the root.
    auto broken = std::ranges::find_if(
        nodes, [&](const ResourceNode &node) { return isBroken(node) && node.key.kind == "Pod"_L1; });
    if (broken == nodes.end())
        broken = std::ranges::find_if(nodes, isBroken);
    if (broken == nodes.end())
        return std::nullopt;
    Cause cause;
    cause.kind = Cause::Kind::Degraded;
    cause.resource = broken->key;
    cause.message = broken->health.message.isEmpty() ? broken->statusReason : broken->health.message;
    return cause;
}

std::optional<Cause> causeInSync(const Application &application)
{
    if (application.sync != SyncStatus::OutOfSync)
        return std::nullopt;
    Cause cause;
    cause.kind = Cause::Kind::OutOfSync;
    const auto first = std::ranges::find(application.resources, SyncStatus::OutOfSync, &ManagedResourceStatus::sync);
    if (first != application.resources.end()) {
        cause.resource = first->key;
        if (first->requiresPruning)
            cause.kind = Cause::Kind::PruningNeeded;
    }
    return cause;
}

std::optional<Cause> causeBeyondImages(const Inspection &inspection)
{
    const auto &application = *inspection.application;
    if (auto cause = causeInConditions(application))
        return cause;
    if (auto cause = causeInOperation(application))
        return cause;
    return causeInTree(inspection);
}

bool isAtRest(const Application &application)
{
    const bool isHealthy = application.health.status == HealthStatus::Healthy
        || application.health.status == HealthStatus::Suspended || application.health.status == HealthStatus::None;
    const bool isBusy = application.pendingOperation
        || (application.operationState && application.operationState->phase == OperationPhase::Running);
    return isHealthy && !isBusy;
}

} // namespace

std::vector<ImageReference> desiredImages(const ManagedResources &managed)
{
    std::vector<ImageReference> images;
    for (const auto &workload : managed.workloads) {
        const auto &spec = managed.targetsEmpty || workload.hook ? workload.live : workload.target;
        if (!spec || workload.hook)
            continue;
        for (const auto &text : spec->images) {
            const auto image = parseImageReference(text);
            if (image && std::ranges::find(images, *image) == images.end())
                images.push_back(*image);
        }
    }
    return images;
}

Diagnosis diagnose(const Inspection &inspection, std::vector<ImageReference> images, const RegistryProxies &proxies,
                   const std::vector<ResourceEvent> &events)
{
    if (images.empty() && inspection.managed)
        images = desiredImages(*inspection.managed);
    Diagnosis diagnosis;
    diagnosis.events = events;
    diagnosis.expectation = expectationFor(inspection, std::move(images), proxies);
    if (!diagnosis.expectation.images.empty() && inspection.tree) {
        diagnosis.verdict = judged(inspection, diagnosis.expectation, events);
        // Both notes are about the start of a watch, and there is none.
        std::erase_if(diagnosis.verdict.notes, [](const Note &note) {
            return note.kind == Note::Kind::AlreadyRunning || note.kind == Note::Kind::MovingTag;
        });
    }
    diagnosis.cause = diagnosis.verdict.cause;
    if (!diagnosis.cause)
        diagnosis.cause = causeBeyondImages(inspection);
    if (!diagnosis.cause)
        diagnosis.blocker = diagnosis.verdict.blocker;
    if (!diagnosis.cause && !diagnosis.blocker)
        diagnosis.cause = causeInSync(*inspection.application);
    diagnosis.verdict.cause = diagnosis.cause;
    diagnosis.verdict.blocker = diagnosis.blocker;
    diagnosis.isWell = !diagnosis.cause && !diagnosis.blocker && isAtRest(*inspection.application);
    return diagnosis;
}

std::vector<int> worthAsking(const Inspection &inspection, const Diagnosis &diagnosis)
{
    std::vector<int> positions;
    if (!inspection.tree || diagnosis.isWell)
        return positions;
    const auto &nodes = inspection.tree->nodes;
    const auto add = [&](int index) {
        const bool isNew = index >= 0 && std::ranges::find(positions, index) == positions.end();
        if (isNew && positions.size() < kMostAsked && !nodes[std::size_t(index)].uid.isEmpty())
            positions.push_back(index);
    };
    // Resources below explain why: a pod that does not start, or a set that may not create it.
    const auto addBelow = [&](int owner) {
        for (std::size_t i = nodes.size(); i > 0; --i) { // children follow parents, the newest ones come last
            int above = int(i - 1);
            while (above >= 0 && above != owner)
                above = nodes[std::size_t(above)].parent;
            if (above == owner && nodes[i - 1].health.status != HealthStatus::Healthy)
                add(int(i - 1));
        }
    };
    for (const auto &resource : {diagnosis.cause ? diagnosis.cause->resource : ResourceKey{},
                                 diagnosis.blocker ? diagnosis.blocker->resource : ResourceKey{}}) {
        const int index = resource.kind.isEmpty() ? -1 : inspection.tree->indexOf(resource);
        add(index);
        if (index >= 0)
            addBelow(index);
    }
    if (!positions.empty() || (diagnosis.cause && !diagnosis.cause->resource.kind.isEmpty()))
        return positions;
    for (const auto status : {HealthStatus::Degraded, HealthStatus::Progressing}) {
        for (std::size_t i = nodes.size(); i > 0; --i) {
            if (nodes[i - 1].health.status == status)
                add(int(i - 1));
        }
    }
    return positions;
}

int podWithLastWords(const Inspection &inspection, const Cause &cause)
{
    if (!inspection.tree)
        return -1;
    // The container never ran, so there is no log.
    static constexpr std::array kSilent{Cause::Kind::ImagePull,     Cause::Kind::ContainerConfig,
                                        Cause::Kind::Unschedulable, Cause::Kind::Volume,
                                        Cause::Kind::Quota,         Cause::Kind::AdmissionDenied};
    const int index = inspection.tree->indexOf(cause.resource);
    if (index < 0 || std::ranges::find(kSilent, cause.kind) != kSilent.end())
        return -1;
    const auto &nodes = inspection.tree->nodes;
    if (nodes[std::size_t(index)].key.kind == "Pod"_L1)
        return index;
    const auto pods = inspection.tree->podsUnder(index);
    const auto broken = std::ranges::find_if(
        pods, [&](int pod) { return nodes[std::size_t(pod)].health.status == HealthStatus::Degraded; });
    return broken == pods.end() ? -1 : *broken;
}

} // namespace lynceus
