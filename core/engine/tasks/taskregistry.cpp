#include "core/engine/tasks/taskregistry.h"

#include "core/domain/watch/rollouttimes.h"
#include "core/domain/watch/usualnotice.h"
#include "core/domain/watch/watchrequests.h"
#include "core/engine/tasks/taskdecision.h"
#include "core/engine/tasks/taskreason.h"
#include "core/engine/watches/concerns.h"

#include <QPromise>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kTendEvery{5'000};
constexpr Duration kLease{15'000}; // with the interval between checks, a takeover takes at most 20 s
constexpr int kTakenAtOnce = 50;   // so that one replica does not take all tasks while others start
constexpr int kLeastPause = 50;    // ms, until the next takeover after one that found tasks
constexpr int kMostPause = 150;    // ms; random between the two, so that replicas alternate
constexpr Duration kFlushAfter{700};
constexpr Duration kFlushAgain{5'000};
constexpr std::size_t kWrittenAtOnce = 100; // so that registering does not wait for thousands of writes
constexpr Duration kLastWrite{2'000};       // when this program exits
constexpr Duration kForgetEvery{std::chrono::hours(1)};
// After the deadline, for the complete observation that decides. Pipelines wait for the end of their task; without a
// limit they would wait as long as Argo CD is unavailable.
constexpr Duration kLastCheck{30'000};
constexpr Duration kDateIsRounded{2'000}; // the server's time is known to a second

/// Also for wrong settings of the server: the request was valid.
Error storeError(Error error)
{
    error.kind = Error::Kind::Unreachable;
    return error;
}

using TaskPromise = QPromise<Result<Task>>;

std::shared_ptr<TaskPromise> startedPromise()
{
    auto promise = std::make_shared<TaskPromise>();
    promise->start();
    return promise;
}

void settle(TaskPromise &promise, Result<Task> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

QFuture<Result<Task>> finished(const Error &error)
{
    const auto promise = startedPromise();
    settle(*promise, tl::unexpected(error));
    return promise->future();
}

} // namespace

/// A copy: changing one of them may end it. Ended ones are deleted later.
template<typename Condition>
std::vector<ActiveWatch *> TaskRegistry::watchesOf(Condition condition) const
{
    std::vector<ActiveWatch *> watches;
    for (const auto &[id, run] : m_runs) {
        if (condition(run))
            watches.push_back(run.watch.get());
    }
    return watches;
}

TaskRegistry::TaskRegistry(TaskStore &store, InstanceClients &clients, const Clock &clock, TaskLimits limits,
                           QString owner, QObject *parent)
    : TaskRegistry(*new TaskThread(store), clients, clock, limits, std::move(owner), parent)
{
    m_direct.reset(&m_store);
}

TaskRegistry::TaskRegistry(TaskThread &store, InstanceClients &clients, const Clock &clock, TaskLimits limits,
                           QString owner, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clients(clients)
    , m_clock(clock)
    , m_limits(limits)
    , m_owner(std::move(owner))
{
    m_flushing.setSingleShot(true);
    connect(&m_flushing, &QTimer::timeout, this, &TaskRegistry::flush);
    connect(&m_tending, &QTimer::timeout, this, &TaskRegistry::tend);
    m_takingMore.setSingleShot(true);
    connect(&m_takingMore, &QTimer::timeout, this, &TaskRegistry::tend);
    connect(&clients, &InstanceClients::clientChanged, this, [this](const QString &instance) {
        for (auto *watch : watchesOf([&](const Run &run) { return run.task.instance == instance; })) {
            watch->pause();
            watch->run();
        }
    });
}

TaskRegistry::~TaskRegistry()
{
    m_clients.disconnect(this);
}

namespace {

struct Added
{
    StoredTask task;
    std::vector<StoredTask> replaced;
    Duration ahead; ///< of the store's clock
};

/// Runs in the thread of the store, which has the earlier tasks of the application. The times in @p task are by @p
/// clock. Stored are those of the database, because another replica, with another clock, may take the task over.
Result<Added> addedTo(TaskStore &store, Task task, const WatchRequest &request, const QString &owner,
                      const std::function<std::optional<StoredTask>(const StoredTask &, Duration)> &replacement,
                      const Clock &clock)
{
    const auto ahead = store.aheadOf(clock);
    if (!ahead)
        return tl::unexpected(ahead.error());
    task.created += *ahead;
    task.updated += *ahead;
    StoredTask stored{task, {beginningOf(request, task.id, task.created), {}, {}, false}};
    if (const auto past = store.pastOf(task.app, request.application, int(kMostSamples)))
        stored.watch.record.expectation.usualNotice = usualNotice(*past);
    auto replaced =
        store.add(stored, owner, kLease, [&](const StoredTask &older) { return replacement(older, *ahead); });
    if (!replaced)
        return tl::unexpected(replaced.error());
    return Added{std::move(stored), *std::move(replaced), *ahead};
}

/// Like addedTo() for a task that has ended.
Result<Task> addedGone(TaskStore &store, Task task, const WatchRequest &request, const QString &owner,
                       const Clock &clock)
{
    const auto ahead = store.aheadOf(clock);
    if (!ahead)
        return tl::unexpected(ahead.error());
    task.created += *ahead;
    task.updated += *ahead;
    auto record = beginningOf(request, task.id, task.created);
    record.verdict.outcome = Outcome::Gone;
    record.verdict.decidedAt = record.endedAt = task.created;
    return store.add({task, {record, {}, {}, false}}, owner, kLease, [](const StoredTask &) { return std::nullopt; })
        .map([&task](const std::vector<StoredTask> &) { return task; });
}

} // namespace

void TaskRegistry::start()
{
    m_tending.start(kTendEvery);
    tend();
}

/// Records the last result of the store; returns true if it succeeded.
bool TaskRegistry::take(const Error *error)
{
    if (!error) {
        m_reportedTrouble = false;
        return true;
    }
    if (!std::exchange(m_reportedTrouble, true))
        Q_EMIT noticeRaised(error->message);
    return false;
}

QFuture<Result<Task>> TaskRegistry::add(Task task, const WatchRequest &request)
{
    if (running() + m_adding >= m_limits.running)
        return finished(Error{Error::Kind::NotAllowed, task.app,
                              u"too many tasks are in progress (%1)"_s.arg(running() + m_adding), true, 0});
    if (auto checked = checkRequests({request}); !checked)
        return finished(checked.error());
    task.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    task.state = TaskState::InProgress;
    task.reason.clear();
    task.created = task.updated = m_clock.now();
    const auto promise = startedPromise();
    ++m_adding;
    m_store.runWithin(
        m_limits.answer, this,
        [task, request, owner = m_owner, replacement = replacementBy(request, task.id),
         &clock = m_clock](TaskStore &store) { return addedTo(store, task, request, owner, replacement, clock); },
        [this, promise](const Result<Added> &added) {
            --m_adding;
            if (!take(added ? nullptr : &added.error()))
                return settle(*promise, tl::unexpected(added.error()));
            for (const auto &older : added->replaced) {
                drop(older.task.id);
                ++m_counts.ended[older.task.state];
                Q_EMIT taskChanged(older.task);
            }
            ++m_counts.accepted;
            adopt(added->task, added->ahead);
            Q_EMIT taskChanged(added->task.task);
            Q_EMIT written();
            settle(*promise, added->task.task);
        });
    return promise->future();
}

QFuture<Result<Task>> TaskRegistry::addGone(Task task, const WatchRequest &request, const QString &reason)
{
    task.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    task.state = taskStateOf(Outcome::Gone);
    task.reason = reason;
    task.created = task.updated = m_clock.now();
    const auto promise = startedPromise();
    m_store.runWithin(
        m_limits.answer, this,
        [task, request, owner = m_owner, &clock = m_clock](TaskStore &store) {
            return addedGone(store, task, request, owner, clock);
        },
        [this, promise](const Result<Task> &stored) {
            if (!take(stored ? nullptr : &stored.error()))
                return settle(*promise, tl::unexpected(stored.error()));
            ++m_counts.accepted;
            ++m_counts.ended[stored->state];
            Q_EMIT taskChanged(*stored);
            Q_EMIT written();
            settle(*promise, *stored);
        });
    return promise->future();
}

/// Runs in the thread of the store and holds its data by value.
TaskRegistry::ReplacementBy TaskRegistry::replacementBy(const WatchRequest &request, const QString &id) const
{
    std::map<QString, StoredTask> ours;
    for (const auto &[older, run] : m_runs) {
        if (replaces(request, run.watch->record().request))
            ours.emplace(older, endedOf(run, id));
    }
    return [request, id, ours = std::move(ours), &clients = m_clients,
            &clock = m_clock](const StoredTask &older, Duration ahead) -> std::optional<StoredTask> {
        if (!replaces(request, older.watch.record.request))
            return std::nullopt;
        if (const auto own = ours.find(older.task.id); own != ours.end())
            return own->second;
        return cancelledTask(older.task, ActiveWatch(older.watch, clients, clock, nullptr, ahead), id);
    };
}

/// The state when a newer task ends it. Ours is newer than the store's: a verdict that could not be written yet counts.
StoredTask TaskRegistry::endedOf(const Run &run, const QString &replacedBy) const
{
    return run.watch->record().isOver() ? storedOf(run) : cancelledTask(run.task, *run.watch, replacedBy);
}

void TaskRegistry::adopt(StoredTask stored, Duration ahead)
{
    const auto id = stored.task.id;
    if (m_runs.contains(id))
        return;
    auto watch = std::make_unique<ActiveWatch>(std::move(stored.watch), m_clients, m_clock, nullptr, ahead);
    watch->setFed(m_fed.contains(stored.task.instance));
    connect(watch.get(), &ActiveWatch::changed, this, [this, id] { takeChange(id, true); });
    connect(watch.get(), &ActiveWatch::observed, this, [this, id] { takeChange(id, false); });
    auto *run = watch.get();
    // The wall clock may be set later: it is only used for the time before this.
    const auto before = std::max(Duration{0}, run->now() - run->record().registeredAt);
    auto &added =
        m_runs.emplace(id, Run{std::move(stored.task), std::move(watch), m_clock.sinceBoot() - before}).first->second;
    if (added.task.timeout)
        allow(added, *added.task.timeout);
    run->run();
}

/// @p decide runs in the thread of the store and returns the task; @p then is called here if it changed.
template<typename Decide, typename Then>
QFuture<Result<Task>> TaskRegistry::change(Decide decide, Then then)
{
    const auto promise = startedPromise();
    m_store.runWithin(m_limits.answer, this, std::move(decide),
                      [this, promise, then = std::move(then)](const Result<TaskDecision> &decision) {
                          if (!take(decision ? nullptr : &decision.error()))
                              return settle(*promise, tl::unexpected(storeError(decision.error())));
                          if (*decision)
                              then(**decision);
                          settle(*promise, *decision);
                      });
    return promise->future();
}

QFuture<Result<Task>> TaskRegistry::cancel(const QString &id)
{
    const auto run = m_runs.find(id);
    const auto ours = run == m_runs.end() ? std::nullopt : std::optional(endedOf(run->second, {}));
    if (ours && run->second.watch->record().isOver()) // but is not written yet
        return finished(taskEnded(run->second.task));
    return change([id, ours, &clients = m_clients,
                   &clock = m_clock](TaskStore &store) { return cancelStored(store, id, ours, clients, clock); },
                  [this](const Task &ended) {
                      drop(ended.id);
                      ++m_counts.ended[ended.state];
                      Q_EMIT taskChanged(ended);
                      Q_EMIT written();
                  });
}

QFuture<Result<Task>> TaskRegistry::extend(const QString &id, qint64 timeout)
{
    const auto run = m_runs.find(id);
    if (run != m_runs.end() && run->second.watch->record().isOver()) // but is not written yet
        return finished(taskEnded(run->second.task));
    const auto ours = run == m_runs.end() ? std::nullopt : std::optional(run->second.watch->record().expectation);
    return change([id, timeout, ours](TaskStore &store) { return extendStored(store, id, timeout, ours); },
                  [this, timeout](const Task &extended) {
                      const auto now = m_runs.find(extended.id);
                      if (now != m_runs.end() && !now->second.watch->isDecided()) {
                          allow(now->second, timeout);
                          takeChange(extended.id, true);
                          flush();
                      }
                      Q_EMIT written();
                  });
}

/// An extension by another process is read by the process that follows the task, with its leases.
void TaskRegistry::takeTimeouts(const QHash<QString, qint64> &timeouts)
{
    for (auto &[id, run] : m_runs) {
        const auto timeout = timeouts.constFind(id);
        if (timeout == timeouts.constEnd() || run.task.timeout == *timeout || run.watch->isDecided())
            continue;
        allow(run, *timeout);
        m_unwritten.insert(id);
        m_news.insert(id);
    }
}

/// Not for a decided watch: its task keeps the timeout that was used, so that the store rejects a verdict that depends
/// on it, and adoptMissing() continues the task.
void TaskRegistry::allow(Run &run, qint64 timeout)
{
    run.task.timeout = timeout;
    const auto &expectation = run.watch->record().expectation;
    const auto deadline = expectation.registeredAt + std::chrono::seconds(timeout);
    if (deadline <= expectation.deadline)
        return;
    run.watch->setDeadline(deadline);
    run.overdueSince.reset();
}

void TaskRegistry::drop(const QString &id)
{
    const auto run = m_runs.find(id);
    if (run == m_runs.end())
        return;
    run->second.watch->disconnect(this);
    run->second.watch.release()->deleteLater(); // this may be called from one of its signals
    m_runs.erase(run);
    m_unwritten.remove(id);
    m_news.remove(id);
}

StoredTask TaskRegistry::storedOf(const Run &run) const
{
    return {run.task, run.watch->stored()};
}

/// The state that pipelines see is derived from the watch only.
void TaskRegistry::update(Run &run)
{
    const auto &record = run.watch->record();
    const auto state = taskStateOf(record.verdict.outcome);
    if (state == run.task.state)
        return;
    run.task.state = state;
    run.task.reason = taskReason(record);
    run.task.updated = run.watch->now();
}

void TaskRegistry::takeChange(const QString &id, bool isNews)
{
    const auto run = m_runs.find(id);
    if (run == m_runs.end())
        return;
    update(run->second);
    m_unwritten.insert(id);
    if (isNews)
        m_news.insert(id);
    if (run->second.task.state != TaskState::InProgress)
        flush();
    else if (!m_flushing.isActive())
        m_flushing.start(kFlushAfter);
}

/// Ended ones first: their pipelines are waiting.
std::vector<StoredTask> TaskRegistry::takeUnwritten(std::size_t most)
{
    std::vector<QString> ids(m_unwritten.begin(), m_unwritten.end());
    // Not std::ranges::partition: clang 14 cannot compile its result.
    std::partition(ids.begin(), ids.end(),
                   [this](const QString &id) { return m_runs.at(id).watch->record().isOver(); });
    ids.resize(std::min(ids.size(), most));
    std::vector<StoredTask> tasks;
    for (const auto &id : ids) {
        tasks.push_back(storedOf(m_runs.at(id)));
        tasks.back().isNews = m_news.remove(id);
        m_unwritten.remove(id);
    }
    return tasks;
}

void TaskRegistry::flush()
{
    m_flushing.stop();
    if (m_isWriting) // newer changes are written after it
        return;
    const auto tasks = takeUnwritten(kWrittenAtOnce);
    if (tasks.empty())
        return;
    m_isWriting = true;
    m_store.run(
        this, [tasks, owner = m_owner](TaskStore &store) { return store.save(tasks, owner); },
        [this, tasks](const Result<QStringList> &lost) {
            m_isWriting = false;
            takeWritten(tasks, lost);
            if (lost && !m_unwritten.isEmpty())
                flush();
        });
}

void TaskRegistry::takeWritten(const std::vector<StoredTask> &tasks, const Result<QStringList> &lost)
{
    if (!take(lost ? nullptr : &lost.error())) {
        for (const auto &stored : tasks) {
            if (!m_runs.contains(stored.task.id))
                continue;
            m_unwritten.insert(stored.task.id);
            if (stored.isNews)
                m_news.insert(stored.task.id);
        }
        m_flushing.start(kFlushAgain);
        return;
    }
    const bool hadNews = std::ranges::any_of(tasks, &StoredTask::isNews);
    for (const auto &id : *lost)
        drop(id);
    for (const auto &stored : tasks) {
        if (stored.task.state == TaskState::InProgress || !m_runs.contains(stored.task.id))
            continue;
        ++m_counts.ended[stored.task.state];
        drop(stored.task.id);
        Q_EMIT taskChanged(stored.task);
    }
    if (hadNews)
        Q_EMIT written();
}

void TaskRegistry::tend()
{
    endOverdue();
    flush();
    if (std::exchange(m_isTending, true))
        return;
    QSet<QString> known;
    for (const auto &[id, run] : m_runs)
        known.insert(id);
    m_store.run(
        this,
        [owner = m_owner, &clock = m_clock](TaskStore &store) -> Result<Tended> {
            const auto ahead = store.aheadOf(clock);
            if (!ahead)
                return tl::unexpected(ahead.error());
            auto ours = store.renew(owner, kLease);
            if (!ours)
                return tl::unexpected(ours.error());
            auto timeouts = store.timeouts(owner);
            if (!timeouts)
                return tl::unexpected(timeouts.error());
            Tended tended{*std::move(ours), *std::move(timeouts), {}, *ahead};
            auto taken = store.takeOver(owner, kLease, kTakenAtOnce);
            if (taken)
                tended.taken = *std::move(taken);
            else
                tended.trouble = taken.error();
            return tended;
        },
        [this, known](Result<Tended> tended) {
            m_isTending = false;
            takeTended(known, std::move(tended));
        });
}

/// @p known: our tasks when the store was asked; tasks registered since then are not lost.
void TaskRegistry::takeTended(const QSet<QString> &known, Result<Tended> tended)
{
    if (!take(tended ? nullptr : &tended.error()))
        return;
    const QSet<QString> ours(tended->ours.begin(), tended->ours.end());
    for (const auto &id : known - ours)
        drop(id);
    adoptMissing(tended->ours);
    takeTimeouts(tended->timeouts);
    for (auto &task : tended->taken)
        adopt(std::move(task), tended->ahead);
    // Not only after a full batch: another replica may have taken the rest of it.
    if (!tended->taken.empty() && m_tending.isActive())
        m_takingMore.start(Duration{QRandomGenerator::global()->bounded(kLeastPause, kMostPause)});
    if (take(tended->trouble ? &*tended->trouble : nullptr))
        forgetOld();
}

/// Tasks that were taken over or registered by a call that then failed.
void TaskRegistry::adoptMissing(const QStringList &ours)
{
    struct Found
    {
        std::vector<StoredTask> tasks;
        Duration ahead; ///< of the store's clock
    };
    QStringList missing;
    std::ranges::copy_if(ours, std::back_inserter(missing), [this](const QString &id) { return !m_runs.contains(id); });
    if (missing.isEmpty())
        return;
    m_store.run(
        this,
        [missing, &clock = m_clock](TaskStore &store) -> Result<Found> {
            const auto ahead = store.aheadOf(clock);
            if (!ahead)
                return tl::unexpected(ahead.error());
            Found found{{}, *ahead};
            for (const auto &id : missing) {
                auto stored = store.stored(id);
                if (!stored)
                    return tl::unexpected(stored.error());
                if (*stored && (*stored)->task.state == TaskState::InProgress)
                    found.tasks.push_back(**std::move(stored));
            }
            return found;
        },
        [this](Result<Found> found) {
            if (!take(found ? nullptr : &found.error()))
                return;
            for (auto &task : found->tasks)
                adopt(std::move(task), found->ahead);
        });
}

void TaskRegistry::endOverdue()
{
    const auto now = m_clock.steady();
    for (auto &[id, run] : m_runs) {
        const auto &record = run.watch->record();
        const auto deadline = record.bakeDeadline().value_or(record.expectation.deadline); // server's clock
        const auto allowed = deadline - record.expectation.registeredAt;
        if (record.isOver())
            continue;
        // The judge waits for its own deadline, even if the registration was stamped by a wrong clock.
        const auto serverNow = run.watch->knownServerNow();
        const bool isEarly = serverNow && *serverNow + kDateIsRounded < deadline;
        if (isEarly || m_clock.sinceBoot() - run.registeredAt < allowed) {
            run.overdueSince.reset(); // the bake time may begin after the deadline
            continue;
        }
        // Counts from when we noticed: a process or computer that was suspended has not checked yet.
        if (!run.overdueSince)
            run.overdueSince = now;
        const bool tries = run.watch->isRunning() && now - run.watch->runningSince() < kLastCheck;
        if (tries || now - *run.overdueSince < kLastCheck)
            continue;
        run.watch->end(run.watch->ended(Outcome::Aborted));
        update(run);
        m_unwritten.insert(id);
        m_news.insert(id);
    }
}

void TaskRegistry::forgetOld()
{
    if (m_forgotAt && m_clock.steady() - *m_forgotAt < kForgetEvery)
        return;
    m_forgotAt = m_clock.steady();
    m_store.run(
        this, [keep = m_limits.keep](TaskStore &store) { return store.retain(keep); },
        [this](const Result<int> &forgotten) { std::ignore = take(forgotten ? nullptr : &forgotten.error()); });
}

void TaskRegistry::takeChanges(const ChangeSet &changes)
{
    if (changes.fromCache)
        return;
    for (auto *watch : watchesOf([&](const Run &run) { return concerns(changes, run.watch->record()); }))
        watch->checkAgain();
}

void TaskRegistry::setFed(const QString &instance, bool fed)
{
    if (fed)
        m_fed.insert(instance);
    else
        m_fed.remove(instance);
    for (auto *watch : watchesOf([&](const Run &run) { return run.task.instance == instance; }))
        watch->setFed(fed);
}

bool TaskRegistry::leave()
{
    m_tending.stop();
    m_takingMore.stop();
    m_flushing.stop();
    for (const auto &[id, run] : m_runs)
        m_unwritten.insert(id);
    const auto tasks = takeUnwritten(m_unwritten.size());
    const auto lost =
        m_store.ask([tasks, owner = m_owner](TaskStore &store) { return store.save(tasks, owner); }, kLastWrite);
    takeWritten(tasks, lost);
    m_flushing.stop();
    const auto released = m_store.ask([owner = m_owner](TaskStore &store) { return store.release(owner); });
    return lost && released;
}

} // namespace lynceus
