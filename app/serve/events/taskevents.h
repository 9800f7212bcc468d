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

/// All changes of tasks as server-sent events, whichever replica made them, for as many clients as listen.
///
/// The store is looked at when this process wrote something, and once a second while anybody listens; nothing here
/// waits for it. What it says is read and put into words once for all clients; each of them is a place in that sequence
/// and no queue. One that is behind what is kept here reads from the store, where every task that changed has one
/// entry, however often it changed. One that is more than kMostMissed changes behind is told to read the list again.
class TaskEvents final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostStreams = 1'000;
    static constexpr Duration kLongestStream{std::chrono::hours(1)}; ///< then its client must show its right again
    static constexpr qint64 kMostMissed = 10'000;                    ///< changes
    static constexpr qsizetype kPiece = 64 * 1024;                   ///< bytes of one piece for a client

    /// Both outlive this.
    TaskEvents(TaskThread &store, const Clock &clock, QObject *parent = nullptr);

    /// At most kMostStreams.
    void setMostStreams(int most) { m_mostStreams = std::min(most, kMostStreams); }
    [[nodiscard]] int streams() const { return m_streams; }

    using Opened = Result<std::shared_ptr<BodySource>>;
    /// The body of an answer, which ends by itself after kLongestStream. Errors: NotAllowed: there are too many; those
    /// of the store. The future is cancelled if this goes before.
    [[nodiscard]] QFuture<Opened> open(const TaskChangeRequest &request);

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

    /// Events, and where their client is behind them.
    struct Piece
    {
        QByteArray events;
        Place place;
    };

    /// What follows of what is kept here, at most about kPiece, and moves @p place behind it. True: what comes next
    /// must be read from the store.
    [[nodiscard]] bool take(Place &place, const TaskChangeFilter &filter, QByteArray &events) const;
    /// What follows of the store up to change number @p last, at most about kPiece. In the thread of the store.
    [[nodiscard]] static Result<Piece> read(TaskStore &store, TaskEventCache &cache, const Place &place, qint64 last,
                                            const TaskChangeFilter &filter);
    [[nodiscard]] TaskThread &store() { return m_store; }
    [[nodiscard]] const std::shared_ptr<TaskEventCache> &cache() const { return m_cache; }
    /// The number of the newest change that is known here.
    [[nodiscard]] qint64 last() const { return m_last; }
    /// Whoever could not read the store waits for changed(), which comes when it can be used again.
    void noteFailure() { m_hasFailed = true; }

Q_SIGNALS:
    /// There may be more to take.
    void changed();
    void beating();

private:
    friend class TaskEventStream;

    struct Event
    {
        TaskChange change; ///< without an id: it is for all, whatever they filter
        QByteArray bytes;
    };
    [[nodiscard]] static Event removalEvent(qint64 number);
    [[nodiscard]] static qint64 numberOf(const Event &event) { return event.change.number; }
    /// What one look at the store found.
    struct News
    {
        qint64 last = 0;           ///< number of the newest change of all
        qint64 until = 0;          ///< all up to this one are in `events`
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
    std::deque<Event> m_recent; ///< all after m_recentAfter, oldest first
    qsizetype m_recentBytes = 0;
    qint64 m_recentAfter = 0; ///< number
    bool m_isLooking = false;
    bool m_looksAgain = false; ///< when that is over
    bool m_hasFailed = false;  ///< the store could not be used, and was not since
    QTimer m_looking;
    QTimer m_beating;
};

} // namespace lynceus
