#pragma once

#include "core/domain/model/changeset.h"
#include "core/engine/watches/activewatch.h"
#include "core/io/tasks/taskthread.h"

#include <QFuture>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace lynceus {

/// Limits of a team server.
struct TaskLimits
{
    int running = 2'000;                        ///< tasks in progress in this process
    Duration keep{std::chrono::hours(24 * 90)}; ///< after the end
    Duration answer = TaskThread::kAnswer;      ///< timeout of the store for a change of a task
};

/// Counts since start, for metrics.
struct TaskCounts
{
    qint64 accepted = 0;
    std::map<TaskState, qint64> ended;
};

/// All tasks that this process follows: registers, runs, stores and takes over.
///
/// Registrations and results are stored before they are reported. A task that another replica took over or ended is
/// dropped here and never written again. While the store cannot be used, watches continue and their verdicts wait; only
/// leave() waits for the store. Lives in the thread of the clients; clients and store must outlive it.
///
/// Functions that change tasks return a future that settles in this thread, after TaskLimits::answer at the latest;
/// without a store thread it is finished on return. Destroying this object cancels open futures.
class TaskRegistry final : public QObject
{
    Q_OBJECT
public:
    /// @p owner: unique name of this process among those that share the store.
    TaskRegistry(TaskThread &store, InstanceClients &clients, const Clock &clock, TaskLimits limits, QString owner,
                 QObject *parent = nullptr);
    /// Without a store thread: calls to the store are synchronous.
    TaskRegistry(TaskStore &store, InstanceClients &clients, const Clock &clock, TaskLimits limits, QString owner,
                 QObject *parent = nullptr);
    ~TaskRegistry() override;

    /// Takes over tasks without an owner, now and then periodically.
    void start();

    /// Sets Task::id, state and times. Returns the stored task. Cancels a running task with an image of the same name
    /// in the same application. Errors: NotAllowed if there are too many tasks; those of the store.
    [[nodiscard]] QFuture<Result<Task>> add(Task task, const WatchRequest &request);

    /// Like add() for an application that does not exist: the task has ended as "app not found" with @p reason.
    [[nodiscard]] QFuture<Result<Task>> addGone(Task task, const WatchRequest &request, const QString &reason);

    /// Cancels a task in progress, also if another process follows it. Returns the stored task. Errors: NotFound;
    /// NotAllowed: it has ended; Unreachable: the store cannot be used.
    [[nodiscard]] QFuture<Result<Task>> cancel(const QString &id);
    /// Sets the timeout to @p timeout seconds after the task's creation. Another process that follows it notices when
    /// it next extends its leases. Errors as for cancel(); BadInput: not longer than the current timeout.
    [[nodiscard]] QFuture<Result<Task>> extend(const QString &id, qint64 timeout);

    /// Call when an instance's feed reports changes; the watches of these applications are checked at once.
    void takeChanges(const ChangeSet &changes);
    /// Whether the feed reports changes; otherwise the watches poll.
    void setFed(const QString &instance, bool fed);

    [[nodiscard]] int running() const { return static_cast<int>(m_runs.size()); }
    [[nodiscard]] const TaskCounts &counts() const { return m_counts; }

    /// Extends the leases, takes over some free tasks and ends overdue ones. Timers call it every 5 s, and after about
    /// 100 ms if it took over tasks.
    void tend();
    /// Writes pending changes in several steps.
    void flush();
    /// Writes everything and releases all tasks. Call before the program exits. Returns false if the store cannot be
    /// used.
    [[nodiscard]] bool leave();

Q_SIGNALS:
    /// The task is stored in this state.
    void taskChanged(const lynceus::Task &task);
    /// Changes were stored.
    void written();
    /// The store cannot be used; one sentence, once until it can be used again.
    void noticeRaised(const QString &sentence);

private:
    struct Run
    {
        Task task;
        std::unique_ptr<ActiveWatch> watch;
        Duration registeredAt; ///< Clock::sinceBoot(), calculated from the store's clock when it was adopted
        std::optional<Duration> overdueSince{}; ///< when its passed deadline was first noticed; steady clock
    };

    /// Results of extending the leases.
    struct Tended
    {
        QStringList ours;
        QHash<QString, qint64> timeouts;   ///< Task::timeout by id, for those that have one
        std::vector<StoredTask> taken;     ///< taken over from other processes
        Duration ahead{0};                 ///< of the store's clock, see TaskStore::aheadOf()
        std::optional<Error> trouble = {}; ///< why nothing could be taken over
    };

    /// TaskStore::Replacement with the lead of the store's clock.
    using ReplacementBy = std::function<std::optional<StoredTask>(const StoredTask &older, Duration ahead)>;

    template<typename Condition>
    [[nodiscard]] std::vector<ActiveWatch *> watchesOf(Condition condition) const;
    /// @p ahead: of the store's clock, which stamped the registration; see TaskStore::aheadOf().
    void adopt(StoredTask task, Duration ahead);
    void takeTended(const QSet<QString> &known, Result<Tended> tended);
    void adoptMissing(const QStringList &ours);
    void drop(const QString &id);
    [[nodiscard]] StoredTask storedOf(const Run &run) const;
    [[nodiscard]] ReplacementBy replacementBy(const WatchRequest &request, const QString &id) const;
    [[nodiscard]] StoredTask endedOf(const Run &run, const QString &replacedBy) const;
    [[nodiscard]] std::vector<StoredTask> takeUnwritten(std::size_t most);
    void takeWritten(const std::vector<StoredTask> &tasks, const Result<QStringList> &lost);
    void update(Run &run);
    void takeChange(const QString &id, bool isNews);
    template<typename Decide, typename Then>
    [[nodiscard]] QFuture<Result<Task>> change(Decide decide, Then then);
    static void allow(Run &run, qint64 timeout);
    void takeTimeouts(const QHash<QString, qint64> &timeouts);
    void endOverdue();
    void forgetOld();
    bool take(const Error *error);

    std::unique_ptr<TaskThread> m_direct; ///< used without a store thread
    TaskThread &m_store;
    InstanceClients &m_clients;
    const Clock &m_clock;
    const TaskLimits m_limits;
    const QString m_owner;
    std::map<QString, Run> m_runs; ///< by Task::id
    QSet<QString> m_unwritten;     ///< ids
    QSet<QString> m_news;          ///< those in m_unwritten with visible changes
    QSet<QString> m_fed;           ///< instances
    TaskCounts m_counts;
    QTimer m_flushing;
    QTimer m_tending;
    QTimer m_takingMore;                ///< calls tend() sooner while there are tasks to take over
    std::optional<Duration> m_forgotAt; ///< steady clock
    int m_adding = 0;                   ///< tasks that are not stored yet
    bool m_isWriting = false;
    bool m_isTending = false;
    bool m_reportedTrouble = false;
};

} // namespace lynceus
