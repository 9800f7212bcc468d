#pragma once

#include "core/engine/facade/engine.h"

namespace lynceus {

/// Number of watches that have not ended plus follow rules that may start one: whether an engine without a window is
/// needed.
class RunningWatches final : public QObject
{
    Q_OBJECT
public:
    explicit RunningWatches(Engine &engine, QObject *parent = nullptr);

    [[nodiscard]] qsizetype count() const { return m_count; }

Q_SIGNALS:
    void countChanged();

private:
    void update();

    Engine &m_engine;
    qsizetype m_count = 0;
};

} // namespace lynceus
