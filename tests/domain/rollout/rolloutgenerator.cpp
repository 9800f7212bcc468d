#include "tests/domain/rollout/rolloutgenerator.h"

#include "core/domain/rollout/verdict/memory.h"
#include "tests/domain/rollout/rolloutsayings.h"
#include "tests/domain/rollout/rollouttruth.h"

#include <cstdio>
#include <vector>

namespace lynceus::simulation {

namespace {

constexpr Ms kSampling = 600;          // tolerance, because truth and recordings are sampled
constexpr Ms kMostLookGap = 1'000;     // between two observations; the watch does not see shorter states
constexpr Ms kHealthLag = 1'600;       // delay of a workload's health after its pods, if only the health is visible
constexpr Ms kSettleLimit = 3'000;     // a settled rollout must be deployed after this time
constexpr Ms kHiddenPodsDwell = 6'000; // the same if pods are not visible
constexpr Ms kDegradedLimit = 10'000;
constexpr Ms kSlack = 5'000; // for lags, gaps between readings and a few ticks
constexpr Ms kTail = 24'000; // after the last event of the scenario
constexpr Ms kStall = 4'000;
constexpr Ms kSilence = 15'000;
constexpr Ms kEventsEvery = 4'400; // interval in which a watch requests events
constexpr Ms kExplained = 5'000;   // a warning is due this long after an event that explains it
constexpr Ms kRefreshGap = 30'000; // between two refresh requests of a watch while nothing changes
constexpr Ms kRefreshLimit = 15'000;
constexpr std::size_t kUsualWorlds = 128;

/// Plays one sequence: compares the verdicts of a judge with the truth of the simulated world.
class Play final
{
public:
    Play(std::uint64_t seed, bool details)
        : m_dice(seed)
        , m_story(details)
        , m_scenario(scenarioFrom(m_dice))
        , m_controllers(m_world.cluster, m_scenario.habits, m_dice)
        , m_argo(m_world, m_controllers, m_scenario.setup, m_dice)
        , m_answers(m_scenario.setup, m_scenario.dialect)
        , m_judge(m_scenario.expectation)
    {
        chooseSleep(m_scenario, Dice(~seed)); // separate random numbers keep the rest of the sequence unchanged
    }

    Ending run();

private:
    struct Reading
    {
        Ms at = -1;      ///< -1: none yet
        Ms content = -1; ///< time of the world that it shows
        Ms next = 0;
        Ms before = -1;    ///< content of the previous reading, for reordering
        Ms delivered = -1; ///< newest content that the judge received
    };

    void settle();
    void tickWorld(Ms now);
    void remember();
    void read(Ms now);
    Observation look(Ms now);
    void check(const Verdict &verdict, Ms now);
    void checkFailed(Ms now);
    void checkWaiting(Ms now);
    void checkAwaited(const Verdict &verdict, Ms now);
    void checkSaid(const Verdict &verdict, Ms now);
    void askForRefresh(Ms now);
    void introduce() const;
    void report(const Verdict &verdict, Ms now);
    void blame(Ms now, const std::string &what);
    [[nodiscard]] const World &worldAt(Ms time) const;
    [[nodiscard]] std::vector<const World *> worldsSince(Ms from, Ms to) const;
    [[nodiscard]] Ms oldestContent() const;
    [[nodiscard]] bool isLate(const Spell &spell, Ms limit, Ms now) const
    {
        return spell.lasts(now) > limit + kSlack + delays();
    }
    [[nodiscard]] Ms delays() const;
    [[nodiscard]] bool isAsleep(Ms now) const;
    void wakeUp(Ms now);

    Dice m_dice;
    bool m_story;
    Scenario m_scenario;
    World m_world;
    Controllers m_controllers;
    ApplicationController m_argo;
    Answers m_answers;
    Judge m_judge;
    Truth m_truth;
    Ending m_ending;
    std::vector<World> m_worlds;          ///< reserved for most sequences: copying worlds took a tenth of the time
    std::vector<std::uint16_t> m_worldAt; ///< by tick: index in m_worlds
    std::array<Reading, 3> m_readings;
    Ms m_settledSeen = kNever;
    QString m_mark;
    Ms m_markSince = 0;
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
            m_readings[i].next = now + m_dice.time(0, m_scenario.sources[i].mostGap);
    }
}

void Play::settle()
{
    const auto &setup = m_scenario.setup;
    for (int i = 0; i < setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        auto &workload = m_world.cluster.workloads[at];
        workload.kind = setup.kinds[at];
        workload.live = setup.commits.front().manifests[at];
        if (workload.live.replicas < 0)
            workload.live.replicas = static_cast<std::int8_t>(m_dice.between(1, 4));
        // Sometimes the release ran here before: its ReplicaSet is reused with a new revision number.
        if (setup.commits.size() > 1 && m_dice.chance(15))
            workload.sets.add({setup.commits.back().manifests[at].pods, 1});
        if (workload.sets.count == 0 || !(workload.sets[0].pods == workload.live.pods))
            workload.sets.add({workload.live.pods, 2});
        m_controllers.settle(i);
    }
    m_argo.settle();
    if (setup.postSync)
        m_world.cluster.hooks[1] = {true, 9'000, -60'000, -59'000, HookPhase::Succeeded};
}

void Play::tickWorld(Ms now)
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
    m_truth.update(m_world, m_scenario, now, delays());
}

// Increments the versions of the answers that changed since the last remembered world.
void Play::remember()
{
    if (!m_worlds.empty()) {
        const auto &last = m_worlds.back();
        const bool error = last.status.comparisonError != m_world.status.comparisonError;
        const bool cluster = !(last.cluster == m_world.cluster);
        const bool status = !(last.status == m_world.status);
        if (cluster || error)
            ++m_world.treeVersion;
        if (status || !(last.cluster.hooks == m_world.cluster.hooks))
            ++m_world.statusVersion;
        bool managed = error || last.manifests != m_world.manifests;
        for (std::size_t i = 0; cluster && i < kMostWorkloads; ++i) {
            const auto &before = last.cluster.workloads[i];
            const auto &after = m_world.cluster.workloads[i];
            managed = managed || before.exists != after.exists || !(before.live == after.live)
                || before.byHand != after.byHand;
        }
        if (managed)
            ++m_world.managedVersion;
        if (!cluster && !status && !managed) {
            m_worldAt.push_back(static_cast<std::uint16_t>(m_worlds.size() - 1));
            return;
        }
    }
    m_worlds.push_back(m_world);
    m_worldAt.push_back(static_cast<std::uint16_t>(m_worlds.size() - 1));
}

const World &Play::worldAt(Ms time) const
{
    return m_worlds[m_worldAt[static_cast<std::size_t>(std::max(0, time) / kTick)]];
}

std::vector<const World *> Play::worldsSince(Ms from, Ms to) const
{
    std::vector<const World *> worlds;
    for (Ms time = std::max(0, from); time <= to; time += kTick) {
        if (const auto *world = &worldAt(time); worlds.empty() || worlds.back() != world)
            worlds.push_back(world);
    }
    return worlds;
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
        reading.next = now + m_dice.time(0, source.mostGap) + (m_dice.chance(source.stalls) ? kStall : 0);
    }
}

Observation Play::look(Ms now)
{
    Observation observation;
    observation.now = instantOf(now);
    observation.access = Access::Good;
    const auto &[application, tree, managed] = m_readings;
    // An outdated answer can arrive late. The judge recognizes it by its time, an application by its version.
    const auto isOld = [&](std::size_t source) {
        return m_readings[source].before >= 0 && m_dice.chance(m_scenario.sources[source].reorders);
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
            m_answers.application(worldAt(oldApplication ? application.before : application.content)),
            instantOf(application.at)};
    if (tree.at >= 0)
        observation.tree = {m_answers.tree(worldAt(oldTree ? tree.before : tree.content)),
                            instantOf(oldTree ? tree.at - 2'000 : tree.at)};
    if (managed.at >= 0)
        observation.managed = {m_answers.managed(worldAt(oldManaged ? managed.before : managed.content)),
                               instantOf(oldManaged ? managed.at - 3'000 : managed.at)};
    const Ms eventsAt = now / kEventsEvery * kEventsEvery;
    observation.events = m_answers.events(worldAt(eventsAt), eventsAt);
    if (m_refreshAt >= 0) {
        observation.refreshAskedAt = instantOf(m_refreshAt);
        observation.refreshTakenUp = m_refreshTakenUp;
    }
    return observation;
}

void Play::askForRefresh(Ms now)
{
    m_refreshTakenUp = m_refreshTakenUp || !m_argo.isStalled(now);
    const auto stage = m_judge.verdict().stage;
    const bool isStill = stage >= Stage::Noticed && stage < Stage::Running && now - m_markSince >= kSilence;
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

void Play::blame(Ms now, const std::string &what)
{
    if (m_ending.wrong.empty())
        m_ending.wrong = "at " + std::to_string(now) + " ms: " + what;
}

void Play::checkFailed(Ms now)
{
    const auto tolerance = delays() + kSampling + kMostLookGap;
    const auto failAfter = static_cast<Ms>(m_scenario.expectation.failAfter.count());
    const auto grace = static_cast<Ms>(m_scenario.expectation.imageGrace.count());
    const bool baking = m_scenario.expectation.bake.count() > 0 && m_ending.trulyRan;
    const bool just = m_truth.brokenAsRead.longest + tolerance >= failAfter
        || m_truth.degraded.longest + tolerance >= kDegradedLimit || m_truth.hook.longest + tolerance >= failAfter
        || m_truth.endedBadly || m_truth.refused.longest + tolerance >= failAfter
        || (!m_scenario.setup.errorIsNetwork && m_truth.error.longest + tolerance >= failAfter)
        || m_truth.absent.longest + tolerance >= grace
        || (baking && (m_truth.brokenAt != kNever || m_truth.degraded.longest > 0 || m_truth.degraded.since != kNever));
    if (!just)
        blame(now, "failed, but nothing had failed for long enough");
}

void Play::checkWaiting(Ms now)
{
    const auto failAfter = static_cast<Ms>(m_scenario.expectation.failAfter.count());
    const auto &well = m_truth.settled.since != kNever ? m_truth.settled : m_truth.held;
    const bool settled = well.since != kNever && oldestContent() >= well.since;
    m_settledSeen = settled ? std::min(m_settledSeen, now) : kNever;
    const auto limit = kSettleLimit + static_cast<Ms>(m_scenario.expectation.bake.count())
        + (m_scenario.dialect.seesPods ? 0 : kHiddenPodsDwell);
    // If pods are not visible, a Healthy StatefulSet does not show whether its update strategy keeps old pods.
    const bool isHidden = !m_scenario.dialect.seesPods
        && (m_scenario.twist == Scenario::Twist::OnDelete || m_scenario.twist == Scenario::Twist::Partition);
    // delays(): each source must be read once more.
    if (!isHidden && m_settledSeen != kNever && now - m_settledSeen > limit + delays())
        blame(now,
              "not deployed, although everything has been settled and visible since " + std::to_string(m_settledSeen));
    const bool hadTime =
        m_truth.noticed.lasts(now) > kSlack + delays() && now - m_scenario.registeredAt > kSlack + delays();
    if (!hadTime)
        return;
    const auto since = std::max(m_scenario.registeredAt, 0);
    const auto lasts = [&](const Spell &spell) {
        return spell.since == kNever ? 0 : now - std::max(spell.since, since);
    };
    if (m_scenario.dialect.seesPods
        && std::min(lasts(m_truth.broken), m_truth.noticed.lasts(now)) > failAfter + kSlack + delays())
        blame(now, "not failed, although pods are broken for long");
    if (m_truth.settled.since == kNever
        && std::min(lasts(m_truth.failed), m_truth.known.lasts(now) - kSlack) > kDegradedLimit + kSlack + delays())
        blame(now, "not failed, although the operation is");
    if (std::min(lasts(m_truth.hookShown), m_truth.known.lasts(now) - kSlack) > failAfter + kSlack + delays())
        blame(now, "not failed, although a hook is");
    if (std::min(lasts(m_truth.refusedShown), m_truth.known.lasts(now) - kSlack) > failAfter + kSlack + delays())
        blame(now, "not failed, although the cluster refuses it again and again");
}

// If nothing changes, exactly one blocker is right.
void Play::checkAwaited(const Verdict &verdict, Ms now)
{
    const Ms quiet = kSlack + 2 * delays() + kSettleLimit;
    if (now - quiet < m_scenario.registeredAt || &worldAt(now) != &worldAt(now - quiet) || verdict.cause
        || m_argo.isStalled(now))
        return;
    const auto awaited = awaitedIn(m_world, m_scenario);
    if (awaited && (!verdict.blocker || verdict.blocker->kind != *awaited))
        blame(now,
              "waits for " + nameOf(*awaited).toStdString() + ", says "
                  + (verdict.blocker ? nameOf(verdict.blocker->kind).toStdString() : std::string("nothing")));
}

// A wait must be explained, the explanation must be true, and an event that explains a problem must cause a warning.
void Play::checkSaid(const Verdict &verdict, Ms now)
{
    if (const auto mark = markOf(verdict); mark != m_mark) {
        m_mark = mark;
        m_markSince = now;
    }
    const bool isNamed = verdict.blocker || verdict.cause || verdict.stage >= Stage::Running;
    if (!isNamed && now - m_markSince >= kSilence)
        blame(now, "silent since " + std::to_string(m_markSince));
    // A source that was not read yet, or is read later than the others, may still show an earlier state.
    const auto from = std::min(oldestContent(), now / kEventsEvery * kEventsEvery) - delays() - kSampling;
    if (const auto untrue = contradiction(verdict, worldsSince(from, now), m_scenario); !untrue.empty())
        blame(now, "untrue: " + untrue);
    const bool hadTime =
        std::min(m_truth.unscheduled.lasts(now), m_truth.noticed.lasts(now)) > kExplained + delays() + kSlack;
    if (hadTime && now - m_scenario.registeredAt > kExplained + delays() + kSlack && m_scenario.dialect.seesPods
        && !verdict.cause)
        blame(now, "no node takes a pod, and no word of it");
    const bool isStalled = m_refreshAt >= 0 && !m_refreshTakenUp && now - m_refreshAt >= kRefreshLimit;
    if (isStalled && (!verdict.blocker || verdict.blocker->kind != Blocker::Kind::ControllerStalled))
        blame(now, "the controller does nothing, and no word of it");
}

void Play::check(const Verdict &verdict, Ms now)
{
    switch (verdict.outcome) {
    case Outcome::Waiting:
        checkWaiting(now);
        checkAwaited(verdict, now);
        checkSaid(verdict, now);
        break;
    case Outcome::Deployed:
        if (!ranWithin(worldsSince(oldestContent() - (m_scenario.dialect.seesPods ? kSampling : kHealthLag), now),
                       m_scenario))
            blame(now, "deployed, but it was not so");
        break;
    case Outcome::Failed:
        checkFailed(now);
        break;
    case Outcome::Superseded:
        if (m_truth.movedAt == kNever || m_truth.movedAt < m_scenario.registeredAt - delays())
            blame(now, "superseded, but the desired images never moved");
        break;
    case Outcome::TimedOut:
    case Outcome::Aborted:
    case Outcome::Gone:
    case Outcome::SignInNeeded:
    case Outcome::Cancelled:
        blame(now, "ended as " + nameOf(verdict.outcome).toStdString());
        break;
    }
    if (verdict.cause && verdict.outcome == Outcome::Waiting && m_truth.shownAt == kNever
        && verdict.cause->resource.kind == QLatin1String("Pod"))
        blame(now, "failing, but the image was not even noticed");
}

void Play::report(const Verdict &verdict, Ms now)
{
    const auto &status = m_world.status;
    std::string pods;
    for (const auto &pod : m_world.cluster.pods)
        pods += " " + std::to_string(pod.workload) + "." + std::to_string(pod.set) + ":" + std::to_string(pod.pods.tag)
            + "/" + std::to_string(pod.pods.sidecar)
            + (pod.isTerminating()                    ? "t"
                   : pod.isReady()                    ? "R"
                   : pod.isBroken()                   ? "B"
                   : pod.phase == PodPhase::Completed ? "C"
                                                      : "p");
    std::string line = "rev " + std::to_string(status.revision) + " man " + std::to_string(m_world.manifests) + " op "
        + std::to_string(static_cast<int>(status.operation.phase)) + (status.pending ? "p" : "") + " r"
        + std::to_string(status.operation.requested) + "/" + std::to_string(status.operation.result) + " try "
        + std::to_string(status.operation.retries) + " fin " + std::to_string(status.operation.finishedAt) + " rec "
        + std::to_string(status.reconciledAt) + (status.comparisonError ? " ERR" : "") + " sync";
    for (int i = 0; i < m_scenario.setup.workloads; ++i)
        line += std::string(status.synced[static_cast<std::size_t>(i)] ? " S" : " O")
            + std::to_string(static_cast<int>(m_world.cluster.workloads[static_cast<std::size_t>(i)].state)) + "x"
            + std::to_string(m_world.cluster.workloads[static_cast<std::size_t>(i)].live.replicas);
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
void Play::introduce() const
{
    const auto &setup = m_scenario.setup;
    static constexpr const char *kKinds[] = {"Deployment", "StatefulSet", "DaemonSet",         "Canary",    "BlueGreen",
                                             "Job",        "CronJob",     "CustomReplicaSets", "CustomPods"};
    std::fprintf(
        stderr,
        "registered at %d, auto-sync %d, hooks %d/%d, result images %d, pods visible %d, failure %d for %d, bake %lld, "
        "fail-after %lld, accept-suspended %d, twist %d, sleep of %d at %d\n",
        m_scenario.registeredAt, setup.autoSync, setup.preSync, setup.postSync, m_scenario.dialect.resultImages,
        m_scenario.dialect.seesPods, static_cast<int>(m_scenario.habits.failure), m_scenario.habits.failureLasts,
        static_cast<long long>(m_scenario.expectation.bake.count()),
        static_cast<long long>(m_scenario.expectation.failAfter.count()), m_scenario.expectation.acceptSuspended,
        static_cast<int>(m_scenario.twist), m_scenario.sleepLasts, m_scenario.sleepAt);
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

Ending Play::run()
{
    if (m_story)
        introduce();
    settle();
    m_worlds.reserve(kUsualWorlds);
    Ms nextLook = m_scenario.registeredAt;
    for (Ms now = 0; now <= m_scenario.scriptEnds + kTail; now += kTick) {
        tickWorld(now);
        remember();
        m_ending.trulyRan = m_ending.trulyRan || m_truth.running.since != kNever;
        if (m_scenario.sleepAt != kNever && now == m_scenario.sleepAt + m_scenario.sleepLasts)
            wakeUp(now);
        if (now >= m_scenario.registeredAt - 2'000 && !isAsleep(now))
            read(now);
        if (now >= nextLook && !isAsleep(now)) {
            nextLook = now + m_dice.time(kTick, kMostLookGap);
            ++m_ending.observations;
            askForRefresh(now);
            const auto &verdict = m_judge.observe(look(now));
            check(verdict, now);
            m_ending.outcome = verdict.outcome;
        }
        if (m_story)
            report(m_judge.verdict(), now);
        if (m_ending.outcome != Outcome::Waiting || !m_ending.wrong.empty())
            break;
    }
    return m_ending;
}

} // namespace

Ending play(std::uint64_t seed, bool details)
{
    return Play(seed, details).run();
}

} // namespace lynceus::simulation
