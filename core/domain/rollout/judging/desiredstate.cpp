#include "core/domain/rollout/judging/desiredstate.h"

#include "core/domain/rollout/judging/failures.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/domain/text/nearest.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostNamed = 5; // images of an application in one sentence

ImageMatcher::Match imagesInManifests(const std::vector<WorkloadView> &workloads)
{
    ImageMatcher::Match all;
    for (const auto &workload : workloads) {
        if (!workload.target && !workload.isMention)
            continue;
        all.repository |= workload.desired.repository;
        all.image |= workload.desired.image;
    }
    return all;
}

// Images declared in place of the expected ones by the workloads that declare their repositories.
QStringList otherImages(const std::vector<WorkloadView> &workloads, ImageMatcher matcher)
{
    QStringList others;
    for (const auto &workload : workloads) {
        const auto &images = workload.target ? workload.target->images : workload.syncResultImages;
        for (const auto &image : images) {
            const auto match = matcher.match(image);
            if (match.repository && !match.image && !others.contains(image))
                others.push_back(image);
        }
    }
    return others;
}

ImageMask heldBy(const std::vector<WorkloadView> &workloads)
{
    ImageMask held = 0;
    for (const auto &workload : workloads)
        held |= workload.held;
    return held;
}

bool isBaseline(const QStringList &images, const RolloutMemory &memory)
{
    if (!memory.baselineImages)
        return false;
    return std::ranges::all_of(images, [&](const QString &image) {
        return std::ranges::any_of(*memory.baselineImages, [&](const QStringList &all) { return all.contains(image); });
    });
}

void noticeManifests(RolloutMemory &memory, const Application &application, const ImageMatcher::Match &shown,
                     Instant now)
{
    const auto all = memory.matcher.all();
    auto &source = memory.manifests;
    if (!source.images && shown.image != all && !memory.notShownAt)
        memory.notShownAt = memory.managed.at;
    source.images |= shown.image;
    // The expected image of a repository is gone, and the repository is declared with another one.
    source.moved.keep((source.images & shown.repository & ~shown.image) != 0, memory.managed.at);
    // Neither source refers to the other: both must have been unchanged long enough.
    source.shown.keep(shown.image == all, memory.managed.at);
    if (shown.image != all)
        memory.lackedAt = memory.managed.at;
    if (application.revisions != memory.revisions) {
        memory.revisions = application.revisions;
        memory.revisionsSince = memory.application.at;
    }
    if (!source.shown.since || application.revisions.isEmpty())
        return;
    const auto agreedSince = std::max(*source.shown.since, memory.revisionsSince) + kRevisionSettles;
    // A stream without news about the application means no change. But if this revision had other manifests before, the
    // news of the next one may be delayed.
    const bool isFresh = now - memory.application.at <= kEvidenceFresh;
    const bool wentWithOthers = memory.lackedAt && memory.revisionsSince + kRevisionSettles < *memory.lackedAt;
    const bool holds = memory.application.at >= agreedSince || (isFresh && !wentWithOthers && now >= agreedSince);
    if (memory.managed.at >= agreedSince && holds)
        memory.imageRevisions.insert(application.revisions);
}

void noticeOperation(RolloutMemory &memory, const OperationState &operation)
{
    if (operation.dryRun)
        return;
    const auto key = operationKey(operation);
    const auto shown = imagesApplied(operation, memory.matcher);
    auto &source = memory.operation;
    if (shown.image) {
        // The result of an operation from before the watch only shows the desired state at that time; manifests are
        // newer.
        if (key == memory.baselineOperation && memory.managed.value)
            return;
        source.images |= shown.image;
        memory.showingOperation = key;
    }
    const bool isAnother = !memory.showingOperation.isEmpty() && key != memory.showingOperation;
    source.moved.keep(isAnother && (source.images & shown.repository & ~shown.image) != 0, memory.application.at);
}

constexpr qsizetype kMostCandidates = 5;

// For the parent of an app of apps: it manages applications, which have the images.
std::optional<Cause> namedInChild(const RolloutMemory &memory, const Expectation &expectation,
                                  const std::vector<WorkloadView> &workloads)
{
    QStringList children;
    ResourceKey any;
    for (const auto &resource : memory.application.value->resources) {
        if (resource.key.group == "argoproj.io"_L1 && resource.key.kind == "Application"_L1) {
            children.append(resource.key.name);
            any = resource.key;
        }
    }
    if (children.isEmpty() || !workloads.empty())
        return std::nullopt;
    Cause cause;
    cause.kind = Cause::Kind::ImageNotInApplication;
    cause.image = familiarName(expectation.images.front());
    const auto name = expectation.images.front().repository.section(u'/', -1);
    auto nearest = nearestWords(name, children);
    for (const auto &child : children) {
        if (!nearest.contains(child))
            nearest.append(child);
    }
    cause.candidates = nearest.first(std::min(nearest.size(), kMostCandidates));
    cause.resource = any;
    cause.resource.name = cause.candidates.front();
    return cause;
}

// Hooks are not among the managed resources. Before 3.1 their results have no images, and after a deletion nothing else
// shows them: such a hook may have any.
ImageMask repositoriesOfHooks(const Observation &observation, ImageMatcher &matcher)
{
    const auto &operation = observation.application.value->operationState;
    if (!operation)
        return 0;
    ImageMask repositories = 0;
    for (const auto &resource : operation->resources) {
        if (resource.hookType.isEmpty() || resource.key.group != "batch"_L1)
            continue;
        const bool isInTree = observation.tree.value && observation.tree.value->indexOf(resource.key) >= 0;
        if (resource.images.isEmpty() && !isInTree)
            return matcher.all();
        repositories |= matcher.match(resource.images).repository;
    }
    return repositories;
}

// An operator may create pods from something other than a known template.
ImageMask repositoriesOfPods(const Observation &observation, ImageMatcher &matcher)
{
    if (!observation.tree.value)
        return 0;
    ImageMask repositories = 0;
    for (const auto &node : observation.tree.value->nodes)
        repositories |= matcher.match(node.images).repository;
    return repositories;
}

} // namespace

void updateDesiredState(RolloutMemory &memory, const Expectation &expectation, const Observation &observation,
                        const std::vector<WorkloadView> &workloads)
{
    if (!memory.application.value)
        return;
    const auto &application = *memory.application.value;
    const bool rendered = !comparisonProblem(application);
    const auto shown = imagesInManifests(workloads);
    const bool haveManifests = memory.managed.value && rendered && !memory.managed.value->targetsEmpty;
    if (haveManifests)
        noticeManifests(memory, application, shown, observation.now);
    if (application.operationState)
        noticeOperation(memory, *application.operationState);

    if (const auto held = heldBy(workloads); held != 0) {
        memory.operation.images |= held;
        memory.showingOperation = operationKey(application.operationState);
    }
    const auto shownNow = (haveManifests ? shown.image : ImageMask{0}) | (memory.operation.images);
    if (!memory.noticed && shownNow == memory.matcher.all()) {
        memory.noticed = true;
        memory.noticedAt = observation.now;
    }
    if (!memory.noticed && memory.baselineImages) {
        for (const auto &image : otherImages(workloads, memory.matcher)) {
            if (!isBaseline({image}, memory) && !memory.otherImages.contains(image))
                memory.otherImages.push_back(image);
        }
    }
    const auto declared = shown.repository
        | (application.operationState ? imagesApplied(*application.operationState, memory.matcher).repository : 0);
    // During a refresh, nothing new is known and nothing is withdrawn.
    if (!application.refreshAnnotation.isEmpty())
        return;
    const bool isRead = memory.managed.value && memory.managed.at > expectation.registeredAt && rendered;
    const auto used =
        declared | repositoriesOfPods(observation, memory.matcher) | repositoriesOfHooks(observation, memory.matcher);
    memory.absent.keep(isRead && used != memory.matcher.all(), memory.managed.at);
}

std::optional<Cause> supersededBy(const RolloutMemory &memory, const std::vector<WorkloadView> &workloads, Instant now)
{
    if (!memory.noticed)
        return std::nullopt;
    const bool byManifests =
        memory.manifests.moved.lasted(kMoveSettles, now) && memory.managed.at > *memory.manifests.moved.since;
    // An operation only lists what it has applied so far, or what it was asked to; manifests that still show the images
    // have priority.
    const bool byOperation = memory.managed.value && !memory.manifests.shown.since
        && memory.operation.moved.lasted(kMoveSettles, now) && memory.application.at > *memory.operation.moved.since;
    if (!byManifests && !byOperation)
        return std::nullopt;
    Cause cause;
    cause.candidates = otherImages(workloads, memory.matcher);
    if (cause.candidates.isEmpty())
        return std::nullopt;
    cause.image = cause.candidates.front();
    cause.kind = isBaseline(cause.candidates, memory) ? Cause::Kind::RolledBack : Cause::Kind::SupersededBy;
    return cause;
}

std::optional<Cause> imageNotInApplication(const RolloutMemory &memory, const Expectation &expectation,
                                           const std::vector<WorkloadView> &workloads)
{
    const bool isRefreshing = memory.application.value && !memory.application.value->refreshAnnotation.isEmpty();
    if (isRefreshing || !memory.absent.lasted(expectation.imageGrace, memory.managed.at))
        return std::nullopt;
    if (auto cause = namedInChild(memory, expectation, workloads))
        return cause;
    QStringList repositories;
    for (const auto &workload : workloads) {
        for (const auto &image : workload.images()) {
            if (const auto reference = parseImageReference(image))
                repositories.push_back(repositoryName(*reference));
        }
    }
    repositories.removeDuplicates();
    Cause cause;
    cause.kind = Cause::Kind::ImageNotInApplication;
    for (const auto &image : expectation.images) {
        if (repositories.contains(repositoryName(image)))
            continue;
        cause.image = familiarName(image);
        cause.candidates = nearestWords(repositoryName(image), repositories);
        if (cause.candidates.isEmpty()) // without a match, the existing images are all that can be named
            cause.candidates = repositories.first(std::min(kMostNamed, repositories.size()));
        break;
    }
    return cause;
}

} // namespace lynceus
