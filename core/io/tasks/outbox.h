#pragma once

#include "core/domain/time/time.h"
#include "core/io/tasks/taskdatabase.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace lynceus {

/// Events of a task, in the order of their messages.
enum class TaskEvent {
    Started = 1, ///< registered
    Failing = 2, ///< something fails and may still heal; once
    Ended = 3,   ///< its state is final
};

/// A message about an event of a task.
struct OutboxMessage
{
    QString task; ///< Task::id
    QString hook; ///< which webhook
    TaskEvent event = TaskEvent::Started;
    QByteArray body;
};

/// A message that is due.
struct DueMessage
{
    OutboxMessage message;
    int tries = 0;                   ///< failed attempts
    std::optional<Instant> firstTry; ///< database's clock
};

struct OutboxCounts
{
    qint64 pending = 0;
    qint64 dead = 0; ///< given up, while they are kept
};

/// Messages for webhooks, stored with their tasks. Each (task, hook, event) exists only once and is taken by one owner
/// at a time; per task and hook, a message is due only when the previous one was sent or given up. Sent messages are
/// kept without body, so that they are not created again.
///
/// If an owner dies, another takes the message after its lease: it may be sent twice, but is never lost. Errors: those
/// of TaskDatabase.
class Outbox final
{
public:
    explicit Outbox(TaskDatabase &database)
        : m_database(database)
    { }

    /// Runs in the caller's transaction. Existing messages are not changed.
    [[nodiscard]] Result<void> put(const std::vector<OutboxMessage> &messages);

    /// Takes at most @p most due messages of @p hook without an owner; @p owner has them for @p lease.
    [[nodiscard]] Result<std::vector<DueMessage>> take(const QString &hook, const QString &owner, Duration lease,
                                                       int most);
    [[nodiscard]] Result<void> setSent(const OutboxMessage &message);
    /// Makes it due again after @p delay; other messages come first.
    [[nodiscard]] Result<void> setFailed(const OutboxMessage &message, Duration delay);
    [[nodiscard]] Result<void> setDead(const OutboxMessage &message);
    /// Call when @p owner exits: its messages are due for others at once.
    [[nodiscard]] Result<void> release(const QString &owner);

    [[nodiscard]] Result<OutboxCounts> counts(const QString &hook);
    /// Time since the first attempt, by the database's clock.
    [[nodiscard]] Result<Duration> age(const DueMessage &due);
    /// Removes messages that were added more than @p age ago.
    [[nodiscard]] Result<void> retain(Duration age);

private:
    [[nodiscard]] Result<void> mark(const OutboxMessage &message, const QString &state);

    TaskDatabase &m_database;
};

} // namespace lynceus
