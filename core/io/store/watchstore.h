#pragma once

#include "core/domain/watch/historyquery.h"
#include "core/io/store/database/database.h"
#include "core/io/store/storedwatch.h"

#include <QSet>

namespace lynceus {

struct Salvaged;

/// Limits for ended watches. Running watches are always kept.
struct RetentionLimits
{
    Duration age{std::chrono::hours(24 * 400)}; ///< after the end; long enough to compare with last year
    qint64 size = 128LL << 20; ///< bytes of watches, their memory and timelines; the oldest are removed first
};

/// Stores watches, verdicts with evidence, and timelines. One process writes (ensured by core/io/ipc), any number may
/// read at the same time.
///
/// Successful writes survive a kill of the process at any time; with Durability::Power also a power failure. Errors:
/// those of Database, one sentence each. A failed call has written nothing.
class WatchStore final
{
public:
    using Durability = Transaction::Durability;

    struct Opened
    {
        std::unique_ptr<WatchStore> store;
        QStringList notices; ///< sentences for the user: a damaged file was set aside
    };

    /// Creates folder and file if missing, migrates an older file, and replaces a damaged one by what is readable; the
    /// damaged file is kept under another name, with the time @p now. If the new file cannot be written, the damaged
    /// one stays in its place, and the error states this.
    [[nodiscard]] static Result<Opened> open(const QString &file, Instant now);
    /// For read-only access beside a writing process; also on a read-only file system. Null if there is no file yet.
    [[nodiscard]] static Result<std::unique_ptr<WatchStore>> openToRead(const QString &file);
    /// Stores nothing on disk: used if the file cannot be used, so that watches still run.
    [[nodiscard]] static std::unique_ptr<WatchStore> inMemory();

    /// Adds or replaces all or none.
    [[nodiscard]] Result<void> write(const std::vector<StoredWatch> &watches, Durability durability);

    /// Complete data of the watches that are not dismissed, in order of registration.
    [[nodiscard]] Result<std::vector<StoredWatch>> board();
    /// Empty if unknown.
    [[nodiscard]] Result<std::optional<StoredWatch>> watch(const QString &id);
    /// In order of registration.
    [[nodiscard]] Result<std::vector<StoredWatch>> all();
    [[nodiscard]] Result<std::vector<WatchRecord>> history(const HistoryQuery &query);
    /// Number of results of history(), including those that it omits as unreadable.
    [[nodiscard]] Result<int> countHistory(const HistoryQuery &query);
    [[nodiscard]] Result<std::vector<TimelineEntry>> timeline(const QString &id);
    /// Ended watches of one application, newest first.
    [[nodiscard]] Result<std::vector<WatchRecord>> pastOf(const ApplicationKey &application, int limit);

    /// Number of watches that board(), watch() or history() omitted since the store was opened, because they are
    /// damaged or of a later version. They stay in the file.
    [[nodiscard]] int unreadable() const { return int(m_unreadable.size()); }
    /// Reads all watches; returns unreadable() afterwards.
    [[nodiscard]] Result<int> countUnreadable();
    /// A sentence with number and file.
    [[nodiscard]] QString unreadableNotice() const;

    /// Of the last failed call.
    [[nodiscard]] Database::Trouble trouble() const { return m_database.trouble(); }

    /// Removes what exceeds the limits; returns the number of removed watches.
    [[nodiscard]] Result<int> retain(Instant now, const RetentionLimits &limits);

private:
    explicit WatchStore(const QString &file);

    [[nodiscard]] static Result<void> recover(const QString &file, const Salvaged &salvaged);
    [[nodiscard]] static Result<void> writeRecovered(const QString &file, const Salvaged &salvaged);
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> put(const StoredWatch &watch);
    [[nodiscard]] Result<void> putPart(const QString &table, const QString &id, const QByteArray &value);
    [[nodiscard]] Result<std::vector<StoredWatch>> read(const QString &where, const QVariantList &values);
    [[nodiscard]] Result<int> forget(const QString &where, const QVariantList &values);
    [[nodiscard]] Result<qint64> size();

    void noteUnreadable(qint64 number, const Error &error);

    Database m_database;
    QSet<qint64> m_unreadable; ///< rows
};

} // namespace lynceus
