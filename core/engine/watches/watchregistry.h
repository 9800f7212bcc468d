#pragma once

#include "core/domain/model/changeset.h"
#include "core/domain/time/jumpdetector.h"
#include "core/domain/watch/historyquery.h"
#include "core/domain/watch/rollouttimes.h"
#include "core/domain/watch/watchdetails.h"
#include "core/engine/watches/activewatch.h"
#include "core/engine/watches/watchchildren.h"
#include "core/io/store/watchwriter.h"

#include <QSet>
#include <QTimer>

#include <functional>

namespace lynceus {

/// All watches of the user: registers, runs, stores and restores them.
///
/// Registrations and results are stored before they are reported; observations are stored within a second. If the store
/// cannot be written, registration fails; existing data is kept and written later. Each child that a watch with
/// children finds gets its own watch in the same release; if that fails, the next search of the parent tries again.
/// Extending or cancelling the parent also applies to its children. Lives in the thread of store and clients, which
/// must outlive it.
class WatchRegistry final : public QObject
{
    Q_OBJECT
public:
    WatchRegistry(WatchStore &store, InstanceClients &clients, const Clock &clock, QObject *parent = nullptr);
    ~WatchRegistry() override;

    /// Read at restore() and then daily, because the user may change it.
    void setRetention(std::function<RetentionLimits()> limits) { m_limits = std::move(limits); }
    /// Copies all data, including what only the old store has, to @p newStore and uses it from then on. On error, the
    /// old store remains in use.
    [[nodiscard]] Result<void> moveTo(WatchStore &newStore);
    /// Reads the board from the store, reports all watches and continues those that have not ended. Errors: those of
    /// the store.
    [[nodiscard]] Result<void> restore();

    /// Registers all or none; returns the ids in order. Cancels a running watch of the same image name in the same
    /// application.
    [[nodiscard]] Result<QStringList> add(const std::vector<WatchRequest> &requests);
    /// Registers a watch for a follow rule; other watches continue. BadInput: the instance already has kMostFollowed
    /// watches of rules.
    [[nodiscard]] Result<QString> follow(const WatchRequest &request);
    static constexpr int kMostFollowed = 300; ///< per instance: all share its requests (decision 151)
    /// Whether a watch on the board belongs to the release @p name.
    [[nodiscard]] bool hasRelease(const QString &name) const;
    /// Registers the same requests again; timeouts start now.
    [[nodiscard]] Result<QStringList> repeat(const QStringList &ids);
    // NotFound: the watch is not on the board. BadInput: it has ended, or (dismiss) it has not.
    [[nodiscard]] Result<void> extend(const QString &id, Duration by);
    [[nodiscard]] Result<void> cancel(const QString &id);
    [[nodiscard]] Result<void> snooze(const QString &id, Duration how);
    [[nodiscard]] Result<void> dismiss(const QString &id);
    /// Also for ended watches. BadInput: checkedNote().
    [[nodiscard]] Result<void> setNote(const QString &id, const QString &note);
    /// @p who handles the problem; empty removes the record. BadInput: checkedNote().
    [[nodiscard]] Result<void> setTakenBy(const QString &id, const QString &who);
    /// Call when the instance is removed; its watches end as cancelled.
    void cancelAllOf(const QString &instance);

    /// In order of registration.
    [[nodiscard]] std::vector<WatchRecord> board() const;
    [[nodiscard]] Result<std::vector<WatchRecord>> history(const HistoryQuery &query);
    [[nodiscard]] Result<std::vector<TimelineEntry>> timeline(const QString &id);
    /// A watch on the board or in the store. NotFound: unknown id.
    [[nodiscard]] Result<WatchDetails> details(const QString &id);
    /// The application with its history, as a running watch last read it; null if none did. Valid until control returns
    /// to the event loop.
    [[nodiscard]] const Application *readByWatch(const ApplicationKey &application) const;
    /// @p history: the known history of the application.
    [[nodiscard]] RolloutTimes times(const ApplicationKey &application, const std::vector<DeploymentRecord> &history);

    /// Call when an instance's feed reports changes; the watches of these applications are checked at once.
    void takeChanges(const ChangeSet &changes);
    /// Whether the feed reports changes; otherwise the watches poll.
    void setFed(const QString &instance, bool fed);

    /// Call when the computer wakes up; all watches are checked at once. Without this call, they notice within a
    /// second.
    void wakeUp();
    /// Aborts watches that could not be checked for more than a day after their deadline, and deletes old history. A
    /// timer calls it too.
    void tend();
    /// Writes pending changes. Call before the program exits or the computer sleeps.
    void flush() { m_writer.flush(); }

Q_SIGNALS:
    /// The watch is new or has changed.
    void watchChanged(const lynceus::WatchRecord &watch);
    void watchRemoved(const QString &id);
    /// The store cannot be written; one sentence, once until writing succeeds again.
    void noticeRaised(const QString &sentence);

private:
    [[nodiscard]] Result<ActiveWatch *> find(const QString &id) const;
    [[nodiscard]] Result<ActiveWatch *> findRunning(const QString &id) const;
    [[nodiscard]] Result<QString> freeId(const QStringList &taken);
    /// The record of a new watch, with data from earlier watches of the application.
    [[nodiscard]] WatchRecord beginning(const WatchRequest &request, const QString &id);
    void reportRemark(const ActiveWatch &run);
    ActiveWatch *adopt(StoredWatch watch);
    void end(ActiveWatch &run, Outcome outcome);
    [[nodiscard]] WatchStore &store() const { return m_writer.store(); }
    [[nodiscard]] std::vector<StoredWatch> storedOf(const QSet<QString> &ids) const;
    [[nodiscard]] WatchChildren children() const { return {m_runs, store()}; }
    void registerChildren(ActiveWatch &parent);
    [[nodiscard]] Result<void> registerChild(ActiveWatch &parent, const FoundChild &child);
    /// A watch that is replaced by another, and its state in the store afterwards.
    struct Replaced
    {
        ActiveWatch *run;
        StoredWatch ended;
    };
    /// Includes children. Write them together with the watch that replaces them.
    [[nodiscard]] std::vector<Replaced> replacedBy(const WatchRequest &request, const QString &id) const;
    void endReplaced(std::vector<Replaced> replaced);
    void takeChange(ActiveWatch &run);
    void changeClient(const QString &instance);
    void begin(StoredWatch watch);
    void dismissFollowed();
    void noteJump();
    void forgetOld();

    InstanceClients &m_clients;
    const Clock &m_clock;
    std::vector<std::unique_ptr<ActiveWatch>> m_runs; ///< in order of registration
    WatchWriter m_writer;
    QSet<QString> m_fed; ///< instances
    QTimer m_tending;
    JumpDetector m_jumps;
    Duration m_awakeSince;                     ///< monotonic
    std::function<RetentionLimits()> m_limits; ///< null: limits of the store
    Instant m_forgotAt{};                      ///< last time that history was cut to the limits
};

} // namespace lynceus
