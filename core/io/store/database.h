#pragma once

#include "core/domain/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>

namespace lynceus {

/// One connection to one SQLite file. Errors are sentences that name the file, what is wrong and what would be right;
/// retryable: it may work later (locked, disk full).
class Database final
{
public:
    enum class Use {
        Write,
        ReadOnly,
        Immutable, ///< read-only, and nobody else writes: works where no lock and no log can be made
    };

    /// What stands behind an Error of this class.
    enum class Trouble {
        None,
        Locked,
        Full,
        ReadOnly,
        Absent,
        Corrupt,
        Newer,
        Empty,   ///< a file without anything in it
        Foreign, ///< a database, but of another program
        NoFile,  ///< a folder, a pipe or a device lies at its path; it was not opened
        Driver,  ///< Qt's SQLite driver is not installed: no file can be opened
        Other
    };

    explicit Database(QString file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Whether there is a file to open(). An error if none could be: else a store that cannot be read would be empty.
    [[nodiscard]] Result<bool> exists();
    /// Waits for others that write for a second at most.
    [[nodiscard]] Result<void> open(Use use);
    void close();

    [[nodiscard]] Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    /// The first column of the first row; an invalid variant if there is none.
    [[nodiscard]] Result<QVariant> ask(const QString &statement, const QVariantList &values = {});

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] Trouble trouble() const { return m_trouble; } ///< of the last error

    /// The sentence for a trouble with this file, for who finds it out otherwise.
    [[nodiscard]] Error error(Trouble trouble, const QString &words = {});

private:
    [[nodiscard]] Error errorOf(const QSqlError &error);

    QString m_file;
    QString m_connection;
    Trouble m_trouble = Trouble::None;
};

/// A transaction that is rolled back unless it was committed.
class Transaction final
{
public:
    /// Durable: it survives the computer's power; else it may lose its last moments with it, but never with the
    /// program.
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
