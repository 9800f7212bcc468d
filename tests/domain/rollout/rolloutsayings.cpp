#include "tests/domain/rollout/rolloutsayings.h"

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

bool isOld(const Pod &pod, const World &world, const Scenario &scenario)
{
    const auto &workload = world.cluster.workloads[static_cast<std::size_t>(pod.workload)];
    // An image reference that a webhook rewrote cannot be told from one of an old version.
    const bool isRecognised = scenario.dialect.rewrites == Dialect::Rewrites::No && runsExpected(pod, scenario);
    return !isRecognised || (hasReplicaSets(workload.kind) && pod.set != workload.current);
}

bool isOperationRunning(const World &world)
{
    return world.status.pending || world.status.operation.phase == Phase::Running;
}

class Judged final
{
public:
    Judged(const std::vector<const World *> &worlds, const Scenario &scenario)
        : m_worlds(worlds)
        , m_scenario(scenario)
    { }

    template<typename Rule>
    bool once(Rule rule) const
    {
        return std::ranges::any_of(m_worlds, [&](const World *world) { return rule(*world); });
    }
    template<typename Rule>
    bool podOnce(Rule rule) const
    {
        return once([&](const World &world) {
            return std::any_of(world.cluster.pods.begin(), world.cluster.pods.end(),
                               [&](const Pod &pod) { return rule(pod, world); });
        });
    }
    template<typename Rule>
    bool podOnce(const QString &name, Rule rule) const
    {
        return podOnce([&](const Pod &pod, const World &) { return podName(pod) == name && rule(pod); });
    }
    template<typename Rule>
    bool workloadOnce(const QString &name, Rule rule) const
    {
        const int index = name.section(u'-', -1).toInt();
        return once([&](const World &world) {
            return rule(world.cluster.workloads[static_cast<std::size_t>(index)], world, index);
        });
    }
    bool operation() const { return once(isOperationRunning); }
    bool outOfSync() const
    {
        return once([&](const World &world) {
            return std::any_of(world.status.synced.begin(), world.status.synced.begin() + m_scenario.setup.workloads,
                               [](bool synced) { return !synced; });
        });
    }
    bool oldPod(bool ready) const
    {
        return podOnce([&](const Pod &pod, const World &world) {
            return isOld(pod, world, m_scenario) && (!ready || pod.isReady());
        });
    }
    bool isIncomplete(const QString &name) const
    {
        return workloadOnce(name, [&](const Workload &workload, const World &world, int index) {
            const auto news = std::count_if(world.cluster.pods.begin(), world.cluster.pods.end(), [&](const Pod &pod) {
                return pod.workload == index && !pod.isTerminating() && !isOld(pod, world, m_scenario);
            });
            return !workload.exists || news < std::max<int>(1, workload.live.replicas);
        });
    }
    bool isUnhealthy(const QString &name) const
    {
        return workloadOnce(name, [](const Workload &workload, const World &, int) {
            return !workload.exists || workload.state != State::Healthy || workload.observed != workload.generation;
        });
    }

private:
    const std::vector<const World *> &m_worlds;
    const Scenario &m_scenario;
};

bool isUnready(const Pod &pod)
{
    return !pod.isReady();
}

bool isTrue(const Blocker &blocker, const Judged &judged)
{
    const auto &name = blocker.resource.name;
    switch (blocker.kind) {
    case Blocker::Kind::Starting:
        return blocker.resource.kind == "Pod"_L1 ? judged.podOnce(name, isUnready) : judged.isUnhealthy(name);
    case Blocker::Kind::OldPodBroken:
        return judged.podOnce(name, isUnready);
    case Blocker::Kind::NotCreated:
        return judged.isIncomplete(name);
    case Blocker::Kind::OldPodsLeft:
        return judged.oldPod(false);
    case Blocker::Kind::WaitingForWave:
        return judged.operation() && judged.isUnhealthy(name);
    case Blocker::Kind::WaitingForHook:
    case Blocker::Kind::OtherOperation:
    case Blocker::Kind::SyncRunning:
        return judged.operation();
    case Blocker::Kind::AutoSyncOff:
    case Blocker::Kind::SyncAwaited:
        return judged.outOfSync();
    default:
        return true;
    }
}

bool isTrue(const Cause &cause, const Judged &judged)
{
    const auto &name = cause.resource.name;
    switch (cause.kind) {
    case Cause::Kind::ImagePull:
    case Cause::Kind::CrashLoop:
        return judged.podOnce(name, [](const Pod &pod) { return pod.isBroken(); });
    case Cause::Kind::Readiness:
        return judged.podOnce(name, [](const Pod &pod) { return pod.phase == PodPhase::Running; });
    case Cause::Kind::Unschedulable:
        return judged.podOnce(name, [](const Pod &pod) { return pod.phase == PodPhase::Pending; });
    case Cause::Kind::OutOfSync:
        return judged.outOfSync();
    default:
        return true;
    }
}

} // namespace

std::string contradiction(const Verdict &verdict, const std::vector<const World *> &worlds, const Scenario &scenario)
{
    const Judged judged(worlds, scenario);
    if (verdict.pods.old > verdict.pods.oldUnready && !judged.oldPod(true))
        return "old pods serve";
    if (verdict.blocker && !isTrue(*verdict.blocker, judged))
        return (nameOf(verdict.blocker->kind) + u' ' + verdict.blocker->resource.name).toStdString();
    if (verdict.cause && !isTrue(*verdict.cause, judged))
        return (nameOf(verdict.cause->kind) + u' ' + verdict.cause->resource.name).toStdString();
    return {};
}

QString markOf(const Verdict &verdict)
{
    const auto &pods = verdict.pods;
    auto mark = u"%1 %2/%3/%4/%5"_s.arg(static_cast<int>(verdict.stage))
                    .arg(pods.wanted)
                    .arg(pods.updated)
                    .arg(pods.ready)
                    .arg(pods.old);
    for (const auto &pod : verdict.evidence.pods)
        mark += pod.name + pod.reason + QString::number(static_cast<int>(pod.health.status));
    return mark;
}

} // namespace lynceus::simulation
