#pragma once

#include "core/domain/rollout/expectation.h"
#include "core/engine/watches/activewatch.h"
#include "core/io/tasks/taskstore.h"

#include <optional>

namespace lynceus {

/// What becomes of a stored task that a client wants changed: decided and written in the thread of the store, with
/// nothing of the thread that follows the task but values. Whoever follows it there may be another process.

/// The task as it is then, or why it cannot be changed: NotFound, NotAllowed (it has ended), BadInput.
using TaskDecision = Result<Task>;

/// The same for a task whose end is known already.
[[nodiscard]] Error taskEnded(const Task &task);

/// @p task as it ends now, as @p watch knows it. @param replacedBy the id of the task that takes its place; empty: it
/// was cancelled.
[[nodiscard]] StoredTask cancelledTask(Task task, const ActiveWatch &watch, const QString &replacedBy,
                                       const Clock &clock);

/// Ends a task that is in progress. @param ours as it ends where this process follows it, which is newer than what is
/// stored. The outer error is the store's.
[[nodiscard]] Result<TaskDecision> cancelStored(TaskStore &store, const QString &id,
                                                const std::optional<StoredTask> &ours, InstanceClients &clients,
                                                const Clock &clock);

/// The task may take @p timeout seconds since it was created, which must be more than now. @param ours what this
/// process knows of it, where it follows it. The outer error is the store's.
[[nodiscard]] Result<TaskDecision> extendStored(TaskStore &store, const QString &id, qint64 timeout,
                                                const std::optional<Expectation> &ours);

} // namespace lynceus
