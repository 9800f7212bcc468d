#pragma once

#include "core/domain/tasks/taskchange.h"
#include "core/io/tasks/taskstore.h"

#include <QByteArray>
#include <QCache>

#include <mutex>

namespace lynceus {

/// Events in words, by the number of their change: many clients that begin at one time are shown the same tasks. May be
/// used in any thread.
class TaskEventCache final
{
public:
    static constexpr qsizetype kMostBytes = 16 * 1024 * 1024;

    /// The event of @p change with the task as it is in the store, and its verdict; empty if the task was removed.
    /// Errors are the store's.
    [[nodiscard]] Result<QByteArray> event(TaskStore &store, const TaskChange &change);
    void clear();

private:
    std::mutex m_mutex;
    QCache<qint64, QByteArray> m_events{kMostBytes}; ///< costs are bytes
};

} // namespace lynceus
