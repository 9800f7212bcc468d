#include "tests/domain/rollout/scene.h"

namespace lynceus {

using namespace Qt::StringLiterals;

Scene::Scene(const QStringList &images, Duration timeout)
{
    expectation.application = {u"test"_s, u"argocd"_s, u"web"_s};
    for (const auto &image : images)
        expectation.images.push_back(parseImageReference(image).value());
    expectation.registeredAt = second(0);
    expectation.deadline = second(0) + timeout;
    application.name = u"web"_s;
    application.nameSpace = u"argocd"_s;
    application.uid = u"uid-1"_s;
    application.project = u"default"_s;
    application.autoSync = true;
}

Observation Scene::observation() const
{
    Observation observation;
    observation.now = second(m_now);
    observation.access = access;
    observation.accessSince = accessSince;
    observation.application = m_application;
    observation.tree = m_tree;
    observation.managed = m_managed;
    if (hasWindows)
        observation.syncWindows = {std::make_shared<const SyncWindows>(windows), second(m_now)};
    if (applicationSet)
        observation.applicationSet = {std::make_shared<const ApplicationSetProgress>(*applicationSet), second(m_now)};
    observation.events = events;
    observation.refreshAskedAt = refreshAskedAt;
    observation.refreshTakenUp = refreshTakenUp;
    return observation;
}

const Verdict &Scene::at(double seconds)
{
    m_now = seconds;
    if (readsApplication)
        m_application = {std::make_shared<const Application>(application), second(m_now)};
    if (readsTree)
        m_tree = {std::make_shared<const ResourceTree>(tree), second(m_now)};
    if (readsManaged)
        m_managed = {std::make_shared<const ManagedResources>(managed), second(m_now)};
    if (!m_judge)
        m_judge.emplace(expectation);
    return m_judge->observe(observation());
}

const Verdict &Scene::until(double seconds)
{
    while (m_now + 0.5 < seconds)
        at(m_now + 0.5);
    return at(seconds);
}

void Scene::workload(const QString &kind, const QString &name, const QStringList &target, const QStringList &live,
                     std::optional<int> replicas)
{
    const auto key = keyOf(kind, name);
    std::erase_if(managed.workloads, [&](const ManagedWorkload &known) { return known.key == key; });
    ManagedWorkload workload;
    workload.key = key;
    workload.target = WorkloadSpec{target, replicas, false, false};
    workload.live = WorkloadSpec{live.isEmpty() ? target : live, replicas, false, false};
    managed.workloads.push_back(workload);
    managed.items = static_cast<int>(managed.workloads.size());
    if (std::ranges::find(application.resources, key, &ManagedResourceStatus::key) == application.resources.end())
        status(kind, name, SyncStatus::Synced);
}

void Scene::status(const QString &kind, const QString &name, SyncStatus sync)
{
    const auto key = keyOf(kind, name);
    std::erase_if(application.resources, [&](const ManagedResourceStatus &known) { return known.key == key; });
    ManagedResourceStatus resource;
    resource.key = key;
    resource.sync = sync;
    application.resources.push_back(resource);
}

void Scene::operation(OperationPhase phase, const QString &revision, double started, std::optional<double> finished,
                      const QStringList &images)
{
    OperationState state;
    state.phase = phase;
    state.startedAt = second(started);
    if (finished)
        state.finishedAt = second(*finished);
    state.requestedRevisions = {revision};
    if (!images.isEmpty()) {
        state.resultRevisions = {revision};
        SyncResultResource resource;
        resource.key = keyOf(u"Deployment"_s, u"web"_s);
        resource.status = u"Synced"_s;
        resource.hookPhase = u"Running"_s;
        resource.images = images;
        state.resources.push_back(resource);
    }
    application.operationState = state;
}

void Scene::oldVersionRuns()
{
    application.sync = SyncStatus::Synced;
    application.revisions = {u"old"_s};
    application.reconciledAt = second(-10);
    operation(OperationPhase::Succeeded, u"old"_s, -100, -99, {u"web:1.4.0"_s});
    workload(u"Deployment"_s, u"web"_s, {u"web:1.4.0"_s});
    tree = treeFrom(R"(
        Deployment web              Healthy  Rev:1
          ReplicaSet web-1          Healthy  Rev:1
            Pod web-1-a  web:1.4.0  Healthy  1/1  Running
    )");
}

void Scene::newVersionIsApplied(double now)
{
    application.sync = SyncStatus::Synced;
    application.revisions = {u"new"_s};
    application.reconciledAt = second(now);
    operation(OperationPhase::Succeeded, u"new"_s, now - 1, now, {u"web:1.5.0"_s});
    workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s});
}

bool Scene::hasNote(Note::Kind kind, const QString &detail) const
{
    return std::ranges::any_of(verdict().notes, [&](const Note &note) {
        return note.kind == kind && (detail.isEmpty() || note.detail.contains(detail));
    });
}

std::optional<Cause::Kind> Scene::cause() const
{
    return verdict().cause ? std::optional(verdict().cause->kind) : std::nullopt;
}

std::optional<Blocker::Kind> Scene::blocker() const
{
    return verdict().blocker ? std::optional(verdict().blocker->kind) : std::nullopt;
}

} // namespace lynceus
