#pragma once

#include "core/domain/base/result.h"
#include "core/domain/tasks/taskstate.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace lynceus {

/// A task as it stands after its newest change. Changes are numbered in the order in which the database accepted them,
/// whichever replica made them: who has seen a number has missed none below it. A task has the number of its newest
/// change only.
struct TaskChange
{
    qint64 number = 0;
    QString id;
    QString app;
    QString project;
    TaskState state = TaskState::InProgress;

    friend bool operator==(const TaskChange &, const TaskChange &) = default;
};

/// Which changes somebody wants to see.
struct TaskChangeFilter
{
    QString id;      ///< a UUID without braces; empty: all
    QString app;     ///< exact; empty: all
    QString project; ///< exact; empty: all

    [[nodiscard]] bool matches(const TaskChange &change) const;

    friend bool operator==(const TaskChangeFilter &, const TaskChangeFilter &) = default;
};

/// What a client asks a stream of changes for.
struct TaskChangeRequest
{
    TaskChangeFilter filter;
    /// The number that the client saw last; nothing: it begins with what is in progress.
    std::optional<qint64> after;
};

/// From "?task=ID&app=NAME&project=NAME&after=N" and the header Last-Event-ID, which overrides `after`.
/// Error::Kind::BadInput: the task is no UUID, or one of the numbers is none.
[[nodiscard]] Result<TaskChangeRequest> taskChangeRequestFrom(const QByteArray &target, const QByteArray &lastEventId);

} // namespace lynceus
