#include "tests/domain/rollout/rolloutgenerator.h"

// Chooses scenarios so that each difficult case occurs often enough in 100,000 sequences, alone and combined.

namespace lynceus::simulation {

namespace {

constexpr std::int8_t kBaselineTag = 1;
constexpr std::int8_t kExpectedTag = 2;
constexpr std::int8_t kOtherTag = 3;
constexpr std::int8_t kNextTag = 4;

Kind anyKind(RandomGenerator &random)
{
    // Deployments are the most frequent kind, as in real clusters.
    static constexpr Kind kKinds[] = {Kind::Deployment, Kind::Deployment, Kind::Deployment, Kind::StatefulSet,
                                      Kind::DaemonSet,  Kind::Canary,     Kind::Canary,     Kind::BlueGreen,
                                      Kind::Job,        Kind::CronJob,    Kind::CustomPods, Kind::CustomReplicaSets};
    return kKinds[random.between(0, 11)];
}

void chooseSetup(Scenario &scenario, RandomGenerator &random)
{
    auto &setup = scenario.setup;
    setup.workloads = random.chance(50) ? 1 : random.between(2, kMostWorkloads);
    Commit baseline;
    for (int i = 0; i < setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        setup.kinds[at] = anyKind(random);
        setup.wave[at] = random.chance(25) ? i : 0;
        auto &manifest = baseline.manifests[at];
        manifest.replicas = static_cast<std::int8_t>(random.chance(5) ? 0 : random.between(1, 4));
        if (setup.kinds[at] == Kind::Job || (setup.kinds[at] == Kind::DaemonSet && manifest.replicas == 0))
            manifest.replicas = 1;
        auto &pods = manifest.pods;
        pods.repository = i == 0 || random.chance(40) ? Web : random.chance(50) ? Worker : Other;
        pods.tag = i > 0 && random.chance(20) ? kOtherTag : kBaselineTag;
        pods.sidecar = static_cast<std::int8_t>(random.chance(30) ? kBaselineTag : -1);
    }
    // Waves are numbered without gaps.
    setup.wave[0] = 0;
    for (std::size_t i = 1; i < setup.wave.size(); ++i)
        setup.wave[i] = std::min(setup.wave[i], setup.wave[i - 1] + 1);
    setup.commits.push_back(baseline);
    setup.autoSync = random.chance(88);
    setup.preSync = random.chance(18);
    setup.postSync = random.chance(8);
    setup.retryLimit = random.between(0, 4);
    setup.mostPollGap = random.time(800, 5'000);
    setup.resyncs = random.chance(15);
    scenario.dialect = {random.chance(75), random.chance(94), random.chance(10), random.chance(60), random.chance(15)};
    if (!scenario.dialect.seesPods)
        scenario.dialect.customHasHealth = true; // otherwise, nothing is known about such a workload
}

void chooseBehaviour(Scenario &scenario, RandomGenerator &random)
{
    auto &behaviour = scenario.behaviour;
    behaviour.mostReaction = random.time(0, 2'000);
    // Readiness of some applications takes longer than any timeout of the judge.
    behaviour.mostStart = random.time(kTick, random.chance(6) ? 16'000 : 2'400);
    behaviour.ordered = random.chance(50);
    behaviour.mostTermination = random.time(kTick, random.chance(20) ? 9'000 : 2'000);
    behaviour.progressDeadline = random.time(4'000, 9'000);
    behaviour.mayLosePods = random.chance(40);
    behaviour.canarySteps = random.between(0, 3);
    behaviour.canaryPause = random.chance(25) ? kNever : random.time(kTick, 2'000);
    behaviour.keepOldPods = random.chance(40) ? random.time(1'000, 8'000) : 0;
    behaviour.customHasHealth = scenario.dialect.customHasHealth;
}

/// The commit with the expected version.
Commit release(Scenario &scenario, RandomGenerator &random)
{
    auto commit = scenario.setup.commits.back();
    auto &first = commit.manifests[0].pods;
    const bool onlySidecar = first.sidecar >= 0 && random.chance(15);
    if (onlySidecar) {
        first.sidecar = kExpectedTag;
        scenario.expected.emplace_back(Sidecar, kExpectedTag);
    } else {
        first.tag = kExpectedTag;
        scenario.expected.emplace_back(Web, kExpectedTag);
    }
    for (int i = 1; i < scenario.setup.workloads; ++i) {
        auto &pods = commit.manifests[static_cast<std::size_t>(i)].pods;
        if (random.chance(40))
            continue;
        if (onlySidecar && pods.sidecar >= 0)
            pods.sidecar = kExpectedTag;
        else if (!onlySidecar)
            pods.tag = kExpectedTag;
        if (pods.repository == Worker && pods.tag == kExpectedTag && random.chance(40) && scenario.expected.size() == 1)
            scenario.expected.emplace_back(Worker, kExpectedTag);
    }
    if (scenario.setup.kinds[0] == Kind::Deployment && random.chance(4))
        commit.manifests[0].paused = true;
    commit.failingHooks = scenario.setup.preSync && random.chance(50) ? random.between(1, 6) : 0;
    commit.refusals = random.chance(5) ? random.between(1, 6) : 0;
    return commit;
}

/// Commits after the release.
void chooseLaterCommits(Scenario &scenario, RandomGenerator &random)
{
    auto &commits = scenario.setup.commits;
    while (commits.size() < 6 && random.chance(35)) {
        auto next = commits.back();
        next.at += random.time(600, 9'000);
        next.failingHooks = next.refusals = 0;
        auto &first = next.manifests[0];
        switch (random.between(0, 7)) {
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
        next.refusals = random.chance(4) ? 9 : 0;
        commits.push_back(next);
    }
}

void chooseCommits(Scenario &scenario, RandomGenerator &random)
{
    auto &commits = scenario.setup.commits;
    if (random.chance(4)) // the application uses this repository only from the release on
        commits.back().manifests[0].pods.repository = Other;
    if (random.chance(12)) { // another version before the release
        auto other = commits.back();
        other.at = random.time(400, 4'000);
        other.manifests[0].pods.tag = kOtherTag;
        other.refusals = random.chance(30) ? 9 : 0;
        other.failingHooks = scenario.setup.preSync && random.chance(30) ? 9 : 0;
        commits.push_back(other);
    }
    const auto from = commits.back().at;
    auto commit = release(scenario, random);
    commit.at = from + random.time(600, 6'000);
    if (scenario.expected.front().first == Web)
        commit.manifests[0].pods.repository = Web;
    if (random.chance(6)) { // the expected version already runs
        commits.front() = commit;
        commits.front().at = 0;
        commits.front().failingHooks = commits.front().refusals = 0;
        commits.resize(1);
        ++commit.manifests[0].pods.config;
    }
    scenario.release = static_cast<int>(commits.size());
    commits.push_back(commit);
    if (random.chance(25)) {
        // Mostly pods of the release fail, otherwise those of another workload, often of an earlier wave, or those of
        // the version before, which then block a StatefulSet.
        const int which = random.chance(75) ? 0 : random.between(0, scenario.setup.workloads - 1);
        const bool isOther = commits.size() > 2 && random.chance(40);
        scenario.behaviour.failure = static_cast<Failure>(random.between(1, 4));
        scenario.behaviour.fails = isOther ? commits[commits.size() - 2].manifests[0].pods
                                           : commit.manifests[static_cast<std::size_t>(which)].pods;
        scenario.behaviour.failureLasts = random.chance(60) ? random.time(400, 9'000) : kNever;
    }
    chooseLaterCommits(scenario, random);
}

void chooseEvents(Scenario &scenario, RandomGenerator &random)
{
    auto &setup = scenario.setup;
    const auto release = setup.commits.size() > 1 ? setup.commits[1].at : 0;
    using What = Scenario::Event::What;
    if (random.chance(25)) {
        const int workload = random.between(0, setup.workloads - 1);
        const auto kind = setup.kinds[static_cast<std::size_t>(workload)];
        if (kind != Kind::Job && kind != Kind::CronJob) {
            for (int i = random.between(1, 3); i-- > 0;)
                scenario.events.push_back(
                    {release + random.time(0, 9'000), What::Scale, workload, random.between(1, 5)});
        }
    }
    if (random.chance(20))
        scenario.events.push_back(
            {release + random.time(0, 9'000), What::Evict, random.between(0, setup.workloads - 1), 0});
    if (random.chance(12)) {
        const auto lasts = random.time(kTick, 9'000);
        scenario.events.push_back(
            {release + random.time(0, 12'000), What::Crash, random.between(0, setup.workloads - 1), lasts});
    }
    if (random.chance(70))
        scenario.events.push_back({release + random.time(2'000, 14'000), What::Promote, 0, 0});
    if (random.chance(5)) {
        setup.errorAt = std::max(0, release + random.time(0, 8'000) - 2'000);
        setup.errorEnds = setup.errorAt + random.time(600, 9'000);
    }
    const int all = (1 << setup.workloads) - 1;
    auto at = release + random.time(400, 6'000);
    while (!setup.autoSync && setup.manualSyncs.size() < 4 && random.chance(80)) {
        setup.manualSyncs.push_back({at, random.chance(35) ? random.between(1, all) : all, random.chance(60)});
        at += random.time(600, 6'000);
    }
    if (random.chance(3)) {
        setup.stallAt = release + random.time(0, 8'000);
        setup.stallEnds = setup.stallAt + random.time(10'000, 60'000);
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
void rollBack(Scenario &scenario, RandomGenerator &random)
{
    auto &setup = scenario.setup;
    setup.autoSync = false;
    auto next = setup.commits.back();
    next.at += random.time(400, 4'000);
    next.failingHooks = next.refusals = 0;
    next.manifests[0].pods.tag = kNextTag;
    if (setup.commits.size() < 7)
        setup.commits.push_back(next);
    const int all = (1 << setup.workloads) - 1;
    auto at = next.at + random.time(600, 6'000);
    if (random.chance(60)) {
        setup.manualSyncs.push_back({at, all, true});
        at += random.time(600, 9'000);
    }
    const int back = random.chance(80) ? scenario.release : 0;
    setup.manualSyncs.push_back({at, all, random.chance(80), back});
    scenario.scriptEnds = std::max(scenario.scriptEnds, at + 6'000);
}

void chooseSpecialCase(Scenario &scenario, RandomGenerator &random)
{
    using SpecialCase = Scenario::SpecialCase;
    auto &setup = scenario.setup;
    const auto last = static_cast<std::size_t>(setup.workloads - 1);
    const auto from = setup.commits[static_cast<std::size_t>(scenario.release)].at;
    scenario.specialCase = random.chance(50) ? static_cast<SpecialCase>(random.between(1, 11)) : SpecialCase::None;
    switch (scenario.specialCase) {
    case SpecialCase::None:
        break;
    case SpecialCase::Rollback:
        rollBack(scenario, random);
        break;
    case SpecialCase::ByHand: {
        // The release is never committed: its image is set manually in the cluster.
        const auto pods = setup.commits[static_cast<std::size_t>(scenario.release)].manifests[0].pods;
        setup.commits.resize(static_cast<std::size_t>(std::max(1, scenario.release)));
        scenario.release = 0;
        setup.autoSync = random.chance(40);
        scenario.events.push_back({from + random.time(0, 6'000), Scenario::Event::What::SetImage, 0, 0});
        scenario.byHand = pods;
        break;
    }
    case SpecialCase::OnDelete:
    case SpecialCase::Partition:
        setup.kinds[0] = Kind::StatefulSet;
        for (auto &commit : setup.commits) {
            commit.manifests[0].onDelete = scenario.specialCase == SpecialCase::OnDelete;
            commit.manifests[0].partition = static_cast<std::int8_t>(
                scenario.specialCase == SpecialCase::Partition ? setup.mostPollGap / kTick % 4 + 1 : 0);
        }
        break;
    case SpecialCase::JobTtl:
        setup.kinds[last] = Kind::Job;
        for (auto &commit : setup.commits)
            commit.manifests[last].replicas = 1;
        scenario.behaviour.jobTtl = random.time(0, 5'000);
        // A failed Job is deleted as well and then looks like one that succeeded.
        scenario.behaviour.jobsFail = random.chance(30);
        scenario.behaviour.failingJob = setup.commits[static_cast<std::size_t>(scenario.release)].manifests[last].pods;
        break;
    case SpecialCase::IgnoredImages:
        setup.ignoresImages = true;
        break;
    case SpecialCase::Mirror:
    case SpecialCase::Digest:
        scenario.dialect.rewrites =
            scenario.specialCase == SpecialCase::Mirror ? Dialect::Rewrites::Mirror : Dialect::Rewrites::Digest;
        scenario.dialect.seesPods = true;
        scenario.dialect.behindProxy = false;
        break;
    case SpecialCase::Steps:
        setup.hasSteps = true;
        setup.autoSync = false;
        if (setup.manualSyncs.empty() || random.chance(50))
            setup.manualSyncs.push_back({scenario.scriptEnds, (1 << setup.workloads) - 1, false});
        scenario.scriptEnds += 6'000;
        break;
    case SpecialCase::Leftover:
        if (last > 0 && scenario.expected.size() == 1) {
            for (std::size_t i = static_cast<std::size_t>(scenario.release); i < setup.commits.size(); ++i)
                setup.commits[i].manifests[last].removed = true;
        }
        break;
    case SpecialCase::Network:
        setup.errorIsNetwork = true;
        setup.errorAt = std::max(0, from + random.time(0, 8'000) - 2'000);
        setup.errorEnds = setup.errorAt + random.time(600, 20'000);
        scenario.scriptEnds = std::max(scenario.scriptEnds, setup.errorEnds + 2'000);
        break;
    }
}

void chooseWatch(Scenario &scenario, RandomGenerator &random)
{
    auto &expectation = scenario.expectation;
    expectation.application = {{}, QStringLiteral("argocd"), QStringLiteral("shop")};
    for (const auto &[repository, tag] : scenario.expected)
        expectation.images.push_back(expectedImage(repository, tag));
    const auto release = scenario.setup.commits[scenario.setup.commits.size() > 1 ? 1 : 0].at;
    scenario.registeredAt = random.chance(70) ? random.time(0, release) : release + random.time(0, 9'000);
    expectation.registeredAt = instantOf(scenario.registeredAt);
    expectation.deadline = instantOf(600'000);
    expectation.failAfter = Duration(random.time(4'000, 8'000));
    expectation.imageGrace = Duration(random.time(4'000, 8'000));
    expectation.bake = Duration(random.chance(15) ? random.time(1'000, 3'000) : 0);
    expectation.acceptSuspended = random.chance(15);
    if (scenario.dialect.behindProxy)
        expectation.registryProxies = proxies();
    const bool areSourcesPrompt = random.chance(30);
    for (auto &source : scenario.sources) {
        source.lag = areSourcesPrompt || random.chance(40) ? 0 : random.time(0, 2'000);
        source.mostGap = random.time(kTick, 2'000);
        source.stalls = random.chance(20) ? 4 : 0;
        source.reorders = random.chance(30) ? 15 : 0;
        source.missing = random.chance(10) ? random.time(kTick, 5'000) : 0;
    }
}

} // namespace

Scenario scenarioFrom(RandomGenerator &random)
{
    Scenario scenario;
    chooseSetup(scenario, random);
    chooseBehaviour(scenario, random);
    chooseCommits(scenario, random);
    chooseEvents(scenario, random);
    chooseSpecialCase(scenario, random);
    // A workload is only scaled if git leaves its replicas to an autoscaler.
    for (const auto &event : scenario.events) {
        if (event.what != Scenario::Event::What::Scale)
            continue;
        for (auto &commit : scenario.setup.commits)
            commit.manifests[static_cast<std::size_t>(event.workload)].replicas = -1;
    }
    chooseWatch(scenario, random);
    return scenario;
}

void chooseSleep(Scenario &scenario, RandomGenerator random)
{
    if (!random.chance(8))
        return;
    scenario.sleepAt = scenario.registeredAt + random.time(400, 16'000);
    scenario.sleepLasts = random.chance(25) ? 0 : random.time(kTick, 14'000);
}

} // namespace lynceus::simulation
