#include "core/io/store/watchstore.h"

#include "core/io/log/categories.h"
#include "core/io/store/database/conditions.h"
#include "core/io/store/database/schema.h"
#include "core/io/store/database/storefolder.h"
#include "core/io/store/deployments/deploymentstore.h"
#include "core/io/store/deployments/followstore.h"
#include "core/io/store/encoding/codec.h"
#include "core/io/store/salvage.h"
#include "core/io/store/watchrow.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

qint64 millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

QVariant orNull(const std::optional<Instant> &instant)
{
    return instant ? QVariant(millisecondsOf(*instant)) : QVariant();
}

Result<StoredWatch> watchFrom(const QSqlQuery &row)
{
    auto record = recordFrom(row.value(0).toByteArray());
    if (!record)
        return tl::unexpected(record.error());
    StoredWatch watch{*std::move(record), {}, timelineFrom(row.value(2).toByteArray()), row.value(3).toBool()};
    if (const auto memory = unpacked(row.value(1).toByteArray()))
        watch.memory = *memory;
    return watch;
}

Result<void> keepDeployments(const QString &file, const std::vector<Deployment> &deployments)
{
    auto store = DeploymentStore::open(file);
    return store ? (*store)->write(deployments) : tl::unexpected(store.error());
}

Result<void> keepRules(const QString &file, const std::vector<FollowRule> &rules)
{
    auto store = FollowStore::open(file);
    if (!store)
        return tl::unexpected(store.error());
    for (const auto &rule : rules) {
        if (auto saved = (*store)->save(rule); !saved)
            return saved;
    }
    return {};
}

void removeDatabase(const QString &file)
{
    for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(file + end);
}

constexpr qint64 kHeaderBytes = 100; // https://www.sqlite.org/fileformat.html

/// Emptied by another program: our files have a page from the start, or a log. SQLite takes a file that is shorter than
/// its header for a new one.
bool isEmptied(const QString &file)
{
    const QFileInfo info(file);
    return info.isFile() && info.size() < kHeaderBytes && QFileInfo(file + u"-wal"_s).size() == 0;
}

constexpr int kForgetAtOnce = 64; // ended watches, until the size is checked again

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

WatchStore::WatchStore(const QString &file)
    : m_database(file)
{ }

Result<WatchStore::Opened> WatchStore::open(const QString &file, Instant now)
{
    if (auto made = makeFolderOf(file); !made)
        return tl::unexpected(made.error());
    Opened opened{std::unique_ptr<WatchStore>(new WatchStore(file)), {}};
    if (isRecovered(file)) { // Lynceus was killed during the recovery
        const auto aside = replaceDamaged(file, now);
        if (!aside)
            return tl::unexpected(aside.error());
        opened.notices += u"%1 was damaged: its readable data was recovered; the damaged file was kept beside it"_s.arg(
            QDir::toNativeSeparators(file));
    }
    const bool wasEmptied = isEmptied(file);
    auto prepared = opened.store->prepare();
    if (prepared && wasEmptied)
        opened.notices += u"%1 was empty: its watches and history are lost; Lynceus created it again"_s.arg(
            QDir::toNativeSeparators(file));
    if (!prepared && opened.store->m_database.trouble() == Database::Trouble::Corrupt) {
        opened.store->m_database.close();
        const auto salvaged = salvage(file);
        if (auto recovered = recover(file, salvaged); !recovered)
            return tl::unexpected(recovered.error());
        const auto aside = replaceDamaged(file, now);
        if (!aside)
            return tl::unexpected(aside.error());
        prepared = opened.store->prepare();
        opened.notices += salvageNotice(file, *aside, salvaged);
    }
    if (!prepared)
        return tl::unexpected(prepared.error());
    return opened;
}

/// Writes recoveredName(). The damaged file stays in its place until the new one is complete, so that neither a full
/// disk nor a kill loses data.
Result<void> WatchStore::recover(const QString &file, const Salvaged &salvaged)
{
    const auto unfinished = file + u".recovering"_s;
    removeDatabase(unfinished); // of a recovery that was killed
    auto written = writeRecovered(unfinished, salvaged);
    if (written && !QFile::rename(unfinished, recoveredName(file)))
        written = badInput(u"%1 cannot be renamed"_s.arg(QDir::toNativeSeparators(unfinished)));
    if (written)
        return {};
    removeDatabase(unfinished);
    auto error = written.error();
    error.asked = file;
    error.message = u"%1 is damaged and was not changed, because its data could not be recovered: %2"_s.arg(
        QDir::toNativeSeparators(file), error.message);
    return tl::unexpected(std::move(error));
}

Result<void> WatchStore::writeRecovered(const QString &file, const Salvaged &salvaged)
{
    WatchStore store(file);
    if (auto prepared = store.prepare(); !prepared)
        return prepared;
    if (auto written = store.write(salvaged.watches, Durability::Power); !written)
        return written;
    if (auto kept = keepDeployments(file, salvaged.deployments); !kept)
        return kept;
    if (auto kept = keepRules(file, salvaged.rules); !kept)
        return kept;
    // Moves the log into the file and syncs it: then one file can be renamed.
    const auto mode = store.m_database.ask(u"PRAGMA journal_mode=DELETE"_s);
    if (!mode)
        return tl::unexpected(mode.error());
    if (mode->toString() != "delete"_L1)
        return tl::unexpected(store.m_database.error(Database::Trouble::Locked));
    return {};
}

Result<std::unique_ptr<WatchStore>> WatchStore::openToRead(const QString &file)
{
    std::unique_ptr<WatchStore> store(new WatchStore(file));
    const auto isThere = store->m_database.exists();
    if (!isThere)
        return tl::unexpected(isThere.error());
    if (!*isThere)
        return nullptr;
    if (auto ready = openReadOnly(store->m_database); !ready)
        return tl::unexpected(ready.error());
    return store;
}

std::unique_ptr<WatchStore> WatchStore::inMemory()
{
    std::unique_ptr<WatchStore> store(new WatchStore(u":memory:"_s));
    const auto prepared = store->prepare();
    Q_ASSERT(prepared);
    Q_UNUSED(prepared);
    return store;
}

Result<void> WatchStore::prepare()
{
    if (auto opened = m_database.open(Database::Use::Write); !opened)
        return opened;
    if (auto checked = checkVersion(m_database); !checked)
        return checked;
    for (const auto &statement : {u"PRAGMA auto_vacuum=FULL"_s, u"PRAGMA journal_mode=WAL"_s}) {
        if (auto done = m_database.run(statement); !done)
            return tl::unexpected(done.error());
    }
    // Detected now, a damaged file can be set aside before it is used. 20 ms for 10 MB.
    const auto sound = m_database.ask(u"PRAGMA quick_check(1)"_s);
    if (!sound)
        return tl::unexpected(sound.error());
    if (sound->toString() != "ok"_L1)
        return tl::unexpected(m_database.error(Database::Trouble::Corrupt));
    if (auto migrated = migrate(m_database); !migrated)
        return migrated;
    Transaction probe(m_database); // checks whether it is writable
    if (auto began = probe.begin(Durability::Program); !began)
        return began;
    return probe.commit();
}

Result<void> WatchStore::write(const std::vector<StoredWatch> &watches, Durability durability)
{
    Transaction transaction(m_database);
    if (auto began = transaction.begin(durability); !began)
        return began;
    for (const auto &watch : watches) {
        if (auto done = put(watch); !done)
            return done;
    }
    return transaction.commit();
}

Result<void> WatchStore::put(const StoredWatch &watch)
{
    const auto &record = watch.record;
    auto done = m_database.run(
        u"INSERT INTO watch(id, instance, application, outcome, registered_at, ended_at, dismissed, words, record) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET outcome=excluded.outcome, "
        "ended_at=excluded.ended_at, dismissed=excluded.dismissed, words=excluded.words, record=excluded.record"_s,
        {record.id, record.request.application.instance, record.request.application.name,
         nameOf(record.verdict.outcome), millisecondsOf(record.registeredAt), orNull(record.endedAt), watch.dismissed,
         searchWords(record), packed(toCbor(record))});
    if (!done)
        return tl::unexpected(done.error());
    const auto memory = watch.memory.isEmpty() ? QByteArray() : packed(watch.memory);
    if (auto put = putPart(u"memory"_s, record.id, memory); !put)
        return put;
    return putPart(u"timeline"_s, record.id, watch.timeline.empty() ? QByteArray() : packedTimeline(watch.timeline));
}

Result<void> WatchStore::putPart(const QString &table, const QString &id, const QByteArray &value)
{
    const auto done = value.isEmpty()
        ? m_database.run(u"DELETE FROM %1 WHERE watch=?"_s.arg(table), {id})
        : m_database.run(
            u"INSERT INTO %1(watch, value) VALUES(?, ?) ON CONFLICT(watch) DO UPDATE SET value=excluded.value"_s.arg(
                table),
            {id, value});
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<std::vector<StoredWatch>> WatchStore::read(const QString &where, const QVariantList &values)
{
    auto query = m_database.run(u"SELECT watch.record, memory.value, timeline.value, watch.dismissed, watch.number "
                                u"FROM watch LEFT JOIN memory ON "
                                "memory.watch=watch.id LEFT JOIN timeline ON timeline.watch=watch.id "_s
                                    + where,
                                values);
    if (!query)
        return tl::unexpected(query.error());
    std::vector<StoredWatch> watches;
    while (query->next()) {
        // One of a later version does not affect the others.
        if (auto watch = watchFrom(*query))
            watches.push_back(*std::move(watch));
        else
            noteUnreadable(query->value(4).toLongLong(), watch.error());
    }
    if (query->lastError().isValid())
        return tl::unexpected(m_database.error(Database::Trouble::Corrupt));
    return watches;
}

void WatchStore::noteUnreadable(qint64 number, const Error &error)
{
    qCInfo(logStore).noquote() << m_database.file() << error.message;
    m_unreadable.insert(number);
}

Result<int> WatchStore::countUnreadable()
{
    auto rows = m_database.run(u"SELECT number, record FROM watch"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        if (const auto record = recordFrom(rows->value(1).toByteArray()); !record)
            noteUnreadable(rows->value(0).toLongLong(), record.error());
    }
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.error(Database::Trouble::Corrupt));
    return unreadable();
}

QString WatchStore::unreadableNotice() const
{
    const auto file = QDir::toNativeSeparators(m_database.file());
    const auto why = u"damaged, or written by a newer version of Lynceus"_s;
    if (unreadable() == 1)
        return u"1 watch in %1 cannot be read and was skipped: it is %2"_s.arg(file, why);
    return u"%1 watches in %2 cannot be read and were skipped: they are %3"_s.arg(unreadable()).arg(file, why);
}

Result<std::vector<StoredWatch>> WatchStore::board()
{
    return read(u"WHERE watch.dismissed=0 ORDER BY watch.number"_s, {});
}

Result<std::vector<StoredWatch>> WatchStore::all()
{
    return read(u"ORDER BY watch.number"_s, {});
}

Result<std::optional<StoredWatch>> WatchStore::watch(const QString &id)
{
    auto found = read(u"WHERE watch.id=?"_s, {id});
    if (!found)
        return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<TimelineEntry>> WatchStore::timeline(const QString &id)
{
    const auto value = m_database.ask(u"SELECT value FROM timeline WHERE watch=?"_s, {id});
    if (!value)
        return tl::unexpected(value.error());
    return timelineFrom(value->toByteArray());
}

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

/// Not the file size: deployments have their own limit, and must not push out verdicts.
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
