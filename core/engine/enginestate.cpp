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

const WatchRecord *EngineState::watch(const QString &id) const
{
    const auto found = m_watches.constFind(id);
    return found == m_watches.cend() ? nullptr : &*found;
}

} // namespace lynceus
