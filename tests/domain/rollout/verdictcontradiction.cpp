#include "tests/domain/rollout/verdictcontradiction.h"

#include <algorithm>

namespace lynceus::simulation {

using namespace Qt::StringLiterals;

namespace {

bool runsExpected(const Pod &pod, const Scenario &scenario)
{
    return std::ranges::any_of(scenario.expected, [&](const auto &image) {
        const auto &[repository, tag] = image;
        return (pod.pods.repository == repository && pod.pods.tag == tag)
            || (repository == Sidecar && pod.pods.sidecar == tag);
    });
}

bool isOld(const Pod &pod, const SimulatedState &snapshot, const Scenario &scenario)
{
    const auto &workload = snapshot.cluster.workloads[static_cast<std::size_t>(pod.workload)];
    // An image reference that a webhook rewrote cannot be told from one of an old version.
    const bool isRecognised = scenario.dialect.rewrites == Dialect::Rewrites::No && runsExpected(pod, scenario);
    return !isRecognised || (hasReplicaSets(workload.kind) && pod.set != workload.current);
}

bool isOperationRunning(const SimulatedState &snapshot)
{
    return snapshot.status.pending || snapshot.status.operation.phase == Phase::Running;
}

class VerdictCheck final
{
public:
    VerdictCheck(const std::vector<const SimulatedState *> &snapshots, const Scenario &scenario)
        : m_snapshots(snapshots)
        , m_scenario(scenario)
    { }

    template<typename Rule>
    bool once(Rule rule) const
    {
        return std::ranges::any_of(m_snapshots, [&](const SimulatedState *snapshot) { return rule(*snapshot); });
    }
    template<typename Rule>
    bool podOnce(Rule rule) const
    {
        return once([&](const SimulatedState &snapshot) {
            return std::any_of(snapshot.cluster.pods.begin(), snapshot.cluster.pods.end(),
                               [&](const Pod &pod) { return rule(pod, snapshot); });
        });
    }
    template<typename Rule>
    bool podOnce(const QString &name, Rule rule) const
    {
        return podOnce([&](const Pod &pod, const SimulatedState &) { return podName(pod) == name && rule(pod); });
    }
    template<typename Rule>
    bool workloadOnce(const QString &name, Rule rule) const
    {
        const int index = name.section(u'-', -1).toInt();
        return once([&](const SimulatedState &snapshot) {
            return rule(snapshot.cluster.workloads[static_cast<std::size_t>(index)], snapshot, index);
        });
    }
    bool operation() const { return once(isOperationRunning); }
    bool outOfSync() const
    {
        return once([&](const SimulatedState &snapshot) {
            return std::any_of(snapshot.status.synced.begin(),
                               snapshot.status.synced.begin() + m_scenario.setup.workloads,
                               [](bool synced) { return !synced; });
        });
    }
    bool oldPod(bool ready) const
    {
        return podOnce([&](const Pod &pod, const SimulatedState &snapshot) {
            return isOld(pod, snapshot, m_scenario) && (!ready || pod.isReady());
        });
    }
    bool isIncomplete(const QString &name) const
    {
        return workloadOnce(name, [&](const Workload &workload, const SimulatedState &snapshot, int index) {
            const auto news =
                std::count_if(snapshot.cluster.pods.begin(), snapshot.cluster.pods.end(), [&](const Pod &pod) {
                    return pod.workload == index && !pod.isTerminating() && !isOld(pod, snapshot, m_scenario);
                });
            return !workload.exists || news < std::max<int>(1, workload.live.replicas);
        });
    }
    bool isUnhealthy(const QString &name) const
    {
        return workloadOnce(name, [](const Workload &workload, const SimulatedState &, int) {
            return !workload.exists || workload.state != State::Healthy || workload.observed != workload.generation;
        });
    }

private:
    const std::vector<const SimulatedState *> &m_snapshots;
    const Scenario &m_scenario;
};

bool isUnready(const Pod &pod)
{
    return !pod.isReady();
}

bool isTrue(const Blocker &blocker, const VerdictCheck &check)
{
    const auto &name = blocker.resource.name;
    switch (blocker.kind) {
    case Blocker::Kind::Starting:
        return blocker.resource.kind == "Pod"_L1 ? check.podOnce(name, isUnready) : check.isUnhealthy(name);
    case Blocker::Kind::OldPodBroken:
        return check.podOnce(name, isUnready);
    case Blocker::Kind::NotCreated:
        return check.isIncomplete(name);
    case Blocker::Kind::OldPodsLeft:
        return check.oldPod(false);
    case Blocker::Kind::WaitingForWave:
        return check.operation() && check.isUnhealthy(name);
    case Blocker::Kind::WaitingForHook:
    case Blocker::Kind::OtherOperation:
    case Blocker::Kind::SyncRunning:
        return check.operation();
    case Blocker::Kind::AutoSyncOff:
    case Blocker::Kind::SyncAwaited:
        return check.outOfSync();
    default:
        return true;
    }
}

bool isTrue(const Cause &cause, const VerdictCheck &check)
{
    const auto &name = cause.resource.name;
    switch (cause.kind) {
    case Cause::Kind::ImagePull:
    case Cause::Kind::CrashLoop:
        return check.podOnce(name, [](const Pod &pod) { return pod.isBroken(); });
    case Cause::Kind::Readiness:
        return check.podOnce(name, [](const Pod &pod) { return pod.phase == PodPhase::Running; });
    case Cause::Kind::Unschedulable:
        return check.podOnce(name, [](const Pod &pod) { return pod.phase == PodPhase::Pending; });
    case Cause::Kind::OutOfSync:
        return check.outOfSync();
    default:
        return true;
    }
}

} // namespace

std::string contradiction(const Verdict &verdict, const std::vector<const SimulatedState *> &snapshots,
                          const Scenario &scenario)
{
    const VerdictCheck check(snapshots, scenario);
    if (verdict.pods.old > verdict.pods.oldUnready && !check.oldPod(true))
        return "old pods serve";
    if (verdict.blocker && !isTrue(*verdict.blocker, check))
        return (nameOf(verdict.blocker->kind) + u' ' + verdict.blocker->resource.name).toStdString();
    if (verdict.cause && !isTrue(*verdict.cause, check))
        return (nameOf(verdict.cause->kind) + u' ' + verdict.cause->resource.name).toStdString();
    return {};
}

} // namespace lynceus::simulation
