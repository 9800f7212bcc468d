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

const WatchRecord *EngineState::watch(const QString &id) const
{
    const auto found = m_watches.constFind(id);
    return found == m_watches.cend() ? nullptr : &*found;
}

} // namespace lynceus
