#pragma once

#include "core/domain/watch/historyquery.h"
#include "core/io/store/database.h"
#include "core/io/store/storedwatch.h"

#include <QSet>

namespace lynceus {

/// How much of the past is kept. What runs is always kept.
struct RetentionLimits
{
    Duration age{std::chrono::hours(24 * 400)}; ///< since the end; a release manager compares with last year
    qint64 size = 128LL << 20;                  ///< bytes of watches, their memory and timelines; the oldest go first
};

/// Watches, their verdicts with evidence, and what was observed while they ran. One process writes (core/io/ipc sees to
/// it), any number read beside it.
///
/// What write() has said yes to survives a kill of the process at any moment; with Durability::Power also the
/// computer's. Errors are those of Database: one sentence each. After an error nothing of that call was written.
class WatchStore final
{
public:
    using Durability = Transaction::Durability;

    struct Opened
    {
        std::unique_ptr<WatchStore> store;
        QStringList notices; ///< sentences for people: a damaged file was set aside
    };

    /// Creates folder and file where they are missing, migrates an older file, and sets a damaged one aside after
    /// reading from it what can be read. @p now names the file that was set aside.
    [[nodiscard]] static Result<Opened> open(const QString &file, Instant now);
    /// To look only, beside a process that writes; also on a read-only file system. Nothing if there is no file yet.
    [[nodiscard]] static Result<std::unique_ptr<WatchStore>> openToRead(const QString &file);
    /// Keeps nothing: for when the file cannot be used, so that watches run at least.
    [[nodiscard]] static std::unique_ptr<WatchStore> inMemory();

    /// New ones or newer states, all or none.
    [[nodiscard]] Result<void> write(const std::vector<StoredWatch> &watches, Durability durability);

    /// Those not dismissed, in the order of their registration, with everything.
    [[nodiscard]] Result<std::vector<StoredWatch>> board();
    /// Nothing if there is no such watch.
    [[nodiscard]] Result<std::optional<StoredWatch>> watch(const QString &id);
    /// All of them, in the order of their registration.
    [[nodiscard]] Result<std::vector<StoredWatch>> all();
    [[nodiscard]] Result<std::vector<WatchRecord>> history(const HistoryQuery &query);
    /// How many history() would find, with those that it leaves out because they cannot be read.
    [[nodiscard]] Result<int> countHistory(const HistoryQuery &query);
    [[nodiscard]] Result<std::vector<TimelineEntry>> timeline(const QString &id);
    /// Of one application the ended ones, newest first.
    [[nodiscard]] Result<std::vector<WatchRecord>> pastOf(const ApplicationKey &application, int limit);

    /// Watches that board(), watch() or history() came across and left out since the store was opened, because they are
    /// damaged or of a later version. They stay in the file.
    [[nodiscard]] int unreadable() const { return int(m_unreadable.size()); }
    /// Reads all: what unreadable() is then.
    [[nodiscard]] Result<int> countUnreadable();
    /// The sentence that says how many, and in which file.
    [[nodiscard]] QString unreadableNotice() const;

    /// Of the last call that failed.
    [[nodiscard]] Database::Trouble trouble() const { return m_database.trouble(); }

    /// Removes what is older or more than the limits; the result is how many.
    [[nodiscard]] Result<int> retain(Instant now, const RetentionLimits &limits);

private:
    explicit WatchStore(const QString &file);

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
