#include "core/io/store/applicationcache.h"

#include "core/io/store/database/storefolder.h"
#include "core/io/store/encoding/codec.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kVersion = 1;
constexpr int kMostCommits = 5'000; // a few hundred bytes each

} // namespace

ApplicationCache::ApplicationCache(QString file)
    : m_database(std::move(file))
{ }

Result<void> ApplicationCache::open()
{
    if (auto made = makeFolderOf(m_database.file()); !made)
        return made;
    auto opened = prepare();
    const auto trouble = m_database.trouble();
    if (opened || (trouble != Database::Trouble::Corrupt && trouble != Database::Trouble::Newer))
        return opened;
    m_database.close();
    for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_database.file() + end);
    return prepare();
}

Result<void> ApplicationCache::openToRead()
{
    if (auto opened = m_database.open(Database::Use::ReadOnly); !opened)
        return opened;
    const auto version = m_database.ask(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    return version->toInt() == kVersion ? Result<void>() : tl::unexpected(m_database.error(Database::Trouble::Newer));
}

Result<void> ApplicationCache::prepare()
{
    if (auto opened = m_database.open(Database::Use::Write); !opened)
        return opened;
    const auto version = m_database.ask(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() != kVersion && version->toInt() != 0)
        return tl::unexpected(m_database.error(Database::Trouble::Newer)); // or older: a cache is not migrated
    for (const auto &statement :
         {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s,
          u"CREATE TABLE IF NOT EXISTS applications(instance TEXT PRIMARY KEY, saved_at INTEGER NOT NULL, "
          "blob BLOB NOT NULL)"_s,
          u"CREATE TABLE IF NOT EXISTS commits(instance TEXT NOT NULL, revision TEXT NOT NULL, saved_at INTEGER NOT "
          "NULL, blob BLOB NOT NULL, PRIMARY KEY(instance, revision))"_s,
          u"PRAGMA user_version=%1"_s.arg(kVersion)}) {
        if (auto done = m_database.run(statement); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<void> ApplicationCache::save(const QString &instance, const Applications &applications)
{
    auto done = m_database.run(
        u"INSERT INTO applications(instance, saved_at, blob) VALUES(?, ?, ?) ON CONFLICT(instance) DO UPDATE SET "
        "saved_at=excluded.saved_at, blob=excluded.blob"_s,
        {instance, qint64{applications.savedAt.time_since_epoch().count()}, applications.blob});
    return done ? Result<void>() : tl::unexpected(done.error());
}

std::optional<ApplicationCache::Applications> ApplicationCache::applications(const QString &instance)
{
    auto query = m_database.run(u"SELECT blob, saved_at FROM applications WHERE instance=?"_s, {instance});
    if (!query || !query->next())
        return std::nullopt;
    return Applications{query->value(0).toByteArray(), Instant{Duration{query->value(1).toLongLong()}}};
}

Result<void> ApplicationCache::saveCommit(const QString &instance, const QString &revision,
                                          const RevisionMetadata &commit, Instant now)
{
    auto done =
        m_database.run(u"INSERT OR REPLACE INTO commits(instance, revision, saved_at, blob) VALUES(?, ?, ?, ?)"_s,
                       {instance, revision, qint64{now.time_since_epoch().count()}, packed(toCbor(commit))});
    if (done)
        done = m_database.run(u"DELETE FROM commits WHERE rowid IN (SELECT rowid FROM commits ORDER BY saved_at DESC "
                              "LIMIT -1 OFFSET ?)"_s,
                              {kMostCommits});
    return done ? Result<void>() : tl::unexpected(done.error());
}

std::optional<RevisionMetadata> ApplicationCache::commit(const QString &instance, const QString &revision)
{
    const auto blob =
        m_database.ask(u"SELECT blob FROM commits WHERE instance=? AND revision=?"_s, {instance, revision});
    if (!blob || !blob->isValid())
        return std::nullopt;
    const auto map = unpacked(blob->toByteArray());
    const auto commit = map ? revisionMetadataFrom(*map) : tl::unexpected(map.error());
    return commit ? std::optional(*commit) : std::nullopt;
}

Result<void> ApplicationCache::forget(const QString &instance)
{
    for (const auto &statement :
         {u"DELETE FROM applications WHERE instance=?"_s, u"DELETE FROM commits WHERE instance=?"_s}) {
        if (auto done = m_database.run(statement, {instance}); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

} // namespace lynceus
