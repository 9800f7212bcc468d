#pragma once

#include "core/domain/tasks/databaseaddress.h"
#include "core/io/clock.h"

#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <optional>
#include <utility>

namespace lynceus {

/// A connection to a team server's database: SQLite, or PostgreSQL shared with other replicas. Use statements that both
/// support; "%BYTES%" is replaced by the type for bytes.
///
/// Errors: Error::Kind::Unreachable: the database cannot be used now, a later attempt may succeed; BadInput: the user
/// must change something (a read-only folder, a newer schema). Each is a sentence with the database's name, without its
/// password. The next statement reopens a lost connection; outside a transaction, the statement that detects the loss
/// is repeated once. A read-only PostgreSQL server, such as a standby, is Unreachable.
class TaskDatabase final
{
public:
    TaskDatabase(DatabaseAddress address, const Clock &clock);
    ~TaskDatabase();
    TaskDatabase(const TaskDatabase &) = delete;
    TaskDatabase &operator=(const TaskDatabase &) = delete;

    [[nodiscard]] bool isShared() const { return m_address.kind == DatabaseAddress::Kind::Postgres; }

    [[nodiscard]] Result<void> open();
    /// Like open(), but keeps the journal mode of the file, which may belong to another program, and accepts a
    /// read-only PostgreSQL server. BadInput: there is no file.
    [[nodiscard]] Result<void> openExisting();
    [[nodiscard]] Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    /// The first column of the first row; an invalid variant if there is no row.
    [[nodiscard]] Result<QVariant> ask(const QString &statement, const QVariantList &values = {});
    /// The time shared by all users of the database: that of PostgreSQL, or of this computer for SQLite.
    [[nodiscard]] Result<Instant> now();

    /// Called before each commit until replaced; if it returns false, the transaction fails and is rolled back. Null:
    /// always commit.
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
    std::optional<Error> m_trouble;    ///< of the last attempt to connect
    std::optional<Duration> m_triedAt; ///< steady clock
    std::function<bool()> m_isWanted;  ///< see setStillWanted()
    bool m_isGuest = false;            ///< see openExisting()
    bool m_isOpen = false;
    bool m_isInTransaction = false;
};

/// A transaction that is rolled back unless committed.
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
