#include "core/io/store/database/database.h"

#include "core/io/process/runtimepackage.h"
#include "core/io/readfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kBusyTimeout = 1'000; // ms; a command beside the engine writes for a few; more means that a program hangs

// https://www.sqlite.org/rescode.html; the low byte is the primary code.
Database::Trouble troubleOf(int code)
{
    switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Database::Trouble::Locked;
    case 13: // SQLITE_FULL
        return Database::Trouble::Full;
    case 8: // SQLITE_READONLY
    case 3: // SQLITE_PERM
        return Database::Trouble::ReadOnly;
    case 14: // SQLITE_CANTOPEN
        return Database::Trouble::Absent;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return Database::Trouble::Corrupt;
    case 10: // SQLITE_IOERR
        // A file size limit (ulimit -f, quota) is a write error, which users see as a full disk.
        return (code >> 8) == 3 ? Database::Trouble::Full : Database::Trouble::Other;
    default:
        return Database::Trouble::Other;
    }
}

QString sentence(Database::Trouble trouble, const QString &file, const QString &words)
{
    switch (trouble) {
    case Database::Trouble::Locked:
        return u"%1 is in use by another program: end that program or try again"_s.arg(file);
    case Database::Trouble::Full:
        return u"%1 cannot be written because the disk is full: free some space"_s.arg(file);
    case Database::Trouble::ReadOnly:
        return u"%1 cannot be written because it is read-only: make its folder writable"_s.arg(file);
    case Database::Trouble::Absent:
        return u"%1 cannot be opened: its folder must exist and be readable and writable"_s.arg(file);
    case Database::Trouble::Corrupt:
        return u"%1 is damaged: restart Lynceus, which recovers readable data and keeps the damaged file"_s.arg(file);
    case Database::Trouble::Newer:
        return u"%1 was written by a newer version of Lynceus: update this version; nothing was changed"_s.arg(file);
    case Database::Trouble::Empty:
        return u"%1 is empty, so there are no watches and no history: start the window or \"lynceus daemon\" to create it again"_s
            .arg(file);
    case Database::Trouble::Foreign:
        return u"%1 is the database of another program: move it away, and Lynceus creates a new file"_s.arg(file);
    case Database::Trouble::NoFile:
        return u"%1: move it away, and Lynceus creates a new file"_s.arg(words);
    case Database::Trouble::Driver:
        return missingText(RuntimePackage::SqliteDriver);
    case Database::Trouble::None:
    case Database::Trouble::Other:
        break;
    }
    return u"%1 cannot be used: %2"_s.arg(file, words);
}

} // namespace

Database::Database(QString file)
    : m_file(std::move(file))
    , m_connection(u"store-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{ }

Database::~Database()
{
    close();
}

Error Database::error(Trouble trouble, const QString &words)
{
    m_trouble = trouble;
    const bool passes = trouble == Trouble::Locked || trouble == Trouble::Full;
    return {Error::Kind::BadInput, m_file, sentence(trouble, QDir::toNativeSeparators(m_file), words), passes, 0};
}

Error Database::errorOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    return this->error(troubleOf(code), error.databaseText());
}

Result<bool> Database::exists()
{
    if (!isInstalled(RuntimePackage::SqliteDriver))
        return tl::unexpected(error(Trouble::Driver));
    return QFileInfo::exists(m_file);
}

Result<void> Database::open(Use use)
{
    close();
    if (!isInstalled(RuntimePackage::SqliteDriver))
        return tl::unexpected(error(Trouble::Driver));
    // SQLite would wait for a pipe forever. Log and index are files of the same kind.
    for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        if (const auto problem = whyNoFile(m_file + end); !problem.isEmpty())
            return tl::unexpected(error(Trouble::NoFile, problem));
    }
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    auto options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeout);
    auto name = m_file;
    if (use != Use::Write)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (use == Use::Immutable) {
        options += u";QSQLITE_OPEN_URI"_s;
        name = QUrl::fromLocalFile(m_file).toString(QUrl::FullyEncoded) + u"?immutable=1"_s;
    }
    connection.setConnectOptions(options);
    connection.setDatabaseName(name);
    if (!connection.open())
        return tl::unexpected(errorOf(connection.lastError()));
    return {};
}

void Database::close()
{
    if (!QSqlDatabase::contains(m_connection))
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<QSqlQuery> Database::run(const QString &statement, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::unexpected(errorOf(query.lastError()));
    for (const auto &value : values)
        // A null QString would become NULL.
        query.addBindValue(value.typeId() == QMetaType::QString && value.toString().isNull() ? QVariant(u""_s) : value);
    if (!query.exec())
        return tl::unexpected(errorOf(query.lastError()));
    return query;
}

Result<QVariant> Database::ask(const QString &statement, const QVariantList &values)
{
    auto query = run(statement, values);
    if (!query)
        return tl::unexpected(query.error());
    if (query->next())
        return query->value(0);
    if (query->lastError().isValid())
        return tl::unexpected(errorOf(query->lastError()));
    return QVariant();
}

Transaction::Transaction(Database &database)
    : m_database(database)
{ }

Transaction::~Transaction()
{
    if (m_open)
        std::ignore = m_database.run(u"ROLLBACK"_s);
}

Result<void> Transaction::begin(Durability durability)
{
    // In WAL mode, NORMAL only syncs at checkpoints: data in the kernel survives the program, but not a power failure.
    const auto level = durability == Durability::Power ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA synchronous=NORMAL"_s;
    if (auto set = m_database.run(level); !set)
        return tl::unexpected(set.error());
    // IMMEDIATE: a writer waits here, before anything is changed.
    if (auto began = m_database.run(u"BEGIN IMMEDIATE"_s); !began)
        return tl::unexpected(began.error());
    m_open = true;
    return {};
}

Result<void> Transaction::commit()
{
    if (auto committed = m_database.run(u"COMMIT"_s); !committed)
        return tl::unexpected(committed.error());
    m_open = false;
    return {};
}

} // namespace lynceus
