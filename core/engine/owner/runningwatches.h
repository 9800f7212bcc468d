#pragma once

#include "core/engine/engine.h"

#include <QSet>

namespace lynceus {

/// How many watches are not over: whether an engine without a window is of any use.
class RunningWatches final : public QObject
{
    Q_OBJECT
public:
    /// To be made before Engine::start().
    explicit RunningWatches(Engine &engine, QObject *parent = nullptr);

    [[nodiscard]] qsizetype count() const { return m_ids.size(); }

Q_SIGNALS:
    void countChanged();

private:
    void set(const QString &id, bool runs);

    QSet<QString> m_ids;
};

} // namespace lynceus
