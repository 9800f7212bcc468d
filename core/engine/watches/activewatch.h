#pragma once

#include "core/domain/watch/timeline.h"
#include "core/engine/clients/instanceclients.h"
#include "core/engine/watches/parentrunner.h"
#include "core/engine/watches/watchrunner.h"
#include "core/io/store/storedwatch.h"

#include <QHash>
#include <QObject>

namespace lynceus {

/// A stored watch at runtime: its record, its timeline and, while the watch is running and a client exists, its runner.
/// Updates record and timeline from the runner's observations. A watch with children uses a ParentRunner, which finds
/// them; the owner registers watches for the children and passes their records to takeChild().
class ActiveWatch final : public QObject
{
    Q_OBJECT
public:
    /// @p ahead: of @p clock; how far the clock is ahead that stamped the registration, if it was another one.
    ActiveWatch(StoredWatch stored, InstanceClients &clients, const Clock &clock, QObject *parent,
                Duration ahead = Duration{0});
    ~ActiveWatch() override;

    /// Starts the runner if the watch has not ended and a client exists; otherwise waits for a client.
    void run();
    /// Call when the client is removed. Keeps the state of the runner, so that run() continues from it.
    void pause();

    [[nodiscard]] const WatchRecord &record() const { return m_stored.record; }
    [[nodiscard]] bool isRunning() const { return m_runner || m_parentRunner; }
    /// Has ended, or will end with the verdict of its runner, which only waits for the commit and the last log lines.
    [[nodiscard]] bool isDecided() const;
    /// The application as its runner last read it; null if not read yet or not found.
    [[nodiscard]] const Application *application() const;
    /// By the clock that stamped the registration.
    [[nodiscard]] Instant now() const { return m_clock.now() + m_ahead; }
    /// Server's time; empty if it is not known at present.
    [[nodiscard]] std::optional<Instant> knownServerNow() const;
    /// Start of the last runner; monotonic.
    [[nodiscard]] Duration runningSince() const { return m_runningSince; }

    /// The watch in its current state, for the store.
    [[nodiscard]] StoredWatch stored() const;

    /// Counts from the deadline, or from now if the deadline has passed.
    void extend(Duration by);
    /// Server's clock, as in record().expectation.
    void setDeadline(Instant deadline);
    void snooze(std::optional<Instant> until) { m_stored.record.snoozedUntil = until; }
    void dismiss() { m_stored.dismissed = true; }
    void setNote(const QString &note) { m_stored.record.request.note = note; }
    void setTakenBy(const QString &who) { m_stored.record.takenBy = who; }
    /// Children without a watch.
    [[nodiscard]] std::vector<FoundChild> unregistered() const;
    /// Time to the deadline; the timeout of new watches for children.
    [[nodiscard]] Duration left() const;
    /// stored() with watches of these @p ids added to the children.
    [[nodiscard]] StoredWatch storedWith(const QStringList &ids) const;
    /// Adds @p ids to the watches of @p child.
    void takeRegistered(const FoundChild &child, const QStringList &ids);
    /// Call when the watch of a child starts or changes.
    void takeChild(const WatchRecord &child);
    /// The watch as stored if it ended now from outside: cancelled, or aborted because it could not be checked for a
    /// day after its deadline.
    [[nodiscard]] StoredWatch ended(Outcome outcome, const QString &replacedBy = {}) const;
    /// Ends the watch with the result of ended() and destroys its runner.
    void end(StoredWatch ended);
    void wakeUp();
    /// Whether the instance's feed reports changes by calling checkAgain().
    void setFed(bool fed);
    /// Call when the feed reports a change of the application.
    void checkAgain();

Q_SIGNALS:
    /// The record has changed visibly.
    void changed();
    /// There is a new observation, but the record has not changed visibly.
    void observed();
    /// There are unregistered() children, new or from before.
    void childrenWanted();

private:
    void start();
    void startParent(ArgoCdClient &client);
    void reportChildren();
    void takeParent();
    [[nodiscard]] Duration registeredBefore() const;
    void takeObservation();
    void takeEnd();
    void updateRecord();
    void takeState(const TimelineState &state);
    void letGo();
    /// Server's time, calculated from now(): both clocks stamped the registration.
    [[nodiscard]] Instant serverNow() const;
    void takeLog(const std::vector<LogLine> &lines);
    void fillOldImages(const RolloutMemory &memory);

    StoredWatch m_stored;
    InstanceClients &m_clients;
    const Clock &m_clock;
    const Duration m_ahead; ///< see the constructor
    std::unique_ptr<WatchRunner> m_runner;
    std::unique_ptr<ParentRunner> m_parentRunner; ///< used instead of m_runner if the watch has children
    QHash<QString, Verdict> m_children;           ///< by watch id
    std::unique_ptr<TreeSlot> m_treeSlot;
    TimelineState m_timelineState; ///< what the timeline contains already
    /// Time from registration to m_adoptedAt; measured once, because the wall clock may be set later.
    Duration m_registeredBefore;
    Duration m_adoptedAt; ///< Clock::sinceBoot()
    Duration m_runningSince{0};
    bool m_fed = false;
};

} // namespace lynceus
