#include "core/engine/owner/runningwatches.h"

namespace lynceus {

RunningWatches::RunningWatches(Engine &engine, QObject *parent)
    : QObject(parent)
{
    connect(&engine, &Engine::watchChanged, this, [this](const WatchRecord &watch) { set(watch.id, !watch.isOver()); });
    connect(&engine, &Engine::watchRemoved, this, [this](const QString &id) { set(id, false); });
}

void RunningWatches::set(const QString &id, bool runs)
{
    const auto before = m_ids.size();
    if (runs)
        m_ids.insert(id);
    else
        m_ids.remove(id);
    if (m_ids.size() != before)
        Q_EMIT countChanged();
}

} // namespace lynceus
