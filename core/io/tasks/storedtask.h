#pragma once

#include "core/domain/tasks/task.h"
#include "core/io/store/storedwatch.h"

#include <vector>

namespace lynceus {

/// All that is kept of one task: what its pipeline sees, and the watch that follows it. Task::id is the watch's id.
struct StoredTask
{
    Task task;
    StoredWatch watch;
    bool isNews = true; ///< to be saved as a change that others see; else only the judge's memory is newer
};

/// A part of a list.
struct TaskPage
{
    std::vector<Task> tasks; ///< newest first
    qint64 total = 0;        ///< how many match without limit and offset
};

} // namespace lynceus
