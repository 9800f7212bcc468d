#include "core/engine/facade/enginestate.h"

#include "core/domain/teamserver/taskwatch.h"

#include <algorithm>

namespace lynceus {

const InstanceState *EngineState::instance(const QString &id) const
{
    const auto found = m_instances.constFind(id);
    return found == m_instances.cend() ? nullptr : &*found;
}

QString EngineState::instanceName(const QString &id) const
{
    if (const auto *state = instance(id))
        return state->instance.name;
    const auto *server = teamServer(id);
    return server ? server->server.place.name : id;
}

const Deployment *EngineState::deployment(const QString &id) const
{
    const auto start = m_deploymentStarts.constFind(id);
    return start == m_deploymentStarts.cend() ? nullptr : &m_deployments.at({*start, id});
}

QStringList EngineState::put(const Deployment &deployment)
{
    const auto id = deploymentId(deployment);
    const DeploymentPlace place{deployment.startedAt, id};
    if (const auto old = m_deploymentStarts.constFind(id);
        old != m_deploymentStarts.cend() && *old != deployment.startedAt) {
        m_deployments.erase({*old, id});
        m_overDeployments.erase({*old, id});
    }
    m_deployments.insert_or_assign(place, deployment);
    m_deploymentStarts.insert(id, deployment.startedAt);
    if (deployment.isOver())
        m_overDeployments.insert(place);
    else
        m_overDeployments.erase(place);
    QStringList gone;
    while (m_deployments.size() > kMostDeployments && !m_overDeployments.empty()) {
        const auto oldest = m_overDeployments.extract(std::prev(m_overDeployments.end())).value();
        m_deployments.erase(oldest);
        m_deploymentStarts.remove(oldest.id);
        gone += oldest.id;
    }
    return gone;
}

const TeamServerState *EngineState::teamServer(const QString &id) const
{
    const auto found = m_teamServers.constFind(id);
    return found == m_teamServers.cend() ? nullptr : &*found;
}

const QMap<QString, ServerTask> &EngineState::serverTasks(const QString &server) const
{
    static const QMap<QString, ServerTask> kNone;
    const auto found = m_serverTasks.constFind(server);
    return found == m_serverTasks.cend() ? kNone : *found;
}

const ServerTask *EngineState::serverTask(const QString &server, const QString &task) const
{
    const auto &tasks = serverTasks(server);
    const auto found = tasks.constFind(task);
    return found == tasks.cend() ? nullptr : &*found;
}

bool EngineState::hasOwnWatchOf(const ServerTask &task) const
{
    QStringList names;
    for (const auto &state : m_instances)
        names.append(state.instance.name);
    return std::ranges::any_of(m_watches, [&](const WatchRecord &own) {
        const bool wasOver = own.endedAt && *own.endedAt < task.created; // it proves nothing about later tasks
        return !wasOver && repeats(task, own)
            && !isElsewhere(task, instanceName(own.request.application.instance), names);
    });
}

void EngineState::put(const ServerTaskChanges &changes)
{
    auto &tasks = m_serverTasks[changes.server];
    for (const auto &task : changes.tasks)
        tasks.insert(task.id, task);
    for (const auto &id : changes.removed)
        tasks.remove(id);
}

void EngineState::removeTeamServer(const QString &id)
{
    m_teamServers.remove(id);
    m_serverTasks.remove(id);
}

const WatchRecord *EngineState::watch(const QString &id) const
{
    const auto found = m_watches.constFind(id);
    return found == m_watches.cend() ? nullptr : &*found;
}

} // namespace lynceus
