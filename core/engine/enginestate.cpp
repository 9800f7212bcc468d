#include "core/engine/enginestate.h"

namespace lynceus {

const InstanceState *EngineState::instance(const QString &id) const
{
    const auto found = m_instances.constFind(id);
    return found == m_instances.cend() ? nullptr : &*found;
}

QString EngineState::instanceName(const QString &id) const
{
    const auto *state = instance(id);
    return state ? state->instance.name : id;
}

const Deployment *EngineState::deployment(const QString &id) const
{
    const auto start = m_deploymentStarts.constFind(id);
    return start == m_deploymentStarts.cend() ? nullptr : &m_deployments.at({*start, id});
}

QStringList EngineState::put(const Deployment &deployment)
{
    const auto id = deploymentId(deployment);
    if (const auto old = m_deploymentStarts.constFind(id); old != m_deploymentStarts.cend())
        m_deployments.erase({*old, id});
    m_deployments.insert_or_assign({deployment.startedAt, id}, deployment);
    m_deploymentStarts.insert(id, deployment.startedAt);
    QStringList gone;
    for (auto last = m_deployments.end(); m_deployments.size() > kMostDeployments && last != m_deployments.begin();) {
        --last;
        if (!last->second.isOver())
            continue;
        gone += last->first.id;
        m_deploymentStarts.remove(last->first.id);
        last = m_deployments.erase(last);
    }
    return gone;
}

const WatchRecord *EngineState::watch(const QString &id) const
{
    const auto found = m_watches.constFind(id);
    return found == m_watches.cend() ? nullptr : &*found;
}

} // namespace lynceus
