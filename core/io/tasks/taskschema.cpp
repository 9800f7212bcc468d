#include "core/io/tasks/taskschema.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Step N migrates version N to N+1. Never change a step, because existing databases have run it. Times are milliseconds
// since 1970; `images` is JSON; the blobs are those of core/io/store/encoding/codec.h.
const std::array<QStringList, 6> &steps()
{
    static const std::array<QStringList, 6> all{
        QStringList{
            u"CREATE TABLE task(id TEXT PRIMARY KEY, instance TEXT NOT NULL, app TEXT NOT NULL, author TEXT NOT NULL, "
            "project TEXT NOT NULL, images TEXT NOT NULL, timeout BIGINT, refresh INTEGER, state TEXT NOT NULL, "
            "reason TEXT NOT NULL, created BIGINT NOT NULL, updated BIGINT NOT NULL, owner TEXT NOT NULL, "
            "lease_until BIGINT NOT NULL, record %BYTES% NOT NULL, memory %BYTES%, timeline %BYTES%)"_s,
            u"CREATE INDEX task_created ON task(created)"_s,
            u"CREATE INDEX task_state ON task(state)"_s,
            u"CREATE INDEX task_app ON task(app)"_s,
        },
        // Each task has the number of its newest change; task_change has the last assigned number.
        QStringList{
            u"ALTER TABLE task ADD COLUMN change BIGINT NOT NULL DEFAULT 0"_s,
            u"UPDATE task SET change=numbered.number FROM (SELECT id, row_number() OVER (ORDER BY created, id) AS "
            u"number "
            "FROM task) AS numbered WHERE task.id=numbered.id"_s,
            u"CREATE INDEX task_changed ON task(change)"_s,
            u"CREATE TABLE task_change(last BIGINT NOT NULL)"_s,
            u"INSERT INTO task_change(last) SELECT count(*) FROM task"_s,
        },
        QStringList{
            u"CREATE TABLE outbox(task TEXT NOT NULL, hook TEXT NOT NULL, event INTEGER NOT NULL, body %BYTES% NOT "
            u"NULL, "
            "state TEXT NOT NULL, created BIGINT NOT NULL, due BIGINT NOT NULL, tries INTEGER NOT NULL, "
            "first_try BIGINT NOT NULL, owner TEXT NOT NULL, lease_until BIGINT NOT NULL, "
            "PRIMARY KEY(task, hook, event))"_s,
            u"CREATE INDEX outbox_due ON outbox(hook, state, due)"_s,
        },
        QStringList{
            u"ALTER TABLE task ADD COLUMN revision TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE task ADD COLUMN chart_version TEXT NOT NULL DEFAULT ''"_s,
        },
        QStringList{
            u"ALTER TABLE task ADD COLUMN token TEXT NOT NULL DEFAULT ''"_s,
            u"CREATE INDEX task_project ON task(project)"_s,
            u"CREATE TABLE deploy_token(name TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, "
            "created BIGINT NOT NULL, revoked BIGINT)"_s,
        },
        // The number of the last removal of tasks; no task has it.
        QStringList{
            u"ALTER TABLE task_change ADD COLUMN removed BIGINT NOT NULL DEFAULT 0"_s,
        }};
    return all;
}

constexpr qint64 kMigrationLock = 0x6c796e636575; // "lynceu": no other lock in the database uses this number

Error newerSchema(const TaskDatabase &database)
{
    return database.error(Error::Kind::BadInput,
                          u"was written by a newer version of Lynceus: update this version; nothing was changed"_s);
}

/// 0: no tables.
Result<int> versionIn(TaskDatabase &database)
{
    const auto tables = database.ask(
        database.isShared() ? u"SELECT CASE WHEN to_regclass('lynceus_schema') IS NULL THEN 0 ELSE 1 END"_s
                            : u"SELECT count(*) FROM sqlite_master WHERE type='table' AND name='lynceus_schema'"_s);
    if (!tables)
        return tl::unexpected(tables.error());
    if (tables->toInt() == 0)
        return 0;
    const auto version = database.ask(u"SELECT max(version) FROM lynceus_schema"_s);
    return version ? Result<int>(version->toInt()) : tl::unexpected(version.error());
}

} // namespace

int taskSchemaVersion()
{
    return static_cast<int>(steps().size());
}

Result<void> checkTaskSchema(TaskDatabase &database)
{
    const auto version = versionIn(database);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > taskSchemaVersion())
        return tl::unexpected(newerSchema(database));
    if (*version == taskSchemaVersion())
        return {};
    return tl::unexpected(
        database.error(Error::Kind::BadInput,
                       *version == 0 ? u"has no tables of Lynceus: start \"lynceus serve\" with it, which makes them"_s
                                     : u"was written by an older version of Lynceus: start \"lynceus serve\" of this "
                                       "version, which migrates it; nothing was changed"_s));
}

Result<void> migrateTasks(TaskDatabase &database)
{
    TaskTransaction transaction(database);
    if (auto began = transaction.begin(); !began)
        return began;
    if (database.isShared()) {
        if (auto locked = database.run(u"SELECT pg_advisory_xact_lock(%1)"_s.arg(kMigrationLock)); !locked)
            return tl::unexpected(locked.error());
    }
    if (auto made = database.run(u"CREATE TABLE IF NOT EXISTS lynceus_schema(version BIGINT NOT NULL)"_s); !made)
        return tl::unexpected(made.error());
    const auto found = database.ask(u"SELECT max(version) FROM lynceus_schema"_s);
    if (!found)
        return tl::unexpected(found.error());
    const auto version = found->toInt();
    if (version > taskSchemaVersion())
        return tl::unexpected(newerSchema(database));
    for (int at = version; at < taskSchemaVersion(); ++at) {
        auto statements = steps()[static_cast<std::size_t>(at)];
        statements += u"DELETE FROM lynceus_schema"_s;
        statements += u"INSERT INTO lynceus_schema(version) VALUES(%1)"_s.arg(at + 1);
        for (const auto &statement : statements) {
            if (auto done = database.run(statement); !done)
                return tl::unexpected(done.error());
        }
    }
    return transaction.commit();
}

} // namespace lynceus
