#pragma once

#include "core/domain/tasks/taskchange.h"
#include "core/io/tasks/taskdatabase.h"

#include <vector>

namespace lynceus {

/// Numbers the changes of tasks in the order in which the database accepts them, across replicas. Errors: those of
/// TaskDatabase.
class TaskChangeLog final
{
public:
    explicit TaskChangeLog(TaskDatabase &database)
        : m_database(database)
    { }

    /// Number of the newest change of any task.
    [[nodiscard]] Result<qint64> last();
    /// Number of the last removal of tasks; 0: none. Clients that have only seen a lower number must read the list
    /// again.
    [[nodiscard]] Result<qint64> lastRemoval();
    /// Changes after @p after and up to @p until that match @p filter, oldest first, at most @p most. @p onlyRunning:
    /// only of tasks in progress.
    [[nodiscard]] Result<std::vector<TaskChange>> between(qint64 after, qint64 until, const TaskChangeFilter &filter,
                                                          bool onlyRunning, int most);

    /// Assigns the next numbers to the @p count tasks whose column `change` is -1, -2, … in this transaction. A
    /// transaction that holds the counter's row blocks others until it ends, so that numbers become visible in order:
    /// call it last.
    [[nodiscard]] Result<void> number(int count);
    /// Assigns one number to the removal of tasks in this transaction; call it last.
    [[nodiscard]] Result<void> numberRemoval();

private:
    TaskDatabase &m_database;
};

} // namespace lynceus
