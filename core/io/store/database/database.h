#pragma once

#include "core/domain/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>

namespace lynceus {

/// A connection to an SQLite file. Errors are sentences with file, problem and remedy; retryable: may work later
/// (locked, disk full).
class Database final
{
public:
    enum class Use {
        Write,
        ReadOnly,
        Immutable, ///< read-only without other writers: works where locks and log files are not possible
    };

    /// Reason for an error of this class.
    enum class Trouble {
        None,
        Locked,
        Full,
        ReadOnly,
        Absent,
        Corrupt,
        Newer,
        Empty,   ///< an empty file
        Foreign, ///< a database of another program
        NoFile,  ///< the path is a folder, a pipe or a device; it was not opened
        Driver,  ///< Qt's SQLite driver is not installed: no file can be opened
        Other
    };

    explicit Database(QString file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Whether there is a file to open(). An error if that cannot be determined: an unreadable store must not look
    /// empty.
    [[nodiscard]] Result<bool> exists();
    /// Waits for other writers, for a second at most.
    [[nodiscard]] Result<void> open(Use use);
    void close();

    [[nodiscard]] Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    /// The first column of the first row; an invalid variant if there is no row.
    [[nodiscard]] Result<QVariant> ask(const QString &statement, const QVariantList &values = {});

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] Trouble trouble() const { return m_trouble; } ///< of the last error

    /// Error message for @p trouble with this file, for callers that detect it themselves.
    [[nodiscard]] Error error(Trouble trouble, const QString &words = {});

private:
    [[nodiscard]] Error errorOf(const QSqlError &error);

    QString m_file;
    QString m_connection;
    Trouble m_trouble = Trouble::None;
};

/// A transaction that is rolled back unless committed.
class Transaction final
{
public:
    /// Power: survives a power failure. Program: survives the end of the program, but the last changes may be lost in a
    /// power failure.
    enum class Durability { Program, Power };

    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] Result<void> begin(Durability durability);
    [[nodiscard]] Result<void> commit();

private:
    Database &m_database;
    bool m_open = false;
};

} // namespace lynceus
