#include "app/gui/releases/usualtimes.h"

#include "app/gui/releases/boardmodel.h"
#include "core/engine/facade/engine.h"

namespace lynceus {

UsualTimes::UsualTimes(Engine &engine, BoardModel &model)
    : QObject(&model)
    , m_engine(engine)
    , m_model(model)
{
    connect(&engine, &Engine::watchChanged, this, &UsualTimes::take);
    connect(&engine, &Engine::watchRemoved, this, [this](const QString &id) { m_asked.remove(id); });
    for (const auto &watch : engine.state().watches())
        take(watch);
}

void UsualTimes::take(const WatchRecord &watch)
{
    // Before its version is detected, the watch may not have read the application, and this request would read it: a
    // follow rule for hundreds of rollouts would cost hundreds of requests.
    if (watch.isOver() || watch.verdict.stage == Stage::None || m_asked.contains(watch.id))
        return;
    m_asked.insert(watch.id);
    m_engine.eta(watch.request.application, this).then(this, [this, id = watch.id](const std::optional<Eta> &eta) {
        if (eta)
            m_model.putEta(id, *eta);
    });
}

} // namespace lynceus
