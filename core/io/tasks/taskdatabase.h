#pragma once

#include "core/domain/tasks/databaseaddress.h"
#include "core/io/clock.h"

#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <optional>
#include <utility>

namespace lynceus {

/// One connection to the database of a team server: SQLite, or PostgreSQL shared with other replicas. Statements are
/// those that both understand; "%BYTES%" stands for the type of bytes.
///
/// Errors: Error::Kind::Unreachable: the database cannot be used now, a later try may succeed; BadInput: only somebody
/// who changes something helps (a folder that is read-only, a newer schema). Each is a sentence that names the
/// database, without its password. A connection that was lost is opened again by the next statement; outside a
/// transaction, the statement that notices the loss is tried once more itself.
class TaskDatabase final
{
public:
    TaskDatabase(DatabaseAddress address, const Clock &clock);
    ~TaskDatabase();
    TaskDatabase(const TaskDatabase &) = delete;
    TaskDatabase &operator=(const TaskDatabase &) = delete;

    [[nodiscard]] bool isShared() const { return m_address.kind == DatabaseAddress::Kind::Postgres; }

    [[nodiscard]] Result<void> open();
    /// The same, and the file keeps the journal mode that it has: it may be another program's. BadInput: there is no
    /// file.
    [[nodiscard]] Result<void> openExisting();
    [[nodiscard]] Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    /// The first column of the first row; an invalid variant if there is none.
    [[nodiscard]] Result<QVariant> ask(const QString &statement, const QVariantList &values = {});
    /// The time that all who share the database agree on: the server's, or this computer's where nobody does.
    [[nodiscard]] Result<Instant> now();

    /// Asked before each commit until the next call of this; false: the transaction fails and is rolled back. Null: all
    /// are wanted.
    void setStillWanted(std::function<bool()> isWanted) { m_isWanted = std::move(isWanted); }

    [[nodiscard]] Error error(Error::Kind kind, const QString &what) const;

private:
    friend class TaskTransaction;

    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<QSqlQuery> tryOnce(const QString &statement, const QVariantList &values);
    [[nodiscard]] Error errorOf(const QSqlError &error) const;
    void close();

    DatabaseAddress m_address;
    const Clock &m_clock;
    QString m_connection;
    std::optional<Error> m_trouble;    ///< of the last try to connect
    std::optional<Duration> m_triedAt; ///< steady
    std::function<bool()> m_isWanted;  ///< see setStillWanted()
    bool m_isGuest = false;            ///< see openExisting()
    bool m_isOpen = false;
    bool m_isInTransaction = false;
};

/// A transaction that is rolled back unless it was committed.
class TaskTransaction final
{
public:
    explicit TaskTransaction(TaskDatabase &database)
        : m_database(database)
    { }
    ~TaskTransaction();
    TaskTransaction(const TaskTransaction &) = delete;
    TaskTransaction &operator=(const TaskTransaction &) = delete;

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();

private:
    TaskDatabase &m_database;
    bool m_open = false;
};

} // namespace lynceus
