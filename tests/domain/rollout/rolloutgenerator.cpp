#include "tests/domain/rollout/rolloutgenerator.h"

#include "core/domain/rollout/verdict/memory.h"
#include "tests/domain/rollout/groundtruth.h"
#include "tests/domain/rollout/verdictcontradiction.h"
#include "tests/support/progresssummary.h"

#include <cstdio>
#include <vector>

namespace lynceus::simulation {

namespace {

constexpr Ms kSampling = 600;                // tolerance, because truth and recordings are sampled
constexpr Ms kLongestObservationGap = 1'000; // between two observations; the watch does not see shorter states
constexpr Ms kHealthLag = 1'600;       // delay of a workload's health after its pods, if only the health is visible
constexpr Ms kSettleLimit = 3'000;     // a settled rollout must be deployed after this time
constexpr Ms kHiddenPodsDelay = 6'000; // the same if pods are not visible
constexpr Ms kDegradedLimit = 10'000;
constexpr Ms kSlack = 5'000; // for lags, gaps between readings and a few ticks
constexpr Ms kTail = 24'000; // after the last event of the scenario
constexpr Ms kStall = 4'000;
constexpr Ms kSilence = 15'000;
constexpr Ms kEventsEvery = 4'400; // interval in which a watch requests events
constexpr Ms kExplained = 5'000;   // a warning is due this long after an event that explains it
constexpr Ms kRefreshGap = 30'000; // between two refresh requests of a watch while nothing changes
constexpr Ms kRefreshLimit = 15'000;
constexpr std::size_t kExpectedSnapshots = 128;

/// Plays one sequence: compares the verdicts of a judge with the simulated ground truth.
class Play final
{
public:
    Play(std::uint64_t seed, bool details)
        : m_random(seed)
        , m_printsDetails(details)
        , m_scenario(scenarioFrom(m_random))
        , m_controllers(m_state.cluster, m_scenario.behaviour, m_random)
        , m_argo(m_state, m_controllers, m_scenario.setup, m_random)
        , m_answers(m_scenario.setup, m_scenario.dialect)
        , m_judge(m_scenario.expectation)
    {
        chooseSleep(m_scenario,
                    RandomGenerator(~seed)); // separate random numbers keep the rest of the sequence unchanged
    }

    SequenceResult run();

private:
    struct Reading
    {
        Ms at = -1;      ///< -1: none yet
        Ms content = -1; ///< time of the state that it shows
        Ms next = 0;
        Ms before = -1;    ///< content of the previous reading, for reordering
        Ms delivered = -1; ///< newest content that the judge received
    };

    void settle();
    void advanceSimulation(Ms now);
    void remember();
    void read(Ms now);
    Observation observe(Ms now);
    void check(const Verdict &verdict, Ms now);
    void checkFailed(Ms now);
    void checkWaiting(Ms now);
    void checkBlocker(const Verdict &verdict, Ms now);
    void checkExplanation(const Verdict &verdict, Ms now);
    void requestRefresh(Ms now);
    void printScenario() const;
    void report(const Verdict &verdict, Ms now);
    void reportFailure(Ms now, const std::string &what);
    [[nodiscard]] const SimulatedState &snapshotAt(Ms time) const;
    [[nodiscard]] std::vector<const SimulatedState *> snapshotsSince(Ms from, Ms to) const;
    [[nodiscard]] Ms oldestContent() const;
    [[nodiscard]] bool isLate(const SustainedPeriod &period, Ms limit, Ms now) const
    {
        return period.lasts(now) > limit + kSlack + delays();
    }
    [[nodiscard]] Ms delays() const;
    [[nodiscard]] bool isAsleep(Ms now) const;
    void wakeUp(Ms now);

    RandomGenerator m_random;
    bool m_printsDetails;
    Scenario m_scenario;
    SimulatedState m_state;
    Controllers m_controllers;
    ApplicationController m_argo;
    SimulatedAnswers m_answers;
    Judge m_judge;
    GroundTruth m_truth;
    SequenceResult m_result;
    std::vector<SimulatedState> m_snapshots; ///< reserved for most sequences: copying states took a tenth of the time
    std::vector<std::uint16_t> m_snapshotIndex; ///< by tick: index in m_snapshots
    std::array<Reading, 3> m_readings;
    Ms m_settledSeen = kNever;
    QString m_summary;
    Ms m_summarySince = 0;
    Ms m_refreshAt = -1; ///< the last refresh that the watch requested
    bool m_refreshTakenUp = true;
    std::string m_reported;
};

Ms Play::delays() const
{
    Ms longest = 0;
    for (const auto &source : m_scenario.sources)
        longest = std::max(longest, source.lag + source.mostGap + source.missing + (source.stalls > 0 ? kStall : 0));
    return longest + m_scenario.sleepLasts;
}

bool Play::isAsleep(Ms now) const
{
    return m_scenario.sleepAt <= now && now - m_scenario.sleepAt < m_scenario.sleepLasts;
}

// The sources are read again one after the other; until then, the judge only has its memory.
void Play::wakeUp(Ms now)
{
    m_judge = Judge(m_scenario.expectation, m_judge.memory(), m_judge.verdict());
    for (std::size_t i = 0; i < m_readings.size(); ++i) {
        if (m_readings[i].at >= 0)
            m_readings[i].next = now + m_random.time(0, m_scenario.sources[i].mostGap);
    }
}

void Play::settle()
{
    const auto &setup = m_scenario.setup;
    for (int i = 0; i < setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        auto &workload = m_state.cluster.workloads[at];
        workload.kind = setup.kinds[at];
        workload.live = setup.commits.front().manifests[at];
        if (workload.live.replicas < 0)
            workload.live.replicas = static_cast<std::int8_t>(m_random.between(1, 4));
        // Sometimes the release ran here before: its ReplicaSet is reused with a new revision number.
        if (setup.commits.size() > 1 && m_random.chance(15))
            workload.sets.add({setup.commits.back().manifests[at].pods, 1});
        if (workload.sets.count == 0 || !(workload.sets[0].pods == workload.live.pods))
            workload.sets.add({workload.live.pods, 2});
        m_controllers.settle(i);
    }
    m_argo.settle();
    if (setup.postSync)
        m_state.cluster.hooks[1] = {true, 9'000, -60'000, -59'000, HookPhase::Succeeded};
}

void Play::advanceSimulation(Ms now)
{
    using What = Scenario::Event::What;
    for (const auto &event : m_scenario.events) {
        if (event.at != now)
            continue;
        switch (event.what) {
        case What::Scale:
            m_controllers.scale(event.workload, event.amount, now);
            break;
        case What::Evict:
            m_controllers.evictOne(event.workload, now);
            break;
        case What::Crash:
            m_controllers.crashOne(event.workload, now, event.amount);
            break;
        case What::Promote:
            m_controllers.promote();
            break;
        case What::SetImage:
            m_controllers.setByHand(event.workload, m_scenario.byHand, now);
            break;
        }
    }
    m_argo.tick(now);
    m_controllers.tick(now);
    m_truth.update(m_state, m_scenario, now, delays());
}

// Increments the versions of the answers that changed since the last remembered state.
void Play::remember()
{
    if (!m_snapshots.empty()) {
        const auto &last = m_snapshots.back();
        const bool error = last.status.comparisonError != m_state.status.comparisonError;
        const bool cluster = !(last.cluster == m_state.cluster);
        const bool status = !(last.status == m_state.status);
        if (cluster || error)
            ++m_state.treeVersion;
        if (status || !(last.cluster.hooks == m_state.cluster.hooks))
            ++m_state.statusVersion;
        bool managed = error || last.manifests != m_state.manifests;
        for (std::size_t i = 0; cluster && i < kMostWorkloads; ++i) {
            const auto &before = last.cluster.workloads[i];
            const auto &after = m_state.cluster.workloads[i];
            managed = managed || before.exists != after.exists || !(before.live == after.live)
                || before.byHand != after.byHand;
        }
        if (managed)
            ++m_state.managedVersion;
        if (!cluster && !status && !managed) {
            m_snapshotIndex.push_back(static_cast<std::uint16_t>(m_snapshots.size() - 1));
            return;
        }
    }
    m_snapshots.push_back(m_state);
    m_snapshotIndex.push_back(static_cast<std::uint16_t>(m_snapshots.size() - 1));
}

const SimulatedState &Play::snapshotAt(Ms time) const
{
    return m_snapshots[m_snapshotIndex[static_cast<std::size_t>(std::max(0, time) / kTick)]];
}

std::vector<const SimulatedState *> Play::snapshotsSince(Ms from, Ms to) const
{
    std::vector<const SimulatedState *> snapshots;
    for (Ms time = std::max(0, from); time <= to; time += kTick) {
        if (const auto *snapshot = &snapshotAt(time); snapshots.empty() || snapshots.back() != snapshot)
            snapshots.push_back(snapshot);
    }
    return snapshots;
}

void Play::read(Ms now)
{
    for (std::size_t i = 0; i < m_readings.size(); ++i) {
        auto &reading = m_readings[i];
        const auto &source = m_scenario.sources[i];
        if (now < reading.next || (source.missing > 0 && now < m_scenario.registeredAt + source.missing))
            continue;
        reading.before = reading.content;
        reading.at = now;
        reading.content = now - source.lag;
        reading.next = now + m_random.time(0, source.mostGap) + (m_random.chance(source.stalls) ? kStall : 0);
    }
}

Observation Play::observe(Ms now)
{
    Observation observation;
    observation.now = instantOf(now);
    observation.access = Access::Good;
    const auto &[application, tree, managed] = m_readings;
    // An outdated answer can arrive late. The judge recognizes it by its time, an application by its version.
    const auto isOld = [&](std::size_t source) {
        return m_readings[source].before >= 0 && m_random.chance(m_scenario.sources[source].reorders);
    };
    const bool oldApplication = isOld(0); // current time, but an older version
    const bool oldTree = isOld(1);
    const bool oldManaged = isOld(2);
    const auto deliver = [&](std::size_t source, bool old) {
        if (!old)
            m_readings[source].delivered = m_readings[source].content;
    };
    deliver(0, oldApplication);
    deliver(1, oldTree);
    deliver(2, oldManaged);
    if (application.at >= 0)
        observation.application = {
            m_answers.application(snapshotAt(oldApplication ? application.before : application.content)),
            instantOf(application.at)};
    if (tree.at >= 0)
        observation.tree = {m_answers.tree(snapshotAt(oldTree ? tree.before : tree.content)),
                            instantOf(oldTree ? tree.at - 2'000 : tree.at)};
    if (managed.at >= 0)
        observation.managed = {m_answers.managed(snapshotAt(oldManaged ? managed.before : managed.content)),
                               instantOf(oldManaged ? managed.at - 3'000 : managed.at)};
    const Ms eventsAt = now / kEventsEvery * kEventsEvery;
    observation.events = m_answers.events(snapshotAt(eventsAt), eventsAt);
    if (m_refreshAt >= 0) {
        observation.refreshAskedAt = instantOf(m_refreshAt);
        observation.refreshTakenUp = m_refreshTakenUp;
    }
    return observation;
}

void Play::requestRefresh(Ms now)
{
    m_refreshTakenUp = m_refreshTakenUp || !m_argo.isStalled(now);
    const auto stage = m_judge.verdict().stage;
    const bool isStill = stage >= Stage::Noticed && stage < Stage::Running && now - m_summarySince >= kSilence;
    if (!isStill || (m_refreshAt >= 0 && now - m_refreshAt < kRefreshGap))
        return;
    m_refreshAt = now;
    m_refreshTakenUp = false;
}

Ms Play::oldestContent() const
{
    Ms oldest = kNever;
    for (const auto &reading : m_readings)
        oldest = std::min(oldest, reading.delivered);
    return oldest;
}

void Play::reportFailure(Ms now, const std::string &what)
{
    if (m_result.wrong.empty())
        m_result.wrong = "at " + std::to_string(now) + " ms: " + what;
}

void Play::checkFailed(Ms now)
{
    const auto tolerance = delays() + kSampling + kLongestObservationGap;
    const auto failAfter = static_cast<Ms>(m_scenario.expectation.failAfter.count());
    const auto grace = static_cast<Ms>(m_scenario.expectation.imageGrace.count());
    const bool baking = m_scenario.expectation.bake.count() > 0 && m_result.expectedImagesRan;
    const bool just = m_truth.brokenAsRead.longest + tolerance >= failAfter
        || m_truth.degraded.longest + tolerance >= kDegradedLimit || m_truth.hook.longest + tolerance >= failAfter
        || m_truth.hasFailed || m_truth.refused.longest + tolerance >= failAfter
        || (!m_scenario.setup.errorIsNetwork && m_truth.error.longest + tolerance >= failAfter)
        || m_truth.absent.longest + tolerance >= grace
        || (baking && (m_truth.brokenAt != kNever || m_truth.degraded.longest > 0 || m_truth.degraded.since != kNever));
    if (!just)
        reportFailure(now, "failed, but no failure lasted long enough");
}

void Play::checkWaiting(Ms now)
{
    const auto failAfter = static_cast<Ms>(m_scenario.expectation.failAfter.count());
    const auto &settledOrHeld = m_truth.settled.since != kNever ? m_truth.settled : m_truth.held;
    const bool settled = settledOrHeld.since != kNever && oldestContent() >= settledOrHeld.since;
    m_settledSeen = settled ? std::min(m_settledSeen, now) : kNever;
    const auto limit = kSettleLimit + static_cast<Ms>(m_scenario.expectation.bake.count())
        + (m_scenario.dialect.seesPods ? 0 : kHiddenPodsDelay);
    // If pods are not visible, a Healthy StatefulSet does not show whether its update strategy keeps old pods.
    const bool isHidden = !m_scenario.dialect.seesPods
        && (m_scenario.specialCase == Scenario::SpecialCase::OnDelete
            || m_scenario.specialCase == Scenario::SpecialCase::Partition);
    // delays(): each source must be read once more.
    if (!isHidden && m_settledSeen != kNever && now - m_settledSeen > limit + delays())
        reportFailure(now,
                      "not deployed, although everything has been settled and visible since "
                          + std::to_string(m_settledSeen));
    const bool hadTime =
        m_truth.noticed.lasts(now) > kSlack + delays() && now - m_scenario.registeredAt > kSlack + delays();
    if (!hadTime)
        return;
    const auto since = std::max(m_scenario.registeredAt, 0);
    const auto lasts = [&](const SustainedPeriod &period) {
        return period.since == kNever ? 0 : now - std::max(period.since, since);
    };
    if (m_scenario.dialect.seesPods
        && std::min(lasts(m_truth.broken), m_truth.noticed.lasts(now)) > failAfter + kSlack + delays())
        reportFailure(now, "not failed, although pods have been broken for too long");
    if (m_truth.settled.since == kNever
        && std::min(lasts(m_truth.failed), m_truth.known.lasts(now) - kSlack) > kDegradedLimit + kSlack + delays())
        reportFailure(now, "not failed, although the operation failed");
    if (std::min(lasts(m_truth.hookShown), m_truth.known.lasts(now) - kSlack) > failAfter + kSlack + delays())
        reportFailure(now, "not failed, although a hook failed");
    if (std::min(lasts(m_truth.refusedShown), m_truth.known.lasts(now) - kSlack) > failAfter + kSlack + delays())
        reportFailure(now, "not failed, although the cluster keeps rejecting the image");
}

// If nothing changes, exactly one blocker is right.
void Play::checkBlocker(const Verdict &verdict, Ms now)
{
    const Ms quiet = kSlack + 2 * delays() + kSettleLimit;
    if (now - quiet < m_scenario.registeredAt || &snapshotAt(now) != &snapshotAt(now - quiet) || verdict.cause
        || m_argo.isStalled(now))
        return;
    const auto awaited = awaitedIn(m_state, m_scenario);
    if (awaited && (!verdict.blocker || verdict.blocker->kind != *awaited))
        reportFailure(now,
                      "blocker must be " + nameOf(*awaited).toStdString() + ", is "
                          + (verdict.blocker ? nameOf(verdict.blocker->kind).toStdString() : std::string("nothing")));
}

// A wait must be explained, the explanation must be true, and an event that explains a problem must cause a warning.
void Play::checkExplanation(const Verdict &verdict, Ms now)
{
    if (const auto summary = test::progressSummary(verdict); summary != m_summary) {
        m_summary = summary;
        m_summarySince = now;
    }
    const bool isNamed = verdict.blocker || verdict.cause || verdict.stage >= Stage::Running;
    if (!isNamed && now - m_summarySince >= kSilence)
        reportFailure(now, "no explanation since " + std::to_string(m_summarySince));
    // A source that was not read yet, or is read later than the others, may still show an earlier state.
    const auto from = std::min(oldestContent(), now / kEventsEvery * kEventsEvery) - delays() - kSampling;
    if (const auto untrue = contradiction(verdict, snapshotsSince(from, now), m_scenario); !untrue.empty())
        reportFailure(now, "false statement: " + untrue);
    const bool hadTime =
        std::min(m_truth.unscheduled.lasts(now), m_truth.noticed.lasts(now)) > kExplained + delays() + kSlack;
    if (hadTime && now - m_scenario.registeredAt > kExplained + delays() + kSlack && m_scenario.dialect.seesPods
        && !verdict.cause)
        reportFailure(now, "no node accepts a pod, but the verdict has no cause");
    const bool isStalled = m_refreshAt >= 0 && !m_refreshTakenUp && now - m_refreshAt >= kRefreshLimit;
    if (isStalled && (!verdict.blocker || verdict.blocker->kind != Blocker::Kind::ControllerStalled))
        reportFailure(now, "the controller is stalled, but the verdict does not report it");
}

void Play::check(const Verdict &verdict, Ms now)
{
    switch (verdict.outcome) {
    case Outcome::Waiting:
        checkWaiting(now);
        checkBlocker(verdict, now);
        checkExplanation(verdict, now);
        break;
    case Outcome::Deployed:
        if (!ranWithin(snapshotsSince(oldestContent() - (m_scenario.dialect.seesPods ? kSampling : kHealthLag), now),
                       m_scenario))
            reportFailure(now, "deployed, but the expected images did not run");
        break;
    case Outcome::Failed:
        checkFailed(now);
        break;
    case Outcome::Superseded:
        if (m_truth.movedAt == kNever || m_truth.movedAt < m_scenario.registeredAt - delays())
            reportFailure(now, "superseded, but the desired images never changed");
        break;
    case Outcome::TimedOut:
    case Outcome::Aborted:
    case Outcome::Gone:
    case Outcome::SignInNeeded:
    case Outcome::Cancelled:
        reportFailure(now, "ended as " + nameOf(verdict.outcome).toStdString());
        break;
    }
    if (verdict.cause && verdict.outcome == Outcome::Waiting && m_truth.shownAt == kNever
        && verdict.cause->resource.kind == QLatin1String("Pod"))
        reportFailure(now, "failing, but the image was not noticed");
}

void Play::report(const Verdict &verdict, Ms now)
{
    const auto &status = m_state.status;
    std::string pods;
    for (const auto &pod : m_state.cluster.pods)
        pods += " " + std::to_string(pod.workload) + "." + std::to_string(pod.set) + ":" + std::to_string(pod.pods.tag)
            + "/" + std::to_string(pod.pods.sidecar)
            + (pod.isTerminating()                    ? "t"
                   : pod.isReady()                    ? "R"
                   : pod.isBroken()                   ? "B"
                   : pod.phase == PodPhase::Completed ? "C"
                                                      : "p");
    std::string line = "rev " + std::to_string(status.revision) + " man " + std::to_string(m_state.manifests) + " op "
        + std::to_string(static_cast<int>(status.operation.phase)) + (status.pending ? "p" : "") + " r"
        + std::to_string(status.operation.requested) + "/" + std::to_string(status.operation.result) + " try "
        + std::to_string(status.operation.retries) + " fin " + std::to_string(status.operation.finishedAt) + " rec "
        + std::to_string(status.reconciledAt) + (status.comparisonError ? " ERR" : "") + " sync";
    for (int i = 0; i < m_scenario.setup.workloads; ++i)
        line += std::string(status.synced[static_cast<std::size_t>(i)] ? " S" : " O")
            + std::to_string(static_cast<int>(m_state.cluster.workloads[static_cast<std::size_t>(i)].state)) + "x"
            + std::to_string(m_state.cluster.workloads[static_cast<std::size_t>(i)].live.replicas);
    line += " pods" + pods;
    line += m_truth.running.since != kNever ? " TRUE" : "";
    line += m_truth.broken.since != kNever ? " BROKEN" : "";
    line += m_truth.degraded.since != kNever ? " DEGRADED" : "";
    line += m_truth.hook.since != kNever ? " HOOK" : "";
    line += m_truth.failed.since != kNever ? " OPFAILED" : "";
    if (now >= m_scenario.registeredAt)
        line += " | " + nameOf(verdict.stage).toStdString() + " " + nameOf(verdict.outcome).toStdString()
            + (verdict.cause ? " " + nameOf(verdict.cause->kind).toStdString() : "")
            + (verdict.blocker ? " [" + nameOf(verdict.blocker->kind).toStdString() + "]" : "");
    if (line != m_reported)
        std::fprintf(stderr, "%6d %s\n", now, line.c_str());
    m_reported = line;
}

// Prints what the seed determined, at the beginning of a trace.
void Play::printScenario() const
{
    const auto &setup = m_scenario.setup;
    static constexpr const char *kKinds[] = {"Deployment", "StatefulSet", "DaemonSet",         "Canary",    "BlueGreen",
                                             "Job",        "CronJob",     "CustomReplicaSets", "CustomPods"};
    std::fprintf(
        stderr,
        "registered at %d, auto-sync %d, hooks %d/%d, result images %d, pods visible %d, failure %d for %d, bake %lld, "
        "fail-after %lld, accept-suspended %d, special case %d, sleep of %d at %d\n",
        m_scenario.registeredAt, setup.autoSync, setup.preSync, setup.postSync, m_scenario.dialect.resultImages,
        m_scenario.dialect.seesPods, static_cast<int>(m_scenario.behaviour.failure), m_scenario.behaviour.failureLasts,
        static_cast<long long>(m_scenario.expectation.bake.count()),
        static_cast<long long>(m_scenario.expectation.failAfter.count()), m_scenario.expectation.acceptSuspended,
        static_cast<int>(m_scenario.specialCase), m_scenario.sleepLasts, m_scenario.sleepAt);
    for (const auto &image : m_scenario.expectation.images)
        std::fprintf(stderr, "expects %s\n", qPrintable(familiarName(image)));
    for (const auto &source : m_scenario.sources)
        std::fprintf(stderr, "source: lag %d, gap %d, stalls %d, reorders %d\n", source.lag, source.mostGap,
                     source.stalls, source.reorders);
    for (const auto &commit : setup.commits) {
        std::fprintf(stderr, "commit at %d, failing hooks %d, refusals %d:", commit.at, commit.failingHooks,
                     commit.refusals);
        for (int i = 0; i < setup.workloads; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const auto &manifest = commit.manifests[at];
            std::fprintf(stderr, " %s wave %d repository %d tag %d sidecar %d config %d replicas %d%s;",
                         kKinds[static_cast<int>(setup.kinds[at])], setup.wave[at], manifest.pods.repository,
                         manifest.pods.tag, manifest.pods.sidecar, manifest.pods.config, manifest.replicas,
                         manifest.paused ? " paused" : "");
        }
        std::fprintf(stderr, "\n");
    }
}

SequenceResult Play::run()
{
    if (m_printsDetails)
        printScenario();
    settle();
    m_snapshots.reserve(kExpectedSnapshots);
    Ms nextObservation = m_scenario.registeredAt;
    for (Ms now = 0; now <= m_scenario.scriptEnds + kTail; now += kTick) {
        advanceSimulation(now);
        remember();
        m_result.expectedImagesRan = m_result.expectedImagesRan || m_truth.running.since != kNever;
        if (m_scenario.sleepAt != kNever && now == m_scenario.sleepAt + m_scenario.sleepLasts)
            wakeUp(now);
        if (now >= m_scenario.registeredAt - 2'000 && !isAsleep(now))
            read(now);
        if (now >= nextObservation && !isAsleep(now)) {
            nextObservation = now + m_random.time(kTick, kLongestObservationGap);
            ++m_result.observations;
            requestRefresh(now);
            const auto &verdict = m_judge.observe(observe(now));
            check(verdict, now);
            m_result.outcome = verdict.outcome;
        }
        if (m_printsDetails)
            report(m_judge.verdict(), now);
        if (m_result.outcome != Outcome::Waiting || !m_result.wrong.empty())
            break;
    }
    return m_result;
}

} // namespace

SequenceResult play(std::uint64_t seed, bool details)
{
    return Play(seed, details).run();
}

} // namespace lynceus::simulation
