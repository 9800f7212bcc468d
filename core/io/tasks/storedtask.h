#pragma once

#include "core/domain/tasks/task.h"
#include "core/io/store/storedwatch.h"

#include <vector>

namespace lynceus {

/// All stored data of one task: what its pipeline sees, and its watch. Task::id is the id of the watch.
struct StoredTask
{
    Task task;
    StoredWatch watch;
    bool isNews = true; ///< visible to others as a change; false: only the judge's memory is newer
};

/// A page of a list.
struct TaskPage
{
    std::vector<Task> tasks; ///< newest first
    qint64 total = 0;        ///< number of matches without limit and offset
};

} // namespace lynceus
