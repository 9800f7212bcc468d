#pragma once

#include "core/domain/watch/timeline.h"
#include "core/engine/clients/instanceclients.h"
#include "core/engine/watches/parentrunner.h"
#include "core/engine/watches/watchrunner.h"
#include "core/io/store/storedwatch.h"

#include <QHash>
#include <QObject>

namespace lynceus {

/// One stored watch while this program knows it: its record, its timeline, and its runner while there is a client and
/// the watch is not over. Keeps record and timeline up to date with what the runner sees. One with children has a
/// runner that finds these; who registers watches for them tells their verdicts here.
class ActiveWatch final : public QObject
{
    Q_OBJECT
public:
    ActiveWatch(StoredWatch stored, InstanceClients &clients, const Clock &clock, QObject *parent);
    ~ActiveWatch() override;

    /// Runs if it is not over and there is a client; else it waits for one.
    void run();
    /// The client goes or has gone: what the runner knew is kept, so that run() goes on from there.
    void pause();

    [[nodiscard]] const WatchRecord &record() const { return m_stored.record; }
    [[nodiscard]] bool isRunning() const { return m_runner || m_parentRunner; }
    /// The application as its runner read it last; null: it did not yet, or there is none.
    [[nodiscard]] const Application *application() const;
    /// When its last runner began, monotonic.
    [[nodiscard]] Duration runningSince() const { return m_runningSince; }

    /// As it is to be stored now.
    [[nodiscard]] StoredWatch stored() const;

    /// From the deadline, or from now if that has passed.
    void extend(Duration by);
    /// By the server's clock, as record().expectation has it.
    void setDeadline(Instant deadline);
    void snooze(std::optional<Instant> until) { m_stored.record.snoozedUntil = until; }
    void dismiss() { m_stored.dismissed = true; }
    void setNote(const QString &note) { m_stored.record.request.note = note; }
    void setTakenBy(const QString &who) { m_stored.record.takenBy = who; }
    /// Children that have no watch yet.
    [[nodiscard]] std::vector<FoundChild> unregistered() const;
    /// The time that their watches have.
    [[nodiscard]] Duration left() const;
    /// As it would be stored with watches of these @p ids for its children, besides those that it knows.
    [[nodiscard]] StoredWatch storedWith(const QStringList &ids) const;
    /// @p child has watches of @p ids now, besides those that it had before.
    void takeRegistered(const FoundChild &child, const QStringList &ids);
    /// A child's watch begins, or anything about it changed.
    void takeChild(const WatchRecord &child);
    /// As it would be stored if it ended now from outside: cancelled, or aborted after a day without a look.
    [[nodiscard]] StoredWatch ended(Outcome outcome, const QString &replacedBy = {}) const;
    /// Ends it so. Its runner is gone then.
    void end(StoredWatch ended);
    void wakeUp();
    /// Whether the instance's feed hears of changes and says so by lookAgain().
    void setFed(bool fed);
    /// The feed saw a change of the application.
    void lookAgain();

Q_SIGNALS:
    /// The record says something new.
    void changed();
    /// What was observed is new and the record says the same as before.
    void observed();
    /// There are unregistered() children, new ones or still.
    void childrenWanted();

private:
    void start();
    void startParent(ArgoCdClient &client);
    void tellChildren();
    void takeParent();
    [[nodiscard]] Duration registeredBefore() const;
    void takeObservation();
    void takeEnd();
    void updateRecord();
    void takeLook(const TimelineState &look);
    void letGo();
    /// By our clock, both of which stamped the registration.
    [[nodiscard]] Instant serverNow() const;
    void takeLog(const std::vector<LogLine> &lines);
    void fillOldImages(const RolloutMemory &memory);

    StoredWatch m_stored;
    InstanceClients &m_clients;
    const Clock &m_clock;
    std::unique_ptr<WatchRunner> m_runner;
    std::unique_ptr<ParentRunner> m_parentRunner; ///< instead, with children
    QHash<QString, Verdict> m_children;           ///< by the ids of their watches
    std::unique_ptr<TreeSlot> m_treeSlot;
    TimelineState m_look;        ///< what the timeline tells already
    Duration m_registeredBefore; ///< m_adoptedAt, by our wall clock: it may be set later
    Duration m_adoptedAt;        ///< Clock::sinceBoot()
    Duration m_runningSince{0};
    bool m_fed = false;
};

} // namespace lynceus
