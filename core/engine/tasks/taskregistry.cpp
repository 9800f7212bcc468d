#include "core/engine/tasks/taskregistry.h"

#include "core/domain/watch/watchrequests.h"
#include "core/engine/tasks/taskreason.h"

#include <QUuid>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kTendEvery{5'000};
constexpr Duration kLease{15'000}; // with the time between two looks, a takeover takes 20 s at most
constexpr int kTakenAtOnce = 50;   // so that one replica does not take all while others start
constexpr Duration kFlushAfter{700};
constexpr Duration kFlushAgain{5'000};
constexpr Duration kForgetEvery{std::chrono::hours(1)};
// After the deadline, for the one complete look that decides. Pipelines wait for the end of their task: without a limit
// they would wait for as long as Argo CD is away.
constexpr Duration kLastLook{30'000};

bool isOf(const WatchRecord &record, const ApplicationKey &key)
{
    const auto &application = record.expectation.application;
    return application.name == key.name && application.instance == key.instance
        && (application.nameSpace.isEmpty() || application.nameSpace == key.nameSpace);
}

bool concerns(const ChangeSet &changes, const WatchRecord &record)
{
    return std::ranges::any_of(changes.changed,
                               [&](const ChangeSet::Changed &change) { return isOf(record, change.entry.key); })
        || std::ranges::any_of(changes.removed, [&](const ApplicationKey &key) { return isOf(record, key); })
        || std::ranges::any_of(changes.inserted,
                               [&](const ApplicationEntry &entry) { return isOf(record, entry.key); });
}

Error endedError(const Task &task)
{
    return {Error::Kind::NotAllowed, task.id, u"the task has ended: %1"_s.arg(nameOf(task.state)), false, 0};
}

} // namespace

/// A list of its own: what is done to one of them may end it. Those that end are deleted later.
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

void TaskRegistry::start()
{
    m_tending.start(kTendEvery);
    tend();
}

/// Keeps what the store said last; true: all is well.
bool TaskRegistry::take(const Error *error)
{
    if (!error) {
        m_toldTrouble = false;
        return true;
    }
    if (!std::exchange(m_toldTrouble, true))
        Q_EMIT noticeRaised(error->message);
    return false;
}

Result<Task> TaskRegistry::add(Task task, const WatchRequest &request)
{
    if (running() >= m_limits.running)
        return tl::unexpected(
            Error{Error::Kind::NotAllowed, task.app, u"too many tasks are in progress (%1)"_s.arg(running()), true, 0});
    if (auto checked = checkRequests({request}); !checked)
        return tl::unexpected(checked.error());
    task.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    task.state = TaskState::InProgress;
    task.reason.clear();
    task.created = task.updated = m_clock.now();
    StoredTask stored{task, {beginningOf(request, task.id, task.created), {}, {}, false}};
    const auto replaced =
        m_store.add(stored, m_owner, kLease, [&](const StoredTask &older) -> std::optional<StoredTask> {
            if (!replaces(request, older.watch.record.request))
                return std::nullopt;
            return endedOf(older, task.id);
        });
    if (!replaced) {
        std::ignore = take(&replaced.error());
        return tl::unexpected(replaced.error());
    }
    for (const auto &older : *replaced) {
        drop(older.task.id);
        ++m_counts.ended[older.task.state];
        Q_EMIT taskChanged(older.task);
    }
    ++m_counts.accepted;
    adopt(std::move(stored));
    Q_EMIT taskChanged(task);
    Q_EMIT written();
    return task;
}

Result<Task> TaskRegistry::addGone(Task task, const WatchRequest &request, const QString &reason)
{
    task.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    task.state = taskStateOf(Outcome::Gone);
    task.reason = reason;
    task.created = task.updated = m_clock.now();
    auto record = beginningOf(request, task.id, task.created);
    record.verdict.outcome = Outcome::Gone;
    record.verdict.decidedAt = record.endedAt = task.created;
    const auto stored =
        m_store.add({task, {record, {}, {}, false}}, m_owner, kLease, [](const StoredTask &) { return std::nullopt; });
    if (!take(stored ? nullptr : &stored.error()))
        return tl::unexpected(stored.error());
    ++m_counts.accepted;
    ++m_counts.ended[task.state];
    Q_EMIT taskChanged(task);
    Q_EMIT written();
    return task;
}

/// As it is when a newer task ends it. Ours is newer than the store: a verdict that could not be written yet stands.
StoredTask TaskRegistry::endedOf(const StoredTask &older, const QString &replacedBy) const
{
    const auto run = m_runs.find(older.task.id);
    if (run != m_runs.end() && run->second.watch->record().isOver())
        return storedOf(run->second);
    auto ended = older;
    ended.watch = run != m_runs.end()
        ? run->second.watch->ended(Outcome::Cancelled, replacedBy)
        : ActiveWatch(older.watch, m_clients, m_clock, nullptr).ended(Outcome::Cancelled, replacedBy);
    ended.task.state = taskStateOf(Outcome::Cancelled);
    ended.task.reason = taskReason(ended.watch.record);
    ended.task.updated = m_clock.now();
    return ended;
}

void TaskRegistry::adopt(StoredTask stored)
{
    const auto id = stored.task.id;
    if (m_runs.contains(id))
        return;
    auto watch = std::make_unique<ActiveWatch>(std::move(stored.watch), m_clients, m_clock, nullptr);
    watch->setFed(m_fed.contains(stored.task.instance));
    connect(watch.get(), &ActiveWatch::changed, this, [this, id] { takeChange(id, true); });
    connect(watch.get(), &ActiveWatch::observed, this, [this, id] { takeChange(id, false); });
    auto *run = watch.get();
    // From here on the wall clock may be set: it says only what had passed before.
    const auto before = std::max(Duration{0}, m_clock.now() - run->record().registeredAt);
    auto &added =
        m_runs.emplace(id, Run{std::move(stored.task), std::move(watch), m_clock.sinceBoot() - before}).first->second;
    if (added.task.timeout)
        allow(added, *added.task.timeout);
    run->run();
}

Result<StoredTask> TaskRegistry::runningTask(const QString &id)
{
    auto stored = m_store.stored(id);
    if (!take(stored ? nullptr : &stored.error()))
        return tl::unexpected(stored.error());
    if (!*stored)
        return tl::unexpected(Error{Error::Kind::NotFound, id, u"task not found"_s, false, 0});
    if ((*stored)->task.state != TaskState::InProgress)
        return tl::unexpected(endedError((*stored)->task));
    const auto run = m_runs.find(id);
    if (run != m_runs.end() && run->second.watch->record().isOver()) // and is not written yet
        return tl::unexpected(endedError(run->second.task));
    return **std::move(stored);
}

Result<Task> TaskRegistry::cancel(const QString &id)
{
    const auto stored = runningTask(id);
    if (!stored)
        return tl::unexpected(stored.error());
    const auto ended = endedOf(*stored, {});
    const auto isWritten = m_store.endNow(ended);
    if (!take(isWritten ? nullptr : &isWritten.error()))
        return tl::unexpected(isWritten.error());
    if (!*isWritten) { // another process ended it a moment ago
        const auto now = runningTask(id);
        return tl::unexpected(now ? endedError(now->task) : now.error());
    }
    drop(id);
    ++m_counts.ended[ended.task.state];
    Q_EMIT taskChanged(ended.task);
    Q_EMIT written();
    return ended.task;
}

Result<Task> TaskRegistry::extend(const QString &id, qint64 timeout)
{
    auto stored = runningTask(id);
    if (!stored)
        return tl::unexpected(stored.error());
    const auto run = m_runs.find(id);
    const auto &expectation =
        run == m_runs.end() ? stored->watch.record.expectation : run->second.watch->record().expectation;
    const qint64 known =
        std::chrono::floor<std::chrono::seconds>(expectation.deadline - expectation.registeredAt).count();
    const auto present = std::max(known, stored->task.timeout.value_or(0)); // another process may not know yet
    if (timeout <= present)
        return badInput(u"timeout is not larger than the present one, %1 s since the task was created"_s.arg(present));
    const auto isWritten = m_store.extend(id, timeout);
    if (!take(isWritten ? nullptr : &isWritten.error()))
        return tl::unexpected(isWritten.error());
    stored->task.timeout = timeout;
    if (!*isWritten)
        return tl::unexpected(endedError(stored->task));
    if (run != m_runs.end()) {
        allow(run->second, timeout);
        takeChange(id, true);
        flush();
    }
    Q_EMIT written();
    return stored->task;
}

/// An extension by another process reaches the one that follows the task with its leases.
void TaskRegistry::takeTimeouts()
{
    const auto timeouts = m_store.timeouts(m_owner);
    if (!take(timeouts ? nullptr : &timeouts.error()))
        return;
    for (auto &[id, run] : m_runs) {
        const auto timeout = timeouts->constFind(id);
        if (timeout == timeouts->constEnd() || run.task.timeout == *timeout || run.watch->record().isOver())
            continue;
        allow(run, *timeout);
        m_unwritten.insert(id);
        m_news.insert(id);
    }
}

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
    run->second.watch.release()->deleteLater(); // we may be in one of its signals
    m_runs.erase(run);
    m_unwritten.remove(id);
    m_news.remove(id);
}

StoredTask TaskRegistry::storedOf(const Run &run) const
{
    return {run.task, run.watch->stored()};
}

/// What the pipeline is told follows what the watch says, and nothing else.
void TaskRegistry::update(Run &run)
{
    const auto &record = run.watch->record();
    const auto state = taskStateOf(record.verdict.outcome);
    if (state == run.task.state)
        return;
    run.task.state = state;
    run.task.reason = taskReason(record);
    run.task.updated = m_clock.now();
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

void TaskRegistry::flush()
{
    m_flushing.stop();
    std::vector<StoredTask> tasks;
    for (const auto &id : std::as_const(m_unwritten)) {
        tasks.push_back(storedOf(m_runs.at(id)));
        tasks.back().isNews = m_news.contains(id);
    }
    if (tasks.empty())
        return;
    const auto lost = m_store.save(tasks, m_owner);
    if (!take(lost ? nullptr : &lost.error())) {
        m_flushing.start(kFlushAgain);
        return;
    }
    m_unwritten.clear();
    const bool hadNews = !std::exchange(m_news, {}).isEmpty();
    for (const auto &id : *lost)
        drop(id);
    for (const auto &stored : tasks) {
        if (lost->contains(stored.task.id) || stored.task.state == TaskState::InProgress)
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
    takeTimeouts();
    endOverdue();
    flush();
    const auto ours = m_store.renew(m_owner, kLease);
    if (!take(ours ? nullptr : &ours.error()))
        return;
    std::vector<QString> lost;
    for (const auto &[id, run] : m_runs) {
        if (!ours->contains(id))
            lost.push_back(id);
    }
    for (const auto &id : lost)
        drop(id);
    adoptMissing(*ours);
    auto free = m_store.takeOver(m_owner, kLease, kTakenAtOnce);
    if (!take(free ? nullptr : &free.error()))
        return;
    for (auto &task : *free)
        adopt(std::move(task));
    forgetOld();
}

/// What was taken over by a call that then failed.
void TaskRegistry::adoptMissing(const QStringList &ours)
{
    for (const auto &id : ours) {
        if (m_runs.contains(id))
            continue;
        auto stored = m_store.stored(id);
        if (!take(stored ? nullptr : &stored.error()))
            return;
        if (*stored)
            adopt(*std::move(*stored));
    }
}

void TaskRegistry::endOverdue()
{
    const auto now = m_clock.steady();
    for (auto &[id, run] : m_runs) {
        const auto &record = run.watch->record();
        const auto allowed = record.expectation.deadline - record.expectation.registeredAt; // the server's clock
        if (record.isOver() || m_clock.sinceBoot() - run.registeredAt < allowed)
            continue;
        // From when we noticed: a process or a computer that stood still until now has not looked yet.
        if (!run.overdueSince)
            run.overdueSince = now;
        const bool tries = run.watch->isRunning() && now - run.watch->runningSince() < kLastLook;
        if (tries || now - *run.overdueSince < kLastLook)
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
    const auto forgotten = m_store.retain(m_limits.keep);
    std::ignore = take(forgotten ? nullptr : &forgotten.error());
}

void TaskRegistry::takeChanges(const ChangeSet &changes)
{
    if (changes.fromCache)
        return;
    for (auto *watch : watchesOf([&](const Run &run) { return concerns(changes, run.watch->record()); }))
        watch->lookAgain();
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
    for (const auto &[id, run] : m_runs)
        m_unwritten.insert(id);
    flush();
    const bool isWritten = m_unwritten.isEmpty();
    const auto released = m_store.release(m_owner);
    return isWritten && released.has_value();
}

} // namespace lynceus
