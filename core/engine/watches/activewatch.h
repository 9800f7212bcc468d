#pragma once

#include "core/domain/watch/timeline.h"
#include "core/engine/clients/instanceclients.h"
#include "core/engine/watchrunner.h"
#include "core/io/store/storedwatch.h"

#include <QObject>

namespace lynceus {

/// One stored watch while this program knows it: its record, its timeline, and its runner while there is a client and
/// the watch is not over. Keeps record and timeline up to date with what the runner sees.
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
    [[nodiscard]] bool isRunning() const { return m_runner != nullptr; }
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
    /// As it would be stored if it ended now from outside: cancelled, or aborted after a day without a look.
    [[nodiscard]] StoredWatch ended(Outcome outcome, const QString &replacedBy = {}) const;
    /// Ends it so. Its runner is gone then.
    void end(StoredWatch ended);
    void wakeUp();
    /// Whether the instance's feed hears of changes and says so by lookAgain().
    void setFed(bool fed);
    /// See WatchRunner::setQuietEvery().
    void setQuietEvery(Duration every);
    /// The feed saw a change of the application.
    void lookAgain();

Q_SIGNALS:
    /// The record says something new.
    void changed();
    /// What was observed is new and the record says the same as before.
    void observed();

private:
    void start();
    void takeObservation();
    void takeEnd();
    void updateRecord();
    void takeLook(const Observation &observation);
    void letGo();
    /// By our clock, both of which stamped the registration.
    [[nodiscard]] Instant serverNow() const;
    void fillOldImages(const RolloutMemory &memory);

    StoredWatch m_stored;
    InstanceClients &m_clients;
    const Clock &m_clock;
    std::unique_ptr<WatchRunner> m_runner;
    std::unique_ptr<TreeSlot> m_treeSlot;
    TimelineState m_look;        ///< what the timeline tells already
    Duration m_registeredBefore; ///< m_adoptedAt, by our wall clock: it may be set later
    Duration m_adoptedAt;        ///< Clock::sinceBoot()
    Duration m_runningSince{0};
    bool m_fed = false;
    Duration m_quietEvery{0};
};

} // namespace lynceus
