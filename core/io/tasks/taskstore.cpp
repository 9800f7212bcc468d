#include "core/io/tasks/taskstore.h"

#include "core/io/log/categories.h"
#include "core/io/tasks/taskrow.h"
#include "core/io/tasks/taskschema.h"

#include <QSqlError>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString running()
{
    return nameOf(TaskState::InProgress);
}

/// Whether its end is due to its deadline.
bool ranOut(const StoredTask &task)
{
    const auto outcome = task.watch.record.verdict.outcome;
    return outcome == Outcome::TimedOut || outcome == Outcome::Aborted;
}

/// The name in NAMESPACE/NAME or NAME.
QString nameIn(const QString &app)
{
    return app.section(u'/', -1);
}

/// For LIKE with a backslash as its ESCAPE.
QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
}

} // namespace

TaskStore::TaskStore(DatabaseAddress address, const Clock &clock)
    : m_database(std::move(address), clock)
{ }

Result<std::unique_ptr<TaskStore>> TaskStore::open(DatabaseAddress address, const Clock &clock)
{
    std::unique_ptr<TaskStore> store(new TaskStore(std::move(address), clock));
    if (auto opened = store->m_database.open(); !opened)
        return tl::unexpected(opened.error());
    if (auto migrated = migrateTasks(store->m_database); !migrated)
        return tl::unexpected(migrated.error());
    return store;
}

Result<std::unique_ptr<TaskStore>> TaskStore::openExisting(DatabaseAddress address, const Clock &clock)
{
    std::unique_ptr<TaskStore> store(new TaskStore(std::move(address), clock));
    if (auto opened = store->m_database.openExisting(); !opened)
        return tl::unexpected(opened.error());
    if (auto checked = checkTaskSchema(store->m_database); !checked)
        return tl::unexpected(checked.error());
    return store;
}

std::unique_ptr<TaskStore> TaskStore::attached(DatabaseAddress address, const Clock &clock)
{
    return std::unique_ptr<TaskStore>(new TaskStore(std::move(address), clock));
}

Result<Duration> TaskStore::aheadOf(const Clock &clock)
{
    return m_database.now().map([&clock](Instant now) { return Duration{now - clock.now()}; });
}

Result<void> TaskStore::insert(const StoredTask &stored, const QString &owner, Instant leaseUntil, int place)
{
    auto values = taskValues(stored.task);
    values +=
        {owner, millisecondsOf(leaseUntil), recordValue(stored), memoryValue(stored), timelineValue(stored), -place};
    auto done =
        m_database.run(u"INSERT INTO task(%1, owner, lease_until, record, memory, timeline, change) "
                       "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(kTaskColumns),
                       values);
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<bool> TaskStore::end(const StoredTask &stored, int place)
{
    const auto &task = stored.task;
    auto done =
        m_database.run(u"UPDATE task SET state=?, reason=?, updated=?, record=?, memory=NULL, timeline=?, change=? "
                       "WHERE id=? AND state=?"_s,
                       {nameOf(task.state), task.reason, millisecondsOf(task.updated), recordValue(stored),
                        timelineValue(stored), -place, task.id, running()});
    return done ? Result<bool>(done->numRowsAffected() > 0) : tl::unexpected(done.error());
}

Result<void> TaskStore::addEvent(const StoredTask &task, TaskEvent event)
{
    return m_messages ? m_outbox.put(m_messages(task, event)) : Result<void>();
}

Result<std::vector<StoredTask>> TaskStore::add(const StoredTask &task, const QString &owner, Duration lease,
                                               const Replacement &replacement)
{
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    TaskTransaction transaction(m_database);
    if (auto began = transaction.begin(); !began)
        return tl::unexpected(began.error());
    const auto name = nameIn(task.task.app);
    if (m_database.isShared()) { // of two at the same time, the second sees the first
        auto locked = m_database.run(u"SELECT pg_advisory_xact_lock(hashtext(?))"_s, {name});
        if (!locked)
            return tl::unexpected(locked.error());
    }
    auto older = read(u"WHERE state=? AND (app=? OR app LIKE ? ESCAPE '\\') ORDER BY created"_s,
                      {running(), name, u"%/"_s + escaped(name)});
    if (!older)
        return older;
    std::vector<StoredTask> replaced;
    for (const auto &one : *older) {
        auto ended = replacement(one);
        if (!ended)
            continue;
        const auto written = end(*ended, static_cast<int>(replaced.size()) + 1);
        if (!written)
            return tl::unexpected(written.error());
        if (!*written)
            continue;
        if (auto added = addEvent(*ended, TaskEvent::Ended); !added)
            return tl::unexpected(added.error());
        replaced.push_back(*std::move(ended));
    }
    const auto changes = static_cast<int>(replaced.size()) + 1;
    if (auto inserted = insert(task, owner, *now + lease, changes); !inserted)
        return tl::unexpected(inserted.error());
    if (auto added = addEvent(task, TaskEvent::Started); !added)
        return tl::unexpected(added.error());
    if (auto added = task.watch.record.isOver() ? addEvent(task, TaskEvent::Ended) : Result<void>(); !added)
        return tl::unexpected(added.error());
    if (auto numbered = m_changes.number(changes); !numbered)
        return tl::unexpected(numbered.error());
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return replaced;
}

Result<std::vector<WatchRecord>> TaskStore::pastOf(const QString &app, const ApplicationKey &application, int limit)
{
    auto tasks = read(u"WHERE app=? AND state<>? ORDER BY created DESC LIMIT ?"_s, {app, running(), limit});
    if (!tasks)
        return tl::unexpected(tasks.error());
    std::vector<WatchRecord> past;
    for (auto &task : *tasks) {
        if (task.watch.record.request.application == application)
            past.push_back(std::move(task.watch.record));
    }
    return past;
}

Result<QStringList> TaskStore::save(const std::vector<StoredTask> &tasks, const QString &owner)
{
    TaskTransaction transaction(m_database);
    if (auto began = transaction.begin(); !began)
        return tl::unexpected(began.error());
    QStringList lost;
    int changes = 0;
    for (const auto &stored : tasks) {
        const auto &task = stored.task;
        auto done = m_database.run(
            u"UPDATE task SET state=?, reason=?, updated=?, record=?, memory=?, timeline=?, "
            "change=COALESCE(?, change) WHERE id=? AND owner=? AND state=? "
            "AND (COALESCE(timeout, -1)=? OR 0=?)"_s,
            {nameOf(task.state), task.reason, millisecondsOf(task.updated), recordValue(stored), memoryValue(stored),
             timelineValue(stored),
             stored.isNews ? QVariant(-(qlonglong{changes} + 1)) : QVariant(QMetaType(QMetaType::LongLong)), task.id,
             owner, running(), task.timeout.value_or(-1), ranOut(stored) ? 1 : 0});
        if (!done)
            return tl::unexpected(done.error());
        if (done->numRowsAffected() == 0) {
            lost += task.id;
            continue;
        }
        if (stored.isNews)
            ++changes;
        const auto &record = stored.watch.record;
        const bool isFailing = record.verdict.cause && !m_reportedFailing.contains(task.id);
        if (!record.isOver() && !isFailing)
            continue;
        if (auto added = addEvent(stored, record.isOver() ? TaskEvent::Ended : TaskEvent::Failing); !added)
            return tl::unexpected(added.error());
    }
    if (auto numbered = m_changes.number(changes); !numbered)
        return tl::unexpected(numbered.error());
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    for (const auto &stored : tasks) {
        if (stored.watch.record.isOver() || lost.contains(stored.task.id))
            m_reportedFailing.remove(stored.task.id);
        else if (stored.watch.record.verdict.cause)
            m_reportedFailing.insert(stored.task.id);
    }
    return lost;
}

/// A transaction with one change; false: there was nothing to change.
template<typename Change>
Result<bool> TaskStore::changeOne(Change change)
{
    TaskTransaction transaction(m_database);
    if (auto began = transaction.begin(); !began)
        return tl::unexpected(began.error());
    auto changed = change();
    if (!changed || !*changed)
        return changed;
    if (auto numbered = m_changes.number(1); !numbered)
        return tl::unexpected(numbered.error());
    auto committed = transaction.commit();
    return committed ? changed : tl::unexpected(committed.error());
}

Result<bool> TaskStore::endNow(const StoredTask &task)
{
    return changeOne([&]() -> Result<bool> {
        auto ended = end(task, 1);
        if (!ended || !*ended)
            return ended;
        auto added = addEvent(task, TaskEvent::Ended);
        return added ? ended : tl::unexpected(added.error());
    });
}

Result<bool> TaskStore::extend(const QString &id, qint64 timeout)
{
    return changeOne([&]() -> Result<bool> {
        auto done =
            m_database.run(u"UPDATE task SET timeout=?, change=-1 WHERE id=? AND state=?"_s, {timeout, id, running()});
        return done ? Result<bool>(done->numRowsAffected() > 0) : tl::unexpected(done.error());
    });
}

Result<QHash<QString, qint64>> TaskStore::timeouts(const QString &owner)
{
    auto rows = m_database.run(u"SELECT id, timeout FROM task WHERE owner=? AND state=? AND timeout IS NOT NULL"_s,
                               {owner, running()});
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, qint64> timeouts;
    while (rows->next())
        timeouts.insert(rows->value(0).toString(), rows->value(1).toLongLong());
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.error(Error::Kind::Unreachable, u"did not answer completely"_s));
    return timeouts;
}

Result<QStringList> TaskStore::renew(const QString &owner, Duration lease)
{
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    auto done = m_database.run(u"UPDATE task SET lease_until=? WHERE owner=? AND state=?"_s,
                               {millisecondsOf(*now + lease), owner, running()});
    if (!done)
        return tl::unexpected(done.error());
    auto rows = m_database.run(u"SELECT id FROM task WHERE owner=? AND state=?"_s, {owner, running()});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList ids;
    while (rows->next())
        ids += rows->value(0).toString();
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.error(Error::Kind::Unreachable, u"did not answer completely"_s));
    return ids;
}

Result<std::vector<StoredTask>> TaskStore::freeTasks(Instant now, int most)
{
    std::vector<StoredTask> tasks;
    const auto wanted = static_cast<std::size_t>(most);
    int rows = most;
    // There may be many old tasks of a later version, and none that can be read.
    for (int offset = 0; rows == most && tasks.size() < wanted; offset += rows) {
        auto page =
            read(u"WHERE state=? AND lease_until<? ORDER BY created, id LIMIT %1 OFFSET %2"_s.arg(most).arg(offset),
                 {running(), millisecondsOf(now)}, &rows);
        if (!page)
            return page;
        std::ranges::move(*page, std::back_inserter(tasks));
    }
    if (tasks.size() > wanted)
        tasks.erase(tasks.begin() + most, tasks.end());
    return tasks;
}

Result<std::vector<StoredTask>> TaskStore::takeOver(const QString &owner, Duration lease, int most)
{
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    auto free = freeTasks(*now, most);
    if (!free)
        return free;
    std::vector<StoredTask> ours;
    for (auto &task : *free) {
        // If several see it at the same time, one changes it; the second finds another owner.
        auto done =
            m_database.run(u"UPDATE task SET owner=?, lease_until=? WHERE id=? AND state=? AND lease_until<?"_s,
                           {owner, millisecondsOf(*now + lease), task.task.id, running(), millisecondsOf(*now)});
        if (!done)
            return tl::unexpected(done.error());
        if (done->numRowsAffected() > 0)
            ours.push_back(std::move(task));
    }
    return ours;
}

Result<void> TaskStore::release(const QString &owner)
{
    auto done =
        m_database.run(u"UPDATE task SET owner='', lease_until=0 WHERE owner=? AND state=?"_s, {owner, running()});
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<void> TaskStore::releaseAll()
{
    auto done = m_database.run(u"UPDATE task SET owner='', lease_until=0 WHERE state=?"_s, {running()});
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<std::vector<StoredTask>> TaskStore::read(const QString &where, const QVariantList &values, int *rowCount)
{
    auto rows = m_database.run(u"SELECT %1, record, memory, timeline FROM task "_s.arg(kTaskColumns) + where, values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<StoredTask> tasks;
    int count = 0;
    while (rows->next()) {
        ++count;
        auto stored = storedTaskFrom(*rows);
        if (stored)
            tasks.push_back(*std::move(stored));
        else // of a later version, which follows it
            qCWarning(logStore).noquote() << "a task cannot be read:" << stored.error().message;
    }
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.error(Error::Kind::Unreachable, u"did not answer completely"_s));
    if (rowCount)
        *rowCount = count;
    return tasks;
}

Result<std::optional<StoredTask>> TaskStore::stored(const QString &id)
{
    auto found = read(u"WHERE id=?"_s, {id});
    if (!found)
        return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::optional<Task>> TaskStore::task(const QString &id)
{
    auto row = m_database.run(u"SELECT %1 FROM task WHERE id=?"_s.arg(kTaskColumns), {id});
    if (!row)
        return tl::unexpected(row.error());
    if (row->next())
        return taskFrom(*row);
    if (row->lastError().isValid())
        return tl::unexpected(m_database.error(Error::Kind::Unreachable, u"did not answer completely"_s));
    return std::nullopt;
}

Result<TaskPage> TaskStore::tasks(const TaskQuery &query)
{
    constexpr qint64 kSecond = 1000; // ms
    QStringList conditions;
    QVariantList values;
    const auto add = [&](const QString &condition, const QVariant &value) {
        conditions += condition;
        values += value;
    };
    if (query.after)
        add(u"created>=?"_s, (*query.after + 1) * kSecond);
    if (query.until)
        add(u"created<?"_s, (*query.until + 1) * kSecond);
    if (!query.app.isEmpty())
        add(u"app=?"_s, query.app);
    if (!query.project.isEmpty())
        add(u"project=?"_s, query.project);
    if (query.state)
        add(u"state=?"_s, nameOf(*query.state));
    const auto where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
    const auto total = m_database.ask(u"SELECT count(*) FROM task"_s + where, values);
    if (!total)
        return tl::unexpected(total.error());
    auto rows =
        m_database.run(u"SELECT %1 FROM task"_s.arg(kTaskColumns) + where
                           + u" ORDER BY created DESC, id LIMIT %1 OFFSET %2"_s.arg(query.limit).arg(query.offset),
                       values);
    if (!rows)
        return tl::unexpected(rows.error());
    TaskPage page{{}, total->toLongLong()};
    while (rows->next())
        page.tasks.push_back(taskFrom(*rows));
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.error(Error::Kind::Unreachable, u"did not answer completely"_s));
    return page;
}

Result<qint64> TaskStore::countRunning()
{
    const auto count = m_database.ask(u"SELECT count(*) FROM task WHERE state=?"_s, {running()});
    return count ? Result<qint64>(count->toLongLong()) : tl::unexpected(count.error());
}

Result<int> TaskStore::retain(Duration age)
{
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    TaskTransaction transaction(m_database);
    if (const auto began = transaction.begin(); !began)
        return tl::unexpected(began.error());
    auto done =
        m_database.run(u"DELETE FROM task WHERE state<>? AND updated<?"_s, {running(), millisecondsOf(*now - age)});
    if (!done)
        return tl::unexpected(done.error());
    const auto removed = done->numRowsAffected();
    if (auto numbered = removed > 0 ? m_changes.numberRemoval() : Result<void>(); !numbered)
        return tl::unexpected(numbered.error());
    if (const auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return m_outbox.retain(age).map([&] { return removed; });
}

} // namespace lynceus
