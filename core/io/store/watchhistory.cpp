// What WatchStore says of the past, and how long it keeps it.
#include "core/io/store/codec.h"
#include "core/io/store/conditions.h"
#include "core/io/store/watchrow.h"
#include "core/io/store/watchstore.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kForgetAtOnce = 64; // ended watches, until the file is looked at again

Conditions conditionsOf(const HistoryQuery &query)
{
    Conditions conditions;
    conditions.add(u"ended_at IS NOT NULL"_s, {});
    conditions.addText(query.text.toCaseFolded());
    conditions.addEqual(u"instance"_s, query.instance);
    conditions.addEqual(u"application"_s, query.application);
    conditions.addPeriod(u"ended_at"_s, query.from, query.until);
    conditions.addChoice(u"outcome"_s, query.outcomes);
    return conditions;
}

} // namespace

Result<std::vector<WatchRecord>> WatchStore::history(const HistoryQuery &query)
{
    const auto conditions = conditionsOf(query);
    auto rows = m_database.run(u"SELECT record, number FROM watch"_s + conditions.text()
                                   + u" ORDER BY ended_at DESC, number DESC LIMIT ?"_s,
                               conditions.values() + QVariantList{query.limit});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<WatchRecord> records;
    while (rows->next()) {
        if (auto record = recordFrom(rows->value(0).toByteArray()))
            records.push_back(*std::move(record));
        else
            noteUnreadable(rows->value(1).toLongLong(), record.error());
    }
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.error(Database::Trouble::Corrupt));
    return records;
}

Result<int> WatchStore::countHistory(const HistoryQuery &query)
{
    const auto conditions = conditionsOf(query);
    const auto count =
        m_database.ask(u"SELECT count(*) FROM (SELECT 1 FROM watch"_s + conditions.text() + u" LIMIT ?)"_s,
                       conditions.values() + QVariantList{query.limit});
    return count ? Result<int>(count->toInt()) : tl::unexpected(count.error());
}

Result<std::vector<WatchRecord>> WatchStore::pastOf(const ApplicationKey &application, int limit)
{
    HistoryQuery query;
    query.instance = application.instance;
    query.application = application.name;
    query.limit = limit;
    auto records = history(query);
    if (records) {
        std::erase_if(*records, [&](const WatchRecord &record) {
            return record.expectation.application.nameSpace != application.nameSpace;
        });
    }
    return records;
}

/// Not that of the file: deployments have a limit of their own, and many of them must not push out verdicts.
Result<qint64> WatchStore::size()
{
    const auto bytes = m_database.ask(u"SELECT (SELECT coalesce(sum(length(record) + length(words)), 0) FROM watch)"
                                      " + (SELECT coalesce(sum(length(value)), 0) FROM memory)"
                                      " + (SELECT coalesce(sum(length(value)), 0) FROM timeline)"_s);
    return bytes ? Result<qint64>(bytes->toLongLong()) : tl::unexpected(bytes.error());
}

Result<int> WatchStore::forget(const QString &where, const QVariantList &values)
{
    const auto chosen = u"(SELECT id FROM watch WHERE ended_at IS NOT NULL AND %1)"_s.arg(where);
    for (const auto &table : {u"memory"_s, u"timeline"_s}) {
        auto done = m_database.run(u"DELETE FROM %1 WHERE watch IN %2"_s.arg(table, chosen), values);
        if (!done)
            return tl::unexpected(done.error());
    }
    const auto done = m_database.run(u"DELETE FROM watch WHERE id IN %1"_s.arg(chosen), values);
    return done ? Result<int>(done->numRowsAffected()) : tl::unexpected(done.error());
}

Result<int> WatchStore::retain(Instant now, const RetentionLimits &limits)
{
    Transaction transaction(m_database);
    if (auto began = transaction.begin(Durability::Program); !began)
        return tl::unexpected(began.error());
    auto removed = forget(u"ended_at<?"_s, {qint64{(now - limits.age).time_since_epoch().count()}});
    int total = removed.value_or(0);
    auto bytes = size();
    while (removed && bytes && *bytes > limits.size) {
        removed = forget(u"id IN (SELECT id FROM watch WHERE ended_at IS NOT NULL ORDER BY ended_at LIMIT ?)"_s,
                         {kForgetAtOnce});
        if (removed.value_or(0) == 0)
            break;
        total += *removed;
        bytes = size();
    }
    if (!removed || !bytes)
        return tl::unexpected(removed ? bytes.error() : removed.error());
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return total;
}

} // namespace lynceus
