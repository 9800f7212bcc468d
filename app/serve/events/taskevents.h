#pragma once

#include "core/io/serve/bodysource.h"
#include "core/io/tasks/taskthread.h"

#include <QCache>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace lynceus {

/// All changes of tasks as server-sent events, whichever replica made them, for as many clients as listen.
///
/// Waits for the store, for TaskThread::kWait at the longest. The store is looked at when this process wrote something,
/// and once a second while anybody listens. What it says is read and put into words once for all clients; each of them
/// is a place in that sequence and no queue, and one that is behind reads from the store: there every task that changed
/// has one entry, however often it changed.
class TaskEvents final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostStreams = 1'000;
    static constexpr Duration kLongestStream{std::chrono::hours(1)}; ///< then its client must show its right again

    /// Both outlive this.
    TaskEvents(TaskThread &store, const Clock &clock, QObject *parent = nullptr);

    /// At most kMostStreams.
    void setMostStreams(int most) { m_mostStreams = std::min(most, kMostStreams); }
    [[nodiscard]] int streams() const { return m_streams; }

    /// The body of an answer, which ends by itself after kLongestStream. Errors: NotAllowed: there
    /// are too many; those of the store.
    [[nodiscard]] Result<std::shared_ptr<BodySource>> open(const TaskChangeRequest &request);

    /// Looks for changes now.
    void look();
    /// Every client gets a sign of life; a timer calls it every 15 s.
    void beat();

    /// How far a client is.
    struct Place
    {
        qint64 after = 0; ///< number of the change that it has seen last
        /// While it begins: it is shown what is in progress up to this number, and then every change after it.
        std::optional<qint64> beginsUntil;
    };

    /// The events that follow, at most about 64 KiB, and moves @p place behind them.
    [[nodiscard]] QByteArray take(Place &place, const TaskChangeFilter &filter);

Q_SIGNALS:
    /// There may be more to take.
    void changed();
    void beating();

private:
    friend class TaskEventStream;

    void count(int streams);
    void lookIfDue();
    [[nodiscard]] Result<void> readChanges(qint64 last);
    void remember(const TaskChange &change);
    [[nodiscard]] Result<std::vector<TaskChange>> following(const Place &place, const TaskChangeFilter &filter);
    [[nodiscard]] Result<QByteArray> eventOf(const TaskChange &change);

    TaskThread &m_store;
    const Clock &m_clock;
    int m_mostStreams = kMostStreams;
    int m_streams = 0;
    qint64 m_last = 0;                   ///< number of the newest change that is known here
    std::deque<TaskChange> m_recent;     ///< all after m_recentAfter, oldest first
    qint64 m_recentAfter = 0;            ///< number
    QCache<qint64, QByteArray> m_events; ///< by number; costs are bytes
    std::optional<Duration> m_failedAt;  ///< steady; the store could not be used then, and was not since
    QTimer m_looking;
    QTimer m_beating;
};

} // namespace lynceus
