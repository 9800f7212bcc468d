#include "core/domain/rollout/workloads/revisions.h"

#include "core/domain/rollout/sync/operation.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Kind = ExpectedVersion::Kind;

const ApplicationSource *sourceAt(const std::vector<ApplicationSource> &sources, const QStringList &revisions,
                                  std::size_t at)
{
    // From different comparisons: revisions cannot be matched to sources.
    return sources.size() == std::size_t(revisions.size()) ? &sources[at] : nullptr;
}

bool isNamed(const ApplicationSource &source, const QString &name)
{
    return source.chart.isEmpty() && (source.targetRevision == name || source.targetRevision == u"refs/tags/"_s + name);
}

QStringView withoutV(const QString &version)
{
    return version.startsWith(u'v') ? QStringView(version).sliced(1) : QStringView(version);
}

bool isSameChart(const QString &revision, const QString &version)
{
    return withoutV(revision) == withoutV(version);
}

bool carriesAt(const ExpectedVersion &version, const QString &revision, const ApplicationSource *source,
               bool namesCount)
{
    if (version.kind == Kind::ChartVersion)
        return source && !source->chart.isEmpty() && isSameChart(revision, version.value);
    if (source && !source->chart.isEmpty())
        return false;
    if (isCommit(version.value) && isCommit(revision) && revision.startsWith(version.value, Qt::CaseInsensitive))
        return true;
    return source && namesCount && !revision.isEmpty() && isNamed(*source, version.value);
}

// Argo CD reports the commit that the source hydrator made from the commit of the release.
bool isHydratedFrom(const Application &application, const ExpectedVersion &version, const QStringList &revisions)
{
    return version.kind == Kind::Revision && !application.hydratedRevision.isEmpty() && isCommit(version.value)
        && isCommit(application.dryRevision) && revisions.contains(application.hydratedRevision)
        && application.dryRevision.startsWith(version.value, Qt::CaseInsensitive);
}

bool isOurs(const RolloutMemory &memory, const ExpectedVersion &version, const QStringList &revisions,
            const std::vector<ApplicationSource> &sources)
{
    if (revisions.isEmpty())
        return false;
    if (version.kind == Kind::Next)
        return std::ranges::find(memory.revision.baseline, revisions) == memory.revision.baseline.end();
    return carriesVersion(version, revisions, sources, memory.revision.namedBefore)
        || isHydratedFrom(*memory.application.value, version, revisions);
}

// Whether it was applied as new: an older deployment restored by a rollback is not the next version.
bool wasOursPut(const RolloutMemory &memory, const ExpectedVersion &version, const QStringList &revisions,
                const std::vector<ApplicationSource> &sources)
{
    const auto &history = memory.application.value->history;
    const bool isOld = version.kind == Kind::Next && std::ranges::any_of(history, [&](const DeploymentRecord &record) {
                           return record.id <= memory.revision.baselineDeployment && record.revisions == revisions;
                       });
    return !isOld && isOurs(memory, version, revisions, sources);
}

// A tag that one of several git sources already had may belong to another repository.
std::vector<int> ambiguousNames(const ExpectedVersion &version, const Application &application)
{
    if (version.kind != Kind::Revision)
        return {};
    const auto &sources = application.comparedSources.empty() ? application.sources : application.comparedSources;
    std::vector<int> named;
    int others = 0;
    for (int i = 0; i < static_cast<int>(sources.size()); ++i) {
        const auto &source = sources[static_cast<std::size_t>(i)];
        if (isNamed(source, version.value))
            named.push_back(i);
        else if (source.chart.isEmpty())
            ++others;
    }
    return others > 0 ? named : std::vector<int>{};
}

void addOnce(std::vector<QStringList> &all, const QStringList &revisions)
{
    if (!revisions.isEmpty() && std::ranges::find(all, revisions) == all.end())
        all.push_back(revisions);
}

void takeBaseline(RolloutMemory &memory, const Expectation &expectation)
{
    auto &known = memory.revision;
    const auto &application = *memory.application.value;
    if (known.isBaselineKnown)
        return;
    const auto &history = application.history;
    // An application that was never compared has an unknown baseline, unless it is new.
    const bool isNew = application.createdAt && *application.createdAt >= expectation.registeredAt;
    if (application.revisions.isEmpty() && history.empty() && !isNew)
        return;
    known.isBaselineKnown = true;
    known.baselineDeployment = history.empty() ? -1 : history.back().id;
    known.namedBefore = ambiguousNames(expectation.version, application);
    if (isNew && history.empty())
        return; // everything is newer than the watch
    addOnce(known.baseline, application.revisions);
    if (!history.empty())
        addOnce(known.baseline, history.back().revisions);
    if (application.pendingOperation)
        addOnce(known.baseline, application.pendingOperation->revisions);
    if (const auto &operation = application.operationState) {
        addOnce(known.baseline, operation->requestedRevisions);
        addOnce(known.baseline, operation->resultRevisions);
    }
}

// The images in the desired manifests are those that the workloads of this revision must run.
void takeImages(RolloutMemory &memory, const Expectation &expectation)
{
    if (!memory.managed.value)
        return;
    std::vector<ImageReference> images;
    const auto add = [&images](const QStringList &texts) {
        for (const auto &text : texts) {
            auto image = parseImageReference(text);
            if (image && std::ranges::find(images, *image) == images.end())
                images.push_back(*std::move(image));
        }
    };
    for (const auto &workload : memory.managed.value->workloads) {
        if (!workload.hook && workload.target)
            add(workload.target->images);
    }
    // As in workloadsOf(): an object that names the image of a workload is not a workload itself.
    ImageMatcher declared(images, expectation.registryProxies);
    const auto &workloads = memory.managed.value->workloads;
    for (const auto &mention : memory.managed.value->mentions) {
        // The sync itself proves a ConfigMap, a Secret or a variable, whose values may only look like images
        // ("redis:6379").
        const bool isProven = mention.key.group.isEmpty()
            || std::ranges::find(workloads, mention.key, &ManagedWorkload::key) != workloads.end();
        if (!isProven && declared.match(mention.target).repository == 0)
            add(mention.target);
    }
    if (images != memory.matcher.expected())
        memory.matcher = ImageMatcher(std::move(images), expectation.registryProxies);
}

bool isOfThisSpec(const Application &application)
{
    return application.comparedSources.empty() || application.comparedSources == application.sources;
}

bool isSameSpec(const Application &application, const std::vector<ApplicationSource> &sources)
{
    return sources.empty() || application.comparedSources.empty() || sources == application.comparedSources;
}

// A dry run or a partial sync leaves no entry in the history, and proves nothing about the other resources.
bool isFullSync(const OperationState &operation)
{
    return operation.phase == OperationPhase::Succeeded && !operation.dryRun && operation.selected.empty();
}

// The newest full sync applied exactly what Argo CD compares with.
bool wasSynced(const Application &application)
{
    const auto &operation = application.operationState;
    if (operation && isFullSync(*operation) && !operation->resultRevisions.isEmpty())
        return operation->resultRevisions == application.revisions && isSameSpec(application, operation->sources);
    const auto &history = application.history;
    return !history.empty() && history.back().revisions == application.revisions
        && isSameSpec(application, history.back().sources);
}

bool isAllSynced(const Application &application)
{
    return application.sync == SyncStatus::Synced
        && std::ranges::none_of(application.resources, [](const ManagedResourceStatus &resource) {
               return resource.sync == SyncStatus::OutOfSync && !resource.hook;
           });
}

using Record = std::vector<DeploymentRecord>::const_iterator;

Record newestOfOurs(const RolloutMemory &memory, const Expectation &expectation, qint64 first)
{
    const auto &history = memory.application.value->history;
    auto found = history.end();
    for (auto record = history.begin(); record != history.end(); ++record) {
        if (record->id >= first && wasOursPut(memory, expectation.version, record->revisions, record->sources))
            found = record;
    }
    return found;
}

Blocker unproven(const QString &why, const QStringList &revisions)
{
    Blocker blocker{Blocker::Kind::RevisionUnproven, {}, {}, std::nullopt};
    blocker.image = revisions.join(u", "_s);
    blocker.detail = why;
    return blocker;
}

// Ours was deployed since the watch started, and Argo CD wants another version now.
void judgeLater(RolloutMemory &memory, Record ours)
{
    auto &known = memory.revision;
    const auto &application = *memory.application.value;
    const auto &history = application.history;
    const auto &newest = history.back();
    // What was desired when the watch started is older than ours, unless ours was running then.
    const bool isNew = ours->id > known.baselineDeployment;
    const auto isOlder = [&](const QStringList &revisions) {
        return std::any_of(history.begin(), ours,
                           [&](const DeploymentRecord &record) { return record.revisions == revisions; })
            || (isNew && std::ranges::find(known.baseline, revisions) != known.baseline.end());
    };
    if (isOlder(application.revisions) && application.revisions != ours->revisions) {
        // If only an operation applied ours, which git never had as the newest revision, nothing has replaced it.
        known.isReplaced = known.wasDesired || (newest.id > ours->id && newest.revisions == application.revisions);
        if (!known.isReplaced)
            known.unproven = unproven(u"not-compared"_s, application.revisions);
        return;
    }
    const bool cameAfter = newest.id > ours->id && newest.revisions != ours->revisions && !isOlder(newest.revisions);
    if (cameAfter && newest.revisions == application.revisions && wasSynced(application) && isOfThisSpec(application)) {
        known.isApplied = true;
        known.later = newest.revisions.join(u", "_s);
        memory.imageRevisions.insert(newest.revisions);
        return;
    }
    known.unproven = unproven(u"not-compared"_s, application.revisions);
}

void judgeUnknown(RolloutMemory &memory, const Expectation &expectation)
{
    auto &known = memory.revision;
    const auto &application = *memory.application.value;
    const bool isBaseline = std::ranges::find(known.baseline, application.revisions) != known.baseline.end();
    if (known.wasDesired && isBaseline) {
        known.isReplaced = true;
        return;
    }
    const auto &history = application.history;
    if (newestOfOurs(memory, expectation, std::numeric_limits<qint64>::min()) != history.end())
        known.unproven = unproven(u"deployed-before"_s, application.revisions);
    else if (!known.namedBefore.empty()
             && carriesVersion(expectation.version, application.revisions, application.comparedSources))
        known.unproven = unproven(u"other-source"_s, application.revisions);
    else if (!isBaseline && !application.revisions.isEmpty() && expectation.version.kind != Kind::Next)
        known.unproven = unproven(u"not-seen"_s, application.revisions);
}

void notice(RolloutMemory &memory, const QStringList &revisions, Instant now)
{
    memory.imageRevisions.insert(revisions);
    if (std::exchange(memory.noticed, true))
        return;
    memory.noticedAt = now;
}

} // namespace

bool carriesVersion(const ExpectedVersion &version, const QStringList &revisions,
                    const std::vector<ApplicationSource> &sources, const std::vector<int> &except)
{
    for (std::size_t i = 0; i < std::size_t(revisions.size()); ++i) {
        const bool namesCount = std::ranges::find(except, static_cast<int>(i)) == except.end();
        if (carriesAt(version, revisions[qsizetype(i)], sourceAt(sources, revisions, i), namesCount))
            return true;
    }
    return false;
}

void followRevision(RolloutMemory &memory, const Expectation &expectation, Instant now)
{
    takeImages(memory, expectation);
    auto &known = memory.revision;
    known.isApplied = known.isIdle = known.isReplaced = false;
    known.later.clear();
    known.unproven.reset();
    if (!memory.application.value)
        return;
    takeBaseline(memory, expectation);
    if (!known.isBaselineKnown)
        return;
    const auto &application = *memory.application.value;
    const bool isDesired = isOurs(memory, expectation.version, application.revisions, application.comparedSources);
    const auto ours = newestOfOurs(memory, expectation, known.baselineDeployment);
    const auto &operation = application.operationState;
    known.desired.keep(isDesired, memory.application.at);
    known.wasDesired = known.wasDesired || isDesired;
    if (isDesired)
        notice(memory, application.revisions, now);
    if (ours != application.history.end())
        notice(memory, ours->revisions, now);
    if (operation && !operation->dryRun && operation->selected.empty()
        && wasOursPut(memory, expectation.version, operation->resultRevisions, operation->sources))
        notice(memory, operation->resultRevisions, now);

    const bool isIdle = isDesired && isAllSynced(application) && !wasSynced(application)
        && !isOperationPending(application) && isOfThisSpec(application);
    known.idle.keep(isIdle, memory.application.at);
    if (isDesired) {
        known.isIdle = known.idle.lasted(kIdleSettles, memory.application.at);
        known.isApplied = (wasSynced(application) && isOfThisSpec(application)) || known.isIdle;
    } else if (ours != application.history.end()) {
        judgeLater(memory, ours);
    } else {
        judgeUnknown(memory, expectation);
    }
    known.isApplied = known.isApplied && !comparisonProblem(application) && memory.managed.value
        && !memory.managed.value->targetsEmpty;
    known.moved.keep(known.isReplaced, memory.application.at);
}

std::vector<int> workloadsOfRevision(const std::vector<WorkloadView> &workloads)
{
    std::vector<int> targets;
    for (int i = 0; i < static_cast<int>(workloads.size()); ++i) {
        const auto &workload = workloads[static_cast<std::size_t>(i)];
        if (workload.target || workload.isMention || (workload.isKnownByPods && workload.desired.repository))
            targets.push_back(i);
    }
    return targets;
}

std::optional<Cause> revisionReplaced(const RolloutMemory &memory, Instant now)
{
    const auto &moved = memory.revision.moved;
    if (!moved.lasted(kReplacedSettles, now) || memory.application.at <= *moved.since)
        return std::nullopt;
    Cause cause;
    cause.kind = Cause::Kind::RolledBack;
    cause.image = memory.application.value->revisions.join(u", "_s);
    return cause;
}

Blocker revisionAwaited(const RolloutMemory &memory)
{
    if (memory.revision.unproven)
        return *memory.revision.unproven;
    Blocker blocker{Blocker::Kind::NotNoticed, {}, {}, std::nullopt};
    blocker.detail = u"version"_s;
    return blocker;
}

} // namespace lynceus
