#pragma once

#include "core/domain/tasks/taskchange.h"
#include "core/io/tasks/deploytokens.h"
#include "core/io/tasks/outbox.h"
#include "core/io/tasks/storedtask.h"
#include "core/io/tasks/taskdatabase.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>

namespace lynceus {

/// The tasks of a team server with their watches, for one process or for several replicas that share a database.
///
/// A running task is leased by one owner, who alone may change it; when the lease has run out, another owner may take
/// the task over and goes on with the memory of its judge. A task that has ended never changes again. What a call has
/// said yes to survives a kill of the process and the loss of power. Errors are those of TaskDatabase; after one,
/// nothing of that call was written.
class TaskStore final
{
public:
    /// What becomes of an older running task of an application of the same name; nothing: it goes on.
    using Replacement = std::function<std::optional<StoredTask>(const StoredTask &older)>;

    /// Opens the database and migrates it.
    [[nodiscard]] static Result<std::unique_ptr<TaskStore>> open(DatabaseAddress address, const Clock &clock);

    /// Opens what is there and changes nothing: for those who are not the server. BadInput: there is no such file, or
    /// the tables are not of this version; the sentence says what to do.
    [[nodiscard]] static Result<std::unique_ptr<TaskStore>> openExisting(DatabaseAddress address, const Clock &clock);

    /// The same database once more, for another thread: opened by the first call, not migrated.
    [[nodiscard]] static std::unique_ptr<TaskStore> attached(DatabaseAddress address, const Clock &clock);

    /// Several processes may use it at one time.
    [[nodiscard]] bool isShared() const { return m_database.isShared(); }

    /// See TaskDatabase::setStillWanted().
    void setStillWanted(std::function<bool()> isWanted) { m_database.setStillWanted(std::move(isWanted)); }

    /// Who may register tasks; in the same database.
    [[nodiscard]] DeployTokens deployTokens() { return DeployTokens(m_database); }

    /// A new task, leased by @p owner, and what it replaces, in one transaction; the result are the replaced tasks.
    [[nodiscard]] Result<std::vector<StoredTask>> add(const StoredTask &task, const QString &owner, Duration lease,
                                                      const Replacement &replacement);
    /// Newer states of tasks that @p owner leases. The result are the ids of those that are not its own any more, or
    /// have ended: they were not written. Nor is the end of one that ran out of time, and was extended meanwhile.
    [[nodiscard]] Result<QStringList> save(const std::vector<StoredTask> &tasks, const QString &owner);

    /// Ends a running task, whoever leases it. False: it has ended already, or there is none.
    [[nodiscard]] Result<bool> endNow(const StoredTask &task);
    /// Changes Task::timeout of a running task; whoever leases it finds it in timeouts(). False: it has ended, or there
    /// is none.
    [[nodiscard]] Result<bool> extend(const QString &id, qint64 timeout);
    /// Task::timeout of the running tasks of @p owner that have one, by id.
    [[nodiscard]] Result<QHash<QString, qint64>> timeouts(const QString &owner);

    /// Extends all leases of @p owner; the result are the ids of its running tasks.
    [[nodiscard]] Result<QStringList> renew(const QString &owner, Duration lease);
    /// Running tasks that nobody leases, @p most at one time; they are @p owner's then.
    [[nodiscard]] Result<std::vector<StoredTask>> takeOver(const QString &owner, Duration lease, int most);
    /// @p owner ends: others may take its tasks over at once.
    [[nodiscard]] Result<void> release(const QString &owner);

    /// The same of all owners: for the only process that uses the database.
    [[nodiscard]] Result<void> releaseAll();

    /// Nothing if there is no such task.
    [[nodiscard]] Result<std::optional<Task>> task(const QString &id);
    [[nodiscard]] Result<std::optional<StoredTask>> stored(const QString &id);
    [[nodiscard]] Result<TaskPage> tasks(const TaskQuery &query);
    /// The watches of @p application, as requested, among the newest @p limit tasks of @p app (Task::app) that are
    /// over; the newest first.
    [[nodiscard]] Result<std::vector<WatchRecord>> pastOf(const QString &app, const ApplicationKey &application,
                                                          int limit);
    [[nodiscard]] Result<qint64> countRunning();

    /// The number of the newest change of any task.
    [[nodiscard]] Result<qint64> lastChange();
    /// The number under which retain() removed tasks last; 0: never. Whoever has seen less must read the list again.
    [[nodiscard]] Result<qint64> lastRemoval();
    /// The changes after @p after and until @p until that @p filter wants, oldest first, @p most at one time.
    /// @p onlyRunning: of tasks that are in progress.
    [[nodiscard]] Result<std::vector<TaskChange>> changes(qint64 after, qint64 until, const TaskChangeFilter &filter,
                                                          bool onlyRunning, int most);

    /// Removes tasks that ended longer than @p age ago, under one number for all of them; the result is how many.
    [[nodiscard]] Result<int> retain(Duration age);

    /// What is to be told when @p event happens to a task; it is written in the same transaction as the event itself.
    using Messages = std::function<std::vector<OutboxMessage>(const StoredTask &task, TaskEvent event)>;
    void setMessages(Messages messages) { m_messages = std::move(messages); }
    [[nodiscard]] Outbox &outbox() { return m_outbox; }

private:
    TaskStore(DatabaseAddress address, const Clock &clock);

    [[nodiscard]] Result<void> insert(const StoredTask &task, const QString &owner, Instant leaseUntil, int place);
    /// Those that can be read. @p rowCount: how many rows there were.
    [[nodiscard]] Result<std::vector<StoredTask>> read(const QString &where, const QVariantList &values,
                                                       int *rowCount = nullptr);
    [[nodiscard]] Result<std::vector<StoredTask>> freeTasks(Instant now, int most);
    /// @p place in its transaction, from 1 on, for number().
    [[nodiscard]] Result<bool> end(const StoredTask &task, int place);
    template<typename Change>
    [[nodiscard]] Result<bool> changeOne(Change change);
    /// Gives the next numbers to the @p count changes of this transaction: its last statements.
    [[nodiscard]] Result<void> number(int count);
    [[nodiscard]] Result<void> tell(const StoredTask &task, TaskEvent event);

    TaskDatabase m_database;
    Outbox m_outbox{m_database};
    Messages m_messages;         ///< null: nothing is told
    QSet<QString> m_toldFailing; ///< ids of running tasks, so that it is not written again and again
};

} // namespace lynceus
