#pragma once

#include "core/io/tasks/deploytokens.h"
#include "core/io/tasks/outbox.h"
#include "core/io/tasks/storedtask.h"
#include "core/io/tasks/taskchangelog.h"
#include "core/io/tasks/taskdatabase.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>

namespace lynceus {

/// The tasks of a team server with their watches, for one process or for several replicas that share a database.
///
/// A running task is leased by one owner, who alone may change it. After the lease has expired, another owner may take
/// the task over and continue with the memory of its judge. An ended task never changes. Successful calls survive a
/// kill of the process and a power failure. Errors: those of TaskDatabase; a failed call has written nothing.
class TaskStore final
{
public:
    /// Returns the ended state of an older running task of an application with the same name; empty: it continues.
    using Replacement = std::function<std::optional<StoredTask>(const StoredTask &older)>;

    /// Opens and migrates the database.
    [[nodiscard]] static Result<std::unique_ptr<TaskStore>> open(DatabaseAddress address, const Clock &clock);

    /// Opens an existing database without changing it, for programs other than the server. BadInput: the file does not
    /// exist, or the tables have another version; the sentence has the remedy.
    [[nodiscard]] static Result<std::unique_ptr<TaskStore>> openExisting(DatabaseAddress address, const Clock &clock);

    /// Another connection to the same database for another thread: opened by the first call, not migrated.
    [[nodiscard]] static std::unique_ptr<TaskStore> attached(DatabaseAddress address, const Clock &clock);

    /// Several processes may use it at the same time.
    [[nodiscard]] bool isShared() const { return m_database.isShared(); }

    /// How far the clock that all users of the database share is ahead of @p clock.
    [[nodiscard]] Result<Duration> aheadOf(const Clock &clock);

    /// See TaskDatabase::setStillWanted().
    void setStillWanted(std::function<bool()> isWanted) { m_database.setStillWanted(std::move(isWanted)); }

    /// The tokens that may register tasks, in the same database.
    [[nodiscard]] DeployTokens deployTokens() { return DeployTokens(m_database); }

    /// Adds a task, leased by @p owner, and ends what it replaces, in one transaction; returns the replaced tasks.
    [[nodiscard]] Result<std::vector<StoredTask>> add(const StoredTask &task, const QString &owner, Duration lease,
                                                      const Replacement &replacement);
    /// Writes newer states of tasks that @p owner leases. Returns the ids of those that were not written because
    /// another owner has them or they have ended. Does not write the end of a task that timed out but was extended
    /// meanwhile.
    [[nodiscard]] Result<QStringList> save(const std::vector<StoredTask> &tasks, const QString &owner);

    /// Ends a running task of any owner. False: it has ended, or is unknown.
    [[nodiscard]] Result<bool> endNow(const StoredTask &task);
    /// Changes Task::timeout of a running task; its owner reads it with timeouts(). False: it has ended, or is unknown.
    [[nodiscard]] Result<bool> extend(const QString &id, qint64 timeout);
    /// Task::timeout by id of the running tasks of @p owner that have one.
    [[nodiscard]] Result<QHash<QString, qint64>> timeouts(const QString &owner);

    /// Extends all leases of @p owner; returns the ids of its running tasks.
    [[nodiscard]] Result<QStringList> renew(const QString &owner, Duration lease);
    /// Takes over at most @p most running tasks without a lease.
    [[nodiscard]] Result<std::vector<StoredTask>> takeOver(const QString &owner, Duration lease, int most);
    /// Call when @p owner exits: others may take over its tasks at once.
    [[nodiscard]] Result<void> release(const QString &owner);

    /// Releases the tasks of all owners; for the only process that uses the database.
    [[nodiscard]] Result<void> releaseAll();

    /// Empty if unknown.
    [[nodiscard]] Result<std::optional<Task>> task(const QString &id);
    [[nodiscard]] Result<std::optional<StoredTask>> stored(const QString &id);
    [[nodiscard]] Result<TaskPage> tasks(const TaskQuery &query);
    /// Watches of @p application, as requested, of the newest @p limit ended tasks of @p app (Task::app); newest first.
    [[nodiscard]] Result<std::vector<WatchRecord>> pastOf(const QString &app, const ApplicationKey &application,
                                                          int limit);
    [[nodiscard]] Result<qint64> countRunning();

    /// The numbered changes of all tasks.
    [[nodiscard]] TaskChangeLog &changeLog() { return m_changes; }

    /// Removes tasks that ended more than @p age ago, with one change number for all; returns how many.
    [[nodiscard]] Result<int> retain(Duration age);

    /// Returns the messages for @p event of a task; they are written in the transaction of the event.
    using Messages = std::function<std::vector<OutboxMessage>(const StoredTask &task, TaskEvent event)>;
    void setMessages(Messages messages) { m_messages = std::move(messages); }
    [[nodiscard]] Outbox &outbox() { return m_outbox; }

private:
    TaskStore(DatabaseAddress address, const Clock &clock);

    [[nodiscard]] Result<void> insert(const StoredTask &task, const QString &owner, Instant leaseUntil, int place);
    /// Reads the readable ones. @p rowCount: number of rows.
    [[nodiscard]] Result<std::vector<StoredTask>> read(const QString &where, const QVariantList &values,
                                                       int *rowCount = nullptr);
    [[nodiscard]] Result<std::vector<StoredTask>> freeTasks(Instant now, int most);
    /// @p place: position in the transaction, from 1, for TaskChangeLog::number().
    [[nodiscard]] Result<bool> end(const StoredTask &task, int place);
    template<typename Change>
    [[nodiscard]] Result<bool> changeOne(Change change);
    [[nodiscard]] Result<void> addEvent(const StoredTask &task, TaskEvent event);

    TaskDatabase m_database;
    TaskChangeLog m_changes{m_database};
    Outbox m_outbox{m_database};
    Messages m_messages;             ///< null: no messages
    QSet<QString> m_reportedFailing; ///< ids of running tasks, to avoid repeated writes
};

} // namespace lynceus
