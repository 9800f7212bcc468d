#include "core/domain/rollout/judging/evidence.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const WorkloadView &at(const std::vector<WorkloadView> &workloads, int index)
{
    return workloads[static_cast<std::size_t>(index)];
}

void addAbsenceNote(std::vector<Note> &notes, const WorkloadView &workload)
{
    switch (workload.absence) {
    case PodAbsence::None:
        return;
    case PodAbsence::NoReplicas:
        notes.push_back({Note::Kind::NoPods, workload.key, u"replicas-0"_s});
        return;
    case PodAbsence::CronJob:
        notes.push_back({Note::Kind::NoPods, workload.key, u"cronjob"_s});
        return;
    case PodAbsence::JobDone:
        notes.push_back({Note::Kind::NoPods, workload.key, u"job-done"_s});
        return;
    case PodAbsence::JobCollected:
        notes.push_back({Note::Kind::NoPods, workload.key, u"job-collected"_s});
        return;
    case PodAbsence::NoWorkload:
        notes.push_back({Note::Kind::NoPods, workload.key, u"no-workload"_s});
        return;
    case PodAbsence::NotVisible:
        notes.push_back({Note::Kind::NoPods, workload.key, u"not-visible"_s});
        return;
    }
}

// For a target, the template with the image; the other may be outdated.
QStringList newestImages(const WorkloadView &workload, ImageMatcher &matcher)
{
    if (workload.held && workload.live)
        return workload.live->images;
    if (workload.target && matcher.match(workload.target->images).image)
        return workload.target->images;
    return matcher.match(workload.syncResultImages).image ? workload.syncResultImages : workload.images();
}

void addOtherTags(std::vector<Note> &notes, const WorkloadView &workload, ImageMatcher &matcher)
{
    for (const auto &image : newestImages(workload, matcher)) {
        const auto match = matcher.match(image);
        if (match.repository && !match.image)
            notes.push_back({Note::Kind::OtherTag, workload.key, image});
    }
}

void addTargetNotes(std::vector<Note> &notes, const WorkloadView &workload, const Expectation &expectation,
                    ImageMatcher &matcher)
{
    addAbsenceNote(notes, workload);
    if (workload.held) {
        QStringList wanted;
        const auto inGit = workload.target ? workload.target->images : QStringList(); // it may have been removed there
        for (const auto &image : inGit) {
            const auto match = matcher.match(image);
            if (match.repository && !match.image)
                wanted.append(image);
        }
        notes.push_back({Note::Kind::NotInGit, workload.key, wanted.join(u", "_s)});
    }
    // Another container of the same pods: the new image may only belong to an init container.
    if (expectation.version.isImages())
        addOtherTags(notes, workload, matcher);
    if (workload.health() == HealthStatus::Suspended && expectation.acceptSuspended)
        notes.push_back({Note::Kind::Suspended, workload.key, workload.node->health.message});
    else if (workload.key.kind == "Rollout"_L1 && workload.health() == HealthStatus::Healthy && workload.counts.old > 0)
        notes.push_back({Note::Kind::OldPodsKept, workload.key, QString::number(workload.counts.old)});
}

// A broken workload outside the release: its pods report it before its health does.
void addOtherWorkload(std::vector<Note> &notes, const WorkloadView &workload)
{
    for (const auto &pod : workload.pods) {
        if (!pod.isCurrent() || pod.node->health.status != HealthStatus::Degraded)
            continue;
        const auto &health = pod.node->health;
        notes.push_back({Note::Kind::OtherWorkload, workload.key,
                         health.message.isEmpty() ? pod.node->statusReason : health.message});
        return;
    }
    if (workload.health() == HealthStatus::Degraded)
        notes.push_back({Note::Kind::OtherWorkload, workload.key, workload.node->health.message});
}

// For a revision: its name, and what else was applied.
void addRevisionNotes(std::vector<Note> &notes, const RolloutMemory &memory, const Expectation &expectation)
{
    const auto &version = expectation.version;
    if (version.kind == ExpectedVersion::Kind::Revision && !isCommit(version.value))
        notes.push_back({Note::Kind::MovingRevision, {}, version.value});
    if (!memory.revision.later.isEmpty())
        notes.push_back({Note::Kind::LaterRevision, {}, memory.revision.later});
    if (memory.revision.isIdle)
        notes.push_back({Note::Kind::NothingToApply, {}, {}});
}

void addNoWorkloads(std::vector<Note> &notes, const Application &application)
{
    const bool hasChildren = std::ranges::any_of(application.resources, [](const ManagedResourceStatus &resource) {
        return resource.key.group == "argoproj.io"_L1 && resource.key.kind == "Application"_L1;
    });
    notes.push_back({Note::Kind::NoPods, {}, hasChildren ? u"applications"_s : u"none-in-application"_s});
}

void addMovingTags(std::vector<Note> &notes, const RolloutMemory &memory, const Expectation &expectation)
{
    for (const auto &image : expectation.images) {
        // The tag may have been pushed again: that it ran before the watch does not prove the version.
        if (hasMovingTag(image) || ((memory.ranAtFirst || memory.tagCameAgain) && image.digest.isEmpty()))
            notes.push_back({Note::Kind::MovingTag, {}, familiarName(image)});
    }
}

} // namespace

PodCounts countsOf(const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    PodCounts all;
    for (const int target : targets) {
        const auto &counts = at(workloads, target).counts;
        all.wanted += counts.wanted;
        all.updated += counts.updated;
        all.ready += counts.ready;
        all.old += counts.old;
        all.oldUnready += counts.oldUnready;
    }
    return all;
}

Evidence evidenceOf(const RolloutMemory &memory, const Observation &observation,
                    const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    Evidence evidence;
    evidence.observedAt = observation.now;
    if (memory.application.value)
        evidence.revisions = memory.application.value->revisions;
    for (const int target : targets) {
        const auto &workload = at(workloads, target);
        evidence.workloads.push_back(
            {workload.key, workload.images(), workload.node ? workload.node->health : Health{}, workload.counts});
        for (const auto &pod : workload.pods)
            evidence.pods.push_back({pod.node->key.name, pod.node->images, pod.node->health, pod.node->statusReason});
    }
    std::ranges::sort(evidence.pods, {}, [](const PodEvidence &pod) {
        return std::tuple(pod.health.status != HealthStatus::Degraded, pod.name);
    });
    if (evidence.pods.size() > kMostPodsInEvidence)
        evidence.pods.resize(kMostPodsInEvidence);
    return evidence;
}

std::vector<Note> notesOf(const RolloutMemory &memory, const Expectation &expectation,
                          const std::vector<WorkloadView> &workloads, const std::vector<int> &targets, Stage stage)
{
    std::vector<Note> notes;
    if (memory.ranAtFirst)
        notes.push_back({Note::Kind::AlreadyRunning, {}, {}});
    auto matcher = memory.matcher;
    if (stage == Stage::Running || stage == Stage::Stable) {
        for (const int target : targets)
            addTargetNotes(notes, at(workloads, target), expectation, matcher);
        addMovingTags(notes, memory, expectation);
        if (memory.isByRevision)
            addRevisionNotes(notes, memory, expectation);
        if (memory.isByRevision && targets.empty())
            addNoWorkloads(notes, *memory.application.value);
    }
    for (int i = 0; i < static_cast<int>(workloads.size()); ++i) {
        if (std::ranges::find(targets, i) != targets.end())
            continue;
        if (memory.noticed && !memory.isByRevision)
            addOtherTags(notes, at(workloads, i), matcher);
        addOtherWorkload(notes, at(workloads, i));
    }
    for (const auto &image : memory.otherImages)
        notes.push_back({Note::Kind::OtherImage, {}, image});
    return notes;
}

} // namespace lynceus
