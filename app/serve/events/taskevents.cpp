#include "app/serve/events/taskevents.h"

#include "app/serve/events/taskeventstream.h"

#include <QPromise>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kCheckInterval{1'000};
constexpr Duration kBeatEvery{15'000};
constexpr int kPage = 100;                        // changes per read
constexpr std::size_t kMostRecent = 2'000;        // number of changes cached for clients that are almost up to date
constexpr qsizetype kMostKept = 16 * 1024 * 1024; // bytes of cached events
constexpr auto kReset = "event: reset\ndata: {\"message\":\"read the list again\"}\n\n";

QByteArray idLine(qint64 number)
{
    return "id: " + QByteArray::number(number) + '\n';
}

} // namespace

/// Old tasks were removed; their ids are unknown, and a reloaded list omits them.
TaskEvents::Event TaskEvents::removalEvent(qint64 number)
{
    return {{number, {}, {}, {}}, idLine(number) + kReset};
}

TaskEvents::TaskEvents(TaskThread &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    connect(&m_checkTimer, &QTimer::timeout, this, &TaskEvents::check);
    connect(&m_beating, &QTimer::timeout, this, &TaskEvents::beat);
}

void TaskEvents::count(int streams)
{
    m_streams += streams;
    if (m_streams == 0) {
        m_checkTimer.stop();
        m_beating.stop();
    } else if (!m_checkTimer.isActive()) {
        m_checkTimer.start(kCheckInterval);
        m_beating.start(kBeatEvery);
    }
}

QFuture<TaskEvents::Opened> TaskEvents::open(const TaskChangeRequest &request)
{
    const auto promise = std::make_shared<QPromise<Opened>>();
    promise->start();
    const auto settle = [promise](Opened opened) {
        promise->addResult(std::move(opened));
        promise->finish();
    };
    if (m_streams + m_opening >= m_mostStreams) {
        settle(tl::unexpected(Error{
            Error::Kind::NotAllowed, {}, u"too many streams are open (%1)"_s.arg(m_streams + m_opening), true, 0}));
        return promise->future();
    }
    ++m_opening;
    m_store.runWithin(
        TaskThread::kAnswer, this, [](TaskStore &store) { return store.changeLog().last(); },
        [this, request, settle](const Result<qint64> &last) {
            --m_opening;
            if (!last)
                return settle(tl::unexpected(last.error()));
            if (m_streams == 0) { // nothing was cached without clients
                forgetAll(*last);
            } else if (*last != m_last) {
                m_newest = std::max(m_newest, *last);
                check();
            }
            settle(begun(request));
        });
    return promise->future();
}

std::shared_ptr<BodySource> TaskEvents::begun(const TaskChangeRequest &request)
{
    const Place place{request.after.value_or(-1), request.after ? std::nullopt : std::optional(m_last)};
    return std::make_shared<TaskEventStream>(*this, request.filter, place, m_clock);
}

/// Misses nothing: changes written during a check are read by the next one.
void TaskEvents::check()
{
    if (m_streams == 0)
        return;
    if (std::exchange(m_isChecking, true)) {
        m_checksAgain = true;
        return;
    }
    m_store.run(
        this,
        [from = m_last, cache = m_cache](TaskStore &store) -> Result<News> {
            const auto last = store.changeLog().last();
            if (!last)
                return tl::unexpected(last.error());
            News news{*last, *last, {}};
            if (*last < from || *last - from > kMostMissed) // an older copy of the database, or a long pause
                return news;
            const auto changes = store.changeLog().between(from, *last, {}, false, kPage);
            if (!changes)
                return tl::unexpected(changes.error());
            for (const auto &change : *changes) {
                auto event = cache->event(store, change);
                if (!event)
                    return tl::unexpected(event.error());
                news.events.push_back({change, *std::move(event)});
            }
            if (changes->size() == kPage)
                news.until = changes->back().number;
            const auto removal = store.changeLog().lastRemoval();
            if (!removal)
                return tl::unexpected(removal.error());
            if (*removal > from && *removal <= news.until) // 0 is never used as a number
                news.events.insert(std::ranges::upper_bound(news.events, *removal, {}, numberOf),
                                   removalEvent(*removal));
            return news;
        },
        [this](const Result<News> &news) {
            m_isChecking = false;
            takeNews(news);
        });
}

void TaskEvents::takeNews(const Result<News> &news)
{
    const bool checksAgain = std::exchange(m_checksAgain, false);
    if (!news) {
        m_hasFailed = true;
        return;
    }
    const bool isOlderCopy = news->last < m_newest; // of the database
    const bool isNew = std::exchange(m_hasFailed, false) || isOlderCopy || news->until != m_last;
    if (isOlderCopy || news->last - m_last > kMostMissed) {
        forgetAll(news->last);
    } else {
        for (const auto &event : news->events)
            remember(event);
        m_last = news->until;
        m_newest = news->last;
    }
    if (isNew)
        Q_EMIT changed();
    if (checksAgain || news->until < news->last)
        check();
}

void TaskEvents::forgetAll(qint64 last)
{
    m_recent.clear();
    m_cache->clear(); // in another copy of the database, the numbers belong to other changes
    m_recentBytes = 0;
    m_last = m_newest = m_recentAfter = last;
}

void TaskEvents::remember(Event event)
{
    m_recentBytes += event.bytes.size();
    m_recent.push_back(std::move(event));
    while (m_recent.size() > kMostRecent || m_recentBytes > kMostKept) {
        m_recentAfter = m_recent.front().change.number;
        m_recentBytes -= m_recent.front().bytes.size();
        m_recent.pop_front();
    }
}

void TaskEvents::beat()
{
    Q_EMIT beating();
}

/// A number that was never assigned comes from another database. A client that continues on this replica may already
/// know changes that check() has not read yet.
bool TaskEvents::isFarBehind(const Place &place) const
{
    return !place.beginsUntil && (place.after > m_newest || m_last - place.after > kMostMissed);
}

bool TaskEvents::take(Place &place, const TaskChangeFilter &filter, QByteArray &events) const
{
    if (isFarBehind(place)) {
        events += kReset;
        place = {-1, m_last};
    }
    if (place.beginsUntil || place.after < m_recentAfter)
        return true;
    auto next = std::ranges::upper_bound(m_recent, place.after, {}, numberOf);
    for (; next != m_recent.end() && events.size() < kPiece; ++next) {
        if (next->change.id.isEmpty() || filter.matches(next->change))
            events += next->bytes;
        place.after = next->change.number;
    }
    if (next == m_recent.end())
        place.after = std::max(place.after, m_last);
    return false;
}

Result<TaskEvents::Piece> TaskEvents::read(TaskStore &store, TaskEventCache &cache, const Place &place, qint64 last,
                                           const TaskChangeFilter &filter)
{
    const bool begins = place.beginsUntil.has_value();
    const auto until = place.beginsUntil.value_or(last);
    // A task that is requested by id is sent in any state.
    const auto changes = store.changeLog().between(place.after, until, filter, begins && filter.id.isEmpty(), kPage);
    if (!changes)
        return tl::unexpected(changes.error());
    Piece piece{{}, place};
    for (const auto &change : *changes) {
        const auto event = cache.event(store, change);
        if (!event)
            return tl::unexpected(event.error());
        piece.events += *event;
        piece.place.after = change.number;
        if (piece.events.size() >= kPiece)
            return piece;
    }
    if (changes->size() == kPage)
        return piece;
    piece.place = {until, std::nullopt};
    if (begins) {
        piece.events += idLine(until) + '\n'; // the position to resume from, even if nothing was in progress
        return piece;
    }
    const auto removal = store.changeLog().lastRemoval();
    if (!removal)
        return tl::unexpected(removal.error());
    if (*removal > place.after && *removal <= until)
        piece.events += removalEvent(*removal).bytes;
    return piece;
}

} // namespace lynceus
