#include "core/domain/rollout/judging/judge.h"

#include "core/domain/model/diff.h"
#include "core/domain/rollout/judging/awaiting.h"
#include "core/domain/rollout/judging/blockers.h"
#include "core/domain/rollout/judging/desiredstate.h"
#include "core/domain/rollout/judging/evidence.h"
#include "core/domain/rollout/judging/outcomes.h"
#include "core/domain/rollout/judging/stages.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/domain/rollout/workloads/revisions.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
void takeNewer(Timestamped<T> &known, const Timestamped<T> &seen)
{
    if (seen.value && (!known.value || seen.at >= known.at))
        known = seen;
}

// Takes the newest data per source: an answer may arrive after newer data from the stream.
void takeSightings(RolloutMemory &memory, const Observation &observation)
{
    takeNewer(memory.tree, observation.tree);
    const auto manifests = memory.managed.value;
    takeNewer(memory.managed, observation.managed);
    if (memory.managed.value != manifests && (!manifests || *memory.managed.value != *manifests))
        memory.manifestsChangedAt = memory.managed.at;
    const auto &application = observation.application;
    if (!application.value || !memory.application.value || !isOlder(*application.value, *memory.application.value))
        takeNewer(memory.application, application);
}

// All decisive data of the application except health: if it changes, the other sources must be read again.
QByteArray changeMarkOf(const Application &application)
{
    QByteArray mark = operationKey(application.operationState).toUtf8();
    if (const auto &operation = application.operationState) {
        mark += '/' + QByteArray::number(static_cast<int>(operation->phase));
        mark +=
            operation->finishedAt ? '/' + QByteArray::number(operation->finishedAt->time_since_epoch().count()) : "";
    }
    mark += application.pendingOperation ? "/pending/" : "//";
    mark += application.revisions.join(u',').toUtf8();
    for (const auto &resource : application.resources)
        mark += static_cast<char>('0' + static_cast<int>(resource.sync));
    return mark;
}

void updateBaseline(RolloutMemory &memory)
{
    if (memory.application.value) {
        const auto &application = *memory.application.value;
        if (!memory.baselineOperation)
            memory.baselineOperation = operationKey(application.operationState);
        if (auto mark = changeMarkOf(application); mark != memory.changeMark) {
            memory.changeMark = std::move(mark);
            memory.changedAt = memory.application.at;
        }
    }
    if (memory.managed.value && !memory.baselineImages) {
        memory.baselineImages.emplace();
        memory.baselineLive.emplace();
        for (const auto &workload : memory.managed.value->workloads) {
            auto images = workload.live ? workload.live->images : QStringList{};
            *memory.baselineLive += images;
            if (workload.target)
                images += workload.target->images;
            memory.baselineImages->insert(workload.key, images);
        }
    }
    if (memory.tree.value && !memory.baselinePods) {
        memory.baselinePods.emplace();
        for (const auto &node : memory.tree.value->nodes)
            *memory.baselinePods += node.images;
        memory.baselinePods->removeDuplicates();
    }
    if (memory.tree.value && !memory.podsWereSeen) {
        memory.podsWereSeen = std::ranges::any_of(memory.tree.value->nodes,
                                                  [](const ResourceNode &node) { return !node.images.isEmpty(); });
    }
}

bool isComplete(const RolloutMemory &memory)
{
    return memory.application.value && memory.tree.value && memory.managed.value && memory.tree.at >= memory.changedAt
        && memory.managed.at >= memory.changedAt && memory.application.at >= memory.manifestsChangedAt;
}

// Deleted and created again with the same name: known data does not apply to the new one.
void forgetIfRecreated(RolloutMemory &memory, const Expectation &expectation, const Observation &observation)
{
    if (!observation.application.value || observation.application.value->uid.isEmpty())
        return;
    const auto &uid = observation.application.value->uid;
    if (!memory.uid.isEmpty() && memory.uid != uid) {
        // A re-created application runs the same as before, which is not the next version.
        auto before = std::move(memory.revision);
        memory = RolloutMemory(expectation);
        memory.revision.isBaselineKnown = before.isBaselineKnown;
        memory.revision.baseline = std::move(before.baseline);
        memory.revision.namedBefore = std::move(before.namedBefore);
    }
    memory.uid = uid;
}

// Older pods of a release with the same reference.
bool runsInOlderRevision(const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    return std::ranges::any_of(targets, [&](int target) {
        const auto &pods = workloads[static_cast<std::size_t>(target)].pods;
        return std::ranges::any_of(pods,
                                   [](const PodView &pod) { return pod.carries && !pod.newest && !pod.finished; });
    });
}

// The sync continues with the next wave, or ends, only after a Job of this one has succeeded.
bool saysSucceeded(const RolloutMemory &memory, const ResourceKey &job)
{
    const auto &operation = memory.application.value->operationState;
    return operation && !operation->dryRun
        && std::ranges::any_of(operation->resources, [&](const SyncResultResource &resource) {
               return resource.key == job && resource.hookType.isEmpty() && resource.status == "Synced"_L1
                   && resource.hookPhase == "Succeeded"_L1;
           });
}

// For deleted Jobs, only memory or the operation prove that they succeeded.
void noteJobs(RolloutMemory &memory, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    if (!memory.noticed || !memory.application.value)
        return;
    for (const int target : targets) {
        const auto &job = workloads[static_cast<std::size_t>(target)];
        if (!isJob(job.key))
            continue;
        const auto asked = job.askedImages();
        const bool isThere = job.node && !job.node->uid.isEmpty();
        const bool carries = job.live && (job.applied.image & asked) == asked && job.counts.old == 0;
        // If its pods are not visible, the tree may still have the previous Job and the manifests the new one.
        const bool isProven = job.counts.updated > 0 || memory.tree.at >= memory.manifestsChangedAt + kUnseenPodsDwell;
        const auto health = job.health();
        if (isThere && health == HealthStatus::Healthy && carries && isProven) {
            memory.jobsDone.insert(job.key, job.node->uid);
        } else if (isThere && (health == HealthStatus::Degraded || job.node->uid != memory.jobsDone.value(job.key))) {
            // Re-created: it must succeed again. A Job that is being deleted is Progressing although it succeeded.
            memory.jobsDone.remove(job.key);
        } else if (!isThere && saysSucceeded(memory, job.key)
                   && carriesImages(*memory.application.value->operationState, memory)) {
            memory.jobsDone.insert(job.key, {});
        }
    }
}

// Before 3.1, results have no images. The images of a Job created after the start of the operation are those of the
// operation, however old the answer; once the Job is deleted, nothing else shows them.
void noteOtherJobs(RolloutMemory &memory, const std::vector<WorkloadView> &workloads)
{
    if (!memory.application.value || !memory.application.value->operationState)
        return;
    const auto &operation = memory.application.value->operationState;
    if (auto key = operationKey(operation); key != memory.otherJobsOperation) {
        memory.otherJobsOperation = std::move(key);
        memory.otherJobs.clear();
    }
    for (const auto &job : workloads) {
        if (!isJob(job.key) || !job.node || !job.node->createdAt || !operation->startedAt
            || *job.node->createdAt <= *operation->startedAt || job.pods.empty())
            continue;
        const bool runsOthers = std::ranges::all_of(job.pods, [&](const PodView &pod) {
            return !pod.node->images.isEmpty() && memory.matcher.match(pod.node->images).image == 0;
        });
        if (runsOthers)
            memory.otherJobs.insert(job.key);
        else
            memory.otherJobs.remove(job.key);
    }
}

// For workloads that show nothing but their pods, these must stay the same for a while.
void notePodSets(RolloutMemory &memory, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets)
{
    QHash<ResourceKey, PodSet> sets;
    for (const int target : targets) {
        const auto &workload = workloads[static_cast<std::size_t>(target)];
        if (!showsOnlyPods(workload))
            continue;
        QSet<QString> uids;
        for (const auto &pod : workload.pods) {
            if (!pod.finished)
                uids.insert(pod.node->uid);
        }
        auto set = memory.podSets.value(workload.key, PodSet{{}, memory.tree.at, 0});
        if (set.uids != uids)
            set.since = memory.tree.at;
        set.uids = std::move(uids);
        set.most = std::max(set.most, set.uids.size());
        sets.insert(workload.key, std::move(set));
    }
    memory.podSets = std::move(sets);
}

// A revision, and a workload that shows only its pods, must be observed twice before they count as running.
bool runsAlready(const RolloutMemory &memory, const Expectation &expectation, const Situation &situation)
{
    const bool showsOnly = std::ranges::any_of(situation.targets, [&](int target) {
        return showsOnlyPods(situation.workloads[static_cast<std::size_t>(target)]);
    });
    if (!memory.isByRevision && !showsOnly)
        return situation.stage == Stage::Running;
    return situation.stage == Stage::Rolling && std::ranges::all_of(situation.targets, [&](int target) {
               return isRunning(situation.workloads[static_cast<std::size_t>(target)], expectation);
           });
}

std::optional<Instant> earliest(std::initializer_list<std::optional<Instant>> times, Instant after)
{
    std::optional<Instant> first;
    for (const auto &time : times) {
        if (time && *time > after && (!first || *time < *first))
            first = time;
    }
    return first;
}

/// When the wait becomes longer than usual.
std::optional<Instant> exceedsAt(const std::optional<Blocker> &blocker, Duration usual)
{
    const bool isAwaited =
        blocker && (blocker->kind == Blocker::Kind::NotNoticed || blocker->kind == Blocker::Kind::NotCreated);
    return isAwaited && blocker->since ? std::optional(*blocker->since + usual) : std::nullopt;
}

std::optional<Instant> endOf(const SustainedCondition &evidence, Duration limit)
{
    return evidence.since ? std::optional(*evidence.since + limit) : std::nullopt;
}

} // namespace

Judge::Judge(Expectation expectation)
    : m_expectation(std::move(expectation))
    , m_memory(std::make_unique<RolloutMemory>(m_expectation))
{ }

Judge::Judge(Expectation expectation, RolloutMemory memory, Verdict verdict)
    : m_expectation(std::move(expectation))
    , m_memory(std::make_unique<RolloutMemory>(std::move(memory)))
    , m_verdict(std::move(verdict))
{ }

Judge::Judge(const Judge &other)
    : m_expectation(other.m_expectation)
    , m_memory(std::make_unique<RolloutMemory>(*other.m_memory))
    , m_verdict(other.m_verdict)
    , m_scaledDownSince(other.m_scaledDownSince)
    , m_checksAgainAt(other.m_checksAgainAt)
{ }

Judge::Judge(Judge &&other) noexcept = default;
Judge::~Judge() = default;

Judge &Judge::operator=(Judge other) noexcept
{
    std::swap(m_expectation, other.m_expectation);
    std::swap(m_memory, other.m_memory);
    std::swap(m_verdict, other.m_verdict);
    std::swap(m_scaledDownSince, other.m_scaledDownSince);
    std::swap(m_checksAgainAt, other.m_checksAgainAt);
    return *this;
}

const Expectation &Judge::expectation() const
{
    return m_expectation;
}

const Verdict &Judge::verdict() const
{
    return m_verdict;
}

const RolloutMemory &Judge::memory() const
{
    return *m_memory;
}

void Judge::setDeadline(Instant deadline)
{
    m_expectation.deadline = deadline;
}

const Verdict &Judge::cancel(Instant now)
{
    if (m_verdict.outcome == Outcome::Waiting) {
        m_verdict.outcome = Outcome::Cancelled;
        m_verdict.decidedAt = now;
        m_verdict.wakeAt.reset();
    }
    return m_verdict;
}

const Verdict &Judge::observe(const Observation &observation)
{
    if (m_verdict.outcome != Outcome::Waiting)
        return m_verdict;
    auto &memory = *m_memory;
    forgetIfRecreated(memory, m_expectation, observation);
    takeSightings(memory, observation);
    updateBaseline(memory);

    Observation newest = observation;
    newest.application = memory.application;
    newest.tree = memory.tree;
    newest.managed = memory.managed;
    const bool rendered = !memory.application.value || !comparisonProblem(*memory.application.value);
    if (memory.isByRevision)
        followRevision(memory, m_expectation, newest.now);
    const auto workloads =
        workloadsOf(newest, memory.matcher, {memory.podsWereSeen, rendered, &memory.jobsDone, &memory.hadPods});
    if (!memory.isByRevision)
        updateDesiredState(memory, m_expectation, newest, workloads);
    const auto targets = memory.isByRevision ? workloadsOfRevision(workloads) : targetsAmong(workloads);
    noteJobs(memory, workloads, targets);
    noteOtherJobs(memory, workloads);
    for (const auto &workload : workloads) {
        if (isCustomKind(workload.key) && !workload.pods.empty())
            memory.hadPods.insert(workload.key);
    }
    notePodSets(memory, workloads, targets);
    memory.tagCameAgain = memory.tagCameAgain || (memory.noticed && runsInOlderRevision(workloads, targets));

    Situation situation{newest, workloads, targets, Stage::None, isComplete(memory), {}};
    situation.stage = reachedStage(memory, m_expectation, workloads, targets);
    memory.applied.keep(situation.stage >= Stage::Applied, newest.now);
    situation.failure = judgeFailure(memory, m_expectation, newest, workloads, targets, situation.stage);
    const bool firstComplete = situation.complete && !memory.completeAt;
    if (situation.complete && newest.access == Access::Good) {
        memory.completeAt = std::min({memory.application.at, memory.tree.at, memory.managed.at});
        memory.ranAtFirst = memory.ranAtFirst || (firstComplete && runsAlready(memory, m_expectation, situation));
    }
    if (situation.complete && situation.stage < Stage::Applied) {
        const auto &history = memory.application.value->history;
        memory.deploymentBefore = history.empty() ? -1 : history.back().id;
    }
    const auto bake = updateBake(memory, m_expectation, situation);
    if (bake.over && m_expectation.bake > Duration{0})
        situation.stage = Stage::Stable;
    conclude(situation, bake);
    return m_verdict;
}

void Judge::conclude(const Situation &situation, const Bake &bake)
{
    auto &memory = *m_memory;
    const auto now = situation.observation.now;
    auto decision = decide(memory, m_expectation, situation, bake);
    m_verdict.outcome = decision.outcome;
    m_verdict.stage = situation.stage;
    m_verdict.cause = std::move(decision.cause);
    const bool proven = decision.outcome == Outcome::Deployed || decision.outcome == Outcome::Failed;
    if (!memory.application.value || !comparisonProblem(*memory.application.value))
        keepStill(memory, situation.workloads, situation.targets, situation.stage, now);
    else
        memory.stillMark = kUnrenderedMark;
    m_verdict.blocker.reset();
    if (!proven)
        m_verdict.blocker = blockerOf(memory, m_expectation, situation.observation, situation.workloads,
                                      situation.targets, situation.stage);
    m_verdict.notes = notesOf(memory, m_expectation, situation.workloads, situation.targets, situation.stage);
    m_verdict.pods = countsOf(situation.workloads, situation.targets);
    m_verdict.evidence = evidenceOf(memory, situation.observation, situation.workloads, situation.targets);
    if (decision.outcome != Outcome::Waiting) {
        m_verdict.decidedAt = now;
        m_verdict.wakeAt.reset();
        return;
    }
    requestChecks(situation);
    m_verdict.wakeAt = earliest(
        {m_expectation.deadline, m_expectation.deadline + m_expectation.bake, situation.failure.finalAt, bake.overAt,
         endOf(memory.absent, m_expectation.imageGrace), endOf(memory.conditions, m_expectation.failAfter),
         endOf(memory.manifests.moved, kMoveSettles), endOf(memory.liveDiffers, kBlockerSettles),
         endOf(memory.rewritten, kBlockerSettles), endOf(memory.operation.moved, kMoveSettles),
         endOf(memory.revision.moved, kReplacedSettles), m_checksAgainAt, memory.stillSince + kStillIsNamed,
         exceedsAt(m_verdict.blocker, m_expectation.usualNotice)},
        now);
}

void Judge::requestChecks(const Situation &situation)
{
    bool unseen = false;
    bool scaledDown = false;
    bool mention = false;
    std::optional<Instant> settleAt;
    for (const int target : situation.targets) {
        const auto &workload = situation.workloads[static_cast<std::size_t>(target)];
        unseen = unseen || workload.absence == PodAbsence::NotVisible || workload.absence == PodAbsence::JobDone;
        mention = mention || workload.absence == PodAbsence::NoWorkload;
        scaledDown = scaledDown || seemsScaledDown(workload, m_expectation);
        if (const auto at = podsSettleAt(workload, *m_memory))
            settleAt = std::max(settleAt.value_or(*at), *at);
    }
    const auto &memory = *m_memory;
    if (memory.isByRevision) {
        mention = mention || situation.targets.empty();
        unseen = true; // equal images prove nothing; see isTooFresh()
    }
    if (!scaledDown)
        m_scaledDownSince.reset();
    else if (!m_scaledDownSince)
        m_scaledDownSince = memory.tree.at;
    if (m_scaledDownSince)
        m_checksAgainAt = m_scaledDownSince;
    else if (memory.bakeDoneAt)
        m_checksAgainAt = memory.bakeDoneAt;
    else if (situation.failure.finalAt)
        m_checksAgainAt = situation.failure.finalAt;
    else
        m_checksAgainAt = mention ? endOf(memory.applied, kMentionDwell)
            : unseen              ? endOf(memory.applied, kUnseenPodsDwell)
                                  : std::nullopt;
    if (!m_checksAgainAt)
        m_checksAgainAt = endOf(memory.revision.idle, kIdleSettles);
    if (settleAt && memory.applied.since)
        m_checksAgainAt = std::max(m_checksAgainAt.value_or(*settleAt), *settleAt);
}

} // namespace lynceus
