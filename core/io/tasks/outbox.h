#pragma once

#include "core/domain/base/time.h"
#include "core/io/tasks/taskdatabase.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace lynceus {

/// What becomes of a task, in the order in which it is told.
enum class TaskEvent {
    Started = 1, ///< it was registered
    Failing = 2, ///< something fails although it may still heal; once
    Ended = 3,   ///< its state is final
};

/// Something to tell about a task.
struct OutboxMessage
{
    QString task; ///< Task::id
    QString hook; ///< which webhook
    TaskEvent event = TaskEvent::Started;
    QByteArray body;
};

/// One that is to be sent now.
struct DueMessage
{
    OutboxMessage message;
    int tries = 0;                   ///< that failed
    std::optional<Instant> firstTry; ///< the database's clock
};

struct OutboxCounts
{
    qint64 pending = 0;
    qint64 dead = 0; ///< given up, as long as they are kept
};

/// The messages of webhooks, kept with the tasks they are about. Each message of (task, hook, event) is there once,
/// whoever puts it there, and is taken by one owner at a time; within a task and a hook the next one is due only when
/// the one before was sent or given up. Sent ones are kept without their bodies, so that they are not made again.
///
/// A message whose owner dies is taken by another one after its lease: it may be sent twice, and is never lost.
/// Errors are those of TaskDatabase.
class Outbox final
{
public:
    explicit Outbox(TaskDatabase &database)
        : m_database(database)
    { }

    /// In the transaction of the caller. One that is there already stays as it is.
    [[nodiscard]] Result<void> put(const std::vector<OutboxMessage> &messages);

    /// @p most messages of @p hook that are due and nobody has; they are @p owner's for @p lease then.
    [[nodiscard]] Result<std::vector<DueMessage>> take(const QString &hook, const QString &owner, Duration lease,
                                                       int most);
    [[nodiscard]] Result<void> setSent(const OutboxMessage &message);
    /// It is due again after @p delay; the others' turn until then.
    [[nodiscard]] Result<void> setFailed(const OutboxMessage &message, Duration delay);
    [[nodiscard]] Result<void> setDead(const OutboxMessage &message);
    /// @p owner ends: what it has taken is due for others at once.
    [[nodiscard]] Result<void> release(const QString &owner);

    [[nodiscard]] Result<OutboxCounts> counts(const QString &hook);
    /// How long ago a message was first tried, by the database's clock.
    [[nodiscard]] Result<Duration> age(const DueMessage &due);
    /// Removes messages that were put there longer than @p age ago.
    [[nodiscard]] Result<void> retain(Duration age);

private:
    [[nodiscard]] Result<void> mark(const OutboxMessage &message, const QString &state);

    TaskDatabase &m_database;
};

} // namespace lynceus
