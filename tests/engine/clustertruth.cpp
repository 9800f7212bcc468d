#include "tests/engine/clustertruth.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Pod = ClusterTruth::Pod;
using State = ClusterTruth::State;
using Workload = ClusterTruth::Workload;

Pod podFrom(const QJsonObject &json)
{
    Pod pod{json["name"_L1].toString(),  json["owner"_L1].toString(), {},
            json["phase"_L1].toString(), json["ready"_L1].toBool(),   json["deleting"_L1].toBool()};
    for (const auto &image : json["images"_L1].toArray())
        pod.images.append(image.toString());
    return pod;
}

State stateFrom(Duration at, const QJsonObject &json)
{
    State state;
    state.at = at;
    for (const auto &pod : json["pods"_L1].toArray())
        state.pods.push_back(podFrom(pod.toObject()));
    for (const auto &entry : json["workloads"_L1].toArray()) {
        const auto workload = entry.toObject();
        state.workloads.push_back({workload["name"_L1].toString(), workload["want"_L1].toInt(),
                                   workload["updated"_L1].toInt(), workload["ready"_L1].toInt(),
                                   workload["total"_L1].toInt()});
    }
    return state;
}

bool runsExpected(const Pod &pod, const Expectation &expectation)
{
    return std::ranges::all_of(expectation.images, [&](const ImageReference &wanted) {
        return std::ranges::any_of(pod.images, [&](const QString &text) {
            const auto image = parseImageReference(text);
            return image && satisfies(wanted, *image, expectation.registryProxies);
        });
    });
}

bool isOperationRunning(const Application &application)
{
    return application.pendingOperation
        || (application.operationState
            && (application.operationState->phase == OperationPhase::Running
                || application.operationState->phase == OperationPhase::Terminating));
}

class VerdictCheck final
{
public:
    VerdictCheck(const Expectation &expectation, const PeriodFacts &truth)
        : m_expectation(expectation)
        , m_truth(truth)
    { }

    template<typename Rule>
    bool podOnce(Rule rule) const
    {
        return std::ranges::any_of(m_truth.cluster,
                                   [&](const State *state) { return std::ranges::any_of(state->pods, rule); });
    }
    template<typename Rule>
    bool workloadOnce(const QString &name, Rule rule) const
    {
        return std::ranges::any_of(m_truth.cluster, [&](const State *state) {
            const auto found = std::ranges::find(state->workloads, name, &Workload::name);
            return found == state->workloads.end() || rule(*found);
        });
    }
    template<typename Rule>
    bool applicationOnce(Rule rule) const
    {
        return std::ranges::any_of(m_truth.applications, [&](const auto &application) { return rule(*application); });
    }

    bool unready(const QString &name) const
    {
        return podOnce([&](const Pod &pod) { return pod.name == name && !pod.ready; });
    }
    bool oldPod(bool ready) const
    {
        return podOnce([&](const Pod &pod) { return (pod.ready || !ready) && !runsExpected(pod, m_expectation); });
    }
    bool operation() const { return applicationOnce(isOperationRunning); }
    bool outOfSync() const
    {
        return applicationOnce([](const Application &each) { return each.sync == SyncStatus::OutOfSync; });
    }
    /// According to the message of the sync.
    bool isWaitedFor(const ResourceKey &key) const
    {
        const auto words = u"waiting for healthy state of %1/%2/%3"_s.arg(key.group, key.kind, key.name);
        return applicationOnce([&](const Application &each) {
            const auto operationMessage = each.operationState ? each.operationState->message : QString();
            return operationMessage == words || operationMessage.startsWith(words + u' ');
        });
    }
    bool isLeftOutOfSync() const
    {
        return applicationOnce(
            [](const Application &each) { return each.sync == SyncStatus::OutOfSync && !isOperationRunning(each); });
    }
    bool isIncomplete(const QString &workload) const
    {
        return workloadOnce(workload, [](const Workload &each) {
            return each.updated < each.want || each.ready < each.want || each.total > each.want;
        });
    }
    bool jobPod(const QString &job) const
    {
        return podOnce([&](const Pod &pod) {
            return pod.owner == "Job"_L1 && pod.name.startsWith(job) && pod.phase != "Succeeded"_L1;
        });
    }

private:
    const Expectation &m_expectation;
    const PeriodFacts &m_truth;
};

/// Shares nothing with the product or the check of simulated rollouts: an error in one would hide that in the other.
bool isTrue(const Blocker &blocker, const VerdictCheck &check)
{
    const auto &name = blocker.resource.name;
    switch (blocker.kind) {
    case Blocker::Kind::Starting:
        return blocker.resource.kind == "Pod"_L1 ? check.unready(name)
            : blocker.resource.kind == "Job"_L1  ? check.jobPod(name)
                                                 : !name.isEmpty();
    case Blocker::Kind::OldPodBroken:
        return check.unready(name);
    case Blocker::Kind::NotCreated:
        return check.isIncomplete(name);
    case Blocker::Kind::OldPodsLeft:
        return check.oldPod(false);
    case Blocker::Kind::WaitingForWave:
        return check.operation() && (check.isIncomplete(name) || check.isWaitedFor(blocker.resource));
    case Blocker::Kind::WaitingForHook:
    case Blocker::Kind::OtherOperation:
    case Blocker::Kind::SyncRunning:
        return check.operation();
    case Blocker::Kind::AutoSyncOff:
    case Blocker::Kind::SyncAwaited:
        return check.isLeftOutOfSync();
    default:
        return true;
    }
}

bool isTrue(const Cause &cause, const VerdictCheck &check)
{
    if (cause.resource.kind == "Pod"_L1 && cause.kind != Cause::Kind::HookFailed)
        return check.unready(cause.resource.name);
    if (cause.kind == Cause::Kind::OutOfSync)
        return check.outOfSync();
    return true;
}

} // namespace

ClusterTruth::ClusterTruth(const Recording &recording)
{
    for (const auto &line : recording.lines) {
        if (line.kind != RecordingLine::Kind::Truth)
            continue;
        const auto json = QJsonDocument::fromJson(line.body).object();
        if (json["what"_L1] == "cluster"_L1)
            m_states.push_back(stateFrom(Duration{json["t"_L1].toInteger()}, json));
    }
}

std::vector<const State *> ClusterTruth::between(Duration from, Duration to) const
{
    std::vector<const State *> states;
    for (std::size_t i = 0; i < m_states.size() && m_states[i].at <= to; ++i) {
        if (i + 1 == m_states.size() || m_states[i + 1].at >= from)
            states.push_back(&m_states[i]);
    }
    return states;
}

QString contradiction(const Verdict &verdict, const Expectation &expectation, const PeriodFacts &truth)
{
    if (truth.cluster.empty() || truth.applications.empty())
        return {}; // the cluster was not sampled then
    const VerdictCheck check(expectation, truth);
    if (verdict.pods.old > verdict.pods.oldUnready && !check.oldPod(true))
        return u"old pods serve"_s;
    if (verdict.blocker && !isTrue(*verdict.blocker, check))
        return nameOf(verdict.blocker->kind) + u' ' + verdict.blocker->resource.name;
    if (verdict.cause && !isTrue(*verdict.cause, check))
        return nameOf(verdict.cause->kind) + u' ' + verdict.cause->resource.name;
    return {};
}

} // namespace lynceus
