#pragma once

#include "core/domain/tasks/taskchange.h"
#include "core/io/tasks/taskstore.h"

#include <QByteArray>
#include <QCache>

#include <mutex>

namespace lynceus {

/// Cache of event texts by change number: clients that connect at the same time get the same tasks. Thread-safe.
class TaskEventCache final
{
public:
    static constexpr qsizetype kMostBytes = 16 * 1024 * 1024;

    /// The event of @p change with the task's current state and verdict from the store; empty if the task was removed.
    /// Errors: those of the store.
    [[nodiscard]] Result<QByteArray> event(TaskStore &store, const TaskChange &change);
    void clear();

private:
    std::mutex m_mutex;
    QCache<qint64, QByteArray> m_events{kMostBytes}; ///< cost in bytes
};

} // namespace lynceus
