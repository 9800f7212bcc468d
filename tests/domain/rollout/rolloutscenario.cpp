#include "tests/domain/rollout/rolloutgenerator.h"

// Chooses scenarios so that each difficult case occurs often enough in 100,000 sequences, alone and combined.

namespace lynceus::simulation {

namespace {

constexpr std::int8_t kBaselineTag = 1;
constexpr std::int8_t kExpectedTag = 2;
constexpr std::int8_t kOtherTag = 3;
constexpr std::int8_t kNextTag = 4;

Kind anyKind(Dice &dice)
{
    // Deployments are the most frequent kind, as in real clusters.
    static constexpr Kind kKinds[] = {Kind::Deployment, Kind::Deployment, Kind::Deployment, Kind::StatefulSet,
                                      Kind::DaemonSet,  Kind::Canary,     Kind::Canary,     Kind::BlueGreen,
                                      Kind::Job,        Kind::CronJob,    Kind::CustomPods, Kind::CustomReplicaSets};
    return kKinds[dice.between(0, 11)];
}

void choosePlace(Scenario &scenario, Dice &dice)
{
    auto &setup = scenario.setup;
    setup.workloads = dice.chance(50) ? 1 : dice.between(2, kMostWorkloads);
    Commit baseline;
    for (int i = 0; i < setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        setup.kinds[at] = anyKind(dice);
        setup.wave[at] = dice.chance(25) ? i : 0;
        auto &manifest = baseline.manifests[at];
        manifest.replicas = static_cast<std::int8_t>(dice.chance(5) ? 0 : dice.between(1, 4));
        if (setup.kinds[at] == Kind::Job || (setup.kinds[at] == Kind::DaemonSet && manifest.replicas == 0))
            manifest.replicas = 1;
        auto &pods = manifest.pods;
        pods.repository = i == 0 || dice.chance(40) ? Web : dice.chance(50) ? Worker : Other;
        pods.tag = i > 0 && dice.chance(20) ? kOtherTag : kBaselineTag;
        pods.sidecar = static_cast<std::int8_t>(dice.chance(30) ? kBaselineTag : -1);
    }
    // Waves are numbered without gaps.
    setup.wave[0] = 0;
    for (std::size_t i = 1; i < setup.wave.size(); ++i)
        setup.wave[i] = std::min(setup.wave[i], setup.wave[i - 1] + 1);
    setup.commits.push_back(baseline);
    setup.autoSync = dice.chance(88);
    setup.preSync = dice.chance(18);
    setup.postSync = dice.chance(8);
    setup.retryLimit = dice.between(0, 4);
    setup.mostPollGap = dice.time(800, 5'000);
    setup.resyncs = dice.chance(15);
    scenario.dialect = {dice.chance(75), dice.chance(94), dice.chance(10), dice.chance(60), dice.chance(15)};
    if (!scenario.dialect.seesPods)
        scenario.dialect.customHasHealth = true; // otherwise, nothing is known about such a workload
}

void chooseHabits(Scenario &scenario, Dice &dice)
{
    auto &habits = scenario.habits;
    habits.mostReaction = dice.time(0, 2'000);
    // Readiness of some applications takes longer than any timeout of the judge.
    habits.mostStart = dice.time(kTick, dice.chance(6) ? 16'000 : 2'400);
    habits.ordered = dice.chance(50);
    habits.mostTermination = dice.time(kTick, dice.chance(20) ? 9'000 : 2'000);
    habits.progressDeadline = dice.time(4'000, 9'000);
    habits.mayLosePods = dice.chance(40);
    habits.canarySteps = dice.between(0, 3);
    habits.canaryPause = dice.chance(25) ? kNever : dice.time(kTick, 2'000);
    habits.keepOldPods = dice.chance(40) ? dice.time(1'000, 8'000) : 0;
    habits.customHasHealth = scenario.dialect.customHasHealth;
}

/// The commit with the expected version.
Commit release(Scenario &scenario, Dice &dice)
{
    auto commit = scenario.setup.commits.back();
    auto &first = commit.manifests[0].pods;
    const bool onlySidecar = first.sidecar >= 0 && dice.chance(15);
    if (onlySidecar) {
        first.sidecar = kExpectedTag;
        scenario.expected.emplace_back(Sidecar, kExpectedTag);
    } else {
        first.tag = kExpectedTag;
        scenario.expected.emplace_back(Web, kExpectedTag);
    }
    for (int i = 1; i < scenario.setup.workloads; ++i) {
        auto &pods = commit.manifests[static_cast<std::size_t>(i)].pods;
        if (dice.chance(40))
            continue;
        if (onlySidecar && pods.sidecar >= 0)
            pods.sidecar = kExpectedTag;
        else if (!onlySidecar)
            pods.tag = kExpectedTag;
        if (pods.repository == Worker && pods.tag == kExpectedTag && dice.chance(40) && scenario.expected.size() == 1)
            scenario.expected.emplace_back(Worker, kExpectedTag);
    }
    if (scenario.setup.kinds[0] == Kind::Deployment && dice.chance(4))
        commit.manifests[0].paused = true;
    commit.failingHooks = scenario.setup.preSync && dice.chance(50) ? dice.between(1, 6) : 0;
    commit.refusals = dice.chance(5) ? dice.between(1, 6) : 0;
    return commit;
}

/// Commits after the release.
void chooseSequel(Scenario &scenario, Dice &dice)
{
    auto &commits = scenario.setup.commits;
    while (commits.size() < 6 && dice.chance(35)) {
        auto next = commits.back();
        next.at += dice.time(600, 9'000);
        next.failingHooks = next.refusals = 0;
        auto &first = next.manifests[0];
        switch (dice.between(0, 7)) {
        case 0:
            first.pods.tag = kNextTag;
            break;
        case 1:
            next.manifests = commits.front().manifests; // a rollback
            break;
        case 2:
            ++first.pods.config; // replaces the pods with the same images
            break;
        case 3:
            first.paused = false;
            break;
        case 4:
        case 5:
            ++next.manifests[static_cast<std::size_t>(scenario.setup.workloads - 1)].pods.config;
            break;
        default:
            break; // a commit to another application: only the revision changes
        }
        next.refusals = dice.chance(4) ? 9 : 0;
        commits.push_back(next);
    }
}

void chooseCommits(Scenario &scenario, Dice &dice)
{
    auto &commits = scenario.setup.commits;
    if (dice.chance(4)) // the application uses this repository only from the release on
        commits.back().manifests[0].pods.repository = Other;
    if (dice.chance(12)) { // another version before the release
        auto other = commits.back();
        other.at = dice.time(400, 4'000);
        other.manifests[0].pods.tag = kOtherTag;
        other.refusals = dice.chance(30) ? 9 : 0;
        other.failingHooks = scenario.setup.preSync && dice.chance(30) ? 9 : 0;
        commits.push_back(other);
    }
    const auto from = commits.back().at;
    auto commit = release(scenario, dice);
    commit.at = from + dice.time(600, 6'000);
    if (scenario.expected.front().first == Web)
        commit.manifests[0].pods.repository = Web;
    if (dice.chance(6)) { // the expected version already runs
        commits.front() = commit;
        commits.front().at = 0;
        commits.front().failingHooks = commits.front().refusals = 0;
        commits.resize(1);
        ++commit.manifests[0].pods.config;
    }
    scenario.release = static_cast<int>(commits.size());
    commits.push_back(commit);
    if (dice.chance(25)) {
        // Mostly pods of the release fail, otherwise those of another workload, often of an earlier wave, or those of
        // the version before, which then block a StatefulSet.
        const int which = dice.chance(75) ? 0 : dice.between(0, scenario.setup.workloads - 1);
        const bool isOther = commits.size() > 2 && dice.chance(40);
        scenario.habits.failure = static_cast<Failure>(dice.between(1, 4));
        scenario.habits.fails = isOther ? commits[commits.size() - 2].manifests[0].pods
                                        : commit.manifests[static_cast<std::size_t>(which)].pods;
        scenario.habits.failureLasts = dice.chance(60) ? dice.time(400, 9'000) : kNever;
    }
    chooseSequel(scenario, dice);
}

void chooseEvents(Scenario &scenario, Dice &dice)
{
    auto &setup = scenario.setup;
    const auto release = setup.commits.size() > 1 ? setup.commits[1].at : 0;
    using What = Scenario::Event::What;
    if (dice.chance(25)) {
        const int workload = dice.between(0, setup.workloads - 1);
        const auto kind = setup.kinds[static_cast<std::size_t>(workload)];
        if (kind != Kind::Job && kind != Kind::CronJob) {
            for (int i = dice.between(1, 3); i-- > 0;)
                scenario.events.push_back({release + dice.time(0, 9'000), What::Scale, workload, dice.between(1, 5)});
        }
    }
    if (dice.chance(20))
        scenario.events.push_back(
            {release + dice.time(0, 9'000), What::Evict, dice.between(0, setup.workloads - 1), 0});
    if (dice.chance(12)) {
        const auto lasts = dice.time(kTick, 9'000);
        scenario.events.push_back(
            {release + dice.time(0, 12'000), What::Crash, dice.between(0, setup.workloads - 1), lasts});
    }
    if (dice.chance(70))
        scenario.events.push_back({release + dice.time(2'000, 14'000), What::Promote, 0, 0});
    if (dice.chance(5)) {
        setup.errorAt = std::max(0, release + dice.time(0, 8'000) - 2'000);
        setup.errorEnds = setup.errorAt + dice.time(600, 9'000);
    }
    const int all = (1 << setup.workloads) - 1;
    auto at = release + dice.time(400, 6'000);
    while (!setup.autoSync && setup.manualSyncs.size() < 4 && dice.chance(80)) {
        setup.manualSyncs.push_back({at, dice.chance(35) ? dice.between(1, all) : all, dice.chance(60)});
        at += dice.time(600, 6'000);
    }
    if (dice.chance(3)) {
        setup.stallAt = release + dice.time(0, 8'000);
        setup.stallEnds = setup.stallAt + dice.time(10'000, 60'000);
    }
    scenario.scriptEnds = std::max(at, setup.commits.back().at + 6'000);
    if (setup.stallEnds != kNever)
        scenario.scriptEnds = std::max(scenario.scriptEnds, setup.stallEnds);
    for (const auto &event : scenario.events)
        scenario.scriptEnds = std::max(scenario.scriptEnds, event.at);
    if (setup.errorEnds != kNever)
        scenario.scriptEnds = std::max(scenario.scriptEnds, setup.errorEnds + 2'000);
}

// Git has the release for some time, then a newer version. An operation rolls back to the release or to the baseline.
void rollBack(Scenario &scenario, Dice &dice)
{
    auto &setup = scenario.setup;
    setup.autoSync = false;
    auto next = setup.commits.back();
    next.at += dice.time(400, 4'000);
    next.failingHooks = next.refusals = 0;
    next.manifests[0].pods.tag = kNextTag;
    if (setup.commits.size() < 7)
        setup.commits.push_back(next);
    const int all = (1 << setup.workloads) - 1;
    auto at = next.at + dice.time(600, 6'000);
    if (dice.chance(60)) {
        setup.manualSyncs.push_back({at, all, true});
        at += dice.time(600, 9'000);
    }
    const int back = dice.chance(80) ? scenario.release : 0;
    setup.manualSyncs.push_back({at, all, dice.chance(80), back});
    scenario.scriptEnds = std::max(scenario.scriptEnds, at + 6'000);
}

void chooseTwist(Scenario &scenario, Dice &dice)
{
    using Twist = Scenario::Twist;
    auto &setup = scenario.setup;
    const auto last = static_cast<std::size_t>(setup.workloads - 1);
    const auto from = setup.commits[static_cast<std::size_t>(scenario.release)].at;
    scenario.twist = dice.chance(50) ? static_cast<Twist>(dice.between(1, 11)) : Twist::None;
    switch (scenario.twist) {
    case Twist::None:
        break;
    case Twist::Rollback:
        rollBack(scenario, dice);
        break;
    case Twist::ByHand: {
        // The release is never committed: its image is set manually in the cluster.
        const auto pods = setup.commits[static_cast<std::size_t>(scenario.release)].manifests[0].pods;
        setup.commits.resize(static_cast<std::size_t>(std::max(1, scenario.release)));
        scenario.release = 0;
        setup.autoSync = dice.chance(40);
        scenario.events.push_back({from + dice.time(0, 6'000), Scenario::Event::What::SetImage, 0, 0});
        scenario.byHand = pods;
        break;
    }
    case Twist::OnDelete:
    case Twist::Partition:
        setup.kinds[0] = Kind::StatefulSet;
        for (auto &commit : setup.commits) {
            commit.manifests[0].onDelete = scenario.twist == Twist::OnDelete;
            commit.manifests[0].partition =
                static_cast<std::int8_t>(scenario.twist == Twist::Partition ? setup.mostPollGap / kTick % 4 + 1 : 0);
        }
        break;
    case Twist::JobTtl:
        setup.kinds[last] = Kind::Job;
        for (auto &commit : setup.commits)
            commit.manifests[last].replicas = 1;
        scenario.habits.jobTtl = dice.time(0, 5'000);
        // A failed Job is deleted as well and then looks like one that succeeded.
        scenario.habits.jobsFail = dice.chance(30);
        scenario.habits.failingJob = setup.commits[static_cast<std::size_t>(scenario.release)].manifests[last].pods;
        break;
    case Twist::IgnoredImages:
        setup.ignoresImages = true;
        break;
    case Twist::Mirror:
    case Twist::Digest:
        scenario.dialect.rewrites =
            scenario.twist == Twist::Mirror ? Dialect::Rewrites::Mirror : Dialect::Rewrites::Digest;
        scenario.dialect.seesPods = true;
        scenario.dialect.behindProxy = false;
        break;
    case Twist::Steps:
        setup.hasSteps = true;
        setup.autoSync = false;
        if (setup.manualSyncs.empty() || dice.chance(50))
            setup.manualSyncs.push_back({scenario.scriptEnds, (1 << setup.workloads) - 1, false});
        scenario.scriptEnds += 6'000;
        break;
    case Twist::Leftover:
        if (last > 0 && scenario.expected.size() == 1) {
            for (std::size_t i = static_cast<std::size_t>(scenario.release); i < setup.commits.size(); ++i)
                setup.commits[i].manifests[last].removed = true;
        }
        break;
    case Twist::Network:
        setup.errorIsNetwork = true;
        setup.errorAt = std::max(0, from + dice.time(0, 8'000) - 2'000);
        setup.errorEnds = setup.errorAt + dice.time(600, 20'000);
        scenario.scriptEnds = std::max(scenario.scriptEnds, setup.errorEnds + 2'000);
        break;
    }
}

void chooseWatch(Scenario &scenario, Dice &dice)
{
    auto &expectation = scenario.expectation;
    expectation.application = {{}, QStringLiteral("argocd"), QStringLiteral("shop")};
    for (const auto &[repository, tag] : scenario.expected)
        expectation.images.push_back(askedImage(repository, tag));
    const auto release = scenario.setup.commits[scenario.setup.commits.size() > 1 ? 1 : 0].at;
    scenario.registeredAt = dice.chance(70) ? dice.time(0, release) : release + dice.time(0, 9'000);
    expectation.registeredAt = instantOf(scenario.registeredAt);
    expectation.deadline = instantOf(600'000);
    expectation.failAfter = Duration(dice.time(4'000, 8'000));
    expectation.imageGrace = Duration(dice.time(4'000, 8'000));
    expectation.bake = Duration(dice.chance(15) ? dice.time(1'000, 3'000) : 0);
    expectation.acceptSuspended = dice.chance(15);
    if (scenario.dialect.behindProxy)
        expectation.registryProxies = proxies();
    const bool calm = dice.chance(30);
    for (auto &source : scenario.sources) {
        source.lag = calm || dice.chance(40) ? 0 : dice.time(0, 2'000);
        source.mostGap = dice.time(kTick, 2'000);
        source.stalls = dice.chance(20) ? 4 : 0;
        source.reorders = dice.chance(30) ? 15 : 0;
        source.missing = dice.chance(10) ? dice.time(kTick, 5'000) : 0;
    }
}

} // namespace

Scenario scenarioFrom(Dice &dice)
{
    Scenario scenario;
    choosePlace(scenario, dice);
    chooseHabits(scenario, dice);
    chooseCommits(scenario, dice);
    chooseEvents(scenario, dice);
    chooseTwist(scenario, dice);
    // A workload is only scaled if git leaves its replicas to an autoscaler.
    for (const auto &event : scenario.events) {
        if (event.what != Scenario::Event::What::Scale)
            continue;
        for (auto &commit : scenario.setup.commits)
            commit.manifests[static_cast<std::size_t>(event.workload)].replicas = -1;
    }
    chooseWatch(scenario, dice);
    return scenario;
}

void chooseSleep(Scenario &scenario, Dice dice)
{
    if (!dice.chance(8))
        return;
    scenario.sleepAt = scenario.registeredAt + dice.time(400, 16'000);
    scenario.sleepLasts = dice.chance(25) ? 0 : dice.time(kTick, 14'000);
}

} // namespace lynceus::simulation
