#include "tests/engine/deployments/recordedrun.h"

#include "core/domain/argocd/requests/requests.h"
#include "core/domain/rollout/judging/judge.h"
#include "core/domain/watch/watchrequests.h"
#include "tests/engine/watches/recordedsources.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr Duration kSecond{1'000};
constexpr Duration kStep{250};

ApplicationKey keyOf(const QString &nameSpace, const QString &name)
{
    return {u"tape"_s, nameSpace, name};
}

std::vector<ApplicationEntry> listedAt(const RecordedState &recordedState, Duration t, Decoder &decoder)
{
    std::vector<ApplicationEntry> entries;
    auto list =
        decoder.applicationList(recordedState.answer(u"/api/v1/applications"_s, t).body, ApplicationDetail::Summary);
    EXPECT_TRUE(list) << (list ? "" : list.error().message.toStdString());
    if (!list)
        return entries;
    for (auto &application : list->applications) {
        const auto key = keyOf(application.nameSpace, application.name);
        entries.push_back({key, std::make_shared<const Application>(std::move(application))});
    }
    return entries;
}

} // namespace

RecordedRun::RecordedRun(const RecordedState &recordedState)
    : m_recordedState(recordedState)
{ }

RecordedRun::RecordedRun(const RecordedRun &earlier, Duration stoppedAt)
    : RecordedRun(earlier.m_recordedState)
{
    for (const auto &entry : listedAt(m_recordedState, stoppedAt, m_decoder))
        m_tracker.remember(entry);
    for (const auto &known : earlier.m_noticed) {
        if (!known.deployment.isOver())
            m_tracker.restore(known.deployment);
    }
}

void RecordedRun::follow(const FollowRule &rule, const ApplicationKey &application)
{
    m_rule = rule;
    m_ruled = application;
}

void RecordedRun::play(Duration from, Duration until)
{
    readList(from);
    auto next = from + kSecond;
    for (const auto *frame : m_recordedState.framesBetween(RecordedState::Stream::Applications, from, until)) {
        for (; next <= frame->at; next += kSecond)
            second(next);
        const auto marks = m_marks.event(frame->body);
        EXPECT_TRUE(marks.has_value()) << (marks ? QString() : marks.error().message).toStdString();
        if (!marks)
            continue;
        const auto key = keyOf(marks->nameSpace, marks->name);
        noteShown(key, *marks, frame->at);
        note(m_tracker.take(key, *marks, at(frame->at)), frame->at);
    }
    for (; next <= until; next += kSecond)
        second(next);
}

void RecordedRun::readList(Duration t)
{
    for (const auto &entry : listedAt(m_recordedState, t, m_decoder)) {
        if (m_tracker.isToBeRead(entry))
            read(entry.key, entry.application->project, t);
    }
}

void RecordedRun::read(const ApplicationKey &key, const QString &project, Duration t)
{
    const auto path = applicationPath(key, project);
    const auto answer = m_recordedState.answer(path.path + u'?' + path.query.toString(), t);
    const auto marks = answer.status == 200 ? m_marks.application(answer.body) : Result<DeploymentMarks>(badInput({}));
    if (!marks)
        return;
    noteShown(key, *marks, t);
    note(m_tracker.catchUp(key, *marks, at(t)), t);
    if (const auto named = m_tracker.takeManagers(key, marks->sourceManagers))
        note({*named}, t);
}

void RecordedRun::second(Duration t)
{
    note(m_tracker.wait(u"tape"_s, at(t)), t);
    for (const auto &[key, isSeen] : m_tracker.openKeys()) {
        if (!isSeen)
            read(key, m_tracker.open(key)->project, t);
    }
    for (const auto &[deployment, request] : m_plan.due(at(t)))
        m_followed.push_back({deploymentId(deployment), request, t});
}

void RecordedRun::noteShown(const ApplicationKey &key, const DeploymentMarks &marks, Duration t)
{
    if (marks.operation && marks.operation->startedAt)
        m_shown.emplace(deploymentId(key, *marks.operation->startedAt), t);
}

void RecordedRun::note(const std::vector<Deployment> &changed, Duration t)
{
    for (const auto &deployment : changed) {
        const auto id = deploymentId(deployment);
        const auto known =
            std::ranges::find(m_noticed, id, [](const auto &one) { return deploymentId(one.deployment); });
        const bool isNew = known == m_noticed.end();
        if (isNew)
            m_noticed.push_back({deployment, t, m_shown.contains(id) ? m_shown.at(id) : t});
        else
            known->deployment = deployment;
        if (deployment.outcome == Deployment::Outcome::Deployed)
            m_deployedAt.emplace(id, t);
        const bool isRuled = !m_ruled.name.isEmpty() && deployment.application == m_ruled;
        if (const auto request = m_plan.take(deployment, isRuled ? &m_rule : nullptr, at(t)))
            m_followed.push_back({id, *request, t});
        if (isNew && deployment.actor.kind == Actor::Kind::ParameterOverride)
            read(deployment.application, deployment.project, t); // to find out who changed the settings
    }
}

WatchRecord judged(const RecordedState &recordedState, const WatchRequest &request, Duration from)
{
    const auto recorded = recordedState.recording().head.recorded;
    auto record = beginningOf(request, u"w0000"_s, recorded + from);
    Judge judge(record.expectation);
    Decoder decoder;
    RecordedSource<Application> application;
    RecordedSource<ResourceTree> tree;
    RecordedSource<ManagedResources> managed;
    RecordedExplanations explanations(recordedState);
    const auto end = recordedState.recording().end;
    const auto last = std::max(end, from + request.timeout + request.bake) + kSecond;
    for (auto now = from; now <= last; now += now < end ? kStep : kSecond) {
        Observation observation;
        observation.now = recorded + now;
        observation.access = Access::Good;
        observation.application = application.at(recordedState.applicationAt(now), observation.now,
                                                 [&](const QByteArray &body) { return decoder.application(body); });
        observation.tree = tree.at(recordedState.treeAt(now), observation.now,
                                   [&](const QByteArray &body) { return decoder.resourceTree(body); });
        observation.managed = managed.at(recordedState.managedAt(now), observation.now,
                                         [&](const QByteArray &body) { return decoder.managedResources(body); });
        explanations.add(observation, now, decoder);
        if (judge.observe(observation).outcome == Outcome::Waiting)
            continue;
        record.endedAt = observation.now;
        break;
    }
    record.verdict = judge.verdict();
    return record;
}

} // namespace lynceus::test
