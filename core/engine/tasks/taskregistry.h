#pragma once

#include "core/domain/model/changeset.h"
#include "core/engine/watches/activewatch.h"
#include "core/io/tasks/taskthread.h"

#include <QFuture>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>

namespace lynceus {

/// How many tasks a team server follows, and how long it keeps them.
struct TaskLimits
{
    int running = 2'000;                        ///< in progress at one time in this process
    Duration keep{std::chrono::hours(24 * 90)}; ///< since the end
    Duration answer = TaskThread::kAnswer;      ///< of the store to a change of a task; then it fails
};

/// Numbers since the start, for metrics.
struct TaskCounts
{
    qint64 accepted = 0;
    std::map<TaskState, qint64> ended;
};

/// All tasks that this process follows: registers, runs, stores and takes over.
///
/// What is registered or decided is in the store before anybody hears of it; a task that another replica took over, or
/// that has ended there, is dropped here and never written again. While the store cannot be used, watches go on and
/// their verdicts wait; nothing but leave() waits for the store. Lives in the thread of the clients; they outlive it,
/// as the store does.
///
/// What changes tasks is answered by a future in this thread, after TaskLimits::answer at the latest; without a thread
/// of the store it is finished at once. Futures that are left when this goes are cancelled.
class TaskRegistry final : public QObject
{
    Q_OBJECT
public:
    /// @p owner names this process among those that share the store; unique.
    TaskRegistry(TaskThread &store, InstanceClients &clients, const Clock &clock, TaskLimits limits, QString owner,
                 QObject *parent = nullptr);
    /// The same without a thread: calls of the store are made at once.
    TaskRegistry(TaskStore &store, InstanceClients &clients, const Clock &clock, TaskLimits limits, QString owner,
                 QObject *parent = nullptr);
    ~TaskRegistry() override;

    /// Takes over what nobody follows, and from then on does so by a timer.
    void start();

    /// Task::id, state and times are set here. The result is the task as it was stored. A running task with an image of
    /// the same name in the same application ends as cancelled. Errors: NotAllowed: there are too many; those of the
    /// store.
    [[nodiscard]] QFuture<Result<Task>> add(Task task, const WatchRequest &request);

    /// The same of a task whose application does not exist: it has ended as "app not found" with this reason.
    [[nodiscard]] QFuture<Result<Task>> addGone(Task task, const WatchRequest &request, const QString &reason);

    /// Ends a task that is in progress as cancelled, also one that another process follows. The result is the task as
    /// it was stored. Errors: NotFound; NotAllowed: it has ended; Unreachable: the store cannot be used.
    [[nodiscard]] QFuture<Result<Task>> cancel(const QString &id);
    /// The task may take @p timeout seconds since it was created; another process that follows it notices with its next
    /// look at its leases. Errors as above; BadInput: it may take as long already.
    [[nodiscard]] QFuture<Result<Task>> extend(const QString &id, qint64 timeout);

    /// What an instance's feed heard: watches of these applications look at once.
    void takeChanges(const ChangeSet &changes);
    /// Whether the feed hears of changes at all; else watches poll.
    void setFed(const QString &instance, bool fed);

    [[nodiscard]] int running() const { return static_cast<int>(m_runs.size()); }
    [[nodiscard]] const TaskCounts &counts() const { return m_counts; }

    /// Extends the leases, takes over what is free, and ends what is overdue; a timer calls it every 5 s.
    void tend();
    /// Writes what is not written yet, a part of it at a time.
    void flush();
    /// Writes everything and leaves the tasks to others: before this program ends. False: the store cannot be used.
    [[nodiscard]] bool leave();

Q_SIGNALS:
    /// It is in the store as it is said.
    void taskChanged(const lynceus::Task &task);
    /// The store has changes that it did not have before.
    void written();
    /// The store cannot be used, one sentence; once until it can be again.
    void noticeRaised(const QString &sentence);

private:
    struct Run
    {
        Task task;
        std::unique_ptr<ActiveWatch> watch;
        Duration registeredAt;                  ///< Clock::sinceBoot(), by the wall clock when it was adopted
        std::optional<Duration> overdueSince{}; ///< when we first saw its deadline had passed; steady
    };

    /// What the store said when the leases were extended.
    struct Tended
    {
        QStringList ours;
        QHash<QString, qint64> timeouts;   ///< Task::timeout of those that have one, by id
        std::vector<StoredTask> taken;     ///< over from others
        std::optional<Error> trouble = {}; ///< why nothing could be taken over
    };

    template<typename Condition>
    [[nodiscard]] std::vector<ActiveWatch *> watchesOf(Condition condition) const;
    void adopt(StoredTask task);
    void takeTended(const QSet<QString> &known, Result<Tended> tended);
    void adoptMissing(const QStringList &ours);
    void drop(const QString &id);
    [[nodiscard]] StoredTask storedOf(const Run &run) const;
    [[nodiscard]] TaskStore::Replacement replacementBy(const WatchRequest &request, const QString &id) const;
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

    std::unique_ptr<TaskThread> m_direct; ///< without a thread
    TaskThread &m_store;
    InstanceClients &m_clients;
    const Clock &m_clock;
    const TaskLimits m_limits;
    const QString m_owner;
    std::map<QString, Run> m_runs; ///< by Task::id
    QSet<QString> m_unwritten;     ///< ids
    QSet<QString> m_news;          ///< those of them that say something new
    QSet<QString> m_fed;           ///< instances
    TaskCounts m_counts;
    QTimer m_flushing;
    QTimer m_tending;
    std::optional<Duration> m_forgotAt; ///< steady
    int m_adding = 0;                   ///< tasks that the store does not have yet
    bool m_isWriting = false;
    bool m_isTending = false;
    bool m_toldTrouble = false;
};

} // namespace lynceus
