#pragma once

#include "app/serve/events/taskeventcache.h"
#include "core/io/serve/bodysource.h"
#include "core/io/tasks/taskthread.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace lynceus {

/// Sends changes of tasks by all replicas as server-sent events to any number of clients.
///
/// Reads the store after each write of this process, and once a second while clients are connected, without blocking.
/// Each event is read and formatted once for all clients; a client is a position in that sequence, without a queue. A
/// client that is behind the cached events reads from the store, which has one entry per changed task. A client that is
/// more than kMostMissed changes behind is told to read the list again.
class TaskEvents final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostStreams = 1'000;
    static constexpr Duration kLongestStream{std::chrono::hours(1)}; ///< then its client must authenticate again
    static constexpr qint64 kMostMissed = 10'000;                    ///< number of changes
    static constexpr qsizetype kPiece = 64 * 1024;                   ///< maximum bytes per piece for a client

    /// Both must outlive this.
    TaskEvents(TaskThread &store, const Clock &clock, QObject *parent = nullptr);

    /// Limited to kMostStreams.
    void setMostStreams(int most) { m_mostStreams = std::min(most, kMostStreams); }
    [[nodiscard]] int streams() const { return m_streams; }

    using Opened = Result<std::shared_ptr<BodySource>>;
    /// The body of a response, which ends after kLongestStream. NotAllowed: too many clients; other errors: those of
    /// the store. The future is cancelled if this is destroyed first.
    [[nodiscard]] QFuture<Opened> open(const TaskChangeRequest &request);

    /// Checks the store for changes now.
    void check();
    /// Sends a keep-alive to all clients; called by a timer every 15 s.
    void beat();

    /// Position of a client.
    struct Place
    {
        qint64 after = 0; ///< number of the last change that was sent
        /// Set for a new client: it gets the tasks in progress up to this change number, and then every later change.
        std::optional<qint64> beginsUntil;
    };

    /// Events, and the client's position after them.
    struct Piece
    {
        QByteArray events;
        Place place;
    };

    /// Appends the next cached events, about kPiece bytes at most, and advances @p place. True: the next events must be
    /// read from the store.
    [[nodiscard]] bool take(Place &place, const TaskChangeFilter &filter, QByteArray &events) const;
    /// Reads the next events up to change number @p last from the store, about kPiece bytes at most. Call in the thread
    /// of the store.
    [[nodiscard]] static Result<Piece> read(TaskStore &store, TaskEventCache &cache, const Place &place, qint64 last,
                                            const TaskChangeFilter &filter);
    [[nodiscard]] TaskThread &store() { return m_store; }
    [[nodiscard]] const std::shared_ptr<TaskEventCache> &cache() const { return m_cache; }
    /// The number of the newest change that check() has read.
    [[nodiscard]] qint64 last() const { return m_last; }
    /// Call after a failed read: changed() is emitted when the store is available again.
    void noteFailure() { m_hasFailed = true; }

Q_SIGNALS:
    /// Emitted when there may be new events.
    void changed();
    void beating();

private:
    friend class TaskEventStream;

    struct Event
    {
        TaskChange change; ///< no id: sent to all clients, regardless of filters
        QByteArray bytes;
    };
    [[nodiscard]] static Event removalEvent(qint64 number);
    [[nodiscard]] static qint64 numberOf(const Event &event) { return event.change.number; }
    /// Result of one check of the store.
    struct News
    {
        qint64 last = 0;           ///< number of the newest change
        qint64 until = 0;          ///< `events` contains all changes up to this number
        std::vector<Event> events; ///< oldest first
    };

    [[nodiscard]] std::shared_ptr<BodySource> begun(const TaskChangeRequest &request);
    [[nodiscard]] bool isFarBehind(const Place &place) const;
    void count(int streams);
    void takeNews(const Result<News> &news);
    void forgetAll(qint64 last);
    void remember(Event event);

    TaskThread &m_store;
    const Clock &m_clock;
    const std::shared_ptr<TaskEventCache> m_cache =
        std::make_shared<TaskEventCache>(); ///< shared with the store's thread
    int m_mostStreams = kMostStreams;
    int m_streams = 0;
    int m_opening = 0; ///< streams that wait for the store
    qint64 m_last = 0;
    qint64 m_newest = 0;        ///< number of the newest change in the store when it was last read; at least m_last
    std::deque<Event> m_recent; ///< all events after m_recentAfter, oldest first
    qsizetype m_recentBytes = 0;
    qint64 m_recentAfter = 0; ///< change number
    bool m_isChecking = false;
    bool m_checksAgain = false; ///< check again when the current check is done
    bool m_hasFailed = false;   ///< the store has not been available since the last failure
    QTimer m_checkTimer;
    QTimer m_beating;
};

} // namespace lynceus
