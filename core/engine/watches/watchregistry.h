#pragma once

#include "core/domain/base/jumpdetector.h"
#include "core/domain/model/changeset.h"
#include "core/domain/watch/historyquery.h"
#include "core/domain/watch/rollouttimes.h"
#include "core/domain/watch/watchdetails.h"
#include "core/engine/watches/activewatch.h"
#include "core/engine/watches/watchchildren.h"
#include "core/io/store/watchstore.h"

#include <QSet>
#include <QTimer>

#include <functional>

namespace lynceus {

/// All watches of this person: registers, runs, stores and restores them.
///
/// What is registered or decided is in the store before anybody hears of it; observations follow within a second. If
/// the store cannot be written, nothing is registered, and what is known already is kept and written when it can be.
/// Children that a watch with children finds get watches of their own in its release. One that cannot be registered now
/// is tried again at its next look. What extends or cancels the parent does so with them.
/// Lives in the thread of store and clients; they outlive it.
class WatchRegistry final : public QObject
{
    Q_OBJECT
public:
    WatchRegistry(WatchStore &store, InstanceClients &clients, const Clock &clock, QObject *parent = nullptr);
    ~WatchRegistry() override;

    /// How much of the past is kept; asked at restore() and then once a day, because a person may change it.
    void setRetention(std::function<RetentionLimits()> limits) { m_limits = std::move(limits); }
    /// Writes all that is known, and what the old store still has, to @p store, and keeps everything there from then
    /// on. The old one is not used any more; after an error it still is.
    [[nodiscard]] Result<void> moveTo(WatchStore &store);
    /// Reads the board from the store, tells all of it, and goes on with what is not over. The error is the store's.
    [[nodiscard]] Result<void> restore();

    /// All or none; the ids in their order. A watch of the same image name in the same application ends as cancelled.
    [[nodiscard]] Result<QStringList> add(const std::vector<WatchRequest> &requests);
    /// One more, beside all others: a rule registered it, and what a person watches goes on. BadInput: kMostFollowed
    /// watches of rules run on its instance.
    [[nodiscard]] Result<QString> follow(const WatchRequest &request);
    static constexpr int kMostFollowed = 300; ///< of one instance at once: all share its requests (decision 151)
    /// Whether a watch on the board belongs to that release.
    [[nodiscard]] bool hasRelease(const QString &name) const;
    /// The same requests once more, with their timeouts from now.
    [[nodiscard]] Result<QStringList> repeat(const QStringList &ids);
    // NotFound: no such watch on the board. BadInput: it is over, or (dismiss) it is not.
    [[nodiscard]] Result<void> extend(const QString &id, Duration by);
    [[nodiscard]] Result<void> cancel(const QString &id);
    [[nodiscard]] Result<void> snooze(const QString &id, Duration how);
    [[nodiscard]] Result<void> dismiss(const QString &id);
    /// Also of one that is over. BadInput: checkedNote().
    [[nodiscard]] Result<void> setNote(const QString &id, const QString &note);
    /// @p who takes care of it; empty: nobody does any more. BadInput: checkedNote().
    [[nodiscard]] Result<void> setTakenBy(const QString &id, const QString &who);
    /// The instance is removed: its watches end as cancelled.
    void cancelAllOf(const QString &instance);

    /// In the order of their registration.
    [[nodiscard]] std::vector<WatchRecord> board() const;
    [[nodiscard]] Result<std::vector<WatchRecord>> history(const HistoryQuery &query);
    [[nodiscard]] Result<std::vector<TimelineEntry>> timeline(const QString &id);
    /// On the board or in the store. NotFound: there is no such watch.
    [[nodiscard]] Result<WatchDetails> story(const QString &id);
    /// The application as a watch that follows it read it last, with its history; null: none did. Valid until the next
    /// turn of the event loop.
    [[nodiscard]] const Application *readByWatch(const ApplicationKey &application) const;
    /// @p history is the application's, as far as it is known.
    [[nodiscard]] RolloutTimes times(const ApplicationKey &application, const std::vector<DeploymentRecord> &history);

    /// What an instance's feed heard: watches of these applications look at once.
    void takeChanges(const ChangeSet &changes);
    /// Whether the feed hears of changes at all; else watches poll.
    void setFed(const QString &instance, bool fed);

    /// The computer woke up: all look at once. Without this call they notice it within a second.
    void wakeUp();
    /// Ends what waits for a look for more than a day after its deadline, and forgets what is too old; a timer calls
    /// it, too.
    void tend();
    /// Writes what is not written yet: before this program ends or the computer sleeps.
    void flush();

Q_SIGNALS:
    /// New, or anything about it changed.
    void watchChanged(const lynceus::WatchRecord &watch);
    void watchRemoved(const QString &id);
    /// The store cannot be written, one sentence; once until it can be again.
    void noticeRaised(const QString &sentence);

private:
    [[nodiscard]] Result<ActiveWatch *> find(const QString &id) const;
    [[nodiscard]] Result<ActiveWatch *> findRunning(const QString &id) const;
    [[nodiscard]] Result<QString> freeId(const QStringList &taken);
    /// Of a watch that begins now, with what its application's earlier ones tell.
    [[nodiscard]] WatchRecord beginning(const WatchRequest &request, const QString &id);
    [[nodiscard]] bool write(const std::vector<StoredWatch> &watches, WatchStore::Durability durability);
    void tellRemark(const ActiveWatch &run);
    ActiveWatch *adopt(StoredWatch watch);
    void end(ActiveWatch &run, Outcome outcome);
    [[nodiscard]] WatchChildren children() const { return {m_runs, *m_store}; }
    void registerChildren(ActiveWatch &parent);
    [[nodiscard]] Result<void> registerChild(ActiveWatch &parent, const FoundChild &child);
    /// A watch that another one takes the place of, and as it is stored then.
    struct Replaced
    {
        ActiveWatch *run;
        StoredWatch ended;
    };
    /// With their children; to be written with what replaces them.
    [[nodiscard]] std::vector<Replaced> replacedBy(const WatchRequest &request, const QString &id) const;
    void endReplaced(std::vector<Replaced> replaced);
    void tellTrouble(const Error &error);
    void takeChange(ActiveWatch &run);
    void changeClient(const QString &instance);
    void begin(StoredWatch watch);
    void dismissFollowed();
    void noteJump();
    void forgetOld();

    WatchStore *m_store;
    InstanceClients &m_clients;
    const Clock &m_clock;
    std::vector<std::unique_ptr<ActiveWatch>> m_runs; ///< by registration
    QSet<QString> m_unwritten;                        ///< ids
    QSet<QString> m_fed;                              ///< instances
    QTimer m_flushing;
    QTimer m_tending;
    JumpDetector m_jumps;
    Duration m_awakeSince;                     ///< monotonic
    std::function<RetentionLimits()> m_limits; ///< none: the store's own
    Instant m_forgotAt{};                      ///< when history was last cut to them
    bool m_toldTrouble = false;
};

} // namespace lynceus
