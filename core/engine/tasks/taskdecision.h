#pragma once

#include "core/domain/rollout/expectation/expectation.h"
#include "core/engine/watches/activewatch.h"
#include "core/io/tasks/taskstore.h"

#include <optional>

namespace lynceus {

/// Decides changes that clients request for stored tasks, and writes them. Runs in the thread of the store and takes
/// only values from the thread that follows the task, because another process may follow it.

/// The changed task, or why it cannot be changed: NotFound, NotAllowed (it has ended), BadInput.
using TaskDecision = Result<Task>;

/// NotAllowed, for a task that has ended.
[[nodiscard]] Error taskEnded(const Task &task);

/// @p task ended now with the state of @p watch. @param replacedBy id of the replacing task; empty: it was cancelled.
[[nodiscard]] StoredTask cancelledTask(Task task, const ActiveWatch &watch, const QString &replacedBy);

/// Ends a task in progress. @param ours its ended state if this process follows it; newer than the stored one. The
/// outer error is the store's.
[[nodiscard]] Result<TaskDecision> cancelStored(TaskStore &store, const QString &id,
                                                const std::optional<StoredTask> &ours, InstanceClients &clients,
                                                const Clock &clock);

/// Sets the timeout to @p timeout seconds after the task's creation, which must be longer than now. @param ours its
/// expectation if this process follows it. The outer error is the store's.
[[nodiscard]] Result<TaskDecision> extendStored(TaskStore &store, const QString &id, qint64 timeout,
                                                const std::optional<Expectation> &ours);

} // namespace lynceus
