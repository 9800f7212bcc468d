#include "core/io/tasks/taskchangelog.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace lynceus {

Result<qint64> TaskChangeLog::last()
{
    const auto last = m_database.ask(u"SELECT last FROM task_change"_s);
    return last ? Result<qint64>(last->toLongLong()) : tl::unexpected(last.error());
}

Result<qint64> TaskChangeLog::lastRemoval()
{
    const auto removed = m_database.ask(u"SELECT removed FROM task_change"_s);
    return removed ? Result<qint64>(removed->toLongLong()) : tl::unexpected(removed.error());
}

Result<std::vector<TaskChange>> TaskChangeLog::between(qint64 after, qint64 until, const TaskChangeFilter &filter,
                                                       bool onlyRunning, int most)
{
    auto where = u"change>? AND change<=?"_s;
    QVariantList values{after, until};
    const auto add = [&](const QString &condition, const QString &value) {
        if (value.isEmpty())
            return;
        where += condition;
        values += value;
    };
    add(u" AND id=?"_s, filter.id);
    add(u" AND app=?"_s, filter.app);
    add(u" AND project=?"_s, filter.project);
    add(u" AND state=?"_s, onlyRunning ? nameOf(TaskState::InProgress) : QString());
    auto rows = m_database.run(
        u"SELECT change, id, app, project, state FROM task WHERE %1 ORDER BY change LIMIT %2"_s.arg(where).arg(most),
        values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<TaskChange> changes;
    while (rows->next())
        changes.push_back({rows->value(0).toLongLong(), rows->value(1).toString(), rows->value(2).toString(),
                           rows->value(3).toString(),
                           taskStateFrom(rows->value(4).toString()).value_or(TaskState::Aborted)});
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.error(Error::Kind::Unreachable, u"did not answer completely"_s));
    return changes;
}

Result<void> TaskChangeLog::number(int count)
{
    if (count == 0)
        return {};
    if (auto raised = m_database.run(u"UPDATE task_change SET last=last+?"_s, {count}); !raised)
        return tl::unexpected(raised.error());
    const auto newest = last();
    if (!newest)
        return tl::unexpected(newest.error());
    auto numbered = m_database.run(u"UPDATE task SET change=?-change WHERE change<0"_s, {*newest - count});
    return numbered ? Result<void>() : tl::unexpected(numbered.error());
}

Result<void> TaskChangeLog::numberRemoval()
{
    auto numbered = m_database.run(u"UPDATE task_change SET last=last+1, removed=last+1"_s);
    return numbered ? Result<void>() : tl::unexpected(numbered.error());
}

} // namespace lynceus
