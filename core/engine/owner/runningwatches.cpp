#include "core/engine/owner/runningwatches.h"

#include <algorithm>

namespace lynceus {

RunningWatches::RunningWatches(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&engine, &Engine::watchChanged, this, &RunningWatches::update);
    connect(&engine, &Engine::watchRemoved, this, &RunningWatches::update);
    connect(&engine, &Engine::rulesChanged, this, &RunningWatches::update);
    update();
}

void RunningWatches::update()
{
    const auto &state = m_engine.state();
    const auto count = std::ranges::count_if(state.watches(), [](const WatchRecord &watch) { return !watch.isOver(); })
        + std::ranges::count_if(state.rules(), [](const FollowRule &rule) { return !rule.isPaused; });
    if (std::exchange(m_count, count) != count)
        Q_EMIT countChanged();
}

} // namespace lynceus
