#pragma once

#include "core/engine/facade/engine.h"

namespace lynceus {

/// How many watches are not over, and follow rules that may begin one at any time: whether an engine without a window
/// is of any use.
class RunningWatches final : public QObject
{
    Q_OBJECT
public:
    explicit RunningWatches(Engine &engine, QObject *parent = nullptr);

    [[nodiscard]] qsizetype count() const { return m_count; }

Q_SIGNALS:
    void countChanged();

private:
    void look();

    Engine &m_engine;
    qsizetype m_count = 0;
};

} // namespace lynceus
