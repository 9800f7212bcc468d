#include "core/engine/tasks/taskdecision.h"

#include "core/engine/tasks/taskreason.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// The task if it is in progress, or why it cannot be changed. The outer error is the store's.
Result<Result<StoredTask>> runningIn(TaskStore &store, const QString &id)
{
    using Found = Result<StoredTask>;
    auto stored = store.stored(id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return Found(tl::unexpected(Error{Error::Kind::NotFound, id, u"task not found"_s, false, 0}));
    if ((*stored)->task.state != TaskState::InProgress)
        return Found(tl::unexpected(taskEnded((*stored)->task)));
    return Found(**std::move(stored));
}

} // namespace

Error taskEnded(const Task &task)
{
    return {Error::Kind::NotAllowed, task.id, u"the task has ended: %1"_s.arg(nameOf(task.state)), false, 0};
}

StoredTask cancelledTask(Task task, const ActiveWatch &watch, const QString &replacedBy)
{
    StoredTask ended{std::move(task), watch.ended(Outcome::Cancelled, replacedBy)};
    ended.task.state = taskStateOf(Outcome::Cancelled);
    ended.task.reason = taskReason(ended.watch.record);
    ended.task.updated = watch.now();
    return ended;
}

Result<TaskDecision> cancelStored(TaskStore &store, const QString &id, const std::optional<StoredTask> &ours,
                                  InstanceClients &clients, const Clock &clock)
{
    const auto stored = runningIn(store, id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return TaskDecision(tl::unexpected(stored->error()));
    const auto ahead = store.aheadOf(clock);
    if (!ahead)
        return tl::unexpected(ahead.error());
    const auto ended = ours
        ? *ours
        : cancelledTask((*stored)->task, ActiveWatch((*stored)->watch, clients, clock, nullptr, *ahead), {});
    const auto isWritten = store.endNow(ended);
    if (!isWritten)
        return tl::unexpected(isWritten.error());
    if (*isWritten)
        return TaskDecision(ended.task);
    const auto now = runningIn(store, id); // another process has just ended it
    if (!now)
        return tl::unexpected(now.error());
    return TaskDecision(tl::unexpected(*now ? taskEnded((*now)->task) : now->error()));
}

Result<TaskDecision> extendStored(TaskStore &store, const QString &id, qint64 timeout,
                                  const std::optional<Expectation> &ours)
{
    auto stored = runningIn(store, id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return TaskDecision(tl::unexpected(stored->error()));
    auto &task = (*stored)->task;
    const auto &expectation = ours ? *ours : (*stored)->watch.record.expectation;
    const qint64 known =
        std::chrono::floor<std::chrono::seconds>(expectation.deadline - expectation.registeredAt).count();
    const auto present = std::max(known, task.timeout.value_or(0)); // another process may not know it yet
    if (timeout <= present)
        return TaskDecision(
            badInput(u"timeout is not larger than the present one, %1 s since the task was created"_s.arg(present)));
    const auto isWritten = store.extend(id, timeout);
    if (!isWritten)
        return tl::unexpected(isWritten.error());
    task.timeout = timeout;
    return *isWritten ? TaskDecision(task) : TaskDecision(tl::unexpected(taskEnded(task)));
}

} // namespace lynceus
