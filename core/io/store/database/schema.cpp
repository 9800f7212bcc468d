#include "core/io/store/database/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Step N migrates version N to N+1. Never change a step, because existing stores have run it. `words` is the
// case-folded text for searches; `record` and the other blobs are those of codec.h.
const std::array<QStringList, 4> &steps()
{
    static const std::array<QStringList, 4> all{
        QStringList{
            u"CREATE TABLE watch(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, instance TEXT NOT NULL, "
            "application TEXT NOT NULL, outcome TEXT NOT NULL, registered_at INTEGER NOT NULL, ended_at INTEGER, "
            "dismissed INTEGER NOT NULL, words TEXT NOT NULL, record BLOB NOT NULL)"_s,
            u"CREATE INDEX watch_ended ON watch(ended_at)"_s,
            u"CREATE TABLE memory(number INTEGER PRIMARY KEY, watch TEXT NOT NULL UNIQUE, value BLOB NOT NULL)"_s,
            u"CREATE TABLE timeline(number INTEGER PRIMARY KEY, watch TEXT NOT NULL UNIQUE, value BLOB NOT NULL)"_s,
        },
        QStringList{
            u"CREATE TABLE deployment(number INTEGER PRIMARY KEY, instance TEXT NOT NULL, namespace TEXT NOT NULL, "
            "application TEXT NOT NULL, started_at INTEGER NOT NULL, outcome TEXT NOT NULL, actor TEXT NOT NULL, "
            "proof TEXT NOT NULL, words TEXT NOT NULL, record BLOB NOT NULL, "
            "UNIQUE(instance, namespace, application, started_at))"_s,
            u"CREATE INDEX deployment_started ON deployment(started_at)"_s,
        },
        // Data for the four metrics, in short columns, so that a page holds as many rows as before.
        QStringList{
            u"ALTER TABLE deployment ADD COLUMN subject INTEGER"_s, // subjectOf(); NULL: the row is of version 2
            u"ALTER TABLE deployment ADD COLUMN took INTEGER"_s,    // ms from its start to its end
            u"ALTER TABLE deployment ADD COLUMN lead INTEGER"_s,    // ms from its commit to its start
            u"ALTER TABLE deployment ADD COLUMN is_rollback INTEGER NOT NULL DEFAULT 0"_s,
            u"ALTER TABLE deployment ADD COLUMN project TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE deployment ADD COLUMN rule TEXT NOT NULL DEFAULT ''"_s,
            u"CREATE TABLE follow(name TEXT PRIMARY KEY, record BLOB NOT NULL)"_s,
        },
        // Deployments of one application, newest first: it has some of a hundred thousand.
        QStringList{
            u"CREATE INDEX IF NOT EXISTS deployment_application ON deployment(application, started_at)"_s,
        }};
    return all;
}

Result<bool> hasTable(Database &database, const QString &condition)
{
    const auto count = database.ask(u"SELECT count(*) FROM sqlite_master WHERE type='table' AND %1"_s.arg(condition));
    return count ? Result<bool>(count->toInt() > 0) : tl::unexpected(count.error());
}

/// 0 for an empty file.
Result<int> versionOf(Database &database)
{
    const auto version = database.ask(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() > schemaVersion())
        return tl::unexpected(database.error(Database::Trouble::Newer));
    const auto isUsed = hasTable(database, u"name NOT LIKE 'sqlite_%'"_s);
    if (!isUsed)
        return tl::unexpected(isUsed.error());
    if (version->toInt() <= 0)
        return *isUsed ? Result<int>(tl::unexpected(database.error(Database::Trouble::Foreign))) : 0;
    QStringList tables{u"watch"_s, u"memory"_s, u"timeline"_s};
    if (version->toInt() >= kFirstWithDeployments)
        tables += u"deployment"_s;
    if (version->toInt() >= kFirstWithRules)
        tables += u"follow"_s;
    for (const auto &table : std::as_const(tables)) {
        const auto isThere = hasTable(database, u"name='%1'"_s.arg(table));
        if (!isThere)
            return tl::unexpected(isThere.error());
        const bool isOfAnother = *isUsed && table == "watch"_L1;
        if (!*isThere)
            return tl::unexpected(
                database.error(isOfAnother ? Database::Trouble::Foreign : Database::Trouble::Corrupt));
    }
    return version->toInt();
}

} // namespace

int schemaVersion()
{
    return static_cast<int>(steps().size());
}

Result<void> checkVersion(Database &database)
{
    const auto version = versionOf(database);
    return version ? Result<void>() : tl::unexpected(version.error());
}

Result<void> checkSchema(Database &database)
{
    const auto version = versionOf(database);
    if (!version)
        return tl::unexpected(version.error());
    return *version > 0 ? Result<void>() : tl::unexpected(database.error(Database::Trouble::Empty));
}

Result<void> openReadOnly(Database &database)
{
    const auto openAs = [&](Database::Use use) {
        auto ready = database.open(use);
        return ready ? checkSchema(database) : ready;
    };
    auto ready = openAs(Database::Use::ReadOnly);
    const auto trouble = database.trouble();
    // The index of the write-ahead log cannot be created beside it: then there are no writers either.
    if (!ready && (trouble == Database::Trouble::Absent || trouble == Database::Trouble::ReadOnly))
        ready = openAs(Database::Use::Immutable);
    return ready;
}

Result<void> migrate(Database &database)
{
    const auto version = versionOf(database);
    if (!version)
        return tl::unexpected(version.error());
    for (int at = *version; at < schemaVersion(); ++at) {
        Transaction transaction(database);
        if (auto began = transaction.begin(Transaction::Durability::Power); !began)
            return began;
        auto statements = steps()[static_cast<std::size_t>(at)];
        statements += u"PRAGMA user_version=%1"_s.arg(at + 1);
        for (const auto &statement : statements) {
            if (auto done = database.run(statement); !done)
                return tl::unexpected(done.error());
        }
        if (auto committed = transaction.commit(); !committed)
            return committed;
    }
    return {};
}

} // namespace lynceus
