#include "app/serve/events/taskevents.h"

#include "app/serve/events/taskeventstream.h"
#include "app/serve/taskjson.h"
#include "app/serve/verdictjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kLookEvery{1'000};
constexpr Duration kTryAgain{5'000}; // a database that does not answer blocks this thread for a moment each time
constexpr Duration kBeatEvery{15'000};
constexpr qsizetype kPiece = 64 * 1024;             // bytes of one piece for a client
constexpr int kPage = 100;                          // changes read at one time
constexpr std::size_t kMostRecent = 2'000;          // changes kept for those who are nearly up to date
constexpr qint64 kMostMissed = 10'000;              // changes; beyond it, each client reads them from the store
constexpr qsizetype kMostCached = 16 * 1024 * 1024; // bytes of events

QByteArray idLine(qint64 number)
{
    return "id: " + QByteArray::number(number) + '\n';
}

/// The task with its verdict; empty if it is not there.
Result<QJsonObject> objectOf(TaskStore &store, const QString &id)
{
    const auto stored = store.stored(id);
    if (!stored)
        return tl::unexpected(stored.error());
    const auto task = *stored ? Result<std::optional<Task>>((*stored)->task) : store.task(id);
    if (!task)
        return tl::unexpected(task.error());
    if (!*task)
        return QJsonObject();
    auto object = jsonOf(**task);
    object.insert(u"verdict"_s, *stored ? QJsonValue(verdictJson(**stored)) : QJsonValue::Null);
    return object;
}

} // namespace

TaskEvents::TaskEvents(TaskThread &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_events(kMostCached)
{
    connect(&m_looking, &QTimer::timeout, this, &TaskEvents::lookIfDue);
    connect(&m_beating, &QTimer::timeout, this, &TaskEvents::beat);
}

void TaskEvents::count(int streams)
{
    m_streams += streams;
    if (m_streams == 0) {
        m_looking.stop();
        m_beating.stop();
    } else if (!m_looking.isActive()) {
        m_looking.start(kLookEvery);
        m_beating.start(kBeatEvery);
    }
}

Result<std::shared_ptr<BodySource>> TaskEvents::open(const TaskChangeRequest &request)
{
    if (m_streams >= m_mostStreams)
        return tl::unexpected(
            Error{Error::Kind::NotAllowed, {}, u"too many streams are open (%1)"_s.arg(m_streams), true, 0});
    const auto last = m_store.ask([](TaskStore &store) { return store.lastChange(); });
    if (!last)
        return tl::unexpected(last.error());
    if (m_streams == 0) { // nobody was interested in what happened until now
        m_recent.clear();
        m_last = m_recentAfter = *last;
        m_failedAt.reset();
    } else {
        look();
    }
    // A number that was never given comes from another database.
    const bool begins = !request.after || *request.after > m_last;
    const Place place{begins ? -1 : *request.after, begins ? std::optional(m_last) : std::nullopt};
    return std::make_shared<TaskEventStream>(*this, request.filter, place, m_clock);
}

void TaskEvents::lookIfDue()
{
    if (!m_failedAt || m_clock.steady() - *m_failedAt >= kTryAgain)
        look();
}

void TaskEvents::look()
{
    if (m_streams == 0)
        return;
    const auto last = m_store.ask([](TaskStore &store) { return store.lastChange(); });
    const auto before = m_last;
    const auto read = last ? readChanges(*last) : tl::unexpected(last.error());
    if (!read) {
        m_failedAt = m_clock.steady();
        return;
    }
    const bool hadFailed = m_failedAt.has_value();
    m_failedAt.reset();
    if (m_last != before || hadFailed)
        Q_EMIT changed();
}

Result<void> TaskEvents::readChanges(qint64 last)
{
    if (last < m_last || last - m_last > kMostMissed) { // an older copy of the database, or a long pause
        m_recent.clear();
        m_events.clear();
        m_last = m_recentAfter = last;
    }
    while (m_last < last) {
        const auto page = m_store.ask(
            [from = m_last, last](TaskStore &store) { return store.changes(from, last, {}, false, kPage); });
        if (!page)
            return tl::unexpected(page.error());
        for (const auto &change : *page)
            remember(change);
        m_last = page->size() < kPage ? last : page->back().number;
    }
    return {};
}

void TaskEvents::remember(const TaskChange &change)
{
    m_recent.push_back(change);
    if (m_recent.size() <= kMostRecent)
        return;
    m_recentAfter = m_recent.front().number;
    m_recent.pop_front();
}

void TaskEvents::beat()
{
    Q_EMIT beating();
}

/// At most kPage changes; fewer: there are no more.
Result<std::vector<TaskChange>> TaskEvents::following(const Place &place, const TaskChangeFilter &filter)
{
    const bool begins = place.beginsUntil.has_value();
    if (begins || place.after < m_recentAfter) {
        // A task that is asked for by its id is shown whatever its state is.
        const bool onlyRunning = begins && filter.id.isEmpty();
        return m_store.ask([after = place.after, until = place.beginsUntil.value_or(m_last), filter, onlyRunning](
                               TaskStore &store) { return store.changes(after, until, filter, onlyRunning, kPage); });
    }
    std::vector<TaskChange> changes;
    auto next = std::ranges::upper_bound(m_recent, place.after, {}, &TaskChange::number);
    for (; next != m_recent.end() && changes.size() < kPage; ++next) {
        if (filter.matches(*next))
            changes.push_back(*next);
    }
    return changes;
}

QByteArray TaskEvents::take(Place &place, const TaskChangeFilter &filter)
{
    QByteArray events;
    if (!place.beginsUntil && place.after > m_last)
        place = {-1, m_last};
    while (!m_failedAt && (place.beginsUntil || place.after < m_last)) {
        const auto changes = following(place, filter);
        if (!changes) {
            m_failedAt = m_clock.steady();
            break;
        }
        for (const auto &change : *changes) {
            const auto event = eventOf(change);
            if (!event) {
                m_failedAt = m_clock.steady();
                return events;
            }
            events += *event;
            place.after = change.number;
            if (events.size() >= kPiece)
                return events;
        }
        if (changes->size() == kPage)
            continue;
        place.after = place.beginsUntil.value_or(m_last);
        if (std::exchange(place.beginsUntil, std::nullopt))
            events += idLine(place.after) + '\n'; // from where to go on, also if nothing was in progress
    }
    return events;
}

/// Empty if the task was removed since.
Result<QByteArray> TaskEvents::eventOf(const TaskChange &change)
{
    if (const auto *known = m_events.object(change.number))
        return *known;
    const auto object = m_store.ask([id = change.id](TaskStore &store) { return objectOf(store, id); });
    if (!object)
        return tl::unexpected(object.error());
    if (object->isEmpty())
        return QByteArray();
    const auto event = "event: task\n" + idLine(change.number) + "data: " + compact(*object) + "\n\n";
    m_events.insert(change.number, new QByteArray(event), event.size());
    return event;
}

} // namespace lynceus
