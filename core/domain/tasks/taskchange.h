#pragma once

#include "core/domain/base/result.h"
#include "core/domain/tasks/taskstate.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace lynceus {

/// A task after its newest change. Changes are numbered in the order in which the database accepted them, across
/// replicas: a client that has seen a number has missed none below it. A task only has the number of its newest change.
struct TaskChange
{
    qint64 number = 0;
    QString id;
    QString app;
    QString project;
    TaskState state = TaskState::InProgress;

    friend bool operator==(const TaskChange &, const TaskChange &) = default;
};

/// Filter for changes.
struct TaskChangeFilter
{
    QString id;      ///< a UUID without braces; empty: all
    QString app;     ///< exact; empty: all
    QString project; ///< exact; empty: all

    [[nodiscard]] bool matches(const TaskChange &change) const;

    friend bool operator==(const TaskChangeFilter &, const TaskChangeFilter &) = default;
};

/// A client's request for a stream of changes.
struct TaskChangeRequest
{
    TaskChangeFilter filter;
    /// Last number that the client has seen; empty: starts with the tasks in progress.
    std::optional<qint64> after;
};

/// From "?task=ID&app=NAME&project=NAME&after=N" and the header Last-Event-ID, which overrides `after`.
/// Error::Kind::BadInput: the task is not a UUID, or a number is invalid.
[[nodiscard]] Result<TaskChangeRequest> taskChangeRequestFrom(const QByteArray &target, const QByteArray &lastEventId);

} // namespace lynceus
