#include "app/gui/newwatch/targetfacts.h"

#include "core/engine/facade/engine.h"

namespace lynceus {

TargetFacts::TargetFacts(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{ }

void TargetFacts::ask(const std::vector<WatchTarget> &chosen)
{
    for (const auto &target : chosen) {
        const auto &key = target.entry.key;
        if (!m_etas.contains(key)) {
            m_etas.insert(key, {});
            m_engine.eta(key, this).then(this, [this, key](const std::optional<Eta> &eta) {
                m_etas.insert(key, eta);
                Q_EMIT etaKnown();
            });
        }
        if (target.entry.application->autoSync && !m_windowsAsked.contains(key)) {
            m_windowsAsked.insert(key);
            m_engine.syncWindow(key, this).then(this, [this, key](const Result<SyncWindowBlock> &window) {
                if (window) // otherwise unknown
                    Q_EMIT windowKnown(key, *window);
            });
        }
    }
}

std::optional<Eta> TargetFacts::slowest(const std::vector<WatchTarget> &chosen) const
{
    std::optional<Eta> slowest;
    for (const auto &target : chosen) {
        const auto eta = m_etas.value(target.entry.key);
        if (eta && (!slowest || eta->p90 > slowest->p90))
            slowest = eta;
    }
    return slowest;
}

} // namespace lynceus
