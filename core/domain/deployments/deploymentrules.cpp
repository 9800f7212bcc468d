#include "core/domain/deployments/deploymentrules.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kApplicationSetUser = "applicationset-controller"_L1; // applicationset_controller.go, syncApplication
// Name of the program, its field manager, and the author of its commits.
constexpr auto kImageUpdater = "image-updater"_L1;

/// Versions of one repository, and whether only hooks use it.
struct Versions
{
    std::set<QString> versions;
    bool isHook = true;
};

using ByRepository = std::map<QString, Versions>;

void add(ByRepository &all, const QStringList &images, bool isHook)
{
    for (const auto &text : images) {
        const auto image = parseImageReference(text);
        if (!image)
            continue;
        auto &versions = all[repositoryName(*image)];
        versions.versions.insert(versionOf(*image));
        versions.isHook = versions.isHook && isHook;
    }
}

ByRepository byRepository(const QStringList &images)
{
    ByRepository all;
    add(all, images, false);
    return all;
}

ByRepository resultImages(const DeploymentMarks &marks)
{
    ByRepository all;
    if (marks.operation) {
        for (const auto &resource : marks.operation->resources) {
            if (!resource.isPruned)
                add(all, resource.images, resource.isHook);
        }
    }
    return all;
}

Versions versionsIn(const ByRepository &all, const QString &repository)
{
    const auto found = all.find(repository);
    return found == all.end() ? Versions() : found->second;
}

QStringList without(const std::set<QString> &versions, const std::set<QString> &others)
{
    QStringList rest;
    for (const auto &version : versions) {
        if (!others.contains(version))
            rest += version;
    }
    return rest;
}

QStringList listOf(const std::set<QString> &versions)
{
    return without(versions, {});
}

/// Results do not contain images of init containers and native sidecars; pods do.
void addOfPods(std::vector<ImageChange> &changes, const ByRepository &applied, const ByRepository &before,
               const ByRepository &now)
{
    for (const auto &[repository, versions] : now) {
        const auto old = before.find(repository);
        if (applied.contains(repository) || old == before.end())
            continue;
        if (auto added = without(versions.versions, old->second.versions); !added.isEmpty())
            changes.push_back({repository, listOf(old->second.versions), added, false, true});
    }
}

bool isFinished(const OperationMark &operation)
{
    return operation.phase == OperationPhase::Succeeded || operation.phase == OperationPhase::Failed
        || operation.phase == OperationPhase::Error;
}

/// Branches and ranges are unresolved; the result has the revision.
bool isResolved(const AppliedVersion &version, const DeploymentMarks &now)
{
    const auto isCommit = [](const QString &revision) {
        constexpr qsizetype kShortest = 40; // of SHA-1
        return revision.size() >= kShortest && std::ranges::all_of(revision, [](QChar digit) {
                   return (digit >= u'0' && digit <= u'9') || (digit >= u'a' && digit <= u'f');
               });
    };
    return version.revisions == now.revisions || std::ranges::all_of(version.revisions, isCommit)
        || (now.operation && !now.operation->applied.revisions.isEmpty());
}

bool appliedNothing(const DeploymentMarks &now)
{
    const auto &resources = now.operation->resources;
    return std::ranges::all_of(resources, [](const auto &resource) { return resource.isHook || resource.isUnchanged; });
}

bool appliedSomething(const DeploymentMarks &now)
{
    const auto &resources = now.operation->resources;
    return std::ranges::any_of(resources, [](const auto &one) { return !one.isHook && !one.isUnchanged; });
}

/// Whether a sync of the existing version applied images that were neither desired nor running: a chart that was
/// published again, or manifests that a plugin or a remote base generates.
bool broughtOtherImages(const ApplicationBefore &before, const DeploymentMarks &now)
{
    if (now.operation->phase != OperationPhase::Succeeded)
        return false;
    const auto desired = byRepository(before.desired);
    auto known = byRepository(before.images + before.desired + before.attempted);
    return std::ranges::any_of(resultImages(now), [&](const auto &each) {
        const auto &[repository, versions] = each;
        return !versions.isHook && desired.contains(repository)
            && !without(versions.versions, known[repository].versions).isEmpty();
    });
}

bool isInHistoryBefore(const std::vector<HistoryMark> &history, std::size_t end, const AppliedVersion &version)
{
    return std::any_of(history.begin(), history.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const HistoryMark &entry) { return isSameVersion(entry.version, version); });
}

/// Number of history entries of syncs that started before.
std::size_t countBefore(const std::vector<HistoryMark> &history, Instant startedAt)
{
    return static_cast<std::size_t>(std::ranges::count_if(history, [&](const HistoryMark &entry) {
        const auto at = entry.startedAt ? entry.startedAt : entry.deployedAt;
        return at && *at < startedAt;
    }));
}

/// The revision of the first chart that changed.
void describeChart(Deployment &deployment, const AppliedVersion &before, const AppliedVersion &now)
{
    deployment.chartFrom.clear();
    deployment.chartTo.clear();
    const auto count = std::min(now.sources.size(), static_cast<std::size_t>(now.revisions.size()));
    for (std::size_t i = 0; i < count; ++i) {
        const auto position = static_cast<qsizetype>(i);
        const auto old = position < before.revisions.size() ? before.revisions[position] : QString();
        if (now.sources[i].chart.isEmpty() || old == now.revisions[position])
            continue;
        deployment.chartFrom = old;
        deployment.chartTo = now.revisions[position];
        return;
    }
}

Actor actorOf(bool automated, const QString &user, bool isRollback, bool isOverride)
{
    if (automated && user == kApplicationSetUser)
        return {Actor::Kind::ApplicationSet, {}};
    if (!automated && !user.isEmpty())
        return {isRollback ? Actor::Kind::Rollback : Actor::Kind::User, user};
    return {isOverride ? Actor::Kind::ParameterOverride : Actor::Kind::Automated, {}};
}

/// Same revisions with other settings of the sources.
bool isOverrideOf(const AppliedVersion &before, const AppliedVersion &now)
{
    return before.revisions == now.revisions && !isSameVersion(before, now);
}

/// Sets kind, chart and revisions. @p hasAllImages: the deployment contains all changed images.
void describeVersions(Deployment &deployment, const std::optional<AppliedVersion> &before, const AppliedVersion &now,
                      bool isRollback, bool hasAllImages)
{
    deployment.revisionsTo = now.revisions;
    deployment.revisionsFrom = before ? before->revisions : QStringList();
    describeChart(deployment, before.value_or(AppliedVersion()), now);
    if (isRollback)
        deployment.kind = Deployment::Kind::Rollback;
    else if (!deployment.images.empty())
        deployment.kind = Deployment::Kind::Image;
    else if (!deployment.chartTo.isEmpty())
        deployment.kind = Deployment::Kind::Chart;
    else
        deployment.kind = hasAllImages ? Deployment::Kind::Configuration : Deployment::Kind::Unknown;
}

} // namespace

QString nameOf(DeploymentDecision decision)
{
    switch (decision) {
    case DeploymentDecision::IsDeployment:
        return u"is-deployment"_s;
    case DeploymentDecision::NotDecided:
        return u"not-decided"_s;
    case DeploymentDecision::NoOperation:
        return u"no-operation"_s;
    case DeploymentDecision::DryRun:
        return u"dry-run"_s;
    case DeploymentDecision::SelfHeal:
        return u"self-heal"_s;
    case DeploymentDecision::PartialSync:
        return u"partial-sync"_s;
    case DeploymentDecision::Repeat:
        return u"repeat"_s;
    case DeploymentDecision::InSync:
        return u"in-sync"_s;
    case DeploymentDecision::NothingApplied:
        break;
    }
    return u"nothing-applied"_s;
}

bool isSameVersion(const AppliedVersion &left, const AppliedVersion &right)
{
    return left.revisions == right.revisions
        && (left.sources.empty() || right.sources.empty() || left.sources == right.sources);
}

AppliedVersion versionOfOperation(const DeploymentMarks &marks)
{
    AppliedVersion version{marks.revisions, marks.sources};
    if (!marks.operation)
        return version;
    for (const auto *said : {&marks.operation->requested, &marks.operation->applied}) {
        if (!said->revisions.isEmpty())
            version.revisions = said->revisions;
        if (!said->sources.empty())
            version.sources = said->sources;
    }
    return version;
}

std::optional<AppliedVersion> versionBefore(const std::vector<HistoryMark> &history, Instant startedAt)
{
    const auto before = countBefore(history, startedAt);
    return before == 0 ? std::nullopt : std::optional(history[before - 1].version);
}

DeploymentDecision decideDeployment(const ApplicationBefore &before, const DeploymentMarks &now)
{
    using Decision = DeploymentDecision;
    if (!now.operation || !now.operation->startedAt)
        return Decision::NoOperation;
    const auto &operation = *now.operation;
    if (operation.dryRun)
        return Decision::DryRun;
    // The second condition is for versions before 2.13.
    if (operation.isSelfHeal || (operation.automated && operation.isPartial))
        return Decision::SelfHeal;
    const bool isOver = isFinished(operation);
    if (operation.isPartial) {
        if (!isOver)
            return Decision::NotDecided;
        return resultImages(now).empty() || imageChanges(before, now).empty() ? Decision::PartialSync
                                                                              : Decision::IsDeployment;
    }
    const auto version = versionOfOperation(now);
    if (version.revisions.isEmpty() || !isResolved(version, now))
        return isOver ? Decision::NothingApplied : Decision::NotDecided;
    // Without its own revision, the application's is from the last comparison, possibly before the change.
    const bool saysVersion = isOver || !operation.requested.revisions.isEmpty();
    const auto previous = versionBefore(now.history, *operation.startedAt);
    const bool isRepeat = previous && isSameVersion(*previous, version);
    if (isRepeat || wasInSync(before, previous, version)) {
        if (broughtOtherImages(before, now))
            return Decision::IsDeployment;
        const bool mayBringImages = !isOver && !before.desired.isEmpty();
        if (!saysVersion || mayBringImages)
            return Decision::NotDecided;
        return isRepeat ? Decision::Repeat : Decision::InSync;
    }
    const bool isOutOfSync = now.sync == SyncStatus::OutOfSync && now.revisions == version.revisions;
    const bool ranBefore = isInHistoryBefore(now.history, countBefore(now.history, *operation.startedAt), version);
    // A drifted application is OutOfSync after each commit of its repository, and synced each time.
    const bool isNeeded = (operation.automated || isOutOfSync) && (!before.isDrifted || appliedSomething(now));
    if (isNeeded || ranBefore)
        return Decision::IsDeployment;
    if (!isOver)
        return Decision::NotDecided;
    const bool succeeded = operation.phase == OperationPhase::Succeeded;
    return succeeded && appliedNothing(now) ? Decision::NothingApplied : Decision::IsDeployment;
}

bool wasInSync(const ApplicationBefore &before, const std::optional<AppliedVersion> &previous,
               const AppliedVersion &version)
{
    if (!before.settled || before.settled->revisions != version.revisions)
        return false;
    if (!before.settled->sources.empty())
        return isSameVersion(*before.settled, version);
    return previous && previous->sources == version.sources;
}

bool saysImages(const DeploymentMarks &marks)
{
    return marks.operation && std::ranges::any_of(marks.operation->resources, [](const auto &one) {
               return !one.isPruned && !one.images.isEmpty();
           });
}

std::vector<ImageChange> imageChanges(const ApplicationBefore &before, const DeploymentMarks &now)
{
    const auto running = byRepository(before.images);
    const auto desired = byRepository(before.desired);
    const auto attempted = byRepository(before.attempted);
    auto applied = resultImages(now);
    const bool isResult = !applied.empty();
    if (!isResult && now.operation && now.operation->phase == OperationPhase::Succeeded)
        applied = byRepository(now.images); // before 3.1; until then, pods may belong to the previous deployment
    std::vector<ImageChange> changes;
    for (const auto &[repository, versions] : applied) {
        auto old = versionsIn(isResult && desired.contains(repository) ? desired : running, repository);
        if (isResult)
            old.versions.merge(versionsIn(attempted, repository).versions);
        auto added = without(versions.versions, old.versions);
        const auto gone = without(old.versions, versions.versions);
        if (added.isEmpty() && isResult && !gone.isEmpty())
            added = listOf(versions.versions); // pods of the previously desired version are listed beside it
        if (!added.isEmpty())
            changes.push_back({repository, isResult ? gone : listOf(old.versions), added, isResult && versions.isHook});
    }
    if (isResult && now.operation->phase == OperationPhase::Succeeded)
        addOfPods(changes, applied, running, byRepository(now.images));
    std::ranges::sort(changes, {}, &ImageChange::repository);
    return changes;
}

void describe(Deployment &deployment, const ApplicationBefore &before, const DeploymentMarks &now)
{
    const auto startedAt = now.operation && now.operation->startedAt ? *now.operation->startedAt : Instant();
    const auto version = versionOfOperation(now);
    const auto previous = versionBefore(now.history, startedAt);
    const auto count = countBefore(now.history, startedAt);
    const bool isRollback = count > 1 && isInHistoryBefore(now.history, count - 1, version);
    if (auto changes = imageChanges(before, now); !changes.empty())
        deployment.images = std::move(changes); // known images are kept even if their pods are gone
    const bool hasNoPods = before.images.isEmpty() && now.images.isEmpty();
    const bool hasApplied = now.operation && now.operation->phase == OperationPhase::Succeeded;
    describeVersions(deployment, previous, version, isRollback, hasApplied && (hasNoPods || saysImages(now)));
    const bool isOverride = previous && isOverrideOf(*previous, version);
    if (now.operation)
        deployment.actor = actorOf(now.operation->automated, now.operation->user, isRollback, isOverride);
}

void describe(Deployment &deployment, const std::vector<HistoryMark> &history, std::size_t position)
{
    const auto &entry = history[position];
    const auto previous = position > 0 ? std::optional(history[position - 1].version) : std::nullopt;
    const bool isRollback = position > 1 && isInHistoryBefore(history, position - 1, entry.version);
    describeVersions(deployment, previous, entry.version, isRollback, false);
    const bool isOverride = previous && isOverrideOf(*previous, entry.version);
    deployment.actor = actorOf(entry.automated, entry.user, isRollback, isOverride);
}

void takeManagers(Deployment &deployment, const QStringList &managers)
{
    if (deployment.actor.kind != Actor::Kind::ParameterOverride || managers.isEmpty())
        return;
    const auto &newest = managers.front();
    if (newest.contains(kImageUpdater))
        deployment.actor = {Actor::Kind::ImageUpdater, {}};
    else
        deployment.actor.name = newest;
}

void takeCommit(Deployment &deployment, const RevisionMetadata &commit)
{
    deployment.commit = commit;
    if (deployment.actor.kind != Actor::Kind::Automated)
        return;
    deployment.actor.name = commit.author;
    if (commit.author.contains(kImageUpdater))
        deployment.actor = {Actor::Kind::ImageUpdater, {}};
}

} // namespace lynceus
